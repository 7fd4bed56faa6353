// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "anatomy/atlas.h"
#include "care/careoptions.h"
#include "desktop/lookup/checkedform.h"
#include "desktop/theme/tokens.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace palpate::desktop {

class Chips;

/// A point that may be worked on: whether it is chosen, what is suggested, and every reason against more.
class CareRow : public QWidget {
    Q_OBJECT

public:
    /// The clock must outlive the row.
    CareRow(const anatomy::Atlas &atlas, const CareOption &option, std::chrono::seconds length, const Clock &clock,
            bool isChosen, const QString &reason, Theme theme, QWidget *parent = nullptr);

    [[nodiscard]] PointId point() const { return m_point; }
    [[nodiscard]] QCheckBox &choice() { return *m_choice; }

    /// Why the check that was told last is not accepted.
    void refuse(CheckRefusal refusal);

Q_SIGNALS:
    void chosen(bool on);
    /// Whether it is still sore from last time.
    void sorenessTold(bool isSore);
    /// Why a rule of rest is set aside; empty where it is not.
    void reasonGiven(const QString &reason);
    /// A professional has checked what is ruled out by this.
    void checked(const palpate::Restriction &restriction, const palpate::desktop::ToldCheck &check);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addRules(QVBoxLayout &layout, const CareOption &option, const QString &reason);
    void addRestrictions(QVBoxLayout &layout, const CareOption &option);
    void addCheck(QVBoxLayout &layout, const Restriction &restriction);

    const Clock &m_clock;

    Theme m_theme;
    PointId m_point;
    QCheckBox *m_choice;
    CheckedForm *m_form = nullptr; ///< that was sent last
};

} // namespace palpate::desktop
