// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListView;

namespace palpate::desktop {

/// Makes a list lie flat in its pane: no frame, no ground of its own, no scroll bar below, the row under the pointer
/// told.
void layFlat(QListView &list);

} // namespace palpate::desktop
