// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/turndial.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/bodymap/turntable.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

using anatomy::ViewInfo;

TurnDial::TurnDial(const anatomy::Atlas &atlas, QWidget *parent)
    : QWidget{parent},
      m_atlas{atlas},
      m_view{&atlas.views().front()},
      m_name{new QLabel{this}},
      m_aside{new QPushButton{tr("Arm aside"), this}}
{
    m_name->setAlignment(Qt::AlignCenter);
    m_name->setObjectName(QStringLiteral("viewName"));
    auto *group = new QButtonGroup{this};
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    for (const ViewInfo &view : atlas.views()) {
        if (view.armAside) {
            continue;
        }
        const QString name = phrases::view(view.id);
        auto *button = new QPushButton{isUpright(view) ? QString{} : name, this};
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("view-") + phrases::text(view.id));
        button->setAccessibleName(name);
        button->setToolTip(isUpright(view) ? tr("%1 (Page Up and Page Down turn the body)").arg(name) : name);
        button->setProperty(buttonRoleProperty,
                            static_cast<int>(isUpright(view) ? ButtonRole::tick : ButtonRole::segment));
        group->addButton(button);
        m_buttons[&view] = button;
        if (!isUpright(view) && isUpright(*m_view)) {
            row->addSpacing(space::m);
        }
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, &view] { Q_EMIT viewChosen(withArmAs(m_atlas, view, *m_view)); });
    }
    m_aside->setCheckable(true);
    m_aside->setObjectName(QStringLiteral("armAside"));
    m_aside->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::chip));
    m_aside->setToolTip(tr("Puts the near arm aside (A)"));
    connect(m_aside, &QPushButton::clicked, this, [this] { Q_EMIT viewChosen(twinOf(m_atlas, *m_view)); });
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(space::s, space::xs, space::s, 0);
    layout->setSpacing(0);
    layout->addWidget(m_name);
    layout->addLayout(row);
    setView(*m_view);
}

void TurnDial::setView(const ViewInfo &view)
{
    m_view = &view;
    m_buttons.at(&wholeOf(m_atlas, view))->setChecked(true);
    m_name->setText(phrases::view(wholeOf(m_atlas, view).id));
    m_aside->setChecked(view.armAside.has_value());
    m_aside->setEnabled(&twinOf(m_atlas, view) != &view);
}

void TurnDial::paintEvent(QPaintEvent * /*event*/)
{
    // When the body is enlarged it runs on below: its ground keeps the words readable.
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(QPalette::Window);
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF{rect()}, 10, 10);
}

} // namespace palpate::desktop
