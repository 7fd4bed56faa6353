// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/journalswitch.h"

#include <filesystem>
#include <stdexcept>

#include <QTemporaryDir>

#include "desktop/journalsession.h"
#include "desktop/phrases.h"
#include "desktop/shell/mainwindow.h"
#include "desktop/shell/statusline.h"
#include "journal/journalerror.h"
#include "sample/samplejournal.h"

namespace palpate::desktop {

/// In this order: the window goes first, then the journal, then the folder that a sample lies in.
struct JournalSwitch::Opened {
    Opened(std::unique_ptr<QTemporaryDir> sampleFolder, Journal journal, const Parts &parts)
        : folder{std::move(sampleFolder)},
          session{std::move(journal), parts.clock, parts.ids},
          window{std::make_unique<MainWindow>(parts.scene, parts.knowledge, session, parts.source, parts.theme,
                                              folder ? WhoseJournal::sample : WhoseJournal::own)}
    {}

    std::unique_ptr<QTemporaryDir> folder; ///< none for the own journal
    JournalSession session;
    std::unique_ptr<MainWindow> window;
};

JournalSwitch::JournalSwitch(const Parts &parts, Journal own, OpenJournal openOwn)
    : m_parts{parts},
      m_openOwn{std::move(openOwn)},
      m_opened{std::make_unique<Opened>(nullptr, std::move(own), m_parts)}
{
    prepare(*m_opened);
}

JournalSwitch::~JournalSwitch() = default;

MainWindow &JournalSwitch::window() { return *m_opened->window; }

JournalSession &JournalSwitch::session() { return m_opened->session; }

bool JournalSwitch::isSample() const { return m_opened->folder != nullptr; }

void JournalSwitch::knowledgeLoaded(std::vector<BodyRegion> regions)
{
    m_regions = std::move(regions);
    m_opened->window->knowledgeLoaded(*m_regions);
}

void JournalSwitch::prepare(Opened &opened)
{
    // Queued: the window that asks is gone afterwards.
    connect(opened.window.get(), &MainWindow::sampleWished, this, &JournalSwitch::openSample, Qt::QueuedConnection);
    connect(opened.window.get(), &MainWindow::ownWished, this, &JournalSwitch::openOwn, Qt::QueuedConnection);
    if (m_regions) {
        opened.window->knowledgeLoaded(*m_regions);
    }
}

std::unique_ptr<JournalSwitch::Opened> JournalSwitch::makeSample()
{
    auto folder = std::make_unique<QTemporaryDir>(); // for this person alone
    if (!folder->isValid()) {
        throw std::runtime_error{folder->errorString().toStdString()};
    }
    Journal journal =
        Journal::open(std::filesystem::path{folder->filePath(QStringLiteral("sample.palpate")).toStdString()},
                      {m_parts.clock, m_parts.ids.next<DeviceId>()});
    (void)journal.add(sample::threeMonths(m_parts.scene.atlas(), m_parts.clock.now()));
    return std::make_unique<Opened>(std::move(folder), std::move(journal), m_parts);
}

void JournalSwitch::openSample()
{
    if (isSample()) {
        return;
    }
    m_parts.theme = window().forcedTheme();
    try {
        exchange(makeSample());
    } catch (const JournalError &error) {
        window().statusLine().showError(phrases::error(error));
    } catch (const std::exception &error) {
        window().statusLine().showError(tr("The sample could not be made: %1. Your journal is open as before.")
                                            .arg(QString::fromUtf8(error.what())));
    }
}

void JournalSwitch::openOwn()
{
    if (!isSample()) {
        return;
    }
    m_parts.theme = window().forcedTheme();
    try {
        exchange(std::make_unique<Opened>(nullptr, m_openOwn(), m_parts));
    } catch (const JournalError &error) {
        window().statusLine().showError(phrases::error(error));
    }
}

void JournalSwitch::exchange(std::unique_ptr<Opened> opened)
{
    prepare(*opened);
    MainWindow &before = window();
    MainWindow &after = *opened->window;
    after.setGeometry(before.geometry());
    after.setWindowState(before.windowState());
    after.show(); // first, so that there is a window at any time
    before.close();
    m_opened = std::move(opened);
}

} // namespace palpate::desktop
