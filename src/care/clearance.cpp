// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/clearance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "care/conditions.h"

namespace palpate {

namespace {

const ConditionId everyone{"everyone"};
const ConditionId numbSkin{"numb-skin"};
const ConditionId recentSurgery{"recent-surgery"};
/// Conditions that come and go.
constexpr std::array<std::string_view, 8> passing{"fever",        "local-infection",       "broken-skin",
                                                  "fresh-injury", "new-injection",         "recent-needling",
                                                  "mouth-wound",  "unexplained-belly-pain"};
/// What a person says of a condition that is not in the profile is stored under such a name.
constexpr std::string_view conditionPrefix = "condition-";

template <typename T> [[nodiscard]] bool has(const std::vector<T> &all, const T &one)
{
    return std::ranges::find(all, one) != all.end();
}

/// The care that a technique of the tables means. Moving through the range and the stretch after a contraction are
/// stretches; needles are nobody's self-care.
[[nodiscard]] std::vector<CareTechnique> careOf(Technique technique)
{
    switch (technique) {
    case Technique::pressure:
    case Technique::tool:
    case Technique::roller:
        return {CareTechnique::pressureSteady, CareTechnique::pressureIntermittent, CareTechnique::stroking};
    case Technique::stretch:
        return {CareTechnique::contractRelax, CareTechnique::stretch, CareTechnique::movement};
    case Technique::contraction:
        return {CareTechnique::contractRelax};
    case Technique::heat:
        return {CareTechnique::heat};
    case Technique::cold:
        return {CareTechnique::cold};
    case Technique::needling:
        break;
    }
    return {};
}

/// Reads one place against all that is known.
class Reading {
public:
    Reading(const CarePlace &place, const MusclePattern &pattern, const CareSubject &subject, const RuleBase &rules,
            const Surroundings &surroundings)
        : m_place{place}, m_pattern{pattern}, m_subject{subject}, m_rules{rules}
    {
        if (const auto above = surroundings.above.find(place.muscle); above != surroundings.above.end()) {
            m_zones = &above->second;
        }
    }

    /// Nothing: the whole body.
    [[nodiscard]] bool liesIn(const Places &places) const
    {
        return !places || std::ranges::any_of(*places, [this](const ZoneId &zone) { return liesUnder(zone); });
    }

    /// Where it is not known what a muscle lies under, it may be any zone.
    [[nodiscard]] bool liesUnder(const ZoneId &zone) const { return m_zones == nullptr || m_zones->contains(zone); }

    /// What the limit means for the muscle's own self-care: what it says of techniques, and what it says of tools alone
    /// where pressing without them stays free.
    [[nodiscard]] std::vector<Restriction> restrictionsOf(const Condition &condition, const TechniqueLimit &limit) const
    {
        const bool pressing = has(limit.techniques, Technique::pressure);
        Restriction care = emptyRestriction(condition, limit);
        Restriction tools = emptyRestriction(condition, limit);
        tools.toolsOnly = true;
        for (const Technique technique : limit.techniques) {
            const bool isTool = technique == Technique::tool || technique == Technique::roller;
            Restriction &restriction = isTool && !pressing ? tools : care;
            for (const CareTechnique one : careOf(technique)) {
                if (has(m_pattern.selfCare.techniques, one) && !has(restriction.techniques, one)) {
                    restriction.techniques.push_back(one);
                }
            }
        }
        std::vector<Restriction> restrictions;
        for (Restriction *restriction : {&care, &tools}) {
            if (!restriction->techniques.empty()) {
                restrictions.push_back(std::move(*restriction));
            }
        }
        return restrictions;
    }

    [[nodiscard]] bool isHere(const ConditionId &condition) const
    {
        return has(m_subject.here, condition) || (condition == numbSkin && isNumbHere()) ||
               (condition == recentSurgery && wasOperatedHere());
    }

    [[nodiscard]] bool touches(const NoPressArea &area) const
    {
        if (has(area.muscles, m_place.muscle)) {
            return true;
        }
        if (!area.spheres.empty() && m_place.at) {
            return std::ranges::any_of(area.spheres, [this](const Sphere &sphere) { return isWithin(sphere); });
        }
        return m_zones != nullptr &&
               std::ranges::any_of(area.zones, [this](const ZoneId &zone) { return m_zones->contains(zone); });
    }

private:
    [[nodiscard]] static Restriction emptyRestriction(const Condition &condition, const TechniqueLimit &limit)
    {
        return {Ground::condition, condition.id.text(), condition.name, {}, false,
                limit.limit,       limit.reason,        limit.sources};
    }

    [[nodiscard]] bool sameSide(Side side) const
    {
        return side == Side::midline || m_place.side == Side::midline || side == m_place.side;
    }

    [[nodiscard]] bool isNumbHere() const
    {
        return std::ranges::any_of(m_subject.numbZones, [this](const ZoneCoverage &numb) {
            return sameSide(numb.side) && liesUnder(numb.zone);
        });
    }

    [[nodiscard]] bool wasOperatedHere() const
    {
        return std::ranges::any_of(m_subject.operations, [this](const Operation &operation) {
            return operation.zone && operation.day && m_subject.today - *operation.day < recentOperation &&
                   sameSide(operation.side) && liesUnder(*operation.zone);
        });
    }

    /// The balls lie on the left half; those of a pair have a mirror image.
    [[nodiscard]] bool isWithin(const Sphere &sphere) const
    {
        const double x = std::abs(m_place.at->x) - sphere.centre[0];
        return std::hypot(x, m_place.at->y - sphere.centre[1], m_place.at->z - sphere.centre[2]) <=
               sphere.radius + m_place.slackMm;
    }

    const CarePlace &m_place;
    const MusclePattern &m_pattern;
    const CareSubject &m_subject;
    const RuleBase &m_rules;
    const std::set<ZoneId> *m_zones = nullptr;
};

[[nodiscard]] std::vector<CareTechnique> pressingOf(const MusclePattern &pattern)
{
    std::vector<CareTechnique> pressing;
    std::ranges::copy_if(pattern.selfCare.techniques, std::back_inserter(pressing), isPressing);
    return pressing;
}

void addAlerts(Clearance &clearance, const Reading &reading, const MusclePattern &pattern, const CareSubject &subject,
               const RuleBase &rules)
{
    for (const RedFlagId &id : subject.openAlerts) {
        const RedFlag *flag = rules.redFlag(id);
        if (flag != nullptr && reading.liesIn(flag->places)) {
            clearance.restrictions.push_back({Ground::alert,
                                              id.text(),
                                              flag->reason,
                                              pattern.selfCare.techniques,
                                              false,
                                              {},
                                              flag->reason,
                                              flag->sources});
        }
    }
}

void addNoPress(Clearance &clearance, const Reading &reading, const MusclePattern &pattern, const RuleBase &rules)
{
    for (const NoPressArea &area : rules.noPress) {
        if (pressingOf(pattern).empty() || !reading.touches(area)) {
            continue;
        }
        // What counts under a condition alone, or for both sides in one go, is told and left to the person.
        std::string limit = area.grade == NoPressGrade::fingertips ? area.how : std::string{};
        if (!area.onlyWhen.empty() || area.bothSidesAtOnce) {
            limit = area.bothSidesAtOnce ? area.name : area.onlyWhen;
        }
        if (area.grade == NoPressGrade::fingertips && limit.empty()) {
            limit = area.name;
        }
        clearance.restrictions.push_back({Ground::noPress, area.id.text(), area.name, pressingOf(pattern), false,
                                          std::move(limit), area.reason, area.sources});
        if (area.grade == NoPressGrade::fingertips) {
            clearance.pressure = std::max(clearance.pressure, PressureGrade::fingertips);
        }
    }
}

void addConditions(Clearance &clearance, const Reading &reading, const CareSubject &subject, const RuleBase &rules)
{
    for (const Condition &condition : rules.conditions) {
        const bool holds = condition.id == everyone || has(subject.conditions, condition.id) ||
                           has(subject.here, condition.id) || reading.isHere(condition.id);
        if (!holds) {
            continue;
        }
        for (const TechniqueLimit &limit : condition.limits) {
            std::vector<Restriction> restrictions = reading.restrictionsOf(condition, limit);
            if (restrictions.empty() || !reading.liesIn(limit.places)) {
                continue;
            }
            if (limit.onlyWhereAffected && !reading.isHere(condition.id)) {
                if (!has(clearance.toAsk, condition.id)) {
                    clearance.toAsk.push_back(condition.id);
                }
                continue;
            }
            std::ranges::move(restrictions, std::back_inserter(clearance.restrictions));
        }
    }
}

} // namespace

bool Clearance::allows(CareTechnique technique) const noexcept { return has(techniques, technique); }

Clearance clearanceAt(const CarePlace &place, const MusclePattern &pattern, const CareSubject &subject,
                      const RuleBase &rules, const Surroundings &surroundings)
{
    Clearance clearance;
    clearance.pressure = pattern.selfCare.pressure;
    clearance.techniques = pattern.selfCare.techniques;
    const Reading reading{place, pattern, subject, rules, surroundings};
    addAlerts(clearance, reading, pattern, subject, rules);
    addNoPress(clearance, reading, pattern, rules);
    addConditions(clearance, reading, subject, rules);
    std::erase_if(clearance.restrictions, [&subject](const Restriction &restriction) {
        // Whether a danger sign is settled is said by openAlerts().
        const auto rule = restriction.ground == Ground::condition ? checkedRuleOf(restriction) : std::nullopt;
        return rule && has(subject.checked, *rule);
    });
    std::stable_sort(clearance.restrictions.begin(), clearance.restrictions.end(),
                     [](const Restriction &a, const Restriction &b) { return a.isRuledOut() > b.isRuledOut(); });
    for (const Restriction &restriction : clearance.restrictions) {
        if (!restriction.isRuledOut()) {
            continue;
        }
        if (restriction.toolsOnly) {
            clearance.pressure = std::max(clearance.pressure, PressureGrade::fingertips);
        } else {
            std::erase_if(clearance.techniques,
                          [&restriction](CareTechnique one) { return has(restriction.techniques, one); });
        }
    }
    if (std::ranges::none_of(clearance.techniques, isPressing)) {
        clearance.pressure = PressureGrade::never;
    }
    return clearance;
}

std::vector<const Condition *> questionsAt(const CarePlace &place, const MusclePattern &pattern,
                                           const CareSubject &subject, const RuleBase &rules,
                                           const Surroundings &surroundings, std::size_t most)
{
    const Reading reading{place, pattern, subject, rules, surroundings};
    std::vector<std::pair<int, const Condition *>> ranked;
    for (const Condition &condition : rules.conditions) {
        if (condition.id == everyone || has(subject.conditions, condition.id)) {
            continue;
        }
        int weight = 0;
        for (const TechniqueLimit &limit : condition.limits) {
            if (!reading.liesIn(limit.places)) {
                continue;
            }
            for (const Restriction &restriction : reading.restrictionsOf(condition, limit)) {
                const bool presses = !restriction.toolsOnly && std::ranges::any_of(restriction.techniques, isPressing);
                // What forbids pressing here comes before what limits it; what names the place before what holds
                // anywhere.
                weight =
                    std::max(weight, (restriction.isRuledOut() ? 4 : 1) + (presses ? 2 : 0) + (limit.places ? 8 : 0));
            }
        }
        if (weight > 0) {
            ranked.emplace_back(weight, &condition);
        }
    }
    std::ranges::stable_sort(ranked, std::ranges::greater{}, &std::pair<int, const Condition *>::first);
    std::vector<const Condition *> asked;
    for (std::size_t at = 0; at < std::min(most, ranked.size()); ++at) {
        asked.push_back(ranked[at].second);
    }
    return asked;
}

std::optional<RuleId> checkedRuleOf(const Restriction &restriction)
{
    switch (restriction.ground) {
    case Ground::alert:
        return RuleId{restriction.id};
    case Ground::condition:
        // What holds for everybody cannot be checked away, and what passes within days is new each time.
        if (ConditionId{restriction.id} == everyone || std::ranges::find(passing, restriction.id) != passing.end()) {
            break;
        }
        return RuleId{std::string{conditionPrefix} + restriction.id};
    case Ground::noPress:
        break;
    }
    return std::nullopt;
}

std::vector<RedFlagId> openAlerts(std::span<const Alert> alerts, const Instant &now)
{
    struct Course {
        const Alert *told = nullptr;    ///< last, without an answer that settles it
        const Alert *settled = nullptr; ///< the last answer that does
    };
    std::map<RuleId, Course> courses;
    std::vector<RuleId> order;
    const auto isLater = [](const Alert &alert, const Alert *known) {
        return known == nullptr || alert.at.utc >= known->at.utc;
    };
    for (const Alert &alert : alerts) {
        if (alert.at.utc > now.utc || alert.urgency > Urgency::doctor) {
            continue;
        }
        const auto [known, isNew] = courses.emplace(alert.rule, Course{});
        if (isNew) {
            order.push_back(alert.rule);
        }
        const bool settles = alert.answer == AlertAnswer::notMeant || alert.answer == AlertAnswer::checked;
        const Alert *&last = settles ? known->second.settled : known->second.told;
        if (isLater(alert, last)) {
            last = &alert;
        }
    }
    std::vector<RedFlagId> open;
    for (const RuleId &rule : order) {
        const auto &[told, settled] = courses.at(rule);
        if (told == nullptr || now.utc - told->at.utc > alertHolds) {
            continue;
        }
        // Of two at the same moment the answer came second. A check holds until its last day.
        const bool isSettled = settled != nullptr && settled->at.utc >= told->at.utc &&
                               (settled->answer == AlertAnswer::notMeant || settled->checkedUntil >= dayOf(now));
        if (!isSettled) {
            open.emplace_back(rule.text());
        }
    }
    return open;
}

} // namespace palpate
