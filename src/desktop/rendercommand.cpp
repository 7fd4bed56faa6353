// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/rendercommand.h"

#include <array>
#include <stdexcept>

#include <QApplication>

#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/journalsession.h"
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

void markSamples(MapScene &scene, JournalSession &session)
{
    for (const SamplePoint &sample : samplePoints) {
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
    const anatomy::ViewInfo *view = atlas.findView(request.view);
    if (view == nullptr) {
        throw std::invalid_argument{"the atlas has no view \"" + request.view + "\""};
    }
    MapScene scene{atlas};
    const double scale = static_cast<double>(request.height) / view->frame.height;
    const QSize size{static_cast<int>(view->frame.width * scale), request.height};
    return paintBody(scene, *view, request.layer, tokensFor(request.theme).map, size, 0.8);
}

QImage renderWindow(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, Theme theme, QSize size,
                    const std::filesystem::path &journalFile)
{
    const SystemClock clock;
    Uuid7Source ids{clock};
    JournalSession session{Journal::open(journalFile), clock, ids};
    MapScene scene{atlas};
    markSamples(scene, session);
    applyTheme(*qApp, theme);
    MainWindow window{scene, knowledge, session, theme};
    window.resize(size);
    window.mapPage().knowledgeLoaded();
    window.mapPage().showMuscle(MuscleId{"infraspinatus"}, Side::right);
    window.show();
    QApplication::processEvents();
    return window.grab().toImage();
}

} // namespace palpate::desktop
