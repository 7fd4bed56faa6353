// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/candidatemodel.h"

#include <algorithm>
#include <cmath>

#include "desktop/lookup/reasonphrases.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

constexpr int firstRows = 10;

int percent(double share) { return static_cast<int>(std::lround(share * 100)); }

} // namespace

QString CandidateModel::nameOf(const Candidate &candidate) const
{
    QStringList names;
    for (const MuscleId &muscle : candidate.muscles) {
        const anatomy::Structure *structure = m_atlas.findStructure(muscle);
        names << phrases::text(structure == nullptr ? muscle.text() : structure->common);
    }
    constexpr int mostNames = 2;
    const int more = static_cast<int>(names.size()) - mostNames;
    const QString name = more > 0 ? tr("%1 and %n more", nullptr, more + 1).arg(names.first()) : phrases::list(names);
    const QString side = phrases::side(candidate.side);
    return side.isEmpty() ? name : tr("%1 · %2").arg(name, side);
}

void CandidateModel::show(const KnowledgeBase &base, std::vector<Candidate> candidates, const SignOf &signOf)
{
    std::vector<Row> rows;
    rows.reserve(candidates.size());
    for (Candidate &candidate : candidates) {
        const bool isShown = m_showsAll || static_cast<int>(rows.size()) < firstRows;
        Row row{std::move(candidate), {}, {}, {}};
        if (isShown) { // words only for what is seen: this runs while somebody paints
            row.name = nameOf(row.candidate);
            row.reasons = phrases::reasons(base, row.candidate);
            row.sign = signOf(row.candidate);
        }
        rows.push_back(std::move(row));
    }
    const bool isSameSize = rows.size() == m_rows.size();
    if (!isSameSize) {
        beginResetModel();
        m_open = -1;
        m_showsAll = m_showsAll && !rows.empty();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    const bool isSameOpen = m_open < 0 || static_cast<std::size_t>(m_open) >= rows.size() ||
                            rows[static_cast<std::size_t>(m_open)].candidate.group ==
                                m_rows[static_cast<std::size_t>(m_open)].candidate.group;
    m_open = isSameOpen ? m_open : -1;
    std::swap(m_rows, rows);
    for (int row = 0; row < rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const bool isNewTie = at + 1 < m_rows.size() && m_rows[at + 1].candidate.tied != rows[at + 1].candidate.tied;
        if (isNewTie || !looksLike(m_rows[at], rows[at])) { // each painted row costs time while somebody paints
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

bool CandidateModel::looksLike(const Row &one, const Row &other)
{
    return one.name == other.name && one.reasons == other.reasons && one.sign.words == other.sign.words &&
           one.sign.isAlert == other.sign.isAlert && one.candidate.tied == other.candidate.tied &&
           percent(one.candidate.explains) == percent(other.candidate.explains) &&
           percent(one.candidate.felt) == percent(other.candidate.felt);
}

void CandidateModel::showAll()
{
    if (!m_showsAll && more() > 0) {
        const int last = static_cast<int>(m_rows.size()) - 1;
        beginInsertRows({}, rowCount(), last);
        m_showsAll = true;
        endInsertRows();
    }
}

void CandidateModel::setOpen(const QModelIndex &index)
{
    const int before = m_open;
    m_open = index.isValid() ? index.row() : -1;
    for (const int row : {before, m_open}) {
        if (row >= 0 && row < rowCount() && before != m_open) {
            Q_EMIT dataChanged(this->index(row), this->index(row));
        }
    }
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    const int all = static_cast<int>(m_rows.size());
    return parent.isValid() ? 0 : m_showsAll ? all : std::min(firstRows, all);
}

Bracket CandidateModel::bracketOf(std::size_t row) const
{
    const bool withBefore = m_rows[row].candidate.tied;
    const bool withNext = row + 1 < static_cast<std::size_t>(rowCount()) && m_rows[row + 1].candidate.tied;
    return withBefore && withNext ? Bracket::middle
           : withBefore           ? Bracket::last
           : withNext             ? Bracket::first
                                  : Bracket::none;
}

QString CandidateModel::heard(std::size_t row) const
{
    const Row &one = m_rows[row];
    QStringList parts;
    parts << tr("%1 of %2: %3").arg(row + 1).arg(m_rows.size()).arg(one.name);
    if (!one.sign.words.isEmpty()) {
        parts << one.sign.words;
    }
    parts << tr("covers %1 percent of where it hurts").arg(percent(one.candidate.explains));
    parts << tr("you feel %1 percent of its pattern").arg(percent(one.candidate.felt));
    if (one.candidate.tied) {
        parts << tr("as likely as the one before");
    }
    return parts.join(tr(", ")) + tr(". ") + one.reasons.join(QLatin1Char(' '));
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index.row());
    const Row &row = m_rows[at];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case explainsRole:
        return row.candidate.explains;
    case feltRole:
        return row.candidate.felt;
    case reasonsRole:
        return row.reasons;
    case signRole:
        return row.sign.words;
    case signIsAlertRole:
        return row.sign.isAlert;
    case bracketRole:
        return static_cast<int>(bracketOf(at));
    case openRole:
        return index.row() == m_open;
    case Qt::AccessibleTextRole:
        return heard(at);
    default:
        return {};
    }
}

} // namespace palpate::desktop
