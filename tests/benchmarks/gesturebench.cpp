// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to the map with the pointer, frame by frame: the event, what it changes, and the whole repaint.
#include <cmath>
#include <numbers>
#include <stdexcept>

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

#include "benchmarks/bench.h"
#include "benchmarks/busymap.h"
#include "core/idsource.h"
#include "core/instant.h"
#include "desktop/bodymap/turntable.h"
#include "desktop/journalsession.h"
#include "desktop/page/paindrawing.h"
#include "desktop/theme/palpatestyle.h"
#include "support/tempdir.h"

namespace palpate::bench {

namespace {

using anatomy::Layer;
using desktop::BodyMap;

/// A frame at 120 a second, and at 60.
constexpr const char *frameBound = "(bound 8.3)";
constexpr const char *strokeBound = "(bound 16)";

void reportFrames(const std::string &what, const std::vector<double> &times, const char *bound)
{
    report(what + ", median of " + std::to_string(times.size()), median(times), "ms", "");
    report("  95th percentile", quantile(times, 0.95), "ms", bound);
    report("  the slowest", quantile(times, 1), "ms", "");
}

/// The pointer moves with a button held; the map takes it in and paints.
double timedMove(BodyMap &map, QPointF at, Qt::MouseButton held)
{
    return timed([&] {
        QMouseEvent move{QEvent::MouseMove, at, map.mapToGlobal(at), Qt::NoButton, held, Qt::NoModifier};
        QApplication::sendEvent(&map, &move);
        map.repaint();
    });
}

/// Twice around the body, three pixels a step, beside the body where nothing can be painted or marked.
std::vector<double> dragAround(BodyMap &map)
{
    std::vector<double> times;
    const double y = map.height() / 2.0;
    QPointF at{map.width() * 0.05, y};
    QTest::mousePress(&map, Qt::LeftButton, {}, at.toPoint());
    for (int step = 0; step < 2 * 8 * 38; ++step) {
        at.rx() += 3;
        times.push_back(timedMove(map, at, Qt::LeftButton));
    }
    QTest::mouseRelease(&map, Qt::LeftButton, {}, at.toPoint());
    return times;
}

/// Times what the event loop paints, frame by frame.
class Frames : public QObject {
public:
    explicit Frames(BodyMap &map) : m_map{map} { map.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::UpdateRequest || m_inside) {
            return false;
        }
        m_inside = true;
        times.push_back(timed([&] { QCoreApplication::sendEvent(watched, event); }));
        m_inside = false;
        return true;
    }

    std::vector<double> times;

private:
    BodyMap &m_map;
    bool m_inside = false;
};

/// Once around the body, a key at a time, each turn seen to its end.
std::vector<double> animateAround(BodyMap &map, const anatomy::Atlas &atlas)
{
    Frames frames{map};
    for (int eighth = 0; eighth < 8; ++eighth) {
        map.showView(desktop::neighbourOf(atlas, map.view(), 1), map.layer());
        QTest::qWait(300);
    }
    return frames.times;
}

std::vector<double> zoomInAndOut(BodyMap &map)
{
    std::vector<double> times;
    const QPointF at{map.width() * 0.55, map.height() * 0.3};
    for (const int direction : {1, -1}) {
        for (int step = 0; step < 30; ++step) {
            times.push_back(timed([&] {
                QWheelEvent wheel{at, map.mapToGlobal(at), {}, {0, direction * 60}, {}, {}, Qt::NoScrollPhase, false};
                QApplication::sendEvent(&map, &wheel);
                map.repaint();
            }));
        }
    }
    return times;
}

/// At three times the size, in a circle, over what has its pixels and what has not.
std::vector<double> panInCircle(BodyMap &map)
{
    map.zoomBy(3);
    if (!QTest::qWaitFor([&map] { return map.isSharp(); })) {
        throw std::runtime_error{"the enlarged map did not get its pixels"};
    }
    report("first frame of an enlarged map with all its pixels", timed([&map] { map.repaint(); }), "ms", "");
    std::vector<double> times;
    const QPointF middle{map.width() / 2.0, map.height() / 2.0};
    QTest::mousePress(&map, Qt::MiddleButton, {}, middle.toPoint());
    for (int step = 0; step < 240; ++step) {
        const double angle = step / 120.0 * 2 * std::numbers::pi;
        times.push_back(timedMove(map, middle + QPointF{1 - std::cos(angle), std::sin(angle)} * 160, Qt::MiddleButton));
    }
    QTest::mouseRelease(&map, Qt::MiddleButton, {}, middle.toPoint());
    map.showWhole();
    return times;
}

/// Strokes of 90 moves each over the chest, stored as the map page stores them.
void benchPainting(BodyMap &map, desktop::MapScene &scene)
{
    const testing::TempDir folder;
    const SystemClock clock;
    Uuid7Source ids{clock};
    desktop::JournalSession session{Journal::open(folder.path() / "journal.palpate", {clock, ids.next<DeviceId>()}),
                                    clock, ids};
    desktop::PainDrawing drawing{scene, session};
    QObject::connect(&drawing, &desktop::PainDrawing::changed, &map,
                     [&] { map.setDrawing(drawing.present(), drawing.earlier()); });
    std::vector<double> stored;
    QObject::connect(&map, &BodyMap::strokePainted, &map,
                     [&](const Stroke &stroke) { stored.push_back(timed([&] { drawing.paint(stroke); })); });
    map.setPattern({});
    map.showView(*scene.atlas().findView("front"), Layer::skin);
    drawing.load();
    QTest::qWait(1500); // the sizes of the zones are read while the person looks
    std::vector<double> moves;
    std::vector<double> afterwards;
    for (int stroke = 0; stroke < 12; ++stroke) {
        const QPointF start{map.width() / 2.0 - 60, map.height() * 0.24 + stroke * 8};
        QTest::mousePress(&map, Qt::LeftButton, {}, start.toPoint());
        QPointF at = start;
        for (int step = 0; step < 90; ++step) {
            at = start + QPointF{step * 1.3, 14 * std::sin(step / 9.0)};
            moves.push_back(timedMove(map, at, Qt::LeftButton));
        }
        QTest::mouseRelease(&map, Qt::LeftButton, {}, at.toPoint());
        afterwards.push_back(timed([&map] { map.repaint(); }));
    }
    if (stored.size() != 12) {
        throw std::runtime_error{"the strokes did not reach the skin"};
    }
    reportFrames("painting: a move of the brush", moves, strokeBound);
    reportFrames("painting: a stroke's coverage and its way to the disk", stored, "");
    reportFrames("painting: the first frame with the stored stroke", afterwards, "");
}

} // namespace

void benchGestures()
{
    const auto atlas = anatomy::Atlas::load(std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas");
    desktop::applyTheme(*qApp, desktop::Theme::light);
    desktop::MapScene scene{atlas};
    BodyMap map{scene, atlas.views().front(), Layer::superficial, desktop::Theme::light};
    map.resize(900, 1000);
    map.show();
    if (!QTest::qWaitForWindowExposed(&map)) {
        throw std::runtime_error{"the map's window did not come up"};
    }
    QObject::connect(&map, &BodyMap::viewDragged, &map,
                     [&map](const anatomy::ViewInfo &view) { map.showView(view, map.layer()); });
    fillMap(map, atlas);
    map.repaint();
    reportFrames("turning by dragging, the first times around", dragAround(map), "");
    reportFrames("turning by dragging, again", dragAround(map), frameBound);
    QTest::qWait(300);
    reportFrames("turning by keys, seen to turn", animateAround(map, atlas), frameBound);
    reportFrames("zooming by wheel", zoomInAndOut(map), frameBound);
    reportFrames("panning at three times the size", panInCircle(map), frameBound);
    benchPainting(map, scene);
}

} // namespace palpate::bench
