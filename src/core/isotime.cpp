// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/isotime.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace palpate {

namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::minutes;

/// The digits from `at` on as a number, if they are all digits.
std::optional<int> number(std::string_view text, std::size_t at, std::size_t length)
{
    const std::string_view digits = text.substr(at, length);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string formatDay(std::chrono::year_month_day date)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

} // namespace

std::string isoText(LocalDay day) { return formatDay(std::chrono::year_month_day{day}); }

std::string isoText(const Instant &instant)
{
    const auto local = instant.local();
    const LocalDay day = std::chrono::floor<days>(local);
    const std::chrono::hh_mm_ss time{local - day};
    const long offset = static_cast<long>(instant.offset.count());
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03d%c%02ld:%02ld", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()), offset < 0 ? '-' : '+', std::labs(offset) / 60,
                  std::labs(offset) % 60);
    return isoText(day) + text.data();
}

std::optional<LocalDay> dayFromIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number(text, 0, 4);
    const auto month = number(text, 5, 2);
    const auto day = number(text, 8, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{LocalDay{date}} : std::nullopt;
}

std::optional<Instant> instantFromIso(std::string_view text)
{
    // 0123456789a123456789b12345678
    // 2026-03-02T09:30:00.000+01:00
    if (text.size() != 29 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
        (text[23] != '+' && text[23] != '-') || text[26] != ':') {
        return std::nullopt;
    }
    const auto day = dayFromIso(text.substr(0, 10));
    const auto hour = number(text, 11, 2);
    const auto minute = number(text, 14, 2);
    const auto second = number(text, 17, 2);
    const auto milli = number(text, 20, 3);
    const auto offsetHour = number(text, 24, 2);
    const auto offsetMinute = number(text, 27, 2);
    if (!day || !hour || !minute || !second || !milli || !offsetHour || !offsetMinute || *hour > 23 || *minute > 59 ||
        *second > 59 || *offsetMinute > 59 || *offsetHour * 60 + *offsetMinute > 18 * 60) {
        return std::nullopt;
    }
    if (text[23] == '-' && *offsetHour + *offsetMinute == 0) {
        return std::nullopt;
    }
    const minutes offset{(text[23] == '-' ? -1 : 1) * (*offsetHour * 60 + *offsetMinute)};
    const auto local = day->time_since_epoch() + std::chrono::hours{*hour} + minutes{*minute} +
                       std::chrono::seconds{*second} + milliseconds{*milli};
    return Instant{std::chrono::sys_time<milliseconds>{local - offset}, offset};
}

} // namespace palpate
