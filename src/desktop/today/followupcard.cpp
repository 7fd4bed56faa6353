// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/followupcard.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "care/conditions.h"
#include "care/treatments.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/datewords.h"
#include "desktop/lookup/alarm.h"
#include "desktop/lookup/reasonphrases.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"

namespace palpate::desktop {

namespace {

constexpr double cardRadius = 10;
constexpr std::chrono::days longestWait{7};
/// Soreness up to here is usual after pressing or needling.
constexpr std::chrono::hours usualSoreness{72};
constexpr std::size_t namedPlaces = 2;
constexpr int yes = 1;

RuleId ruleIdOf(const RedFlag &flag) { return RuleId{flag.id.text()}; }

QString careName(TreatmentKind kind)
{
    switch (kind) {
    case TreatmentKind::massage:
        return FollowUpCard::tr("massage");
    case TreatmentKind::dryNeedling:
        return FollowUpCard::tr("dry needling");
    case TreatmentKind::injectionAnaesthetic:
        return FollowUpCard::tr("an injection of local anaesthetic");
    case TreatmentKind::injectionCortisone:
        return FollowUpCard::tr("an injection of cortisone");
    case TreatmentKind::acupuncture:
        return FollowUpCard::tr("acupuncture");
    case TreatmentKind::physiotherapy:
        return FollowUpCard::tr("physiotherapy");
    case TreatmentKind::chiropractic:
        return FollowUpCard::tr("chiropractic");
    case TreatmentKind::yogaPilates:
        return FollowUpCard::tr("yoga or Pilates");
    case TreatmentKind::other:
        break;
    }
    return FollowUpCard::tr("a treatment");
}

} // namespace

const Instant &DueFollowUp::careAt() const
{
    return std::visit([](const auto &care) -> const Instant & { return care.at; }, about);
}

std::vector<DueFollowUp> dueFollowUps(const JournalReader &journal, const Instant &now)
{
    std::vector<DueFollowUp> due;
    for (const FollowUp &followUp : journal.between<FollowUp>(dayOf(now) - longestWait, dayOf(now))) {
        if (followUp.answered || followUp.at.utc > now.utc) {
            continue;
        }
        if (auto treatment = journal.find<Treatment>(TreatmentId{followUp.about.bytes()})) {
            due.push_back({followUp, *std::move(treatment)});
        } else if (auto session = journal.find<Session>(SessionId{followUp.about.bytes()})) {
            due.push_back({followUp, *std::move(session)});
        }
    }
    // One is asked for at a time, and what somebody else did can do more harm than what one did oneself.
    std::stable_partition(due.begin(), due.end(),
                          [](const DueFollowUp &one) { return std::holds_alternative<Treatment>(one.about); });
    return due;
}

FollowUpCard::FollowUpCard(const anatomy::Atlas &atlas, JournalSession &session, DueFollowUp due, Theme theme,
                           QWidget *parent)
    : QWidget{parent},
      m_atlas{atlas},
      m_session{session},
      m_due{std::move(due)},
      m_theme{theme},
      m_layout{new QVBoxLayout{this}}
{
    setObjectName(QStringLiteral("followUp"));
    m_layout->setContentsMargins(space::l, space::l, space::l, space::l);
    m_layout->setSpacing(space::s);
    m_layout->addWidget(makeLabel(title(), TextStyle::section));
    if (const QString where = places(); !where.isEmpty()) {
        m_layout->addWidget(makeLabel(where, TextStyle::caption));
    }
    m_alarmPlace = new QWidget;
    auto *alarm = new QVBoxLayout{m_alarmPlace};
    alarm->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_alarmPlace);
    m_alarmPlace->hide();
    makeQuestions();
}

QString FollowUpCard::title() const
{
    const auto hours = std::chrono::round<std::chrono::hours>(m_session.now().utc - m_due.careAt().utc).count();
    const auto *treatment = std::get_if<Treatment>(&m_due.about);
    const QString care = treatment != nullptr ? careName(treatment->kind) : tr("your session");
    const QString day = datewords::shortDay(dayOf(m_due.careAt()), dayOf(m_session.now()));
    return tr("%n hours after %1 (%2)", nullptr, static_cast<int>(hours)).arg(care, day);
}

QString FollowUpCard::places() const
{
    QStringList names;
    std::size_t others = 0;
    const auto addAll = [&](const auto &all) {
        for (const auto &one : all) {
            const QString name = nameOf(m_atlas, one.muscle, one.side);
            if (names.contains(name)) {
                continue;
            }
            if (names.size() < static_cast<qsizetype>(namedPlaces)) {
                names << name;
            } else {
                ++others;
            }
        }
    };
    if (const auto *treatment = std::get_if<Treatment>(&m_due.about)) {
        addAll(treatment->places);
    } else {
        addAll(std::get<Session>(m_due.about).steps);
    }
    return others == 0 ? names.join(QStringLiteral(", "))
                       : tr("%1 and %n more", nullptr, static_cast<int>(others)).arg(names.join(QStringLiteral(", ")));
}

bool FollowUpCard::hadNeedles() const
{
    const auto *treatment = std::get_if<Treatment>(&m_due.about);
    return treatment != nullptr && usesNeedles(treatment->kind);
}

std::vector<MuscleId> FollowUpCard::muscles() const
{
    std::vector<MuscleId> muscles;
    if (const auto *treatment = std::get_if<Treatment>(&m_due.about)) {
        std::ranges::transform(treatment->places, std::back_inserter(muscles), &TreatedPlace::muscle);
    } else {
        std::ranges::transform(std::get<Session>(m_due.about).steps, std::back_inserter(muscles), &SessionStep::muscle);
    }
    return muscles;
}

void FollowUpCard::makeQuestions()
{
    m_questions = new QWidget;
    auto *layout = new QVBoxLayout{m_questions};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_soreness = new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::stacked, m_theme};
    m_soreness->setWords(tr("How sore is it there now?"), tr("Soreness for up to 72 hours is usual."),
                         tr("Soreness after the treatment, now"));
    m_soreness->strip().setObjectName(QStringLiteral("followUpLevel"));
    m_easing = new Chips{Chips::Choice::one, QStringLiteral("easing")};
    m_easing->setAccessibleName(tr("Is it easing?"));
    m_easing->add(yes, tr("Yes"));
    m_easing->add(0, tr("No"));
    auto *easing = new QVBoxLayout;
    easing->setSpacing(space::xs);
    easing->addWidget(makeLabel(tr("Is it easing?"), TextStyle::strong));
    easing->addStretch();
    easing->addWidget(m_easing);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::xxl);
    first->addWidget(m_soreness, 3);
    first->addLayout(easing, 1);
    layout->addLayout(first);
    m_signsTitle = makeLabel(tr("Any of these since then?"), TextStyle::strong);
    layout->addWidget(m_signsTitle);
    m_signs = new Chips{Chips::Choice::any, QStringLiteral("sign")};
    m_signs->setAccessibleName(tr("Any of these since then?"));
    layout->addWidget(m_signs);
    m_line = new QLineEdit;
    padField(*m_line);
    m_line->setPlaceholderText(tr("Anything else?"));
    m_line->setObjectName(QStringLiteral("followUpLine"));
    m_line->setAccessibleName(tr("Anything else?"));
    m_save = new QPushButton{tr("Save")};
    m_save->setObjectName(QStringLiteral("followUpSave"));
    setButtonRole(*m_save, ButtonRole::primary);
    auto *last = new QHBoxLayout;
    last->setSpacing(space::s);
    last->addWidget(m_line, 1);
    last->addWidget(m_save);
    layout->addLayout(last);
    // Nobody answers before the signs to ask for are known.
    m_signsTitle->hide();
    m_save->setEnabled(false);
    m_layout->addWidget(m_questions);
    connect(&m_soreness->strip(), &LevelStrip::chosen, this, [this](PainLevel level) {
        m_level = level;
        m_soreness->strip().setLevel(level);
        showAlarms();
    });
    connect(m_easing, &Chips::toggled, this, [this](int id) { m_eases = id == yes; });
    connect(m_signs, &Chips::toggled, this, [this](int id, bool on) {
        if (on) {
            m_ticked.insert(static_cast<std::size_t>(id));
        } else {
            m_ticked.erase(static_cast<std::size_t>(id));
        }
        showAlarms();
    });
    connect(m_line, &QLineEdit::editingFinished, this, &FollowUpCard::readLine);
    connect(m_save, &QPushButton::clicked, this, &FollowUpCard::save);
}

void FollowUpCard::setData(const LookupData *read)
{
    if (read == nullptr || m_data == read) {
        return;
    }
    m_data = read;
    std::vector<BodyRegionId> regions;
    for (const MuscleId &muscle : muscles()) {
        if (const MusclePattern *pattern = read->loaded.base.pattern(muscle)) {
            regions.push_back(pattern->region);
        }
    }
    m_asked = signsAfter(read->loaded.rules, hadNeedles(), regions);
    for (std::size_t at = 0; at < m_asked.size(); ++at) {
        m_signs->add(static_cast<int>(at), phrases::text(m_asked[at]->words));
    }
    m_signsTitle->setVisible(!m_asked.empty());
    m_save->setEnabled(true);
}

std::vector<ConditionId> FollowUpCard::conditions() const
{
    const auto profile = m_session.read().profile();
    return profile ? conditionsOf(*profile, dayOf(m_session.now())) : std::vector<ConditionId>{};
}

std::vector<const RedFlag *> FollowUpCard::alarms() const
{
    std::vector<const RedFlag *> flags = m_raised;
    if (m_data == nullptr) {
        return flags;
    }
    const RuleBase &rules = m_data->loaded.rules;
    const std::vector<ConditionId> known = conditions();
    for (const std::size_t at : m_ticked) {
        flags.push_back(ruleOf(rules, *m_asked[at], known));
    }
    const bool isLong = m_due.followUp.at.utc - m_due.careAt().utc >= usualSoreness;
    if (const RedFlag *sore = rules.redFlag(RedFlagId{"soreness-long"});
        sore != nullptr && isLong && m_level && m_level->value() > 0) {
        flags.push_back(sore);
    }
    std::ranges::stable_sort(flags, {}, &RedFlag::urgency);
    flags.erase(std::unique(flags.begin(), flags.end()), flags.end());
    return flags;
}

void FollowUpCard::readLine()
{
    m_raised.clear();
    if (m_data != nullptr && !m_line->text().trimmed().isEmpty()) {
        LookupInput input;
        input.text = m_line->text().toStdString();
        input.conditions = conditions();
        input.answered = {QuestionId{"treated-recently"}};
        if (hadNeedles()) {
            input.answered.emplace_back("needled-recently");
        }
        m_raised = m_data->lookup.answer(input).alerts;
    }
    showAlarms();
}

void FollowUpCard::showAlarms()
{
    const std::vector<const RedFlag *> flags = alarms();
    if (flags == m_shown) {
        return;
    }
    m_shown = flags;
    QString heading;
    if (!flags.empty()) {
        const bool alarming = flags.front()->urgency != Urgency::caution;
        heading = alarming ? phrases::urgency(flags.front()->urgency) : tr("Ask the person who treated you");
    }
    showAlarm(*m_alarmPlace, m_data->loaded.rules, flags, heading, QStringLiteral("followUpAlarm"));
}

void FollowUpCard::save()
{
    readLine();
    FollowUp answered = m_due.followUp;
    answered.answered = m_session.now();
    answered.soreness = m_level;
    answered.easing = m_eases;
    answered.note = m_line->text().trimmed().toStdString();
    for (const std::size_t at : m_ticked) {
        answered.dangerSigns += (answered.dangerSigns.empty() ? "" : " ") + m_asked[at]->id.text();
    }
    Verb verb = change(answered);
    for (const RedFlag *flag : alarms()) {
        if (flag->urgency != Urgency::caution) {
            verb.steps.emplace_back(Add{Alert{m_session.next<AlertId>(),
                                              m_session.now(),
                                              ruleIdOf(*flag),
                                              flag->urgency,
                                              AlertAnswer::shown,
                                              {},
                                              {},
                                              {}}});
        }
    }
    if (!m_session.perform(verb, tr("Answer: %1").arg(title()))) {
        return;
    }
    m_questions->hide();
    if (!m_shown.empty()) {
        auto *read = new QPushButton{tr("I have read this")};
        read->setObjectName(QStringLiteral("followUpRead"));
        m_layout->addWidget(read, 0, Qt::AlignLeading);
        read->setVisible(true);
        read->setFocus(Qt::OtherFocusReason);
        connect(read, &QPushButton::clicked, this, &FollowUpCard::closed);
    }
}

void FollowUpCard::setTheme(Theme theme)
{
    m_theme = theme;
    m_soreness->setTheme(theme);
    update();
}

void FollowUpCard::paintEvent(QPaintEvent * /*event*/)
{
    const InterfaceTokens &tokens = tokensFor(m_theme).interface;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{tokens.hairline, tokens.lineWidth});
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
}

} // namespace palpate::desktop
