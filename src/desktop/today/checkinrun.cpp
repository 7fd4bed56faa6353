// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/checkinrun.h"

#include <algorithm>

#include <QCoreApplication>

namespace palpate::desktop {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("CheckInRun", words); }

} // namespace

void CheckInRun::setWhen(std::optional<Instant> when)
{
    m_when = when;
    finish();
}

void CheckInRun::rate(PointId point, PainLevel level, const QString &name)
{
    const QString words = tr("Rate %1: %2 of 10").arg(name).arg(level.value());
    if (auto known = ratingOf(point)) {
        if (known->level != level || known->carriedOver) {
            known->level = level;
            known->carriedOver = false;
            m_session.perform(change(*known), words);
        }
        return;
    }
    const Rating rating{m_session.next<RatingId>(), point, Asked::sorenessNow, level, when()};
    m_ratings.insert_or_assign(point, rating.id); // before it is told
    m_session.perform(add(rating), words);
}

void CheckInRun::clearRating(PointId point, const QString &name)
{
    if (const auto known = ratingOf(point)) {
        m_session.perform(remove<Rating>(known->id), tr("Take back %1").arg(name));
    }
}

template <typename Edit> void CheckInRun::editCheckIn(const QString &words, Edit edit)
{
    if (auto known = checkIn()) {
        CheckIn edited = *known;
        edit(edited);
        if (edited != *known) {
            m_session.perform(change(edited), words);
        }
        return;
    }
    CheckIn fresh{m_session.next<CheckInId>(), when(), {}, {}, {}, false, {}};
    const CheckIn empty = fresh;
    edit(fresh);
    if (fresh != empty) {
        m_checkIn = fresh.id;
        m_session.perform(add(fresh), words);
    }
}

void CheckInRun::setWholeBody(std::optional<PainLevel> level)
{
    editCheckIn(level ? tr("The whole body: %1 of 10").arg(level->value()) : tr("Take back the whole body"),
                [level](CheckIn &checkIn) { checkIn.wholeBody = level; });
}

void CheckInRun::setCouldDo(std::optional<PainLevel> level)
{
    editCheckIn(level ? tr("What I could do: %1 of 10").arg(level->value()) : tr("Take back what I could do"),
                [level](CheckIn &checkIn) { checkIn.couldDo = level ? std::optional{level->value()} : std::nullopt; });
}

void CheckInRun::setCouldDoWords(const QString &words)
{
    editCheckIn(tr("What I could do"),
                [&words](CheckIn &checkIn) { checkIn.couldDoWords = words.trimmed().toStdString(); });
}

void CheckInRun::setNote(const QString &words)
{
    editCheckIn(tr("Note"), [&words](CheckIn &checkIn) { checkIn.note = words.trimmed().toStdString(); });
}

void CheckInRun::setFactor(const AskedFactor &factor, double value, const QString &name)
{
    const QString words = tr("%1: %2").arg(name).arg(value);
    if (auto known = valueOf(factor)) {
        if (known->value != value) {
            known->value = value;
            m_session.perform(change(*known), words);
        }
        return;
    }
    Verb verb;
    const FactorId id = factor.id.value_or(m_session.next<FactorId>());
    if (!factor.id) {
        verb = add(Factor{id, factor.name, factor.scale, true});
    }
    const FactorValue answer{m_session.next<FactorValueId>(), id, value, when()};
    verb.steps.emplace_back(Add{answer});
    m_values.insert_or_assign(factor.name, answer.id);
    m_session.perform(verb, words);
}

void CheckInRun::clearFactor(const AskedFactor &factor, const QString &name)
{
    if (const auto known = valueOf(factor)) {
        m_session.perform(remove<FactorValue>(known->id), tr("Take back %1").arg(name));
    }
}

int CheckInRun::sayTheSame(std::span<const PointOverview> points)
{
    Verb verb;
    const Instant moment = when();
    for (const PointOverview &point : points) {
        if (!point.latestSoreness || ratingOf(point.point.id)) {
            continue;
        }
        const Rating rating{m_session.next<RatingId>(),  point.point.id, Asked::sorenessNow,
                            point.latestSoreness->level, moment,         true};
        verb.steps.emplace_back(Add{rating});
        m_ratings.insert_or_assign(point.point.id, rating.id);
    }
    const int count = static_cast<int>(verb.steps.size());
    if (count > 0) {
        m_session.perform(verb,
                          QCoreApplication::translate("CheckInRun", "Same as last time: %n points", nullptr, count));
    }
    return count;
}

void CheckInRun::sayNothing()
{
    editCheckIn(tr("Nothing today"), [](CheckIn &checkIn) { checkIn.noSoreness = true; });
}

std::optional<Rating> CheckInRun::ratingOf(PointId point) const
{
    const auto at = m_ratings.find(point);
    return at == m_ratings.end() ? std::nullopt : m_session.read().find<Rating>(at->second);
}

std::optional<CheckIn> CheckInRun::checkIn() const
{
    return m_checkIn ? m_session.read().find<CheckIn>(*m_checkIn) : std::nullopt;
}

std::optional<FactorValue> CheckInRun::valueOf(const AskedFactor &factor) const
{
    const auto at = m_values.find(factor.name);
    return at == m_values.end() ? std::nullopt : m_session.read().find<FactorValue>(at->second);
}

int CheckInRun::answers() const
{
    const auto ratings = std::ranges::count_if(
        m_ratings, [this](const auto &entry) { return m_session.read().find<Rating>(entry.second).has_value(); });
    const auto values = std::ranges::count_if(
        m_values, [this](const auto &entry) { return m_session.read().find<FactorValue>(entry.second).has_value(); });
    return static_cast<int>(ratings + values) + (checkIn() ? 1 : 0);
}

void CheckInRun::finish()
{
    m_ratings.clear();
    m_values.clear();
    m_checkIn.reset();
}

} // namespace palpate::desktop
