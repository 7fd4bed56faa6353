// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QWidget>

#include "desktop/theme/tokens.h"
#include "insight/daystory.h"

namespace palpate::desktop {

/// The plum cell with a level's number; 0 is a hollow ring.
void paintLevelCell(QPainter &painter, const QRectF &box, PainLevel level, Origin origin, const Tokens &tokens);

/// A month, each day with what was entered: its worst soreness as a number in a cell, the mean beside it, a flag for
/// treatments, a band for flares (solid) and pauses (dashed). A day without entries is empty. Arrows move by days and
/// weeks, Page Up and Page Down by months, Home and End within the week, Ctrl+Home to today.
class MonthCalendar : public QWidget {
    Q_OBJECT

public:
    /// Reads the days from and to, both included.
    using Read = std::function<std::vector<CalendarDay>(LocalDay from, LocalDay to)>;

    MonthCalendar(Read read, Theme theme, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    void setToday(LocalDay today);
    /// Shows its month; says nothing.
    void setDay(LocalDay day);
    [[nodiscard]] LocalDay day() const { return m_day; }
    /// Reads the month again.
    void refresh();
    void stepMonth(int by);
    [[nodiscard]] QString monthName() const;

    // For assistive technology and tests.
    [[nodiscard]] int dayCount() const { return static_cast<int>(m_days.size()); }
    [[nodiscard]] const CalendarDay &dayAt(int number) const { return m_days[static_cast<std::size_t>(number)]; }
    [[nodiscard]] QRect cellOf(LocalDay day) const;
    [[nodiscard]] QString nameOf(const CalendarDay &day) const;
    void choose(LocalDay day);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// By a person.
    void chosen(std::chrono::local_days day);
    void monthShown();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] std::optional<LocalDay> dayUnder(QPoint at) const;
    void paintCell(QPainter &painter, const CalendarDay &day) const;
    void paintMarks(QPainter &painter, const CalendarDay &day, const QRectF &cell) const;
    [[nodiscard]] int columnOf(LocalDay day) const;
    [[nodiscard]] LocalDay firstOfMonth() const { return m_days.front().day; }
    void tellFocus();

    Read m_read;
    Theme m_theme;
    LocalDay m_today;
    LocalDay m_day;
    std::vector<CalendarDay> m_days; ///< of the month shown
};

/// Makes the days known to assistive technology. Once a program.
void installCalendarAccess();

} // namespace palpate::desktop
