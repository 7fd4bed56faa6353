// SPDX-License-Identifier: GPL-3.0-or-later
// The days of the calendar as assistive technology meets them: cells with a name each, that can be pressed.
#include <vector>

#include <QAccessibleWidget>

#include "desktop/history/monthcalendar.h"

namespace palpate::desktop {

namespace {

/// The n-th day of the month shown, whichever month that is.
class DayInterface : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    DayInterface(MonthCalendar &calendar, int number) : m_calendar{calendar}, m_number{number} {}

    [[nodiscard]] bool isValid() const override { return m_number < m_calendar.dayCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_calendar.window()->windowHandle(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_calendar);
    }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface *child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface * /*child*/) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        return isValid() && what == QAccessible::Name ? m_calendar.nameOf(m_calendar.dayAt(m_number)) : QString{};
    }
    void setText(QAccessible::Text /*what*/, const QString & /*text*/) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect cell = m_calendar.cellOf(m_calendar.dayAt(m_number).day);
        return {m_calendar.mapToGlobal(cell.topLeft()), cell.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        state.selectable = true;
        state.selected = isValid() && m_calendar.dayAt(m_number).day == m_calendar.day();
        state.focused = state.selected && m_calendar.hasFocus();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &actionName) override
    {
        if (isValid() && actionName == pressAction()) {
            m_calendar.choose(m_calendar.dayAt(m_number).day);
        }
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString & /*actionName*/) const override { return {}; }

private:
    MonthCalendar &m_calendar; ///< which takes its days along when it goes
    int m_number;
};

class CalendarInterface : public QAccessibleWidget {
public:
    explicit CalendarInterface(MonthCalendar &calendar)
        : QAccessibleWidget{&calendar, QAccessible::Table}, m_calendar{calendar}
    {
        constexpr int longestMonth = 31;
        for (int number = 0; number < longestMonth; ++number) {
            m_days.push_back(QAccessible::registerAccessibleInterface(new DayInterface{calendar, number}));
        }
    }
    CalendarInterface(const CalendarInterface &) = delete;
    CalendarInterface &operator=(const CalendarInterface &) = delete;
    CalendarInterface(CalendarInterface &&) = delete;
    CalendarInterface &operator=(CalendarInterface &&) = delete;
    ~CalendarInterface() override
    {
        for (const QAccessible::Id id : m_days) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    [[nodiscard]] int childCount() const override { return m_calendar.dayCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index < 0 || index >= childCount() ? nullptr
                                                  : QAccessible::accessibleInterface(m_days[std::size_t(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (this->child(index) == child) {
                return index;
            }
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index)->rect().contains(x, y)) {
                return child(index);
            }
        }
        return nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return child(static_cast<int>((m_calendar.day() - m_calendar.dayAt(0).day).count()));
    }

private:
    MonthCalendar &m_calendar;
    std::vector<QAccessible::Id> m_days;
};

QAccessibleInterface *interfaceFor(const QString & /*className*/, QObject *object)
{
    auto *calendar = qobject_cast<MonthCalendar *>(object);
    return calendar == nullptr ? nullptr : new CalendarInterface{*calendar};
}

} // namespace

void installCalendarAccess() { QAccessible::installFactory(interfaceFor); }

} // namespace palpate::desktop
