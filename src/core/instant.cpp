// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <ctime>

namespace palpate {

namespace {

using namespace std::chrono;

Instant instantOf(sys_time<milliseconds> utc)
{
    const std::time_t seconds = system_clock::to_time_t(utc);
    std::tm local{};
    localtime_r(&seconds, &local);
    return {utc, duration_cast<minutes>(std::chrono::seconds{local.tm_gmtoff})};
}

} // namespace

Instant SystemClock::now() const { return instantOf(floor<milliseconds>(system_clock::now())); }

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
    return instantOf(floor<milliseconds>(system_clock::from_time_t(std::mktime(&local))));
}

} // namespace palpate
