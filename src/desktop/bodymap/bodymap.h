// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <QImage>
#include <QWidget>

#include "anatomy/layer.h"
#include "desktop/bodymap/mapgeometry.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "record/pointoverview.h"
#include "referral/referral.h"

namespace palpate::desktop {

/// A spot on the map that the person pointed at.
struct MapSpot {
    anatomy::RegionNumber region = 0;
    PointMm position; ///< on the structure's surface
    QPointF at;       ///< in the map's coordinates
};

/// The body as one view and layer show it, with the person's points and one referral pattern. It shows and reports;
/// what a gesture means is decided elsewhere.
class BodyMap : public QWidget {
    Q_OBJECT

public:
    /// The scene must outlive the map. Throws DataFileError when the first picture cannot be loaded.
    BodyMap(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer, Theme theme,
            QWidget *parent = nullptr);

    [[nodiscard]] const anatomy::ViewInfo &view() const { return *m_view; }
    [[nodiscard]] anatomy::Layer layer() const { return m_layer; }

    /// Shows another view or layer. When its pictures cannot be loaded, the map stays as it is and throws.
    void showView(const anatomy::ViewInfo &view, anatomy::Layer layer);
    void setTheme(Theme theme);
    void setPoints(std::vector<PointOverview> points);
    void setPattern(std::vector<ReferredZone> pattern);
    /// Outlines a structure, even where others lie over it. 0 clears it.
    void setSelectedRegion(anatomy::RegionNumber region);
    void setSelectedPoint(std::optional<PointId> point);

    /// Where a region's middle shows, for those who mark by keyboard.
    [[nodiscard]] std::optional<MapSpot> middleOf(anatomy::RegionNumber region);
    /// What the layer shows at a place of the map; no region where there is no body.
    [[nodiscard]] MapSpot spotAt(QPointF at);
    /// Where a point stands on this view.
    /// Whether a view shows a place of the body, or too much of the body lies in front of it.
    [[nodiscard]] bool shows(const anatomy::ViewInfo &view, const PointMm &point);
    [[nodiscard]] QPointF screenPosition(const PointMm &point) const;

    // For those who hear the map or go over it by keyboard (MapAccess).
    [[nodiscard]] MapScene &scene() const { return m_scene; }
    [[nodiscard]] const MapGeometry &geometry() const { return m_geometry; }
    [[nodiscard]] const std::vector<PointOverview> &points() const { return m_points; }
    [[nodiscard]] anatomy::RegionNumber selectedRegion() const { return m_selected; }
    /// As if the pointer were on it; nowhere with two zeros.
    void pointTo(anatomy::RegionNumber region, std::uint8_t zone)
    {
        setHovered(region);
        setHoveredZone(zone);
    }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// 0 when the pointer leaves the body.
    void hovered(palpate::anatomy::RegionNumber region);
    /// Only on the skin layer; nothing when the pointer leaves the body.
    void zoneHovered(const std::optional<palpate::anatomy::ZonePlace> &zone);
    void spotClicked(const palpate::desktop::MapSpot &spot);
    void pointClicked(palpate::PointId point, QPointF at);
    void backgroundClicked();
    /// Another view or layer shows, or other points.
    void contentChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// Painted once for a view, layer and size, and kept while there is room: turning back costs no painting.
    struct Pictures {
        QImage body;
        QImage scene; ///< the body with all that stays while the pointer moves: selection, pattern
        bool sceneIsCurrent = false;
    };

    struct Marker {
        const PointOverview *point;
        QPointF at;
    };

    void placeBody();
    /// Forgets all pictures: size, theme or screen have changed.
    void refreshPictures();
    /// Those of the present view and layer, painted if need be.
    [[nodiscard]] const Pictures &currentPictures();
    [[nodiscard]] QImage paintScene(const QImage &body);
    /// Selection or pattern have changed.
    void outdateScenes();
    void setHovered(anatomy::RegionNumber region);
    void setHoveredZone(std::uint8_t number);
    /// The points that this view shows, and where.
    [[nodiscard]] std::vector<Marker> visibleMarkers();
    [[nodiscard]] const PointOverview *pointAt(QPointF at);
    [[nodiscard]] const MapTokens &mapTokens() const { return tokensFor(m_theme).map; }

    MapScene &m_scene;
    const anatomy::ViewInfo *m_view;
    anatomy::Layer m_layer;
    Theme m_theme;
    MapGeometry m_geometry;
    std::map<std::pair<const anatomy::ViewInfo *, anatomy::Layer>, Pictures> m_pictures;
    std::vector<PointOverview> m_points;
    std::vector<ReferredZone> m_zones;
    anatomy::RegionNumber m_hovered = 0;
    std::uint8_t m_hoveredZone = 0; ///< number in the zone picture; 0 off the skin layer
    anatomy::RegionNumber m_selected = 0;
    std::optional<PointId> m_selectedPoint;
};

} // namespace palpate::desktop
