// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/treatments.h"

#include <catch2/catch.hpp>

#include "support/fixedclock.h"

using namespace palpate;
using namespace palpate::testing;
using std::chrono::hours;

namespace {

/// After how many hours it is asked, of a treatment so long ago.
std::vector<int> asked(TreatmentKind kind, hours ago = hours{0})
{
    const FixedClock clock;
    CountingIds ids;
    const Treatment treatment{ids.next<TreatmentId>(), {clock.now().utc - ago, clock.now().offset}, kind};
    std::vector<int> after;
    for (const FollowUp &followUp : followUpsAfter(treatment, clock.now(), ids)) {
        CHECK(followUp.about == AnyId{treatment.id.bytes()});
        CHECK_FALSE(followUp.answered);
        after.push_back(
            static_cast<int>(std::chrono::duration_cast<hours>(followUp.at.utc - treatment.at.utc).count()));
    }
    return after;
}

} // namespace

TEST_CASE("it is asked on three days, after needles also the same day, after a class once")
{
    CHECK(asked(TreatmentKind::massage) == std::vector{24, 48, 72});
    CHECK(asked(TreatmentKind::dryNeedling) == std::vector{4, 24, 48, 72});
    CHECK(asked(TreatmentKind::injectionCortisone) == std::vector{4, 24, 48, 72});
    CHECK(asked(TreatmentKind::yogaPilates) == std::vector{24});
}

TEST_CASE("of what is written down later, nothing is asked that is long over")
{
    CHECK(asked(TreatmentKind::dryNeedling, hours{20}) == std::vector{4, 24, 48, 72});
    CHECK(asked(TreatmentKind::dryNeedling, hours{30}) == std::vector{24, 48, 72});
    CHECK(asked(TreatmentKind::massage, hours{80}) == std::vector{72});
    CHECK(asked(TreatmentKind::massage, hours{200}).empty());
}

TEST_CASE("places that needles were in are left alone longer")
{
    CHECK(leftAloneAfter(TreatmentKind::dryNeedling) == hours{72});
    CHECK(leftAloneAfter(TreatmentKind::massage) == hours{48});
}
