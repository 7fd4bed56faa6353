// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>

#include "core/idsource.h"
#include "core/instant.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "journal/journal.h"
#include "referral/bodyregion.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

class JournalSession;
class LookupSource;
class MainWindow;

/// The window on the person's own journal or, when they wish to look around, on a sample of three months. One of the
/// two is open at a time. The sample lies in a folder of its own that is gone with it, so nothing of it can end up in
/// the own journal, its backups or its reminders.
class JournalSwitch : public QObject {
    Q_OBJECT

public:
    /// What a window is made of; all of it must outlive the switch.
    struct Parts {
        MapScene &scene;
        const KnowledgeBase &knowledge;
        LookupSource &source;
        const Clock &clock;
        IdSource &ids;
        std::optional<Theme> theme; ///< holds until another is chosen
    };
    using OpenJournal = std::function<Journal()>;

    /// Opens the window on `own`, not yet shown. `openOwn` opens it again after the sample; it may throw JournalError.
    JournalSwitch(const Parts &parts, Journal own, OpenJournal openOwn);
    ~JournalSwitch() override;
    JournalSwitch(const JournalSwitch &) = delete;
    JournalSwitch &operator=(const JournalSwitch &) = delete;
    JournalSwitch(JournalSwitch &&) = delete;
    JournalSwitch &operator=(JournalSwitch &&) = delete;

    [[nodiscard]] MainWindow &window();
    [[nodiscard]] JournalSession &session();
    [[nodiscard]] bool isSample() const;

    /// As MainWindow::knowledgeLoaded(), for this window and those to come.
    void knowledgeLoaded(std::vector<BodyRegion> regions);
    /// Neither does anything when it is open already. What fails is told in the window that stays.
    void openSample();
    void openOwn();

private:
    struct Opened;

    [[nodiscard]] std::unique_ptr<Opened> makeSample();
    void exchange(std::unique_ptr<Opened> opened);
    void prepare(Opened &opened);

    Parts m_parts;
    OpenJournal m_openOwn;
    std::optional<std::vector<BodyRegion>> m_regions; ///< once the knowledge has been read
    std::unique_ptr<Opened> m_opened;
};

} // namespace palpate::desktop
