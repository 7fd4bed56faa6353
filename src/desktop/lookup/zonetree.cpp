// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/zonetree.h"

#include <algorithm>

#include "desktop/phrases.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

constexpr QSize rowSize{200, 28};

} // namespace

ZoneTree::ZoneTree(QWidget *parent) : QTreeWidget{parent}
{
    setObjectName(QStringLiteral("zoneTree"));
    setAccessibleName(tr("Places of the body"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setIndentation(space::l);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item) {
        const auto known = std::ranges::find(m_items, item, &std::pair<QTreeWidgetItem *, anatomy::ZonePlace>::first);
        if (!m_isSetting && known != m_items.end()) {
            Q_EMIT toggled(known->second);
        }
    });
    // A click on the words is as good as one on the box.
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        if (item->childCount() == 0) {
            item->setCheckState(0, item->checkState(0) == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        } else {
            item->setExpanded(!item->isExpanded());
        }
    });
}

QTreeWidgetItem *ZoneTree::itemOf(const anatomy::ZonePlace &place, const KnowledgeBase &base)
{
    auto *item = new QTreeWidgetItem{{phrases::zone(base, {place.zone, place.side, HitKind::essential, 1})}};
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, Qt::Unchecked);
    item->setSizeHint(0, rowSize);
    m_items.emplace_back(item, place);
    return item;
}

void ZoneTree::show(const KnowledgeBase &base, const std::vector<BodyRegion> &regions)
{
    m_isSetting = true;
    clear();
    m_items.clear();
    for (const BodyRegion &region : regions) {
        QString name = phrases::text(region.name);
        auto *top = new QTreeWidgetItem{this, {name.left(1).toUpper() + name.mid(1)}};
        top->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        top->setSizeHint(0, rowSize);
        for (const ZoneId &id : region.zones) {
            const Zone *zone = base.zone(id);
            if (zone == nullptr) {
                continue;
            }
            if (zone->laterality == Laterality::midline) {
                top->addChild(itemOf({id, Side::midline}, base));
            } else {
                top->addChild(itemOf({id, Side::left}, base));
                top->addChild(itemOf({id, Side::right}, base));
            }
        }
    }
    m_isSetting = false;
}

void ZoneTree::setChosen(const std::vector<anatomy::ZonePlace> &zones)
{
    m_isSetting = true;
    for (const auto &[item, place] : m_items) {
        const bool isChosen = std::ranges::find(zones, place) != zones.end();
        item->setCheckState(0, isChosen ? Qt::Checked : Qt::Unchecked);
    }
    m_isSetting = false;
}

} // namespace palpate::desktop
