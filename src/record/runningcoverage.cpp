// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/runningcoverage.h"

#include <algorithm>

#include "record/brush.h"

namespace palpate {

namespace {

constexpr double leastCoverage = 0.01;

/// Whether `now` is the stroke as it was, or the same with more corners at its end.
bool isGrownFrom(const Stroke &was, const Stroke &now)
{
    return was.view == now.view && was.brushMm == now.brushMm && was.erases == now.erases &&
           was.path.size() <= now.path.size() && std::equal(was.path.begin(), was.path.end(), now.path.begin());
}

} // namespace

RunningCoverage::RunningCoverage(const anatomy::Atlas &atlas, ZonePictureOf zones, const ZoneSizes &sizes)
    : m_atlas{atlas}, m_zones{std::move(zones)}, m_sizes{sizes}
{}

bool RunningCoverage::isGrownFromShown(std::span<const Stroke> strokes) const
{
    if (strokes.size() < m_shown.size()) {
        return false;
    }
    for (std::size_t at = 0; at < m_shown.size(); ++at) {
        // Of what lies under later strokes nothing may change.
        const bool isLast = at + 1 == m_shown.size();
        if (!isGrownFrom(m_shown[at], strokes[at]) || (!isLast && m_shown[at].path.size() != strokes[at].path.size())) {
            return false;
        }
    }
    return true;
}

void RunningCoverage::show(std::span<const Stroke> strokes)
{
    if (!isGrownFromShown(strokes)) {
        m_shown.clear();
        m_masks.clear();
        m_counts = {};
    }
    for (std::size_t at = m_shown.empty() ? 0 : m_shown.size() - 1; at < strokes.size(); ++at) {
        paint(strokes[at], at < m_shown.size() ? m_shown[at].path.size() : 0);
    }
    m_shown.assign(strokes.begin(), strokes.end());
}

void RunningCoverage::paint(const Stroke &stroke, std::size_t from)
{
    const anatomy::ViewInfo *view = m_atlas.findView(stroke.view);
    if (view == nullptr || from >= stroke.path.size()) {
        return;
    }
    const anatomy::GrayImage8 &zones = m_zones(*view);
    auto mask = m_masks.find(stroke.view);
    if (mask == m_masks.end()) {
        mask = m_masks.emplace(stroke.view, anatomy::GrayImage8{zones.width(), zones.height()}).first;
    }
    const std::uint8_t value = stroke.erases ? 0 : 1;
    forBrushed(*view, zones, stroke, from, [&](int x, int y) {
        std::uint8_t &pixel = mask->second.at(x, y);
        m_counts[zones.at(x, y)] += value - pixel;
        pixel = value;
    });
}

std::vector<ZoneCoverage> RunningCoverage::coverage(int area) const
{
    std::vector<ZoneCoverage> coverage;
    for (std::size_t number = 1; number < m_counts.size(); ++number) {
        const auto place = m_atlas.zoneAt(static_cast<std::uint8_t>(number));
        // The same skin painted from two views counts twice, but never for more than the whole zone.
        const double part = m_sizes[number] == 0 ? 0 : std::min(1.0, double(m_counts[number]) / m_sizes[number]);
        if (place && part >= leastCoverage) {
            coverage.push_back({area, place->zone, place->side, part});
        }
    }
    return coverage;
}

} // namespace palpate
