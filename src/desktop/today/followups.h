// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"
#include "desktop/theme/tokens.h"

class QVBoxLayout;

namespace palpate::desktop {

class FollowUpCard;
class LookupSource;

/// The follow-ups that are due, a card each; hidden while there is none.
class FollowUps : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it. The source is asked to begin when the first card is shown: it has the danger signs.
    FollowUps(const anatomy::Atlas &atlas, JournalSession &session, LookupSource &source, Theme theme,
              QWidget *parent = nullptr);

    /// What is due now. Cards stay as they are while they are due, or have advice to be read.
    void read();
    void setTheme(Theme theme);

private:
    void drop(FollowUpCard *card);

    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    LookupSource &m_source;
    Theme m_theme;
    QVBoxLayout *m_layout;
    std::vector<FollowUpCard *> m_cards;
};

} // namespace palpate::desktop
