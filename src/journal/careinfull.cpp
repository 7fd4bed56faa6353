// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/migrations.h"

// Schema version 3: how a treatment felt and what was said, the position a step was done in, goals of a plan.
namespace palpate {

// NOLINTBEGIN(bugprone-suspicious-missing-comma): a statement is one literal of many lines.
Migration careInFull()
{
    return {3,
            "care in full: how a treatment felt, positions, goals of a plan",
            {"ALTER TABLE treatment ADD COLUMN discomfort INTEGER CHECK (discomfort BETWEEN 0 AND 10)",

             "ALTER TABLE treatment ADD COLUMN injected TEXT NOT NULL DEFAULT '' CHECK (length(injected) <= 20000)",

             "ALTER TABLE treatment ADD COLUMN feedback TEXT NOT NULL DEFAULT '' CHECK (length(feedback) <= 20000)",

             "ALTER TABLE treatment ADD COLUMN advice TEXT NOT NULL DEFAULT '' CHECK (length(advice) <= 20000)",

             "ALTER TABLE session_step ADD COLUMN position TEXT"
             " CHECK (position IN ('sitting', 'standing', 'lying'))",

             "CREATE TABLE plan_goal ("
             " owner_id BLOB NOT NULL REFERENCES plan (id),"
             " place INTEGER NOT NULL CHECK (place >= 0),"
             " words TEXT NOT NULL CHECK (length(words) <= 2000),"
             " by_day INTEGER,"
             " reached_day INTEGER,"
             " PRIMARY KEY (owner_id, place)"
             ") STRICT, WITHOUT ROWID",

             // Movements and postures stood there in words; keys say the same in every language.
             "UPDATE measure SET what = CASE what"
             " WHEN 'turning the head' THEN 'head-turn'"
             " WHEN 'tilting the head' THEN 'head-tilt'"
             " WHEN 'chin to chest, gap' THEN 'chin-to-chest'"
             " WHEN 'opening the mouth, gap between the teeth' THEN 'mouth-opening'"
             " WHEN 'lifting the arm to the side' THEN 'arm-lift'"
             " WHEN 'turning the arm out, elbow at the side' THEN 'arm-turn-out'"
             " WHEN 'hand behind the back, thumb below the neck bump' THEN 'hand-behind-back'"
             " WHEN 'bending forward, fingers to floor' THEN 'bend-forward'"
             " WHEN 'turning the trunk' THEN 'trunk-turn'"
             " WHEN 'bending the hip' THEN 'hip-bend'"
             " WHEN 'bending the knee' THEN 'knee-bend'"
             " WHEN 'knee to wall, toes from the wall' THEN 'knee-to-wall'"
             " WHEN 'head in front of the shoulders' THEN 'head-forward'"
             " WHEN 'shoulders drawn up' THEN 'shoulders-up'"
             " WHEN 'upper back rounded' THEN 'back-rounded'"
             " WHEN 'one shoulder higher' THEN 'shoulder-higher'"
             " WHEN 'one hip higher' THEN 'hip-higher'"
             " WHEN 'weight on one leg' THEN 'on-one-leg'"
             " ELSE what END WHERE kind IN ('range-of-motion', 'posture')",

             "PRAGMA user_version = 3"}};
}
// NOLINTEND(bugprone-suspicious-missing-comma)

} // namespace palpate
