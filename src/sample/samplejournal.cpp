// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/samplejournal.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::sample {

namespace {

using std::chrono::days;

constexpr int halfPastSeven = 7 * 60 + 30;

LocalDay firstDay(const SampleRequest &request) { return request.until - days{request.days} + days{1}; }

constexpr std::array<const char *, 8> pointNotes{"",
                                                 "",
                                                 "",
                                                 "like a pea under the skin",
                                                 "only with the arm raised",
                                                 "gets worse at the desk",
                                                 "found lying on the ball",
                                                 "sends it up to the ear"};

constexpr std::array<const char *, 8> dayNotes{"slept on the wrong side",
                                               "long drive, shoulder up at the ear",
                                               "the warm shower helped",
                                               "moved furniture",
                                               "new chair at work",
                                               "swam for half an hour, felt good after",
                                               "headache from the neck in the evening",
                                               "much better than last week"};

} // namespace

void leaveOutLaterThan(JournalContents &contents, const Instant &now)
{
    forEachKind([&]<typename T>(std::type_identity<T>) {
        if constexpr (requires(T record) { record.at; }) {
            std::erase_if(contents.of<T>(), [&now](const Stored<T> &row) { return row.record.at.utc > now.utc; });
        }
    });
}

JournalContents threeMonths(const anatomy::Atlas &atlas, const Instant &now)
{
    JournalContents contents =
        SampleJournal{atlas, {.days = 92, .perDay = 14, .points = 7, .seed = 1, .until = dayOf(now)}}.write();
    leaveOutLaterThan(contents, now);
    return contents;
}

SampleJournal::SampleJournal(const anatomy::Atlas &atlas, const SampleRequest &request)
    : m_atlas{atlas},
      m_request{request},
      m_random{request.seed},
      m_story{sampleStory(firstDay(request), request.until, m_random)},
      m_painter{atlas},
      m_device{m_random.id<DeviceId>(sampleMoment(firstDay(request), 0))}
{}

JournalContents SampleJournal::write() &&
{
    addProfile();
    addReminders();
    addFactors();
    addPoints();
    addPeriods();
    for (const SampleDay &day : m_story.days) {
        m_today = 0;
        if (!day.silent) {
            writeDay(day);
        }
    }
    return std::move(m_contents);
}

PainLevel SampleJournal::level(double soreness)
{
    const int whole = static_cast<int>(std::lround(std::clamp(soreness, 0.0, 10.0)));
    return PainLevel::from(whole).value();
}

/// Some minute of about that hour.
int SampleJournal::clockTime(int hour) { return hour * 60 + m_random.whole(0, 50); }

Instant SampleJournal::moment(LocalDay day, int hour)
{
    // One after the other: the order in which arguments are worked out is the compiler's.
    const int minute = clockTime(hour);
    return sampleMoment(day, minute, m_random.whole(0, 59));
}

const TriggerPoint &SampleJournal::record(const Point &point) const
{
    return m_contents.of<TriggerPoint>()[point.row].record;
}

std::vector<SampleJournal::Point *> SampleJournal::openPoints(LocalDay day)
{
    std::vector<Point *> open;
    for (Point &point : m_points) {
        if (point.marked <= day && (!point.quietFrom || day < *point.quietFrom)) {
            open.push_back(&point);
        }
    }
    return open;
}

void SampleJournal::addPoints()
{
    const std::vector<SamplePlace> places = samplePlaces(m_atlas);
    // The first are those that trouble many people: this person has three to six of them.
    const std::size_t mainMuscles = std::min(places.size(), static_cast<std::size_t>(m_random.whole(3, 6)));
    std::vector<SamplePlace> main{places.begin(), places.begin() + std::min<std::ptrdiff_t>(std::ssize(places), 20)};
    while (main.size() > mainMuscles) {
        main.erase(main.begin() + static_cast<std::ptrdiff_t>(m_random.bits() % main.size()));
    }
    const int mainPoints = std::min(m_request.points, std::max(static_cast<int>(mainMuscles), m_request.points / 20));
    for (int count = 0; count < m_request.points; ++count) {
        const bool isMain = count < mainPoints;
        addPoint(isMain ? main[static_cast<std::size_t>(count) % main.size()] : m_random.oneOf(places), isMain);
    }
}

void SampleJournal::addPoint(const SamplePlace &place, bool main)
{
    // The main ones are there from the first weeks on, the others come and go over the years.
    const auto length = static_cast<int>(m_story.days.size());
    const int start = m_random.whole(0, std::max(0, main ? std::min(20, length - 2) : length - 2));
    const LocalDay marked = m_story.days.front().day + days{start};
    const Instant at = moment(marked, 7);
    TriggerPoint point{m_random.id<PointId>(at),
                       place.muscle,
                       place.side,
                       samplePosition(place, m_random),
                       main                   ? PointKind::active
                       : m_random.chance(0.8) ? PointKind::latent
                                              : PointKind::unsure,
                       at};
    point.tautBand = m_random.chance(0.7) ? std::optional{m_random.chance(0.8)} : std::nullopt;
    point.tender = m_random.chance(0.9) ? std::optional{true} : std::nullopt;
    point.reproducesPain = m_random.chance(0.5) ? std::optional{main} : std::nullopt;
    point.certainty = m_random.chance(0.7) ? Certainty::sure : Certainty::aboutHere;
    point.finder = m_random.chance(0.85) ? Finder::self : Finder::professional;
    point.finderName = point.finder == Finder::professional ? "Ms Okafor" : "";
    point.note = m_random.oneOf(pointNotes);
    if (main) {
        SamplePaint paint = m_painter.paint(point, 0, m_random);
        point.referral = std::move(paint.strokes);
        point.referralZones = std::move(paint.zones);
    }
    std::optional<LocalDay> quietFrom;
    if (const LocalDay end = marked + days{m_random.whole(40, 500)}; !main && end < m_request.until) {
        quietFrom = end;
        point.life = {{moment(end, 20), LifeStage::quiet}};
        point.quiet = true;
    } else if (main && marked + days{200} < m_request.until) {
        point.life = {{moment(marked + days{90}, 20), LifeStage::latent},
                      {moment(marked + days{150}, 20), LifeStage::active}};
    }
    m_points.push_back({m_contents.of<TriggerPoint>().size(), marked, quietFrom,
                        main ? m_random.between(3, 4.5) : m_random.between(0.5, 2.5), main});
    put(std::move(point));
}

void SampleJournal::addFactors()
{
    struct Kind {
        const char *name;
        Scale scale;
        bool pinned;
    };
    constexpr std::array<Kind, 5> kinds{{{"Sleep", Scale::hours, true},
                                         {"Stress", Scale::zeroToTen, true},
                                         {"At the desk", Scale::hours, false},
                                         {"Painkillers", Scale::count, false},
                                         {"Went for a walk", Scale::yesNo, false}}};
    const Instant at = sampleMoment(m_story.days.front().day, halfPastSeven);
    for (const Kind &kind : kinds) {
        m_factors.push_back(m_random.id<FactorId>(at));
        put(Factor{m_factors.back(), kind.name, kind.scale, kind.pinned});
    }
}

void SampleJournal::writeDay(const SampleDay &day)
{
    const int most = m_request.perDay;
    if (most >= 4 || m_random.chance(0.3)) {
        checkIn(day);
    }
    if (most >= 6 || m_random.chance(0.2)) {
        factorValues(day);
    }
    plan(day);
    if (most >= 6) {
        ticks(day);
    }
    treatment(day);
    visit(day);
    session(day);
    painEntry(day);
    note(day);
    checklist(day);
    measures(day);
    alert(day);
    ratings(day, std::max(1, most - m_today));
}

void SampleJournal::checkIn(const SampleDay &day)
{
    const Instant at = moment(day.day, 20);
    const double soreness = 2.8 + day.shift + m_random.noise(0.8);
    CheckIn entry{m_random.id<CheckInId>(at), at, std::nullopt, std::nullopt, {}, false, {}};
    entry.noSoreness = soreness < 0.4;
    entry.wholeBody = level(soreness);
    if (m_random.chance(0.8)) {
        entry.couldDo = level(9.5 - 0.9 * soreness + m_random.noise(1)).value();
        entry.couldDoWords = *entry.couldDo < 4 ? "only what had to be" : "";
    }
    put(std::move(entry));
}

void SampleJournal::factorValues(const SampleDay &day)
{
    const Instant at = moment(day.day, 20);
    const auto value = [&](std::size_t factor, double number) {
        put(FactorValue{m_random.id<FactorValueId>(at), m_factors[factor], number, at});
    };
    value(0, std::round(day.sleep * 2) / 2);
    value(1, std::round(day.stress));
    if (m_request.perDay < 10) {
        return;
    }
    if (day.weekday < 5) {
        value(2, m_random.whole(4, 9));
    }
    if (day.flare && m_random.chance(0.4)) {
        value(3, m_random.whole(1, 2));
    }
    value(4, m_random.chance(day.weekday < 5 ? 0.3 : 0.7) ? 1 : 0);
}

void SampleJournal::rate(const SampleDay &day, Point &point, Asked asked, int minute)
{
    const Instant at = sampleMoment(day.day, minute, m_random.whole(0, 59));
    const double pressed = asked == Asked::tendernessPressed ? 1.5 : 0;
    const double worst = asked == Asked::worstSinceLastEntry ? 1 : 0;
    const double shift = point.main ? day.shift : day.shift * 0.4;
    const bool again = asked == Asked::sorenessNow && m_random.chance(0.03);
    const PainLevel answer =
        again ? level(point.lastLevel) : level(point.usual + shift + pressed + worst + m_random.noise(0.9));
    if (asked == Asked::sorenessNow) {
        point.lastLevel = answer.value();
    }
    put(Rating{m_random.id<RatingId>(at), record(point).id, asked, answer, at, again});
}

/// Round after round through the day, until there are enough.
void SampleJournal::ratings(const SampleDay &day, int count)
{
    struct Round {
        Asked asked;
        int hour;
    };
    constexpr std::array<Round, 4> rounds{{{Asked::sorenessNow, 8},
                                           {Asked::sorenessNow, 18},
                                           {Asked::tendernessPressed, 19},
                                           {Asked::worstSinceLastEntry, 21}}};
    std::vector<Point *> open = openPoints(day.day);
    // The main points first; of the others each day some, not always the same.
    const auto others = std::stable_partition(open.begin(), open.end(), [](const Point *point) { return point->main; });
    if (others != open.end()) {
        const auto shift = m_random.bits() % static_cast<std::uint64_t>(open.end() - others);
        std::rotate(others, others + static_cast<std::ptrdiff_t>(shift), open.end());
    }
    for (const Round &round : rounds) {
        const int begin = clockTime(round.hour);
        int minute = begin;
        for (Point *point : open) {
            if (count-- <= 0) {
                return;
            }
            rate(day, *point, round.asked, minute);
            minute = std::min(minute + 1, begin + 100);
        }
    }
}

void SampleJournal::painEntry(const SampleDay &day)
{
    if (!m_random.chance(day.flare ? 0.5 : 0.2)) {
        return;
    }
    constexpr std::array<Quality, 6> qualities{Quality::aching, Quality::tight, Quality::sharp,
                                               Quality::stiff,  Quality::heavy, Quality::burning};
    const Instant at = moment(day.day, 17);
    PainEntry entry{m_random.id<PainEntryId>(at), at, m_random.chance(0.2) ? m_random.oneOf(dayNotes) : ""};
    for (const Point *point : openPoints(day.day)) {
        if (!point->main || entry.areas.size() >= 3 || m_random.chance(0.4)) {
            continue;
        }
        SamplePaint paint = m_painter.paint(record(*point), static_cast<int>(entry.areas.size()), m_random);
        if (paint.strokes.empty()) {
            continue;
        }
        entry.areas.push_back({{m_random.oneOf(qualities), m_random.oneOf(qualities)},
                               level(point->usual + day.shift + m_random.noise(1))});
        std::ranges::move(paint.strokes, std::back_inserter(entry.strokes));
        std::ranges::move(paint.zones, std::back_inserter(entry.zones));
    }
    if (!entry.areas.empty()) {
        put(std::move(entry));
    }
}

void SampleJournal::note(const SampleDay &day)
{
    if (!m_random.chance(0.08)) {
        return;
    }
    const Instant at = moment(day.day, 21);
    const std::vector<Point *> open = openPoints(day.day);
    const bool aboutPoint = !open.empty() && m_random.chance(0.3);
    put(Note{m_random.id<NoteId>(at), at, m_random.oneOf(dayNotes),
             aboutPoint ? std::optional{record(*m_random.oneOf(open)).id} : std::nullopt});
}

} // namespace palpate::sample
