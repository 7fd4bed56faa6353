// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "exchange/journaljson.h"
#include "support/fixedclock.h"

namespace {

using namespace palpate;
using Kind = ImportError::Kind;

/// A small good export with one of nearly everything that a value can be.
std::string goodExport()
{
    testing::CountingIds ids;
    const testing::FixedClock clock;
    const Stamp stamp{1, ids.next<DeviceId>(), std::nullopt};
    JournalContents contents;
    TriggerPoint point{ids.next<PointId>(), MuscleId{"soleus"}, Side::left,
                       {100, 20.5, 300},    PointKind::latent,  clock.now()};
    point.referral = {{0, "back", 20, false, {{10, 20}, {30, 40}}}};
    Rating rating{ids.next<RatingId>(), point.id, Asked::sorenessNow, PainLevel::from(7).value(), clock.now()};
    PainEntry entry{ids.next<PainEntryId>(), clock.now(), "dull \u00e4che"};
    entry.areas = {{{Quality::aching, Quality::stiff}, std::nullopt}};
    contents.of<TriggerPoint>() = {{point, stamp}};
    contents.of<Rating>() = {{rating, stamp}};
    contents.of<PainEntry>() = {{entry, stamp}};
    Plan plan{ids.next<PlanId>(), "calm", LocalDay{std::chrono::days{20000}}, std::nullopt, ""};
    contents.of<Plan>() = {{plan, stamp}};
    contents.forgotten = {{ids.next<AnyId>(), "note", clock.now().utc}};
    return journalJson(contents);
}

std::optional<ImportError> refusalOf(const std::string &text)
{
    try {
        (void)journalFromJson(text);
        return std::nullopt;
    } catch (const ImportError &error) {
        return error;
    }
}

/// The good export with one thing put in the place of another.
std::string with(const std::string &what, const std::string &instead)
{
    std::string text = goodExport();
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), instead);
    return text;
}

struct Hostile {
    std::string text;
    Kind kind;
    std::string place;
    std::string says;
};

void checkRefused(const std::vector<Hostile> &table)
{
    for (const auto &[text, kind, place, says] : table) {
        INFO(text.substr(0, 200));
        const auto refusal = refusalOf(text);
        REQUIRE(refusal);
        const std::string sentence = refusal->what();
        CHECK(refusal->kind() == kind);
        CHECK(refusal->place() == place);
        CHECK_THAT(sentence, Catch::Contains(says));
        CHECK_THAT(sentence, Catch::Contains("nothing was imported") && Catch::EndsWith("."));
        CHECK(sentence.size() < 300);
    }
}

const std::string rating = "/records/rating/0";
const std::string point = "/records/trigger_point/0";

} // namespace

TEST_CASE("the good export is good") { CHECK_FALSE(refusalOf(goodExport())); }

TEST_CASE("files that are no export are refused")
{
    checkRefused({
        {"", Kind::notJson, "line 1", "breaks off"},
        {std::string(4, '\0'), Kind::notJson, "line 1", "not JSON"},
        {goodExport() + std::string(4, '\0') + "more", Kind::notJson, "line 39", "not JSON"},
        {"null", Kind::notAnExport, "", "no journal that Palpate exported"},
        {"\"palpate-journal\"", Kind::notAnExport, "", "no journal"},
        {"[]", Kind::notAnExport, "", "no list"},
        {"[1,2]", Kind::notAnExport, "", "no list"},
        {"{\"resourceType\":\"Bundle\"}", Kind::notAnExport, "", "no journal"},
        {"{\"format\":\"other\"}", Kind::notAnExport, "", "no journal"},
        {"{}", Kind::wrongValue, "", "\"format\" is missing"},
        {"date,mood\n2026-01-01,3\n", Kind::notJson, "line 1", "not JSON"},
        {goodExport() + "{}", Kind::notJson, "line 39", "not JSON"},
        {"\xff\xfe{}", Kind::notJson, "line 1", "not JSON"},
    });
}

TEST_CASE("the frame of an export is checked")
{
    checkRefused({
        {with("\"version\": 2", "\"version\": 3"), Kind::newer, "/version", "written by a newer Palpate"},
        {with("\"version\": 2", "\"version\": 9223372036854775807"), Kind::newer, "/version", "newer"},
        {with("\"version\": 2", "\"version\": 0"), Kind::wrongValue, "/version", "whole number from 1"},
        {with("\"version\": 2", "\"version\": 2.0"), Kind::wrongValue, "/version", "whole number from 1"},
        {with("\"version\": 2", "\"version\": \"1\""), Kind::wrongValue, "/version", "whole number from 1"},
        {with("\"version\": 2,", "\"version\": 2, \"version\": 2,"), Kind::wrongValue, "", "stands twice"},
        {with("\"version\": 2,", ""), Kind::wrongValue, "", "\"version\" is missing"},
        {with("\"history\": []", "\"history\": {}"), Kind::wrongValue, "/history", "no object"},
        {with("\"history\": []", "\"history\": null"), Kind::wrongValue, "/history", "list or object"},
        {with("\"history\": []", "\"history\": [[]]"), Kind::wrongValue, "/history/0", "has to be an object"},
        {with("\"history\": []", "\"history\": [7]"), Kind::wrongValue, "/history/0", "has to be an object"},
        {with("\"history\": []", "\"history\": [{}]"), Kind::wrongValue, "/history/0", "\"row\" is missing"},
        {with("\"history\": [],", ""), Kind::wrongValue, "", "\"history\" is missing"},
        {with("\"history\": []", "\"history\": [], \"more\": []"), Kind::wrongValue, "", "\"more\" is none"},
        {with("\"profile\": []", "\"spells\": []"), Kind::wrongValue, "/records", "\"spells\" is none"},
        {with("\"profile\": [],", ""), Kind::wrongValue, "/records", "\"profile\" is missing"},
        {with("\"profile\": []", "\"profile\": [], \"profile\": []"), Kind::wrongValue, "/records", "stands twice"},
        {with("\"profile\": []", "\"profile\": {}"), Kind::wrongValue, "/records/profile", "no object"},
        {with("\"profile\"", "\"\\u001b[31mpro\\nfile\""), Kind::wrongValue, "/records", "\"?[31mpro?file\""},
        {with("\"profile\"", "\"" + std::string(5000, 'x') + "\""), Kind::wrongValue, "/records", "xxx…"},
    });
}

TEST_CASE("the values of an export are checked")
{
    const std::string id = "\"00000000-0000-0000-0000-000000000003\"";
    checkRefused({
        {with("\"level\":7", "\"level\":11"), Kind::wrongValue, rating + "/level", "from 0 to 10"},
        {with("\"level\":7", "\"level\":-1"), Kind::wrongValue, rating + "/level", "from 0 to 10"},
        {with("\"level\":7", "\"level\":7.0"), Kind::wrongValue, rating + "/level", "from 0 to 10"},
        {with("\"level\":7", "\"level\":\"7\""), Kind::wrongValue, rating + "/level", "from 0 to 10"},
        {with("\"level\":7", "\"level\":4294967303"), Kind::wrongValue, rating + "/level", "from 0 to 10"},
        {with("\"level\":7", "\"level\":18446744073709551623"), Kind::wrongValue, rating + "/level", "from 0 to 10"},
        {with("\"level\":7", "\"level\":NaN"), Kind::notJson, "line 10", "not JSON"},
        {with("\"level\":7", "\"level\":null"), Kind::wrongValue, rating + "/level", "from 0 to 10"},
        {with("\"level\":7,", ""), Kind::wrongValue, rating, "\"level\" is missing"},
        {with("\"level\":7", "\"level\":7,\"level\":7"), Kind::wrongValue, rating, "\"level\" stands twice"},
        {with("\"level\":7", "\"level\":7,\"mood\":1"), Kind::wrongValue, rating, "\"mood\" is none"},
        {with("20.5", "1e999"), Kind::wrongValue, "line 7", "beyond all"},
        {with("20.5", "true"), Kind::wrongValue, point + "/position/1", "a number"},
        {with("[100,20.5,300]", "[100,20.5]"), Kind::wrongValue, point + "/position", "three numbers"},
        {with("[100,20.5,300]", "null"), Kind::wrongValue, point + "/position", "a list"},
        {with("[10,20,30,40]", "[10,20,30]"), Kind::wrongValue, point + "/referral/0/path", "even count"},
        {with("[10,20,30,40]", "[10,20,30,2147483648]"), Kind::wrongValue, point + "/referral/0/path/3", "whole"},
        {with("\"area\":0", "\"area\":0.5"), Kind::wrongValue, point + "/referral/0/area", "whole number"},
        {with("\"area\":0,", ""), Kind::wrongValue, point + "/referral/0", "\"area\" is missing"},
        {with("\"area\":0,", "\"area\":0,\"x\":0,"), Kind::wrongValue, point + "/referral/0", "\"x\" is none"},
        {with("\"erases\":false", "\"erases\":0"), Kind::wrongValue, point + "/referral/0/erases", "true or false"},
        {with("\"left\"", "\"Left\""), Kind::wrongValue, point + "/side", "a word that Palpate does not know"},
        {with("\"soleus\"", "\"Soleus \""), Kind::wrongValue, point + "/muscle", "lower-case letters"},
        {with("\"soleus\"", "\"\""), Kind::wrongValue, point + "/muscle", "lower-case letters"},
        {with(id, "\"3\""), Kind::wrongValue, rating + "/id", "an id (UUID)"},
        {with(id, "3"), Kind::wrongValue, rating + "/id", "an id (UUID)"},
        {with("T09:30:00.000+01:00", "T24:30:00.000+01:00"), Kind::wrongValue, point + "/marked", "a moment"},
        {with("T09:30:00.000+01:00", "T09:30:00.000+18:01"), Kind::wrongValue, point + "/marked", "a moment"},
        {with("2024-10-04", "2024-02-30"), Kind::wrongValue, "/records/plan/0/from_day", "a day such as"},
        {with("T08:30:00.000Z", "T09:30:00.000+01:00"), Kind::wrongValue, "/forgotten/0/deleted", "in UTC"},
        {with("\"table\":\"note\"", "\"table\":\"notes\""), Kind::wrongValue, "/forgotten/0/table", "list of records"},
        {with("[\"aching\",", "[\"aching\",\"aching\","), Kind::wrongValue, "/records/pain_entry/0/areas/0/qualities/1",
         "second time"},
        {with("dull", "du\xc3ll"), Kind::notJson, "line 13", "not UTF-8"},
        {with("dull", "du\xed\xa0\x80ll"), Kind::notJson, "line 13", "not UTF-8"},
        {with("dull", "du\\ud800ll"), Kind::notJson, "line 13", "not JSON"},
        {with("dull", "du\\u0000ll"), Kind::wrongValue, "/records/pain_entry/0/note", "NUL"},
        {with("dull", "du\nll"), Kind::notJson, "line 13", "not JSON"},
        {with("\"changes\":1", "\"changes\":0"), Kind::wrongValue, point + "/changes", "whole number from 1"},
        {with("\"deleted\":null", "\"deleted\":false"), Kind::wrongValue, point + "/deleted", "in UTC"},
    });
}

TEST_CASE("an id that stands twice is refused")
{
    std::string text = goodExport();
    const std::size_t begin = text.find("   {\"id\":\"00000000-0000-0000-0000-000000000003");
    const std::size_t end = text.find('\n', begin);
    text.insert(begin, text.substr(begin, end - begin) + ",\n");
    checkRefused({{text, Kind::wrongValue, "/records/rating/1", "an id for the second time"}});
}

TEST_CASE("an import may not be endless")
{
    const std::string deep(100'000, '[');
    std::string objects;
    for (int count = 0; count < 100'000; ++count) {
        objects += "{\"a\":";
    }
    std::string keys = "\"level\":7";
    for (int count = 0; count < 200; ++count) {
        keys += ",\"k" + std::to_string(count) + "\":0";
    }
    std::string values = "[0";
    for (std::size_t count = 0; count < importValuesInARow; ++count) {
        values += ",0";
    }
    checkRefused({
        {deep, Kind::notAnExport, "", "no list"},
        {with("\"level\":7", "\"level\":" + deep), Kind::tooLarge, rating, "deeper"},
        {with("\"level\":7", "\"level\":" + objects), Kind::tooLarge, rating, "deeper"},
        {with("\"level\":7", keys), Kind::tooLarge, rating, "more keys"},
        {with("[10,20,30,40]", values + "]"), Kind::tooLarge, point, "more values"},
        {with("dull", std::string(importTextBytes, 'x')), Kind::tooLarge, "/records/pain_entry/0", "longer than any"},
        {std::string(importBytes + 1, ' '), Kind::tooLarge, "", "more than Palpate imports"},
    });
}

TEST_CASE("an export that was cut off anywhere is refused")
{
    const std::string text = goodExport();
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
        INFO(length);
        CHECK(refusalOf(text.substr(0, length)));
    }
}

TEST_CASE("an export with flipped bits is refused or read, whatever they are")
{
    const std::string text = goodExport();
    std::mt19937 random{20260302}; // NOLINT(cert-msc32-c,cert-msc51-cpp): the same on every run
    int refused = 0;
    constexpr int rounds = 20'000;
    for (int round = 0; round < rounds; ++round) {
        std::string broken = text;
        for (auto flips = 1 + random() % 3; flips > 0; --flips) {
            char &letter = broken[random() % broken.size()];
            letter = static_cast<char>(static_cast<unsigned char>(letter) ^ (1U << (random() % 8)));
        }
        refused += refusalOf(broken) ? 1 : 0;
    }
    CHECK(refused > rounds / 2);
    CHECK(refused < rounds);
}
