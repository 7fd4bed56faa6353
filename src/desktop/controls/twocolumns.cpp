// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/twocolumns.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include "desktop/controls/scrollshade.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

constexpr int startWidth = 680;
constexpr int sideWidth = 360;
constexpr int mostWidth = 1240;
constexpr int between = 48;

} // namespace

void layTwoColumns(QWidget &page, QWidget *start, QWidget *side)
{
    auto *content = new QWidget;
    content->setMaximumWidth(mostWidth);
    auto *columns = new QHBoxLayout{content};
    columns->setContentsMargins(space::xl, space::s, space::xl, space::xl);
    columns->setSpacing(between);
    columns->addWidget(start, startWidth, Qt::AlignTop);
    columns->addWidget(side, sideWidth, Qt::AlignTop);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    new ScrollShade{*scroll};
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout{&page};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void clearLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace palpate::desktop
