// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/turndial.h"

#include <cmath>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

using anatomy::ViewInfo;

namespace {

constexpr const char *asideEnding = ".aside";

/// Whether the view is one of the eight around the body.
bool isUpright(const ViewInfo &view) { return std::abs(view.frame.up.z) > 0.5; }

} // namespace

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
        connect(button, &QPushButton::clicked, this, [this, &view] { Q_EMIT viewChosen(keepingArm(view)); });
    }
    m_aside->setCheckable(true);
    m_aside->setObjectName(QStringLiteral("armAside"));
    m_aside->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::chip));
    m_aside->setToolTip(tr("Puts the near arm aside (A)"));
    connect(m_aside, &QPushButton::clicked, this, [this] { Q_EMIT viewChosen(twin(*m_view)); });
    row->addSpacing(space::m);
    row->addWidget(m_aside);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_name);
    layout->addLayout(row);
    setView(*m_view);
}

void TurnDial::setView(const ViewInfo &view)
{
    m_view = &view;
    m_buttons.at(&whole(view))->setChecked(true);
    m_name->setText(phrases::view(whole(view).id));
    m_aside->setChecked(view.armAside.has_value());
    m_aside->setEnabled(&twin(view) != &view);
}

const ViewInfo &TurnDial::whole(const ViewInfo &view) const { return view.armAside ? twin(view) : view; }

const ViewInfo &TurnDial::twin(const ViewInfo &view) const
{
    const std::string id = view.armAside ? view.id.substr(0, view.id.size() - std::string_view{asideEnding}.size())
                                         : view.id + asideEnding;
    const ViewInfo *other = m_atlas.findView(id);
    return other == nullptr ? view : *other;
}

const ViewInfo &TurnDial::keepingArm(const ViewInfo &view) const { return m_view->armAside ? twin(view) : view; }

const ViewInfo &TurnDial::neighbour(const ViewInfo &view, int step) const
{
    const auto &views = m_atlas.views();
    std::vector<const ViewInfo *> around;
    for (const ViewInfo &other : views) {
        if (!other.armAside && isUpright(other)) {
            around.push_back(&other);
        }
    }
    const auto found = std::find(around.begin(), around.end(), &whole(view));
    if (found == around.end()) {
        return *around.front(); // from soles and crown one turns back to the front
    }
    const auto count = static_cast<std::ptrdiff_t>(around.size());
    const auto at = (found - around.begin() + step + count) % count;
    return keepingArm(*around[static_cast<std::size_t>(at)]);
}

} // namespace palpate::desktop
