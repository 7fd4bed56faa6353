// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTableView>

#include "desktop/charts/chart.h"

namespace palpate::desktop {

/// A chart's numbers as rows and columns of words.
class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(ChartTable table);
    [[nodiscard]] const ChartTable &table() const { return m_table; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartTable m_table;
};

/// Such a table in the program's own look: rows of 32 with a line between them, the chosen row marked.
class ChartTableView : public QTableView {
    Q_OBJECT

public:
    explicit ChartTableView(QWidget *parent = nullptr);

    void setTable(ChartTable table);
    /// As tall as its rows, but not taller than ten of them.
    [[nodiscard]] QSize sizeHint() const override;

private:
    ChartTableModel m_model;
};

} // namespace palpate::desktop
