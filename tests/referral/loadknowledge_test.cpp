// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "referral/loadknowledge.h"
#include "support/tempdir.h"

using namespace palpate;
namespace fs = std::filesystem;

namespace {

const fs::path schemas = fs::path{PALPATE_SOURCE_DIR} / "resources" / "schema";

std::string head(const std::string &list)
{
    const std::string format = list == "muscles" ? "2" : "1";
    return R"({"format": )" + format + R"(, "license": "CC-BY-SA-4.0", "language": "en", ")" + list + "\": [\n";
}

std::string zone(const std::string &id, const std::string &laterality)
{
    return R"({"id": ")" + id + R"(", "description": "d", "view": "front", "laterality": ")" + laterality +
           R"(", "words": ["w"]})";
}

std::string muscle(const std::string &id, const std::string &essential, const std::string &spillover = "",
                   const std::string &source = "book")
{
    return R"({"id": ")" + id + R"(", "referral_group": "g", "names": {"common": "c", "latin": "l", "people": ["p"]},
"region": "arm", "layer": "deep", "action": "a", "pattern": "published", "self_care": {"pressure": "free",
"techniques": ["stroking"]}, "explanation": "e", "trigger_points": [{"id": ")" +
           id + R"(-1", "name": "n", "site": "s", "sides": "both", "essential": [)" + essential +
           R"(], "spillover": [)" + spillover + R"(]}], "sources": [{"ref": ")" + source +
           R"(", "grade": "tradition"}]})";
}

/// The entry with `key` put in, or put in place of what stood there.
std::string with(const std::string &entry, const std::string &key, const std::string &value)
{
    auto parsed = nlohmann::json::parse(entry);
    parsed[nlohmann::json::json_pointer{key}] = nlohmann::json::parse(value);
    return parsed.dump();
}

const std::string onElbow = R"({"zone": "elbow", "weight": 1})";

/// A small whole knowledge folder, to be broken in one place by each test: two pattern files, of which the tests break
/// patterns-a.json.
class Folder {
public:
    Folder()
    {
        write("zones.json", head("zones") + zone("elbow", "paired") + "," + zone("crown", "midline") + "]}");
        write("sources.json", head("sources") + R"({"id": "book", "reference": "A book."}]})");
        write("activities.json", head("activities") + R"({"id": "lifting", "words": "w", "says": ["s"]}]})");
        write("movements.json", head("movements") + R"({"id": "elbow-bend", "words": "w", "says": ["s"]}]})");
        writePatterns({muscle("biceps", onElbow)});
        write("patterns-b.json", head("muscles") + muscle("teres", onElbow) + "]}");
    }

    void write(const std::string &name, const std::string &text) const { std::ofstream{m_dir.path() / name} << text; }

    void writePatterns(const std::vector<std::string> &muscles) const
    {
        std::string text = head("muscles");
        for (const std::string &entry : muscles) {
            text += (&entry == &muscles.front() ? "" : ",\n") + entry;
        }
        write("patterns-a.json", text + "]}");
    }

    void remove(const std::string &name) const { fs::remove(m_dir.path() / name); }

    [[nodiscard]] LoadedKnowledge load() const { return loadKnowledge(m_dir.path(), schemas); }

private:
    testing::TempDir m_dir;
};

/// The one problem, as "file place".
std::string only(const LoadedKnowledge &loaded)
{
    for (const DataFileError &problem : loaded.problems) {
        UNSCOPED_INFO(problem.what());
    }
    REQUIRE(loaded.problems.size() == 1);
    return loaded.problems.front().file() + " " + loaded.problems.front().place();
}

bool has(const LoadedKnowledge &loaded, const char *muscle) { return loaded.base.pattern(MuscleId{muscle}) != nullptr; }

} // namespace

TEST_CASE("a whole knowledge folder is read")
{
    const Folder folder;
    folder.writePatterns({muscle("biceps", onElbow + R"(, {"zone": "elbow", "weight": 0.5, "crosses": true})",
                                 R"({"zone": "crown", "weight": 0.25})")});
    const LoadedKnowledge loaded = folder.load();
    CHECK(loaded.problems.empty());
    CHECK(loaded.base.zones().size() == 2);
    CHECK(loaded.base.sources().size() == 1);
    CHECK(has(loaded, "teres"));
    REQUIRE(has(loaded, "biceps"));
    const MusclePattern &biceps = *loaded.base.pattern(MuscleId{"biceps"});
    CHECK(biceps.referralGroup == ReferralGroupId{"g"});
    CHECK(biceps.names.people == std::vector<std::string>{"p"});
    CHECK(biceps.sources.front().grade == EvidenceGrade::tradition);
    REQUIRE(biceps.triggerPoints.size() == 1);
    const SitePattern &site = biceps.triggerPoints.front();
    CHECK(site.id == SiteId{"biceps-1"});
    REQUIRE(site.essential.size() == 2);
    CHECK(site.essential[0].on == FeltOn::sameSide);
    CHECK(site.essential[1].on == FeltOn::otherSide);
    CHECK(site.essential[1].weight == 0.5);
    REQUIRE(site.spillover.size() == 1);
    CHECK(site.spillover[0].zone == ZoneId{"crown"});
    CHECK(site.spillover[0].on == FeltOn::midline);
}

TEST_CASE("what else is known about a muscle is read")
{
    const Folder folder;
    std::string biceps = muscle("biceps", onElbow);
    biceps = with(biceps, "/fma", R"("FMA37670")");
    biceps = with(biceps, "/pattern", R"("group")");
    biceps = with(biceps, "/provokes", R"(["lifting"])");
    biceps = with(biceps, "/limits", R"(["elbow-bend"])");
    biceps = with(biceps, "/look_alikes", R"(["a sprain"])");
    biceps = with(biceps, "/self_care", R"({"pressure": "fingertips", "techniques": ["stretch", "pressure-steady"]})");
    biceps = with(biceps, "/trigger_points/0/other_effects", R"(["tearing"])");
    biceps = with(biceps, "/second_look", R"({"agreement": "mostly", "settled": "both kept"})");
    folder.writePatterns({biceps});
    const LoadedKnowledge loaded = folder.load();
    CHECK(loaded.problems.empty());
    REQUIRE(has(loaded, "biceps"));
    const MusclePattern &read = *loaded.base.pattern(MuscleId{"biceps"});
    CHECK(read.region == BodyRegionId{"arm"});
    CHECK(read.layer == MuscleLayer::deep);
    CHECK(read.fma == "FMA37670");
    CHECK(read.kind == PatternKind::group);
    CHECK(read.provokes == std::vector{ActivityId{"lifting"}});
    CHECK(read.limits == std::vector{MovementId{"elbow-bend"}});
    CHECK(read.lookAlikes == std::vector<std::string>{"a sprain"});
    CHECK(read.selfCare.pressure == PressureGrade::fingertips);
    CHECK(read.selfCare.techniques == std::vector{CareTechnique::stretch, CareTechnique::pressureSteady});
    CHECK(read.triggerPoints.front().otherEffects == std::vector<std::string>{"tearing"});
    REQUIRE(read.secondLook);
    CHECK(read.secondLook->agreement == Agreement::mostly);
    CHECK(read.secondLook->settled == "both kept");
    CHECK(loaded.base.activity(ActivityId{"lifting"})->says == std::vector<std::string>{"s"});
    CHECK(loaded.base.movement(MovementId{"elbow-bend"})->words == "w");
    CHECK(loaded.base.activity(ActivityId{"dancing"}) == nullptr);
}

TEST_CASE("a muscle without a published pattern has sites without zones, or none")
{
    const Folder folder;
    const std::string silent = with(muscle("biceps", onElbow), "/pattern", R"("none")");
    SECTION("without zones")
    {
        folder.writePatterns({with(silent, "/trigger_points/0/essential", "[]")});
        const LoadedKnowledge loaded = folder.load();
        CHECK(loaded.problems.empty());
        CHECK(loaded.base.pattern(MuscleId{"biceps"})->kind == PatternKind::none);
    }
    SECTION("without sites")
    {
        folder.writePatterns({with(silent, "/trigger_points", "[]")});
        CHECK(folder.load().problems.empty());
    }
    SECTION("a zone")
    {
        folder.writePatterns({silent});
        CHECK(only(folder.load()) == "patterns-a.json /muscles/0/trigger_points/0");
    }
}

TEST_CASE("a second look says how it was settled, unless it agrees in full")
{
    const Folder folder;
    const auto [look, problems] = GENERATE(table<const char *, std::size_t>({
        {R"({"agreement": "full"})", 0},
        {R"({"agreement": "full", "settled": "s"})", 1},
        {R"({"agreement": "differs"})", 1},
        {R"({"agreement": "differs", "settled": "s"})", 0},
        {R"({"agreement": "hardly", "settled": "s"})", 1},
    }));
    CAPTURE(look);
    folder.writePatterns({with(muscle("biceps", onElbow), "/second_look", look)});
    CHECK(folder.load().problems.size() == problems);
}

TEST_CASE("a published pattern has zones, and a site without any has another effect")
{
    const Folder folder;
    const std::string bare = with(muscle("biceps", onElbow), "/trigger_points/0/essential", "[]");
    const std::string second =
        R"({"id": "biceps-2", "name": "n", "site": "s", "sides": "right", "essential": [], "spillover": []})";
    SECTION("no sites")
    {
        folder.writePatterns({with(bare, "/trigger_points", "[]")});
        CHECK(only(folder.load()) == "patterns-a.json /muscles/0/trigger_points");
    }
    SECTION("no zones")
    {
        folder.writePatterns({with(bare, "/trigger_points/0/other_effects", R"(["tearing"])")});
        CHECK(only(folder.load()) == "patterns-a.json /muscles/0/trigger_points");
    }
    SECTION("a site with nothing")
    {
        folder.writePatterns({with(muscle("biceps", onElbow), "/trigger_points/1", second)});
        CHECK(only(folder.load()) == "patterns-a.json /muscles/0/trigger_points/1");
    }
    SECTION("a site with an effect only")
    {
        folder.writePatterns({with(with(muscle("biceps", onElbow), "/trigger_points/1", second),
                                   "/trigger_points/1/other_effects", R"(["tearing"])")});
        CHECK(folder.load().problems.empty());
    }
}

TEST_CASE("words that are not listed, and a self-care that contradicts itself, are named by their place")
{
    const Folder folder;
    const auto [key, value, place] = GENERATE(table<const char *, const char *, const char *>({
        {"/provokes", R"(["dancing"])", "/provokes/0"},
        {"/limits", R"(["wink"])", "/limits/0"},
        {"/layer", R"("top")", "/layer"},
        {"/fma", R"("37670")", "/fma"},
        {"/self_care/pressure", R"("some")", "/self_care/pressure"},
        {"/self_care/pressure", R"("never")", "/self_care"},
        {"/self_care/techniques", R"(["magic"])", "/self_care/techniques/0"},
    }));
    folder.writePatterns({with(muscle("biceps", onElbow), key, value)});
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == std::string{"patterns-a.json /muscles/0"} + place);
    CHECK_FALSE(has(loaded, "biceps"));
    CHECK(has(loaded, "teres"));
}

TEST_CASE("a file that is no JSON is named with its line, and the others load")
{
    const Folder folder;
    folder.write("patterns-a.json", head("muscles") + "\n  {oops}]}");
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-a.json 3");
    CHECK(has(loaded, "teres"));
}

TEST_CASE("an unfinished file, an empty one, wrong text and a number out of range are problems, not crashes")
{
    const Folder folder;
    const std::string text =
        GENERATE(as<std::string>{}, "", "{", "[]", "null", "{\"format\": 1e999}", "\xff\xfe", "\"");
    folder.write("patterns-a.json", text);
    const LoadedKnowledge loaded = folder.load();
    INFO(text);
    CHECK(only(loaded).starts_with("patterns-a.json"));
    CHECK(has(loaded, "teres"));
}

TEST_CASE("a file nested too deeply is refused with its line before it is parsed")
{
    const Folder folder;
    folder.write("patterns-a.json", "\n" + std::string(100'000, '[') + std::string(100'000, ']'));
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-a.json 2");
    CHECK(has(loaded, "teres"));
}

TEST_CASE("brackets in a text are not depth")
{
    const Folder folder;
    folder.writePatterns({muscle("biceps", onElbow)});
    folder.write("sources.json",
                 head("sources") + R"({"id": "book", "reference": "\")" + std::string(100, '[') + R"("}]})");
    CHECK(folder.load().problems.empty());
}

TEST_CASE("a text too long for the schema's expressions is refused with its line")
{
    const Folder folder;
    folder.writePatterns({muscle("biceps", onElbow), muscle(std::string(1'000'000, 'a'), onElbow)});
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-a.json 5");
    CHECK(has(loaded, "teres"));

    folder.writePatterns({muscle(std::string(7'000, 'a'), onElbow)});
    CHECK(folder.load().problems.empty());
}

TEST_CASE("a file over the size limit is refused")
{
    const Folder folder;
    folder.write("patterns-a.json", std::string(4'000'001, ' '));
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-a.json ");
    CHECK(has(loaded, "teres"));
}

TEST_CASE("an unknown key takes out its entry only")
{
    const Folder folder;
    std::string odd = muscle("biceps", onElbow);
    odd.insert(1, R"("surprise": 1, )");
    folder.writePatterns({muscle("anconeus", onElbow), odd, muscle("brachialis", onElbow)});
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-a.json /muscles/1");
    CHECK_THAT(loaded.problems.front().what(), Catch::Contains("surprise"));
    CHECK(has(loaded, "anconeus"));
    CHECK_FALSE(has(loaded, "biceps"));
    CHECK(has(loaded, "brachialis"));
}

TEST_CASE("a missing key takes out its entry only")
{
    const Folder folder;
    folder.writePatterns({R"({"id": "biceps"})", muscle("brachialis", onElbow)});
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-a.json /muscles/0");
    CHECK(has(loaded, "brachialis"));
}

TEST_CASE("an unknown key outside the entries takes out the file")
{
    const Folder folder;
    folder.write("patterns-a.json",
                 R"({"surprise": 1, )" + head("muscles").substr(1) + muscle("biceps", onElbow) + "]}");
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-a.json ");
    CHECK_FALSE(has(loaded, "biceps"));
    CHECK(has(loaded, "teres"));
}

TEST_CASE("a file of another format takes out the file, whatever else is wrong in it")
{
    const Folder folder;
    std::string text = head("muscles") + R"({"id": "biceps"}]})";
    text.replace(text.find('2'), 1, "3");
    folder.write("patterns-a.json", text);
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-a.json /format");
    CHECK(has(loaded, "teres"));
}

TEST_CASE("a weight outside its range is named by its place")
{
    const Folder folder;
    const auto [essential, spillover, place] = GENERATE(table<const char *, const char *, const char *>({
        {R"({"zone": "elbow", "weight": 1.1})", "", "essential/0/weight"},
        {R"({"zone": "elbow", "weight": 0.4})", "", "essential/0/weight"},
        {R"({"zone": "elbow", "weight": "1"})", "", "essential/0/weight"},
        {R"({"zone": "elbow", "weight": 1})", R"({"zone": "crown", "weight": 0.6})", "spillover/0/weight"},
        {R"({"zone": "elbow", "weight": 1})", R"({"zone": "crown", "weight": 0})", "spillover/0/weight"},
    }));
    folder.writePatterns({muscle("biceps", essential, spillover)});
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == std::string{"patterns-a.json /muscles/0/trigger_points/0/"} + place);
    CHECK_FALSE(has(loaded, "biceps"));
    CHECK(has(loaded, "teres"));
}

TEST_CASE("names that nothing stands behind are named by their place")
{
    const Folder folder;
    folder.writePatterns({muscle("biceps", R"({"zone": "nowhere", "weight": 1})"), muscle("brachialis", onElbow),
                          muscle("anconeus", onElbow, "", "hearsay")});
    const LoadedKnowledge loaded = folder.load();
    REQUIRE(loaded.problems.size() == 2);
    CHECK(loaded.problems[0].file() == "patterns-a.json");
    CHECK(loaded.problems[0].place() == "/muscles/0/trigger_points/0/essential/0/zone");
    CHECK_THAT(loaded.problems[0].what(), Catch::Contains("nowhere"));
    CHECK(loaded.problems[1].place() == "/muscles/2/sources/0/ref");
    CHECK_THAT(loaded.problems[1].what(), Catch::Contains("hearsay"));
    CHECK(has(loaded, "brachialis"));
    CHECK(has(loaded, "teres"));
}

TEST_CASE("the second of two entries with one id is refused, also across files")
{
    const Folder folder;
    SECTION("zone")
    {
        folder.write("zones.json", head("zones") + zone("elbow", "paired") + "," + zone("elbow", "midline") + "]}");
        const LoadedKnowledge loaded = folder.load();
        CHECK(only(loaded) == "zones.json /zones/1");
        CHECK(has(loaded, "biceps"));
    }
    SECTION("source")
    {
        const std::string book = R"({"id": "book", "reference": "A book."})";
        folder.write("sources.json", head("sources") + book + "," + book + "]}");
        const LoadedKnowledge loaded = folder.load();
        CHECK(only(loaded) == "sources.json /sources/1");
        CHECK(has(loaded, "biceps"));
    }
    SECTION("activity")
    {
        const std::string lifting = R"({"id": "lifting", "words": "w", "says": ["s"]})";
        folder.write("activities.json", head("activities") + lifting + "," + lifting + "]}");
        const LoadedKnowledge loaded = folder.load();
        CHECK(only(loaded) == "activities.json /activities/1");
        CHECK(has(loaded, "biceps"));
    }
    SECTION("muscle")
    {
        folder.writePatterns({muscle("teres", onElbow)});
        const LoadedKnowledge loaded = folder.load();
        CHECK(only(loaded) == "patterns-b.json /muscles/0");
        CHECK(has(loaded, "teres"));
    }
    SECTION("trigger point")
    {
        std::string twin = muscle("brachialis", onElbow);
        twin.replace(twin.find("brachialis-1"), 12, "biceps-1");
        folder.writePatterns({muscle("biceps", onElbow), twin});
        const LoadedKnowledge loaded = folder.load();
        CHECK(only(loaded) == "patterns-a.json /muscles/1");
        CHECK(has(loaded, "biceps"));
        CHECK_FALSE(has(loaded, "brachialis"));
    }
    SECTION("zone of a trigger point")
    {
        folder.writePatterns({muscle("biceps", onElbow, R"({"zone": "elbow", "weight": 0.2})")});
        CHECK(only(folder.load()) == "patterns-a.json /muscles/0/trigger_points/0/spillover/0");
    }
}

TEST_CASE("a midline zone cannot cross")
{
    const Folder folder;
    folder.writePatterns({muscle("biceps", R"({"zone": "crown", "weight": 1, "crosses": true})")});
    CHECK(only(folder.load()) == "patterns-a.json /muscles/0/trigger_points/0/essential/0");
}

TEST_CASE("without zones, sources, activities or movements there is one problem to tell, and no pattern")
{
    const Folder folder;
    const std::string missing =
        GENERATE(as<std::string>{}, "zones.json", "sources.json", "activities.json", "movements.json");
    folder.remove(missing);
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == missing + " ");
    CHECK(loaded.base.patterns().empty());
}

TEST_CASE("a folder without pattern files, and one that does not exist, are told")
{
    const Folder folder;
    folder.remove("patterns-a.json");
    folder.remove("patterns-b.json");
    const LoadedKnowledge loaded = folder.load();
    CHECK(only(loaded) == "patterns-*.json ");
    CHECK(loaded.base.zones().size() == 2);

    const LoadedKnowledge nowhere = loadKnowledge("/nonexistent/knowledge", schemas);
    CHECK(nowhere.problems.size() == 4);
    CHECK(nowhere.base.zones().empty());
}

TEST_CASE("a schema that is missing or broken is told by its own name")
{
    const Folder folder;
    const LoadedKnowledge none =
        loadKnowledge(fs::path{PALPATE_SOURCE_DIR} / "resources" / "knowledge", "/nonexistent");
    REQUIRE(none.problems.size() == 4);
    CHECK(none.problems[0].file() == "zones.schema.json");
    CHECK(none.problems[1].file() == "sources.schema.json");
    CHECK(none.problems[2].file() == "activities.schema.json");
    CHECK(none.problems[3].file() == "movements.schema.json");
}
