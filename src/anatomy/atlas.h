// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "anatomy/layer.h"
#include "anatomy/tissue.h"
#include "anatomy/viewframe.h"
#include "core/id.h"
#include "core/side.h"

namespace palpate::anatomy {

/// A muscle, bone or other structure of the body, both sides together.
struct Structure {
    MuscleId id; ///< the knowledge base's id for muscles of its list; a plain name for all else
    std::string common;
    std::string latin; ///< may be empty
    Tissue tissue = Tissue::muscle;
    Layer layer = Layer::superficial;
    bool listed = false; ///< a muscle that the knowledge base speaks of
    /// It hides nothing: layers show what lies under it, and its outline over that. Stacks hold it like any other.
    bool seeThrough = false;
};

/// What the map can point at: a structure on one side of the body. Regions are numbered from 1; 0 is nothing.
using RegionNumber = std::uint16_t;

struct Region {
    std::size_t structure = 0; ///< place in Atlas::structures()
    Side side = Side::midline;
    PointMm low;        ///< corner of the box around it
    PointMm high;       ///< the opposite corner
    bool isArm = false; ///< views with that side's arm aside leave it out below the cut
};

/// A named area of the skin on one side. Zone numbers stand in the zone pictures: 0 is no skin.
struct ZonePlace {
    ZoneId zone;
    Side side = Side::midline;

    friend bool operator==(const ZonePlace &, const ZonePlace &) = default;
};

struct ViewInfo {
    std::string id;
    std::string name; ///< in English
    ViewFrame frame;
    /// The side whose arm is left out of the picture; its id is that of the whole view with ".aside" behind it.
    std::optional<Side> armAside;
    std::vector<int>
        ownPixels; ///< by region number: how many pixels it shows of itself in its own layer, if only as an outline
};

/// The catalogue of the body atlas: what there is to see and from where. The pictures are loaded view by view.
class Atlas {
public:
    /// Reads atlas.json of the folder. Throws DataFileError with place and reason.
    [[nodiscard]] static Atlas load(const std::filesystem::path &folder);

    [[nodiscard]] const std::filesystem::path &folder() const noexcept { return m_folder; }
    [[nodiscard]] const std::vector<Structure> &structures() const noexcept { return m_structures; }
    [[nodiscard]] const std::vector<ViewInfo> &views() const noexcept { return m_views; }
    /// Fewer than 65,535.
    [[nodiscard]] RegionNumber regionCount() const noexcept { return static_cast<RegionNumber>(m_regions.size()); }

    /// The number must be from 1 to regionCount().
    [[nodiscard]] const Region &region(RegionNumber number) const { return m_regions.at(number - std::size_t{1}); }
    [[nodiscard]] const Structure &structureOf(RegionNumber number) const
    {
        return m_structures[region(number).structure];
    }

    /// Nothing when the structure is not drawn, or not on that side.
    [[nodiscard]] std::optional<RegionNumber> regionOf(const MuscleId &structure, Side side) const;
    [[nodiscard]] const Structure *findStructure(const MuscleId &id) const;
    [[nodiscard]] const ViewInfo *findView(std::string_view id) const;

    /// What a zone number of the zone pictures means; nothing for 0 and for numbers without a zone.
    [[nodiscard]] std::optional<ZonePlace> zoneAt(std::uint8_t number) const;
    /// The number of a zone on a side; a midline zone has the same number whatever side is asked for. 0 if unknown.
    [[nodiscard]] std::uint8_t zoneNumber(const ZoneId &zone, Side side) const;

private:
    struct Zone {
        ZoneId id;
        bool midline;
    };

    friend class AtlasReader;

    std::filesystem::path m_folder;
    std::vector<Structure> m_structures;
    std::vector<Region> m_regions;
    std::vector<ViewInfo> m_views;
    std::vector<Zone> m_zones;
};

} // namespace palpate::anatomy
