// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/idsource.h"

#include <cerrno>
#include <system_error>

#include <sys/random.h>

namespace palpate {

std::array<std::uint8_t, 16> Uuid7Source::nextBytes()
{
    std::array<std::uint8_t, 16> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw std::system_error{errno, std::generic_category(), "no random bytes from the system"};
    }
    auto milliseconds = static_cast<std::uint64_t>(m_clock.now().utc.time_since_epoch().count());
    for (std::size_t at = 6; at-- > 0; milliseconds >>= 8U) {
        bytes[at] = static_cast<std::uint8_t>(milliseconds & 0xFFU);
    }
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x70U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    return bytes;
}

} // namespace palpate
