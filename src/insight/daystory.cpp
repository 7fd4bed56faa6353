// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/daystory.h"

#include <algorithm>
#include <map>

namespace palpate {

namespace {

using std::chrono::days;

/// Reads the parts of one day's story, one kind after the other.
class StoryReader {
public:
    StoryReader(const JournalReader &journal, LocalDay day) : m_journal{journal}, m_story{day} {}

    DayStory read() &&
    {
        const auto levels = sorenessByDay(m_journal, m_story.day, m_story.day);
        if (!levels.empty()) {
            m_story.levels = levels.front();
        }
        readRatings();
        readCheckIns();
        readFactors();
        readNotes();
        readPeriods();
        readTicks();
        add<PainEntry>();
        add<Session>();
        add<Treatment>();
        add<Visit>();
        add<Alert>();
        add<Checklist>();
        add<Measure>();
        for (FollowUp &check : m_journal.between<FollowUp>(m_story.day, m_story.day)) {
            // One that was answered days later still belongs to the day it was due.
            const bool sameDay = check.answered && dayOf(*check.answered) == m_story.day;
            const Instant at = sameDay ? *check.answered : check.at;
            m_story.entries.push_back({at, std::move(check)});
        }
        std::ranges::stable_sort(m_story.entries, {}, [](const StoryEntry &entry) { return entry.at.utc; });
        return std::move(m_story);
    }

private:
    template <Record T> void add()
    {
        for (T &record : m_journal.between<T>(m_story.day, m_story.day)) {
            const Instant at = record.at;
            m_story.entries.push_back({at, std::move(record)});
        }
    }

    const std::optional<TriggerPoint> &point(PointId id)
    {
        const auto known = m_points.find(id);
        return known != m_points.end() ? known->second
                                       : m_points.emplace(id, m_journal.find<TriggerPoint>(id)).first->second;
    }

    void readRatings()
    {
        m_ratings = m_journal.ratingsBetween(m_story.day, m_story.day);
        std::optional<std::chrono::sys_time<std::chrono::milliseconds>> last;
        for (const Rating &rating : m_ratings) {
            const auto &known = point(rating.point);
            if (!known) {
                continue;
            }
            if (!last || rating.at.utc - *last > sameMoment) {
                m_story.entries.push_back({rating.at, RatedTogether{}});
            }
            last = rating.at.utc;
            std::get<RatedTogether>(m_story.entries.back().content)
                .lines.push_back({rating.point, known->muscle, known->side, rating.asked, rating.level,
                                  rating.carriedOver ? Origin::carriedOver : Origin::given, rating});
        }
    }

    void readCheckIns()
    {
        bool said = false;
        for (const CheckIn &checkIn : m_journal.between<CheckIn>(m_story.day, m_story.day)) {
            m_story.entries.push_back({checkIn.at, checkIn});
            if (checkIn.noSoreness && !said) {
                said = true;
                addZeros(checkIn);
            }
        }
    }

    void addZeros(const CheckIn &checkIn)
    {
        NothingToday zeros{checkIn.id, {}};
        for (const TriggerPoint &point : m_journal.all<TriggerPoint>()) {
            const bool hasOwn = std::ranges::any_of(m_ratings, [&point](const Rating &rating) {
                return rating.point == point.id && rating.asked == Asked::sorenessNow;
            });
            if (isOpenOn(point, m_story.day) && !hasOwn) {
                zeros.lines.push_back({point.id, point.muscle, point.side, Asked::sorenessNow,
                                       *PainLevel::from(PainLevel::lowest), Origin::nothingToday});
            }
        }
        if (!zeros.lines.empty()) {
            m_story.entries.push_back({checkIn.at, std::move(zeros)});
        }
    }

    void readFactors()
    {
        std::optional<std::chrono::sys_time<std::chrono::milliseconds>> last;
        for (const FactorValue &value : m_journal.between<FactorValue>(m_story.day, m_story.day)) {
            const auto factor = m_journal.find<Factor>(value.factor);
            if (!factor) {
                continue;
            }
            if (!last || value.at.utc - *last > sameMoment) {
                m_story.entries.push_back({value.at, FactorsTogether{}});
            }
            last = value.at.utc;
            std::get<FactorsTogether>(m_story.entries.back().content)
                .answers.push_back({factor->name, factor->scale, value});
        }
    }

    void readNotes()
    {
        for (Note &note : m_journal.between<Note>(m_story.day, m_story.day)) {
            const auto known = note.point ? point(*note.point) : std::nullopt;
            const Instant at = note.at;
            PointNote entry{std::move(note)};
            if (known) {
                entry.muscle = known->muscle;
                entry.side = known->side;
            }
            m_story.entries.push_back({at, std::move(entry)});
        }
    }

    void readPeriods()
    {
        for (const Period &period : m_journal.periodsOver(m_story.day, m_story.day)) {
            if (dayOf(period.at) == m_story.day) {
                m_story.entries.push_back({period.at, PeriodEdge{period, true}});
            }
            if (period.ended && dayOf(*period.ended) == m_story.day) {
                m_story.entries.push_back({*period.ended, PeriodEdge{period, false}});
            }
        }
    }

    void readTicks()
    {
        for (const PlanTick &tick : m_journal.between<PlanTick>(m_story.day, m_story.day)) {
            m_story.entries.push_back({tick.at, TickedItem{tick, m_journal.find<PlanItem>(tick.item)}});
        }
    }

    const JournalReader &m_journal;
    DayStory m_story;
    std::vector<Rating> m_ratings;
    std::map<PointId, std::optional<TriggerPoint>> m_points;
};

} // namespace

DayStory dayStory(const JournalReader &journal, LocalDay day) { return StoryReader{journal, day}.read(); }

std::vector<CalendarDay> calendarDays(const JournalReader &journal, LocalDay from, LocalDay to)
{
    std::vector<CalendarDay> calendar;
    for (LocalDay day = from; day <= to; day += days{1}) {
        calendar.push_back({day});
    }
    const auto at = [&](LocalDay day) -> CalendarDay & {
        return calendar[static_cast<std::size_t>((day - from).count())];
    };
    for (const LocalDay day : journal.daysBetween(from, to)) {
        at(day).hasEntries = true;
    }
    for (const DayLevels &levels : sorenessByDay(journal, from, to)) {
        at(levels.day).levels = levels;
    }
    for (const CheckIn &checkIn : journal.between<CheckIn>(from, to)) {
        at(dayOf(checkIn.at)).nothing |= checkIn.noSoreness;
    }
    for (const Treatment &treatment : journal.between<Treatment>(from, to)) {
        ++at(dayOf(treatment.at)).treatments;
    }
    for (const Period &period : journal.periodsOver(from, to)) {
        const LocalDay last = period.ended ? std::min(dayOf(*period.ended), to) : to;
        for (LocalDay day = std::max(dayOf(period.at), from); day <= last; day += days{1}) {
            (period.kind == PeriodKind::flare ? at(day).flare : at(day).pause) = true;
        }
    }
    return calendar;
}

} // namespace palpate
