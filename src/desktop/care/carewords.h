// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <span>

#include <QString>

#include "anatomy/atlas.h"
#include "care/careoptions.h"
#include "care/sessionrun.h"
#include "record/plan.h"

// What care is called, in the person's language.
namespace palpate::desktop::carewords {

/// What to do now: "Hold and breathe. Never above 5 of 10."
[[nodiscard]] QString instruction(const Beat &beat);
/// In a few words, for what comes next: "let go slowly".
[[nodiscard]] QString shortly(const Beat &beat);
/// One large word for the moment: "Hold", "Let go".
[[nodiscard]] QString word(const Beat &beat);
[[nodiscard]] QString signal(Signal signal, const QString &side);
[[nodiscard]] QString tool(Tool tool);
[[nodiscard]] QString position(BodyPosition position);
/// "1:30", "45".
[[nodiscard]] QString clock(std::chrono::milliseconds left);
/// "about 4 minutes".
[[nodiscard]] QString about(std::chrono::seconds length);
/// "Steady pressure with a ball, contract and relax, movement".
[[nodiscard]] QString care(const PlannedCare &care);
/// Why it rests, what to think of: a sentence or two.
[[nodiscard]] QString rule(const RuleHit &hit, const Instant &now);
/// "Osteoporosis (thin bones): No force …" or the reason why it is ruled out.
[[nodiscard]] QString restriction(const Restriction &restriction);
/// "Rests on: Ernst E. The safety of massage therapy … (review of studies)"; empty without sources.
[[nodiscard]] QString sources(const KnowledgeBase &knowledge, std::span<const Citation> citations);
/// "Your best so far: 90 seconds with a ball, 2 less on average (5 times)."; or that too little is known.
[[nodiscard]] QString best(const std::optional<BestDose> &best);

/// "Steady pressure with a ball · Infraspinatus · your right", or its words.
[[nodiscard]] QString planItem(const anatomy::Atlas &atlas, const PlanItem &item);
/// "Mon, Wed, Fri", "every day, 3 times".
[[nodiscard]] QString rhythm(const PlanItem &item);

} // namespace palpate::desktop::carewords
