// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/musclesearchmodel.h"

#include <algorithm>

#include <QRegularExpression>

#include "desktop/page/pointlistmodel.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression notWord{QStringLiteral("[^\\p{L}\\p{N}]+")};
    return text.toCaseFolded().split(notWord, Qt::SkipEmptyParts);
}

/// The side that a query asks for, taken out of its words.
std::optional<Side> takeSide(QStringList &words)
{
    for (const Side side : {Side::left, Side::right}) {
        const QString translated = side == Side::left ? MuscleSearchModel::tr("left") : MuscleSearchModel::tr("right");
        if (words.removeAll(translated.toCaseFolded()) > 0) {
            return side;
        }
    }
    return std::nullopt;
}

} // namespace

MuscleSearchModel::MuscleSearchModel(const anatomy::Atlas &atlas, QObject *parent)
    : QAbstractListModel{parent}, m_atlas{atlas}
{
    for (const anatomy::Structure &structure : atlas.structures()) {
        if (!structure.listed) {
            continue;
        }
        Entry entry{&structure, wordsOf(phrases::text(structure.common + ' ' + structure.latin)), {}};
        for (const Side side : {Side::right, Side::left, Side::midline}) {
            if (const auto region = atlas.regionOf(structure.id, side)) {
                entry.sides.push_back({&structure, side, *region});
            }
        }
        if (entry.sides.empty()) {
            entry.sides = {{&structure, Side::right, 0}, {&structure, Side::left, 0}};
        }
        m_entries.push_back(std::move(entry));
    }
}

void MuscleSearchModel::setKnowledge(const KnowledgeBase &knowledge)
{
    for (Entry &entry : m_entries) {
        if (const MusclePattern *pattern = knowledge.pattern(entry.muscle->id)) {
            for (const std::string &name : pattern->names.people) {
                entry.words += wordsOf(phrases::text(name));
            }
            entry.words += wordsOf(phrases::text(pattern->names.common));
            entry.words.removeDuplicates();
        }
    }
    setQuery(m_query);
}

void MuscleSearchModel::setQuery(const QString &query)
{
    beginResetModel();
    m_query = query;
    m_hits.clear();
    QStringList typed = wordsOf(query);
    const auto side = takeSide(typed);
    const auto matches = [&typed](const Entry &entry) {
        return std::all_of(typed.begin(), typed.end(), [&entry](const QString &word) {
            return std::any_of(entry.words.begin(), entry.words.end(),
                               [&word](const QString &known) { return known.startsWith(word); });
        });
    };
    for (const Entry &entry : m_entries) {
        if (!typed.isEmpty() && matches(entry)) {
            std::copy_if(entry.sides.begin(), entry.sides.end(), std::back_inserter(m_hits),
                         [side](const MuscleHit &hit) { return !side || hit.side == *side; });
        }
    }
    // A name that begins with what was typed comes first; the list's own order, head to foot, decides the rest.
    const QString start = typed.value(0);
    std::stable_partition(m_hits.begin(), m_hits.end(), [&start](const MuscleHit &hit) {
        return phrases::text(hit.muscle->common).toCaseFolded().startsWith(start);
    });
    endResetModel();
}

int MuscleSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant MuscleSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const MuscleHit &hit = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(m_atlas, hit.muscle->id, hit.side);
    case subtitleRole:
        return hit.region == 0 ? tr("not drawn on the map yet")
                               : tr("%1 · %2").arg(phrases::text(hit.muscle->latin), phrases::layer(hit.muscle->layer));
    default:
        return {};
    }
}

} // namespace palpate::desktop
