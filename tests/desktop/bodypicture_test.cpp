// SPDX-License-Identifier: GPL-3.0-or-later
// The body as it is painted: at every size, and without its colours.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <vector>

#include <catch2/catch.hpp>

#include "anatomy/atlas.h"
#include "anatomy/encoding.h"
#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"

using namespace palpate;
using namespace palpate::desktop;
using anatomy::Layer;
using anatomy::Tissue;

namespace {

const anatomy::Atlas &shippedAtlas()
{
    static const anatomy::Atlas atlas =
        anatomy::Atlas::load(std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas");
    return atlas;
}

/// CIE lightness, 0 to 100: equal steps look equal.
double lightness(const QColor &color, double shade = 1)
{
    const auto linear = [shade](double channel) {
        const double part = std::min(1.0, channel * shade);
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance =
        0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    return luminance > 0.008856 ? 116 * std::cbrt(luminance) - 16 : 903.3 * luminance;
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

namespace {

enum class Kind { muscle, tendon, bone };

/// What a person tells apart; nothing for eyes, ears and skin.
std::optional<Kind> kindOf(Tissue tissue)
{
    switch (tissue) {
    case Tissue::muscle:
        return Kind::muscle;
    case Tissue::tendon:
        return Kind::tendon;
    case Tissue::bone:
    case Tissue::cartilage:
        return Kind::bone;
    default:
        return std::nullopt;
    }
}

/// How much lighter the second of two kinds is, wherever they lie beside each other in a picture.
using Steps = std::map<std::pair<Kind, Kind>, std::vector<double>>;

void addSteps(Steps &steps, MapScene &scene, const anatomy::ViewInfo &view, Layer layer, const MapTokens &tokens)
{
    const anatomy::Atlas &atlas = scene.atlas();
    const anatomy::StackMap &stacks = scene.stacks(view);
    const anatomy::GrayImage8 &shading = scene.shading(view, layer);
    const auto lightnessAt = [&](anatomy::RegionNumber region, int x, int y) {
        return lightness(tintOf(atlas.structureOf(region), tokens),
                         static_cast<double>(anatomy::decodeShade(shading.at(x, y))));
    };
    for (int y = 0; y + 1 < stacks.height(); ++y) {
        for (int x = 0; x + 1 < stacks.width(); ++x) {
            const auto one = stacks.topAt(layer, x, y);
            for (const auto &[nx, ny] : {std::pair{x + 1, y}, {x, y + 1}}) {
                const auto other = stacks.topAt(layer, nx, ny);
                if (one == 0 || other == 0 || one == other) {
                    continue;
                }
                const auto a = kindOf(atlas.structureOf(one).tissue);
                const auto b = kindOf(atlas.structureOf(other).tissue);
                if (a && b && *a != *b) {
                    const double step = lightnessAt(other, nx, ny) - lightnessAt(one, x, y);
                    steps[std::minmax(*a, *b)].push_back(*a < *b ? step : -step);
                }
            }
        }
    }
}

} // namespace

TEST_CASE("without colours muscle, tendon and bone can still be told apart where they meet")
{
    MapScene scene{shippedAtlas()};
    const MapTokens &tokens = tokensFor(Theme::light).map;
    Steps steps;
    for (const char *id : {"front", "back", "left"}) {
        for (const Layer layer : {Layer::superficial, Layer::intermediate, Layer::deep}) {
            addSteps(steps, scene, *shippedAtlas().findView(id), layer, tokens);
        }
    }
    // By so many steps of lightness the second is at least lighter at nine in ten places.
    const auto mostly = [&steps](Kind one, Kind other) {
        std::vector<double> &all = steps[{one, other}];
        REQUIRE(all.size() > 1000);
        const auto tenth = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 10);
        std::nth_element(all.begin(), tenth, all.end());
        return *tenth;
    };
    CHECK(mostly(Kind::muscle, Kind::tendon) > 6);
    CHECK(mostly(Kind::muscle, Kind::bone) > 10);

    // Before shading: the layers of muscle by steps that can be seen, skin and its ground too.
    CHECK(lightness(tokens.muscle[0]) - lightness(tokens.muscle[1]) > 4);
    CHECK(lightness(tokens.muscle[1]) - lightness(tokens.muscle[2]) > 4);
    CHECK(lightness(tokens.skin) - lightness(tokens.muscle[0]) > 12);
    CHECK(lightness(tokens.ground) - lightness(tokens.skin) > 6);
    CHECK(lightness(tokens.tendon) - lightness(tokens.muscle[0]) > 15);

    // Tendon and bone are nearly as light as each other: what parts them is the line.
    CHECK(lightness(tokens.bone) - lightness(tokens.tendon) > 2);
    const float part = tokens.innerLine.alphaF();
    const auto lined = [&](float under, float line) { return under + (line - under) * part; };
    const QColor line = QColor::fromRgbF(lined(tokens.tendon.redF(), tokens.innerLine.redF()),
                                         lined(tokens.tendon.greenF(), tokens.innerLine.greenF()),
                                         lined(tokens.tendon.blueF(), tokens.innerLine.blueF()));
    CHECK(lightness(tokens.tendon) - lightness(line) > 25);
    // In shade they get darker by less than that.
    CHECK(lightness(tokens.tendon) - lightness(tokens.tendon, static_cast<double>(anatomy::darkestShade)) <
          lightness(tokens.tendon) - lightness(line));
}

TEST_CASE("a body painted ahead is the picture that would be painted now, given away once and for that look alone")
{
    const anatomy::ViewInfo &view = *shippedAtlas().findView("back");
    for (const Layer layer : {Layer::skin, Layer::superficial}) {
        const BodyLook look{layer, Theme::dark, {214, 555}, 0.9};
        MapScene scene{shippedAtlas()};
        scene.paintAhead(view, look);
        const auto ahead = scene.takePainted(view, look);
        REQUIRE(ahead);
        CHECK(*ahead == paintBody(scene, view, layer, tokensFor(look.theme).map, look.size, look.lineWidth));
        CHECK_FALSE(scene.takePainted(view, look));

        MapScene other{shippedAtlas()};
        other.paintAhead(view, look);
        BodyLook larger = look;
        larger.size *= 2;
        CHECK_FALSE(other.takePainted(view, larger));
    }
}
