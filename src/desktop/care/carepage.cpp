// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/carepage.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QStackedLayout>

#include "desktop/care/assessmentpane.h"
#include "desktop/care/carechoice.h"
#include "desktop/care/caremap.h"
#include "desktop/care/caresummary.h"
#include "desktop/care/helperview.h"
#include "desktop/care/planpane.h"
#include "desktop/care/treatmentpane.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/mappane.h"
#include "desktop/phrases.h"
#include "desktop/shell/actions.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// The search of the window stands at the start of the header.
constexpr int searchRoom = 320 + 2 * space::xl;
constexpr int headerHeight = 60;

} // namespace

CarePage::CarePage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
                   Actions &actions, Theme theme)
    : m_session{session},
      m_source{source},
      m_keeper{scene.atlas(), session},
      m_stack{new QStackedLayout},
      m_choice{new CareChoice{scene, knowledge, session, source, theme}},
      m_summary{new CareSummary{scene.atlas()}},
      m_treatments{new TreatmentPane{scene, knowledge, session, source, theme}},
      m_plan{new PlanPane{scene, knowledge, session, source}},
      m_assessment{new AssessmentPane{session, theme}},
      m_helper{new HelperView{scene, knowledge, theme}}
{
    setObjectName(QStringLiteral("carePage"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_parts = makeParts();
    layout->addWidget(m_parts);
    layout->addLayout(m_stack, 1);
    m_steady.start();
    m_view = new SessionView{scene.atlas(),
                             [this] {
                                 return Tick{std::chrono::milliseconds{m_steady.elapsed()}, m_session.now().utc};
                             },
                             theme};
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_choice, m_view, m_summary, m_treatments, m_plan, m_assessment, m_helper}) {
        m_stack->addWidget(part);
    }
    connect(&m_source, &LookupSource::ready, m_choice, &CareChoice::read);
    connect(&m_source, &LookupSource::ready, m_plan, &PlanPane::read);
    connect(m_choice, &CareChoice::mapWished, this, &CarePage::mapWished);
    connect(m_choice, &CareChoice::readingWished, this, &CarePage::readingWished);
    connect(m_choice, &CareChoice::startWished, this, &CarePage::begin);
    connect(m_choice, &CareChoice::failed, this, &CarePage::failed);
    connect(m_helper, &HelperView::failed, this, &CarePage::failed);
    connect(m_helper, &HelperView::backWished, this, &CarePage::showChoice);
    connect(m_choice, &CareChoice::helperWished, this, [this](const CareOption &option) {
        showPart(m_helper);
        m_helper->show(option, m_source.data()->loaded.rules);
        m_helper->setFocus(Qt::OtherFocusReason);
    });
    connect(m_view, &SessionView::rated, this,
            [this](const PlannedCare &care, std::optional<PainLevel> soreness, std::optional<PainLevel> tender) {
                m_keeper.rate(care, soreness, tender);
            });
    connect(m_view, &SessionView::measured, this,
            [this](MovementTest test, Side side, double value) { m_keeper.measure(test, side, value); });
    connect(m_choice, &CareChoice::loudnessChosen, this,
            [this](Loudness loudness) { m_sounds.play(Signal::start, loudness); });
    connect(m_view, &SessionView::signalled, this,
            [this](Signal signal) { m_sounds.play(signal, Settings{}.get(setting::loudness)); });
    connect(m_view, &SessionView::instructed, this, [](const QString &words) {
        if (Settings{}.get(setting::speaks)) {
            SessionSounds::say(words);
        }
    });
    connect(m_view, &SessionView::progressed, this, [this] { m_keeper.keep(*m_view->run()); });
    connect(m_view, &SessionView::ended, this, &CarePage::finish);
    connect(m_summary, &CareSummary::backWished, this, &CarePage::showChoice);
    connect(&m_session, &JournalSession::changed, this, [this](const JournalChange &change) {
        const bool matters = change.touches<TriggerPoint>() || change.touches<Rating>() || change.touches<Session>() ||
                             change.touches<Treatment>() || change.touches<Alert>() || change.touches<Profile>() ||
                             change.touches<FollowUp>();
        if (matters && m_choice->isVisible()) {
            m_choice->read();
        }
        if (m_plan->isVisible()) {
            m_plan->read();
        }
        if (m_treatments->isVisible() &&
            (change.touches<Treatment>() || change.touches<TriggerPoint>() || change.touches<Rating>())) {
            m_treatments->follow();
        }
        if (m_assessment->isVisible() && change.touches<Measure>()) {
            m_assessment->read();
        }
    });
    connect(m_plan, &PlanPane::workWished, this, [this](const std::set<PointId> &points) {
        showChoice();
        m_choice->chooseOnly(points);
    });
    connect(&m_source, &LookupSource::ready, m_treatments, [this] {
        if (m_treatments->isVisible()) {
            m_treatments->read();
        }
    });
    connect(m_treatments, &TreatmentPane::failed, this, &CarePage::failed);
    addCommands(actions);
    m_choice->map().addCommands(actions);
    m_treatments->map().addCommands(actions);
}

QWidget *CarePage::makeParts()
{
    auto *part = new QWidget;
    auto *layout = new QHBoxLayout{part};
    layout->setContentsMargins(0, space::m, space::xl, 0);
    layout->setSpacing(space::s);
    layout->addSpacing(searchRoom);
    m_ownPart = new QPushButton{tr("On your own")};
    m_ownPart->setObjectName(QStringLiteral("careOwn"));
    m_othersPart = new QPushButton{tr("By others")};
    m_othersPart->setObjectName(QStringLiteral("careOthers"));
    m_planPart = new QPushButton{tr("Plan")};
    m_planPart->setObjectName(QStringLiteral("carePlan"));
    m_assessmentPart = new QPushButton{tr("Where you stand")};
    m_assessmentPart->setObjectName(QStringLiteral("careAssessment"));
    auto *group = new QButtonGroup{part};
    for (QPushButton *button : {m_ownPart, m_othersPart, m_planPart, m_assessmentPart}) {
        button->setCheckable(true);
        setButtonRole(*button, ButtonRole::segment);
        group->addButton(button);
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    m_ownPart->setChecked(true);
    layout->addStretch();
    part->setFixedHeight(headerHeight);
    connect(m_ownPart, &QPushButton::clicked, this, &CarePage::showChoice);
    connect(m_othersPart, &QPushButton::clicked, this, &CarePage::showTreatments);
    connect(m_planPart, &QPushButton::clicked, this, &CarePage::showPlan);
    connect(m_assessmentPart, &QPushButton::clicked, this, &CarePage::showAssessment);
    return part;
}

void CarePage::addCommands(Actions &actions)
{
    const auto add = [this, &actions](const char *id, const QString &words, const QKeySequence &key, auto run) {
        actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::care, {key}, Icon::none}, run);
    };
    add("careBegin", tr("Begin the session"), QKeySequence{Qt::CTRL | Qt::Key_Return}, [this] {
        if (m_stack->currentWidget() == m_choice) {
            m_choice->begin();
        }
    });
    add("carePlanOpen", tr("Open the plan"), QKeySequence{Qt::CTRL | Qt::Key_L}, [this] {
        if (m_stack->currentWidget() != m_view) {
            showPlan();
        }
    });
    add("careAssess", tr("Say where you stand"), QKeySequence{Qt::CTRL | Qt::Key_M}, [this] {
        if (m_stack->currentWidget() != m_view) {
            showAssessment();
        }
    });
    add("careTreatment", tr("Write down what somebody else did"), QKeySequence{Qt::CTRL | Qt::Key_B}, [this] {
        if (m_stack->currentWidget() != m_view) {
            showTreatments();
        }
    });
}

void CarePage::showPart(QWidget *part)
{
    m_stack->setCurrentWidget(part);
    // A session has the page for itself.
    m_parts->setVisible(part != m_view && part != m_summary);
    m_ownPart->setChecked(part == m_choice || part == m_helper);
    m_othersPart->setChecked(part == m_treatments);
    m_planPart->setChecked(part == m_plan);
    m_assessmentPart->setChecked(part == m_assessment);
}

void CarePage::choose(PointId point)
{
    if (m_stack->currentWidget() != m_view) {
        showChoice();
        m_choice->chooseOnly({point});
    }
}

void CarePage::showTreatments() { showPart(m_treatments); }

void CarePage::showPlan() { showPart(m_plan); }

void CarePage::showAssessment() { showPart(m_assessment); }

CarePage::~CarePage() = default;

void CarePage::showEvent(QShowEvent *event)
{
    m_source.begin();
    if (m_stack->currentWidget() == m_choice) {
        m_choice->read();
    }
    QWidget::showEvent(event);
}

void CarePage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_keeper.ungroup(); // what is done elsewhere is no part of the session
}

void CarePage::begin()
{
    const ChosenCare chosen = m_choice->chosen();
    if (chosen.care.empty() || m_source.data() == nullptr) {
        return;
    }
    m_keeper.begin(chosen.overrideReason);
    showPart(m_view);
    const LoadedAll &loaded = m_source.data()->loaded;
    SessionExtras extras{{}, chosen.movement};
    const auto sided =
        std::ranges::find_if(chosen.care, [](const PlannedCare &one) { return one.place.side != Side::midline; });
    if (sided != chosen.care.end()) {
        extras.side = sided->place.side;
    }
    for (const PlannedCare &one : chosen.care) {
        if (const Leaflet *leaflet = loaded.library.leaflet(one.place.muscle)) {
            extras.find.emplace(one.place.muscle, phrases::text(leaflet->find));
        }
    }
    m_view->begin(chosen.care, beatsOf(chosen.care, loaded.rules), std::move(extras));
}

void CarePage::finish()
{
    m_keeper.finish(*m_view->run());
    m_summary->show(*m_view->run());
    m_choice->forgetAnswers();
    showPart(m_summary);
    m_summary->setFocus(Qt::OtherFocusReason);
}

void CarePage::showChoice()
{
    showPart(m_choice);
    m_choice->read();
}

void CarePage::interrupt() { m_view->interrupt(); }

void CarePage::setReduceMotion(bool reduce)
{
    for (CareMap *map : findChildren<CareMap *>()) {
        map->pane().map().setReduceMotion(reduce);
    }
}

void CarePage::setMapColours(MapColours colours)
{
    for (CareMap *map : findChildren<CareMap *>()) {
        map->pane().map().setColoursBySoreness(colours == MapColours::lastSoreness);
    }
}

void CarePage::setTheme(Theme theme)
{
    m_choice->setTheme(theme);
    m_view->setTheme(theme);
    m_assessment->setTheme(theme);
    m_treatments->setTheme(theme);
    m_helper->setTheme(theme);
}

} // namespace palpate::desktop
