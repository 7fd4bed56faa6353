// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"
#include "desktop/theme/tokens.h"
#include "insight/wordsearch.h"

class QLabel;
class QLineEdit;
class QListView;

namespace palpate::desktop {

class Chips;

/// What was found, newest first.
class WordHitModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(std::vector<WordHit> hits);
    [[nodiscard]] const WordHit &at(const QModelIndex &index) const
    {
        return m_hits.at(static_cast<std::size_t>(index.row()));
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<WordHit> m_hits;
};

/// Two lines a hit: its day and kind, and the words around what was found, which is strong and underlined.
class WordHitDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit WordHitDelegate(Theme theme, QObject *parent = nullptr) : QStyledItemDelegate{parent}, m_theme{theme} {}
    void setTheme(Theme theme) { m_theme = theme; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme m_theme;
};

/// One field that finds in everything that was written, while one types.
class SearchPane : public QWidget {
    Q_OBJECT

public:
    /// Atlas and session must outlive the pane.
    SearchPane(const anatomy::Atlas &atlas, JournalSession &session, Theme theme, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    void begin();
    [[nodiscard]] bool isSearching() const;
    void refresh();

Q_SIGNALS:
    /// Whether there is something to look for: what was found needs the room then.
    void searching(bool on);
    void chosen(const palpate::Written &written);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void open(const QModelIndex &index);

    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    QLineEdit *m_field;
    Chips *m_places;
    QLabel *m_nothing;
    WordHitModel *m_found;
    WordHitDelegate *m_rows;
    QListView *m_list;
    QTimer m_delay; ///< until the typing rests
};

} // namespace palpate::desktop
