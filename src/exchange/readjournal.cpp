// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <set>

#include "exchange/journalformat.h"
#include "exchange/journaljson.h"
#include "exchange/jsonrows.h"
#include "exchange/readvalue.h"
#include "record/oldmeasures.h"

namespace palpate {

template <> struct FromJson<UtcMilliseconds> {
    static UtcMilliseconds read(const JsonValue &value, const JsonPlace &place)
    {
        constexpr const char *what = "a moment in UTC such as 2026-03-02T08:30:00.000Z";
        const auto moment = utcFromText(detail::textIn(value, place, what));
        if (!moment) {
            place.expected(what);
        }
        return *moment;
    }
};

namespace {

/// The first exports had movements and postures in words.
void useKeys(Measure &measure)
{
    const auto old = std::ranges::find(oldMeasures, std::string_view{measure.what},
                                       &std::pair<std::string_view, std::string_view>::first);
    const bool isKeyed = measure.kind == MeasureKind::rangeOfMotion || measure.kind == MeasureKind::posture;
    if (isKeyed && old != oldMeasures.end()) {
        measure.what = old->second;
    }
}

class ContentsSink final : public JsonRowSink {
public:
    void take(std::string_view list, const std::string &pointer, JsonValue row) override
    {
        const JsonPlace place{pointer};
        JsonMembers members{row, place};
        if (list == "history") {
            takeHistory(members);
        } else if (list == "forgotten") {
            takeForgotten(members);
        } else {
            takeRecord(list, members);
        }
        members.done();
    }

    [[nodiscard]] JournalContents sorted() &&;

private:
    static std::int64_t changesIn(JsonMembers &members, std::int64_t lowest);
    static std::string tableIn(JsonMembers &members);
    void takeHistory(JsonMembers &members);
    void takeForgotten(JsonMembers &members);
    void takeRecord(std::string_view table, JsonMembers &members);

    JournalContents m_contents;
    std::string m_table; ///< that m_ids are of; tables come one after the other
    std::set<AnyId> m_ids;
    std::set<AnyId> m_forgotten;
    std::set<std::tuple<AnyId, std::int64_t, std::string>> m_history;
};

std::int64_t ContentsSink::changesIn(JsonMembers &members, std::int64_t lowest)
{
    const JsonPlace here{members.place(), stampKeys.changes};
    return detail::wholeIn(members.get(stampKeys.changes), here, lowest, std::numeric_limits<std::int64_t>::max(),
                           lowest == 1 ? "a whole number from 1" : "a whole number from 2");
}

std::string ContentsSink::tableIn(JsonMembers &members)
{
    auto table = readMember<std::string>(members, historyKeys.table);
    bool known = false;
    forEachKind([&]<typename T>(std::type_identity<T>) { known = known || table == Described<T>::table; });
    if (!known) {
        JsonPlace{members.place(), historyKeys.table}.expected("the name of a list of records");
    }
    return table;
}

void ContentsSink::takeHistory(JsonMembers &members)
{
    // Braces: read from left to right.
    HistoryLine line{readMember<AnyId>(members, historyKeys.row),
                     changesIn(members, 2),
                     tableIn(members),
                     readMember<std::string>(members, historyKeys.field),
                     readMember<Instant>(members, historyKeys.at),
                     readMember<DeviceId>(members, historyKeys.device),
                     readMember<std::optional<std::string>>(members, historyKeys.before),
                     readMember<std::optional<std::string>>(members, historyKeys.after)};
    if (!m_history.emplace(line.row, line.changes, line.field).second) {
        members.place().refuse("stands a line of history for the second time");
    }
    m_contents.history.push_back(std::move(line));
}

void ContentsSink::takeForgotten(JsonMembers &members)
{
    Forgotten row{readMember<AnyId>(members, forgottenKeys.row), tableIn(members),
                  readMember<UtcMilliseconds>(members, forgottenKeys.deleted)};
    if (!m_forgotten.insert(row.row).second) {
        members.place().refuse("stands an id for the second time");
    }
    m_contents.forgotten.push_back(std::move(row));
}

void ContentsSink::takeRecord(std::string_view table, JsonMembers &members)
{
    if (m_table != table) {
        m_table = table;
        m_ids.clear();
    }
    forEachKind([&]<typename T>(std::type_identity<T>) {
        if (Described<T>::table != table) {
            return;
        }
        T record = readRecord<T>(members);
        if constexpr (std::same_as<T, Measure>) {
            useKeys(record);
        }
        Stamp stamp{changesIn(members, 1), readMember<DeviceId>(members, stampKeys.device),
                    readMember<std::optional<UtcMilliseconds>>(members, stampKeys.deleted)};
        if (!m_ids.insert(AnyId{record.id.bytes()}).second) {
            members.place().refuse("stands an id for the second time");
        }
        m_contents.of<T>().push_back({std::move(record), stamp});
    });
}

JournalContents ContentsSink::sorted() &&
{
    forEachKind([this]<typename T>(std::type_identity<T>) {
        std::ranges::sort(m_contents.of<T>(), {}, [](const Stored<T> &row) { return row.record.id; });
    });
    std::ranges::sort(m_contents.history, {},
                      [](const HistoryLine &line) { return std::tie(line.row, line.changes, line.field); });
    std::ranges::sort(m_contents.forgotten, {}, &Forgotten::row);
    return std::move(m_contents);
}

} // namespace

JournalContents journalFromJson(std::string_view text)
{
    ContentsSink sink;
    readJsonRows(text, sink);
    return std::move(sink).sorted();
}

} // namespace palpate
