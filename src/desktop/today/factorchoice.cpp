// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/factorchoice.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/factoranswer.h"
#include "insight/checkinorder.h"
#include "quickentry/quickentry.h"

namespace palpate::desktop {

FactorChoice::FactorChoice(JournalSession &session, QWidget *parent)
    : QWidget{parent},
      m_session{session},
      m_chips{new Chips{Chips::Choice::any, QStringLiteral("askFactor"), this}},
      m_full{makeLabel(tr("Three are enough; take one away to ask another."), TextStyle::caption, this)},
      m_own{new QLineEdit{this}},
      m_scale{new Chips{Chips::Choice::one, QStringLiteral("ownScale"), this}},
      m_add{new QPushButton{tr("Ask it"), this}}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, space::xs, 0, space::s);
    layout->setSpacing(space::s);
    m_chips->setAccessibleName(tr("What is asked here"));
    layout->addWidget(m_chips);
    layout->addWidget(m_full);
    layout->addSpacing(space::s);
    layout->addWidget(makeLabel(tr("Something of your own"), TextStyle::caption));
    m_own->setObjectName(QStringLiteral("ownFactor"));
    padField(*m_own);
    m_own->setAccessibleName(tr("Something of your own"));
    m_own->setPlaceholderText(tr("such as \"time in the car\""));
    layout->addWidget(m_own);
    m_scale->setAccessibleName(tr("How it is answered"));
    m_scale->add(static_cast<int>(Scale::zeroToTen), tr("0 to 10"));
    m_scale->add(static_cast<int>(Scale::hours), tr("hours"));
    m_scale->add(static_cast<int>(Scale::count), tr("how many"));
    m_scale->add(static_cast<int>(Scale::yesNo), tr("yes or no"));
    m_scale->choose(0);
    layout->addWidget(m_scale);
    m_add->setObjectName(QStringLiteral("addFactor"));
    layout->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_chips, &Chips::toggled, this, &FactorChoice::choose);
    connect(m_scale, &Chips::toggled, this, [this](int id) { m_ownScale = id; });
    connect(m_add, &QPushButton::clicked, this, &FactorChoice::addOwn);
    connect(m_own, &QLineEdit::textChanged, this,
            [this](const QString &words) { m_add->setEnabled(!words.trimmed().isEmpty()); });
    m_add->setEnabled(false);
}

void FactorChoice::setFactors(const std::vector<Factor> &factors)
{
    m_factors = factors;
    const std::vector<AskedFactor> asked = askedFactors(factors);
    std::vector<std::string> names;
    for (const Factor &factor : factors) {
        names.push_back(factor.name);
    }
    for (const CommonFactor &common : commonFactors) {
        if (std::ranges::find(names, common.name) == names.end()) {
            names.emplace_back(common.name);
        }
    }
    if (names != m_names) {
        m_names = names;
        m_chips->clear();
        for (std::size_t at = 0; at < names.size(); ++at) {
            m_chips->add(static_cast<int>(at), FactorAnswer::nameOf({std::nullopt, names[at], Scale::zeroToTen}));
        }
    }
    for (std::size_t at = 0; at < names.size(); ++at) {
        const bool on = std::ranges::find(asked, names[at], &AskedFactor::name) != asked.end();
        m_chips->setChecked(static_cast<int>(at), on);
        m_chips->chip(static_cast<int>(at))->setEnabled(on || asked.size() < mostPinnedFactors);
    }
    m_full->setVisible(asked.size() >= mostPinnedFactors);
}

void FactorChoice::choose(int row, bool asked)
{
    const std::string &name = m_names[static_cast<std::size_t>(row)];
    const QString words = FactorAnswer::nameOf({std::nullopt, name, Scale::zeroToTen});
    const QString step = asked ? tr("Ask for %1").arg(words) : tr("Ask no more for %1").arg(words);
    const auto known = std::ranges::find(m_factors, name, &Factor::name);
    if (known != m_factors.end()) {
        Factor edited = *known;
        edited.pinned = asked;
        m_session.perform(change(edited), step);
        return;
    }
    const auto *common = std::ranges::find_if(commonFactors, [&](const CommonFactor &one) { return name == one.name; });
    m_session.perform(add(Factor{m_session.next<FactorId>(), name, common->scale, asked}), step);
}

void FactorChoice::addOwn()
{
    const std::string name = m_own->text().trimmed().toStdString();
    if (name.empty()) {
        return;
    }
    const auto known = std::ranges::find(m_names, name);
    if (known != m_names.end()) { // it is there already, under its chip
        m_own->clear();
        choose(static_cast<int>(known - m_names.begin()), true);
        return;
    }
    const bool room = askedFactors(m_factors).size() < mostPinnedFactors;
    m_own->clear();
    m_session.perform(add(Factor{m_session.next<FactorId>(), name, static_cast<Scale>(m_ownScale), room}),
                      tr("Ask for %1").arg(QString::fromStdString(name)));
}

} // namespace palpate::desktop
