// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/treatmentpane.h"

#include <algorithm>

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStringListModel>

#include "care/treatments.h"
#include "desktop/care/caremap.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/datewords.h"
#include "desktop/history/storyphrases.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"
#include "desktop/today/whenbar.h"

namespace palpate::desktop {

namespace {

constexpr std::size_t offeredPoints = 12;
constexpr std::size_t shownPast = 12;
constexpr std::chrono::days pastReach{366};
/// Two entries this close are likely one treatment written down twice.
constexpr std::chrono::minutes near{60};

} // namespace

void TreatmentPane::showEvent(QShowEvent *event)
{
    read();
    QWidget::showEvent(event);
}

void TreatmentPane::read()
{
    m_when->refresh();
    fillPlaces();
    fillPast();
    fillWarning();
    if (m_source.data() != nullptr) {
        m_map->setRegions(m_source.data()->loaded.rules);
    }
    m_map->setPoints(m_session.read().openPoints());
    fillMap();
}

void TreatmentPane::fillMap()
{
    std::set<PointId> points;
    std::vector<MusclePlace> muscles;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const TreatedPlace &place = m_places[at];
        if (m_isTreated[at] && place.point) {
            points.insert(*place.point);
        } else if (m_isTreated[at]) {
            muscles.push_back({place.muscle, place.side});
        }
    }
    m_map->setChosen(points);
    m_map->setChosenMuscles(muscles);
}

void TreatmentPane::takePoint(PointId point)
{
    if (const auto known = m_session.read().point(point)) {
        const auto place = std::ranges::find_if(m_places, [&known](const TreatedPlace &one) {
            return one.muscle == known->point.muscle && one.side == known->point.side;
        });
        const bool isTreated =
            place != m_places.end() && m_isTreated[static_cast<std::size_t>(place - m_places.begin())];
        if (isTreated) {
            const auto at = place - m_places.begin();
            m_isTreated[static_cast<std::size_t>(at)] = false;
            m_placeChips->setChecked(static_cast<int>(at), false);
            fillMap();
        } else {
            addMuscle({known->point.muscle, known->point.side});
        }
    }
}

void TreatmentPane::setTheme(Theme theme)
{
    m_map->setTheme(theme);
    m_discomfort->setTheme(theme);
}

void TreatmentPane::fillPlaces()
{
    std::vector<TreatedPlace> treated;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (m_isTreated[at]) {
            treated.push_back(m_places[at]);
        }
    }
    m_places.clear();
    m_isTreated.clear();
    m_placeChips->clear();
    std::vector<PointOverview> points = m_session.read().openPoints();
    std::ranges::stable_sort(points, std::ranges::greater{}, [](const PointOverview &one) {
        return one.latestSoreness ? one.latestSoreness->level.value() : -1;
    });
    for (const PointOverview &point : points) {
        const auto isThere = [&point](const auto &place) {
            return place.muscle == point.point.muscle && place.side == point.point.side;
        };
        if (m_places.size() == offeredPoints || std::ranges::any_of(m_places, isThere)) {
            continue;
        }
        // Two points of one muscle have one name: then the muscle is meant.
        const auto others = std::ranges::count_if(points, [&](const PointOverview &one) { return isThere(one.point); });
        m_places.push_back(
            {point.point.muscle, point.point.side, others == 1 ? std::optional{point.point.id} : std::nullopt});
    }
    for (const TreatedPlace &place : treated) {
        const bool isOffered = std::ranges::any_of(m_places, [&place](const TreatedPlace &one) {
            return one.muscle == place.muscle && one.side == place.side;
        });
        if (!isOffered) {
            const bool isThere = place.point && m_session.read().find<TriggerPoint>(*place.point);
            m_places.push_back({place.muscle, place.side, isThere ? place.point : std::nullopt});
        }
    }
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        const TreatedPlace &place = m_places[at];
        m_isTreated.push_back(std::ranges::any_of(treated, [&place](const TreatedPlace &one) {
            return one.muscle == place.muscle && one.side == place.side;
        }));
        m_placeChips->add(static_cast<int>(at), nameOf(m_atlas, place.muscle, place.side));
        m_placeChips->setChecked(static_cast<int>(at), m_isTreated[at]);
    }
    m_placeChips->setVisible(!m_places.empty());
    m_muscle->readNames();
}

void TreatmentPane::addMuscle(const MusclePlace &named)
{
    const TreatedPlace place{named.muscle, named.side, {}};
    auto known = std::ranges::find_if(
        m_places, [&named](const TreatedPlace &one) { return one.muscle == named.muscle && one.side == named.side; });
    if (known == m_places.end()) {
        m_places.push_back(place);
        m_isTreated.push_back(true);
        known = m_places.end() - 1;
        m_placeChips->add(static_cast<int>(m_places.size()) - 1, nameOf(m_atlas, place.muscle, place.side));
        m_placeChips->setVisible(true);
    }
    const auto at = known - m_places.begin();
    m_isTreated[static_cast<std::size_t>(at)] = true;
    m_placeChips->setChecked(static_cast<int>(at), true);
    m_muscle->clear();
    m_map->turnTo(named);
    fillMap();
    fillWarning();
}

void TreatmentPane::sayUnknown(const QString &name)
{
    m_warning->setText(tr("No muscle is called “%1”. Type a part of its name and choose it from the list.").arg(name));
    m_warning->setVisible(true);
}

std::optional<TreatmentKind> TreatmentPane::kind() const
{
    for (const auto &[kind, key] : Keys<TreatmentKind>::all) {
        if (m_kind->chip(static_cast<int>(kind))->isChecked()) {
            return kind;
        }
    }
    return std::nullopt;
}

Instant TreatmentPane::when() const { return m_when->when().value_or(m_session.now()); }

void TreatmentPane::fillWarning()
{
    const auto chosen = kind();
    const bool isInjection =
        chosen == TreatmentKind::injectionAnaesthetic || chosen == TreatmentKind::injectionCortisone;
    m_injectedTitle->setVisible(isInjection);
    m_injected->setVisible(isInjection);
    m_save->setEnabled(chosen.has_value());
    QString warning;
    if (when().utc > m_session.now().utc) {
        m_save->setEnabled(false);
        warning = tr("That moment is still to come. What you wrote stays here until then.");
    } else if (chosen) {
        const LocalDay day = dayOf(when());
        for (const Treatment &other :
             m_session.read().between<Treatment>(day - std::chrono::days{1}, day + std::chrono::days{1})) {
            if (other.kind == *chosen && std::chrono::abs(other.at.utc - when().utc) < near) {
                warning = tr("There is %1 at %2 already. Save only if this is another one.")
                              .arg(storyphrases::treatment(other.kind), datewords::time(other.at));
            }
        }
    }
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
}

void TreatmentPane::save()
{
    if (const QString name = m_muscle->text().trimmed(); !name.isEmpty()) {
        const auto typed = m_muscle->place(); // but not yet taken over
        if (!typed) {
            sayUnknown(name);
            return;
        }
        addMuscle(*typed);
    }
    const auto chosen = kind();
    if (!chosen || when().utc > m_session.now().utc) {
        fillWarning();
        return;
    }
    const Treatment treatment = written(*chosen);
    const bool isNew = !m_edited;
    Verb verb = isNew ? add(treatment) : change(treatment);
    if (isNew) {
        for (FollowUp &followUp : followUpsAfter(treatment, m_session.now(), m_session.ids())) {
            verb.steps.emplace_back(Add{std::move(followUp)});
        }
    }
    if (!m_session.perform(verb, storyphrases::treatment(*chosen))) {
        return; // what was written stays
    }
    m_saved = treatment.id;
    if (isNew) {
        sayAfter(*chosen);
    }
    clearForm();
    read();
}

Treatment TreatmentPane::written(TreatmentKind kind) const
{
    Treatment treatment = m_edited.value_or(Treatment{m_session.next<TreatmentId>(), when()});
    const Instant shown = when();
    // The field shows minutes: what was not changed keeps its seconds.
    if (std::chrono::floor<std::chrono::minutes>(treatment.at.utc) !=
        std::chrono::floor<std::chrono::minutes>(shown.utc)) {
        treatment.at = shown;
    }
    treatment.kind = kind;
    treatment.provider = m_provider->text().trimmed().toStdString();
    treatment.minutes = m_minutes->value() > 0 ? std::optional{m_minutes->value()} : std::nullopt;
    treatment.discomfort = m_discomfort->strip().level();
    treatment.injected = m_injected->isHidden() ? std::string{} : m_injected->text().trimmed().toStdString();
    treatment.feedback = m_feedback->toPlainText().trimmed().toStdString();
    treatment.advice = m_advice->toPlainText().trimmed().toStdString();
    treatment.note = m_note->toPlainText().trimmed().toStdString();
    treatment.places.clear();
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (m_isTreated[at]) {
            treatment.places.push_back(m_places[at]);
        }
    }
    return treatment;
}

void TreatmentPane::edit(const Treatment &treatment)
{
    clearForm();
    m_edited = treatment;
    m_title->setText(tr("Set it right"));
    m_cancel->show();
    m_kind->choose(static_cast<int>(treatment.kind));
    m_when->chooseMoment(treatment.at);
    m_provider->setText(phrases::text(treatment.provider));
    m_minutes->setValue(treatment.minutes.value_or(0));
    m_discomfort->strip().setLevel(treatment.discomfort);
    m_injected->setText(phrases::text(treatment.injected));
    m_feedback->setPlainText(phrases::text(treatment.feedback));
    m_advice->setPlainText(phrases::text(treatment.advice));
    m_note->setPlainText(phrases::text(treatment.note));
    m_places = treatment.places;
    m_isTreated.assign(m_places.size(), true);
    read();
    m_scroll->ensureVisible(0, 0);
    m_provider->setFocus(Qt::OtherFocusReason);
}

void TreatmentPane::follow()
{
    if (m_saved && !m_session.read().find<Treatment>(*m_saved)) {
        m_after->hide();
    }
    if (m_edited && !m_session.read().find<Treatment>(m_edited->id)) {
        clearForm();
    }
    read();
}

void TreatmentPane::sayAfter(TreatmentKind kind)
{
    const auto hours = static_cast<int>(leftAloneAfter(kind).count());
    QString after =
        usesNeedles(kind)
            ? tr("Soreness as after hard training is usual for up to %n hours. Leave the places alone as "
                 "long: no pressing, no ball. After needles near chest, neck or shoulder, short breath, chest "
                 "pain or a new cough is an emergency.",
                 nullptr, hours)
            : tr("Mild soreness for a day or two is usual. Leave the places alone for %n hours.", nullptr, hours);
    if (kind == TreatmentKind::yogaPilates) {
        after = tr("Sore muscles for a day or two are usual after a class.");
    }
    m_after->setText(
        tr("Saved. %1 What the person who treated you said comes first. On the next days you are asked how it "
           "went.")
            .arg(after));
    m_after->show();
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(m_after);
}

void TreatmentPane::clearForm()
{
    m_edited.reset();
    m_title->setText(tr("Somebody treated you"));
    m_cancel->hide();
    m_kind->choose(-1);
    m_when->chooseNow();
    m_provider->clear();
    m_minutes->setValue(0);
    m_discomfort->strip().setLevel({});
    m_injected->clear();
    m_feedback->clear();
    m_advice->clear();
    m_note->clear();
    m_places.clear();
    m_isTreated.clear();
    m_placeChips->clear();
}

void TreatmentPane::fillPast()
{
    clearLayout(*m_past);
    const LocalDay today = dayOf(m_session.now());
    std::vector<Treatment> past = m_session.read().between<Treatment>(today - pastReach, today);
    std::ranges::reverse(past);
    QStringList providers;
    for (const Treatment &treatment : past) {
        const QString provider = phrases::text(treatment.provider);
        if (!provider.isEmpty() && !providers.contains(provider)) {
            providers << provider;
        }
        if (m_past->count() >= static_cast<int>(shownPast)) {
            continue;
        }
        const LocalDay day = dayOf(treatment.at);
        QStringList words{storyphrases::treatment(treatment.kind), datewords::shortDay(day, today)};
        if (!provider.isEmpty()) {
            words << provider;
        }
        auto *row = new QPushButton{words.join(tr(" · "))};
        row->setObjectName(QStringLiteral("pastTreatment"));
        row->setToolTip(tr("Set it right, or read what was said"));
        setButtonRole(*row, ButtonRole::quiet);
        m_past->addWidget(row, 0, Qt::AlignLeading);
        row->setVisible(true);
        connect(row, &QPushButton::clicked, this, [this, treatment] { edit(treatment); });
    }
    m_pastPart->setVisible(m_past->count() > 0);
    auto *completer = new QCompleter{providers, m_provider};
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_provider->setCompleter(completer);
}

} // namespace palpate::desktop
