// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "record/alert.h"
#include "record/care.h"
#include "record/checkin.h"
#include "record/checklist.h"
#include "record/fields.h"
#include "record/measure.h"
#include "record/painentry.h"
#include "record/plan.h"
#include "record/profile.h"
#include "record/rating.h"
#include "record/stroke.h"
#include "record/triggerpoint.h"
#include "record/visit.h"

namespace palpate {

template <> struct Described<LifeEvent> {
    static constexpr std::tuple fields{Field{"at", &LifeEvent::at}, Field{"stage", &LifeEvent::stage}};
};

template <> struct Described<Stroke> {
    static constexpr std::tuple fields{Field{"area", &Stroke::area}, Field{"view", &Stroke::view},
                                       Field{"brush_mm", &Stroke::brushMm}, Field{"erases", &Stroke::erases},
                                       Field{"path", &Stroke::path}};
};

template <> struct Described<ZoneCoverage> {
    static constexpr std::tuple fields{Field{"area", &ZoneCoverage::area}, Field{"zone", &ZoneCoverage::zone},
                                       Field{"side", &ZoneCoverage::side}, Field{"coverage", &ZoneCoverage::coverage}};
};

template <> struct Described<PainArea> {
    static constexpr std::tuple fields{Field{"qualities", &PainArea::qualities},
                                       Field{"intensity", &PainArea::intensity}};
};

template <> struct Described<SessionStep> {
    static constexpr std::tuple fields{Field{"muscle", &SessionStep::muscle},
                                       Field{"side", &SessionStep::side},
                                       Field{"point_id", &SessionStep::point},
                                       Field{"technique", &SessionStep::technique},
                                       Field{"tool", &SessionStep::tool},
                                       Field{"planned_seconds", &SessionStep::plannedSeconds},
                                       Field{"done_seconds", &SessionStep::doneSeconds},
                                       Field{"repetitions", &SessionStep::repetitions},
                                       Field{"effort", &SessionStep::effort},
                                       Field{"let_go", &SessionStep::letGo},
                                       Field{"before", &SessionStep::before},
                                       Field{"after", &SessionStep::after},
                                       Field{"tender_before", &SessionStep::tenderBefore},
                                       Field{"tender_after", &SessionStep::tenderAfter},
                                       Field{"position", &SessionStep::position, 2}};
};

template <> struct Described<PlanGoal> {
    static constexpr std::tuple fields{Field{"words", &PlanGoal::words}, Field{"by_day", &PlanGoal::by},
                                       Field{"reached_day", &PlanGoal::reached}};
};

template <> struct Described<TreatedPlace> {
    static constexpr std::tuple fields{Field{"muscle", &TreatedPlace::muscle}, Field{"side", &TreatedPlace::side},
                                       Field{"point_id", &TreatedPlace::point}};
};

template <> struct Described<ChecklistItem> {
    static constexpr std::tuple fields{Field{"muscle", &ChecklistItem::muscle}, Field{"side", &ChecklistItem::side},
                                       Field{"palpated", &ChecklistItem::palpated},
                                       Field{"point_id", &ChecklistItem::point}};
};

template <> struct Described<KnownCondition> {
    static constexpr std::tuple fields{Field{"condition", &KnownCondition::condition}};
};

template <> struct Described<Operation> {
    static constexpr std::tuple fields{Field{"what", &Operation::what}, Field{"day", &Operation::day},
                                       Field{"zone", &Operation::zone}, Field{"side", &Operation::side}};
};

template <> struct Described<Profile> {
    static constexpr std::string_view table = "profile";
    static constexpr std::tuple fields{Field{"id", &Profile::id},
                                       Field{"year_of_birth", &Profile::yearOfBirth},
                                       Field{"pregnancy", &Profile::pregnancy},
                                       Field{"pregnancy_week", &Profile::pregnancyWeek},
                                       Field{"pregnancy_day", &Profile::pregnancyDay},
                                       Field{"medicines", &Profile::medicines},
                                       Field{"blood_thinner", &Profile::bloodThinner},
                                       Field{"cortisone", &Profile::cortisone},
                                       Field{"statin", &Profile::statin},
                                       Field{"medicine_patch", &Profile::medicinePatch},
                                       Field{"history", &Profile::history},
                                       Field{"handedness", &Profile::handedness},
                                       Field{"hands_tire", &Profile::handsTire},
                                       Field{"has_helper", &Profile::hasHelper},
                                       Field{"goals", &Profile::goals}};
    static constexpr std::tuple parts{Parts{"conditions", "profile_condition", &Profile::conditions},
                                      Parts{"operations", "profile_operation", &Profile::operations},
                                      Parts{"numb_areas", "profile_stroke", &Profile::numbAreas},
                                      Parts{"numb_zones", "profile_zone", &Profile::numbZones}};
};

template <> struct Described<TriggerPoint> {
    static constexpr std::string_view table = "trigger_point";
    static constexpr std::tuple fields{Field{"id", &TriggerPoint::id},
                                       Field{"muscle", &TriggerPoint::muscle},
                                       Field{"side", &TriggerPoint::side},
                                       Field{"position", &TriggerPoint::position},
                                       Field{"kind", &TriggerPoint::kind},
                                       Field{"marked", &TriggerPoint::markedAt},
                                       Field{"taut_band", &TriggerPoint::tautBand},
                                       Field{"tender", &TriggerPoint::tender},
                                       Field{"twitch", &TriggerPoint::twitch},
                                       Field{"reproduces_pain", &TriggerPoint::reproducesPain},
                                       Field{"certainty", &TriggerPoint::certainty},
                                       Field{"finder", &TriggerPoint::finder},
                                       Field{"finder_name", &TriggerPoint::finderName},
                                       Field{"note", &TriggerPoint::note},
                                       Field{"quiet", &TriggerPoint::quiet}};
    static constexpr std::tuple parts{Parts{"life", "point_life", &TriggerPoint::life},
                                      Parts{"referral", "point_stroke", &TriggerPoint::referral},
                                      Parts{"referral_zones", "point_zone", &TriggerPoint::referralZones}};
};

template <> struct Described<Rating> {
    static constexpr std::string_view table = "rating";
    static constexpr std::tuple fields{Field{"id", &Rating::id},
                                       Field{"point_id", &Rating::point},
                                       Field{"asked", &Rating::asked},
                                       Field{"level", &Rating::level},
                                       Field{"at", &Rating::at},
                                       Field{"carried_over", &Rating::carriedOver},
                                       Field{"qualities", &Rating::qualities}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<PainEntry> {
    static constexpr std::string_view table = "pain_entry";
    static constexpr std::tuple fields{Field{"id", &PainEntry::id}, Field{"at", &PainEntry::at},
                                       Field{"note", &PainEntry::note}};
    static constexpr std::tuple parts{Parts{"areas", "pain_area", &PainEntry::areas},
                                      Parts{"strokes", "pain_stroke", &PainEntry::strokes},
                                      Parts{"zones", "pain_zone", &PainEntry::zones}};
};

template <> struct Described<CheckIn> {
    static constexpr std::string_view table = "check_in";
    static constexpr std::tuple fields{Field{"id", &CheckIn::id},
                                       Field{"at", &CheckIn::at},
                                       Field{"whole_body", &CheckIn::wholeBody},
                                       Field{"could_do", &CheckIn::couldDo},
                                       Field{"could_do_words", &CheckIn::couldDoWords},
                                       Field{"no_soreness", &CheckIn::noSoreness},
                                       Field{"note", &CheckIn::note}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Factor> {
    static constexpr std::string_view table = "factor";
    static constexpr std::tuple fields{Field{"id", &Factor::id}, Field{"name", &Factor::name},
                                       Field{"scale", &Factor::scale}, Field{"pinned", &Factor::pinned}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<FactorValue> {
    static constexpr std::string_view table = "factor_value";
    static constexpr std::tuple fields{Field{"id", &FactorValue::id}, Field{"factor_id", &FactorValue::factor},
                                       Field{"value", &FactorValue::value}, Field{"at", &FactorValue::at}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Period> {
    static constexpr std::string_view table = "period";
    static constexpr std::tuple fields{Field{"id", &Period::id},         Field{"kind", &Period::kind},
                                       Field{"at", &Period::at},         Field{"ended", &Period::ended},
                                       Field{"helped", &Period::helped}, Field{"note", &Period::note}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Session> {
    static constexpr std::string_view table = "session";
    static constexpr std::tuple fields{Field{"id", &Session::id},
                                       Field{"at", &Session::at},
                                       Field{"ended", &Session::ended},
                                       Field{"end_reason", &Session::end},
                                       Field{"override_reason", &Session::overrideReason},
                                       Field{"note", &Session::note}};
    static constexpr std::tuple parts{Parts{"steps", "session_step", &Session::steps}};
};

template <> struct Described<Treatment> {
    static constexpr std::string_view table = "treatment";
    static constexpr std::tuple fields{Field{"id", &Treatment::id},
                                       Field{"at", &Treatment::at},
                                       Field{"kind", &Treatment::kind},
                                       Field{"provider", &Treatment::provider},
                                       Field{"minutes", &Treatment::minutes},
                                       Field{"note", &Treatment::note},
                                       Field{"discomfort", &Treatment::discomfort, 2},
                                       Field{"injected", &Treatment::injected, 2},
                                       Field{"feedback", &Treatment::feedback, 2},
                                       Field{"advice", &Treatment::advice, 2}};
    static constexpr std::tuple parts{Parts{"places", "treated_place", &Treatment::places}};
};

template <> struct Described<FollowUp> {
    static constexpr std::string_view table = "follow_up";
    static constexpr std::tuple fields{Field{"id", &FollowUp::id},
                                       Field{"about_id", &FollowUp::about},
                                       Field{"at", &FollowUp::at},
                                       Field{"answered", &FollowUp::answered},
                                       Field{"soreness", &FollowUp::soreness},
                                       Field{"easing", &FollowUp::easing},
                                       Field{"danger_signs", &FollowUp::dangerSigns},
                                       Field{"note", &FollowUp::note}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Measure> {
    static constexpr std::string_view table = "measure";
    static constexpr std::tuple fields{Field{"id", &Measure::id},     Field{"at", &Measure::at},
                                       Field{"kind", &Measure::kind}, Field{"what", &Measure::what},
                                       Field{"side", &Measure::side}, Field{"value", &Measure::value},
                                       Field{"unit", &Measure::unit}, Field{"point_id", &Measure::point}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Plan> {
    static constexpr std::string_view table = "plan";
    static constexpr std::tuple fields{Field{"id", &Plan::id}, Field{"title", &Plan::title},
                                       Field{"from_day", &Plan::from}, Field{"until_day", &Plan::until},
                                       Field{"note", &Plan::note}};
    static constexpr std::tuple parts{Parts{"goals", "plan_goal", &Plan::goals, 2}};
};

template <> struct Described<PlanItem> {
    static constexpr std::string_view table = "plan_item";
    static constexpr std::tuple fields{Field{"id", &PlanItem::id},
                                       Field{"plan_id", &PlanItem::plan},
                                       Field{"muscle", &PlanItem::muscle},
                                       Field{"side", &PlanItem::side},
                                       Field{"technique", &PlanItem::technique},
                                       Field{"tool", &PlanItem::tool},
                                       Field{"seconds", &PlanItem::seconds},
                                       Field{"repetitions", &PlanItem::repetitions},
                                       Field{"times_a_day", &PlanItem::timesADay},
                                       Field{"days", &PlanItem::days},
                                       Field{"words", &PlanItem::words},
                                       Field{"stop_rule", &PlanItem::stopRule}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<PlanTick> {
    static constexpr std::string_view table = "plan_tick";
    static constexpr std::tuple fields{Field{"id", &PlanTick::id}, Field{"item_id", &PlanTick::item},
                                       Field{"at", &PlanTick::at}, Field{"kept", &PlanTick::kept},
                                       Field{"note", &PlanTick::note}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Checklist> {
    static constexpr std::string_view table = "checklist";
    static constexpr std::tuple fields{Field{"id", &Checklist::id}, Field{"at", &Checklist::at},
                                       Field{"words", &Checklist::words}};
    static constexpr std::tuple parts{Parts{"items", "checklist_item", &Checklist::items}};
};

template <> struct Described<Alert> {
    static constexpr std::string_view table = "alert";
    static constexpr std::tuple fields{Field{"id", &Alert::id},
                                       Field{"at", &Alert::at},
                                       Field{"rule", &Alert::rule},
                                       Field{"urgency", &Alert::urgency},
                                       Field{"answer", &Alert::answer},
                                       Field{"checked_by", &Alert::checkedBy},
                                       Field{"checked_at", &Alert::checkedAt},
                                       Field{"checked_until", &Alert::checkedUntil}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Visit> {
    static constexpr std::string_view table = "visit";
    static constexpr std::tuple fields{Field{"id", &Visit::id}, Field{"at", &Visit::at},
                                       Field{"provider", &Visit::provider}, Field{"question", &Visit::question},
                                       Field{"note", &Visit::note}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Reminder> {
    static constexpr std::string_view table = "reminder";
    static constexpr std::tuple fields{Field{"id", &Reminder::id},
                                       Field{"kind", &Reminder::kind},
                                       Field{"minute_of_day", &Reminder::minuteOfDay},
                                       Field{"days", &Reminder::days},
                                       Field{"words", &Reminder::words},
                                       Field{"enabled", &Reminder::enabled}};
    static constexpr std::tuple<> parts{};
};

template <> struct Described<Note> {
    static constexpr std::string_view table = "note";
    static constexpr std::tuple fields{Field{"id", &Note::id}, Field{"at", &Note::at}, Field{"text", &Note::text},
                                       Field{"point_id", &Note::point}};
    static constexpr std::tuple<> parts{};
};

/// All kinds of records, those that others refer to first.
using AnyRecord =
    std::variant<Profile, TriggerPoint, Rating, PainEntry, CheckIn, Factor, FactorValue, Period, Session, Treatment,
                 FollowUp, Measure, Plan, PlanItem, PlanTick, Checklist, Alert, Visit, Reminder, Note>;

/// Calls `use` with a std::type_identity of each kind of record, in the order of AnyRecord.
template <typename Use> void forEachKind(Use use)
{
    [&use]<typename... T>(std::type_identity<std::variant<T...>>) {
        (use(std::type_identity<T>{}), ...);
    }(std::type_identity<AnyRecord>{});
}

/// A record of whatever kind: the table it stands in, and its id.
struct RecordRef {
    std::string_view table; ///< of Described
    AnyId id;

    friend bool operator==(const RecordRef &, const RecordRef &) = default;
};

template <Record T> [[nodiscard]] RecordRef refTo(const T &record)
{
    return {Described<T>::table, AnyId{record.id.bytes()}};
}

} // namespace palpate
