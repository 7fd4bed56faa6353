// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/carerules.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "care/treatments.h"

namespace palpate {

namespace {

/// As many numbers from each end are compared, so that one bad day decides nothing.
constexpr std::size_t compared = 3;

[[nodiscard]] Instant after(const Instant &moment, std::chrono::hours hours)
{
    return {moment.utc + hours, moment.offset};
}

[[nodiscard]] const Dose *doseOf(const Protocol &protocol, const char *what) { return protocol.dose(DoseId{what}); }

/// The last that was said of the soreness since the session ended.
[[nodiscard]] std::optional<PainLevel> saidSince(const CareHistory &history, const Worked &last)
{
    std::optional<Instant> when;
    std::optional<PainLevel> level;
    const auto take = [&](const Instant &at, PainLevel said) {
        if (at.utc > last.ended.utc && (!when || at.utc >= when->utc)) {
            when = at;
            level = said;
        }
    };
    for (const Rating &rating : history.soreness) {
        take(rating.at, rating.level);
    }
    for (const FollowUp &answer : last.answers) {
        if (answer.soreness && answer.answered) {
            take(*answer.answered, *answer.soreness);
        }
    }
    return level;
}

[[nodiscard]] std::optional<PainLevel> before(const CareHistory &history, const Worked &last)
{
    if (last.step.before) {
        return last.step.before;
    }
    std::optional<PainLevel> level;
    for (const Rating &rating : history.soreness) {
        if (rating.at.utc <= last.at.utc) {
            level = rating.level;
        }
    }
    return level;
}

[[nodiscard]] std::optional<RuleHit> soreness(const CareHistory &history, const Dose &rest, const Instant &now)
{
    if (history.worked.empty()) {
        return std::nullopt;
    }
    const Worked &last = history.worked.back();
    const Instant until = after(last.ended, std::chrono::hours{rest.range.most});
    if (now.utc >= until.utc) {
        return std::nullopt;
    }
    const auto said = saidSince(history, last);
    const auto was = before(history, last);
    const auto &atItsEnd = last.step.after;
    if (!said && was && atItsEnd && *atItsEnd > *was) {
        return RuleHit{CareRule::stillSore, until, last.at, was, atItsEnd, 0, rest.sources};
    }
    if (said && was) {
        return *said > *was ? std::optional{RuleHit{CareRule::stillSore, until, last.at, was, said, 0, rest.sources}}
                            : std::nullopt;
    }
    const Instant usual = after(last.ended, std::chrono::hours{rest.range.usual});
    return now.utc < usual.utc ? std::optional{RuleHit{CareRule::maybeSore, usual, last.at, was, said, 0, rest.sources}}
                               : std::nullopt;
}

[[nodiscard]] std::optional<RuleHit> treatment(const CareHistory &history, const Dose &rest, const Instant &now)
{
    if (history.treatments.empty()) {
        return std::nullopt;
    }
    const auto ends = [](const Treatment &one) { return after(one.at, leftAloneAfter(one.kind)); };
    const Treatment &last =
        *std::ranges::max_element(history.treatments, {}, [&ends](const Treatment &one) { return ends(one).utc; });
    const Instant until = ends(last);
    return now.utc < until.utc
               ? std::optional{RuleHit{CareRule::treatedLately, until, last.at, {}, {}, 0, rest.sources}}
               : std::nullopt;
}

[[nodiscard]] double meanOf(std::span<const Rating> ratings)
{
    const int sum = std::accumulate(ratings.begin(), ratings.end(), 0,
                                    [](int total, const Rating &one) { return total + one.level.value(); });
    return static_cast<double>(sum) / static_cast<double>(ratings.size());
}

/// Whether soreness has fallen noticeably since the first of these sessions; nothing while too little is known.
[[nodiscard]] std::optional<bool> hasEased(const CareHistory &history)
{
    const Instant first = history.worked.front().at;
    std::vector<Rating> since;
    std::ranges::copy_if(history.soreness, std::back_inserter(since),
                         [&first](const Rating &one) { return one.at.utc >= first.utc - std::chrono::hours{24}; });
    if (since.size() < 2 * compared) {
        return std::nullopt;
    }
    const std::span<const Rating> all{since};
    const double then = meanOf(all.first(compared));
    const double lately = meanOf(all.last(compared));
    return lately <= then * (1 - noticeable);
}

[[nodiscard]] std::optional<RuleHit> course(const CareHistory &history, const Protocol &pressing, const Instant &now)
{
    const Dose *again = doseOf(pressing, "recheck-after");
    const Dose *someone = doseOf(pressing, "professional-after");
    if (again == nullptr || someone == nullptr || history.worked.empty()) {
        return std::nullopt;
    }
    const auto sessions = static_cast<int>(history.worked.size());
    const Instant first = history.worked.front().at;
    if (sessions < again->range.least || hasEased(history) != false) {
        return std::nullopt;
    }
    if (now.utc - first.utc >= std::chrono::weeks{someone->range.usual}) {
        return RuleHit{CareRule::seeSomeone, {}, first, {}, {}, sessions, someone->sources};
    }
    if (sessions >= again->range.usual || now.utc - first.utc >= std::chrono::weeks{1}) {
        return RuleHit{CareRule::lookAgain, {}, first, {}, {}, sessions, again->sources};
    }
    return std::nullopt;
}

} // namespace

std::vector<RuleHit> rulesFor(const CareHistory &history, const Protocol &pressing, const Instant &now)
{
    std::vector<RuleHit> hits;
    const auto add = [&hits](std::optional<RuleHit> hit) {
        if (hit) {
            hits.push_back(*std::move(hit));
        }
    };
    if (const Dose *rest = doseOf(pressing, "rest-when-sore")) {
        add(soreness(history, *rest, now));
        add(treatment(history, *rest, now));
    }
    add(course(history, pressing, now));
    std::stable_partition(hits.begin(), hits.end(), [](const RuleHit &hit) { return holdsBack(hit.rule); });
    return hits;
}

std::vector<RuleHit> rulesForSession(int points, int minutes, const Protocol &pressing)
{
    std::vector<RuleHit> hits;
    if (const Dose *most = doseOf(pressing, "points-per-session"); most != nullptr && points > most->range.most) {
        hits.push_back({CareRule::manyPoints, {}, {}, {}, {}, most->range.most, most->sources});
    }
    if (const Dose *most = doseOf(pressing, "session-length"); most != nullptr && minutes > most->range.most) {
        hits.push_back({CareRule::longSession, {}, {}, {}, {}, most->range.most, most->sources});
    }
    return hits;
}

} // namespace palpate
