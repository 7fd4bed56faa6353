// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <ctime>

#include "core/systemoffset.h"

namespace palpate {

std::chrono::minutes systemOffset(std::chrono::sys_time<std::chrono::milliseconds> utc)
{
    using namespace std::chrono;
    const std::time_t seconds = system_clock::to_time_t(utc);
    std::tm local{};
    localtime_r(&seconds, &local);
    return duration_cast<minutes>(std::chrono::seconds{local.tm_gmtoff});
}

Instant SystemClock::now() const
{
    using namespace std::chrono;
    const auto utc = floor<milliseconds>(system_clock::now());
    return {utc, systemOffset(utc)};
}

} // namespace palpate
