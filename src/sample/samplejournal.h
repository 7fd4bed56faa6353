// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/stored.h"
#include "sample/sampleplaces.h"
#include "sample/samplestory.h"

namespace palpate::sample {

/// The days of so many years, leap days included.
[[nodiscard]] constexpr int daysOfYears(int years) { return years * 365 + years / 4; }

struct SampleRequest {
    int days = daysOfYears(1);
    int perDay = 12; ///< entries of all kinds, on a day on which anything is entered
    int points = 20;
    std::uint64_t seed = 1;
    LocalDay until; ///< the last day
};

/// Takes away what is said to have happened after that moment: a day is not over yet when it is the last of a request.
void leaveOutLaterThan(JournalContents &contents, const Instant &now);

/// Three months of an invented person with a few points, up to that moment: what the window shows on request.
[[nodiscard]] JournalContents threeMonths(const anatomy::Atlas &atlas, const Instant &now);

/// Writes a believable record of some years, of all kinds of records: the same for the same request and atlas, down to
/// ids and moments.
class SampleJournal {
public:
    SampleJournal(const anatomy::Atlas &atlas, const SampleRequest &request);

    [[nodiscard]] JournalContents write() &&;

private:
    struct Point {
        std::size_t row; ///< place in the contents
        LocalDay marked;
        std::optional<LocalDay> quietFrom;
        double usual; ///< soreness on a usual day
        bool main;    ///< in one of the few muscles that trouble this person
        int lastLevel = 0;
    };
    struct PlannedItem {
        PlanItem item;
        LocalDay until;
    };

    // samplejournal.cpp: points, and what is entered each day.
    void addPoints();
    void addPoint(const SamplePlace &place, bool main);
    void addFactors();
    void writeDay(const SampleDay &day);
    void checkIn(const SampleDay &day);
    void factorValues(const SampleDay &day);
    void ratings(const SampleDay &day, int count);
    void rate(const SampleDay &day, Point &point, Asked asked, int minute);
    void painEntry(const SampleDay &day);
    void note(const SampleDay &day);

    // samplecare.cpp: what was done, planned and looked up.
    void addProfile();
    void addReminders();
    void addPeriods();
    void plan(const SampleDay &day);
    void ticks(const SampleDay &day);
    void session(const SampleDay &day);
    void treatment(const SampleDay &day);
    void followUp(const SampleDay &day, AnyId about, int days);
    void visit(const SampleDay &day);
    void checklist(const SampleDay &day);
    void measures(const SampleDay &day);
    void alert(const SampleDay &day);

    [[nodiscard]] std::vector<Point *> openPoints(LocalDay day);
    [[nodiscard]] const TriggerPoint &record(const Point &point) const;
    [[nodiscard]] PainLevel level(double soreness);
    [[nodiscard]] int clockTime(int hour);
    [[nodiscard]] Instant moment(LocalDay day, int hour);
    template <Record T> void put(T record);

    const anatomy::Atlas &m_atlas;
    SampleRequest m_request;
    SampleRandom m_random;
    SampleStory m_story;
    SamplePainter m_painter;
    DeviceId m_device;
    JournalContents m_contents;
    std::vector<Point> m_points;
    std::vector<PlannedItem> m_plan;
    std::vector<FactorId> m_factors;
    int m_today = 0; ///< entries of this day so far
};

template <Record T> void SampleJournal::put(T record)
{
    m_contents.of<T>().push_back({std::move(record), {1, m_device, std::nullopt}});
    ++m_today;
}

} // namespace palpate::sample
