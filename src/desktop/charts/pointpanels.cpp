// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/pointpanels.h"

#include <algorithm>

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/charts/chartwords.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int leastWidth = 264;
constexpr int gap = space::l;

int columnsIn(int width) { return std::clamp((width + gap) / (leastWidth + gap), 1, 4); }

} // namespace

PointPanels::PointPanels(Theme theme, QWidget *parent)
    : QWidget{parent}, m_theme{theme}, m_grid{new QGridLayout}, m_more{new QPushButton}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_grid->setHorizontalSpacing(gap);
    m_grid->setVerticalSpacing(space::s);
    layout->addLayout(m_grid);
    m_more->setObjectName(QStringLiteral("morePoints"));
    setButtonRole(*m_more, ButtonRole::quiet);
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = true;
        showPanels();
    });
}

void PointPanels::setData(std::vector<PointChartData> points)
{
    m_points = std::move(points);
    showPanels();
}

PointChart *PointPanels::makePanel()
{
    auto *panel = new PointChart{m_theme, PointChart::Size::compact, this};
    const auto number = static_cast<int>(m_panels.size());
    panel->setObjectName(QStringLiteral("panel%1").arg(number));
    connect(panel, &ChartWidget::openWished, this, [this, number] { Q_EMIT chosen(number); });
    connect(panel, &ChartWidget::tableWished, this, &PointPanels::tableWished);
    connect(panel, &ChartWidget::exportWished, this, &PointPanels::exportWished);
    return panel;
}

void PointPanels::showPanels()
{
    const std::size_t shown = m_all ? m_points.size() : std::min(m_points.size(), firstShown);
    while (m_panels.size() > shown) {
        delete m_panels.back();
        m_panels.pop_back();
    }
    while (m_panels.size() < shown) {
        m_panels.push_back(makePanel());
        m_columns = 0;
    }
    for (std::size_t at = 0; at < shown; ++at) {
        m_panels[at]->setData(m_points[at]);
    }
    m_more->setVisible(shown < m_points.size());
    m_more->setText(tr("%n more", nullptr, static_cast<int>(m_points.size() - shown)));
    arrange();
}

void PointPanels::arrange()
{
    const int columns = columnsIn(width());
    if (columns == m_columns) {
        return;
    }
    for (int column = 0; column < m_grid->columnCount(); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    for (int at = 0; at < static_cast<int>(m_panels.size()); ++at) {
        m_grid->addWidget(m_panels[static_cast<std::size_t>(at)], at / columns, at % columns);
    }
    for (int column = 0; column < columns; ++column) {
        m_grid->setColumnStretch(column, 1);
    }
    m_columns = columns;
}

/// After the layout that is at work now: it would not hear of the new height.
void PointPanels::resizeEvent(QResizeEvent * /*event*/)
{
    if (columnsIn(width()) != m_columns) {
        QMetaObject::invokeMethod(this, &PointPanels::arrange, Qt::QueuedConnection);
    }
}

void PointPanels::setTheme(Theme theme)
{
    m_theme = theme;
    for (PointChart *panel : m_panels) {
        panel->setTheme(theme);
    }
}

QString PointPanels::title() const
{
    return m_points.empty()
               ? tr("All open points")
               : tr("All open points: %1, %2")
                     .arg(chartwords::asked(m_points.front().asked), chartwords::range(m_points.front().range));
}

QStringList PointPanels::notes() const
{
    QStringList notes{tr("In order of the median of these days, the highest first. Enter or a double click shows a "
                         "point large.")};
    bool flags = false;
    bool flares = false;
    for (const PointChart *panel : m_panels) {
        flags = flags || !panel->figure().after.empty();
        flares = flares || !panel->figure().flares.empty();
        for (const QString &note : panel->notesOfNumbers()) {
            if (!notes.contains(note)) {
                notes << note;
            }
        }
    }
    if (flags) {
        notes << tr("Flags: treatments of that point, with the 72 hours after each shaded.");
    }
    if (flares) {
        notes << tr("Bars on top: flares.");
    }
    return notes;
}

ChartTable PointPanels::table() const
{
    // One kind of rows for all.
    const bool medians = std::ranges::any_of(m_panels, &PointChart::showsMedians);
    ChartTable table;
    for (const PointChart *panel : m_panels) {
        ChartTable one = panel->tableOf(medians);
        table.headers = QStringList{tr("Point")} + one.headers;
        for (QStringList &row : one.rows) {
            row.prepend(panel->data().name);
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

int PointPanels::heightFor(int width) const
{
    const int columns = columnsIn(width);
    const int rows = (static_cast<int>(m_panels.size()) + columns - 1) / columns;
    return m_panels.empty() ? 0 : rows * (m_panels.front()->heightFor(width) + gap) - gap;
}

void PointPanels::draw(FigureSheet &sheet, const QRect &place, const ChartColours &colours) const
{
    const int columns = columnsIn(place.width());
    const int width = (place.width() + gap) / columns - gap;
    for (int at = 0; at < static_cast<int>(m_panels.size()); ++at) {
        const PointChart &panel = *m_panels[static_cast<std::size_t>(at)];
        const int height = panel.heightFor(width);
        const QPoint corner{(at % columns) * (width + gap), (at / columns) * (height + gap)};
        panel.draw(sheet, QRect{place.topLeft() + corner, QSize{width, height}}, colours);
    }
}

} // namespace palpate::desktop
