// SPDX-License-Identifier: GPL-3.0-or-later
#include "quickentry/quickentry.h"

#include <catch2/catch.hpp>

#include "core/isotime.h"
#include "referral/loadknowledge.h"
#include "support/fixedclock.h"

using namespace palpate;
using namespace palpate::testing;
using Refused = QuickRefusal::Kind;

namespace {

const std::filesystem::path resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";

/// The shipped atlas and knowledge, a point in the left infraspinatus, and a factor of the person's own.
struct Bench {
    FixedClock clock; // half past nine in the morning
    CountingIds ids;
    const anatomy::Atlas &atlas;
    const KnowledgeBase &knowledge;
    TriggerPoint point{ids.next<PointId>(), MuscleId{"infraspinatus"}, Side::left,
                       {71, 88, 1342},      PointKind::active,         clock.now()};
    Factor nap{ids.next<FactorId>(), "Nap", Scale::yesNo, false};
    QuickReader reader{atlas, knowledge, {point}, {nap}};

    Bench() : atlas{shippedAtlas()}, knowledge{shippedKnowledge()} {}

    static const anatomy::Atlas &shippedAtlas()
    {
        static const auto atlas = anatomy::Atlas::load(resources / "atlas");
        return atlas;
    }
    static const KnowledgeBase &shippedKnowledge()
    {
        static const auto loaded = loadKnowledge(resources / "knowledge", resources / "schema");
        return loaded.base;
    }

    [[nodiscard]] QuickReader::Read read(const char *line) const { return reader.read(line, clock.now(), clock); }
    [[nodiscard]] QuickEntry entry(const char *line) const
    {
        const auto got = read(line);
        INFO(line);
        REQUIRE(std::holds_alternative<QuickEntry>(got));
        return std::get<QuickEntry>(got);
    }
    [[nodiscard]] QuickRefusal refusal(const char *line) const
    {
        const auto got = read(line);
        INFO(line);
        REQUIRE(std::holds_alternative<QuickRefusal>(got));
        return std::get<QuickRefusal>(got);
    }
};

} // namespace

TEST_CASE("a line about a point that is there rates it; about another muscle it marks one")
{
    Bench bench;
    const QuickEntry known = bench.entry("inf 4 sharp");
    CHECK(known.what ==
          std::variant<QuickPoint, QuickPain, QuickFactor>{QuickPoint{
              MuscleId{"infraspinatus"}, Side::left, *PainLevel::from(4), {Quality::sharp}, bench.point.id}});
    const Verb rate = bench.reader.verbFor(known, bench.ids);
    REQUIRE(rate.steps.size() == 1);
    const QuickEntry fresh = bench.entry("r inf 4");
    CHECK_FALSE(std::get<QuickPoint>(fresh.what).point);
    const Verb mark = bench.reader.verbFor(fresh, bench.ids);
    REQUIRE(mark.steps.size() == 2);
    const auto &point = std::get<TriggerPoint>(std::get<Add>(mark.steps[0]).record);
    CHECK(point.side == Side::right);
    CHECK(fits(point.side, point.position));
    CHECK(point.certainty == Certainty::somewhereHere);
}

TEST_CASE("a quiet point is meant where there is no other of its muscle and side")
{
    Bench bench;
    TriggerPoint quiet = bench.point;
    quiet.id = bench.ids.next<PointId>();
    quiet.side = Side::right;
    quiet.quiet = true;
    const auto meant = [&bench](std::vector<TriggerPoint> points, const char *line) {
        const QuickReader reader{bench.atlas, bench.knowledge, std::move(points), {}};
        const auto got = reader.read(line, bench.clock.now(), bench.clock);
        REQUIRE(std::holds_alternative<QuickEntry>(got));
        return std::get<QuickPoint>(std::get<QuickEntry>(got).what);
    };
    CHECK(meant({quiet}, "r infraspinatus 4").point == quiet.id);
    CHECK(meant({quiet}, "infraspinatus 4").side == Side::right);
    // The open one decides where no side is said, whichever was made first.
    CHECK(meant({quiet, bench.point}, "infraspinatus 4").point == bench.point.id);
    TriggerPoint again = quiet;
    again.id = bench.ids.next<PointId>();
    again.quiet = false;
    CHECK(meant({quiet, again}, "r infraspinatus 4").point == again.id);
}

TEST_CASE("what cannot be stored is refused for its reason")
{
    const Bench bench;
    CHECK(bench.refusal("inf 11") == QuickRefusal{Refused::noLevel});
    CHECK(bench.refusal("inf 4.5") == QuickRefusal{Refused::noLevel});
    CHECK(bench.refusal("supraspinatus 4") == QuickRefusal{Refused::noSide, "Supraspinatus"});
    CHECK(bench.refusal("stress 11") == QuickRefusal{Refused::aboveTen, "stress"});
    CHECK(bench.refusal("desk hours 25") == QuickRefusal{Refused::aboveDay, "desk hours"});
    CHECK(bench.refusal("nap 2") == QuickRefusal{Refused::notYesNo, "Nap"});
    CHECK(std::holds_alternative<QuickProblem>(bench.read("inf")));
    CHECK(std::get<QuickFactor>(bench.entry("nap 1").what).factor == bench.nap.id);
}

TEST_CASE("a time is one of the day meant; today's that is still to come was yesterday's")
{
    const Bench bench;
    CHECK(isoText(bench.entry("inf 4 @8:15").at) == "2026-03-02T08:15:00.000+01:00");
    CHECK(isoText(bench.entry("inf 4 @22").at) == "2026-03-01T22:00:00.000+01:00");
    CHECK(bench.entry("inf 4").at == bench.clock.now());
    const Instant lastWeek{bench.clock.now().utc - std::chrono::days{7}, std::chrono::minutes{60}};
    const auto back = bench.reader.read("inf 4 @22", lastWeek, bench.clock);
    CHECK(isoText(std::get<QuickEntry>(back).at) == "2026-02-23T22:00:00.000+01:00");
}

TEST_CASE("the beginning of a line is written out, the person's own first, whatever stands before it")
{
    const Bench bench;
    const auto lines = bench.reader.completions("l inf", 3);
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.front() == "l infraspinatus ");
    CHECK(bench.reader.completions("r upper t", 2).front() == "r upper trapezius ");
    CHECK(bench.reader.completions("slee", 5).front() == "sleep ");
    CHECK(bench.reader.completions("lower ba", 5).front() == "lower back ");
    CHECK(bench.reader.completions("inf 6", 5).empty());
    CHECK(bench.reader.completions("", 5).empty());
    CHECK(bench.reader.completions("qqq", 5).empty());
}
