// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include <QString>

#include "anatomy/atlas.h"
#include "record/pointoverview.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop::mapnames {

// What the map and its parts are called where they are heard and not seen: a comma is a pause, a dot is not. Colours
// are never named; what they say is said in words and numbers.

/// "Body map, back, surface muscles": what is heard when the body turns.
[[nodiscard]] QString map(const anatomy::ViewInfo &view, anatomy::Layer layer);
/// How to move on the map by keyboard.
[[nodiscard]] QString mapHelp();

/// "Infraspinatus, your right".
[[nodiscard]] QString withSide(const QString &name, Side side);
/// A part of the body as people know it.
struct BodyPart {
    int place = 0; ///< from head to foot; the rest comes last
    std::string id;
    QString name;
};
/// What a muscle is listed under. Regions of patterns that are one to most people are one part.
[[nodiscard]] BodyPart bodyPart(const BodyRegionId &region);

/// "surface muscle, M. infraspinatus".
[[nodiscard]] QString structure(const anatomy::Structure &structure);
/// "12 muscles", "1 bone", "3 areas of skin".
[[nodiscard]] QString muscles(std::size_t count);
[[nodiscard]] QString bones(std::size_t count);
[[nodiscard]] QString zones(std::size_t count);
/// "2 of your points, worst 6 of 10"; empty when there is none.
[[nodiscard]] QString points(std::span<const PointOverview *const> points);
/// "point 2, soreness 6 of 10, hurts by itself".
[[nodiscard]] QString point(const PointOverview &point, std::size_t number);

/// The parts that are not empty, with a comma between them.
[[nodiscard]] QString joined(std::initializer_list<QString> parts);

} // namespace palpate::desktop::mapnames
