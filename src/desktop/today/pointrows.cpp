// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/pointrows.h"

#include <algorithm>

#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/levelstrip.h"
#include "desktop/datewords.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"

namespace palpate::desktop {

namespace {

constexpr std::size_t usualRows = 8;

} // namespace

PointRows::PointRows(const anatomy::Atlas &atlas, CheckInRun &run, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_atlas{atlas},
      m_run{run},
      m_theme{theme},
      m_layout{new QVBoxLayout{this}},
      m_more{new QPushButton{this}}
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setButtonRole(*m_more, ButtonRole::quiet);
    m_more->setObjectName(QStringLiteral("morePoints"));
    m_layout->addWidget(m_more, 0, Qt::AlignLeading);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        setPoints(std::move(m_points), m_today);
    });
}

AnswerRow *PointRows::addRow()
{
    auto *row = new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::beside, m_theme, this};
    const std::size_t at = m_rows.size();
    LevelStrip &strip = row->strip();
    strip.setObjectName(QStringLiteral("pointLevel%1").arg(at));
    m_layout->insertWidget(static_cast<int>(at), row);
    m_rows.push_back(row);
    connect(&strip, &LevelStrip::chosen, this,
            [this, at](PainLevel level) { m_run.rate(m_points[at].point.id, level, nameOf(m_points[at])); });
    connect(&strip, &LevelStrip::cleared, this,
            [this, at] { m_run.clearRating(m_points[at].point.id, nameOf(m_points[at])); });
    connect(&strip, &LevelStrip::left, this, [this, &strip](int rows) { Q_EMIT left(&strip, rows); });
    return row;
}

std::size_t PointRows::shown() const { return m_all ? m_points.size() : std::min(m_points.size(), usualRows); }

void PointRows::setPoints(std::vector<PointOverview> points, LocalDay today)
{
    m_points = std::move(points);
    m_today = today;
    while (m_rows.size() < shown()) {
        (void)addRow();
    }
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        m_rows[at]->setVisible(at < shown());
    }
    const int hidden = static_cast<int>(m_points.size() - std::min(m_points.size(), usualRows));
    m_more->setVisible(hidden > 0);
    m_more->setText(m_all ? tr("Show fewer") : tr("%n more points", nullptr, hidden));
    refresh();
}

void PointRows::refresh()
{
    for (std::size_t at = 0; at < shown(); ++at) {
        showRow(at);
    }
}

void PointRows::showRow(std::size_t row)
{
    const PointOverview &point = m_points[row];
    const auto given = m_run.ratingOf(point.point.id);
    const auto checkIn = m_run.checkIn();
    const bool derived = !given && checkIn && checkIn->noSoreness;
    QString subtitle = lastWords(point);
    std::optional<PainLevel> level;
    if (given) {
        level = given->level;
        subtitle =
            given->carriedOver ? tr("same as last time") : tr("%1 · %2").arg(datewords::time(given->at), subtitle);
    } else if (derived) {
        level = PainLevel::from(PainLevel::lowest);
        subtitle = tr("0 follows from \"nothing today\"");
    }
    const QString name = nameOf(point);
    m_rows[row]->setWords(name, subtitle, tr("%1, soreness now without pressing").arg(name));
    m_rows[row]->setMarker(point.point.kind, level);
    LevelStrip &strip = m_rows[row]->strip();
    strip.setLevel(level, derived || (given && given->carriedOver));
    strip.setGhost(m_ghosts && point.latestSoreness ? std::optional{point.latestSoreness->level} : std::nullopt);
}

QString PointRows::lastWords(const PointOverview &point) const
{
    if (!point.latestSoreness) {
        return tr("no number yet");
    }
    const QString day = datewords::shortDay(dayOf(point.latestSoreness->at), m_today);
    return m_ghosts ? tr("last %1, %2").arg(point.latestSoreness->level.value()).arg(day) : tr("last %1").arg(day);
}

void PointRows::setGhosts(bool shown)
{
    m_ghosts = shown;
    refresh();
}

void PointRows::setTheme(Theme theme)
{
    m_theme = theme;
    for (AnswerRow *row : m_rows) {
        row->setTheme(theme);
    }
}

std::vector<LevelStrip *> PointRows::strips() const
{
    std::vector<LevelStrip *> strips;
    for (std::size_t at = 0; at < shown(); ++at) {
        strips.push_back(&m_rows[at]->strip());
    }
    return strips;
}

QString PointRows::nameOf(const PointOverview &point) const
{
    return desktop::nameOf(m_atlas, point.point.muscle, point.point.side);
}

} // namespace palpate::desktop
