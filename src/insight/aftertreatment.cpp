// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/aftertreatment.h"

#include <algorithm>

namespace palpate {

TimeSpan windowAfter(const Treatment &treatment)
{
    return {treatment.at, Instant{treatment.at.utc + afterTreatment, treatment.at.offset}};
}

bool concerns(const Treatment &treatment, const TriggerPoint &point)
{
    return treatment.places.empty() || std::ranges::any_of(treatment.places, [&point](const TreatedPlace &place) {
               return place.point ? *place.point == point.id : place.muscle == point.muscle && place.side == point.side;
           });
}

} // namespace palpate
