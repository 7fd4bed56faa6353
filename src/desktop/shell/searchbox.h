// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/shell/searchmodel.h"
#include "desktop/theme/tokens.h"

class QLabel;
class QLineEdit;
class QListView;

namespace palpate::desktop {

class RowDelegate;

/// The one search field, with what it finds in a card below. It lies over the page. Up and Down choose while one goes
/// on typing, Enter opens, Esc leaves.
class SearchBox : public QWidget {
    Q_OBJECT

public:
    /// The model must outlive the box.
    SearchBox(SearchModel &model, Theme theme, QWidget *parent);

    void setTheme(Theme theme);
    /// Where the field stands in the parent, and how far the card may reach down. While it is used it may be wider.
    void place(QPoint topLeft, int width, int bottom);
    void begin();

Q_SIGNALS:
    /// By Enter or by a click; the field keeps its words.
    void chosen(const palpate::desktop::SearchHit &hit);
    /// The pointer rests on a row; nothing when it has left.
    void peeked(const std::optional<palpate::desktop::SearchHit> &hit);
    /// Esc was pressed: whoever had the keyboard should have it again.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search(const QString &query);
    void open(const QModelIndex &index);
    void step(int by);
    void arrange();

    SearchModel &m_model;
    Theme m_theme;
    RowDelegate *m_rows;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QPoint m_corner; ///< of the field, at its start
    int m_width = 0;
    int m_bottom = 0;
};

} // namespace palpate::desktop
