// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/musclefield.h"

#include <QCompleter>

#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

MuscleField::MuscleField(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, QWidget *parent)
    : QLineEdit{parent}, m_atlas{atlas}, m_knowledge{knowledge}
{
    padField(*this);
    connect(this, &QLineEdit::returnPressed, this, &MuscleField::take);
}

void MuscleField::readNames()
{
    if (!m_places.isEmpty() || m_knowledge.patterns().empty()) {
        return;
    }
    for (const MusclePattern &pattern : m_knowledge.patterns()) {
        const bool single = m_atlas.regionOf(pattern.id, Side::midline).has_value();
        const std::vector<Side> sides = single ? std::vector{Side::midline} : std::vector{Side::right, Side::left};
        for (const Side side : sides) {
            const MusclePlace place{pattern.id, side};
            m_places.insert(nameOf(m_atlas, pattern.id, side).toLower(), place);
            m_places.insert(phrases::withSide(phrases::text(pattern.names.latin), side).toLower(), place);
        }
    }
    QStringList names = m_places.keys();
    names.sort();
    auto *list = new QCompleter{names, this};
    list->setCaseSensitivity(Qt::CaseInsensitive);
    list->setFilterMode(Qt::MatchContains);
    setCompleter(list);
    connect(list, qOverload<const QString &>(&QCompleter::activated), this, &MuscleField::take,
            Qt::QueuedConnection); // the field is filled after it
}

std::optional<MusclePlace> MuscleField::place() const
{
    const auto named = m_places.constFind(text().trimmed().toLower());
    return named == m_places.constEnd() ? std::nullopt : std::optional{*named};
}

void MuscleField::take()
{
    const QString name = text().trimmed();
    if (name.isEmpty()) {
        return;
    }
    if (const auto named = place()) {
        Q_EMIT chosen(*named);
    } else {
        Q_EMIT unknown(name);
    }
}

} // namespace palpate::desktop
