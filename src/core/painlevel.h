// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>

namespace palpate {

/// A whole number from 0 to 10 on the numeric rating scale (NRS-11): 0 no pain, 10 the worst you can imagine.
/// It never holds anything else, so no function needs to ask whether it is valid.
class PainLevel {
public:
    static constexpr int lowest = 0;
    static constexpr int highest = 10;

    [[nodiscard]] static constexpr std::optional<PainLevel> from(int value) noexcept
    {
        if (value < lowest || value > highest) {
            return std::nullopt;
        }
        return PainLevel{value};
    }

    [[nodiscard]] constexpr int value() const noexcept { return m_value; }

    friend constexpr auto operator<=>(PainLevel, PainLevel) noexcept = default;

private:
    explicit constexpr PainLevel(int value) noexcept : m_value{value} {}

    int m_value;
};

} // namespace palpate
