// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <catch2/catch.hpp>

#include "anatomy/atlas.h"
#include "anatomy/grayimage.h"
#include "anatomy/view.h"
#include "core/error.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::anatomy;
namespace fs = std::filesystem;

namespace {

const fs::path shipped = fs::path{PALPATE_SOURCE_DIR} / "resources" / "atlas";

void writeText(const fs::path &file, const std::string &text) { std::ofstream{file} << text; }

std::string placeOf(const fs::path &folder)
{
    try {
        (void)Atlas::load(folder);
    } catch (const DataFileError &error) {
        return error.place();
    }
    return "no error";
}

constexpr const char *view = R"({"id":"front","name":"Front","right":[1,0,0],"up":[0,0,1],"to_viewer":[0,-1,0],
    "left_mm":-2,"top_mm":2,"far_mm":0,"px_per_mm":1,"width":4,"height":4,"own_pixels":[0,0]})";

std::string atlasText(const std::string &structures, const std::string &regions, const std::string &views)
{
    return R"({"format":1,"structures":[)" + structures + R"(],"regions":[)" + regions + R"(],"views":[)" + views +
           R"(],"zones":[]})";
}

constexpr const char *structure =
    R"({"id":"biceps","common":"Biceps","latin":"","tissue":"muscle","layer":"superficial","listed":true})";
constexpr const char *region = R"({"structure":"biceps","side":"left","box":[0,0,0,1,1,1]})";

} // namespace

TEST_CASE("a broken catalogue is refused with the place of the fault")
{
    const testing::TempDir folder;
    const fs::path file = folder.path() / "atlas.json";
    CHECK(placeOf(folder.path()) == "");
    writeText(file, "{\n\"format\": 1,\n oops");
    CHECK(placeOf(folder.path()) == "3");
    writeText(file, R"({"format":2})");
    CHECK(placeOf(folder.path()) == "/format");
    writeText(file, atlasText(structure, R"({"structure":"triceps","side":"left","box":[0,0,0,1,1,1]})", view));
    CHECK(placeOf(folder.path()) == "/regions/0");
    writeText(file, atlasText(structure, R"({"structure":"biceps","side":"Left","box":[0,0,0,1,1,1]})", view));
    CHECK(placeOf(folder.path()) == "/regions/0");
    writeText(file, atlasText(std::string{structure} + "," + structure, region, view));
    CHECK(placeOf(folder.path()) == "/structures/1");
    writeText(file, atlasText(structure, region, ""));
    CHECK(placeOf(folder.path()) == "/views");
    writeText(file, atlasText(structure, region, view));
    CHECK(placeOf(folder.path()) == "no error");
}

TEST_CASE("nesting deeper than any data file is refused before it is kept")
{
    const testing::TempDir folder;
    writeText(folder.path() / "atlas.json", std::string(100'000, '[') + std::string(100'000, ']'));
    CHECK_THROWS_AS(Atlas::load(folder.path()), DataFileError);
}

TEST_CASE("stacks that name what is not there are refused")
{
    const testing::TempDir folder;
    writeText(folder.path() / "atlas.json", atlasText(structure, region, view));
    const Atlas atlas = Atlas::load(folder.path());
    const ViewInfo &front = atlas.views().front();
    GrayImage16 numbers{4, 4};
    numbers.at(1, 1) = 1;
    const auto writeTable = [&folder](const std::string &bytes) {
        std::ofstream{folder.path() / "front.stacks.bin", std::ios::binary} << bytes;
    };
    const auto load = [&] { return StackMap::load(atlas, front); };

    CHECK_THROWS_AS(load(), DataFileError); // no picture
    writeGrayPng(folder.path() / "front.stacks.png", numbers, Numbers::indices);
    CHECK_THROWS_AS(load(), DataFileError); // no table
    writeTable(std::string{"\x02\x00\x00\x00\x01\x00\x01\x00", 8});
    const StackMap good = load();
    CHECK(good.topAt(Layer::superficial, 1, 1) == 1);
    CHECK(good.topAt(Layer::intermediate, 1, 1) == 0);
    writeTable(std::string{"\x02\x00\x00\x00\x01\x00\x02\x00", 8});
    CHECK_THROWS_AS(load(), DataFileError); // region 2 of 1
    writeTable(std::string{"\x02\x00\x00\x00\x01\x00", 6});
    CHECK_THROWS_AS(load(), DataFileError); // ends too early
    writeTable(std::string{"\x01\x00\x00\x00", 4});
    CHECK_THROWS_AS(load(), DataFileError); // a pixel names stack 1 of 1
    writeGrayPng(folder.path() / "front.stacks.png", GrayImage16{5, 4}, Numbers::indices);
    CHECK_THROWS_AS(load(), DataFileError); // another size
}

TEST_CASE("pictures read back as they were written, and a damaged one is refused")
{
    const testing::TempDir folder;
    GrayImage16 wide{37, 5};
    GrayImage8 narrow{37, 5};
    for (int y = 0; y < 5; ++y) {
        for (int x = 0; x < 37; ++x) {
            wide.at(x, y) = static_cast<std::uint16_t>(x * 1700 + y);
            narrow.at(x, y) = static_cast<std::uint8_t>(x * y);
        }
    }
    const fs::path file = folder.path() / "picture.png";
    writeGrayPng(file, wide, Numbers::indices);
    CHECK(readGrayPng16(file) == wide);
    CHECK_THROWS_AS(readGrayPng8(file), DataFileError); // the wrong depth
    writeGrayPng(file, narrow, Numbers::indices);
    CHECK(readGrayPng8(file) == narrow);
    fs::resize_file(file, fs::file_size(file) / 2);
    CHECK_THROWS_AS(readGrayPng8(file), DataFileError);
    CHECK_THROWS_AS(writeGrayPng(folder.path() / "nowhere" / "x.png", narrow, Numbers::indices), WorldError);
}

TEST_CASE("the shipped atlas has all the files it names")
{
    const Atlas atlas = Atlas::load(shipped);
    for (const ViewInfo &info : atlas.views()) {
        CHECK_NOTHROW(StackMap::load(atlas, info));
        CHECK_NOTHROW(Shapes::load(atlas, info));
        CHECK_NOTHROW(loadZones(atlas, info));
        for (const Layer layer : allLayers) {
            CHECK_NOTHROW(loadShading(atlas, info, layer));
            CHECK_NOTHROW(loadNearness(atlas, info, layer));
        }
    }
}
