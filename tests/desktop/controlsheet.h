// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "desktop/theme/tokens.h"

namespace palpate::testing {

/// All controls, words, markers, icons and colours of one theme, for docs/design-system.md. Leaves the theme set.
[[nodiscard]] QImage controlSheet(desktop::Theme theme);

} // namespace palpate::testing
