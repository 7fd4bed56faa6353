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

struct Rgb {
    float red = 0;
    float green = 0;
    float blue = 0;
};

Rgb rgbOf(const QColor &color)
{
    return {static_cast<float>(color.red()), static_cast<float>(color.green()), static_cast<float>(color.blue())};
}

Rgb mix(const Rgb &a, const Rgb &b, float part)
{
    return {std::lerp(a.red, b.red, part), std::lerp(a.green, b.green, part), std::lerp(a.blue, b.blue, part)};
}

/// Which structure each number of an index picture stands for in one layer, and how it is coloured.
struct Palette {
    const std::vector<RegionNumber> &tops;   ///< by number of the index picture
    const std::vector<RegionNumber> &behind; ///< the same behind an arm that fades; empty where none does
    std::vector<Rgb> tints;                  ///< by region; 0 is the ground
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
    /// `fade` may be null: all shows.
    BodyPainter(const anatomy::GrayImage<Number> &numbers, const Palette &palette, const anatomy::GrayImage8 &shading,
                const anatomy::GrayImage8 *fade, const MapTokens &tokens, QImage &picture, double lineWidth)
        : m_numbers{numbers},
          m_shading{shading},
          m_fade{fade},
          m_tops{palette.tops},
          m_behind{palette.behind},
          m_tints{palette.tints},
          m_line{rgbOf(tokens.innerLine)},
          m_lineOpacity{static_cast<float>(tokens.innerLine.alphaF())},
          m_ground{tokens.ground.rgb()},
          m_picture{picture},
          m_bits{picture.bits()},
          m_scale{static_cast<double>(numbers.width()) / picture.width()},
          m_reach{std::max(1, static_cast<int>(std::lround(lineWidth / 2 * m_scale)))}
    {
        for (std::size_t value = 0; value < m_shades.size(); ++value) {
            m_shades[value] = anatomy::decodeShade(static_cast<std::uint8_t>(value));
        }
    }

    void paint() const
    {
        const int strips = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        std::vector<std::jthread> workers;
        for (int strip = 1; strip < strips; ++strip) {
            workers.emplace_back([this, strip, strips] { paintRows(strip, strips); });
        }
        paintRows(0, strips);
    }

private:
    /// Every n-th row: work is even although the body is not.
    void paintRows(int first, int step) const
    {
        for (int y = first; y < m_picture.height(); y += step) {
            paintRow(y);
        }
    }

    void paintRow(int y) const
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
                const Number *numbers = m_numbers.row(sy);
                for (int sx = left; sx < right; ++sx) {
                    const RegionNumber region = m_tops[numbers[sx]];
                    const Rgb color = region == 0 ? m_tints[0] : colorAt(region, sx, sy);
                    shows = shows || region != 0;
                    sum = {sum.red + color.red, sum.green + color.green, sum.blue + color.blue};
                }
            }
            const float count = static_cast<float>((bottom - top) * (right - left));
            line[x] =
                shows ? qRgb(toByte(sum.red / count), toByte(sum.green / count), toByte(sum.blue / count)) : m_ground;
        }
    }

    [[nodiscard]] Rgb colorAt(RegionNumber region, int x, int y) const
    {
        const float shade = m_shades[m_shading.at(x, y)];
        const Rgb lit = times(m_tints[region], shade);
        const Rgb lined = mix(lit, m_line, m_lineOpacity * borderAt(region, x, y));
        if (m_fade == nullptr || m_fade->at(x, y) == whole) {
            return lined;
        }
        const RegionNumber behind = m_behind[m_numbers.at(x, y)];
        return mix(behind == 0 ? m_tints[0] : times(m_tints[behind], shade), lined, presenceAt(x, y));
    }

    /// How much of a line runs there, from 0 to 1: beside an arm that fades it fades too.
    [[nodiscard]] float borderAt(RegionNumber region, int x, int y) const
    {
        const int right = std::min(x + m_reach, m_numbers.width() - 1);
        const int left = std::max(x - m_reach, 0);
        const int below = std::min(y + m_reach, m_numbers.height() - 1);
        const int above = std::max(y - m_reach, 0);
        float most = 0;
        for (const auto &[otherX, otherY] : {std::pair{right, y}, {left, y}, {x, below}, {x, above}}) {
            if (m_tops[m_numbers.at(otherX, otherY)] != region) {
                most = std::max(most, m_fade == nullptr ? 1.0F : presenceAt(otherX, otherY));
            }
        }
        return most;
    }

    [[nodiscard]] float presenceAt(int x, int y) const { return static_cast<float>(m_fade->at(x, y)) / whole; }

    static Rgb times(const Rgb &color, float factor)
    {
        return {color.red * factor, color.green * factor, color.blue * factor};
    }

    static int toByte(float value) { return std::clamp(static_cast<int>(std::lround(value)), 0, 255); }

    const anatomy::GrayImage<Number> &m_numbers;
    static constexpr std::uint8_t whole = 255;

    const anatomy::GrayImage8 &m_shading;
    const anatomy::GrayImage8 *m_fade;
    const std::vector<RegionNumber> &m_tops;
    const std::vector<RegionNumber> &m_behind;
    const std::vector<Rgb> &m_tints;
    Rgb m_line;
    float m_lineOpacity;
    QRgb m_ground;
    std::array<float, 256> m_shades{};
    const QImage &m_picture;
    uchar *m_bits;
    double m_scale; ///< atlas pixels to one pixel of the picture
    int m_reach;    ///< half a line, in atlas pixels
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
    const anatomy::GrayImage8 *fade = scene.fade(view, layer);
    if (layer == anatomy::Layer::skin) {
        // The skin is one surface: wherever there is a zone.
        std::vector<RegionNumber> tops(256, 1);
        tops[0] = 0;
        // Where skin fades before skin the atlas has mixed them; what remains fades into the ground.
        const std::vector<RegionNumber> behind(tops.size(), 0);
        const Palette palette{tops, behind, {rgbOf(tokens.ground), rgbOf(tokens.skin)}};
        MapTokens skinTokens = tokens;
        skinTokens.innerLine = tokens.skinLine;
        BodyPainter{scene.zones(view), palette, shading, fade, skinTokens, picture, lineWidth}.paint();
        return picture;
    }
    const anatomy::StackMap &stacks = scene.stacks(view);
    const Palette palette{stacks.topsOf(layer), stacks.topsBehindArm(layer), tints(scene.atlas(), tokens)};
    BodyPainter{stacks.numbers(), palette, shading, fade, tokens, picture, lineWidth}.paint();
    return picture;
}

} // namespace palpate::desktop
