// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// What a list row shows beside its title (Qt::DisplayRole).
enum RowRole {
    subtitleRole = Qt::UserRole + 1, ///< QString
    kindRole,                        ///< int of PointKind when the row is a point; else nothing
    sorenessRole,                    ///< int 0 to 10 when the point has been rated; else nothing
    iconRole,                        ///< int of Icon when the row has one; else nothing
};

/// Draws list rows: a point's marker or an icon, a title, a quieter second line. Mirrored where text runs right to
/// left.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(Theme theme, QObject *parent = nullptr) : QStyledItemDelegate{parent}, m_theme{theme} {}

    void setTheme(Theme theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme m_theme;
};

} // namespace palpate::desktop
