// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/drawingpictures.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QTimer>

#include "core/error.h"
#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/paintmarks.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

constexpr std::size_t mostViews = 2;
constexpr std::size_t mostKept = 60;
/// So much of the body is seen around the paint that one knows the place.
constexpr double leastSightMm = 520;
constexpr double bodyPixelsPerMm = 0.32;

} // namespace

DrawingPictures::DrawingPictures(MapScene &scene, Theme theme, QObject *parent)
    : QObject{parent}, m_scene{scene}, m_theme{theme}
{}

void DrawingPictures::setTheme(Theme theme)
{
    m_theme = theme;
    m_kept.clear();
    m_waiting.clear();
    m_bodies.clear();
}

std::vector<const anatomy::ViewInfo *> DrawingPictures::viewsOf(const PainEntry &entry) const
{
    std::vector<std::pair<std::size_t, const anatomy::ViewInfo *>> counted;
    for (const anatomy::ViewInfo &view : m_scene.atlas().views()) {
        std::size_t corners = 0;
        for (const Stroke &stroke : entry.strokes) {
            corners += stroke.view == view.id && !stroke.erases ? stroke.path.size() : 0;
        }
        if (corners > 0) {
            counted.emplace_back(corners, &view);
        }
    }
    std::ranges::stable_sort(counted, std::ranges::greater{}, [](const auto &one) { return one.first; });
    std::vector<const anatomy::ViewInfo *> views;
    for (const auto &[corners, view] : counted) {
        if (views.size() < mostViews) {
            views.push_back(view);
        }
    }
    return views;
}

std::vector<DrawingPicture> DrawingPictures::of(const PainEntry &entry, double ratio)
{
    const auto known = m_kept.find(entry.id);
    if (known != m_kept.end() && known->second.entry == entry && known->second.ratio == ratio) {
        return known->second.pictures;
    }
    if (m_kept.size() >= mostKept) {
        m_kept.clear();
        m_waiting.clear();
    }
    Kept kept{entry, ratio, {}};
    for (const anatomy::ViewInfo *view : viewsOf(entry)) {
        kept.pictures.push_back({phrases::view(view->id), {}});
        m_scene.readAhead(*view, anatomy::Layer::skin, MapScene::Extent::body);
    }
    m_kept.insert_or_assign(entry.id, kept);
    m_waiting.push_back(entry.id);
    QTimer::singleShot(0, this, &DrawingPictures::paintNext);
    return kept.pictures;
}

void DrawingPictures::paintNext()
{
    if (m_waiting.empty()) {
        return;
    }
    const PainEntryId id = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    const auto known = m_kept.find(id);
    if (known != m_kept.end()) {
        Kept &kept = known->second;
        const auto views = viewsOf(kept.entry);
        for (std::size_t at = 0; at < views.size(); ++at) {
            try {
                kept.pictures[at].image = paint(*views[at], kept.entry, kept.ratio);
            } catch (const DataFileError &) {
                // Without the view's pictures the words beside it still say where it hurt.
                kept.pictures[at].image = {};
            }
        }
    }
    Q_EMIT changed();
}

const QImage &DrawingPictures::body(const anatomy::ViewInfo &view, double ratio)
{
    const double scale = bodyPixelsPerMm * ratio / view.frame.pxPerMm;
    const QSize size = (QSizeF(view.frame.width, view.frame.height) * scale).toSize();
    QImage &kept = m_bodies[view.id];
    if (kept.size() != size) {
        kept = paintBody(m_scene, view, anatomy::Layer::skin, tokensFor(m_theme).map, size, 0.8 * ratio);
    }
    return kept;
}

QImage DrawingPictures::paint(const anatomy::ViewInfo &view, const PainEntry &entry, double ratio)
{
    const MapTokens &tokens = tokensFor(m_theme).map;
    const std::vector<PaintedArea> areas = paintedAreas(m_scene, view, entry);
    QRectF sight;
    for (const PaintedArea &area : areas) {
        sight |= area.outline.boundingRect();
    }
    const double least = leastSightMm * view.frame.pxPerMm;
    const double margin = least / 6;
    const double tall = std::max(least, std::max(sight.height() + margin, (sight.width() + margin) * height / width));
    const QPointF middle = sight.center();
    const double wide = tall * width / height;
    sight = {middle.x() - wide / 2, middle.y() - tall / 2, wide, tall};

    const QSize size{width - 4, height - 4};
    QImage image{size * ratio, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(ratio);
    image.fill(tokens.ground);
    QPainter painter{&image};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const MapGeometry geometry = MapGeometry::fitted(sight, QRectF{{0, 0}, QSizeF{size}});
    painter.drawImage(geometry.screenRect(view.frame), body(view, ratio));
    paintAreas(painter, areas, PaintMark::present, tokens, geometry);
    return image;
}

} // namespace palpate::desktop
