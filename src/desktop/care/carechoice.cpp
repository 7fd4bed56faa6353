// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/carechoice.h"

#include <algorithm>
#include <array>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "care/technique.h"
#include "desktop/care/carerow.h"
#include "desktop/care/carewords.h"
#include "desktop/care/dangerwords.h"
#include "desktop/care/sessionsounds.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// More are behind a button: a wall of points helps nobody choose.
constexpr std::size_t mostRows = 8;
constexpr std::size_t firstChosen = 3;
constexpr std::array minuteChoices{6, 10, 15};
constexpr std::array toolChoices{Tool::ball, Tool::wall, Tool::cane};

} // namespace

CareChoice::CareChoice(const anatomy::Atlas &atlas, JournalSession &session, LookupSource &source, Theme theme,
                       QWidget *parent)
    : QWidget{parent}, m_atlas{atlas}, m_session{session}, m_source{source}, m_theme{theme}
{
    setObjectName(QStringLiteral("careChoices"));
    compose();
}

void CareChoice::compose()
{
    auto *column = new QWidget;
    auto *start = new QVBoxLayout{column};
    start->setContentsMargins(0, 0, 0, 0);
    start->setSpacing(space::l);
    start->addWidget(makeLabel(tr("Work on your points"), TextStyle::page));
    m_first = new QWidget;
    auto *first = new QVBoxLayout{m_first};
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
    start->addWidget(m_first);
    m_check = makeCheck();
    start->addWidget(m_check);
    m_empty =
        makeLabel(tr("The points you marked will stand here, each with what may be done to it. Mark the first one "
                     "on the map."),
                  TextStyle::lead);
    m_map = new QPushButton{tr("Open the map")};
    m_map->setObjectName(QStringLiteral("careOpenMap"));
    setButtonRole(*m_map, ButtonRole::primary);
    connect(m_map, &QPushButton::clicked, this, &CareChoice::mapWished);
    start->addWidget(m_empty);
    start->addWidget(m_map, 0, Qt::AlignLeading);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(space::s);
    start->addLayout(m_rows);
    start->addStretch();
    m_side = makeSide();
    layTwoColumns(*this, column, m_side);
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

QWidget *CareChoice::makeSide()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, space::m, 0, 0);
    layout->setSpacing(space::m);
    layout->addWidget(makeLabel(tr("How much time is there?"), TextStyle::strong));
    auto *minutes = new Chips{Chips::Choice::one, QStringLiteral("careMinutes")};
    minutes->setAccessibleName(tr("How much time is there?"));
    minutes->add(0, tr("As it takes"));
    for (const int choice : minuteChoices) {
        minutes->add(choice, tr("%n minutes", nullptr, choice));
    }
    minutes->choose(0);
    layout->addWidget(minutes);
    layout->addWidget(makeLabel(tr("What is at hand besides your fingers?"), TextStyle::strong));
    auto *tools = new Chips{Chips::Choice::one, QStringLiteral("careTool")};
    tools->setAccessibleName(tr("What is at hand besides your fingers?"));
    tools->add(static_cast<int>(Tool::none), tr("Nothing"));
    for (const Tool tool : toolChoices) {
        tools->add(static_cast<int>(tool), phrases::capitalised(carewords::tool(tool)));
    }
    tools->choose(static_cast<int>(Tool::none));
    layout->addWidget(tools);
    layout->addWidget(makeLabel(tr("Sounds for start, half-way and letting go"), TextStyle::strong));
    auto *loudness = new Chips{Chips::Choice::one, QStringLiteral("careLoudness")};
    loudness->setAccessibleName(tr("Sounds for start, half-way and letting go"));
    loudness->add(static_cast<int>(Loudness::off), tr("None"));
    loudness->add(static_cast<int>(Loudness::quiet), tr("Quiet"));
    loudness->add(static_cast<int>(Loudness::normal), tr("Normal"));
    loudness->add(static_cast<int>(Loudness::loud), tr("Loud"));
    loudness->choose(static_cast<int>(Settings{}.get(setting::loudness)));
    layout->addWidget(loudness);
    if (SessionSounds::canSpeak()) {
        auto *speaks = new QCheckBox{tr("Say the steps aloud")};
        speaks->setObjectName(QStringLiteral("careSpeaks"));
        speaks->setChecked(Settings{}.get(setting::speaks));
        layout->addWidget(speaks);
        connect(speaks, &QCheckBox::toggled, this, [](bool on) { Settings{}.set(setting::speaks, on); });
    }
    connect(loudness, &Chips::toggled, this, [this](int id) {
        const auto chosen = static_cast<Loudness>(id);
        Settings{}.set(setting::loudness, chosen);
        Q_EMIT loudnessChosen(chosen);
    });
    m_summary = makeLabel({}, TextStyle::lead);
    m_summary->setObjectName(QStringLiteral("careSummary"));
    layout->addSpacing(space::s);
    layout->addWidget(m_summary);
    m_manyReason = new QLineEdit;
    padField(*m_manyReason);
    m_manyReason->setObjectName(QStringLiteral("careManyReason"));
    m_manyReason->setPlaceholderText(tr("Go on all the same, because …"));
    m_manyReason->setAccessibleName(m_manyReason->placeholderText());
    layout->addWidget(m_manyReason);
    m_start = new QPushButton{tr("Begin")};
    m_start->setObjectName(QStringLiteral("careStart"));
    setButtonRole(*m_start, ButtonRole::primary);
    layout->addWidget(m_start, 0, Qt::AlignLeading);
    layout->addStretch();
    connect(minutes, &Chips::toggled, this, [this](int id) {
        m_answers.wishes.minutes = id == 0 ? std::nullopt : std::optional{id};
        m_choseByHand = false;
        read();
    });
    connect(tools, &Chips::toggled, this, [this](int id) {
        const auto tool = static_cast<Tool>(id);
        m_answers.wishes.tools = tool == Tool::none ? std::vector<Tool>{} : std::vector{tool};
        read();
    });
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
    m_map->setVisible(!any);
    m_check->setVisible(any);
    m_side->setVisible(any);
    const LocalDay today = dayOf(m_session.now());
    m_first->setVisible(m_session.read().between<Session>(today - careMemory, today).empty());
    fillQuestions();
    fillRows();
    fillSummary();
}

void CareChoice::chooseOnly(PointId point)
{
    m_choseByHand = true;
    m_showAll = true; // it may stand far down
    m_chosen = {point};
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
        auto *row = new CareRow{m_atlas,
                                option,
                                length,
                                m_session.clock(),
                                m_chosen.contains(id),
                                reason == m_reasons.end() ? QString{} : reason->second,
                                m_theme};
        m_rows->addWidget(row);
        row->setVisible(true);
        connect(row, &CareRow::chosen, this, [this, id, row](bool on) {
            m_choseByHand = true;
            if (on) {
                m_chosen.insert(id);
            } else {
                m_chosen.erase(id);
            }
            row->update();
            fillQuestions();
            fillSummary();
        });
        connect(row, &CareRow::sorenessTold, this, [this, id](bool isSore) {
            m_answers.stillSore[id] = isSore;
            read();
        });
        connect(row, &CareRow::checked, this, [this, row](const Restriction &restriction, const ToldCheck &check) {
            row->refuse(keepCheck(restriction, check)); // where it is accepted the row is made anew
        });
        connect(row, &CareRow::reasonGiven, this, [this, id](const QString &given) {
            if (given.isEmpty()) {
                m_reasons.erase(id);
            } else {
                m_reasons[id] = given;
            }
            read();
        });
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
            words << carewords::rule(hit, m_session.now());
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
    if (m_source.data() != nullptr) {
        fillRows();
    }
}

} // namespace palpate::desktop
