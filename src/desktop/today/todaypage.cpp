// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/todaypage.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>

#include "desktop/controls/labels.h"
#include "desktop/controls/levelstrip.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/shell/actions.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/followups.h"
#include "desktop/today/lifesuggestions.h"
#include "desktop/today/plantoday.h"
#include "desktop/today/pointrows.h"
#include "desktop/today/quicklinefield.h"
#include "desktop/today/restbanner.h"
#include "desktop/today/sidequestions.h"
#include "desktop/today/whenbar.h"

namespace palpate::desktop {

namespace {

/// The search stands at the start of the header.
constexpr int headerHeight = 60;
constexpr int searchRoom = 320 + space::xl + space::xl;
constexpr int pointsWidth = 680;
constexpr int sideWidth = 396;
/// Of both columns together; a limit of one of them alone would make the layout misjudge the height of its words.
constexpr int mostWidth = 1240;
/// Below this the two columns stand one below the other.
constexpr int leastForTwo = 1040;
/// As far back as an unfinished flare or pause is looked for, and the number before a back-dated one.
constexpr std::chrono::days reach{400};

} // namespace

TodayPage::TodayPage(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, JournalSession &session,
                     LookupSource &source, Actions &actions, Theme theme, QWidget *parent)
    : QWidget{parent}, m_atlas{atlas}, m_knowledge{knowledge}, m_session{session}, m_run{session}, m_theme{theme}
{
    setObjectName(QStringLiteral("todayPage"));
    compose(source);
    connectParts();
    addActions(actions);
    setGhosts(Settings{}.get(setting::ghosts));
    // A follow-up becomes due, and the day ends, while the page stands open.
    m_clockTick.setTimerType(Qt::VeryCoarseTimer);
    m_clockTick.setInterval(std::chrono::minutes{1});
    connect(&m_clockTick, &QTimer::timeout, this, &TodayPage::catchUp);
}

void TodayPage::catchUp()
{
    if (m_stale || dayOf(m_session.now()) != m_shownDay) {
        m_run.finish();
        reload();
    } else {
        m_followUps->read(); // time has gone on
    }
}

void TodayPage::compose(LookupSource &source)
{
    auto *content = new QWidget;
    content->setMaximumWidth(mostWidth);
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::xl);
    layout->setSpacing(space::l);
    m_columns = new QBoxLayout{QBoxLayout::LeftToRight};
    m_columns->setSpacing(48);
    m_followUps = new FollowUps{m_atlas, m_session, source, m_theme};
    m_rest = new RestBanner{m_session, m_run, m_theme};
    m_allQuestions = new QPushButton;
    m_allQuestions->setObjectName(QStringLiteral("allQuestions"));
    setButtonRole(*m_allQuestions, ButtonRole::quiet);
    m_empty = makeEmpty();
    m_pointsPart = makePoints();
    auto *start = new QVBoxLayout;
    start->setSpacing(space::l);
    start->addWidget(m_rest);
    start->addWidget(m_allQuestions, 0, Qt::AlignLeading);
    start->addWidget(m_followUps);
    start->addWidget(m_empty);
    start->addWidget(m_pointsPart);
    m_plan = new PlanToday{m_atlas, m_session, source};
    start->addWidget(m_plan);
    start->addStretch();
    m_columns->addLayout(start, pointsWidth);
    m_columns->addWidget(makeSide(), sideWidth, Qt::AlignTop);
    layout->addLayout(m_columns);
    layout->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    new ScrollShade{*m_scroll};
    m_scroll->setWidget(content);
    auto *page = new QVBoxLayout{this};
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(makeHeader());
    page->addWidget(m_scroll, 1);
}

QWidget *TodayPage::makeHeader()
{
    auto *header = new QWidget;
    auto *layout = new QHBoxLayout{header};
    layout->setContentsMargins(0, space::m, space::xl, 0);
    layout->setSpacing(0);
    layout->addSpacing(searchRoom);
    header->setMinimumHeight(headerHeight);
    m_when = new WhenBar{m_session.clock()};
    layout->addWidget(m_when, 1, Qt::AlignTop);
    return header;
}

QWidget *TodayPage::makePoints()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("How sore is it now, without pressing?"), TextStyle::section));
    QLabel *anchors = makeLabel(
        tr("0 no pain · 10 the worst you can imagine (type x). A digit goes on to the next row."), TextStyle::caption);
    layout->addWidget(anchors);
    m_points = new PointRows{m_atlas, m_run, m_theme};
    layout->addWidget(m_points);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    const auto addButton = [buttons](const QString &words, const char *name, ButtonRole role, const QString &hint) {
        auto *button = new QPushButton{words};
        button->setObjectName(QString::fromLatin1(name));
        button->setToolTip(hint);
        setButtonRole(*button, role);
        buttons->addWidget(button);
        return button;
    };
    auto *done = addButton(tr("Done"), "checkInDone", ButtonRole::primary, tr("Enter"));
    auto *same = addButton(tr("Same as last time"), "checkInSame", ButtonRole::plain,
                           tr("For the points without a number, marked as carried over (S)"));
    auto *nothing = addButton(tr("Nothing today"), "checkInNothing", ButtonRole::plain, tr("No soreness anywhere (N)"));
    buttons->addStretch();
    layout->addSpacing(space::s);
    layout->addLayout(buttons);
    m_said = makeLabel({}, TextStyle::body);
    m_said->setObjectName(QStringLiteral("checkInSaid"));
    layout->addWidget(m_said);
    m_suggestions = new LifeSuggestions{m_atlas, m_session};
    layout->addWidget(m_suggestions);
    connect(done, &QPushButton::clicked, this, &TodayPage::finish);
    connect(same, &QPushButton::clicked, this, &TodayPage::sayTheSame);
    connect(nothing, &QPushButton::clicked, this, &TodayPage::sayNothing);
    return part;
}

QWidget *TodayPage::makeSide()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::l);
    m_quick = new QuickLineField{m_atlas, m_knowledge, m_session.clock(), [this] {
                                     return std::make_unique<QuickReader>(m_atlas, m_knowledge,
                                                                          m_session.read().all<TriggerPoint>(),
                                                                          m_session.read().all<Factor>());
                                 }};
    layout->addWidget(m_quick);
    m_side = new SideQuestions{m_session, m_run, m_theme};
    layout->addWidget(m_side);
    auto *rest = new QHBoxLayout;
    rest->setSpacing(space::s);
    m_flare = new QPushButton{tr("Flare day")};
    m_flare->setObjectName(QStringLiteral("flareDay"));
    m_flare->setToolTip(tr("One number and one line, nothing counts as missed (F)"));
    m_pause = new QPushButton{tr("Pause")};
    m_pause->setObjectName(QStringLiteral("pauseDays"));
    m_pause->setToolTip(tr("No questions and no reminders until you end it"));
    rest->addWidget(m_flare);
    rest->addWidget(m_pause);
    rest->addStretch();
    layout->addLayout(rest);
    layout->addStretch();
    return part;
}

QWidget *TodayPage::makeEmpty()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    layout->addWidget(
        makeLabel(tr("Your points will stand here, one below the other, each waiting for a digit. Mark the "
                     "first one on the map."),
                  TextStyle::lead));
    auto *open = new QPushButton{tr("Open the map")};
    open->setObjectName(QStringLiteral("todayOpenMap"));
    setButtonRole(*open, ButtonRole::primary);
    m_sample = new QPushButton{tr("Look around in a sample journal")};
    m_sample->setObjectName(QStringLiteral("todayOpenSample"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(open);
    buttons->addWidget(m_sample);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_sample, &QPushButton::clicked, this, &TodayPage::sampleWished);
    connect(open, &QPushButton::clicked, this, &TodayPage::mapRequested);
    return part;
}

void TodayPage::connectParts()
{
    connect(&m_session, &JournalSession::changed, this, &TodayPage::journalChanged);
    connect(m_when, &WhenBar::changed, this, [this] {
        m_run.setWhen(m_when->when());
        m_quick->setWhen(m_when->when());
        reload();
    });
    connect(m_points, &PointRows::left, this, [this](LevelStrip *strip, int rows) { go(strip, rows); });
    connect(m_side, &SideQuestions::left, this, &TodayPage::go);
    connect(m_quick, &QuickLineField::entered, this,
            [this](const QuickReader &reader, const QuickEntry &entry, const QString &words) {
                if (m_session.perform(reader.verbFor(entry, m_session.ids()), words)) {
                    m_quick->clear();
                    m_suggestions->read(); // a quiet point may be sore again
                }
            });
    connect(m_flare, &QPushButton::clicked, this, [this] {
        m_askAll = false;
        m_rest->begin(PeriodKind::flare);
        m_rest->place().setFocus(Qt::OtherFocusReason);
    });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_askAll = false;
        m_rest->begin(PeriodKind::pause);
    });
    connect(m_allQuestions, &QPushButton::clicked, this, [this] {
        m_askAll = !m_askAll;
        reload();
    });
}

void TodayPage::addActions(Actions &actions)
{
    const auto add = [this, &actions](const char *id, const QString &words, Qt::Key key, auto run) {
        actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::today, {QKeySequence{key}}, Icon::none}, run);
    };
    add("sayTheSame", tr("Same as last time"), Qt::Key_S, [this] { sayTheSame(); });
    add("sayNothing", tr("Nothing today"), Qt::Key_N, [this] { sayNothing(); });
    add("writeLine", tr("Write an entry in words"), Qt::Key_L, [this] { m_quick->begin(); });
    add("writeNote", tr("Write a note"), Qt::Key_W, [this] { m_side->openDetails(); });
    add("otherTime", tr("Enter for another time"), Qt::Key_T, [this] { m_when->chooseOther(); });
    add("flareDay", tr("Flare day, or its end"), Qt::Key_F, [this] {
        if (m_rest->period() && m_rest->period()->kind == PeriodKind::flare) {
            m_rest->end();
        } else {
            m_flare->click();
        }
    });
}

void TodayPage::setTheme(Theme theme)
{
    m_theme = theme;
    m_points->setTheme(theme);
    m_side->setTheme(theme);
    m_rest->setTheme(theme);
    m_followUps->setTheme(theme);
}

void TodayPage::knowledgeLoaded() { m_quick->forgetReader(); }

void TodayPage::setGhosts(bool shown) { m_points->setGhosts(shown); }

void TodayPage::offerSample(bool offered) { m_sample->setVisible(offered); }

void TodayPage::backDate(LocalDay day) { m_when->chooseDay(day); }

void TodayPage::begin()
{
    const std::vector<QWidget *> all = places();
    if (m_rest->isVisibleTo(this) && !m_askAll) {
        m_rest->place().setFocus(Qt::OtherFocusReason);
    } else if (!all.empty()) {
        all.front()->setFocus(Qt::OtherFocusReason);
    } else {
        setFocus();
    }
}

void TodayPage::showEvent(QShowEvent *event)
{
    catchUp();
    m_clockTick.start();
    QWidget::showEvent(event);
}

void TodayPage::hideEvent(QHideEvent *event)
{
    m_clockTick.stop();
    QWidget::hideEvent(event);
}

void TodayPage::journalChanged(const JournalChange &change)
{
    m_quick->forgetReader();
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    if (change.touches<TriggerPoint>()) {
        reload(); // other points are to be asked for
        return;
    }
    m_points->refresh();
    if (change.touches<Factor>()) {
        m_side->readFactors();
    }
    m_side->refresh();
    if (change.touches<FollowUp>() || change.touches<Treatment>() || change.touches<Session>()) {
        m_followUps->read();
    }
    if (change.touches<Plan>() || change.touches<PlanItem>() || change.touches<PlanTick>() ||
        change.touches<Session>() || change.touches<Period>() || change.touches<Rating>() || change.touches<Alert>() ||
        change.touches<Profile>() || change.touches<Treatment>()) {
        m_plan->read();
    }
    if (change.touches<Period>() || change.touches<CheckIn>()) {
        arrange();
    }
}

std::vector<PointOverview> TodayPage::pointsToAsk() const
{
    std::vector<PointOverview> points = m_session.read().openPoints();
    const LocalDay day = dayOf(m_run.when());
    if (m_run.fixedWhen()) {
        // What was said last before that moment; points that came later are not asked for.
        std::erase_if(points, [day](const PointOverview &point) { return dayOf(point.point.markedAt) > day; });
        for (PointOverview &point : points) {
            const auto ratings = m_session.read().ratingsOf(point.point.id, Asked::sorenessNow, day - reach, day);
            point.latestSoreness.reset();
            for (const Rating &rating : ratings) {
                if (rating.at.utc <= m_run.when().utc) {
                    point.latestSoreness = rating;
                }
            }
        }
    }
    const auto checkIns = m_session.read().between<CheckIn>(day, day);
    return inOrderOfCheckIn(std::move(points), day, std::ranges::any_of(checkIns, &CheckIn::noSoreness));
}

void TodayPage::reload()
{
    m_stale = false;
    m_shownDay = dayOf(m_session.now());
    m_when->refresh();
    m_points->setPoints(pointsToAsk(), dayOf(m_session.now()));
    m_side->readFactors();
    m_side->refresh();
    m_suggestions->read();
    m_followUps->read();
    m_plan->read();
    arrange();
}

void TodayPage::arrange()
{
    const LocalDay today = dayOf(m_session.now());
    std::optional<Period> lasting;
    for (const Period &period : m_session.read().between<Period>(today - reach, today)) {
        if (!period.ended) {
            lasting = period;
        }
    }
    if (!lasting) {
        m_askAll = false;
    }
    m_rest->setPeriod(lasting);
    const bool all = !lasting || m_askAll;
    const bool none = m_points->points().empty();
    m_allQuestions->setVisible(lasting.has_value());
    m_allQuestions->setText(m_askAll ? tr("Only what is needed") : tr("Show all questions"));
    m_empty->setVisible(all && none);
    m_pointsPart->setVisible(all && !none);
    m_side->setVisible(all);
    m_flare->setVisible(!lasting);
    m_pause->setVisible(!lasting);
}

std::vector<QWidget *> TodayPage::places() const
{
    std::vector<QWidget *> places;
    for (LevelStrip *strip : m_points->strips()) {
        places.push_back(strip);
    }
    for (QWidget *place : m_side->places()) {
        places.push_back(place);
    }
    return places;
}

void TodayPage::go(QWidget *from, int rows)
{
    const std::vector<QWidget *> all = places();
    const auto at = std::ranges::find(all, from);
    const auto to = at - all.begin() + rows;
    if (at != all.end() && to >= 0 && to < std::ssize(all)) {
        QWidget *next = all[static_cast<std::size_t>(to)];
        next->setFocus(Qt::TabFocusReason);
        m_scroll->ensureWidgetVisible(next);
    }
}

void TodayPage::sayTheSame()
{
    if (m_run.sayTheSame(m_points->points()) == 0) {
        say(tr("There is no point without a number that had one before."));
    }
}

void TodayPage::sayNothing()
{
    m_run.sayNothing();
    say(tr("No soreness today. The points you rated keep their numbers."));
}

void TodayPage::finish()
{
    m_side->commitWords();
    m_rest->commitWords();
    const int answers = m_run.answers();
    if (answers == 0) {
        say(tr("Nothing entered yet. Type a digit for the row with the ring."));
        return;
    }
    m_run.finish();
    reload();
    say(tr("Done, %n answers kept.", nullptr, answers));
    begin();
}

void TodayPage::say(const QString &words) { m_said->setText(words); }

void TodayPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        finish();
        return;
    }
    QWidget::keyPressEvent(event);
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    m_columns->setDirection(width() >= leastForTwo ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget::resizeEvent(event);
}

} // namespace palpate::desktop
