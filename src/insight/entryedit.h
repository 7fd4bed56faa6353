// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "record/described.h"

// What can be set right about an entry of any kind, long after it was made.
namespace palpate {

/// When it was; nothing for what stands at no moment.
[[nodiscard]] std::optional<Instant> momentOf(const AnyRecord &record);
/// A session that has ended, and a period, keep their length.
[[nodiscard]] AnyRecord movedTo(AnyRecord record, const Instant &at);

/// The words that people add to it: a note, or what helped in a flare. Nothing for kinds that have none.
[[nodiscard]] std::optional<std::string> wordsOf(const AnyRecord &record);
[[nodiscard]] AnyRecord withWords(AnyRecord record, std::string words);

/// The one number it is about: of a rating, or of the whole body. Nothing where there is none to correct.
[[nodiscard]] std::optional<PainLevel> levelOf(const AnyRecord &record);
/// A number given anew is the person's own, no longer one carried over.
[[nodiscard]] AnyRecord withLevel(AnyRecord record, PainLevel level);

/// The same day at another time by the local clock; the offset stays that of the entry. On the night in which clocks go
/// back an hour exists twice: the entry stays in its own.
[[nodiscard]] Instant atTimeOfDay(const Instant &at, std::chrono::minutes sinceMidnight);

} // namespace palpate
