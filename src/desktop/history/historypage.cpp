// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/historypage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/history/daypane.h"
#include "desktop/history/monthcalendar.h"
#include "desktop/history/pointpage.h"
#include "desktop/history/searchpane.h"
#include "desktop/shell/actions.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int sideWidth = 384;
/// The window's search stands above.
constexpr int searchRoom = 64;

/// A line between the two sides.
class Divider : public QWidget {
public:
    Divider()
    {
        setFixedWidth(1);
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::Mid);
    }
};

LocalDay firstShown(const JournalSession &session)
{
    const LocalDay today = dayOf(session.now());
    const bool any = !session.read().daysBetween(today, today).empty();
    return any ? today : session.read().dayBefore(today).value_or(today);
}

} // namespace

HistoryPage::HistoryPage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Actions &actions,
                         Theme theme, QWidget *parent)
    : QWidget{parent},
      m_session{session},
      m_calendar{new MonthCalendar{
          [&session](LocalDay from, LocalDay to) { return calendarDays(session.read(), from, to); }, theme}},
      m_dayPane{new DayPane{scene, knowledge, session, theme}},
      m_pointPage{new PointPage{scene.atlas(), session, theme}}
{
    setObjectName(QStringLiteral("historyPage"));
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeSide(scene.atlas(), theme));
    layout->addWidget(new Divider);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_dayPane);
    m_stack->addWidget(m_pointPage);
    layout->addWidget(m_stack, 1);
    connectParts();
    addCommands(actions);
    setFocusProxy(m_calendar);
    m_calendar->setToday(dayOf(session.now()));
    showDay(firstShown(session));
}

QWidget *HistoryPage::makeSide(const anatomy::Atlas &atlas, Theme theme)
{
    auto *side = new QWidget;
    side->setFixedWidth(sideWidth);
    auto *layout = new QVBoxLayout{side};
    layout->setContentsMargins(space::xl, searchRoom, space::xl, space::l);
    layout->setSpacing(space::s);
    m_search = new SearchPane{atlas, m_session, theme};
    m_monthBox = makeMonth();
    layout->addWidget(m_search);
    layout->addWidget(m_monthBox, 1);
    // What was found takes the room of the calendar, and gives it back.
    connect(m_search, &SearchPane::searching, this, [this, layout](bool on) {
        m_monthBox->setHidden(on);
        layout->setStretchFactor(m_search, on ? 1 : 0);
    });
    return side;
}

QWidget *HistoryPage::makeMonth()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, space::s, 0, 0);
    layout->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::xs);
    m_month = makeLabel({}, TextStyle::strong);
    m_month->setObjectName(QStringLiteral("monthName"));
    head->addWidget(m_month, 1);
    const auto add = [&](Icon icon, const QString &words, const char *name, int by) {
        auto *button = new QPushButton;
        button->setObjectName(QString::fromLatin1(name));
        setButtonRole(*button, ButtonRole::plain);
        setButtonIcon(*button, icon);
        button->setAccessibleName(words);
        button->setToolTip(words);
        button->setFixedSize(36, 36);
        head->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, by] { m_calendar->stepMonth(by); });
    };
    add(Icon::previous, tr("The month before (Page Up)"), "monthBefore", -1);
    add(Icon::next, tr("The next month (Page Down)"), "monthAfter", 1);
    layout->addLayout(head);
    layout->addWidget(m_calendar);
    layout->addStretch();
    return box;
}

void HistoryPage::connectParts()
{
    connect(m_calendar, &MonthCalendar::chosen, this, &HistoryPage::showDay);
    connect(m_calendar, &MonthCalendar::monthShown, this, [this] { m_month->setText(m_calendar->monthName()); });
    connect(m_search, &SearchPane::chosen, this, &HistoryPage::open);
    connect(m_dayPane, &DayPane::stepAsked, this, &HistoryPage::step);
    connect(m_dayPane, &DayPane::pointAsked, this, &HistoryPage::showPoint);
    connect(m_dayPane, &DayPane::backDate, this, &HistoryPage::backDate);
    connect(m_pointPage, &PointPage::closed, this, [this] { m_stack->setCurrentWidget(m_dayPane); });
    connect(m_pointPage, &PointPage::dayAsked, this, [this](const Instant &at, const RecordRef &record) {
        showDay(dayOf(at));
        m_dayPane->reveal(record);
    });
    connect(&m_session, &JournalSession::changed, this, [this] {
        m_isStale = true;
        if (isVisible()) {
            refresh();
        }
    });
}

void HistoryPage::addCommands(Actions &actions)
{
    const auto add = [&](const char *id, const QString &words, const QList<QKeySequence> &keys, auto run) {
        actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::history, keys}, run);
    };
    add("historyBefore", tr("The day before with entries"),
        {QKeySequence{Qt::Key_BracketLeft}, QKeySequence{Qt::ALT | Qt::Key_Left}}, [this] { step(-1); });
    add("historyAfter", tr("The next day with entries"),
        {QKeySequence{Qt::Key_BracketRight}, QKeySequence{Qt::ALT | Qt::Key_Right}}, [this] { step(1); });
    add("historyToday", tr("Today"), {QKeySequence{Qt::CTRL | Qt::Key_Home}}, [this] { step(0); });
    add("historyFind", tr("Find in everything you wrote"), {QKeySequence{Qt::Key_W}}, [this] { m_search->begin(); });
    add("historyNote", tr("Add a note to the day"), {QKeySequence{Qt::Key_N}}, [this] {
        m_stack->setCurrentWidget(m_dayPane);
        m_dayPane->addNote();
    });
}

void HistoryPage::setTheme(Theme theme)
{
    m_calendar->setTheme(theme);
    m_dayPane->setTheme(theme);
    m_search->setTheme(theme);
    m_pointPage->setTheme(theme);
}

LocalDay HistoryPage::day() const { return m_dayPane->day(); }

void HistoryPage::setBackDating(bool on) { m_dayPane->setBackDating(on); }

void HistoryPage::showDay(LocalDay day)
{
    m_calendar->setDay(day);
    m_dayPane->showDay(day);
    m_stack->setCurrentWidget(m_dayPane);
}

void HistoryPage::showPoint(PointId point)
{
    m_pointPage->showPoint(point);
    if (m_pointPage->point()) {
        m_stack->setCurrentWidget(m_pointPage);
    }
}

void HistoryPage::step(int direction)
{
    const JournalReader &journal = m_session.read();
    const auto day = direction < 0   ? journal.dayBefore(this->day())
                     : direction > 0 ? journal.dayAfter(this->day())
                                     : std::optional{dayOf(m_session.now())};
    if (day) {
        showDay(*day);
    }
}

void HistoryPage::open(const Written &written)
{
    if (written.record.table == Described<TriggerPoint>::table) {
        showPoint(PointId{written.record.id.bytes()});
    } else if (written.at) {
        showDay(dayOf(*written.at));
        m_dayPane->reveal(written.record);
    }
}

void HistoryPage::refresh()
{
    m_isStale = false;
    m_calendar->setToday(dayOf(m_session.now()));
    m_calendar->refresh();
    m_dayPane->refresh();
    m_search->refresh();
    m_pointPage->refresh();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        refresh();
    }
}

} // namespace palpate::desktop
