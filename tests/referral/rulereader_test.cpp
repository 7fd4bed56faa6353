// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "referral/loadknowledge.h"
#include "referral/rulebase.h"
#include "support/tempdir.h"

using namespace palpate;
namespace fs = std::filesystem;

namespace {

const fs::path resources = fs::path{PALPATE_SOURCE_DIR} / "resources";

const KnowledgeBase &knowledge()
{
    static const LoadedKnowledge loaded = loadKnowledge(resources / "knowledge", resources / "schema");
    return loaded.base;
}

/// A copy of the shipped rules, to be broken in one place by each test.
class Folder {
public:
    Folder()
    {
        for (const char *name :
             {"regions", "contraindications", "no-press", "red-flags", "after-care", "protocols", "words"}) {
            fs::copy_file(resources / "knowledge" / (std::string{name} + ".json"), path(name));
        }
    }

    [[nodiscard]] fs::path path(const std::string &name) const { return m_dir.path() / (name + ".json"); }

    void write(const std::string &name, const std::string &text) const { std::ofstream{path(name)} << text; }

    /// Replaces the first place where `from` stands.
    void change(const std::string &name, const std::string &from, const std::string &to) const
    {
        std::ostringstream stream;
        stream << std::ifstream{path(name)}.rdbuf();
        std::string text = stream.str();
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        write(name, text.replace(at, from.size(), to));
    }

    [[nodiscard]] LoadedRules load() const { return loadRules(m_dir.path(), resources / "schema", knowledge()); }

private:
    testing::TempDir m_dir;
};

/// The one problem, as "file place".
std::string only(const LoadedRules &loaded)
{
    for (const DataFileError &problem : loaded.problems) {
        UNSCOPED_INFO(problem.what());
    }
    REQUIRE(loaded.problems.size() == 1);
    return loaded.problems.front().file() + " " + loaded.problems.front().place();
}

} // namespace

TEST_CASE("rules that are whole are read without a problem")
{
    const Folder folder;
    const LoadedRules loaded = folder.load();
    CHECK(loaded.problems.empty());
    const Condition *child = loaded.rules.condition(ConditionId{"child"});
    REQUIRE(child != nullptr);
    CHECK(child->kind == ConditionKind::age);
    // A region in "places" stands for its zones.
    const RedFlag *knee = loaded.rules.redFlag(RedFlagId{"locked-knee"});
    REQUIRE(knee != nullptr);
    REQUIRE(knee->places.has_value());
    CHECK(std::ranges::find(*knee->places, ZoneId{"knee-back"}) != knee->places->end());
    CHECK_FALSE(loaded.rules.redFlag(RedFlagId{"stroke-signs"})->places.has_value());
}

TEST_CASE("an unknown key takes out its entry only, and the rest of the file loads")
{
    const Folder folder;
    folder.change("contraindications", R"("kind": "age",)", R"("kind": "age", "surprise": 1,)");
    const LoadedRules loaded = folder.load();
    CHECK(only(loaded) == "contraindications.json /conditions/1");
    CHECK_THAT(loaded.problems.front().what(), Catch::Contains("surprise"));
    CHECK(loaded.rules.condition(ConditionId{"child"}) == nullptr);
    CHECK(loaded.rules.condition(ConditionId{"fever"}) != nullptr);
}

TEST_CASE("names that nothing stands behind are told by their place")
{
    const Folder folder;
    SECTION("zone")
    {
        folder.change("no-press", R"("places": ["knee-back"])", R"("places": ["nowhere"])");
        const LoadedRules loaded = folder.load();
        CHECK_THAT(only(loaded), Catch::StartsWith("no-press.json /areas/") && Catch::EndsWith("/places/0"));
        CHECK_THAT(loaded.problems.front().what(), Catch::Contains("nowhere"));
        CHECK(loaded.rules.noPress.size() > 20);
    }
    SECTION("source")
    {
        folder.change("protocols", R"("ref": "hou-2002")", R"("ref": "hearsay")");
        CHECK_THAT(only(folder.load()), Catch::EndsWith("/ref"));
    }
    SECTION("dose")
    {
        folder.change("protocols", R"("dose": "hold")", R"("dose": "forever")");
        CHECK(only(folder.load()) == "protocols.json /protocols/1/steps/2/dose");
    }
    SECTION("advice")
    {
        folder.change("red-flags", R"("advice": ["despair-kind", )", R"("advice": ["shrug", )");
        const LoadedRules loaded = folder.load();
        CHECK_THAT(only(loaded), Catch::EndsWith("/advice/0"));
        CHECK(loaded.rules.redFlag(RedFlagId{"despair"}) == nullptr);
    }
    SECTION("phrases")
    {
        folder.change("red-flags", R"({"said": ["testicle"]})", R"({"said": ["teapot"]})");
        CHECK_THAT(only(folder.load()), Catch::EndsWith("/said/0"));
    }
}

TEST_CASE("what cannot be meant is refused")
{
    const Folder folder;
    SECTION("more pain than anyone should bear")
    {
        folder.change("protocols", R"("max": 7,)", R"("max": 8,)");
        CHECK(only(folder.load()) == "protocols.json /protocols/0/doses/0");
    }
    SECTION("a default outside its range")
    {
        folder.change("protocols", R"({"min": 10, "max": 30, "default": 20})",
                      R"({"min": 10, "max": 30, "default": 40})");
        CHECK(only(folder.load()) == "protocols.json /protocols/0/steps/1/pace");
    }
    SECTION("a limit without words")
    {
        folder.change("contraindications", R"("verdict": "ruled-out")", R"("verdict": "limited")");
        CHECK(only(folder.load()) == "contraindications.json /conditions/0/limits/0");
    }
    SECTION("a phrase of two zones")
    {
        folder.change("words", R"("forehead", "front headache")", R"("crown", "front headache")");
        const LoadedRules loaded = folder.load();
        CHECK(only(loaded) == "words.json /zones/1");
        CHECK_THAT(loaded.problems.front().what(), Catch::Contains("crown"));
    }
    SECTION("a zone in two regions")
    {
        folder.change("regions", R"("occiput", "eyebrow")", R"("occiput", "eyebrow", "throat")");
        const LoadedRules loaded = folder.load();
        REQUIRE_FALSE(loaded.problems.empty());
        CHECK(loaded.problems.front().place() == "/regions/2");
    }
    SECTION("a test of two things at once")
    {
        folder.change("red-flags", R"("when": {"said": ["despair"]})",
                      R"("when": {"said": ["despair"], "age_over": 90})");
        CHECK_THAT(only(folder.load()), Catch::EndsWith("/when"));
    }
    SECTION("quieting words of despair")
    {
        folder.change("red-flags", R"("quiets": ["new-numbness")", R"("quiets": ["despair")");
        CHECK_THAT(only(folder.load()), Catch::EndsWith("/quiets"));
    }
}

TEST_CASE("a file that is missing or no JSON leaves the others whole")
{
    const Folder folder;
    SECTION("missing")
    {
        fs::remove(folder.path("words"));
        const LoadedRules loaded = folder.load();
        CHECK(only(loaded) == "words.json ");
        CHECK_FALSE(loaded.rules.redFlags.empty());
    }
    SECTION("no JSON")
    {
        folder.write("no-press", "{\n oops");
        const LoadedRules loaded = folder.load();
        CHECK(only(loaded) == "no-press.json 2");
        CHECK_FALSE(loaded.rules.protocols.empty());
    }
    SECTION("another format, whatever else is wrong")
    {
        folder.change("red-flags", R"("format": 1)", R"("format": 2)");
        folder.change("red-flags", R"("id": "despair")", R"("idea": "despair")");
        const LoadedRules loaded = folder.load();
        REQUIRE(loaded.problems.size() > 1); // what names its rules says so too
        CHECK(loaded.problems.front().file() == "red-flags.json");
        CHECK(loaded.problems.front().place() == "/format");
        CHECK(loaded.problems[1].file() == "after-care.json");
        CHECK(loaded.rules.redFlags.empty());
    }
}

TEST_CASE("without any file there is a problem for each")
{
    const LoadedRules loaded = loadRules("/nonexistent", resources / "schema", knowledge());
    CHECK(loaded.problems.size() == 7);
}
