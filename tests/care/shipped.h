// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <catch2/catch.hpp>

#include "referral/loadall.h"

namespace palpate::testing {

/// What the program ships with.
inline const LoadedAll &shipped()
{
    static const std::filesystem::path resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";
    static const LoadedAll loaded = loadAll(resources / "knowledge", resources / "schema");
    REQUIRE(loaded.problems.empty());
    return loaded;
}

} // namespace palpate::testing
