// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/timerface.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

namespace palpate::desktop {

namespace {

constexpr double leastDigitsMm = 40;
constexpr double shareOfWindow = 0.38;
constexpr double mmPerInch = 25.4;
constexpr double frameRadius = 16;
constexpr double workFrame = 8;
constexpr double restFrame = 2;
constexpr double barHeight = 14;
constexpr double signRadius = 10;
constexpr double wordShare = 0.13; // of the face's height

/// The font whose digits are this high.
[[nodiscard]] QFont withDigits(QFont font, double height)
{
    font.setPixelSize(1000);
    const double digit = QFontMetricsF{font}.tightBoundingRect(QStringLiteral("0")).height();
    font.setPixelSize(std::max(12, static_cast<int>(1000 * height / digit)));
    return font;
}

} // namespace

TimerFace::TimerFace(Theme theme, QWidget *parent) : QWidget{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("timerFace"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TimerFace::show(const Content &content)
{
    if (content == m_content) {
        return;
    }
    const bool said = content.word != m_content.word || content.sentence != m_content.sentence;
    m_content = content;
    if (said) {
        // The digits are not read out each second; the words are.
        setAccessibleName(content.sentence.isEmpty() ? content.word : content.sentence);
    }
    update();
}

double TimerFace::digitHeight() const
{
    const double wanted =
        std::max(leastDigitsMm / mmPerInch * physicalDpiY() / devicePixelRatioF(), window()->height() * shareOfWindow);
    // No higher than the face has room for beside word and bar.
    return std::min(wanted, height() * (1 - wordShare) - barHeight - 4 * space::xl);
}

void TimerFace::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void TimerFace::paintEvent(QPaintEvent * /*event*/)
{
    const InterfaceTokens &tokens = tokensFor(m_theme).interface;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = m_content.isWork ? workFrame : restFrame;
    const QRectF frame = QRectF{rect()}.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(QPen{m_content.isWork ? tokens.text : tokens.controlOutline, line});
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(frame, frameRadius, frameRadius);
    const QRectF inner = frame.adjusted(space::xl, space::l, -space::xl, -space::l);
    painter.setPen(tokens.text);
    if (!m_content.sentence.isEmpty()) {
        QFont font = painter.font();
        font.setPixelSize(std::clamp(static_cast<int>(height() * 0.08), type::section, 44));
        painter.setFont(font);
        painter.drawText(inner, Qt::AlignCenter | Qt::TextWordWrap, m_content.sentence);
        return;
    }
    QFont word = painter.font();
    word.setPixelSize(std::max(type::page, static_cast<int>(height() * wordShare * 0.8)));
    word.setWeight(QFont::DemiBold);
    painter.setFont(word);
    const QRectF top{inner.left(), inner.top(), inner.width(), height() * wordShare};
    if (m_content.sign.isEmpty()) {
        painter.drawText(top, Qt::AlignCenter, m_content.word);
    } else {
        paintSign(painter, top);
    }
    painter.setFont(withDigits(painter.font(), digitHeight()));
    painter.setPen(tokens.text);
    const QRectF middle{inner.left(), top.bottom(), inner.width(),
                        inner.bottom() - top.bottom() - barHeight - space::m};
    painter.drawText(middle, Qt::AlignCenter | Qt::TextDontClip, m_content.digits);
    const QRectF bar{inner.left(), inner.bottom() - barHeight, inner.width(), barHeight};
    painter.setPen(QPen{tokens.text, tokens.lineWidth});
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(bar, barHeight / 2, barHeight / 2);
    QPainterPath left;
    const double width = bar.width() * std::clamp(m_content.leftShare, 0.0, 1.0);
    left.addRoundedRect(bar, barHeight / 2, barHeight / 2);
    QPainterPath cut;
    cut.addRect(QRectF{isRightToLeft() ? bar.right() - width : bar.left(), bar.top(), width, bar.height()});
    painter.fillPath(left.intersected(cut), m_content.isWork ? tokens.text : tokens.controlOutline);
}

void TimerFace::paintSign(QPainter &painter, const QRectF &place) const
{
    const InterfaceTokens &tokens = tokensFor(m_theme).interface;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.text);
    painter.drawRoundedRect(place, signRadius, signRadius);
    painter.setPen(tokens.surface);
    QFont font = painter.font();
    font.setPixelSize(std::max(type::section, static_cast<int>(place.height() * 0.62)));
    painter.setFont(font);
    painter.drawText(place, Qt::AlignCenter, m_content.sign);
}

} // namespace palpate::desktop
