// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// What is read across a room: a word, digits as high as 40 mm or 38 % of the window, what is left as a bar, and
/// the sign of what just changed. Work is told from rest by the word, by a filled bar and by a thick frame, never by
/// colour alone.
class TimerFace : public QWidget {
    Q_OBJECT

public:
    explicit TimerFace(Theme theme, QWidget *parent = nullptr);

    struct Content {
        QString word;
        QString digits;
        /// A sentence that stands in the place of word and digits while nothing is counted.
        QString sentence;
        double leftShare = 0; ///< of the beat, 0 to 1
        bool isWork = false;
        /// The signal that was just given, in words; empty once it has been seen.
        QString sign;

        friend bool operator==(const Content &, const Content &) = default;
    };
    void show(const Content &content);
    [[nodiscard]] const Content &content() const { return m_content; }
    /// The height of the digits in logical pixels.
    [[nodiscard]] double digitHeight() const;
    void setTheme(Theme theme);

    [[nodiscard]] QSize sizeHint() const override { return {720, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintSign(QPainter &painter, const QRectF &place) const;

    Theme m_theme;
    Content m_content;
};

} // namespace palpate::desktop
