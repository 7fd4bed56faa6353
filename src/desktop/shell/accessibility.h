// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palpate::desktop {

/// Makes the program's own interfaces known to assistive technology: the body map as a tree, and push buttons that act
/// when they are activated, checkable or not. To be called before the first widget is made. More than one call does no
/// more.
void installAccessibility();

} // namespace palpate::desktop
