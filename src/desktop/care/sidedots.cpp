// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/sidedots.h"

#include <algorithm>

#include <QPainter>

namespace palpate::desktop {

namespace {

constexpr int dot = 28;
constexpr double small = 9;
constexpr double large = 13;

QString letterOf(Side side)
{
    switch (side) {
    case Side::left:
        return SideDots::tr("L", "left");
    case Side::right:
        return SideDots::tr("R", "right");
    case Side::midline:
        break;
    }
    return {};
}

} // namespace

SideDots::SideDots(Theme theme, QWidget *parent) : QWidget{parent}, m_theme{theme}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SideDots::setPlaces(const std::vector<PlannedCare> &care)
{
    m_sides.clear();
    std::ranges::transform(care, std::back_inserter(m_sides), [](const PlannedCare &one) { return one.place.side; });
    m_current = 0;
    updateGeometry();
    setCurrent(0);
}

void SideDots::setCurrent(std::size_t place)
{
    m_current = place;
    setAccessibleName(tr("Place %1 of %2").arg(place + 1).arg(m_sides.size()));
    update();
}

void SideDots::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

QSize SideDots::sizeHint() const { return {static_cast<int>(m_sides.size()) * (dot + space::xs), dot}; }

void SideDots::paintEvent(QPaintEvent * /*event*/)
{
    const InterfaceTokens &tokens = tokensFor(m_theme).interface;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(type::caption);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    for (std::size_t at = 0; at < m_sides.size(); ++at) {
        const int step = static_cast<int>(at) * (dot + space::xs);
        const int x = isRightToLeft() ? width() - dot - step : step;
        const QRectF place{static_cast<double>(x), 0, dot, dot};
        const bool done = at < m_current;
        const double radius = at == m_current ? large : small;
        painter.setPen(QPen{tokens.text, at == m_current ? 2.0 : tokens.lineWidth});
        painter.setBrush(done ? QBrush{tokens.text} : QBrush{tokens.surface});
        painter.drawEllipse(place.center(), radius, radius);
        painter.setPen(done ? tokens.surface : tokens.text);
        painter.drawText(place, Qt::AlignCenter, letterOf(m_sides[at]));
    }
}

} // namespace palpate::desktop
