// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "anatomy/layer.h"
#include "anatomy/tissue.h"
#include "atlas-builder/drape.h"
#include "atlas-builder/loft.h"
#include "atlas-builder/skin.h"
#include "atlas-builder/split.h"
#include "core/pointmm.h"

namespace palpate::atlas {

/// A structure of the body as the recipe names it: which mesh elements make it up, and how it is drawn.
struct StructureRecipe {
    std::string id;
    std::string common;
    std::string latin;
    anatomy::Tissue tissue = anatomy::Tissue::muscle;
    anatomy::Layer layer = anatomy::Layer::superficial;
    std::string bodyRegion;  ///< "shoulder", "thigh" …; empty for what is no muscle of the list
    bool listed = false;     ///< a muscle that the knowledge base speaks of
    bool midline = false;    ///< one structure that belongs to both sides
    bool mirror = false;     ///< the data hold one side only: make the other by mirroring
    bool seeThrough = false; ///< thin, or a rare variant: hides nothing, and is drawn as an outline
    std::vector<std::string> elements;
    /// Ids of structures that lie over it, whatever the meshes say: the data cut into each other.
    std::vector<std::string> under;
};

/// The four parts of the body that zones are told apart by.
enum class BodyPart : std::uint8_t { head, trunk, arm, leg };

/// A limit that a surface point must keep to belong to a zone: one axis of the point, mirrored to x >= 0.
struct ZoneLimit {
    char axis = 'z';
    std::optional<double> min;
    std::optional<double> max;
};

/// A named area of the skin: a surface point belongs to the zone of the nearest seed.
struct ZoneRecipe {
    std::string id;
    bool midline = false;
    std::vector<BodyPart> parts;
    std::vector<PointMm> seeds; ///< on the left half, x >= 0
    std::vector<ZoneLimit> only;
};

struct Recipe {
    std::vector<StructureRecipe> structures;
    std::vector<ZoneRecipe> zones;
    std::vector<DrapeRecipe> drapes;
    std::vector<SplitRecipe> splits;
    std::vector<LoftRecipe> lofts;
    SkinRecipe skin;
};

/// Reads structures.json, zones.json, drapes.json, splits.json, lofts.json and skin.json of the folder. Throws
/// DataFileError with file, place and reason.
[[nodiscard]] Recipe readRecipe(const std::filesystem::path &folder);

/// One row of the mesh catalogue.
struct CatalogueRow {
    std::string element;
    std::string kind; ///< "muscle", "skeleton" or "surface"
    std::string name;
};

/// Reads catalog.tsv. Throws DataFileError with file, line and reason.
[[nodiscard]] std::vector<CatalogueRow> readCatalogue(const std::filesystem::path &file);

/// The part of the body that a bone belongs to, told by its name in the catalogue.
[[nodiscard]] BodyPart partOfBone(const std::string &name);

} // namespace palpate::atlas
