// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/journaljson.h"

#include "exchange/journalformat.h"
#include "exchange/writejson.h"

namespace palpate {

namespace {

void appendOne(std::string &out, const HistoryLine &line)
{
    appendMember(out, historyKeys.row, line.row);
    appendMember(out, historyKeys.changes, line.changes);
    appendMember(out, historyKeys.table, line.table);
    appendMember(out, historyKeys.field, line.field);
    appendMember(out, historyKeys.at, line.at);
    appendMember(out, historyKeys.device, line.device);
    appendMember(out, historyKeys.before, line.before);
    appendMember(out, historyKeys.after, line.after);
}

void appendOne(std::string &out, const Forgotten &row)
{
    appendMember(out, forgottenKeys.row, row.row);
    appendMember(out, forgottenKeys.table, row.table);
    appendMember(out, forgottenKeys.deleted, utcText(row.deleted));
}

template <Record T> void appendOne(std::string &out, const Stored<T> &row)
{
    appendRecord(out, row.record);
    appendMember(out, stampKeys.changes, row.stamp.changes);
    appendMember(out, stampKeys.device, row.stamp.device);
    appendMember(out, stampKeys.deleted, row.stamp.deleted ? std::optional{utcText(*row.stamp.deleted)} : std::nullopt);
}

/// One row a line; `margin` stands before the closing bracket.
template <typename Row> void appendRows(std::string &out, const std::vector<Row> &rows, std::string_view margin)
{
    out += '[';
    bool first = true;
    for (const Row &row : rows) {
        out += first ? "\n" : ",\n";
        out += margin;
        out += " {";
        appendOne(out, row);
        out += '}';
        first = false;
    }
    if (!first) {
        out += '\n';
        out += margin;
    }
    out += ']';
}

} // namespace

std::string journalJson(const JournalContents &contents)
{
    std::string out =
        "{\n \"format\": \"palpate-journal\",\n \"version\": " + std::to_string(exportVersion) + ",\n \"records\": {";
    bool first = true;
    forEachKind([&]<typename T>(std::type_identity<T>) {
        out += first ? "\n  " : ",\n  ";
        appendJson(out, Described<T>::table);
        out += ": ";
        appendRows(out, contents.of<T>(), "  ");
        first = false;
    });
    out += "\n },\n \"history\": ";
    appendRows(out, contents.history, " ");
    out += ",\n \"forgotten\": ";
    appendRows(out, contents.forgotten, " ");
    out += "\n}\n";
    return out;
}

} // namespace palpate
