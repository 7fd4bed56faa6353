// SPDX-License-Identifier: GPL-3.0-or-later
// How good the lookup is, counted on every run over cases that were written before.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

#include "lookup/cases.h"

using namespace palpate;
using namespace palpate::test;

namespace {

struct Share {
    std::size_t hits = 0;
    std::size_t of = 0;

    [[nodiscard]] double value() const { return of == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(of); }
};

/// With the 95 % interval of Wilson 1927 (doi 10.1080/01621459.1927.10502953).
std::ostream &operator<<(std::ostream &out, const Share &share)
{
    constexpr double z = 1.959964;
    const auto n = static_cast<double>(std::max<std::size_t>(1, share.of));
    const double p = share.value();
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return out << std::fixed << std::setprecision(3) << p << " (" << share.hits << " of " << share.of << ", 95 % "
               << std::max(0.0, centre - half) << " to " << std::min(1.0, centre + half) << ")";
}

struct Hits {
    Share first;
    Share firstFive;

    void count(std::optional<std::size_t> place)
    {
        first.hits += place && *place == 1 ? 1U : 0U;
        firstFive.hits += place && *place <= 5 ? 1U : 0U;
        ++first.of;
        ++firstFive.of;
    }
};

using HitsByGroup = std::map<std::string, Hits>;

template <typename Rank> Hits hitsOf(const std::vector<Case> &cases, bool tellMisses, HitsByGroup &byGroup, Rank rank)
{
    Hits hits;
    for (const Case &one : cases) {
        const auto place = placeOf(rank(one), one.group);
        hits.count(place);
        byGroup[one.group].count(place);
        if (tellMisses && place != 1U) {
            std::cout << "  " << one.id << ": " << (place ? std::to_string(*place) : "not listed") << "\n";
        }
    }
    return hits;
}

Ranking byWords(const Case &one) { return theLookup().answer({{}, one.text, {}, {}, {}, {}}).ranking; }

Ranking byZones(const Case &one)
{
    LookupQuery query;
    query.felt = one.zones;
    return theLookup().answer({query, "", {}, {}, {}, {}}).ranking;
}

/// Misses of the open part, named when asked for.
bool tells(Part part) { return part == Part::open && std::getenv("PALPATE_TELL_MISSES") != nullptr; }

const char *nameOf(Part part) { return part == Part::open ? "open" : "counted only"; }

/// The urgency that the answer raises at most.
std::string raised(const Case &one)
{
    const auto alerts = theLookup().answer({{}, one.text, {}, {}, {}, {}}).alerts;
    if (alerts.empty()) {
        return "none";
    }
    return alerts.front()->kind == RedFlagKind::despair ? "despair" : std::string(toKey(alerts.front()->urgency));
}

int urgencyOf(const std::string &name)
{
    static const std::map<std::string, int> order{{"none", 0},     {"caution", 1},   {"doctor", 2},
                                                  {"same-day", 3}, {"emergency", 4}, {"despair", 5}};
    return order.at(name);
}

} // namespace

TEST_CASE("a third of the cases, by their hash, is only counted")
{
    std::set<std::string> ids;
    for (const char *name : {"lookup-words", "danger", "harmless", "nothing"}) {
        for (const Part part : {Part::open, Part::counted}) {
            for (const Case &one : casesOf(name, part)) {
                INFO(one.id);
                CHECK(ids.insert(one.id).second);
                CHECK((hashOf(one.id) % 3 == 0) == (part == Part::counted));
            }
        }
    }
    CHECK(ids.size() >= 280);
}

TEST_CASE("words and painted zones find the group that the literature describes", "[report]")
{
    HitsByGroup wordsByGroup;
    HitsByGroup zonesByGroup;
    for (const Part part : {Part::open, Part::counted}) {
        const std::vector<Case> cases = casesOf("lookup-words", part);
        std::set<std::string> groups;
        std::ranges::for_each(cases, [&groups](const Case &one) { groups.insert(one.group); });
        const Hits words = hitsOf(cases, tells(part), wordsByGroup, byWords);
        const Hits zones = hitsOf(cases, false, zonesByGroup, byZones);
        std::cout << "lookup, " << nameOf(part) << ", " << groups.size() << " referral groups:\n  words hit@1 "
                  << words.first << "\n  words hit@5 " << words.firstFive << "\n  zones hit@1 " << zones.first
                  << "\n  zones hit@5 " << zones.firstFive << "\n";
        CHECK(words.first.value() >= 0.70);
        CHECK(words.firstFive.value() >= 0.95);
        CHECK(zones.firstFive.value() >= 0.97);
    }
    std::cout << "by referral group, both parts, words:\n";
    for (const auto &[group, hits] : wordsByGroup) {
        std::cout << "  " << std::left << std::setw(36) << group << " hit@1 " << hits.first << ", hit@5 "
                  << hits.firstFive << "\n";
    }
}

TEST_CASE("danger is seen at least as urgent as it is", "[report]")
{
    for (const Part part : {Part::open, Part::counted}) {
        std::map<std::string, Share> caught;
        for (const Case &one : casesOf("danger", part)) {
            const std::string seen = raised(one);
            const bool isSeen =
                one.urgency == "despair" ? seen == "despair" : urgencyOf(seen) >= urgencyOf(one.urgency);
            ++caught[one.urgency].of;
            caught[one.urgency].hits += isSeen ? 1U : 0U;
            if (!isSeen && tells(part)) {
                std::cout << "  " << one.id << ": " << one.urgency << ", seen as " << seen << "\n";
            }
        }
        for (const auto &[urgency, share] : caught) {
            std::cout << "danger, " << nameOf(part) << ", " << urgency << ": " << share << "\n";
        }
        // The target is every emergency; on the part that is only counted it is missed (see docs/lookup.md), and
        // must not be missed by more.
        const bool isOpen = part == Part::open;
        CHECK(caught["emergency"].value() >= (isOpen ? 1.0 : 0.85));
        CHECK(caught["despair"].value() >= (isOpen ? 1.0 : 0.85));
        CHECK(caught["same-day"].value() >= (isOpen ? 1.0 : 0.94));
        CHECK(caught["doctor"].value() >= (isOpen ? 1.0 : 0.94));
    }
}

TEST_CASE("everyday complaints raise no alarm", "[report]")
{
    for (const Part part : {Part::open, Part::counted}) {
        Share alarms;
        for (const Case &one : casesOf("harmless", part)) {
            const std::string seen = raised(one);
            ++alarms.of;
            alarms.hits += seen == "none" ? 0U : 1U;
            if (seen != "none" && tells(part)) {
                std::cout << "  " << one.id << ": " << seen << "\n";
            }
        }
        std::cout << "false alarms, " << nameOf(part) << ": " << alarms << "\n";
        // The target is 2 of 100; on the part that is only counted it is missed (see docs/lookup.md), and must not be
        // missed by more.
        CHECK(alarms.value() <= (part == Part::open ? 0.02 : 0.079));
    }
}

TEST_CASE("from words without a place comes no list", "[report]")
{
    for (const Part part : {Part::open, Part::counted}) {
        Share listed;
        for (const Case &one : casesOf("nothing", part)) {
            const bool isEmpty = byWords(one).candidates.empty();
            ++listed.of;
            listed.hits += isEmpty ? 0U : 1U;
            if (!isEmpty && tells(part)) {
                std::cout << "  " << one.id << ": a list\n";
            }
        }
        std::cout << "lists from nothing, " << nameOf(part) << ": " << listed << "\n";
        CHECK(listed.hits == 0);
    }
}
