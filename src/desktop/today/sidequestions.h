// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "desktop/theme/tokens.h"
#include "desktop/today/checkinrun.h"

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace palpate::desktop {

class AnswerRow;
class FactorAnswer;
class FactorChoice;
class Fold;

/// What a check-in asks besides the points: the whole body, what one could do, up to three factors; a note and which
/// factors these are stand folded.
class SideQuestions : public QWidget {
    Q_OBJECT

public:
    /// Session and run must outlive it.
    SideQuestions(JournalSession &session, CheckInRun &run, Theme theme, QWidget *parent = nullptr);

    /// The factors that are pinned now.
    void readFactors();
    /// What the run has.
    void refresh();
    void setTheme(Theme theme);
    /// Stores what is being written.
    void commitWords();
    void openDetails();

    /// What the keyboard goes through, in order.
    [[nodiscard]] std::vector<QWidget *> places() const;

Q_SIGNALS:
    void left(QWidget *place, int rows);

private:
    void makeBody(Theme theme);
    void makeDetails();
    void addFactor(const AskedFactor &factor);

    JournalSession &m_session;
    CheckInRun &m_run;
    Theme m_theme;
    QVBoxLayout *m_layout;
    QVBoxLayout *m_factorLayout;
    AnswerRow *m_wholeBody = nullptr;
    AnswerRow *m_couldDo = nullptr;
    std::vector<AskedFactor> m_asked;
    std::vector<FactorAnswer *> m_factors;
    Fold *m_details = nullptr;
    QLineEdit *m_couldDoWords = nullptr;
    QPlainTextEdit *m_note = nullptr;
    FactorChoice *m_choice = nullptr;
};

} // namespace palpate::desktop
