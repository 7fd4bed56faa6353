// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <catch2/catch.hpp>

#include "atlas-builder/recipe.h"

using namespace palpate;
using namespace palpate::atlas;

TEST_CASE("the shipped recipe reads, and lists every muscle of the knowledge base's list once")
{
    const Recipe recipe = readRecipe(std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas" / "recipe");
    std::set<std::string> elements;
    int listed = 0;
    for (const StructureRecipe &structure : recipe.structures) {
        listed += structure.listed ? 1 : 0;
        elements.insert(structure.elements.begin(), structure.elements.end());
    }
    CHECK(listed == 175);
    CHECK(elements.size() > 650);
    CHECK(recipe.zones.size() == 121);
    // Stored twice in the source data: drawing both would flicker.
    for (const auto &[one, other] : {std::pair{"FJ1449M", "FJ2542"},
                                     {"FJ1453M", "FJ2544"},
                                     {"FJ1457M", "FJ2545"},
                                     {"FJ1458M", "FJ2546"},
                                     {"FJ1450", "FJ2548"},
                                     {"FJ1450M", "FJ2543"}}) {
        CHECK_FALSE((elements.contains(one) && elements.contains(other)));
    }
}

TEST_CASE("a bone's part of the body follows from its name")
{
    CHECK(partOfBone("left scapula") == BodyPart::trunk);
    CHECK(partOfBone("hyoid bone") == BodyPart::trunk);
    CHECK(partOfBone("left third metacarpal bone") == BodyPart::arm);
    CHECK(partOfBone("distal phalanx of left thumb") == BodyPart::arm);
    CHECK(partOfBone("distal phalanx of left big toe") == BodyPart::leg);
    CHECK(partOfBone("interosseous membrane of right leg") == BodyPart::leg);
    CHECK(partOfBone("mandible") == BodyPart::head);
    CHECK(partOfBone("left parietal bone") == BodyPart::head);
}
