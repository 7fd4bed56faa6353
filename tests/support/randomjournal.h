// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <tuple>

#include <rapidcheck.h>

#include "core/flags.h"
#include "record/stored.h"

// Journals of all kinds of records with anything in them that their types allow; inside a rc::check only.
namespace palpate::testing {

template <typename Value> struct Pick;

template <typename Value> [[nodiscard]] Value pick() { return Pick<Value>::one(); }

inline int pickBetween(int low, int high) { return *rc::gen::inRange(low, high + 1); }

template <> struct Pick<bool> {
    static bool one() { return pickBetween(0, 1) == 1; }
};

template <> struct Pick<int> {
    static int one() { return *rc::gen::arbitrary<int>(); }
};

template <> struct Pick<double> {
    static double one()
    {
        const double number = *rc::gen::arbitrary<double>() * std::pow(10.0, pickBetween(-30, 30));
        return std::isfinite(number) ? number : -0.0;
    }
};

template <> struct Pick<std::string> {
    static std::string one()
    {
        static const std::vector<std::string> bits{"a",      " ",          "\"",       "\\",   "/",
                                                   "\n",     "\t",         "\x01",     "\x7f", "\u00e4",
                                                   "\u65e5", "\U0001f642", "\\u0000 ", "{[",   "knot, left of C7",
                                                   "\r\n",   "\u2028",     "=1+1",     "'",    "null"};
        std::string text;
        for (int left = pickBetween(0, 5); left > 0; --left) {
            text += bits[static_cast<std::size_t>(pickBetween(0, static_cast<int>(bits.size()) - 1))];
        }
        return text;
    }
};

template <> struct Pick<PainLevel> {
    static PainLevel one() { return PainLevel::from(pickBetween(0, 10)).value(); }
};

template <> struct Pick<LocalDay> {
    static LocalDay one() { return LocalDay{std::chrono::days{pickBetween(-700000, 2900000)}}; }
};

/// From the year 53 to 9909.
inline std::chrono::sys_time<std::chrono::milliseconds> pickMoment()
{
    return std::chrono::sys_days{std::chrono::days{pickBetween(-700000, 2900000)}} +
           std::chrono::milliseconds{pickBetween(0, 86'399'999)};
}

template <> struct Pick<Instant> {
    static Instant one() { return {pickMoment(), std::chrono::minutes{pickBetween(-1080, 1080)}}; }
};

template <> struct Pick<PointMm> {
    static PointMm one() { return {pick<double>(), pick<double>(), pick<double>()}; }
};

template <> struct Pick<StrokePath> {
    static StrokePath one()
    {
        StrokePath path(static_cast<std::size_t>(pickBetween(0, 4)));
        for (StrokePoint &point : path) {
            point = {pick<int>(), pick<int>()};
        }
        return path;
    }
};

template <Keyed Enum> struct Pick<Enum> {
    static Enum one()
    {
        const auto &all = Keys<Enum>::all;
        return all[static_cast<std::size_t>(pickBetween(0, static_cast<int>(all.size()) - 1))].first;
    }
};

template <Keyed Enum> struct Pick<Flags<Enum>> {
    static Flags<Enum> one()
    {
        Flags<Enum> flags;
        for (const auto &[value, key] : Keys<Enum>::all) {
            flags.set(value, pick<bool>());
        }
        return flags;
    }
};

template <typename Tag> struct Pick<RowId<Tag>> {
    static RowId<Tag> one()
    {
        typename RowId<Tag>::Bytes bytes{};
        for (std::uint8_t &byte : bytes) {
            byte = static_cast<std::uint8_t>(pickBetween(0, 255));
        }
        return RowId<Tag>{bytes};
    }
};

template <typename Tag> struct Pick<NameId<Tag>> {
    static NameId<Tag> one()
    {
        return NameId<Tag>{*rc::gen::element<std::string>("infraspinatus", "a", "0-9", "zone-1", "-")};
    }
};

template <typename Value> struct Pick<std::optional<Value>> {
    static std::optional<Value> one() { return pick<bool>() ? std::optional{pick<Value>()} : std::nullopt; }
};

template <typename T> [[nodiscard]] T pickFields()
{
    return std::apply([]<typename... Value>(const Field<T, Value> &...) { return T{pick<Value>()...}; },
                      Described<T>::fields);
}

template <Record T> [[nodiscard]] Stored<T> pickRow()
{
    T record = pickFields<T>();
    forEachParts<T>([&]<typename Part>(const Parts<T, Part> &parts) {
        for (int left = pickBetween(0, 2); left > 0; --left) {
            (record.*(parts.member)).push_back(pickFields<Part>());
        }
    });
    return {std::move(record),
            {*rc::gen::positive<std::int64_t>(), pick<DeviceId>(),
             pick<bool>() ? std::optional{pickMoment()} : std::nullopt}};
}

/// Up to two rows, each of another id, in the order of ids.
template <typename Row, typename Pick, typename Key> std::vector<Row> pickRows(Pick pickOne, Key key)
{
    std::vector<Row> rows;
    for (int left = pickBetween(0, 2); left > 0; --left) {
        rows.push_back(pickOne());
    }
    std::ranges::sort(rows, {}, key);
    const auto same = [&key](const Row &a, const Row &b) { return std::invoke(key, a) == std::invoke(key, b); };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
    return rows;
}

[[nodiscard]] inline std::string pickTable()
{
    std::vector<std::string> tables;
    forEachKind([&]<typename T>(std::type_identity<T>) { tables.emplace_back(Described<T>::table); });
    return tables[static_cast<std::size_t>(pickBetween(0, static_cast<int>(tables.size()) - 1))];
}

[[nodiscard]] inline JournalContents pickJournal()
{
    JournalContents contents;
    forEachKind([&]<typename T>(std::type_identity<T>) {
        contents.of<T>() = pickRows<Stored<T>>(pickRow<T>, [](const Stored<T> &row) { return row.record.id; });
    });
    contents.history = pickRows<HistoryLine>(
        [] {
            return HistoryLine{pick<AnyId>(),
                               pickBetween(2, 1000),
                               pickTable(),
                               pick<std::string>(),
                               pick<Instant>(),
                               pick<DeviceId>(),
                               pick<std::optional<std::string>>(),
                               pick<std::optional<std::string>>()};
        },
        [](const HistoryLine &line) { return std::tie(line.row, line.changes, line.field); });
    contents.forgotten = pickRows<Forgotten>(
        [] {
            return Forgotten{pick<AnyId>(), pickTable(), pickMoment()};
        },
        &Forgotten::row);
    return contents;
}

} // namespace palpate::testing
