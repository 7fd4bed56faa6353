// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/lookup.h"
#include "lookup/query.h"
#include "referral/loadall.h"

// The cases of tests/data/lookup: written from the literature by someone who had not seen the patterns. A third, by a
// hash of the id, is only counted: its texts are not to be read by whoever changes the patterns, words or weights.
namespace palpate::test {

struct Case {
    std::string id;
    std::string text;
    /// Of lookup cases: the referral group that the literature describes so.
    std::string group;
    /// Of lookup cases: what the same person would paint.
    std::vector<FeltPlace> zones;
    /// Of danger cases: the least urgency, or "despair".
    std::string urgency;
};

enum class Part { open, counted };

/// Of one file, by the name without its part ("danger").
[[nodiscard]] std::vector<Case> casesOf(std::string_view name, Part part);

/// FNV-1a of 32 bits (Fowler, Noll, Vo).
[[nodiscard]] std::uint32_t hashOf(std::string_view text) noexcept;

/// All that is known, read once.
[[nodiscard]] const LoadedAll &world();
[[nodiscard]] const Lookup &theLookup();

/// The place of a group in a list, counted from 1, a tie at its worst place; nothing when it is not there.
[[nodiscard]] std::optional<std::size_t> placeOf(const Ranking &ranking, std::string_view group);

} // namespace palpate::test
