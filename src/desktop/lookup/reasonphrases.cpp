// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/reasonphrases.h"

#include <algorithm>

#include <QCoreApplication>

#include "desktop/phrases.h"

namespace palpate::desktop::phrases {

namespace {

QString words(const char *source) { return QCoreApplication::translate("Lookup", source); }

QString zoneNames(const KnowledgeBase &base, const std::vector<ZoneId> &ids)
{
    QStringList names;
    for (const ZoneId &id : ids) {
        const Zone *zone = base.zone(id);
        names << text(zone == nullptr ? id.text() : zone->description);
    }
    return list(names);
}

template <typename Id, typename Find> QString listed(const std::vector<Id> &ids, Find find)
{
    QStringList names;
    for (const Id &id : ids) {
        if (const auto *known = find(id)) {
            names << text(known->words);
        }
    }
    return list(names);
}

class Phrasing {
public:
    explicit Phrasing(const KnowledgeBase &base) : m_base{base} {}

    QString operator()(const FeltByYou &reason) const
    {
        return QCoreApplication::translate("Lookup", "You have painted this yourself: %1 (from %n of your points).",
                                           nullptr, static_cast<int>(reason.points))
            .arg(zoneNames(m_base, reason.zones));
    }
    QString operator()(const FeltEssential &reason) const
    {
        return words("Most people feel it here: %1.").arg(zoneNames(m_base, reason.zones));
    }
    QString operator()(const FeltSpillover &reason) const
    {
        return words("Some feel it here: %1.").arg(zoneNames(m_base, reason.zones));
    }
    QString operator()(const ProvokedBy &reason) const
    {
        return words("Often brought on by %1.").arg(listed(reason.activities, [this](const ActivityId &id) {
            return m_base.activity(id);
        }));
    }
    QString operator()(const LimitedIn &reason) const
    {
        return words("Often makes this hard: %1.").arg(listed(reason.movements, [this](const MovementId &id) {
            return m_base.movement(id);
        }));
    }
    QString operator()(const SparedThough &reason) const
    {
        return words("Against it: you say this does not hurt: %1.").arg(zoneNames(m_base, reason.zones));
    }
    QString operator()(const LiesThere &reason) const
    {
        return words("It lies there: %1. It is not known to send pain there.").arg(zoneNames(m_base, reason.zones));
    }
    QString operator()(const OftenNamed & /*reason*/) const
    {
        return words("Textbooks often name it for this region (experience, no study).");
    }

private:
    const KnowledgeBase &m_base;
};

/// "front of the shoulder, your right", or several that may be meant: "… or …".
QString place(const KnowledgeBase &base, const FeltPlace &felt)
{
    QStringList names;
    for (const ZoneId &id : felt.zones) {
        const Zone *zone = base.zone(id);
        names << text(zone == nullptr ? id.text() : zone->description);
    }
    constexpr int mostNames = 2;
    const bool isMany = names.size() > mostNames;
    QString name = QStringList{names.mid(0, mostNames)}.join(words(" or "));
    name += isMany ? QStringLiteral(" …") : QString{};
    const bool isPaired = std::ranges::any_of(felt.zones, [&base](const ZoneId &id) {
        const Zone *zone = base.zone(id);
        return zone != nullptr && zone->laterality == Laterality::paired;
    });
    switch (isPaired ? felt.side : FeltSide::either) {
    case FeltSide::left:
        return words("%1, your left").arg(name);
    case FeltSide::right:
        return words("%1, your right").arg(name);
    case FeltSide::both:
        return words("%1, both sides").arg(name);
    case FeltSide::either:
        break;
    }
    return name;
}

} // namespace

QString list(const QStringList &items)
{
    if (items.size() < 2) {
        return items.join(QString{});
    }
    return words("%1 and %2").arg(QStringList{items.mid(0, items.size() - 1)}.join(words(", ")), items.last());
}

QStringList reasons(const KnowledgeBase &base, const Candidate &candidate)
{
    QStringList sentences;
    for (const Reason &reason : candidate.reasons) {
        sentences << std::visit(Phrasing{base}, reason);
    }
    return sentences;
}

QString side(CandidateSide side)
{
    switch (side) {
    case CandidateSide::left:
        return yourSide(Side::left);
    case CandidateSide::right:
        return yourSide(Side::right);
    case CandidateSide::both:
        return words("both sides");
    case CandidateSide::either:
        return words("either side");
    case CandidateSide::midline:
        break;
    }
    return {};
}

QString understood(const KnowledgeBase &base, const Understood &understood)
{
    QStringList parts;
    for (const FeltPlace &felt : understood.query.felt) {
        parts << place(base, felt);
    }
    for (const FeltPlace &spared : understood.query.spared) {
        parts << words("not in: %1").arg(place(base, spared));
    }
    for (const ActivityId &id : understood.query.provokedBy) {
        if (const Activity *activity = base.activity(id)) {
            parts << text(activity->words);
        }
    }
    for (const MovementId &id : understood.query.limited) {
        if (const Movement *movement = base.movement(id)) {
            parts << text(movement->words);
        }
    }
    for (const MeaningId &id : understood.qualities) {
        parts << text(id.text());
    }
    QString sentence = parts.isEmpty() ? QString{} : words("Understood: %1").arg(parts.join(QStringLiteral(" · ")));
    if (!understood.unmatched.empty()) {
        QStringList unknown;
        for (const std::string &word : understood.unmatched) {
            unknown << words("“%1”").arg(text(word));
        }
        sentence +=
            (sentence.isEmpty() ? QString{} : QStringLiteral(" ")) + words("Not understood: %1.").arg(list(unknown));
    }
    if (understood.doSidesContradict) {
        sentence += QStringLiteral("\n") + words("Left and right are both named for one place: it counts for either.");
    }
    return sentence;
}

QString urgency(Urgency urgency)
{
    switch (urgency) {
    case Urgency::emergency:
        return words("This can be an emergency");
    case Urgency::sameDay:
        return words("Have this looked at today");
    case Urgency::doctor:
        return words("Show this to a doctor");
    case Urgency::caution:
        break;
    }
    return words("Take care with this");
}

QString palpated(Palpated palpated)
{
    switch (palpated) {
    case Palpated::nothing:
        return words("nothing found");
    case Palpated::tender:
        return words("tender");
    case Palpated::thatIsMyPain:
        return words("that is my pain");
    case Palpated::notTried:
        break;
    }
    return words("not tried");
}

} // namespace palpate::desktop::phrases
