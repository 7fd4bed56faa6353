// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/searchmodel.h"

#include <algorithm>

#include <QAction>
#include <QRegularExpression>

#include "desktop/history/storyphrases.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/phrases.h"
#include "desktop/shell/actions.h"

namespace palpate::desktop {

namespace {

/// Fewer letters stand in nearly everything that was written.
constexpr qsizetype fewestLetters = 3;
constexpr std::size_t mostWritten = 5;

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression notWord{QStringLiteral("[^\\p{L}\\p{N}]+")};
    return text.toCaseFolded().split(notWord, Qt::SkipEmptyParts);
}

/// The side that a query asks for, taken out of its words.
std::optional<Side> takeSide(QStringList &words)
{
    for (const Side side : {Side::left, Side::right}) {
        const QString translated = side == Side::left ? SearchModel::tr("left") : SearchModel::tr("right");
        if (words.removeAll(translated.toCaseFolded()) > 0) {
            return side;
        }
    }
    return std::nullopt;
}

} // namespace

SearchModel::SearchModel(const anatomy::Atlas &atlas, const Actions &actions, FindWritten findWritten, QObject *parent)
    : QAbstractListModel{parent}, m_atlas{atlas}, m_actions{actions}, m_findWritten{std::move(findWritten)}
{}

void SearchModel::setKnowledge(const KnowledgeBase &knowledge)
{
    m_knowledge = &knowledge;
    m_entries.clear();
    setQuery(m_query);
}

void SearchModel::setPoints(const std::vector<PointOverview> &points)
{
    m_points = points;
    m_entries.clear();
    setQuery(m_query);
}

void SearchModel::addMuscles(const KnowledgeBase *knowledge)
{
    for (const anatomy::Structure &structure : m_atlas.structures()) {
        if (!structure.listed) {
            continue;
        }
        QStringList words = wordsOf(phrases::text(structure.common + ' ' + structure.latin));
        if (const MusclePattern *pattern = knowledge == nullptr ? nullptr : knowledge->pattern(structure.id)) {
            for (const std::string &name : pattern->names.people) {
                words += wordsOf(phrases::text(name));
            }
            words += wordsOf(phrases::text(pattern->names.common));
            words.removeDuplicates();
        }
        const QString subtitle = tr("%1 · %2").arg(phrases::text(structure.latin), phrases::layer(structure.layer));
        for (const Side side : {Side::right, Side::left, Side::midline}) {
            if (const auto region = m_atlas.regionOf(structure.id, side)) {
                m_entries.push_back({nameOf(m_atlas, structure.id, side),
                                     subtitle,
                                     Icon::muscle,
                                     side,
                                     words,
                                     {MuscleHit{&structure, side, *region}}});
            }
        }
    }
}

void SearchModel::addZones(const KnowledgeBase &knowledge)
{
    for (const Zone &zone : knowledge.zones()) {
        if (m_atlas.zoneNumber(zone.id, Side::left) == 0) {
            continue;
        }
        QStringList words = wordsOf(phrases::text(zone.description));
        for (const std::string &name : zone.words) {
            words += wordsOf(phrases::text(name));
        }
        words.removeDuplicates();
        const bool paired = zone.laterality == Laterality::paired;
        for (const Side side : paired ? std::vector{Side::right, Side::left} : std::vector{Side::midline}) {
            m_entries.push_back({phrases::zone(knowledge, {zone.id, side, HitKind::essential, 1}),
                                 tr("Place on the body"),
                                 Icon::zone,
                                 side,
                                 words,
                                 {anatomy::ZonePlace{zone.id, side}}});
        }
    }
}

void SearchModel::addCommands()
{
    for (const Actions::Entry &entry : m_actions.all()) {
        const QString keys = Actions::keysOf(*entry.action);
        m_entries.push_back({entry.info.words,
                             keys.isEmpty() ? tr("Command") : tr("Command · %1").arg(keys),
                             entry.info.icon == Icon::none ? Icon::command : entry.info.icon,
                             std::nullopt,
                             wordsOf(entry.info.words),
                             {entry.action}});
    }
}

void SearchModel::rebuild(const KnowledgeBase *knowledge)
{
    m_entries.clear();
    for (const PointOverview &row : m_points) {
        const QString name = nameOf(m_atlas, row.point.muscle, row.point.side);
        m_entries.push_back({name,
                             tr("Your point · %1").arg(phrases::kind(row.point.kind)),
                             Icon::point,
                             row.point.side,
                             wordsOf(name),
                             {row.point.id}});
    }
    addMuscles(knowledge);
    if (knowledge != nullptr) {
        addZones(*knowledge);
    }
    addCommands();
}

void SearchModel::readWritten()
{
    m_written.clear();
    if (m_query.trimmed().size() < fewestLetters) {
        return;
    }
    for (WordHit &hit : m_findWritten(m_query.toStdString(), mostWritten)) {
        const QString kind = storyphrases::table(hit.written.record.table);
        m_written.push_back({phrases::text(hit.written.text).simplified(),
                             tr("%1 · %2").arg(kind, storyphrases::shortDay(dayOf(*hit.written.at))),
                             Icon::page,
                             std::nullopt,
                             {},
                             {std::move(hit.written)}});
    }
}

void SearchModel::setQuery(const QString &query)
{
    beginResetModel();
    m_query = query;
    m_hits.clear();
    QStringList typed = wordsOf(query);
    const auto side = takeSide(typed);
    if (!typed.isEmpty() && m_entries.empty()) {
        rebuild(m_knowledge);
    }
    const auto matches = [&typed](const Entry &entry) {
        return std::all_of(typed.begin(), typed.end(), [&entry](const QString &word) {
            return std::any_of(entry.words.begin(), entry.words.end(),
                               [&word](const QString &known) { return known.startsWith(word); });
        });
    };
    for (std::size_t at = 0; at < m_entries.size() && !typed.isEmpty(); ++at) {
        const Entry &entry = m_entries[at];
        if (matches(entry) && (!side || !entry.side || *entry.side == *side)) {
            m_hits.push_back(at);
        }
    }
    // A name that begins with what was typed comes first, then names that hold it, then what is only also called so;
    // within each the order above: points, muscles head to foot, zones, commands.
    const auto rankOf = [this, &typed](std::size_t at) {
        const QString &name = m_entries[at].name;
        if (name.toCaseFolded().startsWith(typed.value(0))) {
            return 0;
        }
        const QStringList words = wordsOf(name);
        return std::all_of(typed.begin(), typed.end(),
                           [&words](const QString &word) {
                               return std::any_of(words.begin(), words.end(),
                                                  [&word](const QString &known) { return known.startsWith(word); });
                           })
                   ? 1
                   : 2;
    };
    std::stable_sort(m_hits.begin(), m_hits.end(),
                     [&rankOf](std::size_t a, std::size_t b) { return rankOf(a) < rankOf(b); });
    readWritten();
    endResetModel();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size() + m_written.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = entryAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case subtitleRole:
        return entry.subtitle;
    case iconRole:
        return static_cast<int>(entry.icon);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(entry.name, entry.subtitle);
    default:
        return {};
    }
}

} // namespace palpate::desktop
