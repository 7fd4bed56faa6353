// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/library.h"

#include <catch2/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include <nlohmann/json.hpp>

#include "readability.h"
#include "referral/loadall.h"
#include "support/tempdir.h"

using namespace palpate;
using palpate::testing::Readability;
using palpate::testing::readabilityOf;
using palpate::testing::TempDir;

namespace fs = std::filesystem;

namespace {

const fs::path resources = fs::path{PALPATE_SOURCE_DIR} / "resources";

const LoadedAll &shipped()
{
    static const LoadedAll loaded = loadAll(resources / "knowledge", resources / "schema", WithLibrary::yes);
    return loaded;
}

nlohmann::json readJson(const fs::path &file)
{
    std::ifstream stream{file};
    return nlohmann::json::parse(stream);
}

/// The parts of a leaflet as they are read one after the other.
std::string proseOf(const Leaflet &leaflet)
{
    std::string prose = leaflet.find + ' ' + leaflet.feels + ' ' + leaflet.keeps + ' ' + leaflet.mistaken;
    for (const LeafletStep &step : leaflet.steps) {
        prose += ' ' + step.text;
    }
    return prose + ' ' + leaflet.daily + ' ' + leaflet.cautions;
}

std::string proseOf(const Article &article)
{
    std::string prose = article.summary;
    for (const ArticleSection &section : article.sections) {
        for (const ArticleParagraph &paragraph : section.paragraphs) {
            prose += ' ' + paragraph.text;
            for (const std::string &item : paragraph.items) {
                prose += ' ' + item;
            }
        }
    }
    return prose;
}

/// All texts by their ids.
std::map<std::string, std::string> allProse()
{
    std::map<std::string, std::string> all;
    for (const Leaflet &leaflet : shipped().library.leaflets) {
        all.emplace("leaflet " + leaflet.muscle.text(), proseOf(leaflet));
    }
    for (const Article &article : shipped().library.articles) {
        all.emplace("article " + article.id.text(), proseOf(article));
    }
    for (const SharedText &text : shipped().library.sharedTexts) {
        all.emplace("shared text " + text.id.text(), text.text);
    }
    return all;
}

/// The library of a copy of the data in which one file was changed.
LoadedLibrary loadChanged(const char *file, const std::function<void(nlohmann::json &)> &change)
{
    const TempDir folder;
    for (const char *name : {"shared-texts.json", "leaflets-shoulder-upper-back.json", "articles-start.json"}) {
        fs::copy_file(resources / "knowledge" / name, folder.path() / name);
    }
    nlohmann::json document = readJson(folder.path() / file);
    change(document);
    std::ofstream{folder.path() / file} << document;
    return loadLibrary(folder.path(), resources / "schema", shipped().base, shipped().rules.protocols);
}

/// What is told of the change to the first leaflet.
std::string faultOf(const std::function<void(nlohmann::json &)> &change)
{
    const LoadedLibrary loaded = loadChanged("leaflets-shoulder-upper-back.json",
                                             [&](nlohmann::json &document) { change(document["leaflets"][0]); });
    REQUIRE_FALSE(loaded.problems.empty());
    CHECK(loaded.library.leaflets.size() == 14); // the others are there
    return loaded.problems.front().what();
}

} // namespace

TEST_CASE("what there is to read loads without a problem, its doses filled in")
{
    for (const DataFileError &problem : shipped().problems) {
        UNSCOPED_INFO(problem.what());
    }
    REQUIRE(shipped().problems.empty());
    const Library &library = shipped().library;
    CHECK(library.articles.size() >= 22);
    const Leaflet *leaflet = library.leaflet(MuscleId{"infraspinatus"});
    REQUIRE(leaflet != nullptr);
    bool hasDose = false;
    for (const LeafletStep &step : leaflet->steps) {
        CHECK(step.text.find('{') == std::string::npos);
        hasDose = hasDose || step.text.find("90 seconds") != std::string::npos;
    }
    CHECK(hasDose);
}

TEST_CASE("every muscle has a leaflet, read twice, and those of a region stand in the order of its patterns")
{
    for (const MusclePattern &pattern : shipped().base.patterns()) {
        INFO(pattern.id.text());
        const Leaflet *leaflet = shipped().library.leaflet(pattern.id);
        REQUIRE(leaflet != nullptr);
        CHECK(leaflet->secondReading.has_value());
    }
    CHECK(shipped().library.leaflets.size() == shipped().base.patterns().size());
    for (const fs::directory_entry &entry : fs::directory_iterator{resources / "knowledge"}) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with("leaflets-")) {
            continue;
        }
        INFO(name);
        const nlohmann::json leaflets = readJson(entry.path());
        std::vector<std::string> written;
        for (const auto &leaflet : leaflets.at("leaflets")) {
            written.push_back(leaflet.at("muscle"));
        }
        const nlohmann::json patterns =
            readJson(resources / "knowledge" / ("patterns-" + name.substr(std::string{"leaflets-"}.size())));
        std::vector<std::string> known;
        for (const auto &muscle : patterns.at("muscles")) {
            known.push_back(muscle.at("id"));
        }
        CHECK(written == known);
    }
}

TEST_CASE("doses come from the evidence table alone: no text of a leaflet names a number of its own")
{
    const std::regex dose{
        R"(\d+(\s*(-|–|to)\s*\d+)?\s*(%|(seconds?|minutes?|hours?|days?|weeks?|times|percent|sessions?|strokes?)\b))"};
    for (const fs::directory_entry &entry : fs::directory_iterator{resources / "knowledge"}) {
        if (!entry.path().filename().string().starts_with("leaflets-")) {
            continue;
        }
        const nlohmann::json document = readJson(entry.path());
        for (const auto &leaflet : document.at("leaflets")) {
            INFO(leaflet.at("muscle"));
            for (const char *part : {"find", "feels", "keeps", "mistaken", "daily", "cautions"}) {
                CHECK_FALSE(std::regex_search(leaflet.at(part).get<std::string>(), dose));
            }
            for (const auto &step : leaflet.at("steps")) {
                CHECK_FALSE(std::regex_search(step.at("text").get<std::string>(), dose));
            }
        }
    }
}

TEST_CASE("each text is plain: short sentences, no more than eight years of school")
{
    for (const auto &[id, prose] : allProse()) {
        INFO(id);
        const Readability measured = readabilityOf(prose);
        CHECK(measured.meanSentence <= 16);
        CHECK(measured.grade <= 8);
    }
    for (const Leaflet &leaflet : shipped().library.leaflets) {
        INFO(leaflet.muscle.text());
        CHECK(readabilityOf(proseOf(leaflet)).words >= 230);
        CHECK(readabilityOf(proseOf(leaflet)).words <= 420);
    }
}

TEST_CASE("no two texts share a run of twelve words")
{
    constexpr std::size_t length = 12;
    // A dose is one word: the program fills it in.
    const std::regex dose{R"(\d+ (percent of your strength|seconds|minutes|times))"};
    std::map<std::string, std::string> seen;
    for (const auto &[id, prose] : allProse()) {
        const std::vector<std::string> words = testing::wordsOf(std::regex_replace(prose, dose, "dose"));
        for (std::size_t at = 0; at + length <= words.size(); ++at) {
            std::string run;
            for (std::size_t word = at; word < at + length; ++word) {
                run += words[word] + ' ';
            }
            const auto [known, isNew] = seen.emplace(std::move(run), id);
            INFO(id << " and " << known->second << ": " << known->first);
            CHECK((isNew || known->second == id));
        }
    }
}

TEST_CASE("a leaflet goes nowhere that the muscle's self-care does not")
{
    for (const Leaflet &leaflet : shipped().library.leaflets) {
        const MusclePattern *pattern = shipped().base.pattern(leaflet.muscle);
        REQUIRE(pattern != nullptr);
        if (pattern->selfCare.pressure == PressureGrade::never) {
            for (const LeafletStep &step : leaflet.steps) {
                INFO(leaflet.muscle.text() << ": " << step.text);
                CHECK((!step.protocol || !step.protocol->text().starts_with("pressure")));
            }
        }
        const bool stops = std::ranges::find(leaflet.shared, SharedTextId{"stop-signs"}) != leaflet.shared.end();
        CHECK((stops || pattern->selfCare.techniques.empty()));
    }
}

TEST_CASE("where fingertips alone may press, no step brings a tool")
{
    const std::regex tool{R"(\b(ball|cane|roller|knuckles?|wall)\b)", std::regex::icase};
    const std::set<SharedTextId> ofTools{SharedTextId{"ball-on-wall"}, SharedTextId{"ball-lying"},
                                         SharedTextId{"cane-tool"}};
    for (const Leaflet &leaflet : shipped().library.leaflets) {
        if (shipped().base.pattern(leaflet.muscle)->selfCare.pressure == PressureGrade::free) {
            continue;
        }
        INFO(leaflet.muscle.text());
        for (const LeafletStep &step : leaflet.steps) {
            const bool presses = step.protocol && (step.protocol->text().starts_with("pressure") ||
                                                   *step.protocol == ProtocolId{"stroking"});
            CHECK_FALSE((presses && std::regex_search(step.text, tool)));
        }
        CHECK(std::ranges::none_of(leaflet.shared, [&](const SharedTextId &id) { return ofTools.contains(id); }));
    }
}

TEST_CASE("what a leaflet may not say is refused with its place and reason, and the rest is there")
{
    CHECK(faultOf([](nlohmann::json &leaflet) { leaflet["muscle"] = "elbow-grease"; }).find("no such muscle") !=
          std::string::npos);
    CHECK(faultOf([](nlohmann::json &leaflet) { leaflet["shared"] = {"no-such-text"}; }).find("no such shared text") !=
          std::string::npos);
    CHECK(faultOf([](nlohmann::json &leaflet) {
              leaflet["steps"][0] = {{"technique", "needling"}, {"text", "Do."}};
          }).find("no such protocol") != std::string::npos);
    CHECK(faultOf([](nlohmann::json &leaflet) {
              leaflet["steps"][0] = {{"technique", "stretch"}, {"text", "Hold {effort}."}};
          }).find("no dose") != std::string::npos);
    CHECK(faultOf([](nlohmann::json &leaflet) {
              leaflet["steps"][0] = {{"text", "Hold {hold}."}};
          }).find("no dose") != std::string::npos);
    CHECK(faultOf([](nlohmann::json &leaflet) {
              leaflet["sources"][0]["ref"] = "hearsay-1999";
          }).find("no such source") != std::string::npos);
    CHECK(faultOf([](nlohmann::json &leaflet) {
              leaflet["sources"] = {{{"ref", "clinical-custom"}, {"grade", "tradition"}, {"for", {"find"}}}};
          }).find("no source is named for") != std::string::npos);
    CHECK_FALSE(faultOf([](nlohmann::json &leaflet) { leaflet.erase("daily"); }).empty());
}

TEST_CASE("a technique that the muscle's self-care leaves out is refused")
{
    const auto never = std::ranges::find_if(shipped().base.patterns(), [](const MusclePattern &pattern) {
        return pattern.selfCare.pressure == PressureGrade::never;
    });
    REQUIRE(never != shipped().base.patterns().end());
    const std::string fault = faultOf([&](nlohmann::json &leaflet) {
        leaflet["muscle"] = never->id.text();
        leaflet["steps"] = {{{"technique", "pressure-steady"}, {"text", "Press."}}};
    });
    CHECK(fault.find("self-care does not allow") != std::string::npos);
}

TEST_CASE("doses are said in words that fit their unit")
{
    const auto said = [](DoseUnit unit, int usual) {
        return doseInWords({DoseId{"hold"}, unit, {usual, usual, usual}, {}, {}});
    };
    CHECK(said(DoseUnit::seconds, 90) == "90 seconds");
    CHECK(said(DoseUnit::seconds, 900) == "15 minutes");
    CHECK(said(DoseUnit::times, 1) == "once");
    CHECK(said(DoseUnit::times, 3) == "3 times");
    CHECK(said(DoseUnit::ofTen, 5) == "5 of 10");
    CHECK(said(DoseUnit::percent, 15) == "15 percent of your strength");
    CHECK(said(DoseUnit::weeks, 1) == "1 week");
}

TEST_CASE("how plain each text is", "[.report]")
{
    for (const auto &[id, prose] : allProse()) {
        const Readability measured = readabilityOf(prose);
        std::printf("%-52s %4zu words, %4.1f a sentence, grade %3.1f\n", id.c_str(), measured.words,
                    measured.meanSentence, measured.grade);
    }
}
