// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string_view>
#include <tuple>
#include <vector>

// Every record is described once, here and in described.h: the names of its members in files. The tables of the
// journal, its history and the JSON of an export are all read and written by this one description, so that none of them
// can forget a member.
namespace palpate {

/// A member and its name: the column, and the key in JSON. An instant stands in the columns NAME_utc_ms and
/// NAME_offset_min, a place in x_mm, y_mm and z_mm.
/// What came later than the first exports is empty in them: `since` is the version of the export that brought it.
template <typename Owner, typename Value> struct Field {
    std::string_view name;
    Value Owner::*member;
    int since = 1;
};
template <typename Owner, typename Value> Field(std::string_view, Value Owner::*) -> Field<Owner, Value>;
template <typename Owner, typename Value> Field(std::string_view, Value Owner::*, int) -> Field<Owner, Value>;

/// A list of parts that belong to a record and to nothing else: a table of their own, and an array in JSON.
template <typename Owner, typename Part> struct Parts {
    std::string_view name;
    std::string_view table;
    std::vector<Part> Owner::*member;
    int since = 1;
};
template <typename Owner, typename Part> Parts(std::string_view, std::string_view, std::vector<Part> Owner::*)
    -> Parts<Owner, Part>;
template <typename Owner, typename Part> Parts(std::string_view, std::string_view, std::vector<Part> Owner::*, int)
    -> Parts<Owner, Part>;

/// Specialised for every record and every part: `fields`, a tuple of Field; for records also `table` and `parts`, a
/// tuple of Parts. The first field of a record is its id.
template <typename T> struct Described;

template <typename T>
concept Record = requires(T record)
{
    Described<T>::table;
    Described<T>::fields;
    Described<T>::parts;
    record.id.bytes();
};

/// Calls `use` with each Field of the record or part.
template <typename T, typename Use> constexpr void forEachField(Use use)
{
    std::apply([&use](const auto &...field) { (use(field), ...); }, Described<T>::fields);
}

/// Calls `use` with each Parts of the record.
template <Record T, typename Use> constexpr void forEachParts(Use use)
{
    std::apply([&use](const auto &...parts) { (use(parts), ...); }, Described<T>::parts);
}

} // namespace palpate
