// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <ctime>

namespace palpate {

Instant SystemClock::now() const
{
    using namespace std::chrono;
    const auto utc = floor<milliseconds>(system_clock::now());
    const std::time_t seconds = system_clock::to_time_t(utc);
    std::tm local{};
    localtime_r(&seconds, &local);
    return {utc, duration_cast<minutes>(std::chrono::seconds{local.tm_gmtoff})};
}

} // namespace palpate
