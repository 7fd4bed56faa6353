// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/bodymap.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QPainterPath>

#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/patternpicture.h"
#include "desktop/bodymap/pointmarker.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

/// The lines between structures, in logical pixels at any zoom.
constexpr double innerLineWidth = 0.8;
/// For painted pictures; a whole turn of the body at a common window size.
constexpr qsizetype mostPictureBytes = 96 * 1024 * 1024;

constexpr std::chrono::milliseconds detailDelay{120};
constexpr std::chrono::milliseconds turnTime{240};

/// How far a muscle is brought near when it is looked for.
constexpr double nearZoom = 3;

} // namespace

BodyMap::BodyMap(MapScene &scene, const ViewInfo &view, Layer layer, Theme theme, QWidget *parent)
    : QWidget{parent}, m_scene{scene}, m_view{&view}, m_layer{layer}, m_theme{theme}
{
    setObjectName(QStringLiteral("bodyMap"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumWidth(320);
    setAccessibleName(tr("Body map"));
    m_scene.readAhead(view, layer, MapScene::Extent::body);
    m_detailDelay.setSingleShot(true);
    m_detailDelay.setInterval(detailDelay);
    connect(&m_detailDelay, &QTimer::timeout, this, &BodyMap::requestDetail);
    connect(&m_detail, &MapDetail::ready, this, [this] {
        m_detailScene = {};
        update();
    });
    m_turning.setDuration(static_cast<int>(turnTime.count()));
    m_turning.setEasingCurve(QEasingCurve::OutCubic);
    m_turning.setEndValue(1.0);
    connect(&m_turning, &QVariantAnimation::valueChanged, this, [this] { update(); });
    connect(&m_turning, &QVariantAnimation::finished, this, [this] {
        m_turn.reset();
        update();
    });
}

void BodyMap::waitUntilRead() { m_scene.prepare(*m_view, m_layer, MapScene::Extent::body); }

MapCamera BodyMap::cameraFor(const ViewInfo &view) const
{
    return {view.frame, QSizeF{size()}, bodyMargins, 1 / devicePixelRatioF()};
}

void BodyMap::showView(const ViewInfo &view, Layer layer)
{
    if (&view == m_view && layer == m_layer) {
        return;
    }
    m_scene.prepare(view, layer, MapScene::Extent::marks);
    const bool turns = &view != m_view && layer == m_layer && m_camera.showsWhole() && isVisible() && !m_reduceMotion;
    std::optional<Turn> turn;
    if (turns) {
        const int direction = m_dragTarget == &view && m_dragProgress < 0 ? -1 : 1;
        turn = Turn{picturesOf(*m_view).scene, m_camera.geometry().topLeft(), direction};
    }
    m_view = &view;
    m_layer = layer;
    const MapCamera before = m_camera;
    m_camera = cameraFor(view);
    m_camera.standAs(before);
    m_fanned.clear();
    m_turning.stop();
    m_turn = std::move(turn);
    if (m_turn) {
        m_turning.setStartValue(std::min(0.9, std::abs(m_dragProgress)));
        m_turning.start();
    }
    m_dragTarget = nullptr;
    m_dragProgress = 0;
    cameraMoved();
    setHovered(0);
    setHoveredZone(0);
    Q_EMIT contentChanged();
}

void BodyMap::setTheme(Theme theme)
{
    m_theme = theme;
    refreshPictures();
}

void BodyMap::setPoints(std::vector<PointOverview> points)
{
    m_points = std::move(points);
    update();
    Q_EMIT contentChanged();
}

void BodyMap::setColoursBySoreness(bool on)
{
    m_coloursBySoreness = on;
    update();
}

void BodyMap::setPattern(std::vector<ReferredZone> pattern)
{
    if (pattern != m_zones) {
        m_zones = std::move(pattern);
        outdateScenes();
    }
}

void BodyMap::setDrawing(const std::optional<PainEntry> &present, const std::optional<PainEntry> &earlier)
{
    if (present != m_present || earlier != m_earlier) {
        m_present = present;
        m_earlier = earlier;
        outdateScenes();
    }
}

void BodyMap::setFelt(std::vector<ReferredZone> felt)
{
    if (felt != m_felt) {
        m_felt = std::move(felt);
        outdateScenes();
    }
}

void BodyMap::setKeepOff(std::span<const NoPressArea> areas)
{
    if (areas.data() != m_keepOff.data() || areas.size() != m_keepOff.size()) {
        m_keepOff = areas;
        m_keepOffShapes.clear();
        outdateScenes();
    }
}

const std::vector<KeepOffShape> &BodyMap::keepOffOf(const ViewInfo &view)
{
    const auto [shapes, isNew] = m_keepOffShapes.try_emplace({&view, m_layer});
    if (isNew) {
        shapes->second = keepOffShapes(m_scene, view, m_layer, m_keepOff);
    }
    return shapes->second;
}

void BodyMap::setChosenPoints(std::set<PointId> points)
{
    if (points != m_chosenPoints) {
        m_chosenPoints = std::move(points);
        update();
    }
}

void BodyMap::setChosenRegions(std::set<RegionNumber> regions)
{
    if (regions != m_chosenRegions) {
        m_chosenRegions = std::move(regions);
        outdateScenes();
    }
}

void BodyMap::setOwnReferral(std::vector<Stroke> strokes)
{
    std::optional<PainEntry> own;
    if (!strokes.empty()) {
        own = PainEntry{PainEntryId{PainEntryId::Bytes{}}, {}, {}, {PainArea{}}, std::move(strokes)};
    }
    if (own != m_ownReferral) {
        m_ownReferral = std::move(own);
        outdateScenes();
    }
}

void BodyMap::setBrush(Brush brush)
{
    m_brush = brush;
    update();
}

void BodyMap::setSelectedRegion(RegionNumber region)
{
    if (region != m_selected) {
        m_selected = region;
        outdateScenes();
    }
}

void BodyMap::setAskedSpot(const std::optional<PointMm> &spot)
{
    m_askedSpot = spot;
    update();
}

void BodyMap::setSelectedPoint(std::optional<PointId> point)
{
    m_selectedPoint = point;
    update();
}

void BodyMap::zoomBy(double factor)
{
    m_camera.zoomBy(factor, QRectF{rect()}.center());
    cameraMoved();
}

void BodyMap::showWhole()
{
    m_camera.showWhole();
    cameraMoved();
}

void BodyMap::fitRegion(RegionNumber region)
{
    const QRectF box = toPainterPath(m_scene.shapes(*m_view).silhouette(region)).boundingRect();
    if (!box.isEmpty()) {
        m_camera.fit(box.adjusted(-box.width(), -box.height(), box.width(), box.height()), nearZoom);
        cameraMoved();
    }
}

void BodyMap::fitZone(const anatomy::ZonePlace &zone)
{
    const ReferredZone wanted{zone.zone, zone.side, HitKind::essential, 1};
    const QRectF box{patternBounds(m_scene.atlas(), m_scene.zones(*m_view), std::span{&wanted, 1})};
    if (!box.isEmpty()) {
        m_camera.fit(box.adjusted(-box.width(), -box.height(), box.width(), box.height()), nearZoom);
        cameraMoved();
    }
}

void BodyMap::fitHead()
{
    const double side = m_view->frame.width * 0.6;
    m_camera.fit({(m_view->frame.width - side) / 2, 0, side, m_view->frame.height * 0.2}, nearZoom);
    cameraMoved();
}

void BodyMap::bringIntoSight(QPointF inPicture)
{
    constexpr double border = 60;
    const QPointF at = screenPosition(anatomy::PicturePx{inPicture.x(), inPicture.y()});
    const QRectF free = QRectF{rect()}.adjusted(border, border, -border, -border);
    if (!m_camera.showsWhole() && !free.contains(at)) {
        m_camera.pan(free.center() - at);
        cameraMoved();
    }
}

QSize BodyMap::sizeHint() const { return {560, 720}; }

void BodyMap::cameraMoved()
{
    if (m_camera.showsWhole()) {
        m_detailDelay.stop();
        m_detail.forget();
        m_detailScene = {};
    } else {
        m_detailDelay.start();
    }
    update();
    Q_EMIT zoomChanged();
}

void BodyMap::requestDetail()
{
    // A little more than is seen, so that a short pan needs nothing new.
    const MapGeometry &geometry = m_camera.geometry();
    const double margin = width() * 0.15;
    const anatomy::PicturePx low = geometry.picture({-margin, -margin});
    const anatomy::PicturePx high = geometry.picture({width() + margin, height() + margin});
    const QRect part = QRectF{QPointF{low.x, low.y}, QPointF{high.x, high.y}}.toAlignedRect().intersected(
        QRect{0, 0, m_view->frame.width, m_view->frame.height});
    if (part.isEmpty()) {
        return;
    }
    const double ratio = devicePixelRatioF();
    const QSize size = (QSizeF{part.size()} * geometry.scale() * ratio).toSize();
    m_detail.request(BodyPaintJob{m_scene, *m_view, m_layer, mapTokens(), part, size, innerLineWidth * ratio}, part);
}

void BodyMap::refreshPictures()
{
    m_pictures.clear();
    m_turn.reset();
    m_detail.forget();
    m_detailScene = {};
    cameraMoved();
}

BodyLook BodyMap::lookOf(const ViewInfo &view) const
{
    const double ratio = devicePixelRatioF();
    const QSizeF size = cameraFor(view).wholeGeometry().screenRect(view.frame).size() * ratio;
    return {m_layer, m_theme, size.toSize().expandedTo({1, 1}), innerLineWidth * ratio};
}

const BodyMap::Pictures &BodyMap::picturesOf(const ViewInfo &view)
{
    const MapGeometry geometry = cameraFor(view).wholeGeometry();
    const std::pair key{&view, m_layer};
    if (!m_pictures.contains(key)) {
        qsizetype kept = 0;
        for (const auto &[other, pictures] : m_pictures) {
            kept += pictures.body.sizeInBytes() + pictures.scene.sizeInBytes();
        }
        if (kept > mostPictureBytes) {
            m_pictures.clear();
        }
        const BodyLook look = lookOf(view);
        const auto ahead = m_scene.takePainted(view, look);
        m_pictures[key].body =
            ahead ? *ahead : paintBody(m_scene, view, look.layer, mapTokens(), look.size, look.lineWidth);
    }
    Pictures &pictures = m_pictures[key];
    if (!pictures.sceneIsCurrent) {
        pictures.scene = withOverlays(pictures.body, view, {{0, 0}, geometry.scale()});
        pictures.sceneIsCurrent = true;
    }
    return pictures;
}

void BodyMap::outdateScenes()
{
    for (auto &[key, pictures] : m_pictures) {
        pictures.sceneIsCurrent = false;
    }
    m_detailScene = {};
    update();
}

void BodyMap::resizeEvent(QResizeEvent * /*event*/) { placeBody(); }

void BodyMap::placeBody()
{
    m_ratio = devicePixelRatioF();
    const MapCamera before = m_camera;
    m_camera = cameraFor(*m_view);
    if (!before.showsWhole()) {
        m_camera.standAs(before);
    }
    refreshPictures();
}

std::vector<BodyMap::Marker> BodyMap::markers()
{
    std::vector<const PointOverview *> shown;
    std::vector<QPointF> places;
    for (const PointOverview &point : m_points) {
        if (shows(*m_view, point.point.position)) {
            shown.push_back(&point);
            places.push_back(screenPosition(point.point.position));
        }
    }
    std::vector<Marker> all;
    for (const PointCluster &cluster : clustersOf(places, leastMarkerDistance)) {
        const PointId first = shown[cluster.members.front()]->point.id;
        const bool fanned = std::find(m_fanned.begin(), m_fanned.end(), first) != m_fanned.end();
        if (cluster.members.size() == 1) {
            const std::size_t member = cluster.members.front();
            all.push_back({{shown[member]}, places[member], places[member]});
        } else if (fanned) {
            const auto spread = fannedOut(cluster, markerSize + space::s);
            for (std::size_t at = 0; at < spread.size(); ++at) {
                all.push_back({{shown[cluster.members[at]]}, spread[at], places[cluster.members[at]]});
            }
        } else {
            Marker pill{{}, cluster.middle, cluster.middle};
            for (const std::size_t member : cluster.members) {
                pill.points.push_back(shown[member]);
            }
            all.push_back(std::move(pill));
        }
    }
    return all;
}

bool BodyMap::isInOtherLayer(const TriggerPoint &point) const
{
    const anatomy::Structure *muscle = m_scene.atlas().findStructure(point.muscle);
    // On the skin every point lies below, and the skin is no layer of muscles.
    return m_layer != Layer::skin && muscle != nullptr && muscle->layer != m_layer;
}

QPointF BodyMap::screenPosition(const PointMm &point) const
{
    return m_camera.geometry().screen(m_view->frame.picture(point));
}

} // namespace palpate::desktop
