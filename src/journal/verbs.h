// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <utility>
#include <variant>
#include <vector>

#include "record/stored.h"

// What a user can do to a journal. A verb is a value; Journal::perform() runs one in one transaction and returns the
// verb that takes it back, so undo and redo are the same call. Window, command line and import speak only these.
namespace palpate {

// Steps that people take.

/// Adds a record under its own id.
struct Add {
    AnyRecord record;
};

/// Puts this in the place of the record with the same id; the journal keeps a line of history for each field that
/// differs. Where nothing differs, nothing is written.
struct Change {
    AnyRecord record;
};

/// Hides a record, and with a point its ratings, for 30 days; after that only the id is kept.
struct Delete {
    RecordRef record;
};

/// Shows a deleted record again.
struct Restore {
    RecordRef record;
};

// Steps that take others back, and their traces with them. Only perform() makes them.

struct TakeBackAdd {
    RecordRef record;
};
struct TakeBackChange {
    AnyRecord before;
    Stamp stamp;
};
struct TakeBackStamp {
    RecordRef record;
    Stamp stamp;
};

using Step = std::variant<Add, Change, Delete, Restore, TakeBackAdd, TakeBackChange, TakeBackStamp>;

/// One thing that a person does, whatever it takes.
struct Verb {
    std::vector<Step> steps;
};

/// Marks a point, with the ratings that it was given on the spot.
[[nodiscard]] inline Verb markPoint(TriggerPoint point, std::vector<Rating> ratings = {})
{
    Verb verb{{Add{std::move(point)}}};
    for (Rating &rating : ratings) {
        verb.steps.emplace_back(Add{rating});
    }
    return verb;
}

template <Record... T> [[nodiscard]] Verb add(T... records) { return {{Add{std::move(records)}...}}; }

template <Record T> [[nodiscard]] Verb change(T record) { return {{Change{std::move(record)}}}; }

/// By the id of any record: remove<Rating>(id).
template <Record T> [[nodiscard]] Verb remove(decltype(T::id) id)
{
    return {{Delete{{Described<T>::table, AnyId{id.bytes()}}}}};
}

template <Record T> [[nodiscard]] Verb restore(decltype(T::id) id)
{
    return {{Restore{{Described<T>::table, AnyId{id.bytes()}}}}};
}

} // namespace palpate
