// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/painlevel.h"
#include "desktop/theme/tokens.h"
#include "record/pointkind.h"

class QLabel;
class QPushButton;

namespace palpate::desktop {

class Chips;
class LevelScale;

/// What the person has said of a point so far.
struct PointDraft {
    std::optional<PainLevel> soreness;
    PointKind kind = PointKind::unsure;

    friend bool operator==(const PointDraft &, const PointDraft &) = default;
};

/// A small card beside a spot of the map that asks how sore it is now, 0 to 10, and how it shows itself.
/// Digits rate (x or Ctrl+0 is 10), Enter saves, Esc drops, a click elsewhere saves what has a number. Up and Down go
/// through the muscles under the spot.
class RatingPopover : public QWidget {
    Q_OBJECT

public:
    explicit RatingPopover(Theme theme, QWidget *parent);

    /// What lies under a spot, from near to far, by name; and which of it is meant.
    struct Depth {
        std::vector<QString> names;
        std::size_t chosen = 0;
    };

    /// Asks about a spot of the parent. `existing` is what the journal holds when the point is known already; then its
    /// depth is known too and there is one name.
    void ask(const Depth &depth, QPointF spot, std::optional<PointDraft> existing);
    /// Saves what has a number, drops what has none, and closes.
    void finish();
    void setTheme(Theme theme);

Q_SIGNALS:
    void saved(const palpate::desktop::PointDraft &draft);
    void dropped();
    void removeRequested();
    /// More is to be said of a known point than fits here.
    void moreRequested();
    /// Another of the muscles under the spot is meant.
    void depthChosen(std::size_t place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void close(bool save);
    void placeBeside(QPointF spot);
    void setSoreness(PainLevel level);
    void chooseDepth(std::size_t place);
    /// Sized for what it says now, beside its spot.
    void arrange();
    void openDepthMenu();

    Theme m_theme;
    QPushButton *m_title;
    LevelScale *m_scale;
    Chips *m_kinds;
    QLabel *m_pressedHint;
    QPushButton *m_remove;
    QPushButton *m_more;
    QPushButton *m_save;
    Depth m_depth;
    QPointF m_spot;
    PointDraft m_draft;
    bool m_isKnown = false;
    /// What points at the spot: from which edge of the card, and how far along it.
    struct Tail {
        enum class Edge { left, right, top, bottom };
        Edge edge = Edge::left;
        double along = 0;
    };
    Tail m_tail;
};

} // namespace palpate::desktop
