// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/charts/chart.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace palpate::desktop {

class ChartTableView;

/// A chart with its heading, what its marks mean, its numbers as a table when wished, and a file of it.
class ChartSection : public QWidget {
    Q_OBJECT

public:
    /// The chart is the widget, too; the section takes ownership. Objects in it are named after PREFIX.
    ChartSection(const QString &title, QWidget *widget, const Chart &chart, const QString &prefix);

    /// Stands beside the heading.
    void addTool(QWidget *tool);
    /// To be called when the chart shows something else.
    void renew();
    void showTable(bool on);
    void toggleTable();
    [[nodiscard]] const Chart &chart() const { return m_chart; }

Q_SIGNALS:
    void exportWished();

private:
    QWidget *m_widget;
    const Chart &m_chart;
    QHBoxLayout *m_heading;
    QLabel *m_notes;
    QPushButton *m_tableButton;
    ChartTableView *m_table;
};

} // namespace palpate::desktop
