// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "desktop/bodymap/mapscene.h"
#include "record/plan.h"
#include "referral/knowledgebase.h"

class QFont;
class QPrinter;

namespace palpate::desktop {

/// The plan on paper: a row an item with its muscle on the body, in light colours whatever the window looks like, and a
/// week of boxes to tick by hand.
void printPlan(QPrinter &printer, const QFont &font, MapScene &scene, const KnowledgeBase &knowledge, const Plan &plan,
               const std::vector<PlanItem> &items);

} // namespace palpate::desktop
