// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <stdexcept>

#include "referral/knowledgebase.h"

using namespace palpate;

namespace {

Zone zone(const char *id, Laterality laterality)
{
    return {ZoneId{id}, "somewhere", ZoneView::front, laterality, {"there"}};
}

Source book() { return {SourceId{"book"}, "A book.", {}, std::nullopt}; }

MusclePattern muscle(const char *id, ZoneHit hit, const char *source = "book")
{
    return {MuscleId{id},
            ReferralGroupId{"group"},
            {"Muscle", "M. aliquis", {"muscle"}},
            "Moves.",
            "Felt here.",
            {},
            {{SiteId{"site"}, "middle", "in the middle", SiteSides::both, {std::move(hit)}, {}}},
            {{SourceId{source}, EvidenceGrade::tradition}}};
}

const ZoneHit onElbow{ZoneId{"elbow"}, 1, FeltOn::sameSide};

} // namespace

TEST_CASE("a knowledge base finds what it holds, by id, and nothing else")
{
    const KnowledgeBase base{{zone("knee", Laterality::paired), zone("elbow", Laterality::paired)},
                             {book()},
                             {muscle("teres", onElbow), muscle("biceps", onElbow)}};
    REQUIRE(base.zone(ZoneId{"knee"}) != nullptr);
    CHECK(base.zone(ZoneId{"knee"})->id == ZoneId{"knee"});
    CHECK(base.zone(ZoneId{"nose"}) == nullptr);
    REQUIRE(base.pattern(MuscleId{"biceps"}) != nullptr);
    CHECK(base.pattern(MuscleId{"biceps"})->id == MuscleId{"biceps"});
    CHECK(base.pattern(MuscleId{"bicep"}) == nullptr);
    CHECK(base.source(SourceId{"book"}) != nullptr);
    CHECK(base.source(SourceId{"paper"}) == nullptr);
    CHECK(base.zones().front().id == ZoneId{"elbow"});
    CHECK(base.patterns().front().id == MuscleId{"biceps"});
}

TEST_CASE("a knowledge base refuses what does not hang together")
{
    const auto elbow = zone("elbow", Laterality::paired);
    const auto crown = zone("crown", Laterality::midline);
    CHECK_NOTHROW(KnowledgeBase{{elbow}, {book()}, {muscle("a", onElbow)}});
    CHECK_THROWS_AS((KnowledgeBase{{elbow, elbow}, {book()}, {}}), std::invalid_argument);
    CHECK_THROWS_AS((KnowledgeBase{{elbow}, {book(), book()}, {}}), std::invalid_argument);
    CHECK_THROWS_AS((KnowledgeBase{{elbow}, {book()}, {muscle("a", onElbow), muscle("a", onElbow)}}),
                    std::invalid_argument);
    CHECK_THROWS_AS((KnowledgeBase{{crown}, {book()}, {muscle("a", onElbow)}}), std::invalid_argument);
    CHECK_THROWS_AS((KnowledgeBase{{crown}, {book()}, {muscle("a", {ZoneId{"crown"}, 1, FeltOn::sameSide})}}),
                    std::invalid_argument);
    CHECK_THROWS_AS((KnowledgeBase{{elbow}, {book()}, {muscle("a", {ZoneId{"elbow"}, 1, FeltOn::midline})}}),
                    std::invalid_argument);
    CHECK_THROWS_AS((KnowledgeBase{{elbow}, {book()}, {muscle("a", onElbow, "paper")}}), std::invalid_argument);
    MusclePattern spilling = muscle("a", onElbow);
    spilling.triggerPoints.front().spillover.push_back({ZoneId{"knee"}, 0.2, FeltOn::sameSide});
    CHECK_THROWS_AS((KnowledgeBase{{elbow}, {book()}, {spilling}}), std::invalid_argument);
}

TEST_CASE("a knowledge base refuses words that it does not list, and self-care that contradicts itself")
{
    const auto baseOf = [](const MusclePattern &pattern) {
        return KnowledgeBase{{zone("elbow", Laterality::paired)},
                             {book()},
                             {pattern},
                             {{ActivityId{"lifting"}, "lifting", {"lifting"}}},
                             {{MovementId{"elbow-bend"}, "bending", {"bending"}}}};
    };
    MusclePattern whole = muscle("a", onElbow);
    whole.provokes = {ActivityId{"lifting"}};
    whole.limits = {MovementId{"elbow-bend"}};
    CHECK(baseOf(whole).activities().size() == 1);
    CHECK(baseOf(whole).movements().size() == 1);

    MusclePattern broken = whole;
    broken.provokes.emplace_back("dancing");
    CHECK_THROWS_AS(baseOf(broken), std::invalid_argument);
    broken = whole;
    broken.limits.emplace_back("wink");
    CHECK_THROWS_AS(baseOf(broken), std::invalid_argument);
    broken = whole;
    broken.selfCare = {PressureGrade::never, {CareTechnique::stretch, CareTechnique::stroking}};
    CHECK_THROWS_AS(baseOf(broken), std::invalid_argument);
}
