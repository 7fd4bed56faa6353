// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of trends is put together from.
#include <array>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "desktop/charts/chartwords.h"
#include "desktop/charts/pointpanels.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/trends/chartsection.h"
#include "desktop/trends/trendspage.h"

namespace palpate::desktop {

namespace {

/// The search stands above.
constexpr int searchRoom = 72;
constexpr int widest = 1240;

QPushButton *makeArrow(Icon icon, const QString &name, const QString &objectName)
{
    auto *button = new QPushButton;
    setButtonRole(*button, ButtonRole::plain);
    setButtonIcon(*button, icon);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setObjectName(objectName);
    button->setFixedSize(36, 36);
    return button;
}

} // namespace

void TrendsPage::compose()
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, searchRoom, 0, 0);
    layout->setSpacing(space::s);
    auto *title = makeLabel(tr("Trends"), TextStyle::page);
    m_header = makeHeader();
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("trendsScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(makeCharts());
    new ScrollShade{*m_scroll};
    m_empty = makeEmpty();
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space::xl, 0, space::xl, 0);
    top->addWidget(title, 1);
    m_paging = makePaging();
    top->addWidget(m_paging);
    layout->addLayout(top);
    layout->addWidget(m_header);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_empty, 1);
    setFocusProxy(m_pointChart);
}

QWidget *TrendsPage::makePaging()
{
    auto *paging = new QWidget;
    // Earlier is at the left in every language, as in the charts.
    paging->setLayoutDirection(Qt::LeftToRight);
    auto *layout = new QHBoxLayout{paging};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_earlier = makeArrow(Icon::previous, tr("Earlier days"), QStringLiteral("trendsEarlier"));
    m_later = makeArrow(Icon::next, tr("Later days"), QStringLiteral("trendsLater"));
    m_rangeWords = makeLabel({}, TextStyle::strong);
    m_rangeWords->setObjectName(QStringLiteral("trendsRange"));
    m_rangeWords->setWordWrap(false);
    m_rangeWords->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_earlier);
    layout->addWidget(m_rangeWords);
    layout->addWidget(m_later);
    connect(m_earlier, &QPushButton::clicked, this, [this] { page(false); });
    connect(m_later, &QPushButton::clicked, this, [this] { page(true); });
    return paging;
}

QWidget *TrendsPage::makeHeader()
{
    auto *header = new QWidget;
    auto *layout = new QVBoxLayout{header};
    layout->setContentsMargins(space::xl - 2, 0, space::xl, 0); // the chips' own room for the focus ring
    layout->setSpacing(0);
    m_lengths = new Chips{Chips::Choice::one, QStringLiteral("trendsLength")};
    m_lengths->setAccessibleName(tr("Days"));
    const std::array lengths{tr("2 weeks"), tr("1 month"), tr("3 months"), tr("1 year"), tr("All")};
    for (std::size_t at = 0; at < lengths.size(); ++at) {
        m_lengths->add(static_cast<int>(at), lengths[at]);
    }
    m_questions = new Chips{Chips::Choice::one, QStringLiteral("trendsAsked")};
    m_questions->setAccessibleName(tr("What was asked"));
    for (const Asked asked :
         {Asked::sorenessNow, Asked::tendernessPressed, Asked::worstSinceLastEntry, Asked::averageOfDay}) {
        m_questions->add(static_cast<int>(asked), chartwords::asked(asked));
    }
    layout->addWidget(m_lengths);
    layout->addWidget(m_questions);
    QLabel *anchors = makeLabel(tr("0 is no pain, 10 the worst you can imagine. A line reaches over one day without a "
                                   "number at most."),
                                TextStyle::caption);
    anchors->setContentsMargins(2, space::xs, 0, 0);
    layout->addWidget(anchors);
    connect(m_lengths, &Chips::toggled, this, [this](int id) { setRange(static_cast<RangeLength>(id)); });
    connect(m_questions, &Chips::toggled, this, [this](int id) { setAsked(static_cast<Asked>(id)); });
    return header;
}

ChartSection *TrendsPage::addSection(const QString &title, QWidget *widget, const Chart &chart, const QString &prefix)
{
    auto *section = new ChartSection{title, widget, chart, prefix};
    m_sections.push_back(section);
    connect(section, &ChartSection::exportWished, this, [this, section] { exportChart(section->chart()); });
    return section;
}

QWidget *TrendsPage::makeCharts()
{
    m_pointChart = new PointChart{m_theme};
    m_pointChart->setObjectName(QStringLiteral("pointChart"));
    m_panels = new PointPanels{m_theme};
    m_panels->setObjectName(QStringLiteral("pointPanels"));
    m_days = new DayChart{m_theme};
    m_days->setObjectName(QStringLiteral("dayChart"));
    m_calendar = new HeatMap{m_theme};
    m_calendar->setObjectName(QStringLiteral("calendar"));
    auto *content = new QWidget;
    content->setMaximumWidth(widest);
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    layout->setSpacing(space::xxl);
    auto *one = addSection(tr("One point"), m_pointChart, *m_pointChart, QStringLiteral("point"));
    m_pointButton = new QPushButton;
    m_pointButton->setObjectName(QStringLiteral("trendsPoint"));
    setButtonRole(*m_pointButton, ButtonRole::plain);
    setButtonIcon(*m_pointButton, Icon::chevron);
    m_pointButton->setToolTip(tr("Choose another point"));
    one->addTool(m_pointButton);
    connect(m_pointButton, &QPushButton::clicked, this, &TrendsPage::choosePoint);
    addSection(tr("All open points"), m_panels, *m_panels, QStringLiteral("panels"));
    connect(m_panels, &PointPanels::chosen, this, [this](int panel) {
        showPoint(m_data.points[static_cast<std::size_t>(panel)].id);
        m_scroll->ensureWidgetVisible(m_pointChart);
        m_pointChart->setFocus();
    });
    addSection(tr("All points by day"), m_days, *m_days, QStringLiteral("days"));
    auto *calendar = addSection(tr("Calendar"), m_calendar, *m_calendar, QStringLiteral("calendar"));
    m_figures = new Chips{Chips::Choice::one, QStringLiteral("trendsFigure")};
    m_figures->setAccessibleName(tr("Number in the cell"));
    m_figures->add(static_cast<int>(DayFigure::worst), tr("Worst of the day"));
    m_figures->add(static_cast<int>(DayFigure::mean), tr("Mean of the day"));
    calendar->addTool(m_figures);
    connect(m_figures, &Chips::toggled, this, [this](int id) {
        m_figure = static_cast<DayFigure>(id);
        Settings{}.set(setting::trendsMean, m_figure == DayFigure::mean);
        fillCalendar();
    });
    for (ChartSection *section : m_sections) {
        layout->addWidget(section);
    }
    layout->addStretch();
    return content;
}

QWidget *TrendsPage::makeEmpty()
{
    auto *empty = new QWidget;
    auto *layout = new QVBoxLayout{empty};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::xl);
    layout->setSpacing(space::l);
    auto *words =
        makeLabel(tr("Here you will see how sore your points were over time, once you have marked a point and "
                     "said how sore it is."),
                  TextStyle::lead);
    words->setMaximumWidth(560);
    auto *open = new QPushButton{tr("Open the map")};
    open->setObjectName(QStringLiteral("trendsOpenMap"));
    setButtonRole(*open, ButtonRole::primary);
    layout->addWidget(words);
    layout->addWidget(open, 0, Qt::AlignLeading);
    layout->addStretch();
    empty->hide();
    connect(open, &QPushButton::clicked, this, &TrendsPage::mapWished);
    return empty;
}

} // namespace palpate::desktop
