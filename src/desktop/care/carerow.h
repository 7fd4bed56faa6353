// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "anatomy/atlas.h"
#include "care/careoptions.h"
#include "desktop/lookup/checkedform.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace palpate::desktop {

class Chips;

/// What the person has said of a row so far.
struct CareRowState {
    bool isChosen = false;
    QString reason; ///< why a rule of rest is set aside
    std::optional<Tool> reach;
};

/// A point that may be worked on: whether it is chosen, what is suggested, and every reason against more.
class CareRow : public QWidget {
    Q_OBJECT

public:
    /// Clock and knowledge must outlive the row.
    CareRow(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, const CareOption &option,
            std::chrono::seconds length, const Clock &clock, const CareRowState &state, Theme theme,
            QWidget *parent = nullptr);

    [[nodiscard]] PointId point() const { return m_point; }
    [[nodiscard]] QCheckBox &choice() { return *m_choice; }

    /// Why the check that was told last is not accepted.
    void refuse(CheckRefusal refusal);

Q_SIGNALS:
    void chosen(bool on);
    /// With what it is pressed because fingers do not reach it; Tool::fingers where they do.
    void reachTold(palpate::Tool tool);
    /// The one who helps is to see where.
    void helperWished();
    /// The row is pointed at or has the keyboard.
    void looked();
    /// Whether it is still sore from last time.
    void sorenessTold(bool isSore);
    /// Why a rule of rest is set aside; empty where it is not.
    void reasonGiven(const QString &reason);
    /// A professional has checked what is ruled out by this.
    void checked(const palpate::Restriction &restriction, const palpate::desktop::ToldCheck &check);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;

private:
    void addCare(QVBoxLayout &layout, const CareOption &option, std::chrono::seconds length,
                 const std::optional<Tool> &reach);
    void addReach(QVBoxLayout &layout, const CareOption &option, const std::optional<Tool> &reach);
    void addRules(QVBoxLayout &layout, const CareOption &option, const QString &reason);
    void addRestrictions(QVBoxLayout &layout, const CareOption &option);
    void addCheck(QVBoxLayout &layout, const Restriction &restriction);

    void addSources(QVBoxLayout &layout, std::span<const Citation> sources);

    const KnowledgeBase &m_knowledge;
    const Clock &m_clock;

    Theme m_theme;
    PointId m_point;
    QCheckBox *m_choice;
    CheckedForm *m_form = nullptr; ///< that was sent last
};

} // namespace palpate::desktop
