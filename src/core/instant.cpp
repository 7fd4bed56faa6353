// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <ctime>

#include "core/systemoffset.h"

namespace palpate {

using namespace std::chrono;

minutes systemOffset(sys_time<milliseconds> utc)
{
    const std::time_t seconds = system_clock::to_time_t(utc);
    std::tm local{};
    localtime_r(&seconds, &local);
    return duration_cast<minutes>(std::chrono::seconds{local.tm_gmtoff});
}

Instant SystemClock::now() const
{
    const auto utc = floor<milliseconds>(system_clock::now());
    return {utc, systemOffset(utc)};
}

Instant SystemClock::at(local_time<minutes> wall) const
{
    const auto day = floor<days>(wall);
    const year_month_day date{day};
    const hh_mm_ss time{wall - day};
    std::tm local{};
    local.tm_year = static_cast<int>(date.year()) - 1900;
    local.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    local.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    local.tm_hour = static_cast<int>(time.hours().count());
    local.tm_min = static_cast<int>(time.minutes().count());
    local.tm_isdst = -1; // whatever holds then
    const auto utc = floor<milliseconds>(system_clock::from_time_t(std::mktime(&local)));
    return {utc, systemOffset(utc)};
}

} // namespace palpate
