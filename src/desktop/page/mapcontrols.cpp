// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/mapcontrols.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/page/turndial.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

QPushButton *segment(const QString &words, const QString &objectName)
{
    auto *button = new QPushButton{words};
    button->setCheckable(true);
    button->setObjectName(objectName);
    button->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::segment));
    return button;
}

} // namespace

MapControls::MapControls(BodyMap &map, QLabel &hoverName, TurnDial &turn, QButtonGroup &layers, QWidget *parent)
    : QWidget{parent}, m_map{map}, m_hoverName{hoverName}, m_turn{turn}, m_steps{new QWidget{this}}
{
    m_map.setParent(this);
    m_map.lower();
    m_turn.setParent(this);
    m_hoverName.setParent(this);
    m_hoverName.setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hoverName.setAutoFillBackground(true);
    m_hoverName.setMargin(space::s);
    m_hoverName.hide();
    setMinimumWidth(520);

    auto *steps = new QVBoxLayout{m_steps};
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(space::xs);
    for (const anatomy::Layer layer : anatomy::allLayers) {
        auto *button =
            segment(phrases::layer(layer), QStringLiteral("layer-") + phrases::text(std::string{toKey(layer)}));
        button->setChecked(layer == map.layer());
        layers.addButton(button, static_cast<int>(layer));
        steps->addWidget(button);
    }
}

void MapControls::resizeEvent(QResizeEvent * /*event*/)
{
    m_map.setGeometry(rect());
    m_turn.adjustSize();
    m_turn.move((width() - m_turn.width()) / 2, height() - m_turn.height() - space::m);
    m_steps->adjustSize();
    m_steps->move(width() - m_steps->width() - space::m, (height() - m_steps->height()) / 2);
    m_hoverName.move(space::m, space::m);
}

} // namespace palpate::desktop
