// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/painlevel.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// The numbers 0 to 10 in a row, to be answered by typing one; what was said last may stand there as a ghost. One
/// painted widget with one place for the keyboard, because a check-in shows a dozen of them.
class LevelStrip : public QWidget {
    Q_OBJECT

public:
    /// What the numbers speak of: pain takes the colours of what the person feels, all else the one of the interface.
    enum class Hue { felt, other };

    /// `question` tells assistive technology what the numbers answer.
    LevelStrip(const QString &question, Hue hue, Theme theme, QWidget *parent = nullptr);

    void setQuestion(const QString &question);
    [[nodiscard]] std::optional<PainLevel> level() const { return m_level; }
    /// Hollow is what was not given for this moment: carried over, or what follows from "nothing today".
    void setLevel(std::optional<PainLevel> level, bool hollow = false);
    void setGhost(std::optional<PainLevel> ghost);
    void setTheme(Theme theme);

    /// As if the person had chosen it.
    void choose(PainLevel level);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Where a number stands.
    [[nodiscard]] QRectF cell(int level) const;

Q_SIGNALS:
    void chosen(palpate::PainLevel level);
    /// The person takes their answer back.
    void cleared();
    /// Up or Down, or a digit was typed: the keyboard is to go to the row before (-1) or after (1).
    void left(int rows);
    void focused(bool on);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::optional<PainLevel> levelAt(QPointF place) const;
    void paintCell(QPainter &painter, PainLevel level) const;
    void tellValue();

    Hue m_hue;
    Theme m_theme;
    std::optional<PainLevel> m_level;
    std::optional<PainLevel> m_ghost;
    std::optional<PainLevel> m_hovered;
    bool m_hollow = false;
};

/// Names strips and their values to assistive technology; to be called once.
void installLevelStripAccess();

} // namespace palpate::desktop
