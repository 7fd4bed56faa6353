// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "anatomy/atlas.h"
#include "desktop/theme/tokens.h"
#include "desktop/today/checkinrun.h"
#include "record/pointoverview.h"

class QPushButton;
class QVBoxLayout;

namespace palpate::desktop {

class AnswerRow;
class LevelStrip;

/// The points of a check-in, one a row: the first eight, the rest behind "more". Rows keep their place while one
/// answers.
class PointRows : public QWidget {
    Q_OBJECT

public:
    /// Atlas and run must outlive it.
    PointRows(const anatomy::Atlas &atlas, CheckInRun &run, Theme theme, QWidget *parent = nullptr);

    /// Each with the last number before this run. `today` is the day that "yesterday" is seen from.
    void setPoints(std::vector<PointOverview> points, LocalDay today);
    [[nodiscard]] const std::vector<PointOverview> &points() const { return m_points; }
    /// What the run has for them.
    void refresh();
    void setGhosts(bool shown);
    void setTheme(Theme theme);

    /// Of the rows in view, in order.
    [[nodiscard]] std::vector<LevelStrip *> strips() const;
    [[nodiscard]] QString nameOf(const PointOverview &point) const;

Q_SIGNALS:
    /// The keyboard is to go on from a row.
    void left(palpate::desktop::LevelStrip *strip, int rows);
    void openRequested(palpate::PointId point);

private:
    [[nodiscard]] AnswerRow *addRow();
    [[nodiscard]] std::size_t shown() const;
    [[nodiscard]] QString lastWords(const PointOverview &point) const;
    void showRow(std::size_t row);

    const anatomy::Atlas &m_atlas;
    CheckInRun &m_run;
    Theme m_theme;
    std::vector<PointOverview> m_points;
    LocalDay m_today;
    std::vector<AnswerRow *> m_rows;
    QVBoxLayout *m_layout;
    QPushButton *m_more;
    bool m_all = false;
    bool m_ghosts = true;
};

} // namespace palpate::desktop
