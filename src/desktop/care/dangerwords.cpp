// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/dangerwords.h"

#include <algorithm>
#include <utility>

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "care/conditions.h"
#include "desktop/controls/alertframe.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/lookup/alarm.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/lookup/reasonphrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

DangerWords::DangerWords(JournalSession &session, LookupSource &source, QWidget *parent)
    : QWidget{parent}, m_session{session}, m_source{source}, m_words{new QLineEdit}, m_alarm{new QWidget}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    padField(*m_words);
    m_words->setObjectName(QStringLiteral("careWords"));
    m_words->setPlaceholderText(tr("Is anything about this pain new or different? Otherwise leave it empty."));
    m_words->setAccessibleName(m_words->placeholderText());
    layout->addWidget(m_words);
    auto *alarm = new QVBoxLayout{m_alarm};
    alarm->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_alarm);
    m_alarm->hide();
    connect(m_words, &QLineEdit::editingFinished, this, &DangerWords::read);
}

void DangerWords::read()
{
    if (m_source.data() == nullptr) {
        return;
    }
    const LoadedAll &loaded = m_source.data()->loaded;
    std::vector<const RedFlag *> flags;
    if (const QString words = m_words->text().trimmed(); !words.isEmpty()) {
        LookupInput input;
        input.text = words.toStdString();
        input.settled = m_settled;
        if (const auto profile = m_session.read().profile()) {
            input.conditions = conditionsOf(*profile, dayOf(m_session.now()));
        }
        flags = m_source.data()->lookup.answer(input).alerts;
        std::erase_if(flags, [](const RedFlag *flag) { return flag->urgency == Urgency::caution; });
    }
    std::vector<RedFlagId> raised;
    std::ranges::transform(flags, std::back_inserter(raised), &RedFlag::id);
    if (raised == m_raised) {
        return;
    }
    const std::vector<RedFlagId> before = std::exchange(m_raised, raised);
    Verb told;
    const auto tell = [this, &told, &loaded](const RedFlagId &id, AlertAnswer answer) {
        if (const RedFlag *flag = loaded.rules.redFlag(id)) {
            told.steps.emplace_back(Add{Alert{
                m_session.next<AlertId>(), m_session.now(), RuleId{id.text()}, flag->urgency, answer, {}, {}, {}}});
        }
    };
    const auto isIn = [](const std::vector<RedFlagId> &all, const RedFlagId &id) {
        return std::ranges::find(all, id) != all.end();
    };
    for (const RedFlagId &id : before) {
        if (!isIn(raised, id)) {
            tell(id, AlertAnswer::notMeant);
        }
    }
    for (const RedFlagId &id : raised) {
        if (!isIn(before, id)) {
            tell(id, AlertAnswer::shown);
        }
    }
    const QString heading = flags.empty() ? QString{} : phrases::urgency(flags.front()->urgency);
    if (AlertFrame *frame = showAlarm(*m_alarm, loaded.rules, flags, heading, QStringLiteral("careAlarm"))) {
        auto *away = new QPushButton{tr("This is not what I meant: strike the words")};
        away->setObjectName(QStringLiteral("careStrike"));
        frame->content().addWidget(away, 0, Qt::AlignLeading);
        connect(away, &QPushButton::clicked, this, &DangerWords::strike);
    }
    m_session.perform(told, tr("Danger signs in what was written"));
    Q_EMIT changed();
}

void DangerWords::strike()
{
    m_words->clear();
    read();
    m_words->setFocus(Qt::OtherFocusReason);
}

void DangerWords::settle(const RedFlagId &sign)
{
    std::erase(m_raised, sign);
    m_settled.insert(sign);
}

void DangerWords::forget()
{
    m_raised.clear();
    m_settled.clear();
    m_words->clear();
    clearLayout(*m_alarm->layout());
    m_alarm->hide();
}

} // namespace palpate::desktop
