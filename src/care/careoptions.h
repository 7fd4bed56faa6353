// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "care/carerules.h"
#include "care/clearance.h"
#include "care/doselog.h"
#include "care/sessionplan.h"
#include "journal/journalreader.h"
#include "record/pointoverview.h"
#include "referral/loadall.h"

namespace palpate {

/// What the person said in the check before pressing.
struct CareAnswers {
    /// Conditions that hold today, at the places in question.
    std::set<ConditionId> said{};
    /// Whether a point is still sore from last time.
    std::map<PointId, bool> stillSore{};
    /// Danger signs in what was written just now.
    std::vector<RedFlagId> raised{};
    SessionWishes wishes{};
    /// With what a point is pressed that fingers do not reach: a ball on the wall, a cane, somebody's hand.
    std::map<PointId, Tool> reach{};
};

/// A point, what may be done to it now, and why not more.
struct CareOption {
    PointOverview point;
    Clearance clearance;
    std::vector<RuleHit> hits;
    /// What is suggested; without techniques where nothing is allowed.
    PlannedCare care;
    std::optional<BestDose> best;
    /// What was done to it in the last weeks, oldest first.
    std::vector<DoseEntry> doses{};
    /// Something would be suggested where one can lie down, nothing where the person is now.
    bool isForElsewhere = false;

    [[nodiscard]] bool isAllowed() const noexcept { return !care.techniques.empty(); }

    /// The first rule that holds back and may be set aside with a reason; null where there is none.
    [[nodiscard]] const RuleHit *heldBackBy() const noexcept;
};

/// What is to be asked before pressing these points.
struct CareQuestions {
    std::vector<const Condition *> conditions{};
};

/// Every open point with what may be done to it, the sorest first, those of which nothing is allowed last. What rests
/// comes after what does not. Treatments with needles count as the conditions that they leave for 72 hours. Throws
/// JournalError.
[[nodiscard]] std::vector<CareOption> careOptions(const JournalReader &journal, const LoadedAll &loaded,
                                                  const CareAnswers &answers, const Instant &now);

/// What the journal knows of the person now.
[[nodiscard]] CareSubject careSubject(const JournalReader &journal, const Instant &now);

/// What such a person may do to a muscle as a whole, wherever in it.
[[nodiscard]] Clearance clearanceOf(const LoadedAll &loaded, const CareSubject &person, const MuscleId &muscle,
                                    Side side);

/// At most four of what would change what may be done at any of these places, and what the profile names without a
/// place. Nothing twice. Pointers into the rules.
[[nodiscard]] CareQuestions careQuestions(const JournalReader &journal, const LoadedAll &loaded,
                                          const std::vector<CareOption> &options, const Instant &now);

} // namespace palpate
