// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QAbstractListModel>

#include "anatomy/atlas.h"
#include "lookup/ranking.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

/// What a row of the ranked list shows besides its name (Qt::DisplayRole).
enum CandidateRole {
    explainsRole = Qt::UserRole + 20, ///< double from 0 to 1
    feltRole,                         ///< double from 0 to 1
    reasonsRole,                      ///< QStringList, at least one
    signRole,                         ///< QString: the one word of warning, mostly empty
    signIsAlertRole,                  ///< bool
    bracketRole,                      ///< int of Bracket
    openRole,                         ///< bool: all reasons are shown
};

/// How a row stands to others of equal score.
enum class Bracket { none, first, middle, last };

/// The ranked muscles as list rows: ten, then as many as are asked for.
class CandidateModel : public QAbstractListModel {
    Q_OBJECT

public:
    struct Sign {
        QString words;
        bool isAlert = false;
    };
    /// What a row is to be marked with.
    using SignOf = std::function<Sign(const Candidate &)>;

    /// The atlas must outlive the model.
    explicit CandidateModel(const anatomy::Atlas &atlas, QObject *parent = nullptr)
        : QAbstractListModel{parent}, m_atlas{atlas}
    {}

    /// Where the rows stay the same the views keep their place in them. The base must outlive them.
    void show(const KnowledgeBase &base, std::vector<Candidate> candidates, const SignOf &signOf);
    void showAll();
    /// How many rows are held back.
    [[nodiscard]] int more() const { return static_cast<int>(m_rows.size()) - rowCount(); }
    void setOpen(const QModelIndex &index);
    [[nodiscard]] bool hasOpen() const { return m_open >= 0; }

    [[nodiscard]] const Candidate &at(const QModelIndex &index) const
    {
        return m_rows.at(static_cast<std::size_t>(index.row())).candidate;
    }
    [[nodiscard]] QString nameOf(const Candidate &candidate) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        Candidate candidate;
        QString name;
        QStringList reasons;
        Sign sign;
    };

    [[nodiscard]] static bool looksLike(const Row &one, const Row &other);
    [[nodiscard]] Bracket bracketOf(std::size_t row) const;
    [[nodiscard]] QString heard(std::size_t row) const;

    const anatomy::Atlas &m_atlas;
    std::vector<Row> m_rows;
    bool m_showsAll = false;
    int m_open = -1;
};

} // namespace palpate::desktop
