// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapcursor.h"

#include <algorithm>
#include <cmath>

namespace palpate::desktop {

namespace {

CursorMove opposite(CursorMove move)
{
    switch (move) {
    case CursorMove::left:
        return CursorMove::right;
    case CursorMove::right:
        return CursorMove::left;
    case CursorMove::up:
        return CursorMove::down;
    case CursorMove::down:
        break;
    }
    return CursorMove::up;
}

/// How far one place lies from another along a direction, and how far beside it.
struct Way {
    double along;
    double beside;
};

Way wayFrom(anatomy::PicturePx from, anatomy::PicturePx to, CursorMove move)
{
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    switch (move) {
    case CursorMove::left:
        return {-x, std::abs(y)};
    case CursorMove::right:
        return {x, std::abs(y)};
    case CursorMove::up:
        return {-y, std::abs(x)};
    case CursorMove::down:
        break;
    }
    return {y, std::abs(x)};
}

std::optional<std::size_t> neighbourOf(std::span<const CursorStop> stops, std::size_t from, CursorMove move)
{
    /// A step aside counts as much as this many steps ahead.
    constexpr double bias = 2;
    std::optional<std::size_t> best;
    double leastCost = 0;
    bool isBestInCone = false;
    for (std::size_t at = 0; at < stops.size(); ++at) {
        const Way way = wayFrom(stops[from].at, stops[at].at, move);
        if (at == from || way.along <= 0) {
            continue;
        }
        const bool isInCone = way.beside <= way.along;
        const double cost = way.along + bias * way.beside;
        if (!best || (isInCone && !isBestInCone) || (isInCone == isBestInCone && cost < leastCost)) {
            best = at;
            leastCost = cost;
            isBestInCone = isInCone;
        }
    }
    return best;
}

std::size_t topmost(std::span<const CursorStop> stops)
{
    const auto top = std::min_element(stops.begin(), stops.end(),
                                      [](const CursorStop &a, const CursorStop &b) { return a.at.y < b.at.y; });
    return static_cast<std::size_t>(top - stops.begin());
}

} // namespace

CursorPaths::CursorPaths(std::span<const CursorStop> stops) : m_next(stops.size())
{
    for (std::size_t at = 0; at < stops.size(); ++at) {
        for (const CursorMove move : allCursorMoves) {
            m_next[at][static_cast<std::size_t>(move)] = neighbourOf(stops, at, move);
        }
    }
    if (stops.empty()) {
        return;
    }
    const std::size_t home = topmost(stops);
    for (std::size_t at = 0; at < stops.size(); ++at) {
        if (!reachedFrom(home)[at]) {
            putIn(stops, at, home);
        }
    }
}

std::vector<bool> CursorPaths::reachedFrom(std::size_t stop) const
{
    std::vector<bool> reached(m_next.size(), false);
    std::vector<std::size_t> toVisit{stop};
    reached[stop] = true;
    while (!toVisit.empty()) {
        const std::size_t at = toVisit.back();
        toVisit.pop_back();
        for (const auto &next : m_next[at]) {
            if (next && !reached[*next]) {
                reached[*next] = true;
                toVisit.push_back(*next);
            }
        }
    }
    return reached;
}

bool CursorPaths::putIn(std::span<const CursorStop> stops, std::size_t stop, std::size_t home)
{
    const auto reachedBefore = reachedFrom(home);
    const auto count = std::count(reachedBefore.begin(), reachedBefore.end(), true);
    // From a neighbour of its own one goes there, turned back, and on from there to what came next before.
    for (const CursorMove there : allCursorMoves) {
        const auto neighbour = neighbourOf(stops, stop, there);
        if (!neighbour || !reachedBefore[*neighbour]) {
            continue;
        }
        const auto back = static_cast<std::size_t>(opposite(there));
        const Next own = m_next[stop];
        const Next theirs = m_next[*neighbour];
        m_next[stop][back] = theirs[back];
        m_next[*neighbour][back] = stop;
        const auto reached = reachedFrom(home);
        if (std::count(reached.begin(), reached.end(), true) > count) {
            return true;
        }
        m_next[stop] = own;
        m_next[*neighbour] = theirs;
    }
    return false;
}

void MapCursor::setStops(std::vector<CursorStop> stops)
{
    m_current.reset();
    m_last.reset();
    m_stops = std::move(stops);
    m_paths = CursorPaths{m_stops};
}

const CursorStop *MapCursor::current() const { return m_current ? &m_stops[*m_current] : nullptr; }

bool MapCursor::go(CursorMove move)
{
    if (!m_current) {
        return begin();
    }
    const std::size_t from = *m_current;
    const auto to = m_last && m_last->move == opposite(move) ? std::optional{m_last->from} : m_paths.from(from, move);
    if (!to) {
        return false;
    }
    moveTo(*to);
    m_last = Step{from, move};
    return true;
}

bool MapCursor::goOn(int by)
{
    if (!m_current) {
        return begin();
    }
    const auto count = static_cast<std::ptrdiff_t>(m_stops.size());
    const std::ptrdiff_t to = ((static_cast<std::ptrdiff_t>(*m_current) + by) % count + count) % count;
    return moveTo(static_cast<std::size_t>(to));
}

bool MapCursor::goHome() { return !m_stops.empty() && moveTo(topmost(m_stops)); }

bool MapCursor::goTo(const std::string &key)
{
    const auto stop = find(key);
    return stop && moveTo(*stop);
}

std::optional<std::size_t> MapCursor::find(const std::string &key) const
{
    const auto found =
        std::find_if(m_stops.begin(), m_stops.end(), [&](const CursorStop &stop) { return stop.key == key; });
    return found == m_stops.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - m_stops.begin())};
}

bool MapCursor::begin()
{
    if (m_stops.empty()) {
        return false;
    }
    auto stop = find(m_remembered);
    if (!stop) {
        stop = find(m_start);
    }
    return moveTo(stop.value_or(topmost(m_stops)));
}

bool MapCursor::moveTo(std::size_t stop)
{
    m_last.reset();
    const bool isElsewhere = m_current != stop;
    m_current = stop;
    m_remembered = m_stops[stop].key;
    return isElsewhere;
}

} // namespace palpate::desktop
