// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/flags.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/localday.h"
#include "core/painlevel.h"
#include "core/pointmm.h"
#include "record/fields.h"
#include "record/stroke.h"

// How each type of value stands in JSON, and records put together of them. exchange/readvalue.h is the way back.
namespace palpate {

/// Quoted, with the escapes that JSON asks for and no others.
void appendJson(std::string &out, std::string_view text);
void appendJson(std::string &out, std::int64_t number);
/// The shortest digits that read back as the same number; always finite.
void appendJson(std::string &out, double number);
/// Instants and days are written as core/isotime.h does.
void appendJson(std::string &out, const Instant &instant);
void appendJson(std::string &out, LocalDay day);
/// [x, y, z]
void appendJson(std::string &out, const PointMm &point);
/// [right, up, right, up, …]
void appendJson(std::string &out, const StrokePath &path);

inline void appendJson(std::string &out, bool value) { out += value ? "true" : "false"; }
inline void appendJson(std::string &out, int number) { appendJson(out, std::int64_t{number}); }
inline void appendJson(std::string &out, const std::string &text) { appendJson(out, std::string_view{text}); }
inline void appendJson(std::string &out, PainLevel level) { appendJson(out, std::int64_t{level.value()}); }

template <Keyed Enum> void appendJson(std::string &out, Enum value) { appendJson(out, toKey(value)); }

/// A list of keys, in the order of the enumeration.
template <Keyed Enum> void appendJson(std::string &out, Flags<Enum> flags)
{
    out += '[';
    bool first = true;
    for (const auto &[value, key] : Keys<Enum>::all) {
        if (flags.has(value)) {
            out += first ? "" : ",";
            appendJson(out, key);
            first = false;
        }
    }
    out += ']';
}

template <typename Tag> void appendJson(std::string &out, const RowId<Tag> &id)
{
    appendJson(out, std::string_view{id.text()});
}
template <typename Tag> void appendJson(std::string &out, const NameId<Tag> &id)
{
    appendJson(out, std::string_view{id.text()});
}

template <typename Value> void appendJson(std::string &out, const std::optional<Value> &value)
{
    if (value) {
        appendJson(out, *value);
    } else {
        out += "null";
    }
}

/// Appends `"name":value`, with a comma in front unless it is the first of its object.
template <typename Value> void appendMember(std::string &out, std::string_view name, const Value &value)
{
    if (!out.empty() && out.back() != '{') {
        out += ',';
    }
    appendJson(out, name);
    out += ':';
    appendJson(out, value);
}

/// The fields of a record or part as members of an object, without its braces.
template <typename T> void appendFields(std::string &out, const T &record)
{
    forEachField<T>([&](const auto &field) { appendMember(out, field.name, record.*(field.member)); });
}

/// Fields and parts, without the braces.
template <Record T> void appendRecord(std::string &out, const T &record)
{
    appendFields(out, record);
    forEachParts<T>([&](const auto &parts) {
        out += ',';
        appendJson(out, parts.name);
        out += ":[";
        bool first = true;
        for (const auto &part : record.*(parts.member)) {
            out += first ? "{" : ",{";
            appendFields(out, part);
            out += '}';
            first = false;
        }
        out += ']';
    });
}

} // namespace palpate
