// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/writejson.h"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "core/isotime.h"

namespace palpate {

namespace {

/// What stands behind the backslash; 0 where the character needs \u, or nothing.
char shortEscape(char letter) noexcept
{
    switch (letter) {
    case '"':
    case '\\':
        return letter;
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

} // namespace

void appendJson(std::string &out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if (const char escape = shortEscape(letter); escape != 0) {
            out += '\\';
            out += escape;
        } else if (code < 0x20U) {
            out += "\\u00";
            out += hex[code >> 4U];
            out += hex[code & 0x0FU];
        } else {
            out += letter;
        }
    }
    out += '"';
}

void appendJson(std::string &out, std::int64_t number) { out += std::to_string(number); }

void appendJson(std::string &out, double number)
{
    if (!std::isfinite(number)) {
        throw std::invalid_argument{"JSON has no infinite numbers"};
    }
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    out.append(text.data(), error == std::errc{} ? end : text.data());
    if (number == 0 && std::signbit(number)) {
        out += ".0"; // "-0" would be read as a whole number, which has no sign at zero
    }
}

void appendJson(std::string &out, const Instant &instant) { appendJson(out, std::string_view{isoText(instant)}); }

void appendJson(std::string &out, LocalDay day) { appendJson(out, std::string_view{isoText(day)}); }

void appendJson(std::string &out, const PointMm &point)
{
    char before = '[';
    for (const double coordinate : {point.x, point.y, point.z}) {
        out += before;
        appendJson(out, coordinate);
        before = ',';
    }
    out += ']';
}

void appendJson(std::string &out, const StrokePath &path)
{
    out += '[';
    for (const StrokePoint &point : path) {
        out += out.back() == '[' ? "" : ",";
        appendJson(out, std::int64_t{point.right});
        out += ',';
        appendJson(out, std::int64_t{point.up});
    }
    out += ']';
}

} // namespace palpate
