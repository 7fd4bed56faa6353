// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/plangoals.h"

#include <array>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/datewords.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr std::array weekChoices{1, 3, 6, 12};

} // namespace

Chips *makeGoalDates(const char *name)
{
    auto *dates = new Chips{Chips::Choice::one, QString::fromLatin1(name)};
    dates->setAccessibleName(PlanGoals::tr("By when?"));
    for (const int weeks : weekChoices) {
        dates->add(weeks, weeks == 1 ? PlanGoals::tr("in a week") : PlanGoals::tr("in %n weeks", nullptr, weeks));
    }
    dates->add(0, PlanGoals::tr("no date"));
    dates->choose(weekChoices[1]);
    return dates;
}

std::optional<LocalDay> goalDate(const Chips &dates, LocalDay today)
{
    for (const int weeks : weekChoices) {
        if (dates.chip(weeks)->isChecked()) {
            return today + std::chrono::weeks{weeks};
        }
    }
    return std::nullopt;
}

PlanGoals::PlanGoals(JournalSession &session, QWidget *parent)
    : QWidget{parent},
      m_session{session},
      m_plan{PlanId{{}}, {}, {}, {}, {}},
      m_rows{new QVBoxLayout},
      m_words{new QLineEdit},
      m_by{makeGoalDates("goalBy")}
{
    setObjectName(QStringLiteral("planGoals"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("What for, and by when"), TextStyle::section));
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
    padField(*m_words);
    m_words->setObjectName(QStringLiteral("planGoalWords"));
    m_words->setPlaceholderText(tr("What do you want to be able to do again?"));
    m_words->setAccessibleName(m_words->placeholderText());
    layout->addWidget(m_words);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    auto *add = new QPushButton{tr("Add")};
    add->setObjectName(QStringLiteral("planGoalAdd"));
    add->setAccessibleName(tr("Add the goal"));
    line->addWidget(m_by, 1);
    line->addWidget(add, 0, Qt::AlignTop);
    layout->addLayout(line);
    connect(add, &QPushButton::clicked, this, &PlanGoals::addGoal);
    connect(m_words, &QLineEdit::returnPressed, this, &PlanGoals::addGoal);
}

void PlanGoals::show(const Plan &plan)
{
    m_plan = plan;
    clearLayout(*m_rows);
    for (std::size_t at = 0; at < plan.goals.size(); ++at) {
        addRow(at);
    }
}

void PlanGoals::addRow(std::size_t at)
{
    const PlanGoal &goal = m_plan.goals[at];
    const LocalDay today = dayOf(m_session.now());
    QString words = phrases::text(goal.words);
    if (goal.reached) {
        words = tr("%1 · reached %2").arg(words, datewords::shortDay(*goal.reached, today));
    } else if (goal.by) {
        words = tr("%1 · by %2").arg(words, datewords::shortDay(*goal.by, today));
    }
    auto *row = new QWidget;
    auto *line = new QHBoxLayout{row};
    line->setContentsMargins(0, 0, 0, 0);
    auto *reached = new QCheckBox{words};
    reached->setObjectName(QStringLiteral("goalReached"));
    reached->setToolTip(tr("Tick it when you can"));
    reached->setChecked(goal.reached.has_value());
    auto *remove = new QPushButton{tr("Remove")};
    remove->setObjectName(QStringLiteral("goalRemove"));
    remove->setAccessibleName(tr("Remove %1").arg(phrases::text(goal.words)));
    setButtonRole(*remove, ButtonRole::quiet);
    line->addWidget(reached, 1);
    line->addWidget(remove);
    m_rows->addWidget(row);
    row->setVisible(true);
    connect(reached, &QCheckBox::clicked, this, [this, at, today](bool on) {
        Plan plan = m_plan;
        plan.goals[at].reached = on ? std::optional{today} : std::nullopt;
        (void)keep(plan, on ? tr("A goal is reached") : tr("A goal is open again"));
    });
    connect(remove, &QPushButton::clicked, this, [this, at] {
        Plan plan = m_plan;
        plan.goals.erase(plan.goals.begin() + static_cast<std::ptrdiff_t>(at));
        (void)keep(plan, tr("Remove a goal"));
    });
}

void PlanGoals::addGoal()
{
    const QString words = m_words->text().trimmed();
    if (words.isEmpty()) {
        m_words->setFocus(Qt::OtherFocusReason);
        return;
    }
    Plan plan = m_plan;
    plan.goals.push_back({words.toStdString(), goalDate(*m_by, dayOf(m_session.now()))});
    if (keep(plan, tr("Add a goal"))) {
        m_words->clear();
    }
}

bool PlanGoals::keep(const Plan &plan, const QString &words)
{
    const bool isKept = m_session.perform(change(plan), words);
    if (!isKept) {
        show(m_plan); // a tick that was refused goes back
    }
    return isKept;
}

} // namespace palpate::desktop
