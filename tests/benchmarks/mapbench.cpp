// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <random>

#include <QApplication>
#include <QTest>

#include "anatomy/view.h"
#include "benchmarks/bench.h"
#include "benchmarks/busymap.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::bench {

namespace {

using anatomy::Layer;

void benchPick(const anatomy::Atlas &atlas, const anatomy::ViewInfo &view)
{
    const auto stacks = anatomy::StackMap::load(atlas, view);
    std::mt19937 random{7};
    std::uniform_int_distribution<int> xs{0, view.frame.width - 1};
    std::uniform_int_distribution<int> ys{0, view.frame.height - 1};
    std::vector<std::pair<int, int>> places(1'000'000);
    for (auto &place : places) {
        place = {xs(random), ys(random)};
    }
    std::size_t sum = 0;
    const double top = timed([&] {
        for (const auto &[x, y] : places) {
            sum += stacks.topAt(Layer::superficial, x, y);
        }
    });
    const double stack = timed([&] {
        for (const auto &[x, y] : places) {
            for (const anatomy::RegionNumber region : stacks.stackAt(x, y)) {
                sum += region;
            }
        }
    });
    const double nanoseconds = 1e6 / static_cast<double>(places.size());
    report("pick under the cursor, random places", top * nanoseconds, "ns", "(bound 1000)");
    report("pick of the whole depth stack, random places", stack * nanoseconds, "ns", "(bound 100)");
    if (sum == 0) {
        throw std::runtime_error{"the picks found nothing"};
    }
}

void benchLoad(const anatomy::Atlas &atlas, const anatomy::ViewInfo &view)
{
    std::vector<double> times;
    for (int run = 0; run < 9; ++run) {
        times.push_back(timed([&] {
            desktop::MapScene scene{atlas};
            scene.prepare(view, Layer::superficial, desktop::MapScene::Extent::body);
        }));
    }
    report("a view's first picture read and decoded, median of 9", median(times), "ms", "(bound 25)");
}

/// Moves the pointer from muscle to muscle and times each repaint of the whole map.
void benchHighlight(desktop::BodyMap &map, const anatomy::Atlas &atlas)
{
    std::vector<QPoint> spots;
    for (anatomy::RegionNumber region = 1; region <= atlas.regionCount() && spots.size() < 60; ++region) {
        if (const auto spot = map.middleOf(region)) {
            spots.push_back(spot->at.toPoint());
        }
    }
    std::vector<double> times;
    for (int round = 0; round < 3; ++round) {
        for (const QPoint &spot : spots) {
            QTest::mouseMove(&map, spot);
            times.push_back(timed([&map] { map.repaint(); }));
        }
    }
    report("repaint with a new highlight, median", median(times), "ms", "");
    report("repaint with a new highlight, 95th percentile", quantile(times, 0.95), "ms", "");
}

/// The pointer wanders over the body for three seconds at 60 places a second; every place is painted.
void benchGesture(desktop::BodyMap &map)
{
    std::vector<double> times;
    for (int step = 0; step < 180; ++step) {
        const double turn = step / 30.0;
        const QPointF at{map.width() / 2.0 + std::cos(turn) * map.width() / 5.0,
                         map.height() / 2.0 + std::sin(turn * 1.7) * map.height() / 3.0};
        QTest::mouseMove(&map, at.toPoint());
        times.push_back(timed([&map] { map.repaint(); }));
    }
    report("paint 1800 x 2000 with highlight, pattern, 50 points: median", median(times), "ms", "");
    report("the same, 95th percentile over a 3 s gesture", quantile(times, 0.95), "ms", "(bound 8.3)");
}

/// Turns once around the body. A neighbour's files have been read ahead while the person looked, or, for someone who
/// turns at once, have not.
std::vector<double> timedTurns(desktop::BodyMap &map, desktop::MapScene &scene, const anatomy::Atlas &atlas, bool ahead)
{
    std::vector<double> times;
    for (const char *id : {"front-left", "left", "back-left", "back", "back-right", "right", "front-right"}) {
        const anatomy::ViewInfo *view = atlas.findView(id);
        if (ahead) {
            scene.readAhead(*view, Layer::superficial, desktop::MapScene::Extent::marks);
            (void)scene.stacks(*view); // waits until all has been read
        }
        times.push_back(timed([&] {
            map.showView(*view, Layer::superficial);
            map.repaint();
        }));
    }
    return times;
}

void benchTurn(const anatomy::Atlas &atlas, desktop::BodyMap &map, desktop::MapScene &scene)
{
    report("turn to the neighbouring view, first time, median of 7", median(timedTurns(map, scene, atlas, true)), "ms",
           "(bound 50)");
    report("turn to the neighbouring view again, median of 7", median(timedTurns(map, scene, atlas, true)), "ms",
           "(bound 8.3)");
    desktop::MapScene cold{atlas};
    desktop::BodyMap hasty{cold, atlas.views().front(), Layer::superficial, desktop::Theme::light};
    hasty.resize(map.size());
    hasty.show();
    QApplication::processEvents();
    fillMap(hasty, atlas);
    hasty.repaint();
    report("first turn with nothing read ahead, median of 7", median(timedTurns(hasty, cold, atlas, false)), "ms", "");
}

} // namespace

void benchMap()
{
    const auto atlas = anatomy::Atlas::load(std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas");
    const anatomy::ViewInfo &view = atlas.views().front();
    if (qApp->devicePixelRatio() < 1.5) {
        benchPick(atlas, view);
        benchLoad(atlas, view);
    }
    desktop::applyTheme(*qApp, desktop::Theme::light);
    desktop::MapScene scene{atlas};
    desktop::BodyMap map{scene, view, Layer::superficial, desktop::Theme::light};
    map.resize(600, 740);
    map.show();
    if (!QTest::qWaitForWindowExposed(&map)) {
        throw std::runtime_error{"the map's window did not come up"};
    }
    benchHighlight(map, atlas);
    if (qApp->devicePixelRatio() > 1.5) {
        map.resize(900, 1000);
        QApplication::processEvents();
        fillMap(map, atlas);
        map.repaint();
        benchGesture(map);
        benchTurn(atlas, map, scene);
    }
}

} // namespace palpate::bench
