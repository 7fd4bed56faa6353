// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/id.h"
#include "core/urgency.h"
#include "referral/bodyregion.h"
#include "referral/phrase.h"
#include "referral/source.h"

namespace palpate {

/// What a person may have, take or be that changes what is safe ("osteoporosis", "anticoagulants", "pregnancy"): the
/// words that a profile holds.
using ConditionId = NameId<struct ConditionTag>;
using RedFlagId = NameId<struct RedFlagTag>;
using AdviceId = NameId<struct AdviceTag>;
using QuestionId = NameId<struct QuestionTag>;
using PhraseSetId = NameId<struct PhraseSetTag>;
using HarmlessId = NameId<struct HarmlessTag>;
using NoPressId = NameId<struct NoPressTag>;

/// Nothing: the whole body. Otherwise at least one zone, without a side.
using Places = std::optional<std::vector<ZoneId>>;

// ---- what may be done to a muscle, and for whom it is unsafe ----

enum class Technique : std::uint8_t { pressure, tool, roller, stretch, contraction, heat, cold, needling };

enum class ConditionKind : std::uint8_t { everyone, age, condition, medicine, device, treatment, skin };

/// What a condition forbids or limits.
struct TechniqueLimit {
    /// At least one.
    std::vector<Technique> techniques;
    Places places;
    /// The limit holds only where the condition itself is (a wound, a fracture), which the person says.
    bool onlyWhereAffected;
    /// Ruled out when empty; otherwise how far it may go, in words.
    std::string limit;
    std::string reason;
    std::vector<Citation> sources;
};

struct Condition {
    ConditionId id;
    ConditionKind kind;
    /// In plain words, as asked.
    std::string name;
    /// Why it is asked.
    std::string asked;
    std::vector<TechniqueLimit> limits;
};

enum class NoPressGrade : std::uint8_t { never, fingertips };
enum class NoPressSides : std::uint8_t { both, midline };

/// A ball in the body frame of the atlas, in millimetres, on the left half (x is not below 0); rough, to draw a mark
/// and to refuse a point, not to measure.
struct Sphere {
    std::array<double, 3> centre;
    double radius;
};

/// A place that must not be pressed at all, or with the fingertips only. At least one of zones, muscles and spheres.
struct NoPressArea {
    NoPressId id;
    std::string name;
    NoPressGrade grade;
    /// `both`: the spheres have a mirror image on the right.
    NoPressSides sides;
    /// Only pressing both sides in one go is meant.
    bool bothSidesAtOnce;
    /// Where not empty, the area counts only then: "there is a lump".
    std::string onlyWhen;
    std::vector<ZoneId> zones;
    std::vector<MuscleId> muscles;
    std::vector<Sphere> spheres;
    std::string reason;
    /// How to press where fingertips are allowed.
    std::string how;
    std::vector<Citation> sources;
};

// ---- danger signs ----

struct Advice {
    AdviceId id;
    std::string text;
};

/// A yes-or-no question that the program asks or the journal answers.
struct Question {
    QuestionId id;
    std::string question;
    std::string why;
};

/// Ways of saying one thing: any of the phrases, or of one list of `near` all sets, at most some words apart in one
/// sentence, in any order.
struct PhraseSet {
    PhraseSetId id;
    std::vector<Phrase> phrases;
    /// At least two in each list.
    std::vector<std::vector<PhraseSetId>> near{};
};

struct Test;

struct Said {
    /// Any phrase of any of these.
    std::vector<PhraseSetId> sets;
};
struct Felt {
    /// Any of these.
    std::vector<ZoneId> zones;
};
struct HasCondition {
    /// Any of these.
    std::vector<ConditionId> conditions;
};
struct Answered {
    /// A yes to any of these.
    std::vector<QuestionId> questions;
};
struct OlderThan {
    int years;
};
struct YoungerThan {
    int years;
};
struct PregnantFrom {
    int week;
};
/// At least `least` and at most `most` of the tests hold.
struct Count {
    std::size_t least;
    std::size_t most;
    std::vector<Test> of;
};

/// A condition of a rule. What is not known (an age, a week) counts as not being so.
struct Test {
    std::variant<Said, Felt, HasCondition, Answered, OlderThan, YoungerThan, PregnantFrom, Count> what;
};

/// `despair` is no ranking and no score, but kind words, the help line and the emergency number.
enum class RedFlagKind : std::uint8_t { alarm, despair };

/// A danger sign: when it holds, how urgent it is, why, and what to do.
struct RedFlag {
    RedFlagId id;
    RedFlagKind kind;
    Urgency urgency;
    /// "any", "after-treatment" or a region of the body, for sorting.
    std::string region;
    /// Where pressure advice is held back.
    Places places;
    Test when;
    std::string reason;
    /// At least one.
    std::vector<AdviceId> advice;
    /// What people write when it holds; the tests run them.
    std::vector<std::string> examples;
    std::vector<Citation> sources;
};

/// An everyday thing that sounds like a danger sign. Never quiets a despair rule.
struct Harmless {
    HarmlessId id;
    /// The rules it quiets; at least one.
    std::vector<RedFlagId> quiets;
    Test when;
    std::string reason;
    std::vector<std::string> examples;
    /// What looks alike and must still alarm.
    std::vector<std::string> stillAlarms;
};

} // namespace palpate
