// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/monthcalendar.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "desktop/datewords.h"
#include "desktop/history/storyphrases.h"

namespace palpate::desktop {

namespace {

constexpr int cellSide = 48;
constexpr int headHeight = 24;
constexpr int columns = 7;
constexpr int rows = 6;
constexpr QSizeF levelSize{22, 20};

QFont sized(QFont font, int pixels, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace

void paintLevelCell(QPainter &painter, const QRectF &box, PainLevel level, Origin origin, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(sized(painter.font(), type::caption, QFont::DemiBold));
    const QRectF shape = box.adjusted(0.75, 0.75, -0.75, -0.75);
    const bool hollow = origin != Origin::given || level.value() == 0;
    if (hollow) {
        QPen pen{tokens.map.plumOutline, 1.5};
        if (origin == Origin::nothingToday) {
            pen.setDashPattern({2, 2});
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        if (level.value() == 0) {
            const double side = std::min(shape.width(), shape.height());
            painter.drawEllipse(shape.center(), side / 2, side / 2);
        } else {
            painter.drawRoundedRect(shape, 5, 5);
        }
        painter.setPen(tokens.interface.text);
    } else {
        const std::size_t step = Tokens::plumStep(level);
        painter.setPen(QPen{tokens.map.plumOutline, 1});
        painter.setBrush(tokens.map.plum[step]);
        painter.drawRoundedRect(shape, 5, 5);
        painter.setPen(tokens.map.plumDigit[step]);
    }
    painter.drawText(box, Qt::AlignCenter, QString::number(level.value()));
    painter.restore();
}

MonthCalendar::MonthCalendar(Read read, Theme theme, QWidget *parent)
    : QWidget{parent}, m_read{std::move(read)}, m_theme{theme}, m_days{CalendarDay{LocalDay{}}}
{
    setObjectName(QStringLiteral("monthCalendar"));
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(MonthCalendar::sizeHint());
    setAccessibleName(tr("Calendar"));
    setAccessibleDescription(tr("Arrows move by day and week, Page Up and Page Down by month"));
}

QSize MonthCalendar::sizeHint() const { return {columns * cellSide, headHeight + rows * cellSide}; }

void MonthCalendar::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void MonthCalendar::setToday(LocalDay today)
{
    m_today = today;
    update();
}

void MonthCalendar::setDay(LocalDay day)
{
    m_day = day;
    const QDate date = datewords::date(day);
    if (datewords::day({date.year(), date.month(), 1}) != firstOfMonth() || dayCount() < date.daysInMonth()) {
        refresh();
        Q_EMIT monthShown();
    }
    tellFocus();
    update();
}

void MonthCalendar::refresh()
{
    const QDate date = datewords::date(m_day);
    const QDate first{date.year(), date.month(), 1};
    m_days = m_read(datewords::day(first), datewords::day(first.addDays(first.daysInMonth() - 1)));
    update();
}

void MonthCalendar::stepMonth(int by) { choose(datewords::day(datewords::date(m_day).addMonths(by))); }

QString MonthCalendar::monthName() const { return QLocale{}.toString(datewords::date(m_day), tr("MMMM yyyy")); }

void MonthCalendar::choose(LocalDay day)
{
    setDay(day);
    Q_EMIT chosen(day);
}

int MonthCalendar::columnOf(LocalDay day) const
{
    return (datewords::date(day).dayOfWeek() - int(QLocale{}.firstDayOfWeek()) + columns) % columns;
}

QRect MonthCalendar::cellOf(LocalDay day) const
{
    const int place = columnOf(firstOfMonth()) + static_cast<int>((day - firstOfMonth()).count());
    const int column = isRightToLeft() ? columns - 1 - place % columns : place % columns;
    return {column * cellSide, headHeight + place / columns * cellSide, cellSide, cellSide};
}

QString MonthCalendar::nameOf(const CalendarDay &day) const
{
    return tr("%1, %2").arg(storyphrases::longDay(day.day), storyphrases::cell(day));
}

std::optional<LocalDay> MonthCalendar::dayUnder(QPoint at) const
{
    for (const CalendarDay &day : m_days) {
        if (cellOf(day.day).contains(at)) {
            return day.day;
        }
    }
    return std::nullopt;
}

void MonthCalendar::paintMarks(QPainter &painter, const CalendarDay &day, const QRectF &cell) const
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    if (day.treatments > 0) {
        // A pennant on its pole.
        const QPointF foot{cell.right() - 11, cell.top() + 15};
        painter.setPen(QPen{t.text, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawLine(foot, foot - QPointF{0, 10});
        painter.setBrush(t.text);
        painter.drawPolygon(QPolygonF{foot - QPointF{0, 10}, foot + QPointF{6, -7.5}, foot - QPointF{0, 5}});
    }
    if ((day.flare || day.pause) && day.day <= m_today) {
        QPen pen{t.text2, 2, Qt::SolidLine, Qt::FlatCap};
        if (!day.flare) {
            pen.setDashPattern({2, 2});
        }
        painter.setPen(pen);
        painter.drawLine(QPointF{cell.left() + 1, cell.bottom() - 2}, QPointF{cell.right() - 1, cell.bottom() - 2});
    }
}

void MonthCalendar::paintCell(QPainter &painter, const CalendarDay &day) const
{
    const Tokens &tokens = tokensFor(m_theme);
    const InterfaceTokens &t = tokens.interface;
    const QRectF cell = QRectF{cellOf(day.day)};
    const QRectF box = cell.adjusted(2, 2, -2, -2);
    if (day.day == m_day) {
        QColor wash = t.accent;
        wash.setAlphaF(0.16F);
        painter.setPen(QPen{t.accent, t.lineWidth});
        painter.setBrush(wash);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        if (hasFocus()) {
            painter.setPen(QPen{t.focus, 2});
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 7, 7);
        }
    }
    const bool today = day.day == m_today;
    painter.setFont(sized(font(), type::caption, today ? QFont::Bold : QFont::Normal));
    painter.setPen(today ? t.accent : t.text2);
    const QString number = QLocale{}.toString(datewords::date(day.day).day());
    const QRectF corner{cell.left() + 7, cell.top() + 4, 26, 16};
    painter.drawText(corner, Qt::AlignLeft | Qt::AlignVCenter, number);
    if (today) {
        const double width = painter.fontMetrics().horizontalAdvance(number);
        painter.setPen(QPen{t.accent, 1.5});
        painter.drawLine(QPointF{corner.left(), corner.bottom()}, QPointF{corner.left() + width, corner.bottom()});
    }
    const QRectF level{{cell.left() + 5, cell.bottom() - 26}, levelSize};
    if (day.levels) {
        paintLevelCell(painter, level, day.levels->worst, Origin::given, tokens);
        if (day.levels->count > 1 && day.levels->worst.value() > 0) {
            painter.setFont(sized(font(), 11));
            painter.setPen(t.text2);
            painter.drawText(QRectF{level.right() + 1, level.top(), cell.right() - level.right() - 3, level.height()},
                             Qt::AlignCenter, storyphrases::mean(day.levels->mean));
        }
    } else if (day.hasEntries) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.text2);
        painter.drawEllipse(level.center(), 2.5, 2.5);
    }
    paintMarks(painter, day, cell);
}

void MonthCalendar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokensFor(m_theme).interface.text2);
    painter.setFont(sized(font(), type::caption));
    const QLocale locale;
    for (int column = 0; column < columns; ++column) {
        const int weekday = (int(locale.firstDayOfWeek()) - 1 + column) % columns + 1;
        const int x = (isRightToLeft() ? columns - 1 - column : column) * cellSide;
        painter.drawText(QRect{x, 0, cellSide, headHeight}, Qt::AlignCenter,
                         locale.standaloneDayName(weekday, QLocale::ShortFormat).left(3));
    }
    for (const CalendarDay &day : m_days) {
        paintCell(painter, day);
    }
}

void MonthCalendar::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? -1 : 1;
    const auto by = [this](int days) { choose(m_day + std::chrono::days{days}); };
    switch (event->key()) {
    case Qt::Key_Left:
        by(-forward);
        return;
    case Qt::Key_Right:
        by(forward);
        return;
    case Qt::Key_Up:
        by(-columns);
        return;
    case Qt::Key_Down:
        by(columns);
        return;
    case Qt::Key_PageUp:
        stepMonth(-1);
        return;
    case Qt::Key_PageDown:
        stepMonth(1);
        return;
    case Qt::Key_Home:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            choose(m_today);
        } else {
            by(-columnOf(m_day));
        }
        return;
    case Qt::Key_End:
        by(columns - 1 - columnOf(m_day));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MonthCalendar::mousePressEvent(QMouseEvent *event)
{
    if (const auto day = dayUnder(event->position().toPoint()); day && event->button() == Qt::LeftButton) {
        choose(*day);
    }
}

bool MonthCalendar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto day = dayUnder(help->pos());
        QToolTip::showText(help->globalPos(), day ? nameOf(dayAt(int((*day - firstOfMonth()).count()))) : QString{},
                           this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
        tellFocus();
    }
    return QWidget::event(event);
}

void MonthCalendar::tellFocus()
{
    if (!hasFocus() || !QAccessible::isActive()) {
        return;
    }
    QAccessibleInterface *calendar = QAccessible::queryAccessibleInterface(this);
    QAccessibleInterface *cell = calendar == nullptr ? nullptr : calendar->focusChild();
    if (cell != nullptr) {
        QAccessibleEvent told{cell, QAccessible::Focus};
        QAccessible::updateAccessibility(&told);
    }
}

} // namespace palpate::desktop
