// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <QAccessible>
#include <QObject>
#include <QPointF>

#include "desktop/bodymap/bodymap.h"
#include "desktop/bodymap/mapcursor.h"
#include "desktop/bodymap/maptree.h"
#include "referral/bodyregion.h"
#include "referral/knowledgebase.h"

class QKeyEvent;

namespace palpate::desktop {

/// From now on assistive technology sees maps that get a MapAccess as trees. To be called before the first map is made:
/// its interface is made with its first name. More than one call does no more.
void installMapAccess();

/// The map for those who hear it or go over it by keyboard. It keeps the tree of what shows and one accessible
/// interface for each item that was asked for, tells what changes while assistive technology listens, and moves the
/// cursor: arrow keys to the neighbour, Home to the head, Control with left and right through everything, Enter to
/// press. Nothing is made before somebody asks or presses a key.
class MapAccess : public QObject {
    Q_OBJECT

public:
    /// Belongs to the map. The knowledge base must outlive it.
    MapAccess(BodyMap &map, const KnowledgeBase &knowledge);
    ~MapAccess() override;
    MapAccess(const MapAccess &) = delete;
    MapAccess &operator=(const MapAccess &) = delete;
    MapAccess(MapAccess &&) = delete;
    MapAccess &operator=(MapAccess &&) = delete;

    /// Null when the widget is no map, or one without.
    [[nodiscard]] static MapAccess *of(QObject *map);

    /// To be called when the knowledge base has been filled; the zones of the skin are grouped by the regions.
    void knowledgeLoaded(std::vector<BodyRegion> regions);

    [[nodiscard]] BodyMap &map() const { return m_map; }
    /// What shows now. Empty when its pictures cannot be loaded.
    [[nodiscard]] const MapTree &tree();
    /// Null when the map does not show it now. Holds until the map changes.
    [[nodiscard]] const MapItem *find(const std::string &key);
    /// The item that the keyboard stands on; null when it is nowhere.
    [[nodiscard]] const MapItem *current();
    /// The point, muscle or zone at a place of the map; null where there is none.
    [[nodiscard]] const MapItem *itemAt(QPointF at);
    [[nodiscard]] QRectF boxOf(const MapItem &item) const; ///< on the map

    /// What a click in the item's middle does: marks a spot, or asks about the point that stands there. A muscle is
    /// meant even where another lies over it.
    void press(const std::string &key);
    /// Puts the cursor there, as the arrow keys do.
    void goTo(const std::string &key);

    /// Who is told of changes; assistive technology, by way of Qt, unless set. Without one nothing is prepared to be
    /// told.
    struct Listener {
        std::function<bool()> isThere;
        std::function<void(QAccessibleEvent &)> tell;
    };
    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// One and the same for as long as the map shows the item; null when it does not.
    [[nodiscard]] QAccessibleInterface *interfaceOf(const std::string &key);

Q_SIGNALS:
    /// In pixels of the view's picture. An enlarged map brings the place into sight.
    void cursorMoved(QPointF inPicture);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void contentChanged();
    void refresh();
    [[nodiscard]] MapTree makeTree();
    void indexTree();
    void tellChanges(const MapTree &before);
    void tell(QAccessibleInterface *about, QAccessible::Event what);
    void tellLater();
    void tellOfContent();
    void showCursor();
    [[nodiscard]] bool takesKey(const QKeyEvent &event);

    BodyMap &m_map;
    const KnowledgeBase &m_knowledge;
    std::vector<BodyRegion> m_regions;

    std::optional<MapTree> m_tree;
    bool m_isOutdated = true;
    std::unordered_map<std::string, std::size_t> m_places; ///< in the tree, by key
    std::vector<MapPatch> m_patches;
    /// Of what the patches are, and of what the cursor's stops.
    const anatomy::ViewInfo *m_view = nullptr;
    anatomy::Layer m_layer = anatomy::Layer::skin;

    /// What was shown when a change was last told.
    const anatomy::ViewInfo *m_toldView;
    anatomy::Layer m_toldLayer;
    bool m_willTell = false;
    Listener m_listener;

    MapCursor m_cursor;
    std::unordered_map<std::string, QAccessible::Id> m_ids; ///< of the interfaces that were asked for
};

} // namespace palpate::desktop
