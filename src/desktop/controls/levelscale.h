// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/painlevel.h"

class QButtonGroup;
class QKeyEvent;

namespace palpate::desktop {

/// Eleven buttons from 0 to 10 with the two anchors under them, which are always in sight.
class LevelScale : public QWidget {
    Q_OBJECT

public:
    /// The buttons are named PREFIX0 to PREFIX10; `question` tells assistive technology what the numbers answer.
    LevelScale(const QString &question, const QString &prefix, QWidget *parent = nullptr);

    void setLevel(std::optional<PainLevel> level);
    [[nodiscard]] std::optional<PainLevel> level() const;

    /// The level that a key gives, by the character typed, so that every layout and the number pad work: digits, and x
    /// or Ctrl+0 for 10.
    [[nodiscard]] static std::optional<PainLevel> levelOf(const QKeyEvent &event);

Q_SIGNALS:
    void chosen(palpate::PainLevel level);

private:
    QButtonGroup *m_buttons;
};

} // namespace palpate::desktop
