// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "anatomy/atlas.h"
#include "core/localday.h"
#include "desktop/care/musclefield.h"
#include "desktop/journalsession.h"
#include "referral/knowledgebase.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace palpate::desktop {

class Chips;
class WhenBar;

/// What somebody else did: written down here, followed up on the next days. What was begun stays while the window is
/// open.
class TreatmentPane : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it.
    TreatmentPane(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, JournalSession &session,
                  QWidget *parent = nullptr);

    /// Asks the journal anew; what was begun stays.
    void read();

Q_SIGNALS:
    /// A treatment is to be seen or set right in the history.
    void dayWished(palpate::LocalDay day);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compose();
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeSide();
    void fillPlaces();
    void fillPast();
    void fillWarning();
    void addMuscle(const MusclePlace &named);
    void sayUnknown(const QString &name);
    void save();
    void clearForm();
    [[nodiscard]] std::optional<TreatmentKind> kind() const;
    [[nodiscard]] Instant when() const;

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    std::vector<TreatedPlace> m_places; ///< offered, the chips' numbers
    std::vector<bool> m_isTreated;
    Chips *m_kind = nullptr;
    WhenBar *m_when = nullptr;
    QLineEdit *m_provider = nullptr;
    QSpinBox *m_minutes = nullptr;
    Chips *m_placeChips = nullptr;
    MuscleField *m_muscle = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_warning = nullptr;
    QPushButton *m_save = nullptr;
    QLabel *m_after = nullptr;
    QVBoxLayout *m_past = nullptr;
    QWidget *m_pastPart = nullptr;
};

} // namespace palpate::desktop
