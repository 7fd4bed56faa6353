// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/charttable.h"

#include <algorithm>

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include "desktop/charts/figure.h"

namespace palpate::desktop {

namespace {

constexpr int lineHeight = 32;
constexpr int mostRows = 10;
constexpr int inset = space::m;

constexpr int atStart = Qt::AlignLeft | Qt::AlignVCenter; // the painter mirrors it

class RowPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QPalette &palette = option.palette;
        if (chosen) {
            painter->fillRect(option.rect, palette.color(QPalette::Highlight));
        }
        painter->setPen(palette.color(QPalette::Mid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->setFont(chartFont(type::body));
        painter->setPen(palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        const QRect words = option.rect.adjusted(inset, 0, -inset, 0);
        painter->drawText(words, atStart,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

class Headings : public QHeaderView {
public:
    explicit Headings(QWidget *parent) : QHeaderView{Qt::Horizontal, parent} {}

    [[nodiscard]] QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), lineHeight}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Window));
        painter->setPen(palette().color(QPalette::Dark));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(chartFont(type::body, true));
        painter->setPen(palette().color(QPalette::WindowText));
        const QRect words = rect.adjusted(inset, 0, -inset, 0);
        painter->drawText(
            words, atStart,
            painter->fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(),
                                              Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

void ChartTableModel::setTable(ChartTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.headers.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) {
        return {};
    }
    return m_table.rows[static_cast<std::size_t>(index.row())].value(index.column());
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant{m_table.headers.value(section)}
                                                                    : QVariant{};
}

ChartTableView::ChartTableView(QWidget *parent) : QTableView{parent}
{
    setModel(&m_model);
    setHorizontalHeader(new Headings{this});
    setItemDelegate(new RowPainter{this});
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // measuring thousands of rows takes seconds
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    viewport()->setPalette(clear);
    viewport()->setAutoFillBackground(false);
}

void ChartTableView::setTable(ChartTable table)
{
    m_model.setTable(std::move(table));
    updateGeometry();
}

QSize ChartTableView::sizeHint() const { return {480, (std::clamp(m_model.rowCount(), 1, mostRows) + 1) * lineHeight}; }

} // namespace palpate::desktop
