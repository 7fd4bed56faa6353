// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QImage>
#include <QObject>

#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "record/painentry.h"

namespace palpate::desktop {

/// What one view shows of a drawing.
struct DrawingPicture {
    QString view; ///< "Front"
    QImage image; ///< null while it is being painted
};

/// Small pictures of pain drawings on the body, painted when there is time and kept.
class DrawingPictures : public QObject {
    Q_OBJECT

public:
    static constexpr int width = 128;
    static constexpr int height = 160;

    /// The scene must outlive it.
    DrawingPictures(MapScene &scene, Theme theme, QObject *parent = nullptr);

    void setTheme(Theme theme);
    /// At most two, of the views that were painted on most. Those not painted yet come with changed().
    [[nodiscard]] std::vector<DrawingPicture> of(const PainEntry &entry, double ratio);
    /// Whether all that was asked for is painted.
    [[nodiscard]] bool isDone() const { return m_waiting.empty(); }

Q_SIGNALS:
    void changed();

private:
    struct Kept {
        PainEntry entry;
        double ratio = 1;
        std::vector<DrawingPicture> pictures;
    };

    void paintNext();
    [[nodiscard]] QImage paint(const anatomy::ViewInfo &view, const PainEntry &entry, double ratio);
    [[nodiscard]] const QImage &body(const anatomy::ViewInfo &view, double ratio);
    [[nodiscard]] std::vector<const anatomy::ViewInfo *> viewsOf(const PainEntry &entry) const;

    MapScene &m_scene;
    Theme m_theme;
    std::map<PainEntryId, Kept> m_kept;
    std::vector<PainEntryId> m_waiting;
    std::map<std::string, QImage> m_bodies; ///< by view
};

} // namespace palpate::desktop
