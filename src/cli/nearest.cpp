// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace palpate::cli {

namespace {

/// Longer than any id; what a person types may be any length, and the time grows with it.
constexpr std::size_t longest = 100;

} // namespace

std::size_t editDistance(std::string_view one, std::string_view other)
{
    // The last row of the usual table: what it takes to make the first letters of `one` into those of `other`.
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t at = 1; at <= one.size(); ++at) {
        std::size_t diagonal = std::exchange(row[0], at);
        for (std::size_t to = 1; to <= other.size(); ++to) {
            const std::size_t changed = diagonal + (one[at - 1] == other[to - 1] ? 0U : 1U);
            diagonal = row[to];
            row[to] = std::min({changed, row[to] + 1, row[to - 1] + 1});
        }
    }
    return row.at(other.size());
}

std::vector<std::string> nearestTo(std::string_view text, std::vector<std::string> known, std::size_t count)
{
    const std::string_view typed = text.substr(0, longest);
    std::ranges::stable_sort(known, {}, [typed](const std::string &one) { return editDistance(typed, one); });
    known.resize(std::min(count, known.size()));
    return known;
}

} // namespace palpate::cli
