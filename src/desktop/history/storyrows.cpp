// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/storyrows.h"

#include <algorithm>

#include <QCoreApplication>

#include "core/urgency.h"
#include "desktop/history/storyphrases.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

constexpr std::size_t namedZones = 3;

/// Puts the entries of a story into rows, one kind after the other.
class RowWriter {
    Q_DECLARE_TR_FUNCTIONS(StoryRows)

public:
    RowWriter(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge) : m_atlas{atlas}, m_knowledge{knowledge} {}

    std::vector<StoryRow> write(const DayStory &story) &&
    {
        for (const StoryEntry &entry : story.entries) {
            std::visit([&](const auto &content) { put(entry.at, content); }, entry.content);
        }
        return std::move(m_rows);
    }

private:
    StoryRow &add(const Instant &at, const QString &title, const QStringList &lines, Icon icon)
    {
        StoryRow row{at};
        row.title = title;
        QStringList said = lines;
        said.removeAll(QString{});
        row.words = said.join(QLatin1Char('\n'));
        row.icon = icon;
        m_rows.push_back(std::move(row));
        return m_rows.back();
    }

    void addLines(const Instant &at, const std::vector<PointLine> &lines)
    {
        bool first = true;
        for (const PointLine &line : lines) {
            const Flags<Quality> qualities = line.rating ? line.rating->qualities : Flags<Quality>{};
            StoryRow &row = add(at, nameOf(m_atlas, line.muscle, line.side),
                                {storyphrases::about(line.asked, line.origin, qualities)}, Icon::none);
            row.begins = std::exchange(first, false);
            row.level = line.level;
            row.origin = line.origin;
            row.point = line.point;
            if (line.rating) {
                row.records = {*line.rating};
            }
        }
    }

    void put(const Instant &at, const RatedTogether &rated) { addLines(at, rated.lines); }
    void put(const Instant &at, const NothingToday &nothing) { addLines(at, nothing.lines); }

    void put(const Instant &at, const CheckIn &checkIn)
    {
        QStringList numbers;
        if (checkIn.noSoreness) {
            numbers << tr("Nothing today");
        }
        if (checkIn.wholeBody) {
            numbers << tr("whole body %1 of 10").arg(checkIn.wholeBody->value());
        }
        if (checkIn.couldDo) {
            numbers << tr("could do %1 of 10").arg(*checkIn.couldDo);
        }
        StoryRow &row = add(at, tr("Check-in"),
                            {phrases::capitalised(numbers.join(tr(" · "))), phrases::text(checkIn.couldDoWords),
                             phrases::text(checkIn.note)},
                            Icon::page);
        row.records = {checkIn};
    }

    void put(const Instant &at, const PainEntry &drawing)
    {
        QStringList lines;
        for (std::size_t area = 0; area < drawing.areas.size(); ++area) {
            lines << areaWords(drawing, static_cast<int>(area));
        }
        lines << phrases::text(drawing.note);
        StoryRow &row = add(at, tr("Where it hurt"), lines, Icon::brush);
        row.records = {drawing};
        row.drawing = drawing;
    }

    QString areaWords(const PainEntry &drawing, int area) const
    {
        std::vector<ZoneCoverage> zones;
        std::ranges::copy_if(drawing.zones, std::back_inserter(zones),
                             [area](const ZoneCoverage &zone) { return zone.area == area; });
        std::ranges::sort(zones, std::ranges::greater{}, &ZoneCoverage::coverage);
        QStringList names;
        for (const ZoneCoverage &zone : zones) {
            if (static_cast<std::size_t>(names.size()) < namedZones) {
                names << phrases::zone(m_knowledge, {zone.zone, zone.side, HitKind::essential, 1});
            }
        }
        const PainArea &known = drawing.areas[static_cast<std::size_t>(area)];
        QStringList parts{names.isEmpty() ? tr("A painted area") : names.join(tr("; "))};
        if (known.intensity) {
            parts << tr("%1 of 10").arg(known.intensity->value());
        }
        const QString felt = storyphrases::about(Asked::sorenessNow, Origin::given, known.qualities);
        return (felt.isEmpty() ? parts : parts << felt).join(tr(" · "));
    }

    void put(const Instant &at, const FactorsTogether &factors)
    {
        QStringList said;
        StoryRow &row = add(at, {}, {}, Icon::settings);
        for (const FactorAnswer &answer : factors.answers) {
            said << storyphrases::factor(answer);
            row.records.emplace_back(answer.value);
        }
        row.title = tr("What went along");
        row.words = said.join(tr(" · "));
    }

    void put(const Instant &at, const Session &session)
    {
        QStringList lines;
        for (const SessionStep &step : session.steps) {
            QString line = tr("%1: %2, %3 s")
                               .arg(nameOf(m_atlas, step.muscle, step.side), storyphrases::technique(step.technique))
                               .arg(step.doneSeconds * std::max(1, step.repetitions));
            if (step.before && step.after) {
                line += tr(", soreness %1 before, %2 after").arg(step.before->value()).arg(step.after->value());
            }
            lines << line;
        }
        lines << phrases::text(session.overrideReason) << phrases::text(session.note);
        add(at, session.end == SessionEnd::finished ? tr("Session") : tr("Session, ended early"), lines, Icon::muscle)
            .records = {session};
    }

    void put(const Instant &at, const Treatment &treatment)
    {
        QStringList head{phrases::text(treatment.provider)};
        if (treatment.minutes) {
            head << tr("%1 minutes").arg(*treatment.minutes);
        }
        head.removeAll(QString{});
        QStringList places;
        for (const TreatedPlace &place : treatment.places) {
            places << nameOf(m_atlas, place.muscle, place.side);
        }
        const auto said = [](const QString &title, const std::string &words) {
            return words.empty() ? QString{} : tr("%1: %2").arg(title, phrases::text(words));
        };
        if (treatment.discomfort) {
            head << tr("hurt %1 of 10 meanwhile").arg(treatment.discomfort->value());
        }
        add(at, storyphrases::treatment(treatment.kind),
            {head.join(tr(" · ")), places.join(tr("; ")), said(tr("Injected"), treatment.injected),
             said(tr("Found and said"), treatment.feedback), said(tr("Advice for home"), treatment.advice),
             phrases::text(treatment.note)},
            Icon::plus)
            .records = {treatment};
    }

    void put(const Instant &at, const FollowUp &check)
    {
        QStringList parts;
        if (check.soreness) {
            parts << tr("soreness %1 of 10").arg(check.soreness->value());
        }
        if (check.easing) {
            parts << (*check.easing ? tr("easing") : tr("not easing yet"));
        }
        const QString said = check.answered ? parts.join(tr(" · ")) : tr("No answer was given");
        add(at, tr("Check afterwards"), {phrases::capitalised(said), phrases::text(check.note)}, Icon::page).records = {
            check};
    }

    void put(const Instant &at, const PeriodEdge &edge)
    {
        const bool flare = edge.period.kind == PeriodKind::flare;
        const QString title = edge.begins ? (flare ? tr("A flare began") : tr("A pause began"))
                                          : (flare ? tr("The flare ended") : tr("The pause ended"));
        const QString helped = phrases::text(edge.period.helped);
        StoryRow &row = add(at, title,
                            {edge.begins || helped.isEmpty() ? QString{} : tr("What helped: %1").arg(helped),
                             phrases::text(edge.period.note)},
                            Icon::alert);
        row.icon = Icon::page;
        row.records = {edge.period};
        row.fixed = !edge.begins; // its beginning is where it can be moved
    }

    void put(const Instant &at, const PointNote &note)
    {
        StoryRow &row =
            add(at, note.muscle ? tr("Note about %1").arg(nameOf(m_atlas, *note.muscle, note.side)) : tr("Note"),
                {phrases::text(note.note.text)}, Icon::page);
        row.records = {note.note};
        if (note.muscle) {
            row.point = note.note.point;
        }
    }

    void put(const Instant &at, const Visit &visit)
    {
        const QString question = phrases::text(visit.question);
        add(at, tr("Appointment"),
            {phrases::text(visit.provider), question.isEmpty() ? QString{} : tr("Question: %1").arg(question),
             phrases::text(visit.note)},
            Icon::help)
            .records = {visit};
    }

    void put(const Instant &at, const Alert &alert)
    {
        const QString answer = alert.answer == AlertAnswer::checked
                                   ? tr("Checked by %1").arg(phrases::text(alert.checkedBy))
                               : alert.answer == AlertAnswer::notMeant ? tr("Not what was meant")
                                                                       : tr("Shown");
        StoryRow &row = add(at, tr("Warning"), {answer}, Icon::alert);
        row.records = {alert};
        row.fixed = true; // what was checked must not be undone in passing
    }

    void put(const Instant &at, const Checklist &list)
    {
        const auto found = std::ranges::count_if(
            list.items, [](const ChecklistItem &item) { return item.palpated > Palpated::nothing; });
        add(at, tr("Checklist"),
            {phrases::text(list.words), tr("%1 muscles, %2 of them sore").arg(list.items.size()).arg(found)},
            Icon::search)
            .records = {list};
    }

    void put(const Instant &at, const Measure &measure)
    {
        const QString name = phrases::withSide(storyphrases::measured(measure), measure.side);
        add(at, tr("Measure"), {tr("%1: %2").arg(name).arg(measure.value)}, Icon::page).records = {measure};
    }

    void put(const Instant &at, const TickedItem &ticked)
    {
        const Kept kept = ticked.tick.kept;
        const QString how = kept == Kept::done ? tr("done") : kept == Kept::partly ? tr("partly done") : tr("left out");
        QString what = tr("Plan");
        if (ticked.item) {
            what = ticked.item->muscle ? storyphrases::technique(ticked.item->technique)
                                       : phrases::text(ticked.item->words);
            if (ticked.item->muscle) {
                what = tr("%1, %2").arg(nameOf(m_atlas, *ticked.item->muscle, ticked.item->side), what);
            }
        }
        add(at, tr("Plan"), {tr("%1: %2").arg(phrases::capitalised(what), how), phrases::text(ticked.tick.note)},
            Icon::page)
            .records = {ticked.tick};
    }

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    std::vector<StoryRow> m_rows;
};

} // namespace

std::vector<StoryRow> storyRows(const DayStory &story, const anatomy::Atlas &atlas, const KnowledgeBase &knowledge)
{
    return RowWriter{atlas, knowledge}.write(story);
}

std::vector<StoryRow> ratingRows(const std::vector<Rating> &ratings)
{
    std::vector<StoryRow> rows;
    for (const Rating &rating : ratings) {
        StoryRow row{rating.at};
        row.title = storyphrases::shortDay(dayOf(rating.at));
        row.origin = rating.carriedOver ? Origin::carriedOver : Origin::given;
        row.words = storyphrases::about(rating.asked, row.origin, rating.qualities);
        row.level = rating.level;
        row.records = {rating};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace palpate::desktop
