// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <QAbstractListModel>

#include "anatomy/atlas.h"
#include "desktop/theme/icons.h"
#include "insight/wordsearch.h"
#include "record/pointoverview.h"
#include "referral/knowledgebase.h"

class QAction;

namespace palpate::desktop {

class Actions;

/// One muscle of one side.
struct MuscleHit {
    const anatomy::Structure *muscle;
    Side side;
    anatomy::RegionNumber region; ///< 0 when the map does not draw it
};

/// What a search can find: a muscle, a zone of the skin, one of the person's points, a command (pages are opened by
/// commands), or what the person wrote.
struct SearchHit {
    std::variant<MuscleHit, anatomy::ZonePlace, PointId, QAction *, Written> what;
};

/// The newest of what the person wrote that holds these words, at most so many.
using FindWritten = std::function<std::vector<WordHit>(const std::string &words, std::size_t most)>;

/// Everything whose name holds all the words typed, in any order, from the beginnings of words: muscles by common,
/// Latin and everyday name, zones by what people call them, points, commands. "left" and "right" choose the side. Last
/// comes what the person wrote.
class SearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// Atlas and actions must outlive the model.
    SearchModel(const anatomy::Atlas &atlas, const Actions &actions, FindWritten findWritten,
                QObject *parent = nullptr);

    /// Adds zones, and what people say to the names that are searched.
    void setKnowledge(const KnowledgeBase &knowledge);
    void setPoints(const std::vector<PointOverview> &points);
    void setQuery(const QString &query);

    [[nodiscard]] const SearchHit &at(const QModelIndex &index) const { return entryAt(index).hit; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry {
        QString name;
        QString subtitle;
        Icon icon;
        std::optional<Side> side; ///< nothing where a side means nothing
        QStringList words;        ///< folded, unique
        SearchHit hit;
    };

    [[nodiscard]] const Entry &entryAt(const QModelIndex &index) const
    {
        const auto row = static_cast<std::size_t>(index.row());
        return row < m_hits.size() ? m_entries[m_hits[row]] : m_written.at(row - m_hits.size());
    }
    void readWritten();
    void addMuscles(const KnowledgeBase *knowledge);
    void addZones(const KnowledgeBase &knowledge);
    void addCommands();
    void rebuild(const KnowledgeBase *knowledge);

    const anatomy::Atlas &m_atlas;
    const Actions &m_actions;
    std::vector<Entry> m_entries;
    std::vector<PointOverview> m_points;
    const KnowledgeBase *m_knowledge = nullptr;
    std::vector<std::size_t> m_hits; ///< places in m_entries
    FindWritten m_findWritten;
    std::vector<Entry> m_written; ///< that holds the words typed
    QString m_query;
};

} // namespace palpate::desktop
