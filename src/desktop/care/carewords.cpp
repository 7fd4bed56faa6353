// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/carewords.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "care/technique.h"
#include "desktop/datewords.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"

namespace palpate::desktop::carewords {

namespace {

QString tr(const char *words, int count = -1) { return QCoreApplication::translate("Care", words, nullptr, count); }

QString getReady(CareTechnique technique)
{
    switch (technique) {
    case CareTechnique::contractRelax:
        return tr("Get ready: take the muscle to where it just begins to pull.");
    case CareTechnique::stretch:
        return tr("Get ready for an easy stretch.");
    case CareTechnique::heat:
    case CareTechnique::cold:
        return tr("Get ready: a cloth between pack and skin.");
    case CareTechnique::movement:
        return tr("Get ready for slow movements.");
    default:
        return tr("Get ready: let the muscle go slack and find the place.");
    }
}

QString wallTime(const Instant &moment, const Instant &now)
{
    return tr("%1, %2").arg(datewords::shortDay(dayOf(moment), dayOf(now)), datewords::time(moment));
}

} // namespace

QString instruction(const Beat &beat)
{
    switch (beat.kind) {
    case BeatKind::rateBefore:
        return tr("How is it before you begin?");
    case BeatKind::getReady:
        return getReady(beat.technique);
    case BeatKind::pressIn:
        return tr("Press in slowly, to the first hint of pain.");
    case BeatKind::hold:
        return beat.aim ? tr("Hold and breathe. Follow when it softens, never above %1 of 10.").arg(beat.aim->value())
                        : tr("Hold and breathe.");
    case BeatKind::easeOff:
        return tr("Ease off without losing the spot.");
    case BeatKind::letGo:
        return tr("Let go slowly, and wait.");
    case BeatKind::stroke:
        return tr("Stroke slowly in one direction, skin and finger together.");
    case BeatKind::goBack:
        return tr("Let go and go back to the start.");
    case BeatKind::tense:
        return tr("Breathe in and tense very lightly, without moving.");
    case BeatKind::soften:
        return tr("Breathe out, let go completely, take up the slack.");
    case BeatKind::stretch:
        return tr("A full easy stretch, short of pain. Breathe.");
    case BeatKind::comeBack:
        return beat.technique == CareTechnique::heat || beat.technique == CareTechnique::cold
                   ? tr("Take the pack off and look at the skin: pink is fine.")
                   : tr("Come back slowly.");
    case BeatKind::move:
        return tr("Move slowly through the full easy range and back.");
    case BeatKind::pack:
        return tr("Leave it on. Stay awake, do not lie on it.");
    case BeatKind::rateAfter:
        break;
    }
    return tr("How is it now?");
}

QString shortly(const Beat &beat)
{
    switch (beat.kind) {
    case BeatKind::rateBefore:
    case BeatKind::rateAfter:
        return tr("a number");
    case BeatKind::getReady:
        return tr("get ready");
    case BeatKind::pressIn:
    case BeatKind::hold:
        return tr("press and hold");
    case BeatKind::easeOff:
        return tr("ease off");
    case BeatKind::letGo:
        return tr("let go");
    case BeatKind::stroke:
        return tr("a stroke");
    case BeatKind::goBack:
        return tr("back to the start");
    case BeatKind::tense:
        return tr("tense lightly");
    case BeatKind::soften:
        return tr("let go and breathe out");
    case BeatKind::stretch:
        return tr("an easy stretch");
    case BeatKind::comeBack:
        return tr("come back");
    case BeatKind::move:
        return tr("slow movements");
    case BeatKind::pack:
        break;
    }
    return tr("the pack");
}

QString word(const Beat &beat)
{
    switch (beat.kind) {
    case BeatKind::getReady:
        return tr("Get ready");
    case BeatKind::pressIn:
        return tr("Press in");
    case BeatKind::hold:
        return tr("Hold");
    case BeatKind::easeOff:
        return tr("Ease off");
    case BeatKind::letGo:
    case BeatKind::goBack:
        return tr("Let go");
    case BeatKind::stroke:
        return tr("Stroke");
    case BeatKind::tense:
        return tr("Tense");
    case BeatKind::soften:
        return tr("Soften");
    case BeatKind::stretch:
        return tr("Stretch");
    case BeatKind::comeBack:
        return tr("Come back");
    case BeatKind::move:
        return tr("Move");
    case BeatKind::pack:
        return tr("Rest");
    case BeatKind::rateBefore:
    case BeatKind::rateAfter:
        break;
    }
    return {};
}

QString signal(Signal signal, const QString &side)
{
    switch (signal) {
    case Signal::start:
        return tr("Start");
    case Signal::half:
        return tr("Half-way");
    case Signal::release:
        return tr("Let go");
    case Signal::sideChange:
        return side.isEmpty() ? tr("Another side") : tr("Now %1").arg(side);
    case Signal::question:
    case Signal::end:
        break;
    }
    return {};
}

QString tool(Tool tool)
{
    switch (tool) {
    case Tool::none:
        return {};
    case Tool::fingers:
        return tr("fingers");
    case Tool::ball:
        return tr("a ball");
    case Tool::cane:
        return tr("a hooked cane");
    case Tool::roller:
        return tr("a roller");
    case Tool::wall:
        return tr("a ball on the wall");
    case Tool::pack:
        return tr("a pack");
    case Tool::helper:
        break;
    }
    return tr("a helper's hand");
}

QString position(BodyPosition position)
{
    switch (position) {
    case BodyPosition::sitting:
        return tr("sitting");
    case BodyPosition::standing:
        return tr("standing");
    case BodyPosition::lying:
        break;
    }
    return tr("lying down");
}

QString clock(std::chrono::milliseconds left)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    return seconds < 60 ? QString::number(seconds)
                        : QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString about(std::chrono::seconds length)
{
    const auto minutes = static_cast<int>((length.count() + 30) / 60);
    return minutes <= 1 ? tr("about a minute") : tr("about %n minutes", minutes);
}

QString care(const PlannedCare &care)
{
    QStringList names;
    for (const CareTechnique technique : care.techniques) {
        const QString name = phrases::technique(technique);
        names << (isPressing(technique) && care.tool != Tool::none ? tr("%1 with %2").arg(name, tool(care.tool))
                  : names.isEmpty()                                ? name
                                                                   : name.toLower());
    }
    return names.join(tr(", "));
}

QString rule(const RuleHit &hit, const Instant &now)
{
    switch (hit.rule) {
    case CareRule::stillSore:
        return hit.before && hit.now
                   ? tr("Sorer than before the last session (%1, before that %2). A sore point wants rest, not more "
                        "pressure; until %3.")
                         .arg(hit.now->value())
                         .arg(hit.before->value())
                         .arg(wallTime(*hit.until, now))
                   : tr("Still sore from the last session. A sore point wants rest, not more pressure; until %1.")
                         .arg(wallTime(*hit.until, now));
    case CareRule::maybeSore:
        return tr("You pressed it %1. Is it still sore from that?").arg(wallTime(*hit.since, now));
    case CareRule::treatedLately:
        return tr("Treated by somebody %1. What they said comes first; without a word of theirs it rests until %2.")
            .arg(wallTime(*hit.since, now), wallTime(*hit.until, now));
    case CareRule::manyPoints:
        return tr("More than %n points in one session is a lot for one day.", hit.count);
    case CareRule::longSession:
        return tr("Longer than %n minutes. A shorter session does as well.", hit.count);
    case CareRule::lookAgain:
        return tr("No noticeable change after %n sessions. Look again whether it is the right muscle.", hit.count);
    case CareRule::seeSomeone:
        break;
    }
    return tr("No noticeable change for three weeks (%n sessions). Time to show it to a professional.", hit.count);
}

QString restriction(const Restriction &restriction)
{
    if (restriction.ground == Ground::alert) {
        return tr("A danger sign is open, nothing is done here until it is settled: %1")
            .arg(phrases::text(restriction.reason));
    }
    if (restriction.id == "everyone" && !restriction.isRuledOut()) {
        return phrases::text(restriction.limit); // no name of a condition before what holds for all
    }
    const QString what = restriction.toolsOnly ? tr("no tool here") : tr("not here");
    return restriction.isRuledOut()
               ? tr("%1: %2. %3").arg(phrases::text(restriction.name), what, phrases::text(restriction.reason))
               : tr("%1: %2").arg(phrases::text(restriction.name), phrases::text(restriction.limit));
}

QString sources(const KnowledgeBase &knowledge, std::span<const Citation> citations)
{
    QStringList all;
    for (const Citation &citation : citations) {
        if (const Source *source = knowledge.source(citation.ref)) {
            // Custom says of itself that no work stands behind it; the first sentence does.
            const QString reference = phrases::text(source->reference).section(QStringLiteral(". "), 0, 1);
            all << tr("%1 (%2)").arg(reference, phrases::grade(citation.grade));
        }
    }
    return all.isEmpty() ? QString{} : tr("Rests on: %1").arg(all.join(tr("; ")));
}

QString best(const std::optional<BestDose> &best)
{
    if (!best) {
        return tr("What works best here: not enough data yet.");
    }
    return tr("Your best so far: %1 s with %2, %3 less on average (n = %4).")
        .arg(best->seconds)
        .arg(tool(best->tool))
        .arg(QLocale{}.toString(std::abs(best->change), 'f', 1))
        .arg(best->count);
}

QString planItem(const anatomy::Atlas &atlas, const PlanItem &item)
{
    QStringList words;
    if (item.muscle) {
        const auto technique = std::ranges::find_if(
            allTechniques, [&item](CareTechnique one) { return recordedAs(one) == item.technique; });
        const QString name = technique == allTechniques.end() ? QString{} : phrases::technique(*technique);
        words << (item.tool == Tool::none ? name : tr("%1 with %2").arg(name, tool(item.tool)));
        words << nameOf(atlas, *item.muscle, item.side);
    }
    if (!item.words.empty()) {
        words << phrases::text(item.words);
    }
    return words.join(tr(" · "));
}

QString rhythm(const PlanItem &item)
{
    QStringList days;
    for (const auto &[day, key] : Keys<Weekday>::all) {
        if (item.days.has(day)) {
            days << QLocale{}.dayName(static_cast<int>(day) + 1, QLocale::ShortFormat);
        }
    }
    const QString when = days.isEmpty() ? tr("every day") : days.join(tr(", "));
    QString often = item.timesADay == 1 ? when : tr("%1, %n times", item.timesADay).arg(when);
    if (!item.seconds) {
        return often;
    }
    constexpr int aMinute = 60;
    return *item.seconds % aMinute == 0 ? tr("%1, %2 min each").arg(often).arg(*item.seconds / aMinute)
                                        : tr("%1, %2 s each").arg(often).arg(*item.seconds);
}

} // namespace palpate::desktop::carewords
