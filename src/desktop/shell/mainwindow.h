// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include "desktop/bodymap/mapscene.h"
#include "desktop/journalsession.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

class MapPage;
class StatusLine;

/// The one window. It composes the pages and the status line and does nothing else.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Everything handed over must outlive the window. Throws DataFileError when the map cannot be loaded.
    MainWindow(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Theme theme);

    [[nodiscard]] MapPage &mapPage() { return *m_page; }
    [[nodiscard]] StatusLine &statusLine() { return *m_status; }
    [[nodiscard]] Theme theme() const { return m_theme; }
    void setTheme(Theme theme);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    Theme m_theme;
    MapPage *m_page = nullptr;
    StatusLine *m_status = nullptr;
};

} // namespace palpate::desktop
