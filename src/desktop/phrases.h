// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
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
#include "referral/protocol.h"
#include "referral/referral.h"
#include "referral/safety.h"

namespace palpate::desktop {

/// The one place where values become words in the person's language.
namespace phrases {

[[nodiscard]] QString text(const std::string &utf8);
/// With its first letter large.
[[nodiscard]] QString capitalised(const QString &text);

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

// The muscle page.

/// "your right: front of the shoulder · outer upper arm": the zones of that side and kind; empty where there are none.
[[nodiscard]] QString zones(const KnowledgeBase &knowledge, std::span<const ReferredZone> hits, HitKind kind,
                            Side side);
/// "Steady pressure".
[[nodiscard]] QString technique(CareTechnique technique);
/// "The pulse at the neck · never press", and how one presses where fingertips may.
[[nodiscard]] QString keepOff(const NoPressArea &area);
/// What one does, in a sentence.
[[nodiscard]] QString inShort(CareTechnique technique);
/// "never press".
[[nodiscard]] QString noPress(NoPressGrade grade);
[[nodiscard]] QString layer(MuscleLayer layer);
/// The part of the body that a muscle is listed under.
[[nodiscard]] QString bodyPart(const BodyRegionId &region);
/// What came of writing a pattern down twice.
[[nodiscard]] QString agreement(Agreement agreement);
/// "30 to 90 seconds, usually 60".
[[nodiscard]] QString dose(const Dose &dose);

/// What happened, what was kept and what to do.
[[nodiscard]] QString error(const JournalError &error);

} // namespace phrases

} // namespace palpate::desktop
