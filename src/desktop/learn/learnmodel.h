// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "desktop/learn/readingtext.h"

namespace palpate::desktop {

/// What there is to read, as rows: articles by group, then muscles from head to foot; those whose names, and then those
/// whose texts, hold all words typed.
class LearnModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Both must outlive the model.
    void setContents(const KnowledgeBase &knowledge, const Library &library);
    void setQuery(const QString &query);

    [[nodiscard]] const ReadingTarget &at(const QModelIndex &index) const
    {
        return m_entries[m_rows.at(static_cast<std::size_t>(index.row()))].target;
    }
    /// Invalid where it is not among the rows.
    [[nodiscard]] QModelIndex indexOf(const ReadingTarget &target) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        ReadingTarget target;
        QString title;
        QString subtitle;
        QString names; ///< folded: what it is called
        QString words; ///< folded: all that it says
    };

    void addArticles(const Library &library);
    void addMuscles(const KnowledgeBase &knowledge, const Library &library);

    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_rows; ///< places in m_entries
    QString m_query;
};

} // namespace palpate::desktop
