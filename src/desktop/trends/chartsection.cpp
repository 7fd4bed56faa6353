// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/trends/chartsection.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/charts/charttable.h"
#include "desktop/controls/labels.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

ChartSection::ChartSection(const QString &title, QWidget *widget, const Chart &chart, const QString &prefix)
    : m_widget{widget},
      m_chart{chart},
      m_heading{new QHBoxLayout},
      m_notes{makeLabel({}, TextStyle::caption)},
      m_tableButton{new QPushButton{tr("Table")}},
      m_table{new ChartTableView}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    QLabel *heading = makeLabel(title, TextStyle::section);
    heading->setWordWrap(false);
    m_heading->setSpacing(space::s);
    m_heading->addWidget(heading);
    m_heading->addStretch();
    m_tableButton->setObjectName(prefix + QStringLiteral("Table"));
    m_tableButton->setCheckable(true);
    m_tableButton->setToolTip(tr("The same numbers in words (T)"));
    auto *save = new QPushButton{tr("Save as …")};
    save->setObjectName(prefix + QStringLiteral("Export"));
    save->setToolTip(tr("As a file to print or to pass on (E)"));
    setButtonRole(*m_tableButton, ButtonRole::segment);
    setButtonRole(*save, ButtonRole::quiet);
    m_heading->addWidget(m_tableButton);
    m_heading->addWidget(save);
    layout->addLayout(m_heading);
    layout->addWidget(widget);
    m_notes->setContentsMargins(space::s, 0, space::s, 0);
    layout->addWidget(m_notes);
    m_table->setObjectName(prefix + QStringLiteral("Numbers"));
    m_table->hide();
    layout->addWidget(m_table);
    connect(m_tableButton, &QPushButton::toggled, this, &ChartSection::showTable);
    connect(save, &QPushButton::clicked, this, &ChartSection::exportWished);
}

void ChartSection::addTool(QWidget *tool) { m_heading->insertWidget(1, tool); }

void ChartSection::renew()
{
    m_notes->setText(m_chart.notes().join(QLatin1Char(' ')));
    m_notes->setVisible(!m_notes->text().isEmpty());
    if (m_tableButton->isChecked()) {
        m_table->setTable(m_chart.table());
    }
}

void ChartSection::showTable(bool on)
{
    m_tableButton->setChecked(on);
    if (on) {
        m_table->setTable(m_chart.table());
        m_table->setAccessibleName(m_chart.title());
    }
    m_table->setVisible(on);
}

void ChartSection::toggleTable() { showTable(!m_tableButton->isChecked()); }

} // namespace palpate::desktop
