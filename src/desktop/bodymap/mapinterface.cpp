// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapinterface.h"

#include <algorithm>

#include <QWindow>

#include "desktop/bodymap/mapnames.h"

namespace palpate::desktop {

namespace {

/// The place of a child in a list of the tree's items; -1 when it is none of them.
int placeIn(const std::vector<std::size_t> &places, const MapTree &tree, const QAccessibleInterface *child)
{
    const auto *wanted = dynamic_cast<const MapItemInterface *>(child);
    if (wanted == nullptr) {
        return -1;
    }
    const auto found =
        std::find_if(places.begin(), places.end(), [&](std::size_t at) { return tree.items[at].key == wanted->key(); });
    return found == places.end() ? -1 : static_cast<int>(found - places.begin());
}

} // namespace

MapInterface::MapInterface(BodyMap &map) : QAccessibleWidget{&map, QAccessible::Canvas} {}

QString MapInterface::text(QAccessible::Text what) const
{
    const MapAccess *access = this->access();
    if (access != nullptr && what == QAccessible::Name) {
        return mapnames::map(access->map().view(), access->map().layer());
    }
    if (access != nullptr && (what == QAccessible::Description || what == QAccessible::Help)) {
        return mapnames::mapHelp();
    }
    return QAccessibleWidget::text(what);
}

int MapInterface::childCount() const
{
    MapAccess *access = this->access();
    const int widgets = QAccessibleWidget::childCount();
    return access == nullptr ? widgets : widgets + static_cast<int>(access->tree().top.size());
}

QAccessibleInterface *MapInterface::child(int index) const
{
    MapAccess *access = this->access();
    if (access == nullptr || index < 0) {
        return QAccessibleWidget::child(index);
    }
    const MapTree &tree = access->tree();
    const auto at = static_cast<std::size_t>(index);
    return at < tree.top.size() ? access->interfaceOf(tree.items[tree.top[at]].key)
                                : QAccessibleWidget::child(static_cast<int>(at - tree.top.size()));
}

int MapInterface::indexOfChild(const QAccessibleInterface *child) const
{
    const int widget = QAccessibleWidget::indexOfChild(child);
    MapAccess *access = this->access();
    if (access == nullptr) {
        return widget;
    }
    const MapTree &tree = access->tree();
    return widget < 0 ? placeIn(tree.top, tree, child) : widget + static_cast<int>(tree.top.size());
}

QAccessibleInterface *MapInterface::childAt(int x, int y) const
{
    const QPoint onMap = widget()->mapFromGlobal(QPoint{x, y});
    for (QObject *child : widget()->children()) {
        auto *above = qobject_cast<QWidget *>(child); // such as the popover
        if (above != nullptr && above->isVisible() && above->geometry().contains(onMap)) {
            return QAccessible::queryAccessibleInterface(above);
        }
    }
    MapAccess *access = this->access();
    const MapItem *item = access == nullptr ? nullptr : access->itemAt(onMap);
    return item == nullptr ? nullptr : access->interfaceOf(item->key);
}

QAccessibleInterface *MapInterface::focusChild() const
{
    MapAccess *access = this->access();
    const MapItem *item = access != nullptr && widget()->hasFocus() ? access->current() : nullptr;
    return item == nullptr ? QAccessibleWidget::focusChild() : access->interfaceOf(item->key);
}

bool MapItemInterface::isPart() const
{
    const MapItem *item = this->item();
    return item == nullptr || item->kind == MapItem::Kind::part;
}

QWindow *MapItemInterface::window() const { return m_access.map().window()->windowHandle(); }

QAccessibleInterface *MapItemInterface::parent() const
{
    const MapItem *item = this->item();
    if (item == nullptr) {
        return nullptr;
    }
    return item->parent ? m_access.interfaceOf(m_access.tree().items[*item->parent].key)
                        : QAccessible::queryAccessibleInterface(&m_access.map());
}

int MapItemInterface::childCount() const
{
    const MapItem *item = this->item();
    return item == nullptr ? 0 : static_cast<int>(item->children.size());
}

QAccessibleInterface *MapItemInterface::child(int index) const
{
    if (index < 0 || index >= childCount()) {
        return nullptr;
    }
    const std::size_t at = item()->children[static_cast<std::size_t>(index)];
    return m_access.interfaceOf(m_access.tree().items[at].key);
}

int MapItemInterface::indexOfChild(const QAccessibleInterface *child) const
{
    const MapItem *item = this->item();
    return item == nullptr ? -1 : placeIn(item->children, m_access.tree(), child);
}

QAccessibleInterface *MapItemInterface::childAt(int x, int y) const
{
    if (!isValid()) {
        return nullptr;
    }
    const MapItem *found = m_access.itemAt(m_access.map().mapFromGlobal(QPoint{x, y}));
    // The child that is it, or holds it.
    while (found != nullptr && found->parent) {
        const MapItem &above = m_access.tree().items[*found->parent];
        if (above.key == m_key) {
            return m_access.interfaceOf(found->key);
        }
        found = &above;
    }
    return nullptr;
}

QString MapItemInterface::text(QAccessible::Text what) const
{
    const MapItem *item = this->item();
    if (item == nullptr) {
        return {};
    }
    switch (what) {
    case QAccessible::Name:
        return item->name;
    case QAccessible::Description:
        return item->description;
    default:
        return {};
    }
}

QRect MapItemInterface::rect() const
{
    const MapItem *item = this->item();
    if (item == nullptr) {
        return {};
    }
    const QRect onMap = m_access.boxOf(*item).toAlignedRect();
    return {m_access.map().mapToGlobal(onMap.topLeft()), onMap.size()};
}

QAccessible::Role MapItemInterface::role() const { return isPart() ? QAccessible::Grouping : QAccessible::PushButton; }

QAccessible::State MapItemInterface::state() const
{
    QAccessible::State state;
    const MapItem *item = this->item();
    if (item == nullptr) {
        state.invalid = true;
        return state;
    }
    const BodyMap &map = m_access.map();
    state.invisible = !map.isVisible();
    state.offscreen = !m_access.boxOf(*item).intersects(QRectF{map.rect()});
    if (item->region != 0 || item->zone != 0) {
        const MapItem *current = m_access.current();
        state.focusable = true;
        state.focused = current != nullptr && current->key == m_key && map.hasFocus();
        state.selectable = true;
        state.selected = item->region != 0 && item->region == map.selectedRegion();
    }
    return state;
}

void *MapItemInterface::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface && !isPart() ? static_cast<QAccessibleActionInterface *>(this)
                                                             : nullptr;
}

QStringList MapItemInterface::actionNames() const
{
    const MapItem *item = this->item();
    if (item == nullptr || item->kind == MapItem::Kind::part) {
        return {};
    }
    return item->point ? QStringList{pressAction()} : QStringList{pressAction(), setFocusAction()};
}

void MapItemInterface::doAction(const QString &actionName)
{
    if (!isValid()) {
        return;
    }
    if (actionName == pressAction()) {
        m_access.press(m_key);
    } else if (actionName == setFocusAction()) {
        m_access.goTo(m_key);
    }
}

QStringList MapItemInterface::keyBindingsForAction(const QString &actionName) const
{
    return actionName == pressAction() ? QStringList{QKeySequence{Qt::Key_Return}.toString(QKeySequence::NativeText)}
                                       : QStringList{};
}

} // namespace palpate::desktop
