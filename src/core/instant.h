// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace palpate {

/// A moment as the person lived it: UTC to the millisecond, and how far the local clock stood from UTC
/// when the entry was made. The local day follows from both, without any time-zone table.
struct Instant {
    std::chrono::sys_time<std::chrono::milliseconds> utc;
    std::chrono::minutes offset{0};

    [[nodiscard]] std::chrono::local_time<std::chrono::milliseconds> local() const
    {
        return std::chrono::local_time<std::chrono::milliseconds>{utc.time_since_epoch() + offset};
    }

    friend bool operator==(const Instant &, const Instant &) noexcept = default;
};

/// Where "now" comes from. Passed in, so that tests own the time.
class Clock {
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    Clock(Clock &&) = delete;
    Clock &operator=(Clock &&) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock and its time zone.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

} // namespace palpate
