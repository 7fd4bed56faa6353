// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/planform.h"

#include <algorithm>
#include <array>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "care/careoptions.h"
#include "care/technique.h"
#include "desktop/care/carewords.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int mostTimes = 6;
constexpr int mostSeconds = 1800;
constexpr int secondsStep = 15;
constexpr std::array toolChoices{Tool::fingers, Tool::ball, Tool::wall, Tool::cane, Tool::roller, Tool::helper};

} // namespace

PlanForm::PlanForm(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, JournalSession &session,
                   LookupSource &source, QWidget *parent)
    : QWidget{parent}, m_atlas{atlas}, m_knowledge{knowledge}, m_session{session}, m_source{source}
{
    setObjectName(QStringLiteral("planForm"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, space::m, 0, 0);
    layout->setSpacing(space::s);
    m_title = makeLabel({}, TextStyle::section);
    m_title->setObjectName(QStringLiteral("planFormTitle"));
    layout->addWidget(m_title);
    addWhat(*layout);
    addHowOften(*layout);
    m_said = makeLabel({}, TextStyle::body);
    m_said->setObjectName(QStringLiteral("planSaid"));
    layout->addWidget(m_said);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("planAdd"));
    m_cancel = new QPushButton{tr("Leave it as it was")};
    m_cancel->setObjectName(QStringLiteral("planCancel"));
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_save, &QPushButton::clicked, this, &PlanForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &PlanForm::clear);
    clear();
}

void PlanForm::addWhat(QVBoxLayout &layout)
{
    m_muscle = new MuscleField{m_atlas, m_knowledge};
    m_muscle->setObjectName(QStringLiteral("planMuscle"));
    m_muscle->setPlaceholderText(tr("A muscle, or leave it empty"));
    m_muscle->setAccessibleName(m_muscle->placeholderText());
    layout.addWidget(m_muscle);
    m_technique = new Chips{Chips::Choice::one, QStringLiteral("planTechnique")};
    m_technique->setAccessibleName(tr("What is done"));
    for (const CareTechnique technique : allTechniques) {
        m_technique->add(static_cast<int>(technique), phrases::technique(technique));
    }
    layout.addWidget(m_technique);
    m_tool = new Chips{Chips::Choice::one, QStringLiteral("planTool")};
    m_tool->setAccessibleName(tr("With what"));
    for (const Tool tool : toolChoices) {
        m_tool->add(static_cast<int>(tool), phrases::capitalised(carewords::tool(tool)));
    }
    layout.addWidget(m_tool);
    m_words = new QLineEdit;
    padField(*m_words);
    m_words->setObjectName(QStringLiteral("planWords"));
    m_words->setPlaceholderText(tr("In words: a class, a posture break, how exactly"));
    m_words->setAccessibleName(m_words->placeholderText());
    layout.addWidget(m_words);
    connect(m_technique, &Chips::toggled, this, &PlanForm::fillTools);
}

void PlanForm::addHowOften(QVBoxLayout &layout)
{
    layout.addWidget(makeLabel(tr("On which days? None is every day."), TextStyle::caption));
    m_days = new Chips{Chips::Choice::any, QStringLiteral("planDay")};
    m_days->setAccessibleName(tr("On which days? None is every day."));
    for (const auto &[day, key] : Keys<Weekday>::all) {
        const int number = static_cast<int>(day);
        m_days->add(number, QLocale{}.dayName(number + 1, QLocale::ShortFormat));
    }
    layout.addWidget(m_days);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(space::s);
    m_times = new QSpinBox;
    m_times->setObjectName(QStringLiteral("planTimes"));
    m_times->setAccessibleName(tr("Times a day"));
    m_times->setRange(1, mostTimes);
    m_times->setSpecialValueText(tr("once a day"));
    m_times->setSuffix(tr(" times a day"));
    m_seconds = new QSpinBox;
    m_seconds->setObjectName(QStringLiteral("planSeconds"));
    m_seconds->setAccessibleName(tr("How long"));
    m_seconds->setRange(0, mostSeconds);
    m_seconds->setSingleStep(secondsStep);
    m_seconds->setSpecialValueText(tr("as long as usual"));
    m_seconds->setSuffix(tr(" s"));
    numbers->addWidget(m_times, 1);
    numbers->addWidget(m_seconds, 1);
    layout.addLayout(numbers);
    m_stopRule = new QLineEdit;
    padField(*m_stopRule);
    m_stopRule->setObjectName(QStringLiteral("planStopRule"));
    m_stopRule->setPlaceholderText(tr("Stop it when …"));
    m_stopRule->setAccessibleName(m_stopRule->placeholderText());
    layout.addWidget(m_stopRule);
}

void PlanForm::readNames() { m_muscle->readNames(); }

CareTechnique PlanForm::technique() const
{
    for (const CareTechnique one : allTechniques) {
        if (m_technique->chip(static_cast<int>(one))->isChecked()) {
            return one;
        }
    }
    return CareTechnique::movement;
}

void PlanForm::fillTools() { m_tool->setVisible(isPressing(technique())); }

void PlanForm::clear()
{
    m_edited.reset();
    m_title->setText(tr("Add to the plan"));
    m_save->setText(tr("Add"));
    m_cancel->hide();
    m_said->hide();
    m_muscle->clear();
    m_words->clear();
    m_stopRule->clear();
    m_times->setValue(1);
    m_seconds->setValue(0);
    m_technique->choose(static_cast<int>(CareTechnique::stretch));
    m_tool->choose(static_cast<int>(Tool::fingers));
    for (const auto &[day, key] : Keys<Weekday>::all) {
        m_days->setChecked(static_cast<int>(day), false);
    }
    fillTools();
}

void PlanForm::edit(const PlanItem &item)
{
    clear();
    m_edited = item;
    m_title->setText(tr("Change it"));
    m_save->setText(tr("Save"));
    m_cancel->show();
    if (item.muscle) {
        m_muscle->setText(nameOf(m_atlas, *item.muscle, item.side));
    }
    for (const CareTechnique one : allTechniques) {
        if (recordedAs(one) == item.technique) {
            m_technique->choose(static_cast<int>(one));
        }
    }
    m_tool->choose(static_cast<int>(item.tool == Tool::none ? Tool::fingers : item.tool));
    m_words->setText(phrases::text(item.words));
    m_stopRule->setText(phrases::text(item.stopRule));
    m_times->setMaximum(std::max(mostTimes, item.timesADay));
    m_times->setValue(item.timesADay);
    m_seconds->setMaximum(std::max(mostSeconds, item.seconds.value_or(0)));
    m_seconds->setValue(item.seconds.value_or(0));
    for (const auto &[day, key] : Keys<Weekday>::all) {
        m_days->setChecked(static_cast<int>(day), item.days.has(day));
    }
    fillTools();
    m_muscle->setFocus(Qt::OtherFocusReason);
}

QString PlanForm::faultOf(const std::optional<MusclePlace> &place) const
{
    const QString name = m_muscle->text().trimmed();
    if (!name.isEmpty() && !place) {
        return tr("No muscle is called “%1”. Type a part of its name and choose it from the list.").arg(name);
    }
    if (!place) {
        return m_words->text().trimmed().isEmpty() ? tr("Name a muscle, or write what is to be done.") : QString{};
    }
    const MusclePattern *pattern = m_knowledge.pattern(place->muscle);
    if (pattern != nullptr &&
        std::ranges::find(pattern->selfCare.techniques, technique()) == pattern->selfCare.techniques.end()) {
        return tr("%1 is not for this muscle when you are alone. Choose something else.")
            .arg(phrases::technique(technique()));
    }
    const Clearance clearance = clearanceOf(m_source.data()->loaded, careSubject(m_session.read(), m_session.now()),
                                            place->muscle, place->side);
    if (!clearance.allows(technique()) && !clearance.restrictions.empty()) {
        return carewords::restriction(clearance.restrictions.front());
    }
    if (isPressing(technique()) && isHard(tool()) && clearance.pressure != PressureGrade::free) {
        return tr("Only fingertips press here, or somebody's hand: no ball, no cane, no roller.");
    }
    return {};
}

Tool PlanForm::tool() const
{
    for (const Tool one : toolChoices) {
        if (m_tool->chip(static_cast<int>(one))->isChecked()) {
            return one;
        }
    }
    return Tool::fingers;
}

void PlanForm::follow(std::span<const PlanItem> items)
{
    const bool isGone = m_edited && std::ranges::find(items, m_edited->id, &PlanItem::id) == items.end();
    if (isGone) {
        clear(); // removed, undone, or of a plan that has ended
    }
}

void PlanForm::save()
{
    if (m_source.data() == nullptr) {
        return;
    }
    const auto place = m_muscle->place();
    const QString fault = faultOf(place);
    m_said->setText(fault);
    m_said->setVisible(!fault.isEmpty());
    if (!fault.isEmpty() || !m_plan) {
        return; // what was typed stays
    }
    // What the form does not show stays as it is.
    PlanItem item = m_edited.value_or(PlanItem{m_session.next<PlanItemId>(),
                                               *m_plan,
                                               {},
                                               Side::midline,
                                               SessionTechnique::movement,
                                               Tool::none,
                                               {},
                                               {},
                                               1,
                                               {},
                                               {},
                                               {}});
    item.timesADay = m_times->value();
    item.words = m_words->text().trimmed().toStdString();
    item.stopRule = m_stopRule->text().trimmed().toStdString();
    item.seconds = m_seconds->value() > 0 ? std::optional{m_seconds->value()} : std::nullopt;
    if (place) {
        const bool isPack = technique() == CareTechnique::heat || technique() == CareTechnique::cold;
        item.muscle = place->muscle;
        item.side = place->side;
        item.technique = recordedAs(technique());
        item.tool = isPressing(technique()) ? tool() : isPack ? Tool::pack : Tool::none;
    } else if (item.muscle) {
        item.muscle.reset();
        item.side = Side::midline;
        item.tool = Tool::none;
    }
    for (const auto &[day, key] : Keys<Weekday>::all) {
        item.days.set(day, m_days->chip(static_cast<int>(day))->isChecked());
    }
    if (m_session.perform(m_edited ? change(item) : add(item),
                          m_edited ? tr("Change the plan") : tr("Add to the plan"))) {
        clear();
    }
}

} // namespace palpate::desktop
