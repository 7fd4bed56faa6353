// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QWidget>

#include "desktop/charts/chartexport.h"
#include "desktop/charts/heatmap.h"
#include "desktop/trends/trendsdata.h"

class QLabel;
class QPushButton;
class QScrollArea;

namespace palpate::anatomy {
class Atlas;
} // namespace palpate::anatomy

namespace palpate::desktop {

class Actions;
class ChartSection;
class Chips;
class JournalSession;
class PointPanels;

/// How it was over time: one point, all open points, all days, a calendar; over one range of days and of answers to
/// one question. It reads the journal while it is shown, and only the days of the range.
class TrendsPage : public QWidget {
    Q_OBJECT

public:
    using AskForTarget = std::function<std::optional<ExportTarget>(QWidget *parent, const QString &name)>;

    /// All must outlive the page.
    TrendsPage(const anatomy::Atlas &atlas, JournalSession &session, Actions &actions, Theme theme);

    void setTheme(Theme theme);
    void setRange(RangeLength length);
    void setAsked(Asked asked);
    /// The point in the large chart; the one with the highest median when it is not open.
    void showPoint(PointId point);
    [[nodiscard]] const DateRange &range() const { return m_range; }
    /// Tests answer in the place of the dialog.
    void setAskForTarget(AskForTarget ask) { m_ask = std::move(ask); }

Q_SIGNALS:
    void failed(const QString &sentence);
    /// Where points are marked.
    void mapWished();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compose();
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makePaging();
    [[nodiscard]] QWidget *makeCharts();
    [[nodiscard]] QWidget *makeEmpty();
    ChartSection *addSection(const QString &title, QWidget *widget, const Chart &chart, const QString &prefix);
    void addActions(Actions &actions);
    void choosePoint();
    void page(bool forward);
    void renewIfShown();
    void read();
    void fill();
    void fillPoint();
    void fillCalendar();
    void exportChart(const Chart &chart);
    /// The one that has the focus, else the one that had it last.
    [[nodiscard]] ChartSection &current();

    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    Theme m_theme;
    AskForTarget m_ask;
    RangeLength m_length;
    Asked m_asked;
    DayFigure m_figure;
    DateRange m_range;
    LocalDay m_first;
    LocalDay m_today;
    std::optional<PointId> m_point;
    TrendsData m_data;
    bool m_outdated = true;

    QWidget *m_header = nullptr;
    QWidget *m_paging = nullptr;
    QLabel *m_rangeWords = nullptr;
    QPushButton *m_earlier = nullptr;
    QPushButton *m_later = nullptr;
    Chips *m_lengths = nullptr;
    Chips *m_questions = nullptr;
    Chips *m_figures = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_empty = nullptr;
    QPushButton *m_pointButton = nullptr;
    PointChart *m_pointChart = nullptr;
    PointPanels *m_panels = nullptr;
    DayChart *m_days = nullptr;
    HeatMap *m_calendar = nullptr;
    std::vector<ChartSection *> m_sections;
    ChartSection *m_last = nullptr;
};

} // namespace palpate::desktop
