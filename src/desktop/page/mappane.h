// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "desktop/bodymap/bodymap.h"
#include "referral/bodyregion.h"
#include "referral/knowledgebase.h"

class QButtonGroup;
class QLabel;

namespace palpate::desktop {

class Actions;
class MapAccess;
class TurnDial;

/// The map with its few controls laid over it: what is under the pointer beside it, turn (bottom), layers and zoom
/// (end). The top start corner is left free for the search. It turns the body and chooses the layer; what a click or a
/// stroke means is decided by the page that shows it.
class MapPane : public QWidget {
    Q_OBJECT

public:
    /// Scene and knowledge must outlive the pane.
    MapPane(MapScene &scene, const KnowledgeBase &knowledge, const anatomy::ViewInfo &view, anatomy::Layer layer,
            Theme theme, QWidget *parent = nullptr);

    [[nodiscard]] BodyMap &map() const { return *m_map; }
    /// To be called when the knowledge base has been filled. By the regions zones are grouped for those who hear the
    /// map.
    void knowledgeLoaded(std::vector<BodyRegion> regions);
    /// Turning, layers and zooming by key, while `owner` is visible. Commands that another map has under the same name
    /// already are not listed again.
    void addCommands(Actions &actions, QWidget &owner, bool listed);

    /// Beside the pointer; nothing hides it.
    void sayAtPointer(const QString &words);
    /// Turns and peels; when the pictures cannot be read, all stays as it is and failed() says so.
    void showView(const anatomy::ViewInfo &view, anatomy::Layer layer);
    void showLayer(anatomy::Layer layer);
    void turnBy(int step);
    /// Turns to where a region shows well, unless it does from here: turning is a surprise.
    void showRegion(anatomy::RegionNumber region);
    /// Where the middle of a region shows, turning to it if it does not from here. Nothing, and failed() says so, where
    /// no view shows it.
    [[nodiscard]] std::optional<MapSpot> spotIn(anatomy::RegionNumber region);
    /// Turns to where a zone shows well, unless it does from here, and shows the skin.
    void showZone(const anatomy::ZonePlace &zone);

    /// The view that is shown, with the arm aside, if the near arm hides most of a region in a layer (the one shown if
    /// none is given); else null.
    [[nodiscard]] const anatomy::ViewInfo *viewPastArm(anatomy::RegionNumber region,
                                                       std::optional<anatomy::Layer> layer = std::nullopt);
    [[nodiscard]] const anatomy::ViewInfo *viewPastArm(const PointMm &point);

    /// Where a search field stands over the map, in the coordinates of an ancestor.
    [[nodiscard]] QRect searchPlace(const QWidget &ancestor) const;

Q_SIGNALS:
    /// Another view or layer is about to be shown.
    void leaving();
    /// It is shown.
    void shown();
    void failed(const QString &sentence);
    /// The pane has another place or size.
    void arranged();

protected:
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLayers();
    [[nodiscard]] QWidget *makeZoom();
    void connectMap();
    void sayKeepOff();
    void placeHoverName();

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    BodyMap *m_map;
    MapAccess *m_access;
    TurnDial *m_turn;
    QButtonGroup *m_layers;
    QLabel *m_hoverName;
    QString m_pointerWords;
    const NoPressArea *m_pointedArea = nullptr;
    QWidget *m_steps;
    QWidget *m_zoom;
    QTimer m_readAhead; ///< for the views beside the one shown
};

} // namespace palpate::desktop
