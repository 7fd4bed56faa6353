// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <vector>

#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/theme/tokens.h"
#include "record/care.h"
#include "referral/aftercare.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace palpate::desktop {

class AnswerRow;
class Chips;

/// A follow-up and the care that it asks about.
struct DueFollowUp {
    FollowUp followUp;
    std::variant<Session, Treatment> about;
    [[nodiscard]] const Instant &careAt() const;
};

/// What is due by now, treatments before sessions, the longest waiting first; what has waited for more than a week is
/// not asked any more.
[[nodiscard]] std::vector<DueFollowUp> dueFollowUps(const JournalReader &journal, const Instant &now);

/// How is it, some hours after a treatment or session: soreness, whether it eases, the danger signs of that care, and
/// a line for anything else, which is read for danger signs too. What must be done is told before anything is saved.
class FollowUpCard : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the card; the data may still be missing: setData() when it is there.
    FollowUpCard(const anatomy::Atlas &atlas, JournalSession &session, DueFollowUp due, Theme theme,
                 QWidget *parent = nullptr);

    void setData(const LookupData *data);
    void setTheme(Theme theme);
    [[nodiscard]] const FollowUp &followUp() const { return m_due.followUp; }
    /// Whether it tells what to do: it stays until that has been read.
    [[nodiscard]] bool hasAdvice() const { return !m_shown.empty(); }

Q_SIGNALS:
    /// What was advised has been read.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString places() const;
    [[nodiscard]] bool hadNeedles() const;
    [[nodiscard]] std::vector<MuscleId> muscles() const;
    void makeQuestions();
    void readLine();
    void showAlarms();
    void save();
    [[nodiscard]] std::vector<const RedFlag *> alarms() const;
    [[nodiscard]] std::vector<ConditionId> conditions() const;

    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    DueFollowUp m_due;
    Theme m_theme;
    const LookupData *m_data = nullptr;
    QVBoxLayout *m_layout;
    QWidget *m_questions = nullptr;
    AnswerRow *m_soreness = nullptr;
    Chips *m_easing = nullptr;
    Chips *m_signs = nullptr;
    QLabel *m_signsTitle = nullptr;
    QPushButton *m_save = nullptr;
    QLineEdit *m_line = nullptr;
    QWidget *m_alarmPlace = nullptr;
    std::optional<PainLevel> m_level;
    std::optional<bool> m_eases;
    std::vector<const AfterSign *> m_asked;
    std::set<std::size_t> m_ticked;        ///< places in m_asked
    std::vector<const RedFlag *> m_raised; ///< by the line
    std::vector<const RedFlag *> m_shown;  ///< in the frame
};

} // namespace palpate::desktop
