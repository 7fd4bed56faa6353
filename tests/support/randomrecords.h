// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "record/described.h"

namespace palpate::testing {

/// Draws records of every kind with every member set: whatever a table or a file can hold, not what people say.
class RandomRecords {
public:
    explicit RandomRecords(std::uint32_t seed) : m_random{seed} {}

    /// A record with a fresh id. Members that refer to rows that must be there are left to the caller.
    template <Record T> T draw()
    {
        T record = std::apply([this]<typename... V>(const Field<T, V> &...) { return T{value<V>()...}; },
                              Described<T>::fields);
        forEachParts<T>([&]<typename Part>(const Parts<T, Part> &parts) {
            for (std::size_t count = below(4); count > 0; --count) {
                (record.*(parts.member)).push_back(drawPart<Part>());
            }
        });
        if constexpr (std::same_as<T, TriggerPoint>) {
            makeFit(record);
        } else if constexpr (std::same_as<T, PainEntry>) {
            record.areas.resize(4);
        } else if constexpr (std::same_as<T, Profile>) {
            record.yearOfBirth = 1890 + static_cast<int>(below(200));
            record.pregnancyWeek = static_cast<int>(below(60));
            putInFirstArea(record.numbAreas, record.numbZones);
        } else if constexpr (std::same_as<T, Plan>) {
            record.until.reset();
        } else if constexpr (std::same_as<T, Period>) {
            record.ended.reset();
        } else if constexpr (std::same_as<T, FollowUp>) {
            record.dangerSigns = "fever new-weakness";
        }
        return record;
    }

    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>{0, end - 1}(m_random); }

    RowId<struct AnyTag>::Bytes bytes()
    {
        std::array<std::uint8_t, 16> bytes{};
        std::ranges::generate(bytes, [this] { return static_cast<std::uint8_t>(below(256)); });
        return bytes;
    }

private:
    template <typename> struct Kind {};

    template <typename Part> Part drawPart()
    {
        return std::apply([this]<typename... V>(const Field<Part, V> &...) { return Part{value<V>()...}; },
                          Described<Part>::fields);
    }

    template <typename V> V value() { return make(Kind<V>{}); }

    bool make(Kind<bool>) { return below(2) == 1; }
    int make(Kind<int>) { return static_cast<int>(below(3)) + 1; }
    double make(Kind<double>) { return std::uniform_real_distribution<double>{0.5, 1}(m_random); }
    std::string make(Kind<std::string>)
    {
        static const std::array<std::string, 6> texts{"front", "back", "left", "crown", "soles", "right"};
        return texts[below(texts.size())];
    }
    PainLevel make(Kind<PainLevel>) { return *PainLevel::from(static_cast<int>(below(11))); }
    LocalDay make(Kind<LocalDay>) { return LocalDay{std::chrono::days{10000 + static_cast<int>(below(20000))}}; }
    Instant make(Kind<Instant>)
    {
        return {std::chrono::sys_time<std::chrono::milliseconds>{
                    std::chrono::milliseconds{1'000'000'000 + static_cast<std::int64_t>(below(3'000'000'000'000))}},
                std::chrono::minutes{static_cast<int>(below(2161)) - 1080}};
    }
    PointMm make(Kind<PointMm>)
    {
        std::uniform_real_distribution<double> far{-900, 900};
        return {far(m_random), far(m_random), far(m_random)};
    }
    StrokePath make(Kind<StrokePath>)
    {
        StrokePath path(below(5));
        std::ranges::generate(path, [this] {
            return StrokePoint{static_cast<int>(below(20000)) - 10000, static_cast<int>(below(20000)) - 10000};
        });
        return path;
    }
    template <typename Tag> RowId<Tag> make(Kind<RowId<Tag>>) { return RowId<Tag>{bytes()}; }
    template <typename Tag> NameId<Tag> make(Kind<NameId<Tag>>)
    {
        return NameId<Tag>{"name-" + std::to_string(below(90))};
    }
    template <Keyed Enum> Enum make(Kind<Enum>) { return Keys<Enum>::all[below(Keys<Enum>::all.size())].first; }
    template <Keyed Enum> Flags<Enum> make(Kind<Flags<Enum>>)
    {
        Flags<Enum> flags;
        for (const auto &[one, key] : Keys<Enum>::all) {
            flags.set(one, below(2) == 0);
        }
        return flags;
    }
    template <typename V> std::optional<V> make(Kind<std::optional<V>>)
    {
        return below(3) == 0 ? std::nullopt : std::optional{value<V>()};
    }

    static void putInFirstArea(std::vector<Stroke> &strokes, std::vector<ZoneCoverage> &zones)
    {
        std::ranges::for_each(strokes, [](Stroke &stroke) { stroke.area = 0; });
        std::ranges::for_each(zones, [](ZoneCoverage &zone) { zone.area = 0; });
    }

    void makeFit(TriggerPoint &point)
    {
        point.side = point.position.x > 0 ? Side::left : Side::right;
        putInFirstArea(point.referral, point.referralZones);
        std::ranges::sort(point.life, {}, [](const LifeEvent &event) { return event.at.utc; });
        point.quiet = !point.life.empty() && point.life.back().stage == LifeStage::quiet;
    }

    std::mt19937 m_random;
};

} // namespace palpate::testing
