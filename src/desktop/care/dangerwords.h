// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include <QWidget>

#include "desktop/journalsession.h"
#include "referral/safety.h"

class QLineEdit;

namespace palpate::desktop {

class LookupSource;

/// "Is anything about this pain new or different?": danger signs in the answer are shown and stored at once. Words that
/// are taken away were not meant, and that is stored too, so that they hold back nothing.
class DangerWords : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive it.
    DangerWords(JournalSession &session, LookupSource &source, QWidget *parent = nullptr);

    /// What stands there now counts, also before the field is left.
    void read();
    /// The signs in the words that hold something back.
    [[nodiscard]] const std::vector<RedFlagId> &raised() const { return m_raised; }
    /// A professional has checked it: the words raise it no more.
    void settle(const RedFlagId &sign);
    /// A new check begins with an empty field; what was told stays told.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void strike();

    JournalSession &m_session;
    LookupSource &m_source;
    QLineEdit *m_words;
    QWidget *m_alarm;
    std::vector<RedFlagId> m_raised;
    std::set<RedFlagId> m_settled;
};

} // namespace palpate::desktop
