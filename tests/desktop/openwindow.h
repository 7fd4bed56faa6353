// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QApplication>
#include <QTest>

#include "core/idsource.h"
#include "core/instant.h"
#include "desktop/history/historypage.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/lookuppage.h"
#include "desktop/page/mappage.h"
#include "desktop/shell/mainwindow.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/palpatestyle.h"
#include "referral/loadall.h"
#include "referral/loadknowledge.h"

namespace palpate::testing {

inline const std::filesystem::path resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";

inline const anatomy::Atlas &shippedAtlas()
{
    static const anatomy::Atlas atlas = anatomy::Atlas::load(resources / "atlas");
    return atlas;
}

inline const KnowledgeBase &shippedKnowledge()
{
    static const LoadedKnowledge loaded = loadKnowledge(resources / "knowledge", resources / "schema");
    return loaded.base;
}

/// The program's window on a real journal file, put together as main() does it. Gone, like a closed program, at the
/// end of the scope.
class OpenWindow {
public:
    explicit OpenWindow(const std::filesystem::path &journal, desktop::Theme theme = desktop::Theme::light,
                        QSize size = {1280, 800}, const Clock &clock = systemClock(),
                        desktop::WhoseJournal whose = desktop::WhoseJournal::own)
        : m_ids{clock},
          m_session{Journal::open(journal, {clock, m_ids.next<DeviceId>()}), clock, m_ids},
          m_scene{shippedAtlas()},
          m_source{shippedAtlas(),
                   [] { return loadAll(resources / "knowledge", resources / "schema", WithLibrary::yes); }}
    {
        desktop::applyTheme(*qApp, theme);
        desktop::Settings{}.set(desktop::setting::reduceMotion, true); // tests do not wait for animations
        window = std::make_unique<desktop::MainWindow>(m_scene, shippedKnowledge(), m_session, m_source, theme, whose);
        window->knowledgeLoaded();
        window->showPage(desktop::MainWindow::Page::map);
        window->resize(size);
        window->show();
        QApplication::setActiveWindow(window.get());
        if (!QTest::qWaitForWindowActive(window.get())) {
            throw std::runtime_error{"the window did not open"};
        }
    }

    OpenWindow(const OpenWindow &) = delete;
    OpenWindow &operator=(const OpenWindow &) = delete;
    OpenWindow(OpenWindow &&) = delete;
    OpenWindow &operator=(OpenWindow &&) = delete;
    /// The window goes before what it was made on: while it closes it still asks where it stood.
    ~OpenWindow() { window.reset(); }

    [[nodiscard]] desktop::JournalSession &session() { return m_session; }
    [[nodiscard]] desktop::BodyMap &map() { return window->mapPage().map(); }
    /// What lookups need, waiting until it has been read.
    [[nodiscard]] desktop::LookupData &lookupData()
    {
        m_source.begin();
        if (!QTest::qWaitFor([this] { return m_source.data() != nullptr; }, 20000)) {
            throw std::runtime_error{"what lookups need was not read"};
        }
        return *m_source.data();
    }
    /// The lookup page, shown and ready.
    [[nodiscard]] desktop::LookupPage &lookup()
    {
        window->showPage(desktop::MainWindow::Page::lookup);
        (void)lookupData();
        return window->lookupPage();
    }
    /// The history page, shown.
    [[nodiscard]] desktop::HistoryPage &history()
    {
        window->showPage(desktop::MainWindow::Page::history);
        return window->historyPage();
    }
    [[nodiscard]] desktop::MapScene &scene() { return m_scene; }
    [[nodiscard]] desktop::LookupSource &source() { return m_source; }

    /// A widget by its object name.
    template <typename Widget> [[nodiscard]] Widget &find(const char *name)
    {
        auto *widget = window->findChild<Widget *>(QString::fromLatin1(name));
        if (widget == nullptr) {
            throw std::runtime_error{std::string{"no widget is named "} + name};
        }
        return *widget;
    }

    std::unique_ptr<desktop::MainWindow> window;

private:
    static const Clock &systemClock()
    {
        static const SystemClock clock;
        return clock;
    }

    Uuid7Source m_ids;
    desktop::JournalSession m_session;
    desktop::MapScene m_scene;
    desktop::LookupSource m_source;
};

} // namespace palpate::testing
