// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/sessionplan.h"

#include <algorithm>

#include "care/shipped.h"

using namespace palpate;
using namespace palpate::testing;

namespace {

const CarePlace place{MuscleId{"infraspinatus"}, Side::right};

Clearance everything()
{
    Clearance clearance;
    clearance.pressure = PressureGrade::free;
    clearance.techniques.assign(allTechniques.begin(), allTechniques.end());
    return clearance;
}

std::vector<BeatKind> kindsOf(const std::vector<Beat> &beats)
{
    std::vector<BeatKind> kinds;
    std::ranges::transform(beats, std::back_inserter(kinds), &Beat::kind);
    return kinds;
}

} // namespace

TEST_CASE("what is suggested presses, lengthens and moves, as far as it is allowed")
{
    CHECK(suggestedCare(place, {}, everything(), {}).techniques ==
          std::vector{CareTechnique::pressureSteady, CareTechnique::contractRelax, CareTechnique::movement});
    Clearance gentle = everything();
    gentle.techniques = {CareTechnique::stroking, CareTechnique::stretch};
    gentle.pressure = PressureGrade::fingertips;
    const PlannedCare care = suggestedCare(place, {}, gentle, {{}, {Tool::ball}});
    CHECK(care.techniques == std::vector{CareTechnique::stroking, CareTechnique::stretch});
    CHECK(care.tool == Tool::fingers); // no tool where fingertips alone may press
    CHECK(suggestedCare(place, {}, everything(), {{}, {Tool::ball}}).tool == Tool::ball);
    CHECK(suggestedCare(place, {}, {}, {}).techniques.empty());
}

TEST_CASE(
    "wishes choose the way of pressing, a pack before the movements, and at a desk nothing that one lies down for")
{
    SessionWishes wishes;
    wishes.pressing = CareTechnique::pressureIntermittent;
    wishes.pack = CareTechnique::heat;
    CHECK(suggestedCare(place, {}, everything(), wishes).techniques ==
          std::vector{CareTechnique::pressureIntermittent, CareTechnique::contractRelax, CareTechnique::heat,
                      CareTechnique::movement});
    Clearance cold = everything();
    std::erase(cold.techniques, CareTechnique::heat);
    std::erase(cold.techniques, CareTechnique::pressureIntermittent);
    CHECK(suggestedCare(place, {}, cold, wishes).techniques ==
          std::vector{CareTechnique::pressureSteady, CareTechnique::contractRelax, CareTechnique::movement});

    Leaflet leaflet{place.muscle, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    leaflet.steps = {{"get ready", {}, {}},
                     {"press", ProtocolId{"pressure-steady"}, BodyPosition::lying},
                     {"press on and off", ProtocolId{"pressure-intermittent"}, BodyPosition::standing},
                     {"stretch", ProtocolId{"stretch"}, {}}};
    wishes.pack.reset();
    wishes.pressing.reset();
    PlannedCare care = suggestedCare(place, {}, everything(), wishes, &leaflet);
    CHECK(care.techniques.front() == CareTechnique::pressureSteady);
    CHECK(care.positions.at(CareTechnique::pressureSteady) == BodyPosition::lying);
    wishes.atDesk = true;
    care = suggestedCare(place, {}, everything(), wishes, &leaflet);
    CHECK(care.techniques == std::vector{CareTechnique::pressureIntermittent, CareTechnique::stretch});
    CHECK(care.positions ==
          std::map<CareTechnique, BodyPosition>{{CareTechnique::pressureIntermittent, BodyPosition::standing}});
}

TEST_CASE("beats of steady pressure have the doses of its protocol, between two ratings")
{
    const PlannedCare care{place, {}, {CareTechnique::pressureSteady, CareTechnique::movement}};
    const auto beats = beatsOf(std::vector{care}, shipped().rules);
    CHECK(kindsOf(beats) == std::vector{BeatKind::rateBefore, BeatKind::getReady, BeatKind::pressIn, BeatKind::hold,
                                        BeatKind::letGo, BeatKind::getReady, BeatKind::move, BeatKind::move,
                                        BeatKind::move, BeatKind::rateAfter});
    CHECK(beats[1].length == std::chrono::seconds{5});
    const Protocol *protocol = shipped().rules.protocol(ProtocolId{"pressure-steady"});
    CHECK(beats[3].length == std::chrono::seconds{protocol->dose(DoseId{"hold"})->range.usual});
    CHECK(beats[3].aim == PainLevel::from(protocol->dose(DoseId{"tolerance"})->range.usual));
    CHECK(beats[8].round == 3);
    CHECK(beats[8].rounds == 3);
}

TEST_CASE("contract and relax goes round as often as the protocol says and ends with a full stretch")
{
    const PlannedCare care{place, {}, {CareTechnique::contractRelax}};
    const auto beats = beatsOf(std::vector{care}, shipped().rules);
    const Protocol *protocol = shipped().rules.protocol(ProtocolId{"contract-relax"});
    const int rounds = protocol->dose(DoseId{"repetitions"})->range.usual;
    CHECK(std::ranges::count(beats, BeatKind::tense, &Beat::kind) == rounds);
    CHECK(std::ranges::count(beats, BeatKind::stretch, &Beat::kind) == 1);
    CHECK(beats[beats.size() - 3].kind == BeatKind::stretch);
}

TEST_CASE("every technique has beats, and no beat that counts lasts no time")
{
    for (const CareTechnique technique : allTechniques) {
        INFO(toKey(technique));
        const auto beats = beatsOf(std::vector{PlannedCare{place, {}, {technique}}}, shipped().rules);
        CHECK(beats.size() > 3);
        for (const Beat &beat : beats) {
            CHECK((waits(beat.kind) == (beat.length == std::chrono::seconds{0})));
        }
    }
}

TEST_CASE("as many places are taken as fit into the time, and never none")
{
    std::vector<PlannedCare> care;
    for (int at = 0; at < 5; ++at) {
        care.push_back({place, {}, {CareTechnique::pressureSteady}});
    }
    CHECK(fitting(care, shipped().rules, {}).size() == 5);
    const auto fits = fitting(care, shipped().rules, {6, {}});
    CHECK(fits.size() == 2);
    CHECK(lengthOf(beatsOf(fits, shipped().rules)) <= std::chrono::minutes{6});
    CHECK(fitting(care, shipped().rules, {1, {}}).size() == 1);
    CHECK(fitting({}, shipped().rules, {6, {}}).empty());
}
