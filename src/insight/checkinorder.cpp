// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/checkinorder.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace palpate {

namespace {

struct Usual {
    const char *name;
    Scale scale;
};
constexpr std::array usualFactors{Usual{"sleep", Scale::zeroToTen}, Usual{"stress", Scale::zeroToTen},
                                  Usual{"painkillers", Scale::count}};

/// As people write it: "Sleep" is sleep.
std::string lower(std::string name)
{
    std::ranges::transform(name, name.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return name;
}

bool isAnswered(const PointOverview &point, LocalDay today)
{
    return point.latestSoreness && !point.latestSoreness->carriedOver && dayOf(point.latestSoreness->at) >= today;
}

} // namespace

std::vector<PointOverview> inOrderOfCheckIn(std::vector<PointOverview> points, LocalDay today, bool nothingToday)
{
    std::ranges::stable_sort(points, {}, [&](const PointOverview &point) {
        const int worst = point.latestSoreness ? point.latestSoreness->level.value() : -1;
        return std::tuple{nothingToday || isAnswered(point, today), -worst};
    });
    return points;
}

std::vector<AskedFactor> askedFactors(std::span<const Factor> factors)
{
    std::vector<AskedFactor> asked;
    for (const Factor &factor : factors) {
        if (factor.pinned && asked.size() < mostPinnedFactors) {
            asked.push_back({factor.id, factor.name, factor.scale});
        }
    }
    for (const Usual &usual : usualFactors) {
        const bool isKnown =
            std::ranges::any_of(factors, [&usual](const Factor &factor) { return lower(factor.name) == usual.name; });
        if (!isKnown && asked.size() < mostPinnedFactors) {
            asked.push_back({std::nullopt, usual.name, usual.scale});
        }
    }
    return asked;
}

} // namespace palpate
