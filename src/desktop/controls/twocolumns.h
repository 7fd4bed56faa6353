// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;
class QWidget;

namespace palpate::desktop {

/// Fills the page with two columns that scroll together: what one reads and answers at the start, what belongs beside
/// it at the end. No wider than can be read.
void layTwoColumns(QWidget &page, QWidget *start, QWidget *side);

/// Takes everything out. What stood in it goes once its own signals are over.
void clearLayout(QLayout &layout);

} // namespace palpate::desktop
