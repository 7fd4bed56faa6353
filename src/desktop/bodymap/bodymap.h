// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include <QImage>
#include <QMarginsF>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include "anatomy/layer.h"
#include "desktop/bodymap/keepoffpicture.h"
#include "desktop/bodymap/mapcamera.h"
#include "desktop/bodymap/mapdetail.h"
#include "desktop/bodymap/maplegend.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/bodymap/paintmarks.h"
#include "desktop/bodymap/pointcluster.h"
#include "desktop/theme/tokens.h"
#include "record/pointoverview.h"
#include "referral/referral.h"
#include "referral/safety.h"

namespace palpate::desktop {

/// A spot on the map that the person pointed at.
struct MapSpot {
    anatomy::RegionNumber region = 0;
    PointMm position; ///< on the structure's surface
    QPointF at;       ///< in the map's coordinates
};

/// What the brush does on the skin.
struct Brush {
    double mm = 20;
    bool erases = false;
};

/// The body as one view and layer show it, with the person's points and drawings and one referral pattern. It shows
/// and reports; what a gesture means is decided elsewhere.
class BodyMap : public QWidget {
    Q_OBJECT

public:
    /// The scene must outlive the map. It begins to read what is shown first.
    BodyMap(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer, Theme theme,
            QWidget *parent = nullptr);
    /// To be called before the first paint, where a broken file could not be told. Throws DataFileError.
    void waitUntilRead();
    /// As the body of the present view is painted in whole.
    [[nodiscard]] BodyLook bodyLook() const { return lookOf(*m_view); }

    [[nodiscard]] const anatomy::ViewInfo &view() const { return *m_view; }
    [[nodiscard]] anatomy::Layer layer() const { return m_layer; }

    /// Shows another view or layer. When its pictures cannot be loaded, the map stays as it is and throws.
    void showView(const anatomy::ViewInfo &view, anatomy::Layer layer);
    void setTheme(Theme theme);
    /// Turns at once instead of being seen to turn.
    void setReduceMotion(bool reduce) { m_reduceMotion = reduce; }
    void setPoints(std::vector<PointOverview> points);
    /// Whether colour says how sore a point was; else all look alike but for shape and number.
    void setColoursBySoreness(bool on);
    void setPattern(std::vector<ReferredZone> pattern);
    /// What is painted now and, faintly, what was painted last time.
    void setDrawing(const std::optional<PainEntry> &present, const std::optional<PainEntry> &earlier);
    /// Zones that the person chose instead of painting them (essential), and those that nothing explains (spillover).
    void setFelt(std::vector<ReferredZone> felt);
    /// Where a point of the person's own sends pain, as they painted it; shown on every layer.
    void setOwnReferral(std::vector<Stroke> strokes);
    void setBrush(Brush brush);
    /// Places that are not to be pressed; they must outlive the map.
    void setKeepOff(std::span<const NoPressArea> areas);
    /// Points are there to be chosen by a click; nothing is painted or moved, on no layer.
    void setForChoosing(bool on) { m_isForChoosing = on; }
    void setChosenPoints(std::set<PointId> points);
    /// Outlines them as the selected one is.
    void setChosenRegions(std::set<anatomy::RegionNumber> regions);
    /// Outlines a structure, even where others lie over it. 0 clears it.
    void setSelectedRegion(anatomy::RegionNumber region);
    void setSelectedPoint(std::optional<PointId> point);
    /// Rings the spot that a point may come to.
    void setAskedSpot(const std::optional<PointMm> &spot);

    /// By which a key or button enlarges.
    static constexpr double zoomStep = 1.5;
    void zoomBy(double factor);
    void showWhole();
    /// Brings a structure, or on the skin a zone, to a size at which it can be looked at.
    void fitRegion(anatomy::RegionNumber region);
    void fitZone(const anatomy::ZonePlace &zone);
    /// Moves an enlarged map until a place of the view's picture is in sight.
    void bringIntoSight(QPointF inPicture);
    /// Where the head is.
    void fitHead();
    [[nodiscard]] double zoom() const { return m_camera.zoom(); }
    /// Whether what is shown has all its pixels: an enlarged map gets them a moment later.
    [[nodiscard]] bool isSharp() const { return m_camera.showsWhole() || !m_detail.body().isNull(); }

    /// Where the pointer is while it is over the map.
    [[nodiscard]] const std::optional<QPointF> &pointer() const { return m_pointer; }

    /// Where a region's middle shows, for those who mark by keyboard.
    [[nodiscard]] std::optional<MapSpot> middleOf(anatomy::RegionNumber region);
    /// What the layer shows at a place of the map, or a small region right beside it; no region where there is none.
    [[nodiscard]] MapSpot spotAt(QPointF at);
    /// The place at which one does not press, if one is painted there; else null.
    [[nodiscard]] const NoPressArea *keepOffAt(QPointF at);
    /// All listed muscles under a place of the map, from near to far.
    [[nodiscard]] std::vector<anatomy::RegionNumber> stackAt(QPointF at);
    /// The spot of one of them at that place.
    [[nodiscard]] MapSpot spotIn(anatomy::RegionNumber region, QPointF at);
    /// Whether a view shows a place of the body, or too much of the body lies in front of it.
    [[nodiscard]] bool shows(const anatomy::ViewInfo &view, const PointMm &point) { return m_scene.shows(view, point); }
    /// Where a point stands on this view.
    [[nodiscard]] QPointF screenPosition(const PointMm &point) const;
    /// Where a place of the view's picture stands.
    [[nodiscard]] QPointF screenPosition(anatomy::PicturePx at) const { return m_camera.geometry().screen(at); }

    // For those who hear the map or go over it by keyboard (MapAccess).
    [[nodiscard]] MapScene &scene() const { return m_scene; }
    [[nodiscard]] const MapGeometry &geometry() const { return m_camera.geometry(); }
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
    /// Also when it leaves the map.
    void pointerMoved();
    void spotClicked(const palpate::desktop::MapSpot &spot);
    void pointClicked(palpate::PointId point, QPointF at);
    void backgroundClicked();
    /// A point was dragged to another spot.
    void pointMoved(palpate::PointId point, const palpate::desktop::MapSpot &spot);
    /// On the skin layer; its area is for others to say.
    void strokePainted(const palpate::Stroke &stroke);
    /// The same stroke while it is still being painted, whenever it has become longer.
    void strokeGrown(const palpate::Stroke &stroke);
    /// The body was turned by dragging.
    void viewDragged(const palpate::anatomy::ViewInfo &view);
    void menuAsked(const palpate::desktop::MapSpot &spot);
    void zoomChanged();
    /// Another view or layer shows, or other points.
    void contentChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Room for the controls that lie over the map's edges, and for the side labels.
    static constexpr QMarginsF bodyMargins{space::xl, space::l, space::xl, 84};

    [[nodiscard]] BodyLook lookOf(const anatomy::ViewInfo &view) const;

    /// Painted once for a view, layer and size, and kept while there is room: turning back costs no painting.
    struct Pictures {
        QImage body;
        QImage scene; ///< the body with all that stays while the pointer moves: selection, pattern, paint
        bool sceneIsCurrent = false;
    };

    /// One marker as it is drawn: a point, or several that stand too close to be told apart.
    struct Marker {
        std::vector<const PointOverview *> points;
        QPointF at;
        QPointF from; ///< where it belongs, when it is fanned out
    };

    /// A movement with a button held down.
    struct Gesture {
        enum class Kind { undecided, pan, turn, movePoint, paint };
        Kind kind = Kind::undecided;
        QPointF start;
        QPointF last;
        std::optional<PointId> point; ///< under the pointer when it began
        StrokePath path;
    };

    /// The picture that a turn leaves behind, fading.
    struct Turn {
        QImage from;
        QPointF fromTopLeft;
        int direction = 1;
    };

    [[nodiscard]] MapCamera cameraFor(const anatomy::ViewInfo &view) const;
    void placeBody();
    void cameraMoved();
    void requestDetail();
    /// Forgets all pictures: size, theme or screen have changed.
    void refreshPictures();
    /// Those of a view in the present layer, painted if need be.
    [[nodiscard]] const Pictures &picturesOf(const anatomy::ViewInfo &view);
    void paintOverlays(QPainter &painter, const anatomy::ViewInfo &view, const MapGeometry &geometry);
    [[nodiscard]] QImage withOverlays(const QImage &body, const anatomy::ViewInfo &view, const MapGeometry &geometry);
    /// Made once for a view and layer: the pointer asks for them with each of its steps.
    [[nodiscard]] const std::vector<KeepOffShape> &keepOffOf(const anatomy::ViewInfo &view);
    /// Selection, pattern or paint have changed.
    void outdateScenes();
    void paintBodyPictures(QPainter &painter);
    void paintTurn(QPainter &painter, const Turn &turn, double progress, const anatomy::ViewInfo &to);
    void paintMarkers(QPainter &painter);
    [[nodiscard]] bool isInOtherLayer(const TriggerPoint &point) const;
    void paintBrush(QPainter &painter);
    void setHovered(anatomy::RegionNumber region);
    void setHoveredZone(std::uint8_t number);
    void hover(QPointF at);
    [[nodiscard]] bool isOverSkin(QPointF at);
    /// A region too small to hit whose shown part is near; 0 when there is none.
    [[nodiscard]] anatomy::RegionNumber smallRegionNear(QPointF at);
    /// The points that this view shows, and where.
    [[nodiscard]] std::vector<Marker> markers();
    [[nodiscard]] const Marker *markerAt(QPointF at, const std::vector<Marker> &all) const;
    void decideGesture(QPointF at, Qt::MouseButtons buttons);
    void paintOn(QPointF at);
    void dragTurn(QPointF at);
    void endTurnDrag();
    void click(QPointF at);
    [[nodiscard]] StrokePoint strokePointAt(QPointF at) const;
    [[nodiscard]] const MapTokens &mapTokens() const { return tokensFor(m_theme).map; }

    MapScene &m_scene;
    const anatomy::ViewInfo *m_view;
    anatomy::Layer m_layer;
    Theme m_theme;
    MapLegend m_legend;
    MapCamera m_camera;
    double m_ratio = 1; ///< device pixels to one of the window, when the body was placed
    std::map<std::pair<const anatomy::ViewInfo *, anatomy::Layer>, Pictures> m_pictures;
    MapDetail m_detail;
    QImage m_detailScene;
    QTimer m_detailDelay; ///< until the zoom has come to rest
    std::vector<PointOverview> m_points;
    std::vector<PointId> m_fanned;
    bool m_coloursBySoreness = true;
    std::vector<ReferredZone> m_zones;
    std::vector<ReferredZone> m_felt;
    std::span<const NoPressArea> m_keepOff;
    std::map<std::pair<const anatomy::ViewInfo *, anatomy::Layer>, std::vector<KeepOffShape>> m_keepOffShapes;
    std::optional<PainEntry> m_ownReferral;
    std::optional<PainEntry> m_present;
    std::optional<PainEntry> m_earlier;
    Brush m_brush;
    anatomy::RegionNumber m_hovered = 0;
    std::uint8_t m_hoveredZone = 0; ///< number in the zone picture; 0 off the skin layer
    anatomy::RegionNumber m_selected = 0;
    std::optional<PointId> m_selectedPoint;
    std::set<PointId> m_chosenPoints;
    std::set<anatomy::RegionNumber> m_chosenRegions;
    bool m_isForChoosing = false;
    std::optional<PointMm> m_askedSpot;
    std::optional<QPointF> m_pointer;
    std::optional<Gesture> m_gesture;
    bool m_spaceHeld = false;
    bool m_reduceMotion = false;
    QVariantAnimation m_turning;
    std::optional<Turn> m_turn;
    const anatomy::ViewInfo *m_dragTarget = nullptr; ///< what a turn by dragging leads to
    double m_dragProgress = 0;
};

} // namespace palpate::desktop
