// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include <QScrollArea>

#include "desktop/bodymap/mapscene.h"
#include "desktop/page/musclesections.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"
#include "referral/rulebase.h"
#include "referral/surroundings.h"

class QPushButton;
class QVBoxLayout;

namespace palpate::desktop {

class Fold;
class SectionBox;

/// The muscle page: one muscle of one side, in a picture and in words, what matters most first. What one looks up
/// stands folded at its end; a section that has nothing to say is left out.
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
    /// What tells how techniques are done and what is not pressed; null until it is loaded. Without the surroundings,
    /// only those areas are told that name the muscle or touch it. Both must outlive the pane.
    void setRules(const RuleBase *rules, const Surroundings *surroundings = nullptr);
    /// While an open warning is about the muscle's place, nothing is advised that is done to it.
    void setWithheld(bool withheld);
    void setTheme(Theme theme);
    /// Says the subject anew, after the knowledge has been loaded.
    void refresh() { setSubject(m_subject); }

Q_SIGNALS:
    void markRequested();
    void viewRequested(const QString &viewId);
    /// The whole leaflet is to be read.
    void readingRequested(const palpate::MuscleId &muscle);
    void muscleRequested(const palpate::MuscleId &muscle, palpate::Side side);

private:
    void addInvitation(SectionBox &box);
    SectionBox *makeHeading(const DetailSubject &subject, const MusclePattern *pattern);
    void addMark(SectionBox &box, const DetailSubject &subject);
    QWidget *makePictures(const DetailSubject &subject, const MusclePattern &pattern);
    void addSections(const DetailSubject &subject, const MusclePattern &pattern);
    QWidget *makeFold(const QString &name, const QString &title, QWidget *content, bool open);
    void bringIntoSight(const Fold &fold);

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    const RuleBase *m_rules = nullptr;
    const Surroundings *m_surroundings = nullptr;
    Theme m_theme;
    std::optional<DetailSubject> m_subject;
    QVBoxLayout *m_layout = nullptr;
    QPushButton *m_mark = nullptr; ///< of the content shown
    bool m_asking = false;
    bool m_isWithheld = false;
    std::map<QString, bool> m_open; ///< the folds that were opened or closed, by name
};

} // namespace palpate::desktop
