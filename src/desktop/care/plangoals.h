// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/journalsession.h"
#include "record/plan.h"

class QLineEdit;
class QVBoxLayout;

namespace palpate::desktop {

class Chips;

/// What a plan is for: goals in the person's own words, by when, and which are reached.
class PlanGoals : public QWidget {
    Q_OBJECT

public:
    /// The session must outlive it.
    explicit PlanGoals(JournalSession &session, QWidget *parent = nullptr);

    void show(const Plan &plan);

private:
    void addRow(std::size_t at);
    void addGoal();
    /// Whether the journal took it; where not, all is shown as it was.
    bool keep(const Plan &plan, const QString &words);

    JournalSession &m_session;
    Plan m_plan;
    QVBoxLayout *m_rows;
    QLineEdit *m_words;
    Chips *m_by;
};

/// The chips that say by when, and the day that the chosen one means; nothing for "no date".
[[nodiscard]] Chips *makeGoalDates(const char *name);
[[nodiscard]] std::optional<LocalDay> goalDate(const Chips &dates, LocalDay today);

} // namespace palpate::desktop
