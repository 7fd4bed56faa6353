// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "desktop/journalsession.h"
#include "record/checkin.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace palpate::desktop {

class Chips;

/// Which factors a check-in asks, three at most, and where one makes one's own.
class FactorChoice : public QWidget {
    Q_OBJECT

public:
    /// The session must outlive it.
    explicit FactorChoice(JournalSession &session, QWidget *parent = nullptr);

    /// All that the journal has.
    void setFactors(const std::vector<Factor> &factors);

private:
    void choose(int row, bool asked);
    void addOwn();

    JournalSession &m_session;
    std::vector<Factor> m_factors;
    std::vector<std::string> m_names; ///< of the chips
    Chips *m_chips;
    QLabel *m_full;
    QLineEdit *m_own;
    Chips *m_scale;
    QPushButton *m_add;
    int m_ownScale = 0;
};

} // namespace palpate::desktop
