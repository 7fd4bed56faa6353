// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "referral/rulebase.h"

class QWidget;

namespace palpate::desktop {

class AlertFrame;

/// What to do and why, of signs that were told together: each sentence once, and of advice that of the most urgent
/// alone. Tells assistive technology when it is shown in `place`, whose layout it takes for itself; without signs the
/// place is empty and hidden, and null comes back.
AlertFrame *showAlarm(QWidget &place, const RuleBase &rules, const std::vector<const RedFlag *> &flags,
                      const QString &heading, const QString &objectName);

} // namespace palpate::desktop
