// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/idsource.h"
#include "core/instant.h"

namespace palpate::testing {

/// A clock that stands still until a test moves it: 2026-03-02 09:30 local time, one hour ahead of UTC.
class FixedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return m_now; }

    void advance(std::chrono::milliseconds by) { m_now.utc += by; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{8} +
                      std::chrono::minutes{30},
                  std::chrono::minutes{60}};
};

/// Ids that count up from 1, the same on every run.
class CountingIds final : public IdSource {
protected:
    [[nodiscard]] std::array<std::uint8_t, 16> nextBytes() override
    {
        std::array<std::uint8_t, 16> bytes{};
        ++m_last;
        for (std::size_t at = 0; at < sizeof(m_last); ++at) {
            bytes[15 - at] = static_cast<std::uint8_t>(m_last >> (8 * at));
        }
        return bytes;
    }

private:
    std::uint32_t m_last = 0;
};

} // namespace palpate::testing
