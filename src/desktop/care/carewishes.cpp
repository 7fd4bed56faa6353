// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/carewishes.h"

#include <array>

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "desktop/care/carewords.h"
#include "desktop/care/sessionsounds.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/fold.h"
#include "desktop/controls/labels.h"
#include "desktop/measurewords.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

constexpr std::array minuteChoices{6, 10, 15};
constexpr std::array toolChoices{Tool::ball, Tool::wall, Tool::cane};
constexpr std::array pressingChoices{CareTechnique::pressureSteady, CareTechnique::pressureIntermittent,
                                     CareTechnique::stroking};
constexpr std::array packChoices{CareTechnique::heat, CareTechnique::cold};
constexpr int none = -1;
constexpr int chipHeight = 36; ///< so that a title stands level with the first row of its chips

} // namespace

CareWishes::CareWishes(QWidget *parent) : QWidget{parent}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto *lines = new QGridLayout;
    lines->setHorizontalSpacing(space::m);
    lines->setVerticalSpacing(space::xs);
    lines->setColumnStretch(1, 1);
    layout->addLayout(lines);
    addTime(*lines);
    addPlace(*lines);
    addTools(*lines);
    auto *more = new Fold{tr("More wishes"), makeMore()};
    more->setObjectName(QStringLiteral("careMoreWishes"));
    layout->addWidget(more);
}

Chips *CareWishes::addChoice(QVBoxLayout &layout, const QString &title, const char *name)
{
    auto *chips = new Chips{Chips::Choice::one, QString::fromLatin1(name)};
    chips->setAccessibleName(title);
    layout.addWidget(makeLabel(title, TextStyle::strong));
    layout.addWidget(chips);
    return chips;
}

Chips *CareWishes::addLine(QGridLayout &lines, const QString &title, const QString &question, const char *name)
{
    auto *chips = new Chips{Chips::Choice::one, QString::fromLatin1(name)};
    chips->setAccessibleName(question);
    QLabel *label = makeLabel(title, TextStyle::strong);
    label->setWordWrap(false);
    label->setMinimumHeight(chipHeight);
    const int row = lines.rowCount();
    lines.addWidget(label, row, 0, Qt::AlignTop);
    lines.addWidget(chips, row, 1);
    return chips;
}

void CareWishes::addTime(QGridLayout &lines)
{
    Chips *minutes = addLine(lines, tr("Time"), tr("How much time is there?"), "careMinutes");
    minutes->add(0, tr("As it takes"));
    for (const int choice : minuteChoices) {
        minutes->add(choice, tr("%n minutes", nullptr, choice));
    }
    minutes->choose(0);
    connect(minutes, &Chips::toggled, this, [this](int id) {
        m_wishes.minutes = id == 0 ? std::nullopt : std::optional{id};
        Q_EMIT changed();
    });
}

void CareWishes::addPlace(QGridLayout &lines)
{
    Chips *place = addLine(lines, tr("Where"), tr("Where are you?"), "carePlace");
    place->add(0, tr("Where I can lie down"));
    place->add(1, tr("At a desk"));
    place->choose(0);
    connect(place, &Chips::toggled, this, [this](int id) {
        m_wishes.atDesk = id == 1;
        Q_EMIT changed();
    });
}

void CareWishes::addTools(QGridLayout &lines)
{
    Chips *tools = addLine(lines, tr("With"), tr("What is at hand?"), "careTool");
    tools->add(static_cast<int>(Tool::none), tr("Fingers"));
    for (const Tool tool : toolChoices) {
        tools->add(static_cast<int>(tool), phrases::capitalised(carewords::tool(tool)));
    }
    tools->choose(static_cast<int>(Tool::none));
    connect(tools, &Chips::toggled, this, [this](int id) {
        const auto tool = static_cast<Tool>(id);
        m_wishes.tools = tool == Tool::none ? std::vector<Tool>{} : std::vector{tool};
        Q_EMIT changed();
    });
}

QWidget *CareWishes::makeMore()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, space::s, 0, space::s);
    layout->setSpacing(space::s);
    const auto chosen = [](int id) {
        return id == none ? std::nullopt : std::optional{static_cast<CareTechnique>(id)};
    };
    Chips *pressing = addChoice(*layout, tr("How would you like to press?"), "carePressing");
    pressing->add(none, tr("As suggested"));
    for (const CareTechnique technique : pressingChoices) {
        pressing->add(static_cast<int>(technique), phrases::technique(technique));
    }
    pressing->choose(none);
    connect(pressing, &Chips::toggled, this, [this, chosen](int id) {
        m_wishes.pressing = chosen(id);
        Q_EMIT changed();
    });
    Chips *pack = addChoice(*layout, tr("Warmth or cold after stretching?"), "carePack");
    pack->add(none, tr("None"));
    for (const CareTechnique technique : packChoices) {
        pack->add(static_cast<int>(technique), phrases::technique(technique));
    }
    pack->choose(none);
    connect(pack, &Chips::toggled, this, [this, chosen](int id) {
        m_wishes.pack = chosen(id);
        Q_EMIT changed();
    });
    Chips *movement = addChoice(*layout, tr("Measure how far it moves, before and after?"), "careMovement");
    movement->add(none, tr("Nothing"));
    for (const auto &[test, key] : Keys<MovementTest>::all) {
        movement->add(static_cast<int>(test), phrases::capitalised(measurewords::movement(test)));
    }
    movement->choose(none);
    connect(movement, &Chips::toggled, this,
            [this](int id) { m_movement = id == none ? std::nullopt : std::optional{static_cast<MovementTest>(id)}; });
    addSounds(*layout);
    return part;
}

void CareWishes::addSounds(QVBoxLayout &layout)
{
    Chips *loudness = addChoice(layout, tr("Sounds for start, half-way and letting go"), "careLoudness");
    loudness->add(static_cast<int>(Loudness::off), tr("None"));
    loudness->add(static_cast<int>(Loudness::quiet), tr("Quiet"));
    loudness->add(static_cast<int>(Loudness::normal), tr("Normal"));
    loudness->add(static_cast<int>(Loudness::loud), tr("Loud"));
    loudness->choose(static_cast<int>(Settings{}.get(setting::loudness)));
    connect(loudness, &Chips::toggled, this, [this](int id) {
        const auto chosen = static_cast<Loudness>(id);
        Settings{}.set(setting::loudness, chosen);
        Q_EMIT loudnessChosen(chosen);
    });
    if (SessionSounds::canSpeak()) {
        auto *speaks = new QCheckBox{tr("Say the steps aloud")};
        speaks->setObjectName(QStringLiteral("careSpeaks"));
        speaks->setChecked(Settings{}.get(setting::speaks));
        layout.addWidget(speaks);
        connect(speaks, &QCheckBox::toggled, this, [](bool on) { Settings{}.set(setting::speaks, on); });
    }
}

} // namespace palpate::desktop
