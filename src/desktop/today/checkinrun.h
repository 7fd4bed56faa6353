// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>

#include "desktop/journalsession.h"
#include "insight/checkinorder.h"
#include "record/checkin.h"
#include "record/pointoverview.h"

namespace palpate::desktop {

/// One pass through the questions of a check-in. Each answer is stored at once; a second one to the same question
/// corrects the first, until the run is finished. What is undone meanwhile is no answer any more.
class CheckInRun {
public:
    /// The session must outlive the run.
    explicit CheckInRun(JournalSession &session) : m_session{session} {}

    /// The moment that answers are given for; without one that of the answer. Another moment is another run.
    void setWhen(std::optional<Instant> when);
    [[nodiscard]] const std::optional<Instant> &fixedWhen() const { return m_when; }
    [[nodiscard]] Instant when() const { return m_when.value_or(m_session.now()); }

    /// `name` is what the point is called.
    void rate(PointId point, PainLevel level, const QString &name);
    void clearRating(PointId point, const QString &name);
    void setWholeBody(std::optional<PainLevel> level);
    void setCouldDo(std::optional<PainLevel> level);
    void setCouldDoWords(const QString &words);
    void setNote(const QString &words);
    /// A factor that the journal does not have yet is added with it.
    void setFactor(const AskedFactor &factor, double value, const QString &name);
    void clearFactor(const AskedFactor &factor, const QString &name);

    /// The last number of each point that has no answer yet, marked as carried over. How many these are.
    int sayTheSame(std::span<const PointOverview> points);
    /// One check-in of the day, from which each point's zero follows.
    void sayNothing();

    [[nodiscard]] std::optional<Rating> ratingOf(PointId point) const;
    [[nodiscard]] std::optional<CheckIn> checkIn() const;
    [[nodiscard]] std::optional<FactorValue> valueOf(const AskedFactor &factor) const;
    /// How many answers the run has.
    [[nodiscard]] int answers() const;
    /// The next answers begin another run.
    void finish();

private:
    template <typename Edit> void editCheckIn(const QString &words, Edit edit);

    JournalSession &m_session;
    std::optional<Instant> m_when;
    std::map<PointId, RatingId> m_ratings;
    std::map<std::string, FactorValueId> m_values; ///< by the factor's name
    std::optional<CheckInId> m_checkIn;
};

} // namespace palpate::desktop
