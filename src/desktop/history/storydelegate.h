// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

class DrawingPictures;

/// Draws the rows of a StoryModel: the time at the start of an entry, a level or an icon, words, and for a pain drawing
/// its pictures. Mirrored where text runs from right to left.
class StoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Without pictures drawings are words alone. They must outlive the delegate.
    StoryDelegate(Theme theme, DrawingPictures *pictures, QObject *parent = nullptr)
        : QStyledItemDelegate{parent}, m_theme{theme}, m_pictures{pictures}
    {}

    void setTheme(Theme theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintPictures(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                       double top) const;

    Theme m_theme;
    DrawingPictures *m_pictures;
};

} // namespace palpate::desktop
