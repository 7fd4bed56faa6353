// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/instant.h"
#include "core/keyed.h"
#include "core/side.h"

namespace palpate {

enum class Palpated : std::uint8_t { notTried, nothing, tender, thatIsMyPain };

template <> struct Keys<Palpated> {
    static constexpr KeyTable<Palpated, 4> all{{{Palpated::notTried, "not-tried"},
                                                {Palpated::nothing, "nothing"},
                                                {Palpated::tender, "tender"},
                                                {Palpated::thatIsMyPain, "that-is-my-pain"}}};
};

struct ChecklistItem {
    MuscleId muscle;
    Side side = Side::midline;
    Palpated palpated = Palpated::notTried;
    std::optional<PointId> point; ///< the point marked from it

    friend bool operator==(const ChecklistItem &, const ChecklistItem &) = default;
};

using ChecklistId = RowId<struct ChecklistTag>;

/// The muscles that a lookup suggested, to be felt one after the other.
struct Checklist {
    ChecklistId id;
    Instant at;
    std::string words; ///< what was looked up
    std::vector<ChecklistItem> items{};

    friend bool operator==(const Checklist &, const Checklist &) = default;
};

} // namespace palpate
