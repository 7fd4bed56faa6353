// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/carechoice.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
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

void CareChoice::compose()
{
    m_map = new CareMap{m_scene, m_knowledge, m_theme};
    connect(m_map, &CareMap::pointClicked, this, &CareChoice::takePoint);
    connect(m_map, &CareMap::failed, this, &CareChoice::failed);
    auto *content = new QWidget;
    auto *start = new QVBoxLayout{content};
    start->setContentsMargins(space::xl, space::s, space::xl, space::xl);
    start->setSpacing(space::l);
    start->addWidget(makeLabel(tr("Work on your points"), TextStyle::page));
    m_first = makeFirst();
    start->addWidget(m_first);
    m_check = makeCheck();
    start->addWidget(m_check);
    m_wishes = new CareWishes;
    start->addWidget(m_wishes);
    connect(m_wishes, &CareWishes::loudnessChosen, this, &CareChoice::loudnessChosen);
    connect(m_wishes, &CareWishes::changed, this, [this] {
        // Other wishes, another choice, unless the person made one that still fits the time.
        m_choseByHand = m_choseByHand && m_answers.wishes.minutes == m_wishes->wishes().minutes;
        m_answers.wishes = m_wishes->wishes();
        read();
    });
    m_empty = makeEmpty();
    start->addWidget(m_empty);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(space::s);
    start->addLayout(m_rows);
    start->addStretch();
    m_foot = makeFoot();
    m_scroll = layBesideMap(*this, m_map, content, m_foot);
}

QWidget *CareChoice::makeFirst()
{
    auto *part = new QWidget;
    auto *first = new QVBoxLayout{part};
    first->setContentsMargins(0, 0, 0, 0);
    first->setSpacing(space::s);
    first->addWidget(makeLabel(tr("Pressing makes points less tender for a while. Whether it eases the pain itself is "
                                  "small or unproven outside the neck. It should never hurt more than you can easily "
                                  "bear, and a day or two of mild soreness afterwards is usual."),
                               TextStyle::lead));
    auto *more = new QPushButton{tr("Read what is known")};
    more->setObjectName(QStringLiteral("careReadMore"));
    setButtonRole(*more, ButtonRole::quiet);
    first->addWidget(more, 0, Qt::AlignLeading);
    connect(more, &QPushButton::clicked, this, &CareChoice::readingWished);
    return part;
}

QWidget *CareChoice::makeEmpty()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::l);
    layout->addWidget(
        makeLabel(tr("The points you marked will stand here, each with what may be done to it. Mark the first one "
                     "on the map."),
                  TextStyle::lead));
    auto *map = new QPushButton{tr("Open the map")};
    map->setObjectName(QStringLiteral("careOpenMap"));
    setButtonRole(*map, ButtonRole::primary);
    connect(map, &QPushButton::clicked, this, &CareChoice::mapWished);
    layout->addWidget(map, 0, Qt::AlignLeading);
    return part;
}

QWidget *CareChoice::makeCheck()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_conditionsTitle = makeLabel(tr("Does any of this hold for you today, at these places?"), TextStyle::strong);
    layout->addWidget(m_conditionsTitle);
    m_conditions = new Chips{Chips::Choice::any, QStringLiteral("careCondition")};
    m_conditions->setAccessibleName(m_conditionsTitle->text());
    layout->addWidget(m_conditions);
    m_danger = new DangerWords{m_session, m_source};
    layout->addWidget(m_danger);
    connect(m_danger, &DangerWords::changed, this, &CareChoice::read);
    connect(m_conditions, &Chips::toggled, this, [this](int id, bool on) {
        const ConditionId condition = m_asked[static_cast<std::size_t>(id)]->id;
        if (on) {
            m_answers.said.insert(condition);
        } else {
            m_answers.said.erase(condition);
        }
        read();
    });
    return part;
}

QWidget *CareChoice::makeFoot()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::m);
    layout->setSpacing(space::s);
    m_manyReason = new QLineEdit;
    padField(*m_manyReason);
    m_manyReason->setObjectName(QStringLiteral("careManyReason"));
    m_manyReason->setPlaceholderText(tr("Go on all the same, because …"));
    m_manyReason->setAccessibleName(m_manyReason->placeholderText());
    m_summary = makeLabel({}, TextStyle::lead);
    m_summary->setObjectName(QStringLiteral("careSummary"));
    m_start = new QPushButton{tr("Begin")};
    m_start->setObjectName(QStringLiteral("careStart"));
    setButtonRole(*m_start, ButtonRole::primary);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::l);
    line->addWidget(m_summary, 1);
    line->addWidget(m_start, 0, Qt::AlignBottom);
    layout->addLayout(line);
    layout->addWidget(m_manyReason);
    connect(m_manyReason, &QLineEdit::textChanged, this, &CareChoice::fillSummary);
    connect(m_start, &QPushButton::clicked, this, &CareChoice::begin);
    return part;
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
    m_map->setRegions(m_source.data()->loaded.rules);
    m_map->setKeepOff(m_source.data()->loaded.rules);
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
    QStringList words{care.empty()
                          ? tr("Choose at least one point.")
                          : tr("%n points, %1.", nullptr, static_cast<int>(care.size())).arg(carewords::about(length))};
    bool held = false;
    if (const Protocol *pressing = protocolOf(rules, CareTechnique::pressureSteady)) {
        const auto minutes = static_cast<int>(std::chrono::ceil<std::chrono::minutes>(length).count());
        for (const RuleHit &hit : rulesForSession(static_cast<int>(care.size()), minutes, *pressing)) {
            words << carewords::rule(hit, m_session.now()) << carewords::sources(m_knowledge, hit.sources);
            held = held || holdsBack(hit.rule);
        }
    }
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
