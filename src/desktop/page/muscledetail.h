// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"
#include "referral/referral.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace palpate::desktop {

/// What the detail pane speaks of.
struct DetailSubject {
    MuscleId muscle;
    Side side = Side::midline;
    anatomy::RegionNumber region = 0; ///< 0 when the map does not draw it

    friend bool operator==(const DetailSubject &, const DetailSubject &) = default;
};

/// One muscle of one side in words and a small picture: where it refers pain to, and what that rests on.
class MuscleDetail : public QScrollArea {
    Q_OBJECT

public:
    /// Scene and knowledge must outlive the pane.
    MuscleDetail(MapScene &scene, const KnowledgeBase &knowledge, Theme theme, QWidget *parent = nullptr);

    /// Nothing shows the invitation to point at the body.
    void setSubject(const std::optional<DetailSubject> &subject);
    /// Names the muscles that lie under a spot whose own structure has no trigger points of its own.
    void offer(const std::vector<anatomy::RegionNumber> &muscles);
    /// While a card asks about a point here, no other is begun.
    void setAsking(bool asking);
    void setTheme(Theme theme);
    /// Says the subject anew, after the knowledge has been loaded.
    void refresh() { setSubject(m_subject); }

Q_SIGNALS:
    void markRequested();
    void viewRequested(const QString &viewId);
    void muscleRequested(const palpate::MuscleId &muscle, palpate::Side side);

private:
    void addInvitation();
    void addHeading(const DetailSubject &subject);
    void addReferral(const DetailSubject &subject, const MusclePattern &pattern);
    void addZones(const QString &title, const std::vector<ReferredZone> &zones, HitKind kind);
    void addPictures(const DetailSubject &subject, const std::vector<ReferredZone> &zones);
    void addSources(const MusclePattern &pattern);
    QLabel *addText(const QString &words, int pixelSize, bool strong, bool quiet);

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    Theme m_theme;
    std::optional<DetailSubject> m_subject;
    QVBoxLayout *m_layout = nullptr;
    QPushButton *m_mark = nullptr; ///< of the content shown
    bool m_asking = false;
};

} // namespace palpate::desktop
