// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to the map with the pointer, frame by frame: the event, what it changes, and the whole repaint.
#include <cmath>
#include <ctime>
#include <numbers>
#include <stdexcept>

#include <QApplication>
#include <QListView>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include "benchmarks/bench.h"
#include "benchmarks/busymap.h"
#include "core/idsource.h"
#include "core/instant.h"
#include "desktop/bodymap/turntable.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/lookuppage.h"
#include "desktop/page/paindrawing.h"
#include "desktop/shell/actions.h"
#include "desktop/theme/palpatestyle.h"
#include "referral/loadknowledge.h"
#include "support/tempdir.h"

namespace palpate::bench {

namespace {

using anatomy::Layer;
using desktop::BodyMap;

/// A frame at 120 a second, and at 60.
constexpr const char *frameBound = "(bound 8.3)";
constexpr const char *strokeBound = "(bound 16)";

/// Frames by the clock on the wall, which a neighbour slows down, and by the processor time of the window's thread.
class Frames {
public:
    template <typename Work> void time(const Work &work)
    {
        const double before = threadMilliseconds();
        m_wall.push_back(timed(work));
        m_processor.push_back(threadMilliseconds() - before);
    }

    void report(const std::string &what, const char *bound) const
    {
        bench::report(what + ", median of " + std::to_string(m_wall.size()), median(m_wall), "ms", "");
        bench::report("  95th percentile", quantile(m_wall, 0.95), "ms", bound);
        bench::report("  95th percentile of processor time", quantile(m_processor, 0.95), "ms", bound);
        bench::report("  the slowest", quantile(m_wall, 1), "ms", "");
    }

private:
    static double threadMilliseconds()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }

    std::vector<double> m_wall;
    std::vector<double> m_processor;
};

/// The pointer moves with a button held; the map takes it in and paints.
void move(Frames &frames, BodyMap &map, QPointF at, Qt::MouseButton held)
{
    frames.time([&] {
        QMouseEvent move{QEvent::MouseMove, at, map.mapToGlobal(at), Qt::NoButton, held, Qt::NoModifier};
        QApplication::sendEvent(&map, &move);
        map.repaint();
    });
}

/// Twice around the body, three pixels a step, beside the body where nothing can be painted or marked.
Frames dragAround(BodyMap &map)
{
    Frames frames;
    const double y = map.height() / 2.0;
    QPointF at{map.width() * 0.05, y};
    QTest::mousePress(&map, Qt::LeftButton, {}, at.toPoint());
    for (int step = 0; step < 2 * 8 * 38; ++step) {
        at.rx() += 3;
        move(frames, map, at, Qt::LeftButton);
    }
    QTest::mouseRelease(&map, Qt::LeftButton, {}, at.toPoint());
    return frames;
}

/// Times what the event loop paints.
class EventLoopFrames : public QObject {
public:
    explicit EventLoopFrames(BodyMap &map) { map.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::UpdateRequest || m_inside) {
            return false;
        }
        m_inside = true;
        frames.time([&] { QCoreApplication::sendEvent(watched, event); });
        m_inside = false;
        return true;
    }

    Frames frames;

private:
    bool m_inside = false;
};

/// Once around the body, a key at a time, each turn seen to its end.
Frames animateAround(BodyMap &map, const anatomy::Atlas &atlas)
{
    EventLoopFrames watch{map};
    for (int eighth = 0; eighth < 8; ++eighth) {
        map.showView(desktop::neighbourOf(atlas, map.view(), 1), map.layer());
        QTest::qWait(300);
    }
    return watch.frames;
}

Frames zoomInAndOut(BodyMap &map)
{
    Frames frames;
    const QPointF at{map.width() * 0.55, map.height() * 0.3};
    for (const int direction : {1, -1}) {
        for (int step = 0; step < 30; ++step) {
            frames.time([&] {
                QWheelEvent wheel{at, map.mapToGlobal(at), {}, {0, direction * 60}, {}, {}, Qt::NoScrollPhase, false};
                QApplication::sendEvent(&map, &wheel);
                map.repaint();
            });
        }
    }
    return frames;
}

/// At three times the size, in a circle, over what has its pixels and what has not.
Frames panInCircle(BodyMap &map)
{
    map.zoomBy(3);
    if (!QTest::qWaitFor([&map] { return map.isSharp(); })) {
        throw std::runtime_error{"the enlarged map did not get its pixels"};
    }
    report("first frame of an enlarged map with all its pixels", timed([&map] { map.repaint(); }), "ms", "");
    Frames frames;
    const QPointF middle{map.width() / 2.0, map.height() / 2.0};
    QTest::mousePress(&map, Qt::MiddleButton, {}, middle.toPoint());
    for (int step = 0; step < 240; ++step) {
        const double angle = step / 120.0 * 2 * std::numbers::pi;
        move(frames, map, middle + QPointF{1 - std::cos(angle), std::sin(angle)} * 160, Qt::MiddleButton);
    }
    QTest::mouseRelease(&map, Qt::MiddleButton, {}, middle.toPoint());
    map.showWhole();
    return frames;
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
    Frames stored;
    int strokes = 0;
    QObject::connect(&map, &BodyMap::strokePainted, &map, [&](const Stroke &stroke) {
        stored.time([&] { drawing.paint(stroke); });
        ++strokes;
    });
    map.setPattern({});
    map.showView(*scene.atlas().findView("front"), Layer::skin);
    drawing.load();
    QTest::qWait(1500); // the sizes of the zones are read while the person looks
    Frames moves;
    Frames afterwards;
    for (int stroke = 0; stroke < 12; ++stroke) {
        const QPointF start{map.width() / 2.0 - 60, map.height() * 0.24 + stroke * 8};
        QTest::mousePress(&map, Qt::LeftButton, {}, start.toPoint());
        QPointF at = start;
        for (int step = 0; step < 90; ++step) {
            at = start + QPointF{step * 1.3, 14 * std::sin(step / 9.0)};
            move(moves, map, at, Qt::LeftButton);
        }
        QTest::mouseRelease(&map, Qt::LeftButton, {}, at.toPoint());
        afterwards.time([&map] { map.repaint(); });
    }
    if (strokes != 12) {
        throw std::runtime_error{"the strokes did not reach the skin"};
    }
    moves.report("painting: a move of the brush", strokeBound);
    stored.report("painting: a stroke's coverage and its way to the disk", "");
    afterwards.report("painting: the first frame with the stored stroke", "");
}

/// Strokes on the lookup page: the event, the ranking, the list's rows, and what is painted of them.
void benchLookupBrush(desktop::MapScene &scene)
{
    const std::filesystem::path resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";
    const testing::TempDir folder;
    const SystemClock clock;
    Uuid7Source ids{clock};
    desktop::JournalSession session{Journal::open(folder.path() / "journal.palpate", {clock, ids.next<DeviceId>()}),
                                    clock, ids};
    desktop::LookupSource source{scene.atlas(), [&] { return loadAll(resources / "knowledge", resources / "schema"); }};
    const LoadedKnowledge knowledge = loadKnowledge(resources / "knowledge", resources / "schema");
    desktop::Actions actions;
    desktop::LookupPage page{scene, knowledge.base, session, source, actions, desktop::Theme::light};
    page.resize(1280, 960);
    page.show();
    if (!QTest::qWaitFor([&] { return source.data() != nullptr && page.windowHandle()->isExposed(); }, 20000)) {
        throw std::runtime_error{"the lookup page did not come up"};
    }
    BodyMap &map = page.map();
    page.showView(*scene.atlas().findView("front"), Layer::skin);
    auto *list = page.findChild<QListView *>(QStringLiteral("candidates"));
    Frames moves;
    for (int stroke = 0; stroke < 12; ++stroke) {
        const QPointF start{map.width() / 2.0 - 60, map.height() * 0.24 + stroke * 8};
        QTest::mousePress(&map, Qt::LeftButton, {}, start.toPoint());
        QPointF at = start;
        for (int step = 0; step < 90; ++step) {
            at = start + QPointF{step * 1.3, 14 * std::sin(step / 9.0)};
            moves.time([&] {
                QMouseEvent move{QEvent::MouseMove, at, map.mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                                 Qt::NoModifier};
                QApplication::sendEvent(&map, &move);
                QCoreApplication::sendPostedEvents(&page, QEvent::UpdateRequest);
            });
        }
        QTest::mouseRelease(&map, Qt::LeftButton, {}, at.toPoint());
    }
    if (list->model()->rowCount() == 0) {
        throw std::runtime_error{"the list did not follow the brush"};
    }
    moves.report("lookup: a move of the brush, ranked, list and body painted", strokeBound);
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
    dragAround(map).report("turning by dragging, the first times around", "");
    dragAround(map).report("turning by dragging, again", frameBound);
    QTest::qWait(300);
    animateAround(map, atlas).report("turning by keys, seen to turn", frameBound);
    zoomInAndOut(map).report("zooming by wheel", frameBound);
    panInCircle(map).report("panning at three times the size", frameBound);
    benchPainting(map, scene);
    benchLookupBrush(scene);
}

} // namespace palpate::bench
