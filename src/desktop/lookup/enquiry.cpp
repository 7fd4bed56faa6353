// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/enquiry.h"

#include <algorithm>

#include <QUndoStack>

#include "care/conditions.h"
#include "desktop/phrases.h"
#include "desktop/undokind.h"
#include "record/paintmask.h"

namespace palpate::desktop {

namespace {

/// A brush that follows a zone's border closely.
constexpr double fineBrushMm = 8;

[[nodiscard]] RuleId ruleOf(const RedFlag &flag) { return RuleId{flag.id.text()}; }

[[nodiscard]] FeltSide feltSideOf(Side side)
{
    return side == Side::left ? FeltSide::left : side == Side::right ? FeltSide::right : FeltSide::either;
}

/// The week of a pregnancy today, from the week that was said on a day.
[[nodiscard]] std::optional<int> weekOn(LocalDay today, const Profile &profile)
{
    if (profile.pregnancy != Pregnancy::pregnant || !profile.pregnancyWeek) {
        return std::nullopt;
    }
    const auto since = profile.pregnancyDay ? (today - *profile.pregnancyDay).count() / 7 : 0;
    return *profile.pregnancyWeek + static_cast<int>(since);
}

} // namespace

/// A step from one question to the next.
class Enquiry::Command : public UnstoredCommand {
public:
    Command(Enquiry &enquiry, Question after, const QString &name)
        : UnstoredCommand{name}, m_enquiry{enquiry}, m_before{enquiry.m_question}, m_after{std::move(after)}
    {}

    void undo() override { m_enquiry.take(m_before); }
    void redo() override { m_enquiry.take(m_after); }

private:
    Enquiry &m_enquiry;
    Question m_before;
    Question m_after;
};

Enquiry::Enquiry(MapScene &scene, JournalSession &session, LookupSource &source, QObject *parent)
    : QObject{parent}, m_scene{scene}, m_session{session}, m_source{source}
{
    connect(&source, &LookupSource::ready, this, &Enquiry::begin);
    source.begin();
    if (source.data() != nullptr) {
        begin();
    }
    connect(&session, &JournalSession::changed, this, [this](const JournalChange &change) {
        if (change.touches<TriggerPoint>() || change.touches<Alert>() || change.touches<Profile>()) {
            readJournal();
            ask();
        }
    });
}

Enquiry::~Enquiry()
{
    // The stack may outlive the page whose steps it holds.
    m_session.undoStack().clear();
}

void Enquiry::begin()
{
    m_running.emplace(
        m_scene.atlas(),
        [this](const anatomy::ViewInfo &view) -> const anatomy::GrayImage8 & { return m_scene.zones(view); },
        data()->sizes);
    readJournal();
    Q_EMIT ready();
    ask();
}

void Enquiry::readJournal()
{
    if (data() == nullptr) {
        return;
    }
    // No check holds longer than a year; a sign that was told before that is new again.
    const LocalDay today = dayOf(m_session.now());
    m_alerts = m_session.read().between<Alert>(today - std::chrono::days{2 * 365}, today + std::chrono::days{1});
    std::vector<OwnReferral> own;
    for (const PointOverview &point : m_session.read().openPoints()) {
        OwnReferral referral{point.point.muscle, point.point.side, {}};
        for (const ZoneCoverage &zone : point.point.referralZones) {
            referral.zones.push_back({zone.zone, zone.side, zone.coverage});
        }
        if (!referral.zones.empty()) {
            own.push_back(std::move(referral));
        }
    }
    m_source.data()->lookup.setOwnReferrals(std::move(own));
}

void Enquiry::say(const QString &words)
{
    // The field that they are typed into has its own undo.
    Question question = m_question;
    question.words = words.toStdString();
    take(std::move(question));
}

void Enquiry::paint(const Stroke &stroke)
{
    if (stroke.erases && m_question.strokes.empty()) {
        return; // nothing there to take away
    }
    Question question = m_question;
    question.strokes.push_back(stroke);
    change(std::move(question), stroke.erases ? tr("Erase paint") : tr("Paint where it hurts"));
}

void Enquiry::grow(const Stroke &stroke) { ask(&stroke); }

void Enquiry::toggle(const anatomy::ZonePlace &zone)
{
    Question question = m_question;
    const auto known = std::ranges::find(question.zones, zone);
    if (known == question.zones.end()) {
        question.zones.push_back(zone);
        change(std::move(question), tr("Choose a place"));
    } else {
        question.zones.erase(known);
        change(std::move(question), tr("Leave out a place"));
    }
}

void Enquiry::clear()
{
    if (!m_question.isEmpty()) {
        change({}, tr("Begin anew"));
    }
}

void Enquiry::change(Question question, const QString &name)
{
    m_session.undoStack().push(new Command{*this, std::move(question), name}); // which takes it at once
}

void Enquiry::take(Question question)
{
    m_question = std::move(question);
    if (m_question.isEmpty()) {
        m_shown.clear();
        m_notMeant.clear();
        m_saved.reset();
    }
    ask();
    Q_EMIT questionChanged();
}

LookupQuery Enquiry::chosen() const
{
    LookupQuery query;
    for (const anatomy::ZonePlace &zone : m_question.zones) {
        query.felt.push_back({{zone.zone}, feltSideOf(zone.side), 1});
    }
    std::vector<PaintedZone> painted;
    for (const ZoneCoverage &zone : m_coverage) {
        const bool isChosen =
            std::ranges::find(m_question.zones, anatomy::ZonePlace{zone.zone, zone.side}) != m_question.zones.end();
        if (!isChosen) {
            painted.push_back({zone.zone, zone.side, zone.coverage});
        }
    }
    std::ranges::copy(feltIn(painted), std::back_inserter(query.felt));
    return query;
}

void Enquiry::readProfile(LookupInput &input) const
{
    const auto profile = m_session.read().profile();
    if (!profile) {
        return;
    }
    const LocalDay today = dayOf(m_session.now());
    input.conditions = conditionsOf(*profile, today);
    if (profile->yearOfBirth) {
        input.ageYears =
            static_cast<int>(std::chrono::year_month_day{std::chrono::sys_days{today.time_since_epoch()}}.year()) -
            *profile->yearOfBirth;
    }
    input.pregnantWeek = weekOn(today, *profile);
}

void Enquiry::ask(const Stroke *growing)
{
    if (data() == nullptr) {
        return;
    }
    std::vector<Stroke> strokes = m_question.strokes;
    if (growing != nullptr) {
        strokes.push_back(*growing);
    }
    m_running->show(strokes);
    m_coverage = m_running->coverage();
    LookupInput input;
    input.text = m_question.words;
    input.chosen = chosen();
    readProfile(input);
    input.settled = m_notMeant;
    for (const RuleId &rule : settledOn(m_alerts, dayOf(m_session.now()))) {
        input.settled.insert(RedFlagId{rule.text()});
    }
    m_answer = data()->lookup.answer(input);
    Q_EMIT answered();
}

std::vector<const RedFlag *> Enquiry::waiting() const
{
    std::vector<const RedFlag *> waiting = m_answer.alerts;
    std::erase_if(waiting, [this](const RedFlag *flag) { return m_shown.contains(flag->id); });
    return waiting;
}

void Enquiry::showAll()
{
    Verb verb;
    for (const RedFlag *flag : waiting()) {
        m_shown.insert(flag->id);
        verb.steps.emplace_back(Add{Alert{
            m_session.next<AlertId>(), m_session.now(), ruleOf(*flag), flag->urgency, AlertAnswer::shown, {}, {}, {}}});
    }
    m_session.perform(verb, tr("A warning was shown"));
    Q_EMIT answered();
}

void Enquiry::strike(const RedFlag &flag)
{
    m_notMeant.insert(flag.id);
    Question question = m_question;
    const std::vector<TextSpan> spans = data()->lookup.wordsBehind(flag, question.words);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        question.words.erase(span->begin, span->end - span->begin);
    }
    question.words = QString::fromStdString(question.words).simplified().toStdString();
    if (question == m_question) {
        ask();
    } else {
        change(std::move(question), tr("Strike what was not meant"));
    }
}

CheckRefusal Enquiry::check(const RedFlag &flag, const std::string &by, const Instant &when, LocalDay until)
{
    const CheckRefusal refusal = refusalOf(flag.urgency, firstTold(m_alerts, ruleOf(flag)), when, m_session.now());
    if (refusal == CheckRefusal::none) {
        m_session.perform(palpate::add(Alert{m_session.next<AlertId>(), m_session.now(), ruleOf(flag), flag.urgency,
                                             AlertAnswer::checked, by, when, until}),
                          tr("Checked by a professional"));
    }
    return refusal;
}

bool Enquiry::isWithheld(const MuscleId &muscle) const
{
    if (m_answer.withheld.everywhere) {
        return true;
    }
    const auto above = data()->loaded.surroundings.above.find(muscle);
    return above != data()->loaded.surroundings.above.end() &&
           std::ranges::any_of(above->second,
                               [this](const ZoneId &zone) { return m_answer.withheld.zones.contains(zone); });
}

QStringList Enquiry::wordsBehind(const RedFlag &flag) const
{
    QStringList words;
    for (const TextSpan &span : data()->lookup.wordsBehind(flag, m_question.words)) {
        words << QString::fromStdString(m_question.words.substr(span.begin, span.end - span.begin)).simplified();
    }
    return words;
}

bool Enquiry::save()
{
    if (m_question.isEmpty() || data() == nullptr) {
        return false;
    }
    PainEntry entry = m_session.newPainEntry();
    if (m_saved) {
        if (const auto known = m_session.read().find<PainEntry>(*m_saved)) {
            entry.id = known->id;
            entry.at = known->at;
        }
    }
    entry.note = m_question.words;
    PainArea area;
    for (const MeaningId &quality : m_answer.understood.qualities) {
        if (const auto known = fromKey<Quality>(quality.text())) {
            area.qualities.set(*known, true);
        }
    }
    entry.strokes = m_question.strokes;
    for (const anatomy::ZonePlace &zone : m_question.zones) {
        const anatomy::ViewInfo &view = m_scene.viewOfZone(zone);
        const std::uint8_t number = m_scene.atlas().zoneNumber(zone.zone, zone.side);
        if (auto stroke = strokeOver(view, m_scene.zones(view), number, fineBrushMm)) {
            entry.strokes.push_back(*std::move(stroke));
        }
    }
    if (!entry.strokes.empty()) {
        entry.areas.push_back(area);
    }
    entry.zones = coverageOf(
        m_scene.atlas(),
        [this](const anatomy::ViewInfo &view) -> const anatomy::GrayImage8 & { return m_scene.zones(view); },
        data()->sizes, entry.strokes);
    if (!m_session.save(entry, tr("Pain felt now, from what was looked up"))) {
        return false;
    }
    m_saved = entry.id;
    m_savedAs = m_question;
    Q_EMIT questionChanged();
    return true;
}

} // namespace palpate::desktop
