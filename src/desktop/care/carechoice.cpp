// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/carechoice.h"

#include <algorithm>

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include "care/technique.h"
#include "desktop/care/caremap.h"
#include "desktop/care/carerow.h"
#include "desktop/care/carewishes.h"
#include "desktop/care/carewords.h"
#include "desktop/care/dangerwords.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/fold.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/mappane.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// More are behind a button: a wall of points helps nobody choose.
constexpr std::size_t mostRows = 8;
constexpr std::size_t firstChosen = 3;

} // namespace

CareChoice::CareChoice(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
                       Theme theme, QWidget *parent)
    : QWidget{parent}, m_scene{scene}, m_knowledge{knowledge}, m_session{session}, m_source{source}, m_theme{theme}
{
    setObjectName(QStringLiteral("careChoices"));
    compose();
}

void CareChoice::read()
{
    if (m_source.data() == nullptr) {
        return;
    }
    m_answers.raised = m_danger->raised();
    m_options = careOptions(m_session.read(), m_source.data()->loaded, m_answers, m_session.now());
    choose();
    const bool any = !m_options.empty();
    m_empty->setVisible(!any);
    m_check->setVisible(any);
    m_wishes->setVisible(any);
    m_foot->setVisible(any);
    const LocalDay today = dayOf(m_session.now());
    m_first->setVisible(m_session.read().between<Session>(today - careMemory, today).empty());
    fillQuestions();
    fillRows();
    fillSummary();
    fillMap();
}

void CareChoice::fillMap()
{
    if (!m_hasRules) {
        m_hasRules = true; // they stay the same
        m_map->setRegions(m_source.data()->loaded.rules);
        m_map->setKeepOff(m_source.data()->loaded.rules);
    }
    std::vector<PointOverview> points;
    std::ranges::transform(m_options, std::back_inserter(points), &CareOption::point);
    m_map->setPoints(std::move(points));
    m_map->setChosen(m_chosen);
    // Once, to what it is about; afterwards the map turns when the person asks for it.
    const auto first = std::ranges::find_if(
        m_options, [this](const CareOption &one) { return m_chosen.contains(one.point.point.id); });
    if (!m_hasTurned && first != m_options.end()) {
        m_hasTurned = true;
        m_map->turnTo(first->point.point);
    }
}

void CareChoice::fillKeepOff()
{
    if (m_keepOff->count() > 0 || m_source.data() == nullptr) {
        return;
    }
    for (const NoPressArea &area : m_source.data()->loaded.rules.noPress) {
        QStringList words{phrases::keepOff(area)};
        if (!area.onlyWhen.empty()) {
            words << tr("Only when: %1.").arg(phrases::text(area.onlyWhen));
        }
        words << phrases::text(area.reason) << phrases::text(area.how);
        words.removeAll(QString{});
        QLabel *label = makeLabel(words.join(QLatin1Char('\n')), TextStyle::body);
        m_keepOff->addWidget(label);
        label->setVisible(true);
    }
}

void CareChoice::lookAt(PointId point)
{
    const auto option =
        std::ranges::find_if(m_options, [point](const CareOption &one) { return one.point.point.id == point; });
    if (option != m_options.end()) {
        m_map->turnTo(option->point.point);
    }
}

void CareChoice::takePoint(PointId point)
{
    m_showAll = true; // it may stand far down
    fillRows();
    m_scroll->widget()->layout()->activate();
    for (CareRow *row : findChildren<CareRow *>()) {
        if (row->point() != point || row->isHidden()) {
            continue;
        }
        m_scroll->ensureWidgetVisible(row);
        row->choice().setFocus(Qt::OtherFocusReason);
        row->choice().click(); // where it may not be chosen the row says why
        return;
    }
}

void CareChoice::chooseOnly(const std::set<PointId> &points)
{
    m_choseByHand = true;
    m_showAll = true; // it may stand far down
    m_chosen = points;
    m_hasTurned = false;
    read();
}

void CareChoice::begin()
{
    m_danger->read(); // an answer that was just typed counts
    if (m_start->isEnabled()) {
        Q_EMIT startWished();
    }
}

void CareChoice::forgetAnswers()
{
    m_answers.said.clear();
    m_answers.stillSore.clear();
    m_answers.reach.clear();
    m_reasons.clear();
    m_choseByHand = false;
    m_danger->forget();
    m_manyReason->clear();
    m_asked.clear();
    m_conditions->clear();
}

bool CareChoice::isReady(const CareOption &option) const
{
    return option.isAllowed() && (option.heldBackBy() == nullptr || m_reasons.contains(option.point.point.id));
}

void CareChoice::choose()
{
    if (m_choseByHand) {
        std::erase_if(m_chosen, [this](PointId id) {
            return std::ranges::none_of(
                m_options, [&](const CareOption &one) { return one.point.point.id == id && isReady(one); });
        });
        return;
    }
    m_chosen.clear();
    std::vector<PlannedCare> care;
    for (const CareOption &option : m_options) {
        const bool unsure =
            std::ranges::any_of(option.hits, [](const RuleHit &hit) { return hit.rule == CareRule::maybeSore; });
        const bool isSore = option.point.latestSoreness && option.point.latestSoreness->level.value() > 0;
        if (isReady(option) && option.heldBackBy() == nullptr && !unsure && isSore && care.size() < firstChosen) {
            care.push_back(option.care);
        }
    }
    const RuleBase &rules = m_source.data()->loaded.rules;
    SessionWishes wishes = m_answers.wishes;
    if (const Protocol *pressing = protocolOf(rules, CareTechnique::pressureSteady); pressing && !wishes.minutes) {
        const Dose *usual = pressing->dose(DoseId{"session-length"});
        wishes.minutes = usual == nullptr ? std::nullopt : std::optional{usual->range.usual};
    }
    for (const PlannedCare &one : fitting(care, rules, wishes)) {
        m_chosen.insert(*one.point);
    }
}

std::vector<const CareOption *> CareChoice::chosenOptions() const
{
    std::vector<const CareOption *> chosen;
    for (const CareOption &option : m_options) {
        if (m_chosen.contains(option.point.point.id)) {
            chosen.push_back(&option);
        }
    }
    return chosen;
}

ChosenCare CareChoice::chosen() const
{
    ChosenCare chosen;
    QStringList reasons;
    for (const CareOption *option : chosenOptions()) {
        chosen.care.push_back(option->care);
        const auto reason = m_reasons.find(option->point.point.id);
        if (option->heldBackBy() != nullptr && reason != m_reasons.end()) {
            reasons << reason->second;
        }
    }
    if (m_manyReason->isVisibleTo(this) && !m_manyReason->text().trimmed().isEmpty()) {
        reasons << m_manyReason->text().trimmed();
    }
    chosen.overrideReason = reasons.join(QStringLiteral("; "));
    chosen.movement = m_wishes->movement();
    return chosen;
}

void CareChoice::fillRows()
{
    const RowPlace place = rowPlace();
    clearLayout(*m_rows);
    std::size_t shown = 0;
    for (const CareOption &option : m_options) {
        const PointId id = option.point.point.id;
        if (!m_showAll && shown == mostRows) {
            break;
        }
        ++shown;
        const auto length = lengthOf(beatsOf(std::span{&option.care, 1}, m_source.data()->loaded.rules));
        const auto reason = m_reasons.find(id);
        const auto reach = m_answers.reach.find(id);
        const CareRowState state{m_chosen.contains(id), reason == m_reasons.end() ? QString{} : reason->second,
                                 reach == m_answers.reach.end() ? std::nullopt : std::optional{reach->second}};
        auto *row = new CareRow{m_scene.atlas(), m_knowledge, option, length, m_session.clock(), state, m_theme};
        m_rows->addWidget(row);
        row->setVisible(true);
        connectRow(*row, id);
    }
    if (m_options.size() > shown) {
        auto *all = new QPushButton{tr("%n more", nullptr, static_cast<int>(m_options.size() - shown))};
        all->setObjectName(QStringLiteral("careMore"));
        setButtonRole(*all, ButtonRole::quiet);
        m_rows->addWidget(all, 0, Qt::AlignLeading);
        connect(all, &QPushButton::clicked, this, [this] {
            m_showAll = true;
            fillRows();
        });
    }
    restore(place);
}

CareChoice::RowPlace CareChoice::rowPlace() const
{
    RowPlace place;
    const QWidget *focused = QApplication::focusWidget();
    for (const CareRow *row : findChildren<CareRow *>()) {
        if (row->isHidden()) {
            continue; // on its way out
        }
        if (focused != nullptr && row->isAncestorOf(focused)) {
            place.focused = {row->point(), focused->objectName()};
        }
        for (const Fold *fold : row->findChildren<Fold *>()) {
            if (fold->isOpen()) {
                place.open.emplace(row->point(), fold->objectName());
            }
        }
    }
    return place;
}

void CareChoice::restore(const RowPlace &place)
{
    for (CareRow *row : findChildren<CareRow *>()) {
        if (row->isHidden()) {
            continue;
        }
        for (Fold *fold : row->findChildren<Fold *>()) {
            if (place.open.contains({row->point(), fold->objectName()})) {
                fold->setOpen(true);
            }
        }
        if (place.focused && place.focused->first == row->point()) {
            auto *again = row->findChild<QWidget *>(place.focused->second);
            (again != nullptr && !again->isHidden() ? again : &row->choice())->setFocus(Qt::OtherFocusReason);
        }
    }
}

void CareChoice::connectRow(CareRow &row, PointId id)
{
    connect(&row, &CareRow::chosen, this, [this, id, &row](bool on) {
        m_choseByHand = true;
        if (on) {
            m_chosen.insert(id);
        } else {
            m_chosen.erase(id);
        }
        row.update();
        lookAt(id);
        fillQuestions();
        fillSummary();
        fillMap();
    });
    connect(&row, &CareRow::looked, this, [this, id] { m_map->pane().map().setSelectedPoint(id); });
    connect(&row, &CareRow::reachTold, this, [this, id](Tool tool) {
        m_answers.reach[id] = tool;
        read();
    });
    connect(&row, &CareRow::helperWished, this, [this, id] {
        const auto option =
            std::ranges::find_if(m_options, [id](const CareOption &one) { return one.point.point.id == id; });
        Q_EMIT helperWished(*option);
    });
    connect(&row, &CareRow::sorenessTold, this, [this, id](bool isSore) {
        m_answers.stillSore[id] = isSore;
        read();
    });
    connect(&row, &CareRow::checked, this, [this, &row](const Restriction &restriction, const ToldCheck &check) {
        row.refuse(keepCheck(restriction, check)); // where it is accepted the row is made anew
    });
    connect(&row, &CareRow::reasonGiven, this, [this, id](const QString &given) {
        if (given.isEmpty()) {
            m_reasons.erase(id);
        } else {
            m_reasons[id] = given;
        }
        read();
    });
}

CheckRefusal CareChoice::keepCheck(const Restriction &restriction, const ToldCheck &check)
{
    const auto rule = checkedRuleOf(restriction);
    if (!rule) {
        return CheckRefusal::none;
    }
    const RedFlag *flag =
        restriction.ground == Ground::alert ? m_source.data()->loaded.rules.redFlag(RedFlagId{rule->text()}) : nullptr;
    const Urgency urgency = flag == nullptr ? Urgency::caution : flag->urgency;
    const LocalDay today = dayOf(m_session.now());
    std::vector<Alert> alerts =
        m_session.read().between<Alert>(today - std::chrono::days{2 * 365}, today + std::chrono::days{1});
    // What was settled before is over: it counts from when it was told anew.
    std::optional<Instant> settled;
    for (const Alert &alert : alerts) {
        if (alert.rule == *rule && (alert.answer == AlertAnswer::notMeant || alert.answer == AlertAnswer::checked)) {
            settled = alert.at;
        }
    }
    std::erase_if(alerts, [&settled](const Alert &alert) { return settled && alert.at.utc <= settled->utc; });
    const CheckRefusal refusal = refusalOf(urgency, firstTold(alerts, *rule), check.at, m_session.now());
    if (refusal == CheckRefusal::none) {
        if (flag != nullptr) {
            m_danger->settle(flag->id); // also in what was written just now
        }
        m_session.perform(add(Alert{m_session.next<AlertId>(), m_session.now(), *rule, urgency, AlertAnswer::checked,
                                    check.by, check.at, check.until}),
                          tr("Checked by a professional"));
    }
    return refusal;
}

void CareChoice::fillQuestions()
{
    std::vector<CareOption> places;
    for (const CareOption *option : chosenOptions()) {
        places.push_back(*option);
    }
    const CareQuestions questions = careQuestions(m_session.read(), m_source.data()->loaded, places, m_session.now());
    // What was asked stays, so that an answer does not take its own question away.
    bool isNew = false;
    for (const Condition *condition : questions.conditions) {
        if (std::ranges::find(m_asked, condition) == m_asked.end()) {
            m_asked.push_back(condition);
            m_conditions->add(static_cast<int>(m_asked.size()) - 1, phrases::text(condition->name));
            isNew = true;
        }
    }
    if (isNew) {
        m_conditions->updateGeometry();
    }
    m_conditionsTitle->setVisible(!m_asked.empty());
    m_conditions->setVisible(!m_asked.empty());
}

void CareChoice::fillSummary()
{
    const RuleBase &rules = m_source.data()->loaded.rules;
    std::vector<PlannedCare> care;
    for (const CareOption *option : chosenOptions()) {
        care.push_back(option->care);
    }
    const auto length = lengthOf(beatsOf(care, rules));
    QStringList words{care.empty() ? tr("Choose at least one point.")
                      : care.size() == 1
                          ? tr("One point, %1.").arg(carewords::about(length))
                          : tr("%n points, %1.", nullptr, static_cast<int>(care.size())).arg(carewords::about(length))};
    bool held = false;
    if (const Protocol *pressing = protocolOf(rules, CareTechnique::pressureSteady)) {
        const auto minutes = static_cast<int>(std::chrono::ceil<std::chrono::minutes>(length).count());
        for (const RuleHit &hit : rulesForSession(static_cast<int>(care.size()), minutes, *pressing)) {
            words << carewords::rule(hit, m_session.now()) << carewords::sources(m_knowledge, hit.sources);
            held = held || holdsBack(hit.rule);
        }
    }
    words.removeAll(QString{});
    m_summary->setText(words.join(QLatin1Char('\n')));
    m_manyReason->setVisible(held);
    m_start->setEnabled(!care.empty() && (!held || !m_manyReason->text().trimmed().isEmpty()));
}

void CareChoice::setTheme(Theme theme)
{
    m_theme = theme;
    m_map->setTheme(theme);
    if (m_source.data() != nullptr) {
        fillRows();
    }
}

} // namespace palpate::desktop
