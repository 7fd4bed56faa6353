// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QString>

#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"
#include "referral/referral.h"
#include "referral/rulebase.h"
#include "referral/surroundings.h"

class QWidget;

namespace palpate::desktop {

/// What the detail pane speaks of.
struct DetailSubject {
    MuscleId muscle;
    Side side = Side::midline;
    anatomy::RegionNumber region = 0; ///< 0 when the map does not draw it

    friend bool operator==(const DetailSubject &, const DetailSubject &) = default;
};

/// What the sections of the muscle page are made from.
struct MusclePage {
    MapScene &scene;
    const KnowledgeBase &knowledge;
    const RuleBase *rules;            ///< null while they are not loaded
    const Surroundings *surroundings; ///< likewise
    const MusclePattern &pattern;
    DetailSubject subject;
    Theme theme;
    double devicePixelRatio;
    bool isWithheld; ///< an open warning is about this place: nothing is advised that is done to it
    /// Makes a fold of that name and title, open as it was last, or as told if it was never touched.
    std::function<QWidget *(const QString &name, const QString &title, QWidget *content, bool open)> fold;
};

// The sections in the order of the page. Each is null where there is nothing to say.

/// Where people feel it, what the muscle does, what to try first.
[[nodiscard]] QWidget *makeInShort(const MusclePage &page);
/// How it is eased without help, or why that is not for oneself to do.
[[nodiscard]] QWidget *makeDoThis(const MusclePage &page);
[[nodiscard]] QWidget *makeKeepOff(const MusclePage &page);
[[nodiscard]] QWidget *makeMistakenFor(const MusclePage &page);
/// The folded ones, to look up.
[[nodiscard]] std::vector<QWidget *> makeFolded(const MusclePage &page);

} // namespace palpate::desktop
