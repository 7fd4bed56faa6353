// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/rendercommand.h"

#include <array>

#include <QApplication>
#include <QPainter>

#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/mapgeometry.h"
#include "desktop/bodymap/mapmarks.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/bodymap/patternpicture.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/mappage.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/shell/mainwindow.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

struct SamplePoint {
    const char *muscle;
    Side side;
    const char *view;
    PointKind kind;
    int soreness;
};

constexpr std::array samplePoints{
    SamplePoint{"infraspinatus", Side::right, "back", PointKind::active, 6},
    SamplePoint{"upper-trapezius", Side::left, "back", PointKind::latent, 3},
    SamplePoint{"gastrocnemius-medial", Side::right, "back", PointKind::unsure, 4},
};

/// A minute later at every mark, so that the pictures come out the same each time.
class SampleClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance() { m_now.utc += std::chrono::minutes{1}; }

private:
    Instant m_now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{8},
                  std::chrono::minutes{60}};
};

void markSamples(MapScene &scene, JournalSession &session, SampleClock &clock)
{
    for (const SamplePoint &sample : samplePoints) {
        clock.advance();
        const MuscleId muscle{sample.muscle};
        const auto region = scene.atlas().regionOf(muscle, sample.side);
        const anatomy::ViewInfo *view = scene.atlas().findView(sample.view);
        if (!region || view == nullptr) {
            continue;
        }
        const anatomy::Layer layer = scene.atlas().structureOf(*region).layer;
        const auto middle = scene.middleOf(*view, layer, *region);
        const auto position =
            middle ? anatomy::bodyPointAt(view->frame, scene.nearness(*view, layer), *middle) : std::nullopt;
        if (position) {
            session.mark(muscle, sample.side, *position, sample.kind, PainLevel::from(sample.soreness),
                         nameOf(scene.atlas(), muscle, sample.side));
        }
    }
}

} // namespace

QImage renderView(const anatomy::Atlas &atlas, const RenderRequest &request)
{
    MapScene scene{atlas};
    const anatomy::ViewInfo &view = *request.view;
    const MapTokens &tokens = tokensFor(request.theme).map;
    const double scale = request.pixelsPerMm / view.frame.pxPerMm;
    const QRectF whole{0, 0, view.frame.width / view.frame.pxPerMm, view.frame.height / view.frame.pxPerMm};
    const QRectF crop = request.cropMm.isEmpty() ? whole : request.cropMm;
    const MapGeometry geometry{-crop.topLeft() * request.pixelsPerMm, scale};
    const QRectF bodyRect = geometry.screenRect(view.frame);

    QImage picture{(crop.size() * request.pixelsPerMm).toSize().expandedTo({1, 1}), QImage::Format_RGB32};
    picture.fill(tokens.ground);
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    const QSize bodySize = bodyRect.size().toSize();
    painter.drawImage(bodyRect, paintBody(scene, view, request.layer, tokens, bodySize, 0.8));
    if (!request.zones.empty() || !request.regions.empty()) {
        QColor veil = tokens.ground;
        veil.setAlphaF(0.35F);
        painter.fillRect(bodyRect, veil);
    }
    paintSeeThrough(painter, scene, view, request.layer, geometry, request.theme);
    paintArmOutline(painter, scene, view, geometry, request.theme);
    for (const anatomy::RegionNumber region : request.regions) {
        paintRegion(painter, scene, view, request.layer, region, RegionMark::selected, geometry, request.theme);
    }
    std::vector<ReferredZone> zones;
    for (const anatomy::ZonePlace &place : request.zones) {
        zones.push_back({place.zone, place.side, HitKind::essential, 1});
    }
    if (!zones.empty()) {
        paintPattern(painter, atlas, scene.zones(view), zones, PatternHue::book, tokens, geometry);
    }
    if (request.sideLabels) {
        paintSideLabels(painter, scene, view, request.layer, geometry, QRectF{picture.rect()}, request.theme);
    }
    return picture;
}

QImage renderContactSheet(const anatomy::Atlas &atlas, Theme theme)
{
    constexpr double pixelsPerMm = 0.2;
    constexpr int cellWidth = 150;
    constexpr int cellHeight = 380;
    constexpr int caption = 20;
    const auto columns = static_cast<int>(atlas.views().size());
    const auto rows = static_cast<int>(anatomy::allLayers.size());
    QImage sheet{columns * cellWidth, rows * cellHeight, QImage::Format_RGB32};
    sheet.fill(tokensFor(theme).map.ground);
    QPainter painter{&sheet};
    painter.setPen(tokensFor(theme).interface.text);
    QFont font = painter.font();
    font.setPixelSize(type::caption);
    painter.setFont(font);
    for (int column = 0; column < columns; ++column) {
        RenderRequest request;
        request.view = &atlas.views()[static_cast<std::size_t>(column)];
        request.theme = theme;
        request.pixelsPerMm = pixelsPerMm;
        request.sideLabels = false;
        for (int row = 0; row < rows; ++row) {
            request.layer = anatomy::allLayers[static_cast<std::size_t>(row)];
            const QImage cell = renderView(atlas, request);
            const QRect box{column * cellWidth, row * cellHeight, cellWidth, cellHeight};
            painter.drawText(box.adjusted(0, 2, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                             QString::fromStdString(request.view->id));
            painter.drawImage(box.left() + (cellWidth - cell.width()) / 2, box.top() + caption, cell);
        }
    }
    return sheet;
}

QImage renderWindow(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, Theme theme, QSize size,
                    const std::filesystem::path &journalFile)
{
    SampleClock clock;
    Uuid7Source ids{clock};
    JournalSession session{Journal::open(journalFile, {clock, ids.next<DeviceId>()}), clock, ids};
    MapScene scene{atlas};
    markSamples(scene, session, clock);
    applyTheme(*qApp, theme);
    LookupSource source{atlas, [] { return LoadedAll{}; }}; // no lookup is shown
    MainWindow window{scene, knowledge, session, source, theme};
    window.resize(size);
    window.knowledgeLoaded();
    window.mapPage().showMuscle(MuscleId{"infraspinatus"}, Side::right);
    window.show();
    QApplication::processEvents();
    return window.grab().toImage();
}

} // namespace palpate::desktop
