// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// Draws a row of the ranked list: the key that chooses it, name and side, how much of the pain it explains (filled)
/// and how much of its pattern is felt (outlined) with both numbers, one line of reason, at most one sign. The open row
/// has all its reasons. Rows of equal score share a bracket.
class CandidateDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CandidateDelegate(Theme theme, QObject *parent = nullptr) : QStyledItemDelegate{parent}, m_theme{theme} {}

    void setTheme(Theme theme) { m_theme = theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme m_theme;
};

} // namespace palpate::desktop
