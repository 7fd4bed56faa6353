// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QVBoxLayout>

#include "desktop/page/mappage.h"
#include "desktop/shell/accessibility.h"
#include "desktop/shell/settings.h"
#include "desktop/shell/statusline.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

MainWindow::MainWindow(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Theme theme)
    : m_theme{theme}
{
    installAccessibility();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Palpate"));
    setMinimumSize(1024, 640);
    const Settings settings;
    const anatomy::ViewInfo *view = scene.atlas().findView(settings.view());
    m_page = new MapPage{
        scene, knowledge, session, view == nullptr ? scene.atlas().views().front() : *view, settings.layer(), theme};
    m_status = new StatusLine{session.undoStack()};
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_page, 1);
    layout->addWidget(m_status);
    setCentralWidget(content);
    resize(settings.windowSize());

    connect(&session, &JournalSession::failed, m_status, &StatusLine::showError);
    connect(m_page, &MapPage::failed, m_status, &StatusLine::showError);
    connect(m_status, &StatusLine::themeToggled, this,
            [this] { setTheme(m_theme == Theme::light ? Theme::dark : Theme::light); });
    connect(m_page, &MapPage::viewChanged, this, [this] {
        Settings{}.setView(m_page->map().view().id);
        Settings{}.setLayer(m_page->map().layer());
    });
    m_page->map().setFocus();
}

void MainWindow::setTheme(Theme theme)
{
    m_theme = theme;
    Settings{}.setTheme(theme);
    applyTheme(*qApp, theme);
    m_page->setTheme(theme);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Settings{}.setWindowSize(size());
    event->accept();
}

} // namespace palpate::desktop
