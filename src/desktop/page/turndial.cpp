// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/turndial.h"

#include <algorithm>
#include <array>

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

namespace {

/// Below the dots of the four sides.
constexpr int captionHeight = 14;

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
    const auto step = [this](Icon icon, const QString &name, const QString &words, int by) {
        auto *button = new QPushButton{this};
        button->setObjectName(name);
        button->setAccessibleName(words);
        button->setToolTip(words);
        setButtonRole(*button, ButtonRole::quiet);
        const Icon mirrored = icon == Icon::next ? Icon::previous : Icon::next;
        setButtonIcon(*button, isRightToLeft() ? mirrored : icon);
        connect(button, &QPushButton::clicked, this,
                [this, by] { Q_EMIT viewChosen(neighbourOf(m_atlas, *m_view, by)); });
        return button;
    };
    row->addWidget(step(Icon::previous, QStringLiteral("turnBack"), tr("Turn back (Page Up)"), -1));
    bool closed = false; // the row of the upright views
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
        if (!isUpright(view) && !closed) {
            row->addWidget(step(Icon::next, QStringLiteral("turnOn"), tr("Turn on (Page Down)"), 1));
            closed = true;
        }
        row->addSpacing(isUpright(view) ? 0 : space::s);
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
    layout->setContentsMargins(space::s, space::xs, space::s, captionHeight);
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
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const std::array<std::pair<const char *, QString>, 4> sides{
        {{"front", tr("Front")}, {"left", tr("Left")}, {"back", tr("Back")}, {"right", tr("Right")}}};
    for (const auto &[view, button] : m_buttons) {
        const auto *side = std::find_if(sides.begin(), sides.end(),
                                        [view = view](const auto &known) { return view->id == known.first; });
        if (side != sides.end()) {
            constexpr double captionWidth = 56; // every second dot has one
            const QRectF box{button->geometry().center().x() - captionWidth / 2 + 0.5,
                             button->geometry().bottom() - space::xs + 1.0, captionWidth, captionHeight + 1.0};
            painter.drawText(box, Qt::AlignCenter,
                             painter.fontMetrics().elidedText(side->second, Qt::ElideRight, int(captionWidth)));
        }
    }
}

} // namespace palpate::desktop
