// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "referral/loadknowledge.h"
#include "referral/sourceslist.h"

using namespace palpate;
namespace fs = std::filesystem;

TEST_CASE("the list of sources in the documentation is that of the data")
{
    const fs::path root{PALPATE_SOURCE_DIR};
    const KnowledgeBase base = loadKnowledge(root / "resources/knowledge", root / "resources/schema").base;
    const fs::path file = root / "docs/sources.md";
    if (std::getenv("PALPATE_WRITE_SOURCES") != nullptr) {
        std::ofstream{file} << sourcesList(base);
    }
    std::ifstream stream{file};
    std::ostringstream text;
    text << stream.rdbuf();
    INFO("./dev sources writes it anew");
    CHECK(text.str() == sourcesList(base));
}
