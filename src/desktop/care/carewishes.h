// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "care/sessionplan.h"
#include "desktop/shell/settings.h"
#include "record/measure.h"

class QGridLayout;
class QVBoxLayout;

namespace palpate::desktop {

class Chips;

/// What a session is to be like: how much time, where, what is at hand; behind a heading how to press, a pack, what to
/// measure, and sounds.
class CareWishes : public QWidget {
    Q_OBJECT

public:
    explicit CareWishes(QWidget *parent = nullptr);

    [[nodiscard]] const SessionWishes &wishes() const { return m_wishes; }
    /// What is measured before and after; nothing unless it was asked for.
    [[nodiscard]] std::optional<MovementTest> movement() const { return m_movement; }

Q_SIGNALS:
    void changed();
    /// To be heard once.
    void loudnessChosen(palpate::desktop::Loudness loudness);

private:
    void addTime(QGridLayout &lines);
    void addPlace(QGridLayout &lines);
    void addTools(QGridLayout &lines);
    /// The title beside the chips.
    Chips *addLine(QGridLayout &lines, const QString &title, const QString &question, const char *name);
    [[nodiscard]] QWidget *makeMore();
    void addSounds(QVBoxLayout &layout);
    Chips *addChoice(QVBoxLayout &layout, const QString &title, const char *name);

    SessionWishes m_wishes;
    std::optional<MovementTest> m_movement;
};

} // namespace palpate::desktop
