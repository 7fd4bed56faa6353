// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <catch2/catch.hpp>

#include <QByteArray>

#include "core/error.h"
#include "desktop/datafolder.h"
#include "support/tempdir.h"

using namespace palpate;
namespace fs = std::filesystem;

namespace {

fs::path withAtlas(const fs::path &folder)
{
    fs::create_directories(folder / "atlas");
    std::ofstream{folder / "atlas" / "atlas.json"} << "{}";
    return folder;
}

} // namespace

TEST_CASE("the data are found by name, beside the program, or where they are installed, in that order")
{
    const testing::TempDir folder;
    const fs::path program = folder.path() / "usr" / "bin";
    fs::create_directories(program);
    CHECK_THROWS_AS(desktop::dataFolder(program), DataFileError);
    const fs::path installed = withAtlas(folder.path() / "usr" / "share" / "palpate");
    CHECK(fs::equivalent(desktop::dataFolder(program), installed));
    const fs::path beside = withAtlas(program / "resources");
    CHECK(fs::equivalent(desktop::dataFolder(program), beside));
    const fs::path named = withAtlas(folder.path() / "named");
    qputenv("PALPATE_DATA", QByteArray::fromStdString(named.string()));
    CHECK(fs::equivalent(desktop::dataFolder(program), named));
    qunsetenv("PALPATE_DATA");
}
