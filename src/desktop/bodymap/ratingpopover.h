// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/painlevel.h"
#include "desktop/theme/tokens.h"
#include "record/pointkind.h"

class QButtonGroup;
class QLabel;
class QPushButton;

namespace palpate::desktop {

/// What the person has said of a point so far.
struct PointDraft {
    std::optional<PainLevel> soreness;
    PointKind kind = PointKind::unsure;

    friend bool operator==(const PointDraft &, const PointDraft &) = default;
};

/// A small card beside a spot of the map that asks how sore it is now, 0 to 10, and how it shows itself.
/// Digits rate (x or Ctrl+0 is 10), Enter saves, Esc drops, a click elsewhere saves what has a number.
class RatingPopover : public QWidget {
    Q_OBJECT

public:
    explicit RatingPopover(Theme theme, QWidget *parent);

    /// Asks about a spot of the parent. `existing` is what the journal holds when the point is known already.
    void ask(const QString &title, QPointF spot, std::optional<PointDraft> existing);
    /// Saves what has a number, drops what has none, and closes.
    void finish();
    void setTheme(Theme theme);

Q_SIGNALS:
    void saved(const palpate::desktop::PointDraft &draft);
    void dropped();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void close(bool save);
    void placeBeside(QPointF spot);
    void setSoreness(int level);
    [[nodiscard]] QWidget *makeScale();
    [[nodiscard]] QWidget *makeKinds();

    Theme m_theme;
    QLabel *m_title;
    QButtonGroup *m_scale;
    QButtonGroup *m_kinds;
    QPushButton *m_remove;
    QPushButton *m_save;
    PointDraft m_draft;
    bool m_isKnown = false;
    bool m_tailAtLeft = true;
    double m_tailY = 0;
};

} // namespace palpate::desktop
