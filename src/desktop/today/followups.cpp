// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/followups.h"

#include <algorithm>

#include <QVBoxLayout>

#include "desktop/lookup/lookupsource.h"
#include "desktop/theme/tokens.h"
#include "desktop/today/followupcard.h"

namespace palpate::desktop {

namespace {

/// More at once would be a wall; the rest comes when this is answered.
constexpr std::size_t most = 1;

} // namespace

FollowUps::FollowUps(const anatomy::Atlas &atlas, JournalSession &session, LookupSource &source, Theme theme,
                     QWidget *parent)
    : QWidget{parent},
      m_atlas{atlas},
      m_session{session},
      m_source{source},
      m_theme{theme},
      m_layout{new QVBoxLayout{this}}
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::m);
    connect(&m_source, &LookupSource::ready, this, [this] {
        for (FollowUpCard *card : m_cards) {
            card->setData(m_source.data());
        }
    });
    hide();
}

void FollowUps::read()
{
    const std::vector<DueFollowUp> due = dueFollowUps(m_session.read(), m_session.now());
    const auto isDue = [&due](const FollowUpCard *card) {
        return std::ranges::any_of(due,
                                   [card](const DueFollowUp &one) { return one.followUp.id == card->followUp().id; });
    };
    for (FollowUpCard *card : std::vector{m_cards}) {
        if (!isDue(card) && !card->hasAdvice()) {
            drop(card);
        }
    }
    for (const DueFollowUp &one : due) {
        const bool isShown = std::ranges::any_of(
            m_cards, [&one](const FollowUpCard *card) { return card->followUp().id == one.followUp.id; });
        if (isShown || m_cards.size() >= most) {
            continue;
        }
        auto *card = new FollowUpCard{m_atlas, m_session, one, m_theme, this};
        m_cards.push_back(card);
        m_layout->addWidget(card);
        card->setVisible(true);
        m_source.begin();
        card->setData(m_source.data());
        connect(card, &FollowUpCard::closed, this, [this, card] {
            drop(card);
            read();
        });
    }
    setVisible(!m_cards.empty());
}

void FollowUps::drop(FollowUpCard *card)
{
    std::erase(m_cards, card);
    card->hide();
    card->deleteLater();
}

void FollowUps::setTheme(Theme theme)
{
    m_theme = theme;
    for (FollowUpCard *card : m_cards) {
        card->setTheme(theme);
    }
}

} // namespace palpate::desktop
