// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "anatomy/layer.h"
#include "core/instant.h"
#include "core/side.h"
#include "journal/journalerror.h"
#include "record/pointkind.h"
#include "record/quality.h"
#include "record/triggerpoint.h"
#include "referral/knowledgebase.h"
#include "referral/referral.h"

namespace palpate::desktop {

/// The one place where values become words in the person's language.
namespace phrases {

[[nodiscard]] QString text(const std::string &utf8);

/// "your left", "your right"; empty for the midline.
[[nodiscard]] QString yourSide(Side side);
/// "Infraspinatus · your right".
[[nodiscard]] QString withSide(const QString &name, Side side);
/// "Front of the shoulder, your right".
[[nodiscard]] QString zone(const KnowledgeBase &knowledge, const ReferredZone &hit);
/// In plain words first: "hurts by itself".
/// The day of it where it happened, short.
[[nodiscard]] QString day(const Instant &instant);
[[nodiscard]] QString kind(PointKind kind);
[[nodiscard]] QString layer(anatomy::Layer layer);
/// For buttons: "Surface".
[[nodiscard]] QString shortLayer(anatomy::Layer layer);
[[nodiscard]] QString quality(Quality quality);
[[nodiscard]] QString certainty(Certainty certainty);
[[nodiscard]] QString finder(Finder finder);
[[nodiscard]] QString view(const std::string &viewId);
[[nodiscard]] QString grade(EvidenceGrade grade);
/// What happened, what was kept and what to do.
[[nodiscard]] QString error(const JournalError &error);

} // namespace phrases

} // namespace palpate::desktop
