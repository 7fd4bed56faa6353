// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

#include "core/instant.h"
#include "core/localday.h"

namespace palpate::sample {

/// Chance from a seed, the same on every machine: the distributions of <random> differ between libraries.
/// The generator is SplitMix64 (Steele, Lea, Flood 2014).
class SampleRandom {
public:
    explicit SampleRandom(std::uint64_t seed) noexcept : m_state{seed} {}

    [[nodiscard]] std::uint64_t bits() noexcept
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }
    /// From 0 up to, without, 1.
    [[nodiscard]] double unit() noexcept { return static_cast<double>(bits() >> 11U) * 0x1p-53; }
    [[nodiscard]] double between(double low, double high) noexcept { return low + (high - low) * unit(); }
    /// Both ends included.
    [[nodiscard]] int whole(int low, int high) noexcept
    {
        return low + static_cast<int>(bits() % static_cast<std::uint64_t>(high - low + 1));
    }
    [[nodiscard]] bool chance(double part) noexcept { return unit() < part; }
    /// Round about 0, nearly as a bell curve with this deviation.
    [[nodiscard]] double noise(double deviation) noexcept { return (unit() + unit() + unit() - 1.5) * 2 * deviation; }
    template <typename List> [[nodiscard]] const auto &oneOf(const List &list) noexcept
    {
        return list[bits() % list.size()];
    }

    /// A UUID of version 7 made at that moment.
    template <typename Id> [[nodiscard]] Id id(const Instant &at) noexcept
    {
        std::array<std::uint8_t, 16> bytes{};
        fill(bytes, 0, static_cast<std::uint64_t>(at.utc.time_since_epoch().count()) << 16U);
        const std::uint64_t low = bits();
        fill(bytes, 8, low);
        const std::uint64_t high = bits();
        bytes[6] = static_cast<std::uint8_t>(0x70U | (high & 0x0FU));
        bytes[7] = static_cast<std::uint8_t>(high >> 8U);
        bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
        return Id{bytes};
    }

private:
    static void fill(std::array<std::uint8_t, 16> &bytes, std::size_t from, std::uint64_t number) noexcept
    {
        for (std::size_t at = from + 8; at-- > from; number >>= 8U) {
            bytes[at] = static_cast<std::uint8_t>(number & 0xFFU);
        }
    }

    std::uint64_t m_state;
};

/// A moment by the clocks of central Europe, an hour ahead in winter and two in summer.
[[nodiscard]] inline Instant sampleMoment(LocalDay day, int minuteOfDay, int seconds = 0)
{
    using namespace std::chrono;
    const year_month_day date{day};
    const local_days summerBegins{date.year() / March / Sunday[last]};
    const local_days summerEnds{date.year() / October / Sunday[last]};
    const minutes offset{day >= summerBegins && day < summerEnds ? 120 : 60};
    return {
        sys_time<milliseconds>{day.time_since_epoch() + minutes{minuteOfDay} - offset + std::chrono::seconds{seconds}},
        offset};
}

} // namespace palpate::sample
