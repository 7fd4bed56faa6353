// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "desktop/theme/tokens.h"
#include "desktop/today/checkinrun.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace palpate::desktop {

class AnswerRow;

/// What stands in the place of the questions on a flare day: one number and one line; and during a pause: nothing.
class RestBanner : public QWidget {
    Q_OBJECT

public:
    /// Session and run must outlive it.
    RestBanner(JournalSession &session, CheckInRun &run, Theme theme, QWidget *parent = nullptr);

    /// The flare or pause that lasts; hidden without one.
    void setPeriod(const std::optional<Period> &period);
    [[nodiscard]] const std::optional<Period> &period() const { return m_period; }
    void begin(PeriodKind kind);
    void end();
    void refresh();
    void setTheme(Theme theme);
    void commitWords();

    /// What the keyboard speaks to first.
    [[nodiscard]] QWidget &place() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void commitHelped();

    JournalSession &m_session;
    CheckInRun &m_run;
    Theme m_theme;
    std::optional<Period> m_period;
    QLabel *m_title;
    QLabel *m_words;
    QWidget *m_flare;
    AnswerRow *m_wholeBody;
    QLineEdit *m_line;
    QLineEdit *m_helped;
    QPushButton *m_over;
};

} // namespace palpate::desktop
