// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "atlas-builder/mesh.h"

namespace palpate::atlas {

/// Where the skin of the source data is no skin (fingers and toes grown into each other), it is made anew from the
/// tissue underneath: everything beyond a plane across the limb.
struct SkinPatch {
    std::string id;
    PointMm at;               ///< on the plane
    PointMm outwards;         ///< unit step along the limb, away from the trunk
    double bandMm = 0;        ///< before the plane: over this length the new skin goes over into the old one
    double coverMm = 0;       ///< skin over the tissue
    double closingMm = 0;     ///< gaps narrower than twice this are filled, as palm and instep are
    PointMm tipsAt;           ///< where fingers or toes begin: from here on ...
    PointMm tipsTowards;      ///< ... in this direction ...
    double tipsOverMm = 0;    ///< ... over this length ...
    double tipsClosingMm = 0; ///< ... only gaps narrower than twice this are filled
    double tipsCoverMm = 0;   ///< ... and the skin is as thick as this
    int passes = 0;           ///< smoothing before the fingers begin
    PointMm pad;              ///< the cushion of palm or sole: tissue is thicker by this step
    Box box;                  ///< all of the limb beyond the band
};

/// A place that is smoothed beyond what the whole skin is, with a rim that fades.
struct SkinCalming {
    std::string id;
    PointMm at; ///< on the left half; its mirror image is smoothed too
    double radiusMm = 0;
    int passes = 0;
    bool isFlat = false; ///< bumps vanish altogether instead of keeping their volume
};

/// Legs that reach over the midline into each other are held apart.
struct SkinParting {
    double lowMm = 0;  ///< above the knees: below it the legs stay as they are
    double highMm = 0; ///< below it left and right are two pieces
    double joinMm = 0; ///< over this length below, they lie against each other more and more
};

/// An eye of the skin's own face: it sits where its lids are, which is not where the skull's eyeball is.
struct SkinEye {
    PointMm at; ///< of the left one
    double radiusMm = 0;
};

struct SkinRecipe {
    int passes = 0;        ///< smoothing of the whole skin below the head
    double headFromMm = 0; ///< above this height the skin is a face and stays as it is
    std::vector<SkinCalming> calmings;
    std::vector<SkinPatch> patches;
    std::vector<SkinParting> partings;
    std::vector<SkinEye> eyes; ///< on the left; the right ones mirror them
};

/// Reads skin.json of the folder; without the file the skin stays as it is. Throws DataFileError.
[[nodiscard]] SkinRecipe readSkinRecipe(const std::filesystem::path &recipeFolder);

/// The skin as it is drawn: the left half of the source mesh, mended, and its mirror image. `leftTissue` is what lies
/// under the left half.
[[nodiscard]] Mesh mendSkin(const Mesh &source, const SkinRecipe &recipe, const std::vector<const Mesh *> &leftTissue);

/// Makes the legs narrower where they reach over the midline.
void partLegs(Mesh &skin, const SkinParting &parting);

/// 0 before the fingers or toes of a patch begin, 1 where they stand free.
[[nodiscard]] double towardsTips(const SkinPatch &patch, const PointMm &p);

/// A surface around tissue: its points at a distance, gaps closed, as the patch says. Only the largest piece.
[[nodiscard]] Mesh surfaceAround(const SkinPatch &patch, const std::vector<const Mesh *> &tissue);

} // namespace palpate::atlas
