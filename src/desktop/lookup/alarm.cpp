// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/alarm.h"

#include <algorithm>

#include <QAccessible>
#include <QLabel>
#include <QVBoxLayout>

#include "desktop/controls/alertframe.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

AlertFrame *showAlarm(QWidget &place, const RuleBase &rules, const std::vector<const RedFlag *> &flags,
                      const QString &heading, const QString &objectName)
{
    clearLayout(*place.layout());
    place.setVisible(!flags.empty());
    if (flags.empty()) {
        return nullptr;
    }
    QStringList advice;
    QStringList reasons;
    const Urgency most = (*std::ranges::min_element(flags, {}, &RedFlag::urgency))->urgency;
    for (const RedFlag *flag : flags) {
        reasons << phrases::text(flag->reason);
        // Beside "call now" an appointment in the next days would only be read as the easier way.
        if (flag->urgency != most && flag->kind != RedFlagKind::despair) {
            continue;
        }
        for (const AdviceId &id : flag->advice) {
            if (const Advice *one = rules.adviceOf(id)) {
                advice << phrases::text(one->text);
            }
        }
    }
    advice.removeDuplicates();
    reasons.removeDuplicates();
    auto *frame = new AlertFrame;
    frame->setObjectName(objectName);
    frame->content().addWidget(makeLabel(heading, TextStyle::section));
    frame->content().addWidget(makeLabel(advice.join(QLatin1Char(' ')), TextStyle::lead));
    frame->content().addWidget(makeLabel(reasons.join(QLatin1Char(' ')), TextStyle::body));
    frame->setAccessibleName(heading + QStringLiteral(". ") + advice.join(QLatin1Char(' ')));
    place.layout()->addWidget(frame);
    frame->setVisible(true);
    QAccessibleEvent told{frame, QAccessible::Alert};
    QAccessible::updateAccessibility(&told);
    return frame;
}

} // namespace palpate::desktop
