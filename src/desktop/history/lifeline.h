// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "desktop/theme/tokens.h"
#include "record/triggerpoint.h"

namespace palpate::desktop {

/// A stage of a point's life with its day, in words.
struct LifeStep {
    std::optional<LifeStage> stage; ///< empty for a first mark of which it is not known how it showed itself
    QString words;
    QString day;
};

/// From the mark to now.
[[nodiscard]] std::vector<LifeStep> lifeOf(const TriggerPoint &point);

/// The life of a point as a line: a mark a stage with its words and day, the line dashed while the point is quiet. Its
/// last stages, where there are more than the width has room for.
class LifeLine : public QWidget {
    Q_OBJECT

public:
    explicit LifeLine(Theme theme, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    void setPoint(const TriggerPoint &point);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    std::vector<LifeStep> m_steps;
};

} // namespace palpate::desktop
