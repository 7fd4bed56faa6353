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

constexpr int shortTextHeight = 60;
constexpr int longestMinutes = 600;
constexpr std::size_t offeredPoints = 12;
constexpr std::size_t shownPast = 12;
constexpr std::chrono::days pastReach{366};
/// Two entries this close are likely one treatment written down twice.
constexpr std::chrono::minutes near{60};

QLabel *caption(const QString &words) { return makeLabel(words, TextStyle::strong); }

} // namespace

TreatmentPane::TreatmentPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session,
                             LookupSource &source, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_atlas{scene.atlas()},
      m_knowledge{knowledge},
      m_session{session},
      m_source{source},
      m_map{new CareMap{scene, knowledge, theme}}
{
    setObjectName(QStringLiteral("treatmentPane"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::xl);
    layout->setSpacing(space::l);
    m_after = makeLabel({}, TextStyle::lead);
    m_after->setObjectName(QStringLiteral("treatmentAfter"));
    m_after->hide();
    layout->addWidget(makeForm(theme));
    layout->addWidget(m_after);
    layout->addWidget(makePast());
    layout->addStretch();
    m_scroll = layBesideMap(*this, m_map, content, makeFoot());
    connect(m_map, &CareMap::failed, this, &TreatmentPane::failed);
    connect(m_map, &CareMap::pointClicked, this, &TreatmentPane::takePoint);
    connect(m_map, &CareMap::muscleClicked, this, &TreatmentPane::addMuscle);
}

QWidget *TreatmentPane::makeForm(Theme theme)
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Somebody treated you"), TextStyle::page));
    layout->addSpacing(space::s);
    layout->addWidget(caption(tr("What was done?")));
    m_kind = new Chips{Chips::Choice::one, QStringLiteral("treatmentKind")};
    m_kind->setAccessibleName(tr("What was done?"));
    for (const auto &[kind, key] : Keys<TreatmentKind>::all) {
        m_kind->add(static_cast<int>(kind),
                    kind == TreatmentKind::other ? tr("Something else") : storyphrases::treatment(kind));
    }
    layout->addWidget(m_kind);
    layout->addWidget(caption(tr("When?")));
    m_when = new WhenBar{m_session.clock()};
    layout->addWidget(m_when);
    addWho(*layout);
    addWhere(*layout);
    addHow(*layout, theme);
    connect(m_kind, &Chips::toggled, this, &TreatmentPane::fillWarning);
    connect(m_when, &WhenBar::changed, this, &TreatmentPane::fillWarning);
    return part;
}

QWidget *TreatmentPane::makeFoot()
{
    auto *part = new QWidget;
    auto *layout = new QHBoxLayout{part};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::m);
    layout->setSpacing(space::l);
    m_warning = makeLabel({}, TextStyle::body);
    m_warning->setObjectName(QStringLiteral("treatmentWarning"));
    layout->addWidget(m_warning, 1);
    layout->addStretch();
    m_save = new QPushButton{tr("Save")};
    m_save->setObjectName(QStringLiteral("treatmentSave"));
    setButtonRole(*m_save, ButtonRole::primary);
    layout->addWidget(m_save, 0, Qt::AlignBottom);
    connect(m_save, &QPushButton::clicked, this, &TreatmentPane::save);
    return part;
}

void TreatmentPane::addWho(QVBoxLayout &layout)
{
    auto *who = new QHBoxLayout;
    who->setSpacing(space::l);
    auto *provider = new QVBoxLayout;
    provider->setSpacing(space::xs);
    m_provider = new QLineEdit;
    padField(*m_provider);
    m_provider->setObjectName(QStringLiteral("treatmentProvider"));
    m_provider->setAccessibleName(tr("By whom?"));
    provider->addWidget(caption(tr("By whom?")));
    provider->addWidget(m_provider);
    auto *minutes = new QVBoxLayout;
    minutes->setSpacing(space::xs);
    m_minutes = new QSpinBox;
    m_minutes->setObjectName(QStringLiteral("treatmentMinutes"));
    m_minutes->setAccessibleName(tr("How many minutes?"));
    m_minutes->setRange(0, longestMinutes);
    m_minutes->setSingleStep(5);
    m_minutes->setSpecialValueText(tr("not said"));
    m_minutes->setSuffix(tr(" min"));
    minutes->addWidget(caption(tr("How long?")));
    minutes->addWidget(m_minutes);
    who->addLayout(provider, 2);
    who->addLayout(minutes, 1);
    layout.addLayout(who);
}

void TreatmentPane::addWhere(QVBoxLayout &layout)
{
    layout.addWidget(caption(tr("Where? On the map, from your points, or by name")));
    m_placeChips = new Chips{Chips::Choice::any, QStringLiteral("treatedPlace")};
    m_placeChips->setAccessibleName(tr("Where?"));
    layout.addWidget(m_placeChips);
    m_muscle = new MuscleField{m_atlas, m_knowledge};
    m_muscle->setObjectName(QStringLiteral("treatmentMuscle"));
    m_muscle->setPlaceholderText(tr("Another muscle: type its name"));
    m_muscle->setAccessibleName(m_muscle->placeholderText());
    layout.addWidget(m_muscle);
    connect(m_placeChips, &Chips::toggled, this, [this](int id, bool on) {
        m_isTreated[static_cast<std::size_t>(id)] = on;
        fillMap();
    });
    connect(m_muscle, &MuscleField::chosen, this, &TreatmentPane::addMuscle);
    connect(m_muscle, &MuscleField::unknown, this, &TreatmentPane::sayUnknown);
}

void TreatmentPane::addHow(QVBoxLayout &layout, Theme theme)
{
    const auto addText = [&layout](const QString &title, const char *name, int height) {
        auto *text = new QPlainTextEdit;
        text->setObjectName(QString::fromLatin1(name));
        text->setAccessibleName(title);
        text->setFixedHeight(height);
        text->setTabChangesFocus(true);
        layout.addWidget(caption(title));
        layout.addWidget(text);
        return text;
    };
    m_injectedTitle = caption(tr("What was injected?"));
    m_injected = new QLineEdit;
    padField(*m_injected);
    m_injected->setObjectName(QStringLiteral("treatmentInjected"));
    m_injected->setAccessibleName(m_injectedTitle->text());
    layout.addWidget(m_injectedTitle);
    layout.addWidget(m_injected);
    m_discomfort = new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::stacked, theme};
    m_discomfort->setWords(tr("How much did it hurt while it was done?"),
                           tr("0 not at all · 10 the worst you can imagine"),
                           tr("How much did it hurt while it was done?"));
    LevelStrip &strip = m_discomfort->strip();
    strip.setObjectName(QStringLiteral("treatmentDiscomfort"));
    connect(&strip, &LevelStrip::chosen, this, [&strip](PainLevel level) { strip.setLevel(level); });
    connect(&strip, &LevelStrip::cleared, this, [&strip] { strip.setLevel({}); });
    layout.addWidget(m_discomfort);
    m_feedback = addText(tr("What did they find or say?"), "treatmentFeedback", shortTextHeight);
    m_advice = addText(tr("What are you to do at home?"), "treatmentAdvice", shortTextHeight);
    m_note = addText(tr("Anything else"), "treatmentNote", shortTextHeight);
}

QWidget *TreatmentPane::makePast()
{
    m_pastPart = new QWidget;
    auto *past = new QVBoxLayout{m_pastPart};
    past->setContentsMargins(0, 0, 0, 0);
    past->setSpacing(space::s);
    past->addWidget(makeLabel(tr("Written down before"), TextStyle::section));
    m_past = new QVBoxLayout;
    m_past->setSpacing(0);
    past->addLayout(m_past);
    return m_pastPart;
}

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
            m_places.push_back({place.muscle, place.side, {}});
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
    Treatment treatment{m_session.next<TreatmentId>(), when(), *chosen, m_provider->text().trimmed().toStdString()};
    if (m_minutes->value() > 0) {
        treatment.minutes = m_minutes->value();
    }
    treatment.discomfort = m_discomfort->strip().level();
    treatment.injected = m_injected->isHidden() ? std::string{} : m_injected->text().trimmed().toStdString();
    treatment.feedback = m_feedback->toPlainText().trimmed().toStdString();
    treatment.advice = m_advice->toPlainText().trimmed().toStdString();
    treatment.note = m_note->toPlainText().trimmed().toStdString();
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        if (m_isTreated[at]) {
            treatment.places.push_back(m_places[at]);
        }
    }
    Verb verb = add(treatment);
    for (FollowUp &followUp : followUpsAfter(treatment, m_session.now(), m_session.ids())) {
        verb.steps.emplace_back(Add{std::move(followUp)});
    }
    if (!m_session.perform(verb, storyphrases::treatment(*chosen))) {
        return; // what was written stays
    }
    const auto hours = static_cast<int>(leftAloneAfter(*chosen).count());
    QString after =
        usesNeedles(*chosen)
            ? tr("Soreness as after hard training is usual for up to %n hours. Leave the places alone as "
                 "long: no pressing, no ball. After needles near chest, neck or shoulder, short breath, chest "
                 "pain or a new cough is an emergency.",
                 nullptr, hours)
            : tr("Mild soreness for a day or two is usual. Leave the places alone for %n hours.", nullptr, hours);
    if (*chosen == TreatmentKind::yogaPilates) {
        after = tr("Sore muscles for a day or two are usual after a class.");
    }
    m_after->setText(
        tr("Saved. %1 What the person who treated you said comes first. On the next days you are asked how it "
           "went.")
            .arg(after));
    m_after->show();
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(m_after);
    clearForm();
    read();
}

void TreatmentPane::clearForm()
{
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
        row->setToolTip(tr("Opens its day in the history, where it can be set right"));
        setButtonRole(*row, ButtonRole::quiet);
        m_past->addWidget(row, 0, Qt::AlignLeading);
        row->setVisible(true);
        connect(row, &QPushButton::clicked, this, [this, day] { Q_EMIT dayWished(day); });
    }
    m_pastPart->setVisible(m_past->count() > 0);
    auto *completer = new QCompleter{providers, m_provider};
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_provider->setCompleter(completer);
}

} // namespace palpate::desktop
