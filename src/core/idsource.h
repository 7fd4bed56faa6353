// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "core/id.h"
#include "core/instant.h"

namespace palpate {

/// Makes new row ids. Passed in, so that tests get the same ids on every run.
class IdSource {
public:
    IdSource() = default;
    IdSource(const IdSource &) = delete;
    IdSource &operator=(const IdSource &) = delete;
    IdSource(IdSource &&) = delete;
    IdSource &operator=(IdSource &&) = delete;
    virtual ~IdSource() = default;

    template <typename Id> [[nodiscard]] Id next() { return Id{nextBytes()}; }

protected:
    [[nodiscard]] virtual std::array<std::uint8_t, 16> nextBytes() = 0;
};

/// UUID version 7 (RFC 9562): the milliseconds of the clock, then random bits from the system. Those of one
/// millisecond count up from the first, so that ids are in the order of their making until the clock is put back.
class Uuid7Source final : public IdSource {
public:
    /// The clock must outlive the source.
    explicit Uuid7Source(const Clock &clock) noexcept : m_clock{clock} {}

protected:
    [[nodiscard]] std::array<std::uint8_t, 16> nextBytes() override;

private:
    const Clock &m_clock;
    std::array<std::uint8_t, 16> m_last{};
};

} // namespace palpate
