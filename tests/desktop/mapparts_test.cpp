// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the map that need no window.
#include <catch2/catch.hpp>

#include "desktop/bodymap/mapcamera.h"
#include "desktop/bodymap/pointcluster.h"
#include "desktop/bodymap/turntable.h"
#include "openwindow.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::shippedAtlas;

namespace {

const anatomy::ViewFrame &front() { return shippedAtlas().findView("front")->frame; }

MapCamera camera() { return {front(), {600, 800}, {24, 16, 24, 84}, 1}; }

double distance(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

} // namespace

TEST_CASE("the map is enlarged around the pointer and never smaller than the whole body")
{
    MapCamera map = camera();
    const QPointF at{250, 300};
    const anatomy::PicturePx under = map.geometry().picture(at);
    for (const double factor : {1.2, 2.0, 0.7, 3.0}) {
        map.zoomBy(factor, at);
        const QPointF now = map.geometry().screen(under);
        CHECK(distance(now, at) < 0.01);
    }
    map.zoomBy(1000, at);
    CHECK(map.zoom() == MapCamera::mostZoom);
    map.zoomBy(0.0001, at);
    CHECK(map.showsWhole());
    CHECK(map.geometry() == map.wholeGeometry());
}

TEST_CASE("the body cannot be pushed out of sight")
{
    MapCamera map = camera();
    map.zoomBy(4, {300, 400});
    for (const QPointF by : {QPointF{1e6, 0}, QPointF{-1e6, 0}, QPointF{0, 1e6}, QPointF{0, -1e6}}) {
        map.pan(by);
        const QRectF body = map.geometry().screenRect(front());
        CHECK(body.intersects(QRectF{0, 0, 600, 800}));
    }
    map.showWhole();
    CHECK(map.geometry() == map.wholeGeometry());
    map.pan({50, 50}); // the whole body stays in the middle
    CHECK(map.geometry() == map.wholeGeometry());
}

TEST_CASE("turning keeps the height and the zoom that one looks at")
{
    MapCamera map = camera();
    map.fit({400, 200, 200, 200}, 3);
    CHECK(map.zoom() == Approx(3));
    const auto &left = shippedAtlas().findView("left")->frame;
    MapCamera turned{left, {600, 800}, {24, 16, 24, 84}, 1};
    turned.standAs(map);
    CHECK(turned.zoom() == Approx(3));
    const double before = map.geometry().picture({300, 400}).y / front().height;
    const double after = turned.geometry().picture({300, 400}).y / left.height;
    CHECK(after == Approx(before));
}

TEST_CASE("markers that cannot be told apart become one, and fan out around it")
{
    const std::vector<QPointF> places{{100, 100}, {300, 300}, {112, 104}, {124, 100}, {320.1, 300}};
    const auto clusters = clustersOf(places, 20);
    REQUIRE(clusters.size() == 3);
    CHECK(clusters[0].members == std::vector<std::size_t>{0, 2, 3}); // a chain of neighbours
    CHECK(clusters[1].members == std::vector<std::size_t>{1});
    CHECK(clusters[2].members == std::vector<std::size_t>{4}); // 20.1 away
    const auto spread = fannedOut(clusters[0], 30);
    REQUIRE(spread.size() == 3);
    for (std::size_t a = 0; a < spread.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            CHECK(distance(spread[a], spread[b]) >= 29);
        }
    }
    CHECK(clustersOf({}, 20).empty());
}

TEST_CASE("eight steps around the body come back to where they began, arm aside or not")
{
    const auto &atlas = shippedAtlas();
    for (const char *start : {"front", "left", "left.aside", "back-right.aside"}) {
        const anatomy::ViewInfo *view = atlas.findView(start);
        const anatomy::ViewInfo *at = view;
        for (int step = 0; step < 8; ++step) {
            const anatomy::ViewInfo &next = neighbourOf(atlas, *at, 1);
            CHECK(&neighbourOf(atlas, next, -1) != &next);
            at = &next;
        }
        CHECK(wholeOf(atlas, *at).id == wholeOf(atlas, *view).id);
    }
    CHECK(neighbourOf(atlas, *atlas.findView("soles"), 1).id == "front");
    CHECK(twinOf(atlas, *atlas.findView("left")).id == "left.aside");
    CHECK(&twinOf(atlas, *atlas.findView("front")) == atlas.findView("front"));
}
