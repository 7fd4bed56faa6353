// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/paindrawing.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "anatomy/view.h"
#include "core/localday.h"

namespace palpate::desktop {

namespace {

constexpr std::chrono::hours goneOnWith{1};

} // namespace

PainDrawing::PainDrawing(MapScene &scene, JournalSession &session, QObject *parent)
    : QObject{parent}, m_scene{scene}, m_session{session}
{
    connect(&session, &JournalSession::changed, this, &PainDrawing::journalChanged);
}

const ZoneSizes &PainDrawing::sizes() { return m_sizes.get(); }

void PainDrawing::load()
{
    if (!m_sizes.valid()) {
        // All views are read once, while the person looks at the first.
        m_sizes = std::async(std::launch::async, [&atlas = m_scene.atlas()] {
                      anatomy::GrayImage8 picture;
                      return zoneSizes(atlas, [&](const anatomy::ViewInfo &view) -> const anatomy::GrayImage8 & {
                          return picture = loadZones(atlas, view);
                      });
                  }).share();
    }
    if (m_present) {
        return;
    }
    const auto latest = latestBefore(std::nullopt);
    if (latest && m_session.now().utc - latest->at.utc < goneOnWith) {
        m_present = latest;
        m_earlier = latestBefore(latest->id);
    } else {
        m_earlier = latest;
    }
    m_area = 0;
    Q_EMIT changed();
}

std::optional<PainEntry> PainDrawing::latestBefore(const std::optional<PainEntryId> &entry) const
{
    // Most people painted lately: a window that grows finds that without reading ten years.
    const LocalDay today = dayOf(m_session.now());
    LocalDay to = today + std::chrono::days{1};
    for (const int days : std::array{7, 90, 4000}) {
        const LocalDay from = today - std::chrono::days{days};
        const auto entries = m_session.read().between<PainEntry>(from, to);
        const auto found = std::find_if(entries.rbegin(), entries.rend(),
                                        [&entry](const PainEntry &one) { return !entry || one.id != *entry; });
        if (found != entries.rend()) {
            return *found;
        }
    }
    return std::nullopt;
}

std::optional<PainArea> PainDrawing::currentArea() const
{
    const auto at = static_cast<std::size_t>(m_area);
    return m_present && at < m_present->areas.size() ? std::optional{m_present->areas[at]} : std::nullopt;
}

void PainDrawing::journalChanged()
{
    if (m_present) {
        m_present = m_session.read().find<PainEntry>(m_present->id); // undone, it is gone
        m_area = m_present ? std::min(m_area, static_cast<int>(m_present->areas.size())) : 0;
    } else if (m_sizes.valid()) {
        load();
        return;
    }
    Q_EMIT changed();
}

void PainDrawing::beginNew()
{
    m_earlier = m_present ? m_present : m_earlier;
    m_present.reset();
    m_area = 0;
    Q_EMIT changed();
}

void PainDrawing::chooseArea(int area)
{
    m_area = area;
    Q_EMIT changed();
}

void PainDrawing::beginArea() { chooseArea(m_present ? static_cast<int>(m_present->areas.size()) : 0); }

void PainDrawing::paint(Stroke stroke)
{
    PainEntry entry = m_present ? *m_present : m_session.newPainEntry();
    if (stroke.erases && entry.strokes.empty()) {
        return; // nothing there to take away
    }
    const auto at = static_cast<std::size_t>(m_area);
    if (at >= entry.areas.size()) {
        entry.areas.resize(at + 1);
    }
    stroke.area = m_area;
    const QString name = stroke.erases ? tr("Erase paint") : tr("Paint where it hurts");
    entry.strokes.push_back(std::move(stroke));
    store(std::move(entry), name);
}

void PainDrawing::store(PainEntry entry, const QString &name)
{
    entry.zones = coverageOf(
        m_scene.atlas(),
        [this](const anatomy::ViewInfo &view) -> const anatomy::GrayImage8 & { return m_scene.zones(view); }, sizes(),
        entry.strokes);
    const auto before = m_present;
    m_present = entry; // so that the journal's news finds it
    if (!m_session.save(entry, name)) {
        m_present = before;
        Q_EMIT changed();
    }
}

void PainDrawing::setIntensity(PainLevel level)
{
    if (currentArea()) {
        PainEntry entry = *m_present;
        entry.areas[static_cast<std::size_t>(m_area)].intensity = level;
        store(std::move(entry), tr("Pain in this area: %1 of 10").arg(level.value()));
    }
}

void PainDrawing::setQuality(Quality quality, bool on)
{
    if (currentArea()) {
        PainEntry entry = *m_present;
        entry.areas[static_cast<std::size_t>(m_area)].qualities.set(quality, on);
        store(std::move(entry), tr("How it feels in this area"));
    }
}

void PainDrawing::copyEarlier()
{
    if (m_earlier && !m_present) {
        PainEntry entry = m_session.newPainEntry();
        entry.areas = m_earlier->areas;
        entry.strokes = m_earlier->strokes;
        store(std::move(entry), tr("Same as last time"));
    }
}

void PainDrawing::removeAll()
{
    if (m_present) {
        m_session.remove(m_present->id, tr("Remove this drawing"));
    }
}

} // namespace palpate::desktop
