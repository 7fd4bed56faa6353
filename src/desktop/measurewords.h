// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "record/measure.h"

// What is measured, in the person's language.
namespace palpate::desktop::measurewords {

/// "turning the head"
[[nodiscard]] QString movement(MovementTest test);
/// "shoulders drawn up"
[[nodiscard]] QString posture(PostureSign sign);
/// What stands behind a number: "°", " cm"; empty for a score.
[[nodiscard]] QString unit(MeasureUnit unit);

} // namespace palpate::desktop::measurewords
