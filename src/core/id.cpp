// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/id.h"

namespace palpate::detail {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

[[nodiscard]] std::optional<unsigned> hexValue(char c) noexcept
{
    if (c >= 'A' && c <= 'F') {
        c = static_cast<char>(c - 'A' + 'a');
    }
    const auto at = hexDigits.find(c);
    return at == std::string_view::npos ? std::nullopt : std::optional{static_cast<unsigned>(at)};
}

[[nodiscard]] constexpr bool isDashPlace(std::size_t at) noexcept
{
    return at == 8 || at == 13 || at == 18 || at == 23;
}

} // namespace

std::optional<std::array<std::uint8_t, 16>> parseUuid(std::string_view text) noexcept
{
    constexpr std::size_t length = 36;
    if (text.size() != length) {
        return std::nullopt;
    }
    std::array<std::uint8_t, 16> bytes{};
    std::size_t nibble = 0;
    for (std::size_t at = 0; at < length; ++at) {
        if (isDashPlace(at)) {
            if (text[at] != '-') {
                return std::nullopt;
            }
            continue;
        }
        const auto value = hexValue(text[at]);
        if (!value) {
            return std::nullopt;
        }
        auto &byte = bytes[nibble / 2];
        byte = static_cast<std::uint8_t>(nibble % 2 == 0 ? *value << 4U : byte | *value);
        ++nibble;
    }
    return bytes;
}

std::string formatUuid(const std::array<std::uint8_t, 16> &bytes)
{
    std::string text;
    text.reserve(36);
    for (const std::uint8_t byte : bytes) {
        if (isDashPlace(text.size())) {
            text += '-';
        }
        text += hexDigits[byte >> 4U];
        text += hexDigits[byte & 0x0FU];
    }
    return text;
}

} // namespace palpate::detail
