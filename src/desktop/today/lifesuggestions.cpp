// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/lifesuggestions.h"

#include <map>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int most = 2;
/// As far back as a suggestion looks: the older the numbers, the less they say.
constexpr std::chrono::days reach{60};

} // namespace

LifeSuggestions::LifeSuggestions(const anatomy::Atlas &atlas, JournalSession &session, QWidget *parent)
    : QWidget{parent}, m_atlas{atlas}, m_session{session}, m_layout{new QVBoxLayout{this}}
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::xs);
}

void LifeSuggestions::read()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const LocalDay today = dayOf(m_session.now());
    // All at once, not point by point: what was told in these days is the same few rows however many points there are.
    const auto checkIns = m_session.read().between<CheckIn>(today - reach, today);
    std::map<PointId, std::vector<Rating>> ratings;
    for (const Rating &rating : m_session.read().ratingsBetween(today - reach, today)) {
        if (rating.asked == Asked::sorenessNow) {
            ratings[rating.point].push_back(rating);
        }
    }
    int shown = 0;
    for (const TriggerPoint &point : m_session.read().all<TriggerPoint>()) {
        if (shown == most) {
            break;
        }
        if (m_putOff.contains(point.id)) {
            continue;
        }
        if (const auto suggestion = suggestionFor(point, readingsOf(point, ratings[point.id], checkIns), today)) {
            addLine(point, *suggestion);
            ++shown;
        }
    }
    setVisible(shown > 0);
}

void LifeSuggestions::addLine(const TriggerPoint &point, LifeSuggestion suggestion)
{
    const bool quiet = suggestion == LifeSuggestion::quiet;
    const QString name = nameOf(m_atlas, point.muscle, point.side);
    auto *line = new QWidget{this};
    auto *layout = new QHBoxLayout{line};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(quiet ? tr("%1: no soreness for 14 days.").arg(name)
                                      : tr("%1 was quiet and is sore again.").arg(name),
                                TextStyle::body),
                      1);
    auto *take = new QPushButton{quiet ? tr("Call it quiet") : tr("Mark as returned")};
    take->setObjectName(quiet ? QStringLiteral("callQuiet") : QStringLiteral("markReturned"));
    take->setAccessibleDescription(name);
    auto *later = new QPushButton{tr("Not now")};
    setButtonRole(*later, ButtonRole::quiet);
    later->setObjectName(QStringLiteral("suggestionLater"));
    layout->addWidget(take);
    layout->addWidget(later);
    m_layout->addWidget(line);
    line->setVisible(true);
    connect(take, &QPushButton::clicked, this, [this, point, suggestion, name, quiet] {
        m_session.perform(change(withSuggestion(point, suggestion, m_session.now())),
                          quiet ? tr("%1: quiet").arg(name) : tr("%1: returned").arg(name));
    });
    connect(later, &QPushButton::clicked, this, [this, id = point.id] {
        m_putOff.insert(id);
        read();
    });
}

} // namespace palpate::desktop
