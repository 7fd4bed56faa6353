// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/pointmm.h"

namespace palpate::atlas {

struct Body;
struct Recipe;

/// A place on a draped ground. The angle turns about the ground's axis, in degrees: 0 is the front, 90 the person's
/// left, 180 the back. The height is z in millimetres; above a dome's centre it runs on along the dome's meridian.
struct DrapePlace {
    double angle = 0;
    double height = 0;
};

using DrapeLine = std::vector<DrapePlace>;

/// The surface that sheets lie on: how far the tissue underneath reaches from a vertical axis at x = 0, for every
/// angle and height, with its holes filled like a soap film and its ridges smoothed.
struct DrapeGroundRecipe {
    std::string id;
    double axisY = 0;            ///< where the axis stands, mm
    std::optional<double> domeZ; ///< above this height rays spread from one point, so that the scalp closes, mm
    double domeRadius = 0;       ///< millimetres of height that one radian of the dome counts as
    double low = 0;              ///< lowest height, mm
    double high = 0;             ///< highest height, mm
    double stepDegrees = 0;
    double stepMm = 0;
    double smoothMm = 0;              ///< radius of the smoothing
    int closingRounds = 0;            ///< how often valleys are lifted towards their surroundings before smoothing
    std::vector<std::string> sources; ///< ids of the structures underneath; draped ones must come earlier
    std::vector<DrapeLine> bridges;   ///< loops over which the surface spans freely, whatever lies deeper in them
    std::vector<std::vector<PointMm>> guides; ///< lines that the surface does not sink under
};

/// A furrow in a sheet, such as the tendon strips across the rectus.
struct DrapeGroove {
    DrapeLine line;
    double widthMm = 0;
    double depthMm = 0;
};

/// Fibres run from the first line to the second, from start to start and from end to end.
struct DrapeFibres {
    DrapeLine from;
    DrapeLine to;
    double ridgeMm = 0; ///< height of the ridges that show them
};

/// One sheet of a structure: a piece of the ground with smooth edges, lifted and given a thickness.
struct DrapeRecipe {
    std::string structure; ///< id in structures.json
    std::string place;     ///< where it stands in drapes.json, for messages
    DrapeGroundRecipe ground;
    std::vector<DrapeLine> outline; ///< edges in turn, on the left half; smooth in themselves, corners between them
    double liftMm = 0;              ///< from the ground to the sheet's underside
    double thicknessMm = 0;
    double taperMm = 0; ///< over this distance from its edge the sheet reaches its thickness
    std::vector<DrapeGroove> grooves;
    std::optional<DrapeFibres> fibres;
    std::vector<std::string> under; ///< ids of the structures that the sheet passes under, pressed down where it must
    double underMm = 0;             ///< by so much it stays under them
};

/// The place on a ground that lies over (or under) a point of the body. Beyond the midline the angle runs on: below 0
/// in front, above 180 behind.
[[nodiscard]] DrapePlace drapePlace(const DrapeGroundRecipe &ground, const PointMm &point);

/// Whether a closed loop goes round a place.
[[nodiscard]] bool encloses(const DrapeLine &loop, const DrapePlace &place);

/// Reads drapes.json of the recipe's folder; a folder without one has no sheets. Throws DataFileError with file,
/// place and reason.
[[nodiscard]] std::vector<DrapeRecipe> readDrapes(const std::filesystem::path &recipeFolder);

/// Appends the draped structures to the body's regions: the left side, and the right as its mirror image. Sheets are
/// laid in the order of `drapes`, so that a later ground can rest on an earlier sheet. Throws DataFileError when a
/// sheet or a ground names a structure that the recipe does not have, or when a sheet has no surface.
void addDrapes(Body &body, const Recipe &recipe, const std::vector<DrapeRecipe> &drapes);

} // namespace palpate::atlas
