// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "desktop/controls/levelstrip.h"
#include "record/pointkind.h"

class QLabel;

namespace palpate::desktop {

/// A row of the check-in: what is asked at the start, with what was said last in small, the numbers at the end. Where
/// there is no room beside each other, the numbers stand below.
class AnswerRow : public QWidget {
    Q_OBJECT

public:
    enum class Shape { beside, stacked };

    AnswerRow(LevelStrip::Hue hue, Shape shape, Theme theme, QWidget *parent = nullptr);

    /// `question` is the whole of what is asked, for those who hear it.
    void setWords(const QString &title, const QString &subtitle, const QString &question);
    /// The marker of a point before its name.
    void setMarker(std::optional<PointKind> kind, std::optional<PainLevel> level);
    void setTheme(Theme theme);

    [[nodiscard]] LevelStrip &strip() { return *m_strip; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    QLabel *m_title;
    QLabel *m_subtitle;
    LevelStrip *m_strip;
    std::optional<PointKind> m_kind;
    std::optional<PainLevel> m_level;
};

} // namespace palpate::desktop
