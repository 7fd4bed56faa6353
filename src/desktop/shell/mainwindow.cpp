// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/mainwindow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include "desktop/care/carepage.h"
#include "desktop/history/historypage.h"
#include "desktop/learn/learnpage.h"
#include "desktop/lookup/lookuppage.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/mappage.h"
#include "desktop/reminders/reminderservice.h"
#include "desktop/shell/accessibility.h"
#include "desktop/shell/cover.h"
#include "desktop/shell/helppage.h"
#include "desktop/shell/navigation.h"
#include "desktop/shell/samplestrip.h"
#include "desktop/shell/searchbox.h"
#include "desktop/shell/settingspage.h"
#include "desktop/shell/statusline.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/todaypage.h"
#include "desktop/trends/trendspage.h"

namespace palpate::desktop {

namespace {

constexpr int searchWidth = 320;

/// For std::visit with one function a kind.
template <typename... Functions> struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions> Overloaded(Functions...) -> Overloaded<Functions...>;

/// Points are found by their names already, and what stands at no moment can be shown nowhere.
std::vector<WordHit> writtenWith(const JournalReader &journal, const std::string &words, std::size_t most)
{
    auto hits = findWritten(
        journal, words, {}, [](const MuscleId &, Side) { return std::string{}; },
        std::numeric_limits<std::size_t>::max());
    std::erase_if(hits, [](const WordHit &hit) {
        return !hit.written.at || hit.written.record.table == Described<TriggerPoint>::table;
    });
    hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(std::min(most, hits.size())), hits.end());
    return hits;
}

} // namespace

MainWindow::MainWindow(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
                       std::optional<Theme> theme, WhoseJournal whose)
    : m_knowledge{knowledge},
      m_source{source},
      m_whose{whose},
      m_system{Settings{}.get(setting::systemWasDark)},
      m_forced{theme},
      m_theme{theme.value_or(themeFor(Settings{}.get(setting::theme), m_system.isDark()))},
      m_today{[this, &scene, &session] { return makeToday(scene, session); }},
      m_lookup{[this, &scene, &session] { return makeLookup(scene, session); }},
      m_care{[this, &scene, &session] { return makeCare(scene, session); }},
      m_reminders{[this, &session] {
          return new ReminderService{session, ReminderPlaces::fromEnvironment(), this};
      }},
      m_history{[this, &scene, &session] { return makeHistory(scene, session); }},
      m_trends{[this, &scene, &session] { return makeTrends(scene, session); }},
      m_learn{[this, &scene] { return makeLearn(scene); }},
      m_settings{[this, &session] { return makeSettings(session); }},
      m_help{[this] { return makeHelp(); }}
{
    installAccessibility();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Palpate")); // never a body part or a number
    setMinimumSize(1024, 640);
    compose(scene, session);
    addActions(session);
    connectParts(session);
    const Settings settings;
    resize(settings.get(setting::windowSize));
    m_cover->setMinutes(settings.get(setting::coverAfterMinutes));
    m_map->setReduceMotion(settings.get(setting::reduceMotion));
    showPage(session.read().openPoints().empty() ? Page::map : Page::today);
}

MainWindow::~MainWindow() { interruptCare(); }

void MainWindow::interruptCare()
{
    if (CarePage *care = m_care.ifMade()) {
        care->interrupt();
    }
}

void MainWindow::compose(MapScene &scene, JournalSession &session)
{
    m_map = new MapPage{scene, m_knowledge, session, m_actions, m_theme};
    m_navigation = new Navigation;
    m_navigation->addPage(int(Page::today), tr("Today"), Icon::today, QStringLiteral("navToday"));
    m_navigation->addPage(int(Page::map), tr("Map"), Icon::map, QStringLiteral("navMap"));
    m_navigation->addPage(int(Page::lookup), tr("Lookup"), Icon::search, QStringLiteral("navLookup"));
    m_navigation->addPage(int(Page::care), tr("Care"), Icon::care, QStringLiteral("navCare"));
    m_navigation->addPage(int(Page::history), tr("History"), Icon::history, QStringLiteral("navHistory"));
    m_navigation->addPage(int(Page::trends), tr("Trends"), Icon::trends, QStringLiteral("navTrends"));
    m_navigation->addPage(int(Page::learn), tr("Learn"), Icon::learn, QStringLiteral("navLearn"));
    m_navigation->addPage(int(Page::settings), tr("Settings"), Icon::settings, QStringLiteral("navSettings"));
    m_navigation->addPage(int(Page::help), tr("Keys"), Icon::help, QStringLiteral("navHelp"));
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_map);
    m_status = new StatusLine{session.undoStack()};
    auto *content = new QWidget;
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    if (m_whose == WhoseJournal::sample) {
        auto *strip = new SampleStrip;
        side->addWidget(strip);
        connect(strip, &SampleStrip::removeWished, this, &MainWindow::ownWished);
    }
    side->addWidget(m_pages, 1);
    side->addWidget(m_status);
    auto *layout = new QHBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    layout->addLayout(side, 1);
    setCentralWidget(content);
    m_found = new SearchModel{
        scene.atlas(), m_actions,
        [&session](const std::string &words, std::size_t most) { return writtenWith(session.read(), words, most); },
        this};
    m_search = new SearchBox{*m_found, m_theme, content};
    m_cover = new Cover{content};
}

TodayPage *MainWindow::makeToday(MapScene &scene, JournalSession &session)
{
    auto *page = new TodayPage{scene.atlas(), m_knowledge, session, m_source, m_actions, m_theme};
    m_pages->addWidget(page);
    connect(page, &TodayPage::mapRequested, this, [this] { showPage(Page::map); });
    page->offerSample(m_whose == WhoseJournal::own);
    connect(page, &TodayPage::sampleWished, this, &MainWindow::sampleWished);
    return page;
}

LookupPage *MainWindow::makeLookup(MapScene &scene, JournalSession &session)
{
    auto *page = new LookupPage{scene, m_knowledge, session, m_source, m_actions, m_theme};
    m_pages->addWidget(page);
    connect(page, &LookupPage::failed, m_status, &StatusLine::showError);
    connect(page, &LookupPage::arranged, this, &MainWindow::placeSearch);
    connect(page, &LookupPage::readingRequested, this, &MainWindow::read);
    return page;
}

CarePage *MainWindow::makeCare(MapScene &scene, JournalSession &session)
{
    auto *page = new CarePage{scene, m_knowledge, session, m_source, m_actions, m_theme};
    m_pages->addWidget(page);
    connect(page, &CarePage::failed, m_status, &StatusLine::showError);
    connect(page, &CarePage::mapWished, this, [this] { showPage(Page::map); });
    connect(page, &CarePage::readingWished, this, [this] {
        m_learn.get().open(ArticleId{"what-is-known"});
        showPage(Page::learn);
    });
    return page;
}

TrendsPage *MainWindow::makeTrends(MapScene &scene, JournalSession &session)
{
    auto *page = new TrendsPage{scene.atlas(), session, m_actions, m_theme};
    m_pages->addWidget(page);
    connect(page, &TrendsPage::failed, m_status, &StatusLine::showError);
    connect(page, &TrendsPage::mapWished, this, [this] { showPage(Page::map); });
    return page;
}

LearnPage *MainWindow::makeLearn(MapScene &scene)
{
    auto *page = new LearnPage{scene, m_knowledge, m_source, m_actions, m_theme};
    m_pages->addWidget(page);
    connect(page, &LearnPage::mapRequested, this, [this, &scene](const MuscleId &muscle) {
        showPage(Page::map);
        const bool single = scene.atlas().regionOf(muscle, Side::midline).has_value();
        m_map->showMuscle(muscle, single ? Side::midline : Side::right);
    });
    return page;
}

void MainWindow::read(const MuscleId &muscle)
{
    m_learn.get().open(muscle);
    showPage(Page::learn);
}

HistoryPage *MainWindow::makeHistory(MapScene &scene, JournalSession &session)
{
    auto *page = new HistoryPage{scene, m_knowledge, session, m_actions, m_theme};
    m_pages->addWidget(page);
    page->setBackDating(true);
    connect(page, &HistoryPage::backDate, this, [this](LocalDay day) {
        showPage(Page::today);
        m_today.get().backDate(day);
    });
    return page;
}

SettingsPage *MainWindow::makeSettings(JournalSession &session)
{
    // The system must not be told to remind of a journal that is gone soon.
    const bool isOwn = m_whose == WhoseJournal::own;
    auto *page = new SettingsPage{session, isOwn ? &m_reminders.get() : nullptr};
    m_pages->addWidget(page);
    connect(page, &SettingsPage::themeChosen, this, &MainWindow::choose);
    const auto tellMaps = [this](auto set) {
        set(*m_map);
        if (LookupPage *lookup = m_lookup.ifMade()) {
            set(*lookup);
        }
        if (CarePage *care = m_care.ifMade()) {
            set(*care);
        }
    };
    connect(page, &SettingsPage::motionChosen, this,
            [tellMaps](bool reduce) { tellMaps([reduce](auto &maps) { maps.setReduceMotion(reduce); }); });
    connect(page, &SettingsPage::coloursChosen, this,
            [tellMaps](MapColours colours) { tellMaps([colours](auto &maps) { maps.setMapColours(colours); }); });
    connect(page, &SettingsPage::coverChosen, m_cover, &Cover::setMinutes);
    connect(page, &SettingsPage::ghostsChosen, this, [this](bool shown) {
        if (TodayPage *today = m_today.ifMade()) {
            today->setGhosts(shown);
        }
    });
    connect(page, &SettingsPage::sampleWished, this, &MainWindow::sampleWished);
    return page;
}

HelpPage *MainWindow::makeHelp()
{
    (void)m_today.get(); // their commands are listed too
    (void)m_lookup.get();
    (void)m_care.get();
    (void)m_history.get();
    (void)m_trends.get();
    (void)m_learn.get();
    auto *page = new HelpPage{m_actions};
    m_pages->addWidget(page);
    return page;
}

QWidget *MainWindow::widgetOf(Page page)
{
    switch (page) {
    case Page::today:
        return &m_today.get();
    case Page::lookup:
        return &m_lookup.get();
    case Page::care:
        return &m_care.get();
    case Page::history:
        return &m_history.get();
    case Page::trends:
        return &m_trends.get();
    case Page::learn:
        return &m_learn.get();
    case Page::settings:
        return &m_settings.get();
    case Page::help:
        return &m_help.get();
    case Page::map:
        break;
    }
    return m_map;
}

void MainWindow::connectParts(JournalSession &session)
{
    connect(&session, &JournalSession::failed, m_status, &StatusLine::showError);
    connect(m_map, &MapPage::muscleShown, &m_source, &LookupSource::begin);
    const auto giveRules = [this] {
        m_map->setRules(m_source.data()->loaded.rules, m_source.data()->loaded.surroundings);
    };
    connect(&m_source, &LookupSource::ready, this, giveRules);
    if (m_source.data() != nullptr) {
        giveRules(); // another window has had them read
    }
    connect(m_map, &MapPage::readingRequested, this, &MainWindow::read);
    connect(m_map, &MapPage::careRequested, this, [this](PointId point) {
        showPage(Page::care);
        m_care.get().choose(point);
    });
    connect(m_map, &MapPage::failed, m_status, &StatusLine::showError);
    connect(m_map, &MapPage::arranged, this, &MainWindow::placeSearch);
    connect(m_navigation, &Navigation::pageChosen, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_search, &SearchBox::chosen, this, &MainWindow::openHit);
    connect(m_search, &SearchBox::peeked, this, [this](const std::optional<SearchHit> &hit) {
        const auto *muscle = hit ? std::get_if<MuscleHit>(&hit->what) : nullptr;
        if (muscle == nullptr || m_pages->currentWidget() != m_map) {
            m_map->endGlance();
        } else {
            m_map->glanceAt(muscle->muscle->id, muscle->side);
        }
    });
    connect(m_search, &SearchBox::left, this, [this] {
        if (m_pages->currentWidget() == m_map) {
            m_map->map().setFocus();
        } else {
            m_pages->currentWidget()->setFocus();
        }
    });
    connect(m_cover, &Cover::lifted, this, [this] { m_pages->currentWidget()->setFocus(); });
    const auto readPoints = [this, &session] { m_found->setPoints(session.read().openPoints()); };
    connect(&session, &JournalSession::changed, this, readPoints);
    readPoints();
    connect(&m_system, &SystemLook::changed, this, [this](bool dark) {
        Settings{}.set(setting::systemWasDark, dark);
        applyChoice();
    });
}

void MainWindow::addActions(JournalSession &session)
{
    QUndoStack &undo = session.undoStack();
    const auto add = [this](const char *id, const QString &words, const QList<QKeySequence> &keys, Icon icon,
                            auto run) {
        m_actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::window, keys, icon}, run);
    };
    add("search", tr("Search"), {QKeySequence{Qt::Key_Slash}, QKeySequence{QKeySequence::Find}}, Icon::search,
        [this] { m_search->begin(); });
    add("undo", tr("Undo"), QKeySequence::keyBindings(QKeySequence::Undo).mid(0, 1), Icon::undo,
        [&undo] { undo.undo(); });
    add("redo", tr("Redo"), {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, QKeySequence{Qt::CTRL | Qt::Key_Y}},
        Icon::redo, [&undo] { undo.redo(); });
    add("openToday", tr("Open today's page"), {QKeySequence{Qt::CTRL | Qt::Key_1}}, Icon::today,
        [this] { showPage(Page::today); });
    add("openMap", tr("Open the map"), {QKeySequence{Qt::CTRL | Qt::Key_2}}, Icon::map,
        [this] { showPage(Page::map); });
    add("openLookup", tr("Open the lookup"), {QKeySequence{Qt::CTRL | Qt::Key_3}}, Icon::search,
        [this] { showPage(Page::lookup); });
    add("openCare", tr("Work on your points"), {QKeySequence{Qt::CTRL | Qt::Key_4}}, Icon::care,
        [this] { showPage(Page::care); });
    add("openHistory", tr("Open the history"), {QKeySequence{Qt::CTRL | Qt::Key_5}}, Icon::history,
        [this] { showPage(Page::history); });
    add("openTrends", tr("Open the trends"), {QKeySequence{Qt::CTRL | Qt::Key_6}}, Icon::trends,
        [this] { showPage(Page::trends); });
    add("openLearn", tr("Open the articles and leaflets"), {QKeySequence{Qt::CTRL | Qt::Key_7}}, Icon::learn,
        [this] { showPage(Page::learn); });
    add("openSettings", tr("Open the settings"), {QKeySequence{Qt::CTRL | Qt::Key_Comma}}, Icon::settings,
        [this] { showPage(Page::settings); });
    add("openHelp", tr("Open the list of keys"), {QKeySequence{Qt::Key_F1}, QKeySequence{Qt::Key_Question}}, Icon::help,
        [this] { showPage(Page::help); });
    if (m_whose == WhoseJournal::own) {
        add("openSample", tr("Look around in a sample journal"), {}, Icon::page, [this] { Q_EMIT sampleWished(); });
    } else {
        add("leaveSample", tr("Remove the sample journal"), {}, Icon::page, [this] { Q_EMIT ownWished(); });
    }
    add("cover", tr("Cover the window"), {QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_H}, QKeySequence{Qt::Key_F9}},
        Icon::cover, [this] { m_cover->cover(); });
    add("theme", tr("Light or dark"), {QKeySequence{Qt::CTRL | Qt::Key_T}}, Icon::none, [this] {
        if (isHighContrast(m_theme)) {
            choose(isDark(m_theme) ? ThemeChoice::contrastLight : ThemeChoice::contrastDark);
        } else {
            choose(isDark(m_theme) ? ThemeChoice::light : ThemeChoice::dark);
        }
    });
    add("leave", tr("Close the program"), {QKeySequence{QKeySequence::Quit}}, Icon::none, [this] { close(); });
    QAbstractButton &cover = m_navigation->addButton(tr("Cover"), Icon::cover, QStringLiteral("coverButton"));
    cover.setToolTip(tr("Hides everything behind a neutral page (F9)"));
    connect(&cover, &QAbstractButton::clicked, this, [this] { m_cover->cover(); });
}

void MainWindow::openHit(const SearchHit &hit)
{
    if (QAction *const *action = std::get_if<QAction *>(&hit.what)) {
        (*action)->trigger();
        return;
    }
    if (const auto *written = std::get_if<Written>(&hit.what)) {
        showPage(Page::history);
        m_history.get().open(*written);
        return;
    }
    if (m_pages->currentWidget() == m_lookup.ifMade()) {
        LookupPage &page = m_lookup.get();
        std::visit(Overloaded{[&page](const MuscleHit &muscle) { page.showMuscle(muscle.muscle->id, muscle.side); },
                              [&page](const anatomy::ZonePlace &zone) { page.addZone(zone); },
                              [&page](const PointId &point) { page.showPoint(point); }, [](const auto &) {}},
                   hit.what);
        return;
    }
    showPage(Page::map);
    std::visit(Overloaded{[this](const MuscleHit &muscle) { m_map->showMuscle(muscle.muscle->id, muscle.side); },
                          [this](const anatomy::ZonePlace &zone) { m_map->showZone(zone); },
                          [this](const PointId &point) { m_map->showPoint(point); }, [](const auto &) {}},
               hit.what);
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentWidget(widgetOf(page));
    m_navigation->showPage(static_cast<int>(page));
    if (page == Page::map) {
        m_map->map().setFocus();
    } else if (page == Page::today) {
        m_today.get().begin();
    } else {
        m_pages->currentWidget()->setFocus();
    }
    placeSearch();
}

void MainWindow::placeSearch()
{
    const QWidget &page = *m_pages->currentWidget();
    const QPoint corner = page.mapTo(centralWidget(), QPoint{0, 0});
    if (&page == m_map || &page == m_lookup.ifMade()) {
        const QRect place = &page == m_map ? m_map->searchPlace() : m_lookup.get().searchPlace();
        m_search->place(corner + place.topLeft(), place.width(), corner.y() + place.bottom());
    } else {
        const int x = isRightToLeft() ? page.width() - searchWidth - space::xl : space::xl;
        m_search->place(corner + QPoint{x, space::m}, searchWidth, corner.y() + page.height() - space::xxl);
    }
    m_search->raise();
}

void MainWindow::knowledgeLoaded(std::vector<BodyRegion> regions)
{
    m_map->knowledgeLoaded(std::move(regions));
    m_found->setKnowledge(m_knowledge);
    if (TodayPage *today = m_today.ifMade()) {
        today->knowledgeLoaded();
    }
}

void MainWindow::choose(ThemeChoice choice)
{
    m_forced.reset();
    Settings{}.set(setting::theme, choice);
    if (SettingsPage *page = m_settings.ifMade()) {
        page->showTheme(choice);
    }
    applyChoice();
}

void MainWindow::applyChoice()
{
    const Theme theme = m_forced.value_or(themeFor(Settings{}.get(setting::theme), m_system.isDark()));
    if (theme != m_theme) {
        m_theme = theme;
        applyTheme(*qApp, theme);
        m_map->setTheme(theme);
        if (LookupPage *lookup = m_lookup.ifMade()) {
            lookup->setTheme(theme);
        }
        if (TodayPage *today = m_today.ifMade()) {
            today->setTheme(theme);
        }
        if (CarePage *care = m_care.ifMade()) {
            care->setTheme(theme);
        }
        if (HistoryPage *history = m_history.ifMade()) {
            history->setTheme(theme);
        }
        if (TrendsPage *trends = m_trends.ifMade()) {
            trends->setTheme(theme);
        }
        if (LearnPage *learn = m_learn.ifMade()) {
            learn->setTheme(theme);
        }
        m_search->setTheme(theme);
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    placeSearch();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    interruptCare();
    Settings settings;
    settings.set(setting::windowSize, size());
    const BodyLook look = m_map->map().bodyLook();
    settings.set(setting::bodySize, look.size);
    settings.set(setting::bodyLineThousandths, static_cast<int>(std::lround(look.lineWidth * 1000)));
    event->accept();
}

} // namespace palpate::desktop
