// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/trends/trendspage.h"

#include <algorithm>
#include <array>

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>

#include "desktop/charts/chartwords.h"
#include "desktop/charts/pointpanels.h"
#include "desktop/controls/chips.h"
#include "desktop/journalsession.h"
#include "desktop/phrases.h"
#include "desktop/shell/actions.h"
#include "desktop/shell/settings.h"
#include "desktop/trends/chartsection.h"

namespace palpate::desktop {

TrendsPage::TrendsPage(const anatomy::Atlas &atlas, JournalSession &session, Actions &actions, Theme theme)
    : m_atlas{atlas},
      m_session{session},
      m_theme{theme},
      m_ask{askForTarget},
      m_length{Settings{}.get(setting::trendsLength)},
      m_asked{Settings{}.get(setting::trendsAsked)},
      m_figure{Settings{}.get(setting::trendsMean) ? DayFigure::mean : DayFigure::worst}
{
    setObjectName(QStringLiteral("trendsPage"));
    m_today = dayOf(session.now());
    m_range = rangeUpTo(m_today, m_length, m_today);
    compose();
    addActions(actions);
    connect(&session, &JournalSession::changed, this, [this] {
        m_outdated = true;
        renewIfShown();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget * /*before*/, QWidget *now) {
        for (ChartSection *section : m_sections) {
            if (now != nullptr && section->isAncestorOf(now)) {
                m_last = section;
            }
        }
    });
}

void TrendsPage::addActions(Actions &actions)
{
    const auto add = [&](const char *id, const QString &words, const QKeySequence &key, auto run) {
        actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::trends, {key}, Icon::none}, run);
    };
    add("trendsTable", tr("Show the chart's numbers as a table"), QKeySequence{Qt::Key_T},
        [this] { current().toggleTable(); });
    add("trendsExport", tr("Save the chart as a file"), QKeySequence{Qt::Key_E},
        [this] { exportChart(current().chart()); });
    add("trendsEarlier", tr("Earlier days"), QKeySequence{Qt::ALT | Qt::Key_Left}, [this] { page(false); });
    add("trendsLater", tr("Later days"), QKeySequence{Qt::ALT | Qt::Key_Right}, [this] { page(true); });
}

void TrendsPage::setTheme(Theme theme)
{
    m_theme = theme;
    m_pointChart->setTheme(theme);
    m_panels->setTheme(theme);
    m_days->setTheme(theme);
    m_calendar->setTheme(theme);
}

void TrendsPage::setRange(RangeLength length)
{
    m_length = length;
    Settings{}.set(setting::trendsLength, length);
    m_range = rangeUpTo(m_today, length, m_first);
    m_outdated = true;
    renewIfShown();
}

void TrendsPage::setAsked(Asked asked)
{
    m_asked = asked;
    Settings{}.set(setting::trendsAsked, asked);
    m_outdated = true;
    renewIfShown();
}

void TrendsPage::page(bool forward)
{
    if (m_length == RangeLength::all || (forward ? m_range.to >= m_today : m_range.from <= m_first)) {
        return;
    }
    m_range = forward ? later(m_range, m_today) : earlier(m_range);
    m_outdated = true;
    renewIfShown();
}

void TrendsPage::showPoint(PointId point)
{
    m_point = point;
    if (!m_outdated) {
        fillPoint();
    }
}

void TrendsPage::choosePoint()
{
    QMenu menu{this};
    menu.setObjectName(QStringLiteral("trendsPoints"));
    for (const PointTrend &point : m_data.points) {
        QAction *action = menu.addAction(point.chart.name);
        connect(action, &QAction::triggered, this, [this, id = point.id] { showPoint(id); });
    }
    menu.exec(m_pointButton->mapToGlobal(QPoint{0, m_pointButton->height()}));
}

void TrendsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    renewIfShown();
}

void TrendsPage::renewIfShown()
{
    if (!m_outdated || !isVisible()) {
        return;
    }
    try {
        read();
        fill();
        m_outdated = false;
    } catch (const JournalError &error) {
        Q_EMIT failed(phrases::error(error));
    }
}

void TrendsPage::read()
{
    const LocalDay today = dayOf(m_session.now());
    const bool atEnd = m_range.to == m_today;
    m_today = today;
    const auto first = firstDayOf(m_session.read());
    m_first = first.value_or(today);
    if (m_length == RangeLength::all || atEnd) { // the last days move on with the calendar
        m_range = rangeUpTo(today, m_length, m_first);
    }
    m_header->setVisible(first.has_value());
    m_paging->setVisible(first.has_value());
    m_scroll->setVisible(first.has_value());
    m_empty->setVisible(!first.has_value());
    m_data = first ? readTrends(m_session.read(), m_atlas, {m_asked, m_range, m_session.now()}) : TrendsData{};
}

void TrendsPage::fill()
{
    m_rangeWords->setText(chartwords::range(m_range));
    m_earlier->setEnabled(m_length != RangeLength::all && m_range.from > m_first);
    m_later->setEnabled(m_length != RangeLength::all && m_range.to < m_today);
    m_lengths->choose(static_cast<int>(m_length));
    m_questions->choose(static_cast<int>(m_asked));
    m_figures->choose(static_cast<int>(m_figure));
    std::vector<PointChartData> panels;
    for (const PointTrend &point : m_data.points) {
        panels.push_back(point.chart);
    }
    m_panels->setData(std::move(panels));
    m_days->setData(m_data.days);
    fillPoint();
    fillCalendar();
    // Without open points there are days still.
    m_sections[0]->setVisible(!m_data.points.empty());
    m_sections[1]->setVisible(!m_data.points.empty());
    for (ChartSection *section : m_sections) {
        section->renew();
    }
}

void TrendsPage::fillPoint()
{
    if (m_data.points.empty()) {
        return;
    }
    const auto chosen = std::ranges::find_if(
        m_data.points, [this](const PointTrend &point) { return m_point && point.id == *m_point; });
    const PointTrend &point = chosen == m_data.points.end() ? m_data.points.front() : *chosen;
    m_pointButton->setText(point.chart.name);
    m_pointChart->setData(point.chart);
    m_sections[0]->renew();
}

void TrendsPage::fillCalendar()
{
    m_calendar->setData({m_asked, m_range, m_data.days.days, m_figure});
    m_sections[3]->renew();
}

void TrendsPage::exportChart(const Chart &chart)
{
    const auto iso = [](LocalDay day) {
        const std::chrono::year_month_day date{day};
        return QStringLiteral("%1-%2-%3")
            .arg(static_cast<int>(date.year()), 4, 10, QLatin1Char('0'))
            .arg(static_cast<unsigned>(date.month()), 2, 10, QLatin1Char('0'))
            .arg(static_cast<unsigned>(date.day()), 2, 10, QLatin1Char('0'));
    };
    // Never a part of the body: the name stands in lists of recent files.
    const QString name = QStringLiteral("trends-%1-to-%2").arg(iso(m_range.from), iso(m_range.to));
    const auto target = m_ask(this, name);
    if (!target) {
        return;
    }
    if (const auto error = writeExport(chart, *target)) {
        Q_EMIT failed(*error);
    }
}

ChartSection &TrendsPage::current()
{
    if (m_last == nullptr || !m_last->isVisible()) {
        const auto shown = std::ranges::find_if(m_sections, &ChartSection::isVisible);
        return shown == m_sections.end() ? *m_sections.front() : **shown;
    }
    return *m_last;
}

} // namespace palpate::desktop
