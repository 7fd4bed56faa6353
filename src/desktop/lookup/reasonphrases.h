// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "lookup/lookup.h"
#include "record/checklist.h"
#include "referral/knowledgebase.h"

// What a lookup answers, in words for people.
namespace palpate::desktop::phrases {

/// One plain sentence a reason, strongest first.
[[nodiscard]] QStringList reasons(const KnowledgeBase &base, const Candidate &candidate);

/// "your left", "both sides", "either side"; empty in the middle.
[[nodiscard]] QString side(CandidateSide side);

/// What was made of the words: places, what brings the pain on, how it feels. Empty when nothing was.
[[nodiscard]] QString understood(const KnowledgeBase &base, const Understood &understood);

/// "a", "a and b", "a, b and c".
[[nodiscard]] QString list(const QStringList &items);

[[nodiscard]] QString urgency(Urgency urgency);
[[nodiscard]] QString palpated(Palpated palpated);

} // namespace palpate::desktop::phrases
