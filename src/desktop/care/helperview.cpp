// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/helperview.h"

#include <algorithm>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "care/technique.h"
#include "desktop/care/caremap.h"
#include "desktop/care/carewords.h"
#include "desktop/controls/labels.h"
#include "desktop/page/mappane.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// As the one who helps has to read it.
QString placeWords(const QString &muscle, Side side)
{
    switch (side) {
    case Side::left:
        return HelperView::tr("%1 · their left").arg(muscle);
    case Side::right:
        return HelperView::tr("%1 · their right").arg(muscle);
    case Side::midline:
        break;
    }
    return muscle;
}

QString sideWords(Side side)
{
    switch (side) {
    case Side::left:
        return HelperView::tr("It is on the left of the one you help: their left, not yours. “Your left” on the map is "
                              "theirs.");
    case Side::right:
        return HelperView::tr("It is on the right of the one you help: their right, not yours. “Your right” on the map "
                              "is theirs.");
    case Side::midline:
        break;
    }
    return HelperView::tr("It is in the middle.");
}

QString howWords(CareTechnique technique, int hold)
{
    switch (technique) {
    case CareTechnique::pressureIntermittent:
        return HelperView::tr("Press slowly to the first hint of pain, about ten seconds, ease off without losing the "
                              "spot, and again.");
    case CareTechnique::stroking:
        return HelperView::tr(
            "Stroke slowly in one direction, skin and finger together; let go and go back to the start.");
    default:
        break;
    }
    return HelperView::tr("Press slowly to the first hint of pain, hold for %n seconds and follow when it softens.",
                          nullptr, hold);
}

int usualOf(const Protocol *protocol, const char *dose, int otherwise)
{
    const Dose *found = protocol == nullptr ? nullptr : protocol->dose(DoseId{dose});
    return found == nullptr ? otherwise : found->range.usual;
}

} // namespace

HelperView::HelperView(MapScene &scene, const KnowledgeBase &knowledge, Theme theme, QWidget *parent)
    : QWidget{parent}, m_atlas{scene.atlas()}, m_map{new CareMap{scene, knowledge, theme}}
{
    setObjectName(QStringLiteral("helperView"));
    auto *side = new QWidget;
    auto *column = new QVBoxLayout{side};
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::l);
    column->addWidget(makeLabel(tr("For the one who helps"), TextStyle::page));
    m_place = makeLabel({}, TextStyle::section);
    m_place->setObjectName(QStringLiteral("helperPlace"));
    m_words = makeLabel({}, TextStyle::lead);
    m_words->setObjectName(QStringLiteral("helperWords"));
    column->addWidget(m_place);
    column->addWidget(m_words);
    auto *back = new QPushButton{tr("Back to the choice")};
    back->setObjectName(QStringLiteral("helperBack"));
    setButtonRole(*back, ButtonRole::primary);
    column->addWidget(back, 0, Qt::AlignLeading);
    column->addStretch();
    layBesideMap(*this, m_map, side);
    setFocusProxy(back);
    connect(back, &QPushButton::clicked, this, &HelperView::backWished);
    connect(m_map, &CareMap::failed, this, &HelperView::failed);
}

void HelperView::show(const CareOption &option, const RuleBase &rules)
{
    const TriggerPoint &point = option.point.point;
    const auto pressing =
        std::ranges::find_if(option.care.techniques, [](CareTechnique one) { return isPressing(one); });
    const Protocol *protocol = pressing == option.care.techniques.end() ? nullptr : protocolOf(rules, *pressing);
    m_place->setText(placeWords(nameOf(m_atlas, point.muscle, Side::midline), point.side));
    QStringList lines{sideWords(point.side)};
    lines
        << (option.clearance.pressure == PressureGrade::free
                ? tr("Ask before you begin. Lay a flat thumb or two fingertips on it; together you find the spot that "
                     "the other one knows.")
                : tr("Ask before you begin. Lay two or three fingertips on it, nothing harder; together you find the "
                     "spot that the other one knows."))
        << howWords(pressing == option.care.techniques.end() ? CareTechnique::pressureSteady : *pressing,
                    usualOf(protocol, "hold", 0))
        << tr("They say a number from 0 to 10; stay at %1 or below.").arg(usualOf(protocol, "tolerance", 3));
    for (const Restriction &restriction : option.clearance.restrictions) {
        if (std::ranges::any_of(restriction.techniques, [](CareTechnique one) { return isPressing(one); })) {
            lines << carewords::restriction(restriction);
        }
    }
    lines << tr("Let go at once when they say so, when something tingles or goes numb, or when you feel a beat.")
          << tr("Where the map is crossed nobody presses; where it is hatched one way, with fingertips alone.");
    m_words->setText(lines.join(QStringLiteral("\n\n")));
    m_map->setRegions(rules);
    m_map->setKeepOff(rules);
    m_map->setPoints({option.point});
    m_map->setChosen({point.id});
    m_map->enlarge(point);
}

void HelperView::setTheme(Theme theme) { m_map->setTheme(theme); }

} // namespace palpate::desktop
