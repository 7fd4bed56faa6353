// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/checkedform.h"

#include <array>
#include <chrono>

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

using std::chrono::days;

/// When a professional looked at it, and for how long that holds.
constexpr std::array whenDays{days{0}, days{1}, days{7}, days{30}};
constexpr std::array forDays{days{14}, days{90}, days{365}};

QString refusalWords(CheckRefusal refusal)
{
    switch (refusal) {
    case CheckRefusal::inFuture:
        return CheckedForm::tr("That lies in the future.");
    case CheckRefusal::notYetTold:
        return CheckedForm::tr(
            "This sign is new here. Choose “Show me what to do” now; once somebody has looked at it, "
            "you can say so.");
    case CheckRefusal::beforeTold:
        return CheckedForm::tr(
            "That was before you told of this sign. It counts when somebody has looked at it since.");
    case CheckRefusal::sameDay:
        return CheckedForm::tr("An emergency cannot be marked as checked on the same day. Call, if you have not.");
    case CheckRefusal::none:
        break;
    }
    return {};
}

std::size_t chosenOf(const Chips &chips, std::size_t count)
{
    for (std::size_t at = 0; at < count; ++at) {
        if (chips.chip(static_cast<int>(at))->isChecked()) {
            return at;
        }
    }
    return 0;
}

template <std::size_t count>
Chips *makeChips(const QString &prefix, const QString &name, const std::array<QString, count> &words)
{
    auto *chips = new Chips{Chips::Choice::one, prefix};
    chips->setAccessibleName(name);
    for (std::size_t at = 0; at < count; ++at) {
        chips->add(static_cast<int>(at), words[at]);
    }
    chips->choose(0);
    return chips;
}

} // namespace

CheckedForm::CheckedForm(const Clock &clock, QWidget *parent)
    : QWidget{parent}, m_refused{makeLabel({}, TextStyle::body)}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    auto *who = new QLineEdit;
    who->setObjectName(QStringLiteral("checkedBy"));
    padField(*who);
    who->setPlaceholderText(tr("Who? A doctor, a physiotherapist …"));
    who->setAccessibleName(tr("Who has checked it"));
    Chips *when = makeChips(QStringLiteral("checkedWhen"), tr("When it was checked"),
                            std::array{tr("today"), tr("yesterday"), tr("a week ago"), tr("longer ago")});
    Chips *until = makeChips(QStringLiteral("checkedFor"), tr("For how long that holds"),
                             std::array{tr("2 weeks"), tr("3 months"), tr("a year")});
    m_refused->setObjectName(QStringLiteral("checkRefused"));
    m_refused->setVisible(false);
    auto *save = new QPushButton{tr("Save")};
    save->setObjectName(QStringLiteral("checkedSave"));
    setButtonRole(*save, ButtonRole::primary);
    save->setEnabled(false);
    layout->addWidget(who);
    layout->addWidget(makeLabel(tr("When?"), TextStyle::caption));
    layout->addWidget(when);
    layout->addWidget(makeLabel(tr("For how long does that hold?"), TextStyle::caption));
    layout->addWidget(until);
    layout->addWidget(save, 0, Qt::AlignLeading);
    layout->addWidget(m_refused);
    connect(who, &QLineEdit::textChanged, save,
            [save](const QString &words) { save->setEnabled(!words.trimmed().isEmpty()); });
    connect(save, &QPushButton::clicked, this, [this, &clock, who, when, until] {
        ToldCheck check{who->text().trimmed().toStdString(), clock.now(), {}};
        check.at.utc -= whenDays[chosenOf(*when, whenDays.size())];
        check.until = dayOf(check.at) + forDays[chosenOf(*until, forDays.size())];
        if (check.until < dayOf(clock.now())) {
            m_refused->setText(tr("That has run out already. Choose a longer time if it still holds."));
            m_refused->setVisible(true);
            return;
        }
        Q_EMIT told(check);
    });
}

void CheckedForm::refuse(CheckRefusal refusal)
{
    m_refused->setText(refusalWords(refusal));
    m_refused->setVisible(refusal != CheckRefusal::none);
}

} // namespace palpate::desktop
