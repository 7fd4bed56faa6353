// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "exchange/journaljson.h"
#include "support/fixedclock.h"
#include "support/randomjournal.h"

namespace {

using namespace palpate;

JournalContents onePoint()
{
    testing::CountingIds ids;
    const testing::FixedClock clock;
    TriggerPoint point{ids.next<PointId>(),   MuscleId{"infraspinatus"}, Side::right,
                       {-120.5, 60, 1320.25}, PointKind::active,         clock.now()};
    point.tautBand = true;
    point.note = "hard as a \"pea\"\nunder the spine";
    point.life = {{clock.now(), LifeStage::latent}};
    point.referral = {{0, "front", 20, false, {{-1200, 13000}, {-1250, 12900}}}};
    JournalContents contents;
    contents.of<TriggerPoint>() = {{point, {2, ids.next<DeviceId>(), clock.now().utc}}};
    contents.history = {{AnyId{point.id.bytes()}, 2, "trigger_point", "kind", clock.now(), ids.next<DeviceId>(),
                         std::nullopt, "active"}};
    return contents;
}

} // namespace

TEST_CASE("an export is the same text for the same journal, to be read by people too")
{
    const std::string text = journalJson(onePoint());
    CHECK(
        text.starts_with("{\n \"format\": \"palpate-journal\",\n \"version\": 2,\n \"records\": {\n  \"profile\": [],\n"
                         "  \"trigger_point\": [\n   {\"id\":\"00000000-0000-0000-0000-000000000001\","
                         "\"muscle\":\"infraspinatus\",\"side\":\"right\",\"position\":[-120.5,60,1320.25],"
                         "\"kind\":\"active\",\"marked\":\"2026-03-02T09:30:00.000+01:00\",\"taut_band\":true,"
                         "\"tender\":null,"));
    CHECK(text.find("\"note\":\"hard as a \\\"pea\\\"\\nunder the spine\"") != std::string::npos);
    CHECK(text.find("\"life\":[{\"at\":\"2026-03-02T09:30:00.000+01:00\",\"stage\":\"latent\"}]") != std::string::npos);
    CHECK(text.find("\"path\":[-1200,13000,-1250,12900]") != std::string::npos);
    CHECK(text.find("\"changes\":2,\"device\":\"00000000-0000-0000-0000-000000000002\","
                    "\"deleted\":\"2026-03-02T08:30:00.000Z\"}\n  ],") != std::string::npos);
    CHECK(text.ends_with("\"before\":null,\"after\":\"active\"}\n ],\n \"forgotten\": []\n}\n"));
    CHECK(journalFromJson(text) == onePoint());
}

TEST_CASE("an empty journal goes out and comes back") { CHECK(journalFromJson(journalJson({})) == JournalContents{}); }

TEST_CASE("whatever a journal holds comes back the same, and goes out the same again")
{
    CHECK(rc::check("export, import, export", [] {
        const JournalContents contents = testing::pickJournal();
        const std::string text = journalJson(contents);
        const JournalContents back = journalFromJson(text);
        RC_ASSERT(back == contents);
        RC_ASSERT(journalJson(back) == text);
    }));
}

TEST_CASE("numbers come back to the last bit")
{
    testing::CountingIds ids;
    for (const double number :
         {0.1, -0.0, 1e-300, 5e-324, 1.7976931348623157e308, 9007199254740993.0, 1e22, 123456.0}) {
        JournalContents contents;
        const Measure measure{ids.next<MeasureId>(), testing::FixedClock{}.now(),
                              MeasureKind::posture,  "head",
                              Side::midline,         number,
                              MeasureUnit::degree,   std::nullopt};
        contents.of<Measure>() = {{measure, {1, ids.next<DeviceId>(), std::nullopt}}};
        const std::string text = journalJson(contents);
        CHECK(journalJson(journalFromJson(text)) == text);
        CHECK(journalFromJson(text) == contents);
    }
}

TEST_CASE("rows and keys may come in another order")
{
    testing::CountingIds ids;
    const DeviceId device = ids.next<DeviceId>();
    JournalContents contents;
    for (int count = 0; count < 3; ++count) {
        const Plan plan{ids.next<PlanId>(), "stretches", LocalDay{}, std::nullopt, "each morning"};
        contents.of<Plan>().push_back({plan, {1, device, std::nullopt}});
    }
    JournalContents turned = contents;
    std::ranges::reverse(turned.of<Plan>());
    std::string text = journalJson(turned);
    const std::string version = " \"version\": 2,\n";
    text.erase(text.find(version), version.size());
    text.insert(text.rfind("\n}\n"), ",\n \"version\": 2");
    CHECK(journalFromJson(text) == contents);
}

TEST_CASE("an export of before version 2 is read, with what came later empty")
{
    testing::CountingIds ids;
    const testing::FixedClock clock;
    Treatment treatment{ids.next<TreatmentId>(), clock.now(), TreatmentKind::massage, "Ms Okafor", 30, "calm"};
    JournalContents contents;
    contents.of<Treatment>() = {{treatment, {1, ids.next<DeviceId>(), std::nullopt}}};
    contents.of<Plan>() = {
        {{ids.next<PlanId>(), "stretches", LocalDay{}, std::nullopt, ""}, {1, ids.next<DeviceId>(), std::nullopt}}};
    Measure measure{ids.next<MeasureId>(), clock.now(), MeasureKind::rangeOfMotion, "turning the head", Side::left, 60,
                    MeasureUnit::degree,   {}};
    contents.of<Measure>() = {{measure, {1, ids.next<DeviceId>(), std::nullopt}}};
    std::string text = journalJson(contents);
    contents.of<Measure>().front().record.what = "head-turn";
    const auto erase = [&text](const std::string &what) {
        REQUIRE(text.find(what) != std::string::npos);
        text.erase(text.find(what), what.size());
    };
    erase(",\"discomfort\":null,\"injected\":\"\",\"feedback\":\"\",\"advice\":\"\"");
    erase(",\"goals\":[]");
    text.replace(text.find("\"version\": 2"), 12, "\"version\": 1");
    CHECK(journalFromJson(text) == contents);
}
