// SPDX-License-Identifier: GPL-3.0-or-later
// The reader's question for everything that was written.
#include "journal/journalreader.h"

#include <algorithm>
#include <array>

#include "journal/recordtable.h"

namespace palpate {

namespace {

/// Where people write: a table, and a statement that answers with id, moment and words.
struct Source {
    std::string_view table;
    Sql sql;
};

// char(10) ends a line. Members that are empty leave an empty line, which the edges lose.
const std::array sources{
    Source{"note", "SELECT id, at_utc_ms, at_offset_min, text FROM note WHERE deleted_utc_ms IS NULL AND text <> ''"},
    Source{"check_in", "SELECT id, at_utc_ms, at_offset_min, trim(could_do_words || char(10) || note, char(10))"
                       " FROM check_in WHERE deleted_utc_ms IS NULL AND (could_do_words <> '' OR note <> '')"},
    Source{"pain_entry",
           "SELECT id, at_utc_ms, at_offset_min, note FROM pain_entry WHERE deleted_utc_ms IS NULL AND note <> ''"},
    Source{"treatment", "SELECT id, at_utc_ms, at_offset_min, trim(provider || char(10) || note || char(10) || injected"
                        " || char(10) || feedback || char(10) || advice, char(10)) FROM treatment"
                        " WHERE deleted_utc_ms IS NULL AND (provider <> '' OR note <> '' OR injected <> ''"
                        " OR feedback <> '' OR advice <> '')"},
    Source{"session", "SELECT id, at_utc_ms, at_offset_min, trim(override_reason || char(10) || note, char(10))"
                      " FROM session WHERE deleted_utc_ms IS NULL AND (override_reason <> '' OR note <> '')"},
    Source{"follow_up",
           "SELECT id, at_utc_ms, at_offset_min, note FROM follow_up WHERE deleted_utc_ms IS NULL AND note <> ''"},
    Source{"visit", "SELECT id, at_utc_ms, at_offset_min, trim(provider || char(10) || question || char(10) || note,"
                    " char(10)) FROM visit WHERE deleted_utc_ms IS NULL AND (provider <> '' OR question <> ''"
                    " OR note <> '')"},
    Source{"period", "SELECT id, at_utc_ms, at_offset_min, trim(helped || char(10) || note, char(10)) FROM period"
                     " WHERE deleted_utc_ms IS NULL AND (helped <> '' OR note <> '')"},
    Source{"checklist",
           "SELECT id, at_utc_ms, at_offset_min, words FROM checklist WHERE deleted_utc_ms IS NULL AND words <> ''"},
    Source{"measure",
           // keys of movements are no words of the person
           "SELECT id, at_utc_ms, at_offset_min, what FROM measure WHERE deleted_utc_ms IS NULL AND what <> ''"
           " AND (kind NOT IN ('range-of-motion', 'posture') OR what GLOB '*[^a-z-]*')"},
    Source{"plan_tick",
           "SELECT id, at_utc_ms, at_offset_min, note FROM plan_tick WHERE deleted_utc_ms IS NULL AND note <> ''"},
    Source{"trigger_point", "SELECT id, marked_utc_ms, marked_offset_min, trim(finder_name || char(10) || note,"
                            " char(10)) FROM trigger_point WHERE deleted_utc_ms IS NULL AND (finder_name <> ''"
                            " OR note <> '')"},
    // The index by day leads to the last value after a few steps.
    Source{"factor", "SELECT f.id, v.at_utc_ms, v.at_offset_min, f.name FROM factor f LEFT JOIN factor_value v"
                     " ON v.id = (SELECT id FROM factor_value WHERE factor_id = f.id AND deleted_utc_ms IS NULL"
                     " ORDER BY local_day DESC, at_utc_ms DESC LIMIT 1) WHERE f.deleted_utc_ms IS NULL"
                     " AND f.name <> ''"},
};

} // namespace

std::vector<Written> JournalReader::written() const
{
    const ReadSnapshot moment{*m_database};
    std::vector<Written> all;
    for (const Source &source : sources) {
        Query query{*m_database, source.sql};
        while (query.next()) {
            all.push_back(
                {{source.table, AnyId{query.blob(0)}}, Column<std::optional<Instant>>::take(query, 1), query.text(3)});
        }
    }
    std::ranges::stable_sort(all, [](const Written &a, const Written &b) {
        return a.at.has_value() != b.at.has_value() ? a.at.has_value() : a.at && a.at->utc > b.at->utc;
    });
    return all;
}

} // namespace palpate
