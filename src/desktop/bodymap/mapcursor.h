// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "anatomy/viewframe.h"

namespace palpate::desktop {

/// Something that the keyboard can stop at: the middle of a muscle, bone or zone in a view's picture.
struct CursorStop {
    std::string key;
    anatomy::PicturePx at;
};

/// Directions of the picture, whichever way the window's language is read: the anatomy is never mirrored.
enum class CursorMove : std::uint8_t { left, right, up, down };

inline constexpr std::array allCursorMoves{CursorMove::left, CursorMove::right, CursorMove::up, CursorMove::down};

/// Where the arrow keys lead from each stop. Usually that is the nearest stop in the direction of the key, better
/// straight than aslant: within 45 degrees of it, or where there is none, anywhere on that side. A stop that would be
/// led to from nowhere is put in on the way between two others.
class CursorPaths {
public:
    CursorPaths() = default;
    explicit CursorPaths(std::span<const CursorStop> stops);

    /// Nothing at the edge.
    [[nodiscard]] std::optional<std::size_t> from(std::size_t stop, CursorMove move) const
    {
        return m_next[stop][static_cast<std::size_t>(move)];
    }
    /// Whether the arrow keys lead to each stop, from one of them.
    [[nodiscard]] std::vector<bool> reachedFrom(std::size_t stop) const;

private:
    using Next = std::array<std::optional<std::size_t>, 4>; ///< by CursorMove

    bool putIn(std::span<const CursorStop> stops, std::size_t stop, std::size_t home);

    std::vector<Next> m_next;
};

/// Where the keyboard stands on the map. It knows no widgets.
class MapCursor {
public:
    /// The stops in their own order. The cursor is nowhere then, but remembers where it was last, also in a picture
    /// that does not show the place: the next move of any kind begins there if it is among the stops.
    void setStops(std::vector<CursorStop> stops);
    /// Where to begin when there is no better place; the topmost stop, which is the head, if it is not among the stops.
    void setStart(std::string key) { m_start = std::move(key); }

    /// Null when it is nowhere.
    [[nodiscard]] const CursorStop *current() const;
    [[nodiscard]] const std::vector<CursorStop> &stops() const noexcept { return m_stops; }

    // True when the cursor stands elsewhere afterwards. Without a current stop it goes to where it begins.

    /// Turning back on the spot leads to where one came from.
    bool go(CursorMove move);
    /// Through all stops in their order, and round.
    bool goOn(int by);
    /// To the topmost stop.
    bool goHome();
    bool goTo(const std::string &key);
    void leave() { m_current.reset(); }

private:
    [[nodiscard]] std::optional<std::size_t> find(const std::string &key) const;
    bool begin();
    bool moveTo(std::size_t stop);

    struct Step {
        std::size_t from;
        CursorMove move;
    };

    std::vector<CursorStop> m_stops;
    CursorPaths m_paths;
    std::optional<std::size_t> m_current;
    std::optional<Step> m_last; ///< the step that led to the current stop
    std::string m_remembered;
    std::string m_start;
};

} // namespace palpate::desktop
