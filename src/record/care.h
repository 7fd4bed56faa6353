// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/bodyposition.h"
#include "core/flags.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/painlevel.h"
#include "core/side.h"

// What was done about the points: by the person, and by professionals.
namespace palpate {

enum class SessionTechnique : std::uint8_t {
    find,
    pressureSteady,
    pressureIntermittent,
    stroking,
    contractRelax,
    stretch,
    heat,
    cold,
    movement
};

template <> struct Keys<SessionTechnique> {
    static constexpr KeyTable<SessionTechnique, 9> all{
        {{SessionTechnique::find, "find"},
         {SessionTechnique::pressureSteady, "pressure-steady"},
         {SessionTechnique::pressureIntermittent, "pressure-intermittent"},
         {SessionTechnique::stroking, "stroking"},
         {SessionTechnique::contractRelax, "contract-relax"},
         {SessionTechnique::stretch, "stretch"},
         {SessionTechnique::heat, "heat"},
         {SessionTechnique::cold, "cold"},
         {SessionTechnique::movement, "movement"}}};
};

enum class Tool : std::uint8_t { none, fingers, ball, cane, roller, wall, pack, helper };

template <> struct Keys<Tool> {
    static constexpr KeyTable<Tool, 8> all{{{Tool::none, "none"},
                                            {Tool::fingers, "fingers"},
                                            {Tool::ball, "ball"},
                                            {Tool::cane, "cane"},
                                            {Tool::roller, "roller"},
                                            {Tool::wall, "wall"},
                                            {Tool::pack, "pack"},
                                            {Tool::helper, "helper"}}};
};

/// A step of a session as it was done.
struct SessionStep {
    MuscleId muscle;
    Side side = Side::midline;
    std::optional<PointId> point; ///< where the step was for one point
    SessionTechnique technique = SessionTechnique::find;
    Tool tool = Tool::none;
    int plannedSeconds = 0;
    int doneSeconds = 0;
    int repetitions = 0;
    std::optional<PainLevel> effort{}; ///< how strong the pressure felt, 0 to 10
    bool letGo = false;                ///< ended by the person because it was too much
    std::optional<PainLevel> before{}; ///< soreness now
    std::optional<PainLevel> after{};
    std::optional<PainLevel> tenderBefore{}; ///< when pressed
    std::optional<PainLevel> tenderAfter{};
    std::optional<BodyPosition> position{}; ///< empty where any will do

    friend bool operator==(const SessionStep &, const SessionStep &) = default;
};

enum class SessionEnd : std::uint8_t { finished, stopped, tooPainful, dangerSign, interrupted };

template <> struct Keys<SessionEnd> {
    static constexpr KeyTable<SessionEnd, 5> all{{{SessionEnd::finished, "finished"},
                                                  {SessionEnd::stopped, "stopped"},
                                                  {SessionEnd::tooPainful, "too-painful"},
                                                  {SessionEnd::dangerSign, "danger-sign"},
                                                  {SessionEnd::interrupted, "interrupted"}}};
};

using SessionId = RowId<struct SessionTag>;

/// A self-care session: what was done, step by step.
struct Session {
    SessionId id;
    Instant at; ///< when it began
    std::optional<Instant> ended{};
    SessionEnd end = SessionEnd::finished;
    std::string overrideReason{}; ///< why a rest rule was set aside; empty where none was
    std::string note{};
    std::vector<SessionStep> steps{};

    friend bool operator==(const Session &, const Session &) = default;
};

enum class TreatmentKind : std::uint8_t {
    massage,
    dryNeedling,
    injectionAnaesthetic,
    injectionCortisone,
    acupuncture,
    physiotherapy,
    chiropractic,
    yogaPilates,
    other
};

template <> struct Keys<TreatmentKind> {
    static constexpr KeyTable<TreatmentKind, 9> all{{{TreatmentKind::massage, "massage"},
                                                     {TreatmentKind::dryNeedling, "dry-needling"},
                                                     {TreatmentKind::injectionAnaesthetic, "injection-anaesthetic"},
                                                     {TreatmentKind::injectionCortisone, "injection-cortisone"},
                                                     {TreatmentKind::acupuncture, "acupuncture"},
                                                     {TreatmentKind::physiotherapy, "physiotherapy"},
                                                     {TreatmentKind::chiropractic, "chiropractic"},
                                                     {TreatmentKind::yogaPilates, "yoga-pilates"},
                                                     {TreatmentKind::other, "other"}}};
};

struct TreatedPlace {
    MuscleId muscle;
    Side side = Side::midline;
    std::optional<PointId> point;

    friend bool operator==(const TreatedPlace &, const TreatedPlace &) = default;
};

using TreatmentId = RowId<struct TreatmentTag>;

/// What a professional did.
struct Treatment {
    TreatmentId id;
    Instant at;
    TreatmentKind kind = TreatmentKind::other;
    std::string provider{};
    std::optional<int> minutes{};
    std::string note{};
    std::optional<PainLevel> discomfort{}; ///< while it was done
    std::string injected{};                ///< what was injected, and how much
    std::string feedback{};                ///< what the person who did it found and said
    std::string advice{};                  ///< for home
    std::vector<TreatedPlace> places{};

    friend bool operator==(const Treatment &, const Treatment &) = default;
};

using FollowUpId = RowId<struct FollowUpTag>;

/// The question how it went, some hours after a session or a treatment.
struct FollowUp {
    FollowUpId id;
    AnyId about; ///< the session or the treatment
    Instant at;  ///< when it is due
    std::optional<Instant> answered;
    std::optional<PainLevel> soreness;
    std::optional<bool> easing;
    std::string dangerSigns; ///< ids of the signs that were ticked, a blank between
    std::string note;

    friend bool operator==(const FollowUp &, const FollowUp &) = default;
};

} // namespace palpate
