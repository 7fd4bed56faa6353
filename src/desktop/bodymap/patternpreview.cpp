// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/patternpreview.h"

#include <QPainter>
#include <QPainterPath>

#include "desktop/bodymap/bodypicture.h"
#include "desktop/bodymap/mapgeometry.h"
#include "desktop/bodymap/patternpicture.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

constexpr QSize pictureSize{140, 168};
constexpr double plateHeight = 20;
/// Room around the pattern, and the least width of body to show, in picture pixels: enough to know where one is.
constexpr double cropMargin = 60;
constexpr double leastCrop = 330;

/// The crop widened to the picture's proportions and kept within the view.
QRectF cropFor(const QRectF &interest, const anatomy::ViewFrame &frame)
{
    QRectF crop = interest.adjusted(-cropMargin, -cropMargin, cropMargin, cropMargin);
    const double aspect = static_cast<double>(pictureSize.width()) / pictureSize.height();
    const double width = std::max({crop.width(), crop.height() * aspect, leastCrop});
    const QPointF centre = crop.center();
    crop = QRectF{0, 0, width, width / aspect};
    crop.moveCenter(centre);
    crop.moveTop(std::clamp(crop.top(), -40.0, std::max(-40.0, frame.height - crop.height() + 40.0)));
    return crop;
}

} // namespace

PatternPreview::PatternPreview(MapScene &scene, const anatomy::ViewInfo &view, anatomy::RegionNumber muscle,
                               const std::vector<ReferredZone> &pattern, Theme theme, QWidget *parent)
    : QAbstractButton{parent}, m_scene{scene}, m_view{view}, m_muscle{muscle}, m_pattern{pattern}, m_theme{theme}
{
    setFixedSize(sizeHint());
    setToolTip(tr("Turn the body to this side"));
    setAccessibleName(tr("Pattern seen from: %1").arg(phrases::view(view.id)));
    QRectF interest{patternBounds(scene.atlas(), scene.zones(view), pattern)};
    if (interest.isEmpty()) {
        return;
    }
    if (muscle != 0) {
        const auto visible = scene.shapes(view).visible(scene.atlas().structureOf(muscle).layer, muscle);
        interest = interest.united(toPainterPath(visible).boundingRect());
    }
    m_crop = cropFor(interest, view.frame);
}

QSize PatternPreview::sizeHint() const { return pictureSize; }

void PatternPreview::paintPicture()
{
    const double ratio = devicePixelRatioF();
    const MapTokens &tokens = tokensFor(m_theme).map;
    const MapGeometry geometry = MapGeometry::fitted(m_crop, QRectF{rect()});
    const QSize bodySize = (geometry.screenRect(m_view.frame).size() * ratio).toSize().expandedTo({1, 1});
    const anatomy::Layer layer = anatomy::Layer::superficial;
    m_picture = QImage{size() * ratio, QImage::Format_RGB32};
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(tokens.ground);
    QPainter painter{&m_picture};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bodyRect = geometry.screenRect(m_view.frame);
    painter.drawImage(bodyRect, paintBody(m_scene, m_view, layer, tokens, bodySize, 0.8 * ratio));
    QColor veil = tokens.ground;
    veil.setAlphaF(0.35F);
    painter.fillRect(bodyRect, veil);
    if (m_muscle != 0) {
        const auto own = m_scene.atlas().structureOf(m_muscle).layer;
        const QPainterPath path =
            geometry.transform().map(toPainterPath(m_scene.shapes(m_view).visible(own, m_muscle)));
        painter.fillPath(path, tintOf(m_scene.atlas().structureOf(m_muscle), tokens));
        painter.strokePath(path, QPen{tokensFor(m_theme).interface.text, 1.2});
    }
    paintPattern(painter, m_scene.atlas(), m_scene.zones(m_view), m_pattern, PatternHue::book, tokens, geometry);
}

void PatternPreview::paintEvent(QPaintEvent * /*event*/)
{
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        paintPicture();
    }
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    card.addRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    painter.setClipPath(card);
    painter.drawImage(rect(), m_picture);
    QFont label = font();
    label.setPixelSize(type::caption);
    painter.setFont(label);
    const QString name = phrases::view(m_view.id);
    // On a plate: the picture runs on below it.
    const double plateWidth = QFontMetricsF{label}.horizontalAdvance(name) + 2 * space::s;
    const QRectF plate{isRightToLeft() ? width() - plateWidth - space::xs : double(space::xs),
                       height() - plateHeight - space::xs, plateWidth, plateHeight};
    QColor ground = t.surface;
    ground.setAlphaF(0.88F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 6, 6);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(t.text2);
    painter.drawText(plate, Qt::AlignCenter, name);
    painter.setClipping(false);
    painter.setPen(hasFocus() ? QPen{t.accent, 2} : QPen{t.hairline, 1});
    painter.drawPath(card);
}

} // namespace palpate::desktop
