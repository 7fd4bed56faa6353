// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/alertpane.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <QAccessible>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/alertframe.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/lookup/reasonphrases.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

using std::chrono::days;

/// When a professional looked at it, and for how long that holds.
constexpr std::array whenDays{days{0}, days{1}, days{7}, days{30}};
constexpr std::array forDays{days{14}, days{90}, days{365}};

QPushButton *answerButton(const QString &words, ButtonRole role, const char *name)
{
    auto *button = new QPushButton{words};
    button->setObjectName(QString::fromLatin1(name));
    setButtonRole(*button, role);
    return button;
}

QString refusalWords(CheckRefusal refusal)
{
    switch (refusal) {
    case CheckRefusal::inFuture:
        return AlertPane::tr("That lies in the future.");
    case CheckRefusal::notYetTold:
        return AlertPane::tr("This sign is new here. Choose “Show me what to do” now; once somebody has looked at it, "
                             "you can say so.");
    case CheckRefusal::beforeTold:
        return AlertPane::tr("That was before you told of this sign. It counts when somebody has looked at it since.");
    case CheckRefusal::sameDay:
        return AlertPane::tr("An emergency cannot be marked as checked on the same day. Call, if you have not.");
    case CheckRefusal::none:
        break;
    }
    return {};
}

bool isAtOnce(const RedFlag &flag) { return flag.kind == RedFlagKind::despair || flag.urgency == Urgency::emergency; }

} // namespace

AlertPane::AlertPane(Enquiry &enquiry, QWidget *parent)
    : QWidget{parent}, m_enquiry{enquiry}, m_layout{new QVBoxLayout{this}}
{
    setObjectName(QStringLiteral("alertPane"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::s);
    setVisible(false);
}

void AlertPane::refresh()
{
    const std::vector<const RedFlag *> waiting = m_enquiry.waiting();
    std::vector<const RedFlag *> answered = m_enquiry.answer().alerts;
    std::erase_if(answered,
                  [&waiting](const RedFlag *flag) { return std::ranges::find(waiting, flag) != waiting.end(); });
    const QStringList words = waiting.empty() ? QStringList{} : m_enquiry.wordsBehind(*waiting.front());
    if (waiting == m_waiting && answered == m_answered && words == m_words) {
        return;
    }
    m_waiting = waiting;
    m_answered = answered;
    m_words = words;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *card = item->widget()) {
            card->hide();
            card->deleteLater();
        }
        delete item;
    }
    setVisible(!waiting.empty() || !answered.empty());
    if (!waiting.empty()) {
        m_layout->addWidget(makeWaiting());
    } else if (!answered.empty()) {
        m_layout->addWidget(makeAnswered());
    }
    m_layout->addStretch();
    if (QWidget *card = m_layout->itemAt(0)->widget()) {
        card->setVisible(true); // now and not when the events come, so that its height is known
        QAccessibleEvent told{card, QAccessible::Alert};
        QAccessible::updateAccessibility(&told);
    }
    fit();
}

bool AlertPane::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return isDone;
}

void AlertPane::fit()
{
    // A scroll area gives what it holds no more room than it asks for.
    const int height = m_layout->totalHeightForWidth(width());
    if (height >= 0) {
        setMinimumHeight(height);
        Q_EMIT fitted(height);
    }
}

QString AlertPane::adviceOf(const std::vector<const RedFlag *> &flags) const
{
    QStringList sentences;
    for (const RedFlag *flag : flags) {
        for (const AdviceId &id : flag->advice) {
            if (const Advice *advice = m_enquiry.data()->loaded.rules.adviceOf(id)) {
                sentences << phrases::text(advice->text);
            }
        }
    }
    sentences.removeDuplicates();
    return sentences.join(QLatin1Char(' '));
}

QString AlertPane::understoodOf(const RedFlag &flag) const
{
    QStringList quoted;
    for (const QString &words : m_enquiry.wordsBehind(flag)) {
        quoted << tr("“%1”").arg(words);
    }
    return quoted.isEmpty() ? tr("Because of where it hurts, and what your profile says.")
                            : tr("You wrote: %1.").arg(phrases::list(quoted));
}

QWidget *AlertPane::makeWaiting()
{
    const RedFlag &flag = *m_waiting.front();
    const bool isDespair = flag.kind == RedFlagKind::despair;
    auto *card = new AlertFrame;
    card->setObjectName(QStringLiteral("alert"));
    const QString title = isDespair ? tr("You matter. Please talk to somebody now.") : phrases::urgency(flag.urgency);
    card->setAccessibleName(tr("Warning: %1").arg(title));
    QVBoxLayout &layout = card->content();
    layout.addWidget(makeLabel(title, TextStyle::section));
    if (!isDespair) {
        QLabel *understood = makeLabel(understoodOf(flag), TextStyle::body);
        understood->setObjectName(QStringLiteral("alertUnderstood"));
        layout.addWidget(understood);
    }
    layout.addWidget(makeLabel(phrases::text(flag.reason), TextStyle::body));
    if (isAtOnce(flag)) {
        QLabel *advice = makeLabel(adviceOf({&flag}), TextStyle::strong);
        advice->setObjectName(QStringLiteral("alertAdvice"));
        layout.addWidget(advice);
    }
    addAnswers(flag, layout);
    addOthers(layout);
    return card;
}

void AlertPane::addOthers(QVBoxLayout &layout)
{
    constexpr std::size_t mostNamed = 4;
    for (std::size_t at = 1; at < m_waiting.size() && at <= mostNamed; ++at) {
        layout.addWidget(makeLabel(tr("Also: %1").arg(phrases::text(m_waiting[at]->reason)), TextStyle::caption));
    }
    if (m_waiting.size() > mostNamed + 1) {
        const auto more = static_cast<int>(m_waiting.size() - mostNamed - 1);
        layout.addWidget(makeLabel(tr("And %n more.", nullptr, more), TextStyle::caption));
    }
}

void AlertPane::addAnswers(const RedFlag &flag, QVBoxLayout &layout)
{
    const bool isDespair = flag.kind == RedFlagKind::despair;
    QPushButton *show = answerButton(isAtOnce(flag) ? tr("I know what to do") : tr("Show me what to do"),
                                     isAtOnce(flag) ? ButtonRole::plain : ButtonRole::primary, "alertShow");
    QPushButton *notMeant = answerButton(tr("This is not what I meant"), ButtonRole::plain, "alertNotMeant");
    layout.addSpacing(space::xs);
    if (!isDespair) { // help stays in sight for as long as such words stand there
        layout.addWidget(show, 0, Qt::AlignLeading);
    }
    layout.addWidget(notMeant, 0, Qt::AlignLeading);
    connect(show, &QPushButton::clicked, &m_enquiry, &Enquiry::showAll);
    connect(notMeant, &QPushButton::clicked, this, [this, &flag] { m_enquiry.strike(flag); });
    if (isDespair) {
        return;
    }
    QPushButton *checked = answerButton(tr("A professional has checked this"), ButtonRole::plain, "alertChecked");
    layout.addWidget(checked, 0, Qt::AlignLeading);
    QWidget *check = makeCheck(flag);
    check->setVisible(false);
    layout.addWidget(check);
    connect(checked, &QPushButton::clicked, this, [check] { check->setVisible(true); });
}

QWidget *AlertPane::makeCheck(const RedFlag &flag)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    auto *who = new QLineEdit;
    who->setObjectName(QStringLiteral("checkedBy"));
    who->setTextMargins(space::s, 0, space::s, 0);
    who->setPlaceholderText(tr("Who? A doctor, a physiotherapist …"));
    who->setAccessibleName(tr("Who has checked it"));
    auto *when = new Chips{Chips::Choice::one, QStringLiteral("checkedWhen")};
    when->setAccessibleName(tr("When it was checked"));
    const std::array whenWords{tr("today"), tr("yesterday"), tr("a week ago"), tr("longer ago")};
    for (int at = 0; at < static_cast<int>(whenWords.size()); ++at) {
        when->add(at, whenWords[static_cast<std::size_t>(at)]);
    }
    when->choose(0);
    auto *until = new Chips{Chips::Choice::one, QStringLiteral("checkedFor")};
    until->setAccessibleName(tr("For how long that holds"));
    const std::array untilWords{tr("2 weeks"), tr("3 months"), tr("a year")};
    for (int at = 0; at < static_cast<int>(untilWords.size()); ++at) {
        until->add(at, untilWords[static_cast<std::size_t>(at)]);
    }
    until->choose(0);
    QLabel *refused = makeLabel({}, TextStyle::body);
    refused->setObjectName(QStringLiteral("checkRefused"));
    refused->setVisible(false);
    QPushButton *save = answerButton(tr("Save"), ButtonRole::primary, "checkedSave");
    save->setEnabled(false);
    connect(who, &QLineEdit::textChanged, save,
            [save](const QString &words) { save->setEnabled(!words.trimmed().isEmpty()); });
    layout->addWidget(who);
    layout->addWidget(makeLabel(tr("When?"), TextStyle::caption));
    layout->addWidget(when);
    layout->addWidget(makeLabel(tr("For how long does that hold?"), TextStyle::caption));
    layout->addWidget(until);
    layout->addWidget(save, 0, Qt::AlignLeading);
    layout->addWidget(refused);
    const auto chosen = [](const Chips &chips, int count) {
        for (int at = 0; at < count; ++at) {
            if (chips.chip(at)->isChecked()) {
                return static_cast<std::size_t>(at);
            }
        }
        return std::size_t{0};
    };
    connect(save, &QPushButton::clicked, this, [this, &flag, who, when, until, refused, chosen] {
        Instant checked = m_enquiry.now();
        checked.utc -= whenDays[chosen(*when, static_cast<int>(whenDays.size()))];
        const LocalDay last = dayOf(checked) + forDays[chosen(*until, static_cast<int>(forDays.size()))];
        const CheckRefusal refusal = m_enquiry.check(flag, who->text().trimmed().toStdString(), checked, last);
        if (refusal != CheckRefusal::none) { // else the card is gone
            refused->setText(refusalWords(refusal));
            refused->setVisible(true);
        }
    });
    return box;
}

QWidget *AlertPane::makeAnswered()
{
    const QString title = phrases::urgency(m_answered.front()->urgency);
    auto *card = new AlertFrame;
    card->setObjectName(QStringLiteral("alertTold"));
    card->setAccessibleName(tr("Warning: %1").arg(title));
    QVBoxLayout &layout = card->content();
    layout.addWidget(makeLabel(title, TextStyle::strong));
    layout.addWidget(makeLabel(phrases::text(m_answered.front()->reason), TextStyle::caption));
    // Of signs that are less urgent the advice would contradict: "today" is no appointment in the next days.
    std::vector<const RedFlag *> urgent = m_answered;
    std::erase_if(urgent, [this](const RedFlag *flag) { return flag->urgency != m_answered.front()->urgency; });
    QLabel *advice = makeLabel(adviceOf(urgent), TextStyle::body);
    advice->setObjectName(QStringLiteral("alertAdvice"));
    layout.addWidget(advice);
    return card;
}

} // namespace palpate::desktop
