// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/paintpanel.h"

#include <algorithm>
#include <cmath>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/levelscale.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int leastBrush = 6;
constexpr int mostBrush = 80;
/// Less of a zone than this is the brush's edge, not where it hurts.
constexpr double shownCoverage = 0.05;
constexpr int newArea = 1000;

QPushButton *tool(const QString &words, Icon icon, const QString &objectName)
{
    auto *button = new QPushButton{words};
    button->setObjectName(objectName);
    button->setCheckable(true);
    setButtonRole(*button, ButtonRole::segment);
    setButtonIcon(*button, icon);
    return button;
}

QPushButton *quiet(const QString &words, Icon icon, const QString &objectName)
{
    auto *button = new QPushButton{words};
    button->setObjectName(objectName);
    setButtonRole(*button, ButtonRole::quiet);
    setButtonIcon(*button, icon);
    return button;
}

} // namespace

PaintPanel::PaintPanel(PainDrawing &drawing, const KnowledgeBase &knowledge, int brushMm, QWidget *parent)
    : QScrollArea{parent}, m_drawing{drawing}, m_knowledge{knowledge}
{
    setObjectName(QStringLiteral("paintPanel"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    new ScrollShade{*this};
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Where does it hurt now?"), TextStyle::section));
    m_invitation = makeLabel(tr("Paint over the skin with the brush. Every stroke is saved as you make it. Dragging "
                                "beside the body turns it."),
                             TextStyle::body);
    layout->addWidget(m_invitation);
    layout->addWidget(makeBrush(brushMm));
    m_copy = quiet(tr("Same as last time"), Icon::copy, QStringLiteral("copyEarlier"));
    layout->addWidget(m_copy, 0, Qt::AlignLeading);
    m_areaPart = makeArea();
    layout->addWidget(m_areaPart);
    m_new = quiet(tr("New drawing"), Icon::plus, QStringLiteral("newDrawing"));
    m_remove = quiet(tr("Remove this drawing"), Icon::remove, QStringLiteral("removeDrawing"));
    layout->addSpacing(space::s);
    layout->addWidget(m_new, 0, Qt::AlignLeading);
    setButtonRole(*m_remove, ButtonRole::danger);
    layout->addWidget(m_remove, 0, Qt::AlignLeading);
    layout->addStretch();
    setWidget(content);

    connect(m_copy, &QPushButton::clicked, &m_drawing, &PainDrawing::copyEarlier);
    connect(m_new, &QPushButton::clicked, &m_drawing, &PainDrawing::beginNew);
    connect(m_remove, &QPushButton::clicked, &m_drawing, &PainDrawing::removeAll);
    connect(&m_drawing, &PainDrawing::changed, this, &PaintPanel::refresh);
    refresh();
}

QWidget *PaintPanel::makeBrush(int brushMm)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_paint = tool(tr("Brush"), Icon::brush, QStringLiteral("brushTool"));
    m_erase = tool(tr("Eraser"), Icon::eraser, QStringLiteral("eraserTool"));
    m_paint->setToolTip(tr("Paint where it hurts (B)"));
    m_erase->setToolTip(tr("Take paint away (E)"));
    m_paint->setChecked(true);
    auto *group = new QButtonGroup{this};
    group->addButton(m_paint);
    group->addButton(m_erase);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::xs);
    tools->addWidget(m_paint);
    tools->addWidget(m_erase);
    tools->addStretch();
    layout->addLayout(tools);
    m_size = new QSlider{Qt::Horizontal};
    m_size->setObjectName(QStringLiteral("brushSize"));
    m_size->setAccessibleName(tr("Size of the brush in millimetres"));
    m_size->setRange(leastBrush, mostBrush);
    m_size->setPageStep(10);
    m_size->setValue(brushMm);
    m_sizeWords = makeLabel({}, TextStyle::caption);
    m_sizeWords->setWordWrap(false);
    m_sizeWords->setMinimumWidth(64);
    auto *size = new QHBoxLayout;
    size->addWidget(m_size, 1);
    size->addWidget(m_sizeWords);
    layout->addLayout(size);
    const auto tell = [this] {
        m_sizeWords->setText(tr("%1 mm wide").arg(m_size->value()));
        Q_EMIT brushChanged(brush());
    };
    connect(m_size, &QSlider::valueChanged, this, tell);
    connect(group, &QButtonGroup::buttonToggled, this, tell);
    tell();
    return box;
}

QWidget *PaintPanel::makeArea()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, space::s, 0, 0);
    layout->setSpacing(space::xs);
    m_areas = new Chips{Chips::Choice::one, QStringLiteral("area")};
    m_areas->setAccessibleName(tr("Areas of this drawing"));
    layout->addWidget(m_areas);
    layout->addSpacing(space::s);
    layout->addWidget(makeLabel(tr("How strong is it here?"), TextStyle::strong));
    m_intensity = new LevelScale{tr("Pain in this area"), QStringLiteral("intensity")};
    layout->addWidget(m_intensity);
    layout->addSpacing(space::s);
    layout->addWidget(makeLabel(tr("How does it feel?"), TextStyle::strong));
    m_qualities = new Chips{Chips::Choice::any, QStringLiteral("quality")};
    for (const auto &[quality, key] : Keys<Quality>::all) {
        m_qualities->add(static_cast<int>(quality), phrases::quality(quality));
    }
    layout->addWidget(m_qualities);
    layout->addSpacing(space::s);
    m_zonesTitle = makeLabel(tr("How much of each place is painted"), TextStyle::strong);
    m_zones = makeLabel({}, TextStyle::body);
    m_zones->setObjectName(QStringLiteral("coveredZones"));
    layout->addWidget(m_zonesTitle);
    layout->addWidget(m_zones);
    connect(m_areas, &Chips::toggled, this, [this](int id) {
        if (id == newArea) {
            m_drawing.beginArea();
        } else {
            m_drawing.chooseArea(id);
        }
    });
    connect(m_intensity, &LevelScale::chosen, &m_drawing, &PainDrawing::setIntensity);
    connect(m_qualities, &Chips::toggled, this,
            [this](int id, bool on) { m_drawing.setQuality(static_cast<Quality>(id), on); });
    return box;
}

Brush PaintPanel::brush() const { return {double(m_size->value()), m_erase->isChecked()}; }

void PaintPanel::setErases(bool erases) { (erases ? m_erase : m_paint)->setChecked(true); }

void PaintPanel::setBrushMm(int mm) { m_size->setValue(mm); }

void PaintPanel::refresh()
{
    const auto &present = m_drawing.present();
    m_invitation->setVisible(!present);
    m_copy->setVisible(!present && m_drawing.earlier());
    m_areaPart->setVisible(present.has_value());
    m_new->setVisible(present.has_value());
    m_remove->setVisible(present.has_value());
    refreshAreas();
    const auto area = m_drawing.currentArea();
    m_intensity->setEnabled(area.has_value());
    m_qualities->setEnabled(area.has_value());
    m_intensity->setLevel(area ? area->intensity : std::nullopt);
    for (const auto &[quality, key] : Keys<Quality>::all) {
        m_qualities->setChecked(static_cast<int>(quality), area && area->qualities.has(quality));
    }
    refreshZones();
}

void PaintPanel::refreshAreas()
{
    m_areas->clear();
    const int count = m_drawing.present() ? static_cast<int>(m_drawing.present()->areas.size()) : 0;
    for (int area = 0; area < count; ++area) {
        const auto &intensity = m_drawing.present()->areas[static_cast<std::size_t>(area)].intensity;
        m_areas->add(area, intensity ? tr("Area %1: %2 of 10").arg(area + 1).arg(intensity->value())
                                     : tr("Area %1").arg(area + 1));
    }
    m_areas->add(newArea, m_drawing.area() >= count && count > 0 ? tr("Another area: paint it") : tr("+ Another area"));
    m_areas->choose(m_drawing.area() < count ? m_drawing.area() : newArea);
}

void PaintPanel::refreshZones()
{
    QStringList lines;
    if (m_drawing.present()) {
        std::vector<ZoneCoverage> zones;
        for (const ZoneCoverage &zone : m_drawing.present()->zones) {
            if (zone.area == m_drawing.area() && zone.coverage >= shownCoverage) {
                zones.push_back(zone);
            }
        }
        std::stable_sort(zones.begin(), zones.end(),
                         [](const ZoneCoverage &a, const ZoneCoverage &b) { return a.coverage > b.coverage; });
        for (const ZoneCoverage &zone : zones) {
            lines << tr("%1: %2 %")
                         .arg(phrases::zone(m_knowledge, {zone.zone, zone.side, HitKind::essential, 1}))
                         .arg(std::lround(zone.coverage * 100));
        }
    }
    m_zones->setText(lines.join(QLatin1Char('\n')));
    m_zonesTitle->setVisible(!lines.isEmpty());
    m_zones->setVisible(!lines.isEmpty());
}

} // namespace palpate::desktop
