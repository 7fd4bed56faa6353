// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/id.h"
#include "core/instant.h"
#include "record/described.h"

namespace palpate {

/// What a journal knows about a row besides what the person said: enough to merge two journals one day.
struct Stamp {
    std::int64_t changes = 1; ///< 1 when added, one more with each change
    DeviceId device;          ///< the installation that wrote it last
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> deleted; ///< hidden since then

    friend bool operator==(const Stamp &, const Stamp &) = default;
};

template <Record T> struct Stored {
    T record;
    Stamp stamp;

    friend bool operator==(const Stored &, const Stored &) = default;
};

/// One line of a row's history: a field that a later edit changed.
struct HistoryLine {
    AnyId row;
    std::int64_t changes = 2; ///< the row's counter after the change
    std::string table;
    std::string field;
    Instant at;
    DeviceId device;
    std::optional<std::string> before; ///< as text; empty where there was no value
    std::optional<std::string> after;

    friend bool operator==(const HistoryLine &, const HistoryLine &) = default;
};

/// What is left of a row that was deleted 30 days ago: its id, so that a merge does not bring it back.
struct Forgotten {
    AnyId row;
    std::string table;
    std::chrono::sys_time<std::chrono::milliseconds> deleted;

    friend bool operator==(const Forgotten &, const Forgotten &) = default;
};

namespace detail {
template <typename Variant> struct TablesOf;
template <typename... T> struct TablesOf<std::variant<T...>> {
    using Tables = std::tuple<std::vector<Stored<T>>...>;
};
} // namespace detail

/// All that a journal holds, in the order of ids: what an export writes and an import reads.
struct JournalContents {
    detail::TablesOf<AnyRecord>::Tables tables;
    std::vector<HistoryLine> history; ///< by row, counter and field
    std::vector<Forgotten> forgotten;

    template <Record T> [[nodiscard]] std::vector<Stored<T>> &of() { return std::get<std::vector<Stored<T>>>(tables); }
    template <Record T> [[nodiscard]] const std::vector<Stored<T>> &of() const
    {
        return std::get<std::vector<Stored<T>>>(tables);
    }

    friend bool operator==(const JournalContents &, const JournalContents &) = default;
};

} // namespace palpate
