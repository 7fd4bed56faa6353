// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapaccess.h"

#include <cmath>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include "anatomy/regionplace.h"
#include "core/error.h"
#include "desktop/bodymap/mapinterface.h"
#include "desktop/bodymap/mapnames.h"
#include "desktop/bodymap/pointmarker.h"

namespace palpate::desktop {

using anatomy::Layer;

namespace {

/// How near to a marker's middle a click is a click on it.
constexpr double markerReach = markerSize / 2 + 2;

bool isNear(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()) <= markerReach; }

QAccessibleInterface *interfaceFor(const QString & /*className*/, QObject *object)
{
    auto *map = qobject_cast<BodyMap *>(object);
    return map == nullptr ? nullptr : new MapInterface{*map};
}

} // namespace

void installMapAccess() { QAccessible::installFactory(interfaceFor); }

MapAccess::MapAccess(BodyMap &map, const KnowledgeBase &knowledge)
    : QObject{&map},
      m_map{map},
      m_knowledge{knowledge},
      m_toldView{&map.view()},
      m_toldLayer{map.layer()},
      m_listener{[] { return QAccessible::isActive(); },
                 [](QAccessibleEvent &event) { QAccessible::updateAccessibility(&event); }}
{
    connect(&map, &BodyMap::contentChanged, this, &MapAccess::contentChanged);
    map.installEventFilter(this);
}

MapAccess::~MapAccess()
{
    for (const auto &[key, id] : m_ids) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

MapAccess *MapAccess::of(QObject *map)
{
    return map == nullptr ? nullptr : map->findChild<MapAccess *>(QString{}, Qt::FindDirectChildrenOnly);
}

void MapAccess::knowledgeLoaded(std::vector<BodyRegion> regions)
{
    m_regions = std::move(regions);
    contentChanged();
}

const MapTree &MapAccess::tree()
{
    refresh();
    return *m_tree;
}

const MapItem *MapAccess::find(const std::string &key)
{
    refresh();
    const auto found = m_places.find(key);
    return found == m_places.end() ? nullptr : &m_tree->items[found->second];
}

const MapItem *MapAccess::current()
{
    if (!m_tree) {
        return nullptr; // nobody has pressed a key yet
    }
    refresh();
    const CursorStop *stop = m_cursor.current();
    return stop == nullptr ? nullptr : find(stop->key);
}

const MapItem *MapAccess::itemAt(QPointF at)
{
    refresh();
    for (const MapItem &item : m_tree->items) {
        if (item.kind == MapItem::Kind::point && isNear(m_map.geometry().screen(item.middle), at)) {
            return &item;
        }
    }
    if (m_layer != Layer::skin) {
        return m_tree->regionItem(m_map.spotAt(at).region);
    }
    const anatomy::PicturePx picture = m_map.geometry().picture(at);
    const anatomy::GrayImage8 &zones = m_map.scene().zones(*m_view);
    const int x = static_cast<int>(std::floor(picture.x));
    const int y = static_cast<int>(std::floor(picture.y));
    return zones.contains(x, y) ? m_tree->zoneItem(zones.at(x, y)) : nullptr;
}

QRectF MapAccess::boxOf(const MapItem &item) const { return m_map.geometry().transform().mapRect(item.box); }

void MapAccess::press(const std::string &key)
{
    const MapItem *item = find(key);
    if (item == nullptr) {
        return;
    }
    const QPointF at = m_map.geometry().screen(item->middle);
    if (item->point) {
        Q_EMIT m_map.pointClicked(*item->point, at);
        return;
    }
    if (item->region == 0) {
        const QPointF global = m_map.mapToGlobal(at);
        QMouseEvent down{QEvent::MouseButtonPress, at, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier};
        QApplication::sendEvent(&m_map, &down);
        QMouseEvent up{QEvent::MouseButtonRelease, at, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier};
        QApplication::sendEvent(&m_map, &up);
        return;
    }
    for (const std::size_t child : item->children) {
        const MapItem &point = m_tree->items[child];
        if (point.point && isNear(m_map.geometry().screen(point.middle), at)) {
            Q_EMIT m_map.pointClicked(*point.point, at);
            return;
        }
    }
    const anatomy::Atlas &atlas = m_map.scene().atlas();
    Q_EMIT m_map.spotClicked({item->region,
                              anatomy::placeInRegion(atlas.region(item->region), m_view->frame,
                                                     m_map.scene().nearness(*m_view, m_layer), item->middle),
                              at});
}

void MapAccess::goTo(const std::string &key)
{
    refresh();
    m_map.setFocus();
    if (m_cursor.goTo(key)) {
        showCursor();
    }
}

QAccessibleInterface *MapAccess::interfaceOf(const std::string &key)
{
    if (find(key) == nullptr) {
        return nullptr;
    }
    const auto known = m_ids.find(key);
    if (known != m_ids.end()) {
        if (QAccessibleInterface *made = QAccessible::accessibleInterface(known->second)) {
            return made;
        }
    }
    auto *made = new MapItemInterface{*this, key};
    m_ids[key] = QAccessible::registerAccessibleInterface(made); // which owns it until it is deleted by its id
    return made;
}

void MapAccess::contentChanged()
{
    m_isOutdated = true;
    if (&m_map.view() != m_toldView || m_map.layer() != m_toldLayer) {
        m_cursor.leave(); // so that what is heard is where the body stands now
    }
    tellLater();
}

MapTree MapAccess::makeTree()
{
    const anatomy::ViewInfo &view = m_map.view();
    try {
        if (m_view != &view || m_layer != m_map.layer()) {
            m_view = &view;
            m_layer = m_map.layer();
            m_patches.clear();
            m_patches = patchesOf(m_map.scene(), view, m_layer);
        }
        std::vector<PointOverview> shown;
        for (const PointOverview &point : m_map.points()) {
            if (m_map.shows(view, point.point.position)) {
                shown.push_back(point);
            }
        }
        return makeMapTree(m_map.scene().atlas(), view, m_layer, m_patches, {shown, m_knowledge, m_regions});
    } catch (const WorldError &) { // the map itself has told the person
        return {mapnames::map(view, m_map.layer()), {}, {}};
    }
}

void MapAccess::refresh()
{
    if (!m_isOutdated) {
        return;
    }
    m_isOutdated = false;
    const bool isOtherPicture = !m_tree || m_view != &m_map.view() || m_layer != m_map.layer();
    std::optional<MapTree> before = std::exchange(m_tree, makeTree());
    indexTree();
    if (isOtherPicture) {
        std::vector<CursorStop> stops;
        for (const MapItem &item : m_tree->items) {
            if (item.region != 0 || item.zone != 0) {
                stops.push_back({item.key, item.middle});
            }
        }
        m_cursor.setStops(std::move(stops));
    }
    for (auto at = m_ids.begin(); at != m_ids.end();) {
        if (m_places.contains(at->first)) {
            ++at;
        } else {
            QAccessible::deleteAccessibleInterface(at->second);
            at = m_ids.erase(at);
        }
    }
    if (before && m_listener.isThere()) {
        tellChanges(*before);
    }
}

void MapAccess::indexTree()
{
    m_places.clear();
    for (std::size_t at = 0; at < m_tree->items.size(); ++at) {
        m_places.emplace(m_tree->items[at].key, at);
    }
}

void MapAccess::tellChanges(const MapTree &before)
{
    const auto keysOf = [](const MapTree &tree, const std::vector<std::size_t> &places) {
        std::vector<std::string> keys;
        for (const std::size_t at : places) {
            keys.push_back(tree.items[at].key);
        }
        return keys;
    };
    if (keysOf(before, before.top) != keysOf(*m_tree, m_tree->top)) {
        tell(QAccessible::queryAccessibleInterface(&m_map), QAccessible::ObjectReorder);
    }
    for (const MapItem &was : before.items) {
        // What nobody has asked for, nobody needs to be told of.
        const MapItem *now = m_ids.contains(was.key) ? find(was.key) : nullptr;
        if (now == nullptr) {
            continue;
        }
        if (was.name != now->name) {
            tell(interfaceOf(was.key), QAccessible::NameChanged);
        }
        if (was.description != now->description) {
            tell(interfaceOf(was.key), QAccessible::DescriptionChanged);
        }
        if (keysOf(before, was.children) != keysOf(*m_tree, now->children)) {
            tell(interfaceOf(was.key), QAccessible::ObjectReorder);
        }
    }
}

void MapAccess::tell(QAccessibleInterface *about, QAccessible::Event what)
{
    if (about != nullptr) {
        QAccessibleEvent event{about, what};
        m_listener.tell(event);
    }
}

void MapAccess::tellLater()
{
    if (!m_willTell) {
        m_willTell = true;
        // Several changes in a row are told once.
        QMetaObject::invokeMethod(this, &MapAccess::tellOfContent, Qt::QueuedConnection);
    }
}

void MapAccess::tellOfContent()
{
    m_willTell = false;
    const bool hasTurned = &m_map.view() != m_toldView || m_map.layer() != m_toldLayer;
    m_toldView = &m_map.view();
    m_toldLayer = m_map.layer();
    if (!m_listener.isThere()) {
        return;
    }
    if (m_tree) {
        refresh();
    }
    if (hasTurned) {
        QAccessibleInterface *map = QAccessible::queryAccessibleInterface(&m_map);
        tell(map, QAccessible::NameChanged);
        if (m_map.hasFocus()) {
            tell(map, QAccessible::Focus);
        }
    }
}

void MapAccess::showCursor()
{
    const MapItem *item = current();
    if (item == nullptr) {
        return;
    }
    m_map.pointTo(item->region, item->zone);
    Q_EMIT cursorMoved({item->middle.x, item->middle.y});
    if (m_listener.isThere()) {
        tell(interfaceOf(item->key), QAccessible::Focus);
    }
}

bool MapAccess::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        // Keys that the popover leaves over reach the map too, but are not meant for it.
        if (m_map.hasFocus() && takesKey(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::FocusIn:
        // After Qt itself has told that the map has the focus.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_map.hasFocus()) {
                    showCursor();
                }
            },
            Qt::QueuedConnection);
        break;
    case QEvent::FocusOut:
        if (current() != nullptr) {
            m_map.pointTo(0, 0);
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool MapAccess::takesKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const auto take = [this](const auto &move) {
        refresh();
        const MapItem *selected = m_tree->regionItem(m_map.selectedRegion());
        m_cursor.setStart(selected == nullptr ? std::string{} : selected->key);
        move();
        showCursor(); // also at the edge: who asks again hears again
        return true;
    };
    if (modifiers == Qt::ControlModifier) {
        switch (event.key()) {
        case Qt::Key_Left:
            return take([this] { m_cursor.goOn(-1); });
        case Qt::Key_Right:
            return take([this] { m_cursor.goOn(1); });
        default:
            return false;
        }
    }
    if (modifiers != Qt::NoModifier) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Left: // of the picture, in every language: the body is never mirrored
        return take([this] { m_cursor.go(CursorMove::left); });
    case Qt::Key_Right:
        return take([this] { m_cursor.go(CursorMove::right); });
    case Qt::Key_Up:
        return take([this] { m_cursor.go(CursorMove::up); });
    case Qt::Key_Down:
        return take([this] { m_cursor.go(CursorMove::down); });
    case Qt::Key_Home:
        return take([this] { m_cursor.goHome(); });
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const MapItem *item = current()) {
            press(std::string{item->key});
            return true;
        }
        return false;
    default:
        return false;
    }
}

} // namespace palpate::desktop
