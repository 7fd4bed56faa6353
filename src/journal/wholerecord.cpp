// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/migrations.h"

// Schema version 2: the whole record. Columns are those of record/described.h; a test compares them.
// Points and treatments that are merely mentioned carry no foreign key: what is mentioned may be forgotten one day.
namespace palpate {

// NOLINTBEGIN(bugprone-suspicious-missing-comma): a statement is one literal of many lines.
Migration wholeRecord()
{
    return {
        2,
        "the whole record: stamps, history, and a table for every kind of entry",
        {"ALTER TABLE trigger_point ADD COLUMN taut_band INTEGER CHECK (taut_band IN (0, 1))",

         "ALTER TABLE trigger_point ADD COLUMN tender INTEGER CHECK (tender IN (0, 1))",

         "ALTER TABLE trigger_point ADD COLUMN twitch INTEGER CHECK (twitch IN (0, 1))",

         "ALTER TABLE trigger_point ADD COLUMN reproduces_pain INTEGER CHECK (reproduces_pain IN (0, 1))",

         "ALTER TABLE trigger_point ADD COLUMN certainty TEXT NOT NULL DEFAULT 'sure' CHECK (certainty IN ('sure', "
         "'about-here', 'somewhere-here'))",

         "ALTER TABLE trigger_point ADD COLUMN finder TEXT NOT NULL DEFAULT 'self' CHECK (finder IN ('self', "
         "'professional', 'someone-else'))",

         "ALTER TABLE trigger_point ADD COLUMN finder_name TEXT NOT NULL DEFAULT '' CHECK (length(finder_name) <= 500)",

         "ALTER TABLE trigger_point ADD COLUMN note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 20000)",

         "ALTER TABLE trigger_point ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1))",

         "ALTER TABLE rating ADD COLUMN carried_over INTEGER NOT NULL DEFAULT 0 CHECK (carried_over IN (0, 1))",

         "ALTER TABLE rating ADD COLUMN qualities TEXT NOT NULL DEFAULT '' CHECK (qualities NOT GLOB '*[^a-z -]*')",

         "ALTER TABLE trigger_point ADD COLUMN changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0)",

         "ALTER TABLE trigger_point ADD COLUMN device BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK "
         "(length(device) = 16)",

         "ALTER TABLE trigger_point ADD COLUMN deleted_utc_ms INTEGER",

         "ALTER TABLE rating ADD COLUMN changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0)",

         "ALTER TABLE rating ADD COLUMN device BLOB NOT NULL DEFAULT x'00000000000000000000000000000000' CHECK "
         "(length(device) = 16)",

         "ALTER TABLE rating ADD COLUMN deleted_utc_ms INTEGER",

         "ALTER TABLE rating ADD COLUMN local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)",

         "CREATE INDEX rating_by_day ON rating (asked, local_day, deleted_utc_ms, carried_over, level)",

         "CREATE TABLE profile ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " year_of_birth INTEGER CHECK (year_of_birth BETWEEN 1890 AND 2200),"
         " pregnancy TEXT NOT NULL CHECK (pregnancy IN ('not-said', 'no', 'pregnant', 'after-birth')),"
         " pregnancy_week INTEGER CHECK (pregnancy_week BETWEEN 0 AND 60),"
         " pregnancy_day INTEGER,"
         " medicines TEXT NOT NULL CHECK (length(medicines) <= 20000),"
         " blood_thinner INTEGER NOT NULL CHECK (blood_thinner IN (0, 1)),"
         " cortisone INTEGER NOT NULL CHECK (cortisone IN (0, 1)),"
         " statin INTEGER NOT NULL CHECK (statin IN (0, 1)),"
         " medicine_patch INTEGER NOT NULL CHECK (medicine_patch IN (0, 1)),"
         " history TEXT NOT NULL CHECK (length(history) <= 20000),"
         " handedness TEXT NOT NULL CHECK (handedness IN ('not-said', 'left', 'right', 'both')),"
         " hands_tire INTEGER CHECK (hands_tire IN (0, 1)),"
         " has_helper INTEGER CHECK (has_helper IN (0, 1)),"
         " goals TEXT NOT NULL CHECK (length(goals) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER"
         ") STRICT, WITHOUT ROWID",

         "CREATE UNIQUE INDEX profile_only ON profile (deleted_utc_ms IS NULL) WHERE deleted_utc_ms IS NULL",

         "CREATE TABLE pain_entry ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX pain_entry_by_day ON pain_entry (local_day)",

         "CREATE TABLE check_in ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " whole_body INTEGER CHECK (whole_body BETWEEN 0 AND 10),"
         " could_do INTEGER CHECK (could_do BETWEEN 0 AND 10),"
         " could_do_words TEXT NOT NULL CHECK (length(could_do_words) <= 20000),"
         " no_soreness INTEGER NOT NULL CHECK (no_soreness IN (0, 1)),"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX check_in_by_day ON check_in (local_day)",

         "CREATE TABLE factor ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " name TEXT NOT NULL CHECK (length(name) <= 200),"
         " scale TEXT NOT NULL CHECK (scale IN ('zero-to-ten', 'hours', 'count', 'yes-no')),"
         " pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE factor_value ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " factor_id BLOB NOT NULL REFERENCES factor (id),"
         " value REAL NOT NULL CHECK (value BETWEEN -1000000 AND 1000000),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX factor_value_by_day ON factor_value (local_day)",

         "CREATE TABLE period ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " kind TEXT NOT NULL CHECK (kind IN ('flare', 'pause')),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " ended_utc_ms INTEGER,"
         " ended_offset_min INTEGER CHECK ((ended_offset_min IS NULL) = (ended_utc_ms IS NULL) AND (ended_offset_min "
         "IS NULL OR ended_offset_min BETWEEN -1080 AND 1080)),"
         " helped TEXT NOT NULL CHECK (length(helped) <= 20000),"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX period_by_day ON period (local_day)",

         "CREATE TABLE session ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " ended_utc_ms INTEGER,"
         " ended_offset_min INTEGER CHECK ((ended_offset_min IS NULL) = (ended_utc_ms IS NULL) AND (ended_offset_min "
         "IS NULL OR ended_offset_min BETWEEN -1080 AND 1080)),"
         " end_reason TEXT NOT NULL CHECK (end_reason IN ('finished', 'stopped', 'too-painful', 'danger-sign', "
         "'interrupted')),"
         " override_reason TEXT NOT NULL CHECK (length(override_reason) <= 20000),"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX session_by_day ON session (local_day)",

         "CREATE TABLE treatment ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " kind TEXT NOT NULL CHECK (kind IN ('massage', 'dry-needling', 'injection-anaesthetic', "
         "'injection-cortisone', 'acupuncture', 'physiotherapy', 'chiropractic', 'yoga-pilates', 'other')),"
         " provider TEXT NOT NULL CHECK (length(provider) <= 20000),"
         " minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX treatment_by_day ON treatment (local_day)",

         "CREATE TABLE follow_up ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " about_id BLOB NOT NULL CHECK (length(about_id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " answered_utc_ms INTEGER,"
         " answered_offset_min INTEGER CHECK ((answered_offset_min IS NULL) = (answered_utc_ms IS NULL) AND "
         "(answered_offset_min IS NULL OR answered_offset_min BETWEEN -1080 AND 1080)),"
         " soreness INTEGER CHECK (soreness BETWEEN 0 AND 10),"
         " easing INTEGER CHECK (easing IN (0, 1)),"
         " danger_signs TEXT NOT NULL CHECK (danger_signs NOT GLOB '*[^a-z -]*'),"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX follow_up_by_day ON follow_up (local_day)",

         "CREATE TABLE measure ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " kind TEXT NOT NULL CHECK (kind IN ('range-of-motion', 'posture', 'pressure-threshold', 'peg-pain', "
         "'peg-enjoyment', 'peg-activity', 'my-activity')),"
         " what TEXT NOT NULL CHECK (length(what) <= 500),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " value REAL NOT NULL CHECK (value BETWEEN -1000000 AND 1000000),"
         " unit TEXT NOT NULL CHECK (unit IN ('score', 'degree', 'millimetre', 'centimetre', 'kilopascal', "
         "'kgf-per-cm2', 'newton-per-cm2')),"
         " point_id BLOB CHECK (length(point_id) = 16),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX measure_by_day ON measure (local_day)",

         "CREATE TABLE plan ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " title TEXT NOT NULL CHECK (length(title) <= 500),"
         " from_day INTEGER NOT NULL,"
         " until_day INTEGER,"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE plan_item ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " plan_id BLOB NOT NULL REFERENCES plan (id),"
         " muscle TEXT CHECK (muscle <> '' AND muscle NOT GLOB '*[^a-z0-9-]*'),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " technique TEXT NOT NULL CHECK (technique IN ('find', 'pressure-steady', 'pressure-intermittent', "
         "'stroking', 'contract-relax', 'stretch', 'heat', 'cold', 'movement')),"
         " tool TEXT NOT NULL CHECK (tool IN ('none', 'fingers', 'ball', 'cane', 'roller', 'wall', 'pack', 'helper')),"
         " seconds INTEGER CHECK (seconds BETWEEN 0 AND 86400),"
         " repetitions INTEGER CHECK (repetitions BETWEEN 0 AND 1000),"
         " times_a_day INTEGER NOT NULL CHECK (times_a_day BETWEEN 1 AND 100),"
         " days TEXT NOT NULL CHECK (days NOT GLOB '*[^a-z -]*'),"
         " words TEXT NOT NULL CHECK (length(words) <= 20000),"
         " stop_rule TEXT NOT NULL CHECK (length(stop_rule) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE plan_tick ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " item_id BLOB NOT NULL REFERENCES plan_item (id),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " kept TEXT NOT NULL CHECK (kept IN ('done', 'partly', 'skipped')),"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX plan_tick_by_day ON plan_tick (local_day)",

         "CREATE TABLE checklist ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " words TEXT NOT NULL CHECK (length(words) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX checklist_by_day ON checklist (local_day)",

         "CREATE TABLE alert ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " rule TEXT NOT NULL CHECK (rule <> '' AND rule NOT GLOB '*[^a-z0-9-]*'),"
         " urgency TEXT NOT NULL CHECK (urgency IN ('emergency', 'same-day', 'doctor', 'caution')),"
         " answer TEXT NOT NULL CHECK (answer IN ('none', 'shown', 'not-meant', 'checked')),"
         " checked_by TEXT NOT NULL CHECK (length(checked_by) <= 20000),"
         " checked_at_utc_ms INTEGER,"
         " checked_at_offset_min INTEGER CHECK ((checked_at_offset_min IS NULL) = (checked_at_utc_ms IS NULL) AND "
         "(checked_at_offset_min IS NULL OR checked_at_offset_min BETWEEN -1080 AND 1080)),"
         " checked_until INTEGER,"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX alert_by_day ON alert (local_day)",

         "CREATE TABLE visit ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " provider TEXT NOT NULL CHECK (length(provider) <= 20000),"
         " question TEXT NOT NULL CHECK (length(question) <= 20000),"
         " note TEXT NOT NULL CHECK (length(note) <= 20000),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX visit_by_day ON visit (local_day)",

         "CREATE TABLE reminder ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " kind TEXT NOT NULL CHECK (kind IN ('check-in', 'plan', 'follow-up', 'posture-break', 'own')),"
         " minute_of_day INTEGER NOT NULL CHECK (minute_of_day BETWEEN 0 AND 1439),"
         " days TEXT NOT NULL CHECK (days NOT GLOB '*[^a-z -]*'),"
         " words TEXT NOT NULL CHECK (length(words) <= 20000),"
         " enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE note ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " text TEXT NOT NULL CHECK (length(text) <= 100000),"
         " point_id BLOB CHECK (length(point_id) = 16),"
         " changes INTEGER NOT NULL DEFAULT 1 CHECK (changes > 0),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " deleted_utc_ms INTEGER,"
         " local_day INTEGER AS ((at_utc_ms + at_offset_min * 60000) / 86400000)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX note_by_day ON note (local_day)",

         "CREATE TABLE point_life ("
         " owner_id BLOB NOT NULL REFERENCES trigger_point (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " stage TEXT NOT NULL CHECK (stage IN ('active', 'latent', 'unsure', 'quiet', 'returned')),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE point_stroke ("
         " owner_id BLOB NOT NULL REFERENCES trigger_point (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 99),"
         " view TEXT NOT NULL CHECK (view <> '' AND view NOT GLOB '*[^a-z0-9.-]*'),"
         " brush_mm REAL NOT NULL CHECK (brush_mm BETWEEN 0.5 AND 200),"
         " erases INTEGER NOT NULL CHECK (erases IN (0, 1)),"
         " path TEXT NOT NULL CHECK (path NOT GLOB '*[^0-9 -]*' AND length(path) <= 200000),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE point_zone ("
         " owner_id BLOB NOT NULL REFERENCES trigger_point (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 99),"
         " zone TEXT NOT NULL CHECK (zone <> '' AND zone NOT GLOB '*[^a-z0-9-]*'),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " coverage REAL NOT NULL CHECK (coverage BETWEEN 0 AND 1),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE pain_area ("
         " owner_id BLOB NOT NULL REFERENCES pain_entry (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " qualities TEXT NOT NULL CHECK (qualities NOT GLOB '*[^a-z -]*'),"
         " intensity INTEGER CHECK (intensity BETWEEN 0 AND 10),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE pain_stroke ("
         " owner_id BLOB NOT NULL REFERENCES pain_entry (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 99),"
         " view TEXT NOT NULL CHECK (view <> '' AND view NOT GLOB '*[^a-z0-9.-]*'),"
         " brush_mm REAL NOT NULL CHECK (brush_mm BETWEEN 0.5 AND 200),"
         " erases INTEGER NOT NULL CHECK (erases IN (0, 1)),"
         " path TEXT NOT NULL CHECK (path NOT GLOB '*[^0-9 -]*' AND length(path) <= 200000),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE pain_zone ("
         " owner_id BLOB NOT NULL REFERENCES pain_entry (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 99),"
         " zone TEXT NOT NULL CHECK (zone <> '' AND zone NOT GLOB '*[^a-z0-9-]*'),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " coverage REAL NOT NULL CHECK (coverage BETWEEN 0 AND 1),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE session_step ("
         " owner_id BLOB NOT NULL REFERENCES session (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " muscle TEXT NOT NULL CHECK (muscle <> '' AND muscle NOT GLOB '*[^a-z0-9-]*'),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " point_id BLOB CHECK (length(point_id) = 16),"
         " technique TEXT NOT NULL CHECK (technique IN ('find', 'pressure-steady', 'pressure-intermittent', "
         "'stroking', 'contract-relax', 'stretch', 'heat', 'cold', 'movement')),"
         " tool TEXT NOT NULL CHECK (tool IN ('none', 'fingers', 'ball', 'cane', 'roller', 'wall', 'pack', 'helper')),"
         " planned_seconds INTEGER NOT NULL CHECK (planned_seconds BETWEEN 0 AND 86400),"
         " done_seconds INTEGER NOT NULL CHECK (done_seconds BETWEEN 0 AND 86400),"
         " repetitions INTEGER NOT NULL CHECK (repetitions BETWEEN 0 AND 1000),"
         " effort INTEGER CHECK (effort BETWEEN 0 AND 10),"
         " let_go INTEGER NOT NULL CHECK (let_go IN (0, 1)),"
         " before INTEGER CHECK (before BETWEEN 0 AND 10),"
         " after INTEGER CHECK (after BETWEEN 0 AND 10),"
         " tender_before INTEGER CHECK (tender_before BETWEEN 0 AND 10),"
         " tender_after INTEGER CHECK (tender_after BETWEEN 0 AND 10),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE treated_place ("
         " owner_id BLOB NOT NULL REFERENCES treatment (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " muscle TEXT NOT NULL CHECK (muscle <> '' AND muscle NOT GLOB '*[^a-z0-9-]*'),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " point_id BLOB CHECK (length(point_id) = 16),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE checklist_item ("
         " owner_id BLOB NOT NULL REFERENCES checklist (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " muscle TEXT NOT NULL CHECK (muscle <> '' AND muscle NOT GLOB '*[^a-z0-9-]*'),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " palpated TEXT NOT NULL CHECK (palpated IN ('not-tried', 'nothing', 'tender', 'that-is-my-pain')),"
         " point_id BLOB CHECK (length(point_id) = 16),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE profile_condition ("
         " owner_id BLOB NOT NULL REFERENCES profile (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " condition TEXT NOT NULL CHECK (condition <> '' AND condition NOT GLOB '*[^a-z0-9-]*'),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE profile_operation ("
         " owner_id BLOB NOT NULL REFERENCES profile (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " what TEXT NOT NULL CHECK (length(what) <= 2000),"
         " day INTEGER,"
         " zone TEXT CHECK (zone <> '' AND zone NOT GLOB '*[^a-z0-9-]*'),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE profile_stroke ("
         " owner_id BLOB NOT NULL REFERENCES profile (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 99),"
         " view TEXT NOT NULL CHECK (view <> '' AND view NOT GLOB '*[^a-z0-9.-]*'),"
         " brush_mm REAL NOT NULL CHECK (brush_mm BETWEEN 0.5 AND 200),"
         " erases INTEGER NOT NULL CHECK (erases IN (0, 1)),"
         " path TEXT NOT NULL CHECK (path NOT GLOB '*[^0-9 -]*' AND length(path) <= 200000),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE profile_zone ("
         " owner_id BLOB NOT NULL REFERENCES profile (id),"
         " place INTEGER NOT NULL CHECK (place >= 0),"
         " area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 99),"
         " zone TEXT NOT NULL CHECK (zone <> '' AND zone NOT GLOB '*[^a-z0-9-]*'),"
         " side TEXT NOT NULL CHECK (side IN ('left', 'right', 'midline')),"
         " coverage REAL NOT NULL CHECK (coverage BETWEEN 0 AND 1),"
         " PRIMARY KEY (owner_id, place)"
         ") STRICT, WITHOUT ROWID",

         "CREATE INDEX pain_zone_by_zone ON pain_zone (zone, side)",

         "CREATE TABLE change_history ("
         " row_id BLOB NOT NULL CHECK (length(row_id) = 16),"
         " changes INTEGER NOT NULL CHECK (changes > 1),"
         " table_name TEXT NOT NULL,"
         " field TEXT NOT NULL,"
         " at_utc_ms INTEGER NOT NULL,"
         " at_offset_min INTEGER NOT NULL CHECK (at_offset_min BETWEEN -1080 AND 1080),"
         " device BLOB NOT NULL CHECK (length(device) = 16),"
         " before TEXT,"
         " after TEXT,"
         " PRIMARY KEY (row_id, changes, field)"
         ") STRICT, WITHOUT ROWID",

         "CREATE TABLE forgotten ("
         " id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
         " table_name TEXT NOT NULL,"
         " deleted_utc_ms INTEGER NOT NULL"
         ") STRICT, WITHOUT ROWID",

         "PRAGMA user_version = 2"}};
}
// NOLINTEND(bugprone-suspicious-missing-comma)

} // namespace palpate
