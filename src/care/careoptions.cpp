// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/careoptions.h"

#include <algorithm>

#include "care/conditions.h"
#include "care/technique.h"
#include "core/localday.h"
#include "insight/aftertreatment.h"
#include "record/alertchecks.h"

namespace palpate {

namespace {

constexpr std::size_t mostQuestions = 4;
/// No check holds longer than a year (record/alertchecks.h), and no sign matters longer.
constexpr std::chrono::days alertMemory{2 * 365};

/// What needles of the last 72 hours left at the point.
void addNeedles(CareSubject &subject, const CareHistory &history, const Instant &now)
{
    for (const Treatment &treatment : history.treatments) {
        if (!windowAfter(treatment).contains(now)) {
            continue;
        }
        switch (treatment.kind) {
        case TreatmentKind::dryNeedling:
        case TreatmentKind::acupuncture:
            subject.here.emplace_back("recent-needling");
            break;
        case TreatmentKind::injectionAnaesthetic:
        case TreatmentKind::injectionCortisone:
            subject.here.emplace_back("new-injection");
            break;
        default:
            break;
        }
    }
}

/// The answer takes the place of what could not be told.
void applySoreness(std::vector<RuleHit> &hits, const std::map<PointId, bool> &answers, PointId point)
{
    const auto answer = answers.find(point);
    if (answer == answers.end()) {
        return;
    }
    for (RuleHit &hit : hits) {
        if (hit.rule == CareRule::maybeSore && answer->second) {
            hit.rule = CareRule::stillSore;
        }
    }
    if (!answer->second) {
        std::erase_if(hits, [](const RuleHit &hit) { return hit.rule == CareRule::maybeSore; });
    }
}

/// How far from its mark a point may lie: rough, as the balls of what is not pressed are.
[[nodiscard]] double slackOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::sure:
        break;
    case Certainty::aboutHere:
        return 15;
    case Certainty::somewhereHere:
        return 30;
    }
    return 0;
}

[[nodiscard]] int levelOf(const CareOption &option)
{
    return option.point.latestSoreness ? option.point.latestSoreness->level.value() : -1;
}

} // namespace

const RuleHit *CareOption::heldBackBy() const noexcept
{
    const auto hit = std::ranges::find_if(hits, [](const RuleHit &one) { return holdsBack(one.rule); });
    return hit == hits.end() ? nullptr : &*hit;
}

CareSubject careSubject(const JournalReader &journal, const Instant &now)
{
    CareSubject subject;
    subject.today = dayOf(now);
    if (const auto profile = journal.profile()) {
        subject.conditions = conditionsOf(*profile, subject.today);
        subject.numbZones = profile->numbZones;
        subject.operations = profile->operations;
        const bool isUnplaced = std::ranges::any_of(profile->operations, [&subject](const Operation &one) {
            return !one.zone && (!one.day || subject.today - *one.day < recentOperation);
        });
        if (isUnplaced) {
            subject.conditions.emplace_back("recent-surgery"); // it has to be asked where
        }
    }
    const auto alerts = journal.between<Alert>(subject.today - alertMemory, subject.today + std::chrono::days{1});
    subject.openAlerts = openAlerts(alerts, now);
    subject.checked = settledOn(alerts, subject.today);
    return subject;
}

std::vector<CareOption> careOptions(const JournalReader &journal, const LoadedAll &loaded, const CareAnswers &answers,
                                    const Instant &now)
{
    const CareSubject person = careSubject(journal, now);
    const std::vector<PointOverview> points = journal.openPoints();
    std::vector<TriggerPoint> own;
    std::ranges::transform(points, std::back_inserter(own), &PointOverview::point);
    const auto histories = careHistories(journal, own, now);
    const auto sessions = journal.between<Session>(person.today - careMemory, person.today);
    std::vector<CareOption> options;
    for (const PointOverview &overview : points) {
        const TriggerPoint &point = overview.point;
        const MusclePattern *pattern = loaded.base.pattern(point.muscle);
        if (pattern == nullptr) {
            continue;
        }
        const CareHistory &history = histories.at(point.id);
        CareSubject subject = person;
        addNeedles(subject, history, now);
        subject.here.insert(subject.here.end(), answers.said.begin(), answers.said.end());
        subject.openAlerts.insert(subject.openAlerts.end(), answers.raised.begin(), answers.raised.end());
        const CarePlace place{point.muscle, point.side, point.position, slackOf(point.certainty)};
        CareOption option{overview, clearanceAt(place, *pattern, subject, loaded.rules, loaded.surroundings),
                          {},       {place},
                          {},       doseLog(sessions, point.id)};
        option.best = bestDose(option.doses);
        option.care =
            suggestedCare(place, point.id, option.clearance, answers.wishes, loaded.library.leaflet(point.muscle));
        if (answers.wishes.atDesk && !option.isAllowed()) {
            SessionWishes anywhere = answers.wishes;
            anywhere.atDesk = false;
            option.isForElsewhere = !suggestedCare(place, point.id, option.clearance, anywhere).techniques.empty();
        }
        const bool presses =
            std::ranges::any_of(option.care.techniques, [](CareTechnique one) { return isPressing(one); });
        if (const auto tool = answers.reach.find(point.id); tool != answers.reach.end() && presses) {
            const bool mayTool = option.clearance.pressure == PressureGrade::free || tool->second == Tool::helper;
            option.care.tool = mayTool ? tool->second : Tool::fingers;
        }
        const Protocol *pressing = protocolOf(loaded.rules, CareTechnique::pressureSteady);
        if (option.isAllowed() && pressing != nullptr) {
            option.hits = rulesFor(history, *pressing, now);
            applySoreness(option.hits, answers.stillSore, point.id);
            if (!presses) {
                // The others are about pressing; what somebody treated lately is left alone altogether.
                std::erase_if(option.hits, [](const RuleHit &hit) { return hit.rule != CareRule::treatedLately; });
            }
        }
        options.push_back(std::move(option));
    }
    std::ranges::stable_sort(options, std::ranges::greater{}, [](const CareOption &option) {
        return std::tuple{option.isAllowed(), option.heldBackBy() == nullptr, levelOf(option)};
    });
    return options;
}

Clearance clearanceOf(const LoadedAll &loaded, const CareSubject &person, const MuscleId &muscle, Side side)
{
    const MusclePattern *pattern = loaded.base.pattern(muscle);
    return pattern == nullptr ? Clearance{}
                              : clearanceAt({muscle, side}, *pattern, person, loaded.rules, loaded.surroundings);
}

CareQuestions careQuestions(const JournalReader &journal, const LoadedAll &loaded,
                            const std::vector<CareOption> &options, const Instant &now)
{
    const CareSubject person = careSubject(journal, now);
    CareQuestions questions;
    const auto add = [&questions](const Condition *condition) {
        if (condition != nullptr && std::ranges::find(questions.conditions, condition) == questions.conditions.end()) {
            questions.conditions.push_back(condition);
        }
    };
    for (const CareOption &option : options) {
        for (const ConditionId &condition : option.clearance.toAsk) {
            add(loaded.rules.condition(condition));
        }
    }
    // In turns, so that each place has its most important question first.
    std::vector<std::vector<const Condition *>> asked;
    for (const CareOption &option : options) {
        if (const MusclePattern *pattern = loaded.base.pattern(option.care.place.muscle)) {
            asked.push_back(
                questionsAt(option.care.place, *pattern, person, loaded.rules, loaded.surroundings, mostQuestions));
        }
    }
    for (std::size_t turn = 0; turn < mostQuestions; ++turn) {
        for (const auto &ofPlace : asked) {
            if (turn < ofPlace.size() && questions.conditions.size() < mostQuestions) {
                add(ofPlace[turn]);
            }
        }
    }
    return questions;
}

} // namespace palpate
