// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/storymodel.h"

#include <algorithm>

#include "desktop/history/storyphrases.h"

namespace palpate::desktop {

void StoryModel::setRows(std::vector<StoryRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_editing = -1;
    endResetModel();
}

QModelIndex StoryModel::indexOf(const RecordRef &record) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        for (const AnyRecord &one : m_rows[row].records) {
            if (std::visit([](const auto &value) { return refTo(value); }, one) == record) {
                return index(static_cast<int>(row));
            }
        }
    }
    return {};
}

void StoryModel::setEditing(const QModelIndex &index, int height)
{
    const int before = m_editing;
    m_editing = height == 0 ? -1 : index.row();
    m_editorHeight = height;
    for (const int row : {before, m_editing}) {
        if (row >= 0 && row < rowCount()) {
            Q_EMIT dataChanged(this->index(row), this->index(row), {Qt::SizeHintRole});
        }
    }
}

int StoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant StoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const StoryRow &row = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.level ? tr("%1 of 10").arg(row.level->value()) : QVariant{};
    case Qt::AccessibleTextRole: {
        QStringList parts{storyphrases::time(row.at), row.title};
        if (row.level) {
            parts << tr("%1 of 10").arg(row.level->value());
        }
        if (!row.words.isEmpty()) {
            parts << QString{row.words}.replace(QLatin1Char('\n'), tr(", "));
        }
        return parts.join(tr(", "));
    }
    default:
        return {};
    }
}

} // namespace palpate::desktop
