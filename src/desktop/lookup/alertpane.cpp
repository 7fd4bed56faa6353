// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/alertpane.h"

#include <algorithm>

#include <QAccessible>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/alertframe.h"
#include "desktop/controls/labels.h"
#include "desktop/lookup/checkedform.h"
#include "desktop/lookup/reasonphrases.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

QPushButton *answerButton(const QString &words, ButtonRole role, const char *name)
{
    auto *button = new QPushButton{words};
    button->setObjectName(QString::fromLatin1(name));
    setButtonRole(*button, role);
    return button;
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
    auto *form = new CheckedForm{m_enquiry.clock()};
    connect(form, &CheckedForm::told, this, [this, &flag, form](const ToldCheck &check) {
        form->refuse(m_enquiry.check(flag, check.by, check.at, check.until)); // where it is accepted the card is gone
    });
    return form;
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
