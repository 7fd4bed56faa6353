// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/treatments.h"

namespace palpate {

namespace {

using std::chrono::hours;

[[nodiscard]] std::vector<hours> askedAfter(TreatmentKind kind)
{
    if (kind == TreatmentKind::yogaPilates) {
        return {hours{24}};
    }
    std::vector<hours> asked{hours{24}, hours{48}, hours{72}};
    if (usesNeedles(kind)) {
        asked.insert(asked.begin(), hours{4});
    }
    return asked;
}

} // namespace

std::vector<FollowUp> followUpsAfter(const Treatment &treatment, const Instant &now, IdSource &ids)
{
    std::vector<FollowUp> followUps;
    for (const hours later : askedAfter(treatment.kind)) {
        const Instant due{treatment.at.utc + later, treatment.at.offset};
        if (now.utc - due.utc <= hours{24}) {
            followUps.push_back({ids.next<FollowUpId>(), AnyId{treatment.id.bytes()}, due, {}, {}, {}, {}, {}});
        }
    }
    return followUps;
}

} // namespace palpate
