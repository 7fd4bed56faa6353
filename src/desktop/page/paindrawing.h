// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>
#include <optional>

#include <QObject>

#include "desktop/bodymap/mapscene.h"
#include "desktop/journalsession.h"
#include "record/painentry.h"
#include "record/paintmask.h"

namespace palpate::desktop {

/// What is being painted now: one pain entry, stored after every stroke, and the one before it. A drawing that was
/// touched within the last hour is gone on with; later a new one begins.
class PainDrawing : public QObject {
    Q_OBJECT

public:
    /// Scene and session must outlive the drawing.
    PainDrawing(MapScene &scene, JournalSession &session, QObject *parent = nullptr);

    /// Nothing until the first stroke.
    [[nodiscard]] const std::optional<PainEntry> &present() const { return m_present; }
    [[nodiscard]] const std::optional<PainEntry> &earlier() const { return m_earlier; }
    /// The area that is painted on; one past the last when the next stroke begins a new one.
    [[nodiscard]] int area() const { return m_area; }
    [[nodiscard]] std::optional<PainArea> currentArea() const;

    /// Looks up what there is. Cheap enough for whenever the skin is shown.
    void load();
    void beginNew();
    void chooseArea(int area);
    void beginArea();
    /// The stroke gets the present area.
    void paint(Stroke stroke);
    void setIntensity(PainLevel level);
    void setQuality(Quality quality, bool on);
    /// Stores what was painted last time as felt now.
    void copyEarlier();
    void removeAll();

Q_SIGNALS:
    void changed();

private:
    void journalChanged();
    [[nodiscard]] std::optional<PainEntry> latestBefore(const std::optional<PainEntryId> &entry) const;
    void store(PainEntry entry, const QString &name);
    [[nodiscard]] const ZoneSizes &sizes();

    MapScene &m_scene;
    JournalSession &m_session;
    std::optional<PainEntry> m_present;
    std::optional<PainEntry> m_earlier;
    int m_area = 0;
    std::shared_future<ZoneSizes> m_sizes;
};

} // namespace palpate::desktop
