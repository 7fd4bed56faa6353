// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QMainWindow>

#include "desktop/bodymap/mapscene.h"
#include "desktop/controls/late.h"
#include "desktop/journalsession.h"
#include "desktop/shell/actions.h"
#include "desktop/shell/searchmodel.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/systemlook.h"
#include "referral/bodyregion.h"
#include "referral/knowledgebase.h"

class QStackedWidget;

namespace palpate::desktop {

class CarePage;
class Cover;
class HelpPage;
class HistoryPage;
class LearnPage;
class LookupPage;
class LookupSource;
class MapPage;
class Navigation;
class ReminderService;
class SearchBox;
class SettingsPage;
class StatusLine;
class TodayPage;
class TrendsPage;

/// The person's own journal, or the sample that they look around in.
enum class WhoseJournal { own, sample };

/// The one window. It composes navigation, pages, search, cover and status line and does nothing else.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    enum class Page { today, map, lookup, care, history, trends, learn, settings, help };

    /// Everything handed over must outlive the window. The source is asked to begin when a muscle or the lookup page is
    /// first shown. `theme` holds until another is chosen; without one the window looks as it is remembered. Opens on
    /// today's page; on the map while there is no point.
    MainWindow(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
               std::optional<Theme> theme = std::nullopt, WhoseJournal whose = WhoseJournal::own);

    /// A session that runs is kept as interrupted: the window may go without being closed, when another journal is
    /// opened.
    ~MainWindow() override;
    MainWindow(const MainWindow &) = delete;
    MainWindow &operator=(const MainWindow &) = delete;
    MainWindow(MainWindow &&) = delete;
    MainWindow &operator=(MainWindow &&) = delete;

    [[nodiscard]] MapPage &mapPage() { return *m_map; }
    [[nodiscard]] TodayPage &todayPage() { return m_today.get(); }
    [[nodiscard]] LookupPage &lookupPage() { return m_lookup.get(); }
    [[nodiscard]] CarePage &carePage() { return m_care.get(); }
    [[nodiscard]] ReminderService &reminders() { return m_reminders.get(); }
    [[nodiscard]] HistoryPage &historyPage() { return m_history.get(); }
    [[nodiscard]] TrendsPage &trendsPage() { return m_trends.get(); }
    [[nodiscard]] LearnPage &learnPage() { return m_learn.get(); }
    [[nodiscard]] StatusLine &statusLine() { return *m_status; }
    [[nodiscard]] Actions &actions() { return m_actions; }
    [[nodiscard]] Theme theme() const { return m_theme; }
    /// What it was opened with, while the person has chosen no other.
    [[nodiscard]] std::optional<Theme> forcedTheme() const { return m_forced; }
    void choose(ThemeChoice choice);
    void showPage(Page page);
    /// To be called when the knowledge base has been filled after the window was made. By the regions zones are grouped
    /// for those who hear the map.
    void knowledgeLoaded(std::vector<BodyRegion> regions = {});

Q_SIGNALS:
    void sampleWished();
    /// Away from the sample, back to the own journal.
    void ownWished();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void interruptCare();
    void compose(MapScene &scene, JournalSession &session);
    [[nodiscard]] TodayPage *makeToday(MapScene &scene, JournalSession &session);
    [[nodiscard]] LookupPage *makeLookup(MapScene &scene, JournalSession &session);
    [[nodiscard]] CarePage *makeCare(MapScene &scene, JournalSession &session);
    [[nodiscard]] TrendsPage *makeTrends(MapScene &scene, JournalSession &session);
    [[nodiscard]] HistoryPage *makeHistory(MapScene &scene, JournalSession &session);
    [[nodiscard]] LearnPage *makeLearn(MapScene &scene);
    void read(const MuscleId &muscle);
    [[nodiscard]] SettingsPage *makeSettings(JournalSession &session);
    [[nodiscard]] HelpPage *makeHelp();
    [[nodiscard]] QWidget *widgetOf(Page page);
    void connectParts(JournalSession &session);
    void addActions(JournalSession &session);
    void openHit(const SearchHit &hit);
    void applyChoice();
    void placeSearch();

    const KnowledgeBase &m_knowledge;
    LookupSource &m_source;
    WhoseJournal m_whose;
    Actions m_actions;
    SystemLook m_system;
    std::optional<Theme> m_forced;
    Theme m_theme;
    SearchModel *m_found = nullptr;
    QStackedWidget *m_pages = nullptr;
    Navigation *m_navigation = nullptr;
    MapPage *m_map = nullptr;
    Late<TodayPage> m_today;
    Late<LookupPage> m_lookup;
    Late<CarePage> m_care;
    Late<ReminderService> m_reminders;
    Late<HistoryPage> m_history;
    Late<TrendsPage> m_trends;
    Late<LearnPage> m_learn;
    Late<SettingsPage> m_settings;
    Late<HelpPage> m_help;
    SearchBox *m_search = nullptr;
    StatusLine *m_status = nullptr;
    Cover *m_cover = nullptr;
};

} // namespace palpate::desktop
