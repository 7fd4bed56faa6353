// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/charts/pointchart.h"

class QGridLayout;
class QPushButton;

namespace palpate::desktop {

/// Small charts of many points over the same days and the same scale. The first twelve, the others when asked for.
class PointPanels : public QWidget, public Chart {
    Q_OBJECT

public:
    static constexpr std::size_t firstShown = 12;

    explicit PointPanels(Theme theme, QWidget *parent = nullptr);

    /// In the order in which they are shown; all of one question and one range.
    void setData(std::vector<PointChartData> points);
    void setTheme(Theme theme);
    [[nodiscard]] const std::vector<PointChart *> &panels() const { return m_panels; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList notes() const override;
    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] int heightFor(int width) const override;
    void draw(FigureSheet &sheet, const QRect &place, const ChartColours &colours) const override;

Q_SIGNALS:
    /// Enter or a double click on the panel of this number.
    void chosen(int panel);
    void tableWished();
    void exportWished();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPanels();
    void arrange();
    [[nodiscard]] PointChart *makePanel();

    Theme m_theme;
    std::vector<PointChartData> m_points;
    std::vector<PointChart *> m_panels;
    QGridLayout *m_grid;
    QPushButton *m_more;
    bool m_all = false;
    int m_columns = 0;
};

} // namespace palpate::desktop
