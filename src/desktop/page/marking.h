// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "desktop/bodymap/bodymap.h"
#include "desktop/bodymap/ratingpopover.h"
#include "desktop/journalsession.h"

namespace palpate::desktop {

/// Marks points and rates them: the card beside the spot, and what is stored when it closes.
class Marking : public QObject {
    Q_OBJECT

public:
    /// Everything handed over must outlive the marking. The card becomes a child of `host`, which lies exactly where
    /// the map does, so that it lies over the map's controls too.
    Marking(BodyMap &map, QWidget &host, const anatomy::Atlas &atlas, JournalSession &session, Theme theme,
            QObject *parent = nullptr);

    void setTheme(Theme theme) { m_popover->setTheme(theme); }
    [[nodiscard]] bool isAsking() const { return m_popover->isVisible(); }
    /// Saves what has a number, drops what has none.
    void finish() { m_popover->finish(); }

    /// Asks about a spot that is not marked yet, with what else lies there.
    void ask(const MapSpot &spot);
    /// Asks about a point of the journal.
    void ask(PointId point);
    /// A point was dragged there. Its muscle and side become those of the spot.
    void move(PointId point, const MapSpot &spot);

Q_SIGNALS:
    /// What the card is about, when it opens or another depth is chosen.
    void regionChosen(palpate::anatomy::RegionNumber region);
    void moreAsked(palpate::PointId point);
    /// The card has opened or closed.
    void askingChanged();

private:
    void chooseDepth(std::size_t place);
    void save(const PointDraft &draft);
    void forget();
    [[nodiscard]] QString nameOfRegion(anatomy::RegionNumber region) const;

    BodyMap &m_map;
    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    RatingPopover *m_popover;
    /// What the open card is about: a spot not yet marked, or a point of the journal.
    std::optional<MapSpot> m_spot;
    std::vector<anatomy::RegionNumber> m_depth;
    std::optional<PointId> m_point;
    std::optional<PointId> m_last; ///< what "More" speaks of once the card has closed
};

} // namespace palpate::desktop
