// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "core/flags.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/localday.h"
#include "core/painlevel.h"
#include "core/pointmm.h"
#include "journal/database.h"
#include "record/stroke.h"

// How each type of value stands in the columns of a table: its columns' names after the field's, how it is bound and
// how it is read. A value that no journal can hold is read as JournalError damaged.
namespace palpate {

template <typename Value> struct Column;

/// Values of one column, named as the field.
struct OneColumn {
    static constexpr std::array<std::string_view, 1> endings{""};
};

template <> struct Column<bool> : OneColumn {
    static void put(Query &query, bool value) { query.add(std::int64_t{value}); }
    static bool take(const Query &row, int at) { return row.integer(at) != 0; }
};

template <> struct Column<int> : OneColumn {
    static void put(Query &query, int value) { query.add(value); }
    static int take(const Query &row, int at)
    {
        const std::int64_t number = row.integer(at);
        if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) {
            throw row.damaged("a number that is too large");
        }
        return static_cast<int>(number);
    }
};

template <> struct Column<double> : OneColumn {
    static void put(Query &query, double value) { query.add(value); }
    static double take(const Query &row, int at) { return row.real(at); }
};

template <> struct Column<std::string> : OneColumn {
    static void put(Query &query, const std::string &value) { query.add(std::string_view{value}); }
    static std::string take(const Query &row, int at) { return row.text(at); }
};

template <Keyed Enum> struct Column<Enum> : OneColumn {
    static void put(Query &query, Enum value) { query.add(toKey(value)); }
    static Enum take(const Query &row, int at)
    {
        if (const auto value = fromKey<Enum>(row.text(at))) {
            return *value;
        }
        throw row.damaged("unknown word " + row.text(at));
    }
};

template <Keyed Enum> struct Column<Flags<Enum>> : OneColumn {
    static void put(Query &query, Flags<Enum> value) { query.add(std::string_view{textOfFlags(value)}); }
    static Flags<Enum> take(const Query &row, int at)
    {
        if (const auto value = flagsFromText<Enum>(row.text(at))) {
            return *value;
        }
        throw row.damaged("unknown words " + row.text(at));
    }
};

template <typename Tag> struct Column<RowId<Tag>> : OneColumn {
    static void put(Query &query, RowId<Tag> value) { query.add(value.bytes()); }
    static RowId<Tag> take(const Query &row, int at) { return RowId<Tag>{row.blob(at)}; }
};

template <typename Tag> struct Column<NameId<Tag>> : OneColumn {
    static void put(Query &query, const NameId<Tag> &value) { query.add(std::string_view{value.text()}); }
    static NameId<Tag> take(const Query &row, int at)
    {
        if (const auto value = NameId<Tag>::parse(row.text(at))) {
            return *value;
        }
        throw row.damaged("not a name: " + row.text(at));
    }
};

template <> struct Column<PainLevel> : OneColumn {
    static void put(Query &query, PainLevel value) { query.add(value.value()); }
    static PainLevel take(const Query &row, int at)
    {
        const std::int64_t number = row.integer(at);
        if (const auto value = PainLevel::from(static_cast<int>(number)); value && value->value() == number) {
            return *value;
        }
        throw row.damaged("no pain level");
    }
};

template <> struct Column<LocalDay> : OneColumn {
    static void put(Query &query, LocalDay value) { query.add(std::int64_t{value.time_since_epoch().count()}); }
    static LocalDay take(const Query &row, int at) { return LocalDay{std::chrono::days{Column<int>::take(row, at)}}; }
};

/// As "right up right up …", in tenths of a millimetre.
template <> struct Column<StrokePath> : OneColumn {
    static void put(Query &query, const StrokePath &value) { query.add(std::string_view{textOfPath(value)}); }
    static StrokePath take(const Query &row, int at)
    {
        if (auto value = pathFromText(row.text(at))) {
            return *std::move(value);
        }
        throw row.damaged("no stroke");
    }
};

template <> struct Column<Instant> {
    static constexpr std::array<std::string_view, 2> endings{"_utc_ms", "_offset_min"};
    static void put(Query &query, const Instant &value)
    {
        query.add(std::int64_t{value.utc.time_since_epoch().count()});
        query.add(std::int64_t{value.offset.count()});
    }
    static Instant take(const Query &row, int at)
    {
        return {std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{row.integer(at)}},
                std::chrono::minutes{row.integer(at + 1)}};
    }
};

template <> struct Column<PointMm> {
    /// A row has one place: its columns are not named after the field.
    static constexpr std::array<std::string_view, 3> names{"x_mm", "y_mm", "z_mm"};
    static constexpr std::array<std::string_view, 3> endings{"", "", ""};
    static void put(Query &query, const PointMm &value)
    {
        query.add(value.x);
        query.add(value.y);
        query.add(value.z);
    }
    static PointMm take(const Query &row, int at) { return {row.real(at), row.real(at + 1), row.real(at + 2)}; }
};

/// No value is NULL in all its columns.
template <typename Value> struct Column<std::optional<Value>> {
    static constexpr auto endings = Column<Value>::endings;
    static void put(Query &query, const std::optional<Value> &value)
    {
        if (value) {
            Column<Value>::put(query, *value);
            return;
        }
        for (std::size_t at = 0; at < endings.size(); ++at) {
            query.addNull();
        }
    }
    static std::optional<Value> take(const Query &row, int at)
    {
        return row.isNull(at) ? std::nullopt : std::optional{Column<Value>::take(row, at)};
    }
};

template <typename Value> inline constexpr int columnCount = static_cast<int>(Column<Value>::endings.size());

} // namespace palpate
