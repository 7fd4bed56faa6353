// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/idsource.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <sys/random.h>

namespace palpate {

namespace {

constexpr std::size_t timeBytes = 6;

/// One more, in the bits that are neither time, version nor variant.
void countUp(std::array<std::uint8_t, 16> &bytes)
{
    for (std::size_t at = bytes.size(); at-- > timeBytes;) {
        const std::uint8_t free = at == 6 ? 0x0F : at == 8 ? 0x3F : 0xFF;
        const bool isFull = (bytes[at] & free) == free;
        bytes[at] = static_cast<std::uint8_t>((bytes[at] & ~free) | (isFull ? 0 : (bytes[at] & free) + 1));
        if (!isFull) {
            return;
        }
    }
}

} // namespace

std::array<std::uint8_t, 16> Uuid7Source::nextBytes()
{
    std::array<std::uint8_t, 16> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw std::system_error{errno, std::generic_category(), "no random bytes from the system"};
    }
    auto milliseconds = static_cast<std::uint64_t>(m_clock.now().utc.time_since_epoch().count());
    for (std::size_t at = timeBytes; at-- > 0; milliseconds >>= 8U) {
        bytes[at] = static_cast<std::uint8_t>(milliseconds & 0xFFU);
    }
    // The first of a millisecond leaves the upper half of the bits for those after it.
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x07U) | 0x70U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    if (std::equal(bytes.begin(), bytes.begin() + timeBytes, m_last.begin())) {
        countUp(m_last);
    } else {
        m_last = bytes;
    }
    return m_last;
}

} // namespace palpate
