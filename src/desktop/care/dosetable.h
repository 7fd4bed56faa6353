// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "care/doselog.h"

class QWidget;

namespace palpate::desktop {

/// What was done to a point and what soreness did, newest first: one row each, no more than can be taken in. Null
/// where nothing was done.
[[nodiscard]] QWidget *makeDoseTable(std::span<const DoseEntry> entries, const Instant &now);

} // namespace palpate::desktop
