// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "journal/journalerror.h"
#include "journal/journalreader.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

namespace palpate::testing {

/// All that a journal answers, to compare one moment with another.
struct Snapshot {
    std::vector<PointOverview> points;
    std::map<PointId, std::vector<Rating>> ratings;

    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

inline Snapshot snapshotOf(const JournalReader &journal)
{
    Snapshot snapshot{journal.openPoints(), {}};
    for (const PointOverview &overview : snapshot.points) {
        snapshot.ratings[overview.point.id] = journal.ratingsOf(overview.point.id);
    }
    return snapshot;
}

inline Snapshot snapshotOf(const Journal &journal) { return snapshotOf(journal.read()); }

/// A temporary folder with the path of a journal in it, and values that differ from one call to the next.
struct Bench {
    TempDir folder;
    std::filesystem::path file = folder.path() / "journal.palpate";
    FixedClock clock;
    CountingIds ids;
    DeviceId device{{0xde, 0x51, 0xce}};

    [[nodiscard]] Journal open() const { return Journal::open(file, writer()); }
    [[nodiscard]] Journal::Writer writer() const { return {clock, device}; }

    TriggerPoint newPoint(Side side = Side::left)
    {
        clock.advance(std::chrono::minutes{1});
        const double x = side == Side::left ? 71.25 : side == Side::right ? -71.25 : 0;
        return {ids.next<PointId>(), MuscleId{"infraspinatus"}, side,
                {x, 88.1, 1342.7},   PointKind::active,         clock.now()};
    }

    Rating newRating(PointId point, int level, Asked asked = Asked::sorenessNow)
    {
        clock.advance(std::chrono::minutes{1});
        return {ids.next<RatingId>(), point, asked, PainLevel::from(level).value(), clock.now()};
    }
};

/// The kind of the JournalError that the work ends in; fails the test when it ends in none.
template <typename Work> JournalError::Kind refusalOf(const Work &work)
{
    try {
        work();
    } catch (const JournalError &error) {
        INFO(error.what() << " [" << error.detail() << "]");
        CHECK(std::string_view{error.what()}.size() > 40);
        return error.kind();
    }
    FAIL("nothing was refused");
    throw;
}

} // namespace palpate::testing
