// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/care/musclefield.h"
#include "desktop/journalsession.h"
#include "record/plan.h"
#include "referral/knowledgebase.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace palpate::desktop {

class Chips;
class LookupSource;

/// Adds an item to a plan, or changes one: what, with what, how long, how often, and when to stop. What is typed stays
/// while it cannot be kept.
class PlanForm : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it.
    PlanForm(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
             QWidget *parent = nullptr);

    /// Where items are added.
    void setPlan(std::optional<PlanId> plan) { m_plan = plan; }
    void readNames();
    /// To be changed here; saving keeps its id.
    void edit(const PlanItem &item);
    void clear();
    /// The plan has these items now: one that is gone is not changed any more.
    void follow(std::span<const PlanItem> items);

private:
    void addWhat(QVBoxLayout &layout);
    void addHowOften(QVBoxLayout &layout);
    void save();
    void fillTools();
    [[nodiscard]] CareTechnique technique() const;
    [[nodiscard]] Tool tool() const;
    /// Why what is typed cannot be kept; empty where it can.
    [[nodiscard]] QString faultOf(const std::optional<MusclePlace> &place) const;

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    LookupSource &m_source;
    std::optional<PlanId> m_plan;
    std::optional<PlanItem> m_edited;
    QLabel *m_title = nullptr;
    MuscleField *m_muscle = nullptr;
    Chips *m_technique = nullptr;
    Chips *m_tool = nullptr;
    QSpinBox *m_seconds = nullptr;
    QLineEdit *m_words = nullptr;
    QSpinBox *m_times = nullptr;
    Chips *m_days = nullptr;
    QLineEdit *m_stopRule = nullptr;
    QLabel *m_said = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace palpate::desktop
