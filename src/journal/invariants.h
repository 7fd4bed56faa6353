// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "record/described.h"

namespace palpate {

/// What is wrong with a record that its tables alone would let pass: a side that does not fit its place, a stroke of an
/// area that is not there, text that is not UTF-8, a time outside the years we count in. An English clause; nothing
/// when all is well.
[[nodiscard]] std::optional<std::string> objectionTo(const AnyRecord &record);

} // namespace palpate
