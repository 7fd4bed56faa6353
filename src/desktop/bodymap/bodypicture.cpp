// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/bodypicture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>
#include <vector>

#include "anatomy/encoding.h"

namespace palpate::desktop {

namespace {

using anatomy::RegionNumber;

/// A sum or product of channels, in whole numbers: a picture has millions of pixels.
struct Rgb {
    int red = 0;
    int green = 0;
    int blue = 0;
};

/// Parts are counted in 256ths.
constexpr int whole = 256;

Rgb rgbOf(const QColor &color) { return {color.red(), color.green(), color.blue()}; }

/// Which structure each number of an index picture stands for in one layer, and how it is coloured.
struct Palette {
    const std::vector<RegionNumber> &tops; ///< by number of the index picture
    std::vector<Rgb> tints;                ///< by region; 0 is the ground
};

std::vector<Rgb> tints(const anatomy::Atlas &atlas, const MapTokens &tokens)
{
    std::vector<Rgb> colors(atlas.regionCount() + 1, rgbOf(tokens.ground));
    for (RegionNumber number = 1; number <= atlas.regionCount(); ++number) {
        colors[number] = rgbOf(tintOf(atlas.structureOf(number), tokens));
    }
    return colors;
}

/// Averages the atlas's pixels under each pixel of the picture: edges come out smooth at any size up to the atlas's
/// own resolution, and above it stay sharp.
template <typename Number> class BodyPainter {
public:
    BodyPainter(const anatomy::GrayImage<Number> &numbers, const Palette &palette, const anatomy::GrayImage8 &shading,
                const MapTokens &tokens, QImage &picture, double lineWidth)
        : m_numbers{numbers},
          m_shading{shading},
          m_tops{palette.tops},
          m_tints{palette.tints},
          m_line{rgbOf(tokens.innerLine)},
          m_linePart{static_cast<int>(std::lround(tokens.innerLine.alphaF() * whole))},
          m_ground{tokens.ground.rgb()},
          m_picture{picture},
          m_bits{picture.bits()},
          m_scale{static_cast<double>(numbers.width()) / picture.width()},
          m_reach{std::max(1, static_cast<int>(std::lround(lineWidth / 2 * m_scale)))},
          m_regions(numbers.width(), numbers.height())
    {
        for (std::size_t value = 0; value < m_shades.size(); ++value) {
            m_shades[value] =
                static_cast<int>(std::lround(anatomy::decodeShade(static_cast<std::uint8_t>(value)) * whole));
        }
    }

    void paint()
    {
        inStrips([this](int strip, int strips) {
            for (int y = strip; y < m_numbers.height(); y += strips) {
                const Number *from = m_numbers.row(y);
                std::transform(from, from + m_numbers.width(), m_regions.row(y),
                               [this](Number number) { return m_tops[number]; });
            }
        });
        inStrips([this](int strip, int strips) {
            for (int y = strip; y < m_picture.height(); y += strips) {
                paintRow(y);
            }
        });
    }

private:
    /// Every n-th row to each of n workers: work is even although the body is not.
    template <typename Work> static void inStrips(const Work &work)
    {
        const int strips = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        std::vector<std::jthread> workers;
        for (int strip = 1; strip < strips; ++strip) {
            workers.emplace_back([&work, strip, strips] { work(strip, strips); });
        }
        work(0, strips);
    }

    void paintRow(int y)
    {
        const int top = std::min(static_cast<int>(y * m_scale), m_numbers.height() - 1);
        const int bottom = std::clamp(static_cast<int>((y + 1) * m_scale), top + 1, m_numbers.height());
        auto *line = reinterpret_cast<QRgb *>(m_bits + static_cast<std::ptrdiff_t>(y) * m_picture.bytesPerLine());
        for (int x = 0; x < m_picture.width(); ++x) {
            const int left = std::min(static_cast<int>(x * m_scale), m_numbers.width() - 1);
            const int right = std::clamp(static_cast<int>((x + 1) * m_scale), left + 1, m_numbers.width());
            Rgb sum;
            bool shows = false;
            for (int sy = top; sy < bottom; ++sy) {
                const RegionNumber *regions = m_regions.row(sy);
                for (int sx = left; sx < right; ++sx) {
                    const RegionNumber region = regions[sx];
                    const Rgb color = region == 0 ? m_tints[0] : colorAt(region, sx, sy);
                    shows = shows || region != 0;
                    sum = {sum.red + color.red, sum.green + color.green, sum.blue + color.blue};
                }
            }
            const int count = (bottom - top) * (right - left);
            line[x] = shows ? qRgb(sum.red / count, sum.green / count, sum.blue / count) : m_ground;
        }
    }

    [[nodiscard]] Rgb colorAt(RegionNumber region, int x, int y) const
    {
        const int shade = m_shades[m_shading.at(x, y)];
        const Rgb &tint = m_tints[region];
        const Rgb lit{lit256(tint.red, shade), lit256(tint.green, shade), lit256(tint.blue, shade)};
        if (!isBorder(region, x, y)) {
            return lit;
        }
        return {mixed(lit.red, m_line.red), mixed(lit.green, m_line.green), mixed(lit.blue, m_line.blue)};
    }

    static int lit256(int channel, int shade) { return std::min(255, (channel * shade + whole / 2) / whole); }
    [[nodiscard]] int mixed(int channel, int line) const
    {
        return (channel * (whole - m_linePart) + line * m_linePart + whole / 2) / whole;
    }

    [[nodiscard]] bool isBorder(RegionNumber region, int x, int y) const
    {
        const RegionNumber *here = m_regions.row(y);
        return here[std::min(x + m_reach, m_numbers.width() - 1)] != region ||
               here[std::max(x - m_reach, 0)] != region ||
               m_regions.row(std::min(y + m_reach, m_numbers.height() - 1))[x] != region ||
               m_regions.row(std::max(y - m_reach, 0))[x] != region;
    }

    const anatomy::GrayImage<Number> &m_numbers;
    const anatomy::GrayImage8 &m_shading;
    const std::vector<RegionNumber> &m_tops;
    const std::vector<Rgb> &m_tints;
    Rgb m_line;
    int m_linePart; ///< of 256
    QRgb m_ground;
    std::array<int, 256> m_shades{}; ///< in 256ths
    const QImage &m_picture;
    uchar *m_bits;
    double m_scale;                 ///< atlas pixels to one pixel of the picture
    int m_reach;                    ///< half a line, in atlas pixels
    anatomy::GrayImage16 m_regions; ///< what the layer shows at every pixel of the atlas's picture
};

} // namespace

QColor tintOf(const anatomy::Structure &structure, const MapTokens &tokens)
{
    using anatomy::Layer;
    using anatomy::Tissue;
    switch (structure.tissue) {
    case Tissue::tendon:
        return tokens.tendon;
    case Tissue::cartilage:
    case Tissue::bone:
        return tokens.bone;
    case Tissue::eye:
        return tokens.bone.lighter(106);
    case Tissue::ear:
    case Tissue::skin:
        return tokens.skin;
    case Tissue::muscle:
        break;
    }
    const std::size_t step = structure.layer == Layer::superficial ? 0 : structure.layer == Layer::intermediate ? 1 : 2;
    // From the name, so that a muscle has the same tint on every machine and in every view.
    unsigned hash = 2166136261U;
    for (const char letter : structure.id.text()) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
    const double nudge = (static_cast<int>(hash >> 8U) % 7 - 3) / 100.0;
    QColor tint = tokens.muscle[step].toHsl();
    tint.setHslF(tint.hslHueF(), tint.hslSaturationF(),
                 std::clamp(tint.lightnessF() + static_cast<float>(nudge), 0.0F, 1.0F));
    return tint.toRgb();
}

QImage paintBody(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer, const MapTokens &tokens,
                 QSize size, double lineWidth)
{
    QImage picture{size.expandedTo({1, 1}), QImage::Format_RGB32};
    const anatomy::GrayImage8 &shading = scene.shading(view, layer);
    if (layer == anatomy::Layer::skin) {
        // The skin is one surface: wherever there is a zone.
        std::vector<RegionNumber> tops(256, 1);
        tops[0] = 0;
        const Palette palette{tops, {rgbOf(tokens.ground), rgbOf(tokens.skin)}};
        MapTokens skinTokens = tokens;
        skinTokens.innerLine = tokens.skinLine;
        BodyPainter{scene.zones(view), palette, shading, skinTokens, picture, lineWidth}.paint();
        return picture;
    }
    const anatomy::StackMap &stacks = scene.stacks(view);
    const Palette palette{stacks.topsOf(layer), tints(scene.atlas(), tokens)};
    BodyPainter{stacks.numbers(), palette, shading, tokens, picture, lineWidth}.paint();
    return picture;
}

} // namespace palpate::desktop
