// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QAbstractListModel>

#include "anatomy/atlas.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

/// One muscle of one side.
struct MuscleHit {
    const anatomy::Structure *muscle;
    Side side;
    anatomy::RegionNumber region; ///< 0 when the map does not draw it yet
};

/// The muscles whose names hold all the words typed: common, Latin and what people say, in any order, from the
/// beginnings of words; "left" and "right" choose the side.
class MuscleSearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// The atlas must outlive the model.
    explicit MuscleSearchModel(const anatomy::Atlas &atlas, QObject *parent = nullptr);

    /// Adds what people say to the names that are searched.
    void setKnowledge(const KnowledgeBase &knowledge);
    void setQuery(const QString &query);

    [[nodiscard]] const MuscleHit &at(const QModelIndex &index) const
    {
        return m_hits.at(static_cast<std::size_t>(index.row()));
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        const anatomy::Structure *muscle;
        QStringList words; ///< lower case, unique
        std::vector<MuscleHit> sides;
    };

    const anatomy::Atlas &m_atlas;
    std::vector<Entry> m_entries;
    std::vector<MuscleHit> m_hits;
    QString m_query;
};

} // namespace palpate::desktop
