// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/bodypicture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>
#include <vector>

#include "anatomy/encoding.h"
#include "desktop/bodymap/enlarged.h"

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

std::vector<QColor> tintsOf(const anatomy::Atlas &atlas, const MapTokens &tokens)
{
    std::vector<QColor> colors(atlas.regionCount() + std::size_t{1}, tokens.ground);
    for (RegionNumber number = 1; number <= atlas.regionCount(); ++number) {
        colors[number] = tintOf(atlas.structureOf(number), tokens);
    }
    return colors;
}

/// Every n-th row to each of n workers: work is even although the body is not.
template <typename Work> void inStrips(const Work &work)
{
    const int strips = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> workers;
    for (int strip = 1; strip < strips; ++strip) {
        workers.emplace_back([&work, strip, strips] { work(strip, strips); });
    }
    work(0, strips);
}

/// A part of a picture of numbers with what each stands for in its place.
template <typename Number> anatomy::GrayImage16 looked(const anatomy::GrayImage<Number> &numbers,
                                                       const std::vector<RegionNumber> &meanings, const QRect &part)
{
    auto regions = anatomy::GrayImage16::unfilled(part.width(), part.height());
    inStrips([&](int strip, int strips) {
        for (int y = strip; y < part.height(); y += strips) {
            const Number *from = numbers.row(y + part.top()) + part.left();
            std::transform(from, from + part.width(), regions.row(y),
                           [&meanings](Number number) { return meanings[number]; });
        }
    });
    return regions;
}

anatomy::GrayImage8 cut(const anatomy::GrayImage8 &image, const QRect &part)
{
    auto piece = anatomy::GrayImage8::unfilled(part.width(), part.height());
    inStrips([&](int strip, int strips) {
        for (int y = strip; y < part.height(); y += strips) {
            const std::uint8_t *from = image.row(y + part.top()) + part.left();
            std::copy(from, from + part.width(), piece.row(y));
        }
    });
    return piece;
}

/// Which of the layer's pixels along one axis lie under a pixel of the picture, and how much each counts.
struct Share {
    int first = 0;
    std::vector<int> parts; ///< of 256, together 256
};

/// By the length that they have in common, so that edges and lines are as smooth and wide everywhere, whatever the
/// ratio of the pixels.
std::vector<Share> sharesOf(int count, int layerCount, double scale)
{
    std::vector<Share> shares(static_cast<std::size_t>(count));
    for (int at = 0; at < count; ++at) {
        Share &share = shares[static_cast<std::size_t>(at)];
        const double from = std::min(at * scale, layerCount - 1.0);
        const double to = std::clamp((at + 1) * scale, from + 1e-6, static_cast<double>(layerCount));
        share.first = static_cast<int>(from);
        int told = 0;
        for (int pixel = share.first; pixel < to; ++pixel) {
            const double soFar = (std::min(to, pixel + 1.0) - from) / (to - from);
            share.parts.push_back(static_cast<int>(std::lround(soFar * whole)) - told);
            told += share.parts.back();
        }
    }
    return shares;
}

/// Averages the layer's pixels under each pixel of the picture: edges come out smooth.
class BodyPainter {
public:
    BodyPainter(const ShownLayer &layer, const std::vector<Rgb> &tints, const MapTokens &tokens, QImage &picture,
                double lineWidth)
        : m_regions{layer.regions},
          m_shading{layer.shading},
          m_fade{layer.fade.width() > 0 ? &layer.fade : nullptr},
          m_behind{layer.behind},
          m_tints{tints},
          m_line{rgbOf(tokens.innerLine)},
          m_picture{picture},
          m_bits{picture.bits()},
          m_scale{static_cast<double>(layer.regions.width()) / picture.width()},
          m_reach{std::max(1, static_cast<int>(std::lround(lineWidth / 2 * m_scale)))},
          m_linePart{static_cast<int>(std::lround(tokens.innerLine.alphaF() * whole * strengthOf(lineWidth)))},
          m_columns{sharesOf(picture.width(), layer.regions.width(), m_scale)},
          m_rows{sharesOf(picture.height(), layer.regions.height(), m_scale)}
    {
        for (std::size_t value = 0; value < m_shades.size(); ++value) {
            const double shade = tokens.shaded ? anatomy::decodeShade(static_cast<std::uint8_t>(value)) : 1;
            m_shades[value] = static_cast<int>(std::lround(shade * whole));
        }
    }

    void paint()
    {
        // Neighbouring rows share a row of the layer, so they go to one worker.
        constexpr int rowsAtOnce = 32;
        inStrips([this](int strip, int strips) {
            Bands bands;
            for (int top = strip * rowsAtOnce; top < m_picture.height(); top += strips * rowsAtOnce) {
                for (int y = top; y < std::min(top + rowsAtOnce, m_picture.height()); ++y) {
                    paintRow(y, bands);
                }
            }
        });
    }

private:
    /// Three channels in one number, 21 bits each, so that a picture's millions of sums take a third of the time.
    using Lanes = std::uint64_t;

    /// A row of the layer in the columns of the picture, in 32nds; and the sum of such rows.
    struct Bands {
        int row = -1;
        std::vector<Lanes> colors;
        std::vector<Lanes> across;
        std::vector<Lanes> sums;
    };

    /// A line can be no finer than two of the layer's pixels: one that should be is fainter instead.
    [[nodiscard]] double strengthOf(double lineWidth) const
    {
        return std::min(1.0, lineWidth * m_scale / (2 * m_reach));
    }

    void paintRow(int y, Bands &bands)
    {
        const Share &rows = m_rows[static_cast<std::size_t>(y)];
        bands.sums.assign(m_columns.size(), lanesOf({half, half, half}));
        for (std::size_t at = 0; at < rows.parts.size(); ++at) {
            if (rows.parts[at] == 0) {
                continue;
            }
            readRow(rows.first + static_cast<int>(at), bands);
            const auto part = static_cast<Lanes>(rows.parts[at]);
            std::transform(bands.across.begin(), bands.across.end(), bands.sums.begin(), bands.sums.begin(),
                           [part](Lanes across, Lanes sum) { return sum + across * part; });
        }
        auto *line = reinterpret_cast<QRgb *>(m_bits + static_cast<std::ptrdiff_t>(y) * m_picture.bytesPerLine());
        std::transform(bands.sums.begin(), bands.sums.end(), line, [](Lanes sum) {
            const auto channel = [sum](int lane) { return static_cast<int>(sum >> (lane * 21 + 13) & 0xffU); };
            return qRgb(channel(0), channel(1), channel(2));
        });
    }

    void readRow(int y, Bands &bands)
    {
        if (bands.row == y) {
            return;
        }
        bands.row = y;
        bands.colors.resize(static_cast<std::size_t>(m_regions.width()));
        const RegionNumber *regions = m_regions.row(y);
        const Lanes ground = lanesOf(m_tints[0]);
        for (int x = 0; x < m_regions.width(); ++x) {
            bands.colors[static_cast<std::size_t>(x)] = regions[x] == 0 ? ground : lanesOf(colorAt(regions[x], x, y));
        }
        bands.across.resize(m_columns.size());
        std::transform(m_columns.begin(), m_columns.end(), bands.across.begin(), [&bands](const Share &share) {
            auto color = bands.colors.begin() + share.first;
            Lanes sum = 0;
            for (const int part : share.parts) {
                sum += *color++ * static_cast<Lanes>(part);
            }
            return sum >> 3U & eachLane(0x1fff); // in 32nds, so that a sum of 256 fits into its lane
        });
    }

    static constexpr Lanes eachLane(Lanes value) { return value | value << 21U | value << 42U; }
    static constexpr Lanes lanesOf(const Rgb &color)
    {
        return static_cast<Lanes>(color.red) | static_cast<Lanes>(color.green) << 21U |
               static_cast<Lanes>(color.blue) << 42U;
    }

    [[nodiscard]] Rgb colorAt(RegionNumber region, int x, int y) const
    {
        const int shade = m_shades[m_shading.at(x, y)];
        const Rgb lit = times(m_tints[region], shade);
        const int line = m_linePart * borderAt(region, x, y) / all;
        const Rgb lined = line == 0 ? lit : mixed(lit, m_line, line);
        if (m_fade == nullptr || m_fade->at(x, y) == all) {
            return lined;
        }
        const RegionNumber behind = m_behind.at(x, y);
        return mixed(behind == 0 ? m_tints[0] : times(m_tints[behind], shade), lined, m_fade->at(x, y) * whole / all);
    }

    /// How much of a line runs there, from none to all: beside an arm that fades it fades too.
    [[nodiscard]] int borderAt(RegionNumber region, int x, int y) const
    {
        const RegionNumber *here = m_regions.row(y);
        const int right = std::min(x + m_reach, m_regions.width() - 1);
        const int left = std::max(x - m_reach, 0);
        const int below = std::min(y + m_reach, m_regions.height() - 1);
        const int above = std::max(y - m_reach, 0);
        const bool isBorder = here[right] != region || here[left] != region || m_regions.row(below)[x] != region ||
                              m_regions.row(above)[x] != region;
        if (!isBorder || m_fade == nullptr) {
            return isBorder ? all : 0;
        }
        int most = 0;
        for (const auto &[otherX, otherY] : {std::pair{right, y}, {left, y}, {x, below}, {x, above}}) {
            if (m_regions.at(otherX, otherY) != region) {
                most = std::max(most, int{m_fade->at(otherX, otherY)});
            }
        }
        return most;
    }

    static Rgb times(const Rgb &color, int shade)
    {
        const auto lit = [shade](int channel) { return std::min(255, (channel * shade + whole / 2) / whole); };
        return {lit(color.red), lit(color.green), lit(color.blue)};
    }

    /// `part` of 256 of the second color over the first.
    static Rgb mixed(const Rgb &under, const Rgb &over, int part)
    {
        const auto mix = [part](int a, int b) { return (a * (whole - part) + b * part + whole / 2) / whole; };
        return {mix(under.red, over.red), mix(under.green, over.green), mix(under.blue, over.blue)};
    }

    static constexpr int all = 255;             ///< where nothing fades
    static constexpr int half = 32 * whole / 2; ///< of the last place, to round

    const anatomy::GrayImage16 &m_regions;
    const anatomy::GrayImage8 &m_shading;
    const anatomy::GrayImage8 *m_fade; ///< null: all shows
    const anatomy::GrayImage16 &m_behind;
    const std::vector<Rgb> &m_tints; ///< by region; 0 is the ground
    Rgb m_line;
    std::array<int, 256> m_shades{}; ///< in 256ths
    const QImage &m_picture;
    uchar *m_bits;
    double m_scale; ///< the layer's pixels to one pixel of the picture
    int m_reach;    ///< half a line, in the layer's pixels
    int m_linePart; ///< of 256
    std::vector<Share> m_columns;
    std::vector<Share> m_rows;
};

/// Paints a layer, in more pixels than it has where the picture is larger than the atlas's: twice as many as the
/// picture's, so that averaging smooths the edges.
void paint(const ShownLayer &layer, const std::vector<Rgb> &tints, const MapTokens &tokens, QImage &picture,
           double lineWidth)
{
    constexpr int most = 6; // beyond that an edge is a pixel or two soft, and memory is short
    const double larger = static_cast<double>(picture.width()) / layer.regions.width();
    if (larger <= 1) {
        BodyPainter{layer, tints, tokens, picture, lineWidth}.paint();
        return;
    }
    const int factor = std::min(most, static_cast<int>(std::ceil(2 * larger)));
    BodyPainter{enlarged(layer, factor), tints, tokens, picture, lineWidth}.paint();
}

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
    if (!tokens.shaded) {
        return tokens.muscle[0]; // black and white: lines tell muscles apart
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

BodyPaintJob::BodyPaintJob(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer,
                           const MapTokens &tokens, QRect part, QSize size, double lineWidth)
    : m_tokens{tokens}, m_size{size.expandedTo({1, 1})}, m_lineWidth{lineWidth}
{
    m_shown.shading = cut(scene.shading(view, layer), part);
    const anatomy::GrayImage8 *fade = scene.fade(view, layer);
    if (fade != nullptr) {
        m_shown.fade = cut(*fade, part);
    }
    if (layer == anatomy::Layer::skin) {
        // The skin is one surface: wherever there is a zone.
        std::vector<RegionNumber> tops(256, 1);
        tops[0] = 0;
        m_shown.regions = looked(scene.zones(view), tops, part);
        if (fade != nullptr) {
            // Where skin fades before skin the atlas has mixed them; what remains fades into the ground.
            m_shown.behind = anatomy::GrayImage16{part.width(), part.height()};
        }
        m_tokens.innerLine = tokens.skinLine;
        m_tints = {tokens.ground, tokens.skin};
        return;
    }
    const anatomy::StackMap &stacks = scene.stacks(view);
    m_shown.regions = looked(stacks.numbers(), stacks.topsOf(layer), part);
    if (fade != nullptr) {
        m_shown.behind = looked(stacks.numbers(), stacks.topsBehindArm(layer), part);
    }
    m_tints = tintsOf(scene.atlas(), tokens);
}

QImage BodyPaintJob::run() const
{
    QImage picture{m_size, QImage::Format_RGB32};
    std::vector<Rgb> tints(m_tints.size());
    std::transform(m_tints.begin(), m_tints.end(), tints.begin(), rgbOf);
    paint(m_shown, tints, m_tokens, picture, m_lineWidth);
    return picture;
}

QImage paintBody(MapScene &scene, const anatomy::ViewInfo &view, anatomy::Layer layer, const MapTokens &tokens,
                 QSize size, double lineWidth)
{
    const QRect whole{0, 0, view.frame.width, view.frame.height};
    return BodyPaintJob{scene, view, layer, tokens, whole, size, lineWidth}.run();
}

} // namespace palpate::desktop
