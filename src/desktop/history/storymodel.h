// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "desktop/history/storyrows.h"

namespace palpate::desktop {

/// The rows of a story. One of them may be open for editing, and is as tall as its editor then.
class StoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<StoryRow> rows);
    [[nodiscard]] const StoryRow &at(const QModelIndex &index) const
    {
        return m_rows.at(static_cast<std::size_t>(index.row()));
    }
    /// The first row that tells of a record; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const RecordRef &record) const;

    /// 0 when no row is open.
    void setEditing(const QModelIndex &index, int height);
    [[nodiscard]] int editorHeight(const QModelIndex &index) const
    {
        return index.row() == m_editing ? m_editorHeight : 0;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<StoryRow> m_rows;
    int m_editing = -1;
    int m_editorHeight = 0;
};

} // namespace palpate::desktop
