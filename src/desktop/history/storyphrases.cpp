// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/storyphrases.h"

#include <array>
#include <map>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "desktop/datewords.h"
#include "desktop/measurewords.h"
#include "desktop/phrases.h"

namespace palpate::desktop::storyphrases {

namespace {

/// All words of this file are translated in one context.
QString words(const char *source) { return QCoreApplication::translate("StoryPhrases", source); }

QString counted(const char *source, int count)
{
    return QCoreApplication::translate("StoryPhrases", source, nullptr, count);
}

/// For keys of an enumeration that are looked up by their place.
template <typename Enum, std::size_t count> QString at(const std::array<const char *, count> &all, Enum value)
{
    return words(all.at(static_cast<std::size_t>(value)));
}

} // namespace

QString longDay(LocalDay day) { return QLocale{}.toString(datewords::date(day), words("dddd, d MMMM yyyy")); }

QString shortDay(LocalDay day) { return QLocale{}.toString(datewords::date(day), words("ddd d MMM yyyy")); }

QString time(const Instant &at)
{
    return QDateTime::fromMSecsSinceEpoch(at.local().time_since_epoch().count(), Qt::UTC)
        .time()
        .toString(QStringLiteral("HH:mm"));
}

QString mean(double mean) { return QLocale{}.toString(mean, 'f', 1); }

QString levels(const std::optional<DayLevels> &levels)
{
    if (!levels) {
        return words("no soreness told");
    }
    if (levels->count == 0) {
        return words("nothing sore");
    }
    const QString count =
        levels->count == 1
            ? words("1 answer")
            : counted("%n answers", levels->count).replace(QStringLiteral("%n"), QString::number(levels->count));
    return words("worst %1, mean %2, %3").arg(levels->worst.value()).arg(mean(levels->mean), count);
}

QString cell(const CalendarDay &day)
{
    QStringList parts;
    if (day.levels) {
        parts << levels(day.levels);
    } else {
        parts << (day.hasEntries ? words("entries without a number") : words("nothing entered"));
    }
    if (day.nothing) {
        parts << words("“nothing today”");
    }
    if (day.treatments > 0) {
        parts << words("treatment");
    }
    if (day.flare) {
        parts << words("flare");
    }
    if (day.pause) {
        parts << words("pause");
    }
    return parts.join(words(", "));
}

QString asked(Asked asked)
{
    constexpr std::array all{QT_TRANSLATE_NOOP("StoryPhrases", "soreness now"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "tenderness when pressed"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "worst since the last entry"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "average of the day")};
    return at(all, asked);
}

QString about(Asked asked, Origin origin, Flags<Quality> qualities)
{
    QStringList parts;
    if (asked != Asked::sorenessNow) {
        parts << storyphrases::asked(asked);
    }
    for (const auto &[quality, key] : Keys<Quality>::all) {
        if (qualities.has(quality)) {
            parts << phrases::quality(quality);
        }
    }
    if (origin == Origin::carriedOver) {
        parts << words("same as last time, not counted");
    } else if (origin == Origin::nothingToday) {
        parts << words("follows from “nothing today”");
    }
    return parts.join(words(" · "));
}

QString treatment(TreatmentKind kind)
{
    constexpr std::array all{QT_TRANSLATE_NOOP("StoryPhrases", "Massage"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Dry needling"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Injection of a local anaesthetic"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Injection of a corticosteroid"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Acupuncture"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Physiotherapy"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Chiropractic"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Yoga or Pilates class"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Treatment")};
    return at(all, kind);
}

QString measured(const Measure &measure)
{
    if (const auto test = fromKey<MovementTest>(measure.what); test && measure.kind == MeasureKind::rangeOfMotion) {
        return phrases::capitalised(measurewords::movement(*test));
    }
    if (const auto sign = fromKey<PostureSign>(measure.what); sign && measure.kind == MeasureKind::posture) {
        return phrases::capitalised(measurewords::posture(*sign));
    }
    if (!measure.what.empty()) {
        return phrases::capitalised(phrases::text(measure.what));
    }
    // The three questions of the PEG scale (Krebs 2009, J Gen Intern Med 24:733), in words of our own.
    constexpr std::array all{QT_TRANSLATE_NOOP("StoryPhrases", "Range of motion"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Posture"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Pressure at which it hurts"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "Pain on average in the last week"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "How much it got in the way of enjoying life"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "How much it got in the way of what I do"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "An activity of mine")};
    return at(all, measure.kind);
}

QString technique(SessionTechnique technique)
{
    constexpr std::array all{QT_TRANSLATE_NOOP("StoryPhrases", "finding the spot"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "steady pressure"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "pressure on and off"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "stroking"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "tense and let go"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "stretch"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "heat"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "cold"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "movement")};
    return at(all, technique);
}

QString factor(const FactorAnswer &answer)
{
    const QString name = phrases::capitalised(phrases::text(answer.name));
    const QString number = QLocale{}.toString(answer.value.value);
    switch (answer.scale) {
    case Scale::zeroToTen:
        return words("%1 %2 of 10").arg(name, number);
    case Scale::hours:
        return words("%1 %2 h").arg(name, number);
    case Scale::yesNo:
        return words("%1: %2").arg(name, answer.value.value != 0 ? words("yes") : words("no"));
    case Scale::count:
        break;
    }
    return words("%1 %2").arg(name, number);
}

QString stage(LifeStage stage)
{
    constexpr std::array all{QT_TRANSLATE_NOOP("StoryPhrases", "hurts by itself"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "only when pressed"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "not sure"), QT_TRANSLATE_NOOP("StoryPhrases", "quiet"),
                             QT_TRANSLATE_NOOP("StoryPhrases", "returned")};
    return at(all, stage);
}

QString place(WordPlace place)
{
    constexpr std::array all{
        QT_TRANSLATE_NOOP("StoryPhrases", "Notes"),    QT_TRANSLATE_NOOP("StoryPhrases", "Soreness"),
        QT_TRANSLATE_NOOP("StoryPhrases", "Drawings"), QT_TRANSLATE_NOOP("StoryPhrases", "Treatments"),
        QT_TRANSLATE_NOOP("StoryPhrases", "Sessions"), QT_TRANSLATE_NOOP("StoryPhrases", "Other")};
    return at(all, place);
}

QString table(std::string_view table)
{
    static const std::map<std::string_view, const char *> names{
        {Described<Note>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Note")},
        {Described<CheckIn>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Check-in")},
        {Described<TriggerPoint>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Point")},
        {Described<Rating>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Rating")},
        {Described<PainEntry>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Drawing")},
        {Described<Treatment>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Treatment")},
        {Described<FollowUp>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Check afterwards")},
        {Described<Session>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Session")},
        {Described<Visit>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Appointment")},
        {Described<Period>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Flare or pause")},
        {Described<Checklist>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Checklist")},
        {Described<Measure>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Measure")},
        {Described<PlanTick>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Plan")},
        {Described<Factor>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Factor")},
        {Described<FactorValue>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Factor")},
        {Described<Alert>::table, QT_TRANSLATE_NOOP("StoryPhrases", "Warning")}};
    const auto known = names.find(table);
    return known == names.end() ? words("Entry") : words(known->second);
}

} // namespace palpate::desktop::storyphrases
