// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/learn/learnmodel.h"

#include <algorithm>
#include <numeric>

#include "desktop/page/rowdelegate.h"
#include "desktop/phrases.h"
#include "desktop/theme/icons.h"

namespace palpate::desktop {

namespace {

QString groupName(ArticleGroup group)
{
    switch (group) {
    case ArticleGroup::treatment:
        return LearnModel::tr("Treatments");
    case ArticleGroup::visit:
        return LearnModel::tr("At a visit");
    case ArticleGroup::living:
        return LearnModel::tr("Day by day");
    case ArticleGroup::start:
        break;
    }
    return LearnModel::tr("To begin with");
}

QString wordsOf(const Article &article)
{
    QString words = phrases::text(article.summary);
    for (const ArticleSection &section : article.sections) {
        words += QLatin1Char(' ') + phrases::text(section.heading);
        for (const ArticleParagraph &paragraph : section.paragraphs) {
            words += QLatin1Char(' ') + phrases::text(paragraph.text);
            for (const std::string &item : paragraph.items) {
                words += QLatin1Char(' ') + phrases::text(item);
            }
        }
    }
    return words.toCaseFolded();
}

QString wordsOf(const MusclePattern &pattern, const Leaflet *leaflet)
{
    QString words = phrases::text(pattern.explanation);
    if (leaflet != nullptr) {
        for (const std::string *part : {&leaflet->find, &leaflet->feels, &leaflet->keeps, &leaflet->mistaken,
                                        &leaflet->daily, &leaflet->cautions}) {
            words += QLatin1Char(' ') + phrases::text(*part);
        }
        for (const LeafletStep &step : leaflet->steps) {
            words += QLatin1Char(' ') + phrases::text(step.text);
        }
    }
    return words.toCaseFolded();
}

} // namespace

void LearnModel::setContents(const KnowledgeBase &knowledge, const Library &library)
{
    m_entries.clear();
    addArticles(library);
    addMuscles(knowledge, library);
    setQuery(m_query);
}

void LearnModel::addArticles(const Library &library)
{
    for (const auto &[group, key] : Keys<ArticleGroup>::all) {
        for (const Article &article : library.articles) {
            if (article.group == group) {
                const QString title = phrases::text(article.title);
                m_entries.push_back({article.id, title, groupName(group), title.toCaseFolded(), wordsOf(article)});
            }
        }
    }
}

void LearnModel::addMuscles(const KnowledgeBase &knowledge, const Library &library)
{
    const std::size_t first = m_entries.size();
    for (const MusclePattern &pattern : knowledge.patterns()) {
        const QString title = phrases::text(pattern.names.common);
        QString names = title + QLatin1Char(' ') + phrases::text(pattern.names.latin);
        for (const std::string &name : pattern.names.people) {
            names += QLatin1Char(' ') + phrases::text(name);
        }
        m_entries.push_back({pattern.id, title, phrases::bodyPart(pattern.region), names.toCaseFolded(),
                             wordsOf(pattern, library.leaflet(pattern.id))});
    }
    std::stable_sort(m_entries.begin() + static_cast<std::ptrdiff_t>(first), m_entries.end(),
                     [](const Entry &a, const Entry &b) {
                         return std::pair{a.subtitle, a.names} < std::pair{b.subtitle, b.names};
                     });
}

void LearnModel::setQuery(const QString &query)
{
    beginResetModel();
    m_query = query;
    const QStringList typed = query.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto holds = [&typed](const QString &text) {
        return std::ranges::all_of(typed, [&text](const QString &word) { return text.contains(word); });
    };
    m_rows.clear();
    std::vector<std::size_t> inText;
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        if (holds(m_entries[at].names)) {
            m_rows.push_back(at);
        } else if (holds(m_entries[at].names + m_entries[at].words)) {
            inText.push_back(at);
        }
    }
    m_rows.insert(m_rows.end(), inText.begin(), inText.end());
    endResetModel();
}

QModelIndex LearnModel::indexOf(const ReadingTarget &target) const
{
    const auto row = std::ranges::find_if(m_rows, [&](std::size_t at) { return m_entries[at].target == target; });
    return row == m_rows.end() ? QModelIndex{} : index(static_cast<int>(row - m_rows.begin()));
}

int LearnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LearnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = m_entries[m_rows[static_cast<std::size_t>(index.row())]];
    const bool isMuscle = std::holds_alternative<MuscleId>(entry.target);
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case subtitleRole:
        return entry.subtitle;
    case iconRole:
        return static_cast<int>(isMuscle ? Icon::muscle : Icon::page);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(entry.title, entry.subtitle);
    default:
        return {};
    }
}

} // namespace palpate::desktop
