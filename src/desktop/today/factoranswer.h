// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "desktop/theme/tokens.h"
#include "insight/checkinorder.h"

class QDoubleSpinBox;

namespace palpate::desktop {

class AnswerRow;
class Chips;

/// A factor of the check-in, answered on its scale: numbers, hours, how many, yes or no.
class FactorAnswer : public QWidget {
    Q_OBJECT

public:
    FactorAnswer(const AskedFactor &factor, Theme theme, QWidget *parent = nullptr);

    [[nodiscard]] const AskedFactor &factor() const { return m_factor; }
    [[nodiscard]] static QString nameOf(const AskedFactor &factor);
    /// Empty while there is none.
    void setValue(std::optional<double> value);
    void setTheme(Theme theme);
    /// What the keyboard speaks to.
    [[nodiscard]] QWidget &place() const;

Q_SIGNALS:
    void answered(double value);
    void cleared();
    void left(int rows);

private:
    void makeLevels(Theme theme);
    void makeNumber();
    void makeYesNo();

    AskedFactor m_factor;
    AnswerRow *m_levels = nullptr;
    QDoubleSpinBox *m_number = nullptr;
    Chips *m_yesNo = nullptr;
    std::optional<double> m_value;
};

} // namespace palpate::desktop
