// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "anatomy/atlas.h"
#include "desktop/theme/icons.h"
#include "insight/daystory.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

/// One row of a day's story in words. An entry about several points has a row for each.
struct StoryRow {
    Instant at;
    bool begins = true; ///< an entry: its time is shown
    QString title{};
    QString words{}; ///< below, as many lines as it takes; empty for none
    std::optional<PainLevel> level{};
    Origin origin = Origin::given;
    Icon icon = Icon::none;
    std::vector<AnyRecord> records{}; ///< what it tells of; none for what follows from something else
    bool fixed = false;               ///< not to be changed or removed here
    std::optional<PointId> point{};
    std::optional<PainEntry> drawing{};
};

[[nodiscard]] std::vector<StoryRow> storyRows(const DayStory &story, const anatomy::Atlas &atlas,
                                              const KnowledgeBase &knowledge);

/// Ratings of one point, each with its day and time for a title.
[[nodiscard]] std::vector<StoryRow> ratingRows(const std::vector<Rating> &ratings);

} // namespace palpate::desktop
