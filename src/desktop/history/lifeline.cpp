// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/lifeline.h"

#include <algorithm>
#include <optional>

#include <QPainter>

#include "desktop/bodymap/pointmarker.h"
#include "desktop/history/storyphrases.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

constexpr int lineHeight = 72;
constexpr int stepWidth = 120;
constexpr double markY = 16;

/// What the shapes of markers say: a kind, or nothing for stages that have none.
std::optional<PointKind> kindOf(const std::optional<LifeStage> &stage)
{
    switch (stage.value_or(LifeStage::quiet)) {
    case LifeStage::active:
        return PointKind::active;
    case LifeStage::latent:
        return PointKind::latent;
    case LifeStage::unsure:
        return PointKind::unsure;
    case LifeStage::returned:
    case LifeStage::quiet:
        break;
    }
    return std::nullopt;
}

std::optional<LifeStage> firstStage(const TriggerPoint &point)
{
    const bool changedKind = std::ranges::any_of(point.life, [](const LifeEvent &event) {
        return event.stage != LifeStage::quiet && event.stage != LifeStage::returned;
    });
    if (changedKind) {
        return std::nullopt; // its kind is that of today
    }
    return point.kind == PointKind::active   ? LifeStage::active
           : point.kind == PointKind::latent ? LifeStage::latent
                                             : LifeStage::unsure;
}

} // namespace

std::vector<LifeStep> lifeOf(const TriggerPoint &point)
{
    const auto first = firstStage(point);
    std::vector<LifeStep> steps{
        {first, first ? storyphrases::stage(*first) : LifeLine::tr("marked"), phrases::day(point.markedAt)}};
    for (const LifeEvent &event : point.life) {
        steps.push_back({event.stage, storyphrases::stage(event.stage), phrases::day(event.at)});
    }
    return steps;
}

LifeLine::LifeLine(Theme theme, QWidget *parent) : QWidget{parent}, m_theme{theme}
{
    setObjectName(QStringLiteral("lifeLine"));
    setMinimumHeight(lineHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize LifeLine::sizeHint() const { return {3 * stepWidth, lineHeight}; }

void LifeLine::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void LifeLine::setPoint(const TriggerPoint &point)
{
    m_steps = lifeOf(point);
    QStringList said;
    for (const LifeStep &step : m_steps) {
        said << tr("%1, %2").arg(step.words, step.day);
    }
    setAccessibleName(tr("Life of the point: %1").arg(said.join(tr("; "))));
    update();
}

void LifeLine::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = tokensFor(m_theme);
    const InterfaceTokens &t = tokens.interface;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(type::caption);
    const auto room = static_cast<std::size_t>(std::max(1, width() / stepWidth));
    const std::size_t from = m_steps.size() > room ? m_steps.size() - room : 0;
    const auto xOf = [&](std::size_t step) {
        const double x = 12 + double(step - from) * stepWidth;
        return isRightToLeft() ? width() - x : x;
    };
    for (std::size_t at = from; at < m_steps.size(); ++at) {
        const LifeStep &step = m_steps[at];
        const bool last = at + 1 == m_steps.size();
        QPen pen{t.text2, 2, Qt::SolidLine, Qt::FlatCap};
        if (step.stage == LifeStage::quiet) {
            pen.setDashPattern({2, 3});
        }
        painter.setPen(pen);
        const double end = isRightToLeft() ? xOf(at) - stepWidth : xOf(at) + stepWidth;
        painter.drawLine(QPointF{xOf(at), markY}, QPointF{last ? (xOf(at) + end) / 2 : end, markY});
    }
    for (std::size_t at = from; at < m_steps.size(); ++at) {
        const LifeStep &step = m_steps[at];
        const QPointF centre{xOf(at), markY};
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.window);
        painter.drawEllipse(centre, 12, 12);
        if (const auto kind = kindOf(step.stage)) {
            paintMarker(painter, centre, *kind, std::nullopt, tokens.map, {});
        } else {
            painter.setPen(QPen{tokens.map.plumOutline, 1.5});
            painter.setBrush(step.stage == LifeStage::returned ? QBrush{tokens.map.plum[2]} : QBrush{Qt::NoBrush});
            painter.drawEllipse(centre, 5, 5);
        }
        const double left = isRightToLeft() ? xOf(at) - stepWidth + 12 : xOf(at) - 12;
        const QRectF words{left, 34, stepWidth - 8, 16};
        const int start =
            int(Qt::AlignVCenter | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
        painter.setFont(small);
        painter.setPen(t.text);
        painter.drawText(words, start, QFontMetricsF{small}.elidedText(step.words, Qt::ElideRight, words.width()));
        painter.setPen(t.text2);
        painter.drawText(words.translated(0, 16), start, step.day);
    }
}

} // namespace palpate::desktop
