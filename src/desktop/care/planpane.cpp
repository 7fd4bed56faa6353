// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/planpane.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

#include "care/technique.h"
#include "desktop/care/carewords.h"
#include "desktop/care/planform.h"
#include "desktop/care/plangoals.h"
#include "desktop/care/planrow.h"
#include "desktop/care/plansheet.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/datewords.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr std::chrono::days lookBack{6}; ///< with today a week

} // namespace

PlanPane::PlanPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
                   QWidget *parent)
    : QWidget{parent},
      m_scene{scene},
      m_atlas{scene.atlas()},
      m_session{session},
      m_source{source},
      m_knowledge{knowledge}
{
    setObjectName(QStringLiteral("planPane"));
    compose();
}

void PlanPane::compose()
{
    auto *column = new QWidget;
    auto *start = new QVBoxLayout{column};
    start->setContentsMargins(0, 0, 0, 0);
    start->setSpacing(space::m);
    m_title = makeLabel({}, TextStyle::page);
    m_title->setObjectName(QStringLiteral("planTitle"));
    m_span = makeLabel({}, TextStyle::caption);
    start->addWidget(m_title);
    start->addWidget(m_span);
    m_begin = makeBegin();
    start->addWidget(m_begin);
    m_running = new QWidget;
    auto *running = new QVBoxLayout{m_running};
    running->setContentsMargins(0, 0, 0, 0);
    running->setSpacing(space::m);
    m_review = new QWidget;
    auto *review = new QVBoxLayout{m_review};
    review->setContentsMargins(0, 0, 0, 0);
    review->setSpacing(space::s);
    m_reviewWords = makeLabel({}, TextStyle::lead);
    m_reviewWords->setObjectName(QStringLiteral("planReview"));
    auto *keep = new QPushButton{tr("Go on as it is")};
    keep->setObjectName(QStringLiteral("planKeep"));
    review->addWidget(m_reviewWords);
    review->addWidget(keep, 0, Qt::AlignLeading);
    running->addWidget(m_review);
    running->addWidget(makeLabel(tr("Today"), TextStyle::section));
    m_today = new QVBoxLayout;
    m_today->setSpacing(space::l);
    running->addLayout(m_today);
    m_work = new QPushButton{tr("Work on these now")};
    m_work->setObjectName(QStringLiteral("planWork"));
    setButtonRole(*m_work, ButtonRole::primary);
    running->addWidget(m_work, 0, Qt::AlignLeading);
    connect(m_work, &QPushButton::clicked, this, &PlanPane::workNow);
    m_othersPart = new QWidget;
    auto *others = new QVBoxLayout{m_othersPart};
    others->setContentsMargins(0, space::m, 0, 0);
    others->setSpacing(space::m);
    others->addWidget(makeLabel(tr("On other days"), TextStyle::section));
    m_others = new QVBoxLayout;
    m_others->setSpacing(space::l);
    others->addLayout(m_others);
    running->addWidget(m_othersPart);
    m_goals = new PlanGoals{m_session};
    running->addSpacing(space::s);
    running->addWidget(m_goals);
    running->addWidget(
        makeLabel(tr("Stop an item when it hurts more than you can easily bear, or tingles, or goes numb. "
                     "When nothing has changed after a week, look again whether it is the right muscle; "
                     "after three weeks show it to a professional."),
                  TextStyle::caption));
    running->addWidget(makeFoot());
    start->addWidget(m_running);
    start->addStretch();
    m_form = new PlanForm{m_atlas, m_knowledge, m_session, m_source};
    layTwoColumns(*this, column, m_form);
    connect(keep, &QPushButton::clicked, this, [this] {
        m_reviewed = dayOf(m_session.now());
        m_review->hide();
    });
}

QWidget *PlanPane::makeFoot()
{
    auto *part = new QWidget;
    auto *buttons = new QHBoxLayout{part};
    buttons->setContentsMargins(0, space::s, 0, 0);
    buttons->setSpacing(space::s);
    auto *print = new QPushButton{tr("Print …")};
    print->setObjectName(QStringLiteral("planPrint"));
    print->setToolTip(tr("On paper or into a file, with a week of boxes to tick"));
    auto *endPlan = new QPushButton{tr("End this plan")};
    endPlan->setObjectName(QStringLiteral("planEnd"));
    buttons->addWidget(print);
    buttons->addWidget(endPlan);
    buttons->addStretch();
    connect(print, &QPushButton::clicked, this, &PlanPane::choosePrinter);
    connect(endPlan, &QPushButton::clicked, this, &PlanPane::end);
    return part;
}

QWidget *PlanPane::makeBegin()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    layout->addWidget(
        makeLabel(tr("A plan says what you do at home and how often. It begins with your sorest points, lasts "
                     "three weeks, and is changed as you like. Days left out are no failure."),
                  TextStyle::lead));
    m_goal = new QLineEdit;
    padField(*m_goal);
    m_goal->setObjectName(QStringLiteral("planGoal"));
    m_goal->setPlaceholderText(tr("What do you want to be able to do again?"));
    m_goal->setAccessibleName(m_goal->placeholderText());
    layout->addWidget(m_goal);
    m_goalBy = makeGoalDates("firstGoalBy");
    layout->addWidget(m_goalBy);
    auto *suggest = new QPushButton{tr("Suggest a plan")};
    suggest->setObjectName(QStringLiteral("planBegin"));
    setButtonRole(*suggest, ButtonRole::primary);
    layout->addWidget(suggest, 0, Qt::AlignLeading);
    connect(suggest, &QPushButton::clicked, this, &PlanPane::begin);
    connect(m_goal, &QLineEdit::returnPressed, this, &PlanPane::begin);
    return part;
}

void PlanPane::showEvent(QShowEvent *event)
{
    read();
    QWidget::showEvent(event);
}

void PlanPane::read()
{
    if (m_source.data() == nullptr) {
        return;
    }
    m_form->readNames();
    m_options = careOptions(m_session.read(), m_source.data()->loaded, {}, m_session.now());
    m_plan = planOn(m_session.read(), dayOf(m_session.now()));
    fillPlan();
}

void PlanPane::fillPlan()
{
    m_begin->setVisible(!m_plan);
    m_running->setVisible(m_plan.has_value());
    m_form->setVisible(m_plan.has_value());
    m_form->setPlan(m_plan ? std::optional{m_plan->id} : std::nullopt);
    m_form->follow(m_plan ? m_session.read().itemsOf(m_plan->id) : std::vector<PlanItem>{});
    m_span->setVisible(m_plan.has_value());
    m_title->setText(m_plan && !m_plan->title.empty() ? phrases::text(m_plan->title) : tr("Your plan"));
    if (!m_plan) {
        return;
    }
    const LocalDay today = dayOf(m_session.now());
    const QString from = datewords::shortDay(m_plan->from, today);
    m_span->setText(m_plan->until ? tr("From %1 to %2").arg(from, datewords::shortDay(*m_plan->until, today))
                                  : tr("From %1 on").arg(from));
    m_goals->show(*m_plan);
    fillReview();
    fillItems();
}

void PlanPane::fillReview()
{
    const LocalDay today = dayOf(m_session.now());
    const auto review = reviewOf(m_session.read(), *m_plan, m_session.read().itemsOf(m_plan->id), m_session.now());
    m_review->setVisible(review.has_value() && (!m_reviewed || today - *m_reviewed >= reviewEvery));
    if (!review) {
        return;
    }
    const auto number = [](double mean) { return QLocale{}.toString(mean, 'f', 1); };
    QString words = tr("%n days have passed. ", nullptr, review->days);
    if (review->then && review->now) {
        words += tr("These points were at %1 on average in the first days, and are at %2 now. ")
                     .arg(number(*review->then), number(*review->now));
        words += *review->now <= *review->then * (1 - noticeable)
                     ? tr("Studies call that a noticeable change.")
                     : tr("That is no noticeable change yet. Look again whether these are the right muscles, or ask a "
                          "professional.");
    } else {
        words += tr("There are too few numbers to compare.");
    }
    m_reviewWords->setText(words);
}

void PlanPane::fillItems()
{
    clearLayout(*m_today);
    clearLayout(*m_others);
    const auto due = dueItems(m_session.read(), *m_plan, &m_source.data()->loaded, m_session.now());
    for (const PlanItem &item : itemsInOrder(m_session.read(), m_plan->id)) {
        const auto today = std::ranges::find_if(due, [&item](const DueItem &one) { return one.item.id == item.id; });
        addRow(today == due.end() ? *m_others : *m_today, item, today == due.end() ? nullptr : &*today);
    }
    if (m_today->count() == 0) {
        QLabel *nothing = makeLabel(tr("Nothing today."), TextStyle::body);
        m_today->addWidget(nothing);
        nothing->setVisible(true);
    }
    m_othersPart->setVisible(m_others->count() > 0);
    m_work->setVisible(!workable(due).empty());
}

void PlanPane::addRow(QVBoxLayout &layout, const PlanItem &item, const DueItem *due)
{
    const LocalDay today = dayOf(m_session.now());
    const KeptCount kept = keptLately(m_session.read(), item, std::max(m_plan->from, today - lookBack), today);
    QStringList caption{carewords::rhythm(item)};
    if (!item.stopRule.empty()) {
        caption << tr("stop when %1").arg(phrases::text(item.stopRule));
    }
    if (kept.asked > 0) {
        caption << tr("%1 of %2 in the last week").arg(kept.done).arg(kept.asked);
    }
    auto *row = new PlanRow{m_atlas, item, caption.join(tr(" · ")), due, m_session.now()};
    auto *edit = new QPushButton{tr("Change")};
    edit->setObjectName(QStringLiteral("planChange"));
    edit->setAccessibleName(tr("Change %1").arg(carewords::planItem(m_atlas, item)));
    setButtonRole(*edit, ButtonRole::quiet);
    connect(edit, &QPushButton::clicked, this, [this, item] { m_form->edit(item); });
    row->buttons().addWidget(edit, 0, Qt::AlignTop);
    auto *remove = new QPushButton{tr("Remove")};
    remove->setObjectName(QStringLiteral("planRemove"));
    remove->setAccessibleName(tr("Remove %1").arg(carewords::planItem(m_atlas, item)));
    setButtonRole(*remove, ButtonRole::quiet);
    row->buttons().addWidget(remove, 0, Qt::AlignTop);
    layout.addWidget(row);
    row->setVisible(true);
    if (due != nullptr) {
        connect(row, &PlanRow::ticked, this,
                [this, one = *due](Kept answer) { tickItem(m_atlas, m_session, one, answer); });
    }
    connect(remove, &QPushButton::clicked, this,
            [this, item] { m_session.perform(palpate::remove<PlanItem>(item.id), tr("Remove from the plan")); });
}

void PlanPane::begin()
{
    if (m_source.data() == nullptr) {
        return;
    }
    const LocalDay today = dayOf(m_session.now());
    Plan plan{m_session.next<PlanId>(), {}, today, today + planLasts, {}};
    if (const QString goal = m_goal->text().trimmed(); !goal.isEmpty()) {
        plan.goals.push_back({goal.toStdString(), goalDate(*m_goalBy, today)});
    }
    Verb verb = add(plan);
    for (PlanItem &item : suggestedItems(plan.id, m_options, m_session.ids())) {
        verb.steps.emplace_back(Add{std::move(item)});
    }
    if (m_session.perform(verb, tr("Begin a plan"))) {
        m_goal->clear();
    }
}

void PlanPane::end()
{
    if (m_plan) {
        Plan ended = *m_plan;
        // A plan that began today was none; another one's last day was yesterday.
        const LocalDay today = dayOf(m_session.now());
        if (ended.from >= today) {
            m_session.perform(palpate::remove<Plan>(ended.id), tr("End the plan"));
            return;
        }
        ended.until = today - std::chrono::days{1};
        m_session.perform(change(ended), tr("End the plan"));
    }
}

void PlanPane::printTo(QPrinter &printer)
{
    if (m_plan) {
        printPlan(printer, font(), m_scene, m_knowledge, *m_plan, itemsInOrder(m_session.read(), m_plan->id));
    }
}

void PlanPane::choosePrinter()
{
    QPrinter printer{QPrinter::HighResolution};
    QPrintDialog dialog{&printer, this};
    if (dialog.exec() == QDialog::Accepted) {
        printTo(printer);
    }
}

std::set<PointId> PlanPane::workable(std::span<const DueItem> due) const
{
    std::set<PointId> points;
    for (const DueItem &one : due) {
        for (const CareOption &option : m_options) {
            const TriggerPoint &point = option.point.point;
            const bool isMeant = one.item.muscle == point.muscle && one.item.side == point.side;
            if (isMeant && !one.isDone() && !one.held && !one.ruledOut && option.isAllowed() &&
                option.heldBackBy() == nullptr) {
                points.insert(point.id);
            }
        }
    }
    return points;
}

void PlanPane::workNow()
{
    Q_EMIT workWished(workable(dueItems(m_session.read(), *m_plan, &m_source.data()->loaded, m_session.now())));
}

} // namespace palpate::desktop
