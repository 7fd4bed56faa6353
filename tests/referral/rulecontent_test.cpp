// SPDX-License-Identifier: GPL-3.0-or-later
// What the rule files that ship with the program say.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "referral/loadknowledge.h"
#include "referral/redflagcheck.h"
#include "referral/rulebase.h"

using namespace palpate;
namespace fs = std::filesystem;

namespace {

const fs::path root{PALPATE_SOURCE_DIR};

const KnowledgeBase &knowledge()
{
    static const LoadedKnowledge loaded = loadKnowledge(root / "resources/knowledge", root / "resources/schema");
    return loaded.base;
}

const LoadedRules &shipped()
{
    static const LoadedRules loaded = loadRules(root / "resources/knowledge", root / "resources/schema", knowledge());
    return loaded;
}

const RuleBase &rules() { return shipped().rules; }

Situation saying(const std::string &text)
{
    Situation situation;
    situation.text = text;
    return situation;
}

std::vector<const RedFlag *> raisedBy(const Situation &situation)
{
    static const WordForms forms{knowledge(), rules()};
    static const RedFlagCheck check{rules(), forms};
    return check.raisedBy(situation);
}

bool raises(const Situation &situation, const std::string &id)
{
    const auto raised = raisedBy(situation);
    return std::ranges::any_of(raised, [&](const RedFlag *flag) { return flag->id.text() == id; });
}

std::optional<Urgency> urgencyOf(const Situation &situation)
{
    const auto raised = raisedBy(situation);
    return raised.empty() ? std::nullopt : std::optional{raised.front()->urgency};
}

} // namespace

TEST_CASE("the shipped rules load without a problem")
{
    for (const DataFileError &problem : shipped().problems) {
        UNSCOPED_INFO(problem.what());
    }
    CHECK(shipped().problems.empty());
    CHECK(rules().redFlags.size() > 100);
    CHECK(rules().harmless.size() > 10);
    CHECK(rules().conditions.size() > 50);
    CHECK(rules().noPress.size() == 27);
    CHECK(rules().protocols.size() == 9);
}

TEST_CASE("every zone is in one region and has words of its own")
{
    std::set<ZoneId> inRegion;
    for (const BodyRegion &region : rules().regions) {
        inRegion.insert(region.zones.begin(), region.zones.end());
    }
    std::map<ZoneId, std::size_t> words;
    for (const ZoneWords &entry : rules().lexicon.zones) {
        words[entry.zone] += entry.phrases.size();
    }
    for (const BodyPart &part : rules().lexicon.parts) {
        for (const PartZone &zone : part.zones) {
            words[zone.zone] += part.phrases.size();
        }
    }
    for (const Zone &zone : knowledge().zones()) {
        INFO(zone.id.text());
        CHECK(inRegion.contains(zone.id));
        CHECK(words[zone.id] >= 3);
    }
}

TEST_CASE("every danger sign says why, what to do and what it rests on")
{
    for (const RedFlag &flag : rules().redFlags) {
        INFO(flag.id.text());
        CHECK(flag.reason.size() > 20);
        CHECK_FALSE(flag.advice.empty());
        CHECK_FALSE(flag.sources.empty());
    }
    for (const Advice &advice : rules().advice) {
        INFO(advice.id.text());
        const bool isUsed = std::ranges::any_of(rules().redFlags, [&](const RedFlag &flag) {
            return std::ranges::find(flag.advice, advice.id) != flag.advice.end();
        });
        CHECK(isUsed);
    }
}

TEST_CASE("every emergency is told to call, and to keep the hands off")
{
    for (const RedFlag &flag : rules().redFlags) {
        if (flag.urgency != Urgency::emergency) {
            continue;
        }
        std::string text;
        for (const AdviceId &id : flag.advice) {
            text += rules().adviceOf(id)->text;
        }
        INFO(flag.id.text() << ": " << text);
        CHECK_THAT(text, Catch::Contains("112, 999 or 911"));
        if (flag.kind == RedFlagKind::alarm) {
            CHECK_THAT(text, Catch::Contains("Do not drive yourself"));
            CHECK_THAT(text, Catch::Contains("Do not press, stretch or heat"));
        }
    }
}

TEST_CASE("what people write when a danger sign holds raises it")
{
    for (const RedFlag &flag : rules().redFlags) {
        for (const std::string &example : flag.examples) {
            INFO(flag.id.text() << ": " << example);
            CHECK(raises(saying(example), flag.id.text()));
        }
    }
}

TEST_CASE("everyday things that sound like a danger sign raise none, and what is like them still does")
{
    for (const Harmless &harmless : rules().harmless) {
        for (const std::string &example : harmless.examples) {
            for (const RedFlag *flag : raisedBy(saying(example))) {
                INFO(harmless.id.text() << ": " << example);
                CHECK("" == flag->id.text());
            }
        }
        for (const std::string &example : harmless.stillAlarms) {
            INFO(harmless.id.text() << ": " << example);
            CHECK(urgencyOf(saying(example)).has_value());
        }
    }
}

TEST_CASE("ordinary muscle pain is no alarm")
{
    for (const char *text : {"stiff neck after sleeping badly",
                             "ache deep in the front of the shoulder running down the outside of the arm",
                             "worse reaching behind",
                             "dull ache between the shoulder blades after a day at the desk",
                             "tight calves after a walk",
                             "pain in the buttock going down the back of the thigh when I sit",
                             "tension headache at the temple, behind the eye",
                             "tennis elbow, weak coffee",
                             "sore jaw from clenching at night",
                             "no fever, no chest pain, just a sore trap",
                             "my back is killing me after gardening",
                             "pulsing headache at the temple",
                             "pain wakes me when I roll onto my hip",
                             "both shoulders ache after swimming",
                             "can't lift my arm above my head",
                             "I feel sick with a migraine",
                             "forearm is sweaty and sore after climbing",
                             "heel hurts with the first steps in the morning",
                             "shoulder sore after breast stroke in the pool",
                             "elbow hurts on every golf stroke",
                             "my heart rate strap rubs and my ribs are sore",
                             "ate a blood orange and my neck is stiff",
                             "calf sore after ten flights of stairs",
                             "chest muscles tight after bench press, sore to touch",
                             "I am 62 and my shoulder aches after gardening",
                             "pins and needles in my foot after kneeling, gone after shaking",
                             "no tingling or numbness, just a sore shoulder",
                             "could murder a massage, my back is a washboard",
                             "rolled my ankle a little, walked it off, better each day",
                             "fingers white when I hold frozen food, warm up fine, sore thumb",
                             "out of breath after burpees, recover quickly, wrists sore",
                             "swapped arms and it aches less",
                             "back pain after gardening, no numbness, pee fine",
                             "my arm is not weak, only sore when I throw",
                             "broke in new boots on Sunday, shins sore",
                             "crosswords in bed every night, neck stiff",
                             "toe numb in tight boots, back in a jiffy",
                             "cold fingers after a snowball fight, sore throwing arm",
                             "38 weeks pregnant, hips ache when I turn over in bed",
                             "grey day, grey mood, achy knees as always",
                             "collarbone sore from the violin",
                             "legs like jelly after the hill run lol"}) {
        for (const RedFlag *flag : raisedBy(saying(text))) {
            INFO(text);
            CHECK("" == flag->id.text());
        }
    }
}

TEST_CASE("emergencies in other words")
{
    for (const char *text : {"tight chest, sweating, pain in left arm",
                             "My jaw aches and I'm short of breath",
                             "can't breathe properly since the dry needling",
                             "worst headache ever, came out of nowhere",
                             "numb around my bottom and can't pee",
                             "I can't feel when I wipe",
                             "one calf swollen and I'm breathless",
                             "seeing double and my neck hurts",
                             "pain in my tummy and I fainted",
                             "my speech is slurred",
                             "my left side went numb",
                             "stiff neck with a temp of 39 and a bad headache",
                             "tummy is rock hard and hurts",
                             "woozy after the neck massage",
                             "hands tingle and legs feel unsteady",
                             "my chest feels like an elephant sits on it",
                             "left arm hurts, grey and clammy",
                             "sciatica, and nothing comes out though my bladder is full",
                             "leg in plaster, toes numb, pain getting worse",
                             "sudden terrible pain in one ball",
                             "eye like stone, red and aching, vomiting",
                             "redness races up my leg, shaking with cold and confused",
                             "both arms ache, I go clammy and it weighs behind my breastbone on the stairs",
                             "pulse 140, lips bluish and a pain near the shoulder blade",
                             "they watch a bulge in my main artery, now terrible back pain and nearly fainted",
                             "could not say my own name for a minute, back to normal",
                             "foot like ice, mauve and numb since lunchtime",
                             "shoulder popped out and will not go back",
                             "bone sticking out of my shin",
                             "horse kicked me in the belly, it gets tight and everything goes dim",
                             "boring pain from under my ribs to my back, cannot keep water down",
                             "type 1, vomiting, belly ache, breathing deep",
                             "carbon monoxide alarm, headache",
                             "took eight paracetamol and more later",
                             "on chemo, temp 38.5",
                             "weakness started in my feet, now my legs",
                             "rash not fading, fever and hard to wake",
                             "toddler fell off the bed and is very sleepy",
                             "physio put needles in my back, can only take half breaths",
                             "lid sags and pupil tiny since the neck was cracked"}) {
        INFO(text);
        CHECK(urgencyOf(saying(text)) == Urgency::emergency);
    }
    CHECK(urgencyOf(saying("my calf is swollen and red")) == Urgency::sameDay);
}

TEST_CASE("what is denied is no alarm, but only what is surely denied")
{
    CHECK(raisedBy(saying("no chest pain, no fever and without any numbness")).empty());
    for (const char *text : {"Did I fall? No. Chest pain since the morning", "never had chest pain like this",
                             "no relief from chest pain", "I have not had chest pain until today", "no, chest pain",
                             "no chest pain at rest, chest pain on the stairs"}) {
        INFO(text);
        CHECK(raises(saying(text), "chest-pain-any"));
    }
}

TEST_CASE("ages, weeks, conditions and answers count")
{
    Situation stiff = saying("both shoulders stiff in the morning for weeks");
    CHECK_FALSE(raises(stiff, "polymyalgia"));
    stiff.ageYears = 45;
    CHECK_FALSE(raises(stiff, "polymyalgia"));
    stiff.ageYears = 68;
    CHECK(raises(stiff, "polymyalgia"));
    stiff.text += " and a headache";
    CHECK(raises(stiff, "polymyalgia-with-head"));

    Situation back = saying("back pain for months, better when I move, wakes me at 4");
    back.ageYears = 30;
    CHECK(raises(back, "inflammatory-back"));
    back.ageYears = 60;
    CHECK_FALSE(raises(back, "inflammatory-back"));

    Situation pregnant = saying("headache");
    pregnant.pregnantWeek = 12;
    CHECK_FALSE(raises(pregnant, "pregnancy-pressure"));
    pregnant.pregnantWeek = 24;
    CHECK(raises(pregnant, "pregnancy-pressure"));

    Situation bruise = saying("the bruise is getting bigger");
    CHECK(urgencyOf(bruise) == Urgency::sameDay);
    bruise.conditions = {ConditionId{"anticoagulants"}};
    CHECK(urgencyOf(bruise) == Urgency::emergency);

    Situation needled;
    needled.answered = {QuestionId{"needled-recently"}, QuestionId{"short-of-breath"}};
    CHECK(urgencyOf(needled) == Urgency::emergency);

    Situation knee = saying("swollen and warm");
    knee.felt = {ZoneId{"knee-front"}};
    CHECK(raises(knee, "hot-knee"));
}

TEST_CASE("words of despair come before all else, and nothing quiets them")
{
    for (const char *text : {"I want to die", "crushing chest pain and I want to end it all", "can't go on like this",
                             "stiff neck after sleeping badly, I don't want to live", "I am just a burden to my family",
                             "I have been saving up my tablets", "I have started cutting again"}) {
        INFO(text);
        const auto raised = raisedBy(saying(text));
        REQUIRE_FALSE(raised.empty());
        CHECK(raised.front()->kind == RedFlagKind::despair);
    }
    for (const char *text : {"my back is killing me", "I could kill for a massage", "dying for a coffee, neck stiff",
                             "my back is dead after gardening"}) {
        INFO(text);
        CHECK(raisedBy(saying(text)).empty());
    }
}

TEST_CASE("needling is ruled out for everyone, and limits name what they rest on")
{
    const Condition *everyone = rules().condition(ConditionId{"everyone"});
    REQUIRE(everyone != nullptr);
    CHECK(std::ranges::any_of(everyone->limits, [](const TechniqueLimit &limit) {
        return limit.techniques == std::vector{Technique::needling} && limit.limit.empty() && !limit.places;
    }));
    for (const Condition &condition : rules().conditions) {
        INFO(condition.id.text());
        CHECK_FALSE(condition.limits.empty());
        for (const TechniqueLimit &limit : condition.limits) {
            CHECK_FALSE(limit.sources.empty());
        }
    }
}

TEST_CASE("a medicine patch rules out heat everywhere, and a possible clot everything")
{
    const Condition *patch = rules().condition(ConditionId{"medicine-patch"});
    REQUIRE(patch != nullptr);
    CHECK(std::ranges::any_of(patch->limits, [](const TechniqueLimit &limit) {
        return limit.techniques == std::vector{Technique::heat} && limit.limit.empty() && !limit.places &&
               !limit.onlyWhereAffected;
    }));
    const Condition *clot = rules().condition(ConditionId{"suspected-clot"});
    REQUIRE(clot != nullptr);
    CHECK(clot->limits.front().techniques.size() == 8);
    CHECK(clot->limits.front().limit.empty());
}

TEST_CASE("no-press areas name structures of the atlas and lie inside the body")
{
    std::ifstream stream{root / "resources/atlas/atlas.json"};
    const auto atlas = nlohmann::json::parse(stream);
    std::set<std::string> structures;
    for (const auto &structure : atlas.at("structures")) {
        structures.insert(structure.at("id").get<std::string>());
    }
    for (const NoPressArea &area : rules().noPress) {
        INFO(area.id.text());
        for (const MuscleId &muscle : area.muscles) {
            INFO(muscle.text());
            CHECK(structures.contains(muscle.text()));
        }
        for (const Sphere &sphere : area.spheres) {
            CHECK(sphere.centre[0] >= 0);
            CHECK(sphere.centre[0] <= 330);
            CHECK(std::abs(sphere.centre[1] + 100) <= 130);
            CHECK(sphere.centre[2] >= -70);
            CHECK(sphere.centre[2] <= 1640);
            CHECK((area.sides == NoPressSides::both) == (sphere.centre[0] > 0));
        }
    }
}

TEST_CASE("doses keep to the table of the literature")
{
    struct Bound {
        const char *protocol;
        const char *dose;
        int least;
        int most;
    };
    for (const Bound &bound : {Bound{"pressure-steady", "hold", 90, 90},
                               {"pressure-steady", "hold-firmer", 30, 90},
                               {"pressure-intermittent", "site-time", 30, 90},
                               {"pressure-intermittent", "sets", 1, 3},
                               {"stroking", "strokes", 6, 12},
                               {"stroking", "sessions-per-day", 3, 6},
                               {"contract-relax", "hold", 3, 10},
                               {"contract-relax", "effort", 10, 25},
                               {"contract-relax", "repetitions", 3, 5},
                               {"contract-relax", "stretch-after", 3, 30},
                               {"stretch", "hold", 30, 30},
                               {"heat", "time", 600, 1200},
                               {"cold", "time", 600, 900},
                               {"cold", "skin-check", 300, 300},
                               {"movement", "repetitions", 3, 3}}) {
        INFO(bound.protocol << " " << bound.dose);
        const Protocol *protocol = rules().protocol(ProtocolId{bound.protocol});
        REQUIRE(protocol != nullptr);
        const Dose *dose = protocol->dose(DoseId{bound.dose});
        REQUIRE(dose != nullptr);
        CHECK(dose->range.least >= bound.least);
        CHECK(dose->range.most <= bound.most);
    }
}

TEST_CASE("what all protocols share keeps to the table too")
{
    const std::map<std::string, std::pair<int, int>> bounds{
        {"tolerance", {0, 7}},        {"points-per-session", {3, 5}}, {"session-length", {5, 10}},
        {"rest-when-sore", {24, 48}}, {"recheck-after", {4, 6}},      {"professional-after", {3, 4}},
        {"closing-movements", {3, 3}}};
    for (const Protocol &protocol : rules().protocols) {
        for (const Dose &dose : protocol.doses) {
            INFO(protocol.id.text() << " " << dose.what.text());
            CHECK_FALSE(dose.sources.empty());
            if (const auto bound = bounds.find(dose.what.text()); bound != bounds.end()) {
                CHECK(dose.range.least >= bound->second.first);
                CHECK(dose.range.most <= bound->second.second);
            }
            if (dose.what == DoseId{"tolerance"}) {
                CHECK(dose.range.usual <= 5);
            }
        }
    }
}

TEST_CASE("the words of the zones file and of everyday are in the lexicon")
{
    std::map<std::string, std::set<ZoneId>> meant;
    for (const ZoneWords &entry : rules().lexicon.zones) {
        for (const Phrase &phrase : entry.phrases) {
            meant[phrase.text()].insert(entry.zone);
        }
    }
    for (const BodyPart &part : rules().lexicon.parts) {
        for (const Phrase &phrase : part.phrases) {
            for (const PartZone &zone : part.zones) {
                meant[phrase.text()].insert(zone.zone);
            }
        }
    }
    for (const Zone &zone : knowledge().zones()) {
        for (const std::string &word : zone.words) {
            std::string folded;
            for (const std::string &part : foldedWords(word)) {
                folded += (folded.empty() ? "" : " ") + part;
            }
            INFO(zone.id.text() << ": " << folded);
            CHECK(meant[folded].contains(zone.id));
        }
    }
    CHECK(meant["love handle"].contains(ZoneId{"flank"}));
    CHECK(meant["it band"].contains(ZoneId{"thigh-outer"}));
    CHECK(meant["small of the back"].contains(ZoneId{"lumbar"}));
    CHECK(meant["bum"].contains(ZoneId{"buttock-mid"}));
    CHECK(meant["between the shoulder blades"].contains(ZoneId{"back-upper"}));
    CHECK(std::ranges::any_of(rules().lexicon.noPlaces,
                              [](const NoPlace &entry) { return entry.phrase.text() == "fanny pack"; }));
}

TEST_CASE("a misspelling stands for one word and is none itself")
{
    std::set<std::string> words;
    for (const Spelling &spelling : rules().lexicon.spellings) {
        words.insert(spelling.word);
    }
    std::set<std::string> forms;
    for (const Spelling &spelling : rules().lexicon.spellings) {
        for (const std::string &form : spelling.forms) {
            INFO(spelling.word << " " << form);
            CHECK(forms.insert(form).second);
            CHECK_FALSE(words.contains(form));
        }
    }
}
