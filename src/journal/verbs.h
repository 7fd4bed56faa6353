// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>
#include <vector>

#include "core/id.h"
#include "core/painlevel.h"
#include "core/pointmm.h"
#include "core/side.h"
#include "record/pointkind.h"
#include "record/rating.h"
#include "record/triggerpoint.h"

// The list of what a user can do to a journal. Each verb is a value; Journal::perform() runs one and returns the
// verb that takes it back, so undo and redo are the same call. Window, command line and import speak only these.
namespace palpate {

/// Adds a point under its own id, together with its ratings. Taken back by RemovePoint.
/// Contradicts itself when the side does not fit the position or a rating belongs to another point.
struct MarkPoint {
    TriggerPoint point;
    std::vector<Rating> ratings;

    friend bool operator==(const MarkPoint &, const MarkPoint &) = default;
};

/// Removes a point and all its ratings. Taken back by MarkPoint with the same ids.
struct RemovePoint {
    PointId point;

    friend bool operator==(const RemovePoint &, const RemovePoint &) = default;
};

/// Puts a point elsewhere: another spot, and where the spot asks for it another muscle and side.
/// Taken back by MovePoint to where it was.
struct MovePoint {
    PointId point;
    MuscleId muscle;
    Side side = Side::midline;
    PointMm position;

    friend bool operator==(const MovePoint &, const MovePoint &) = default;
};

/// Says anew how a point shows itself. Taken back by ChangeKind to what it was.
struct ChangeKind {
    PointId point;
    PointKind kind = PointKind::unsure;

    friend bool operator==(const ChangeKind &, const ChangeKind &) = default;
};

/// Adds a rating, under its own id, to a point that is in the journal. Taken back by RemoveRating.
struct RatePoint {
    Rating rating;

    friend bool operator==(const RatePoint &, const RatePoint &) = default;
};

/// Removes one rating. Taken back by RatePoint with the same id.
struct RemoveRating {
    RatingId rating;

    friend bool operator==(const RemoveRating &, const RemoveRating &) = default;
};

/// Corrects the number of a rating; question and time stay. Taken back by ChangeRating to what it was.
struct ChangeRating {
    RatingId rating;
    PainLevel level;

    friend bool operator==(const ChangeRating &, const ChangeRating &) = default;
};

using Verb = std::variant<MarkPoint, RemovePoint, MovePoint, ChangeKind, RatePoint, RemoveRating, ChangeRating>;

} // namespace palpate
