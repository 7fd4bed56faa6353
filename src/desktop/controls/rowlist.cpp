// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/rowlist.h"

#include <QListView>

namespace palpate::desktop {

void layFlat(QListView &list)
{
    list.setFrameShape(QFrame::NoFrame);
    list.setMouseTracking(true);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.viewport()->setAutoFillBackground(false);
}

} // namespace palpate::desktop
