// SPDX-License-Identifier: GPL-3.0-or-later
// The body as it is painted, at every size.
#include <cmath>
#include <utility>

#include <catch2/catch.hpp>

#include "anatomy/atlas.h"
#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"

using namespace palpate;
using namespace palpate::desktop;
using anatomy::Layer;

namespace {

const anatomy::Atlas &shippedAtlas()
{
    static const anatomy::Atlas atlas =
        anatomy::Atlas::load(std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas");
    return atlas;
}

double meanGrey(const QImage &picture)
{
    double sum = 0;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            sum += qGray(row[x]);
        }
    }
    return sum / picture.width() / picture.height();
}

} // namespace

TEST_CASE("lines inside the body are as wide as they should be at every size and device scale")
{
    MapScene scene{shippedAtlas()};
    const anatomy::ViewInfo &front = *shippedAtlas().findView("front");
    MapTokens lined = tokensFor(Theme::light).map;
    MapTokens plain = lined;
    plain.innerLine.setAlpha(0);
    // How much darker a picture is for its lines: their length grows with its width, its area with the square of that.
    const auto inkOf = [&](double larger, double lineWidth) {
        const QSize size =
            (QSizeF{static_cast<double>(front.frame.width), static_cast<double>(front.frame.height)} * larger).toSize();
        const double ink = meanGrey(paintBody(scene, front, Layer::superficial, plain, size, lineWidth)) -
                           meanGrey(paintBody(scene, front, Layer::superficial, lined, size, lineWidth));
        return ink * larger / lineWidth;
    };
    const double usual = inkOf(0.25, 0.8);
    CHECK(usual > 0);
    for (const double larger : {0.31, 0.5, 0.62, 0.8, 0.95, 1.05, 1.5}) {
        for (const double lineWidth : {0.8, 1.6}) {
            INFO(larger << " of the atlas's pixels, lines of " << lineWidth << ": "
                        << inkOf(larger, lineWidth) / usual);
            CHECK(inkOf(larger, lineWidth) / usual == Approx(1).margin(0.25));
        }
    }
}

TEST_CASE("a picture for twice as many device pixels is the same picture, only finer")
{
    MapScene scene{shippedAtlas()};
    const MapTokens &tokens = tokensFor(Theme::light).map;
    for (const char *id : {"front", "back-left.aside", "crown"}) {
        const anatomy::ViewInfo &view = *shippedAtlas().findView(id);
        // The body 900 px high at device scale 1, or what is as large of it.
        const QSize size =
            (QSizeF{static_cast<double>(view.frame.width), static_cast<double>(view.frame.height)} * 0.31).toSize();
        for (const Layer layer : {Layer::skin, Layer::superficial, Layer::bone}) {
            const QImage once = paintBody(scene, view, layer, tokens, size, 0.8);
            const QImage twice = paintBody(scene, view, layer, tokens, size * 2, 1.6);
            double squares = 0;
            for (int y = 0; y < once.height(); ++y) {
                for (int x = 0; x < once.width(); ++x) {
                    int sum = 0;
                    for (const auto &[dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
                        sum += qGray(twice.pixel(2 * x + dx, 2 * y + dy));
                    }
                    squares += std::pow(qGray(once.pixel(x, y)) - sum / 4.0, 2);
                }
            }
            const double difference = std::sqrt(squares / once.width() / once.height());
            INFO(id << ' ' << toKey(layer) << ": " << difference);
            CHECK(difference < 0.5);
        }
    }
}
