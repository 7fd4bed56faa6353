// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/chartwords.h"

#include <cmath>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "desktop/datewords.h"

namespace palpate::desktop::chartwords {

namespace {

QString words(const char *source) { return QCoreApplication::translate("Charts", source); }

} // namespace

QString asked(Asked asked)
{
    switch (asked) {
    case Asked::tendernessPressed:
        return words("Tenderness when pressed");
    case Asked::worstSinceLastEntry:
        return words("Worst since the last entry");
    case Asked::averageOfDay:
        return words("Average of the day");
    case Asked::sorenessNow:
        break;
    }
    return words("Soreness now");
}

QString origin(Origin origin)
{
    switch (origin) {
    case Origin::carriedOver:
        return words("same as last time");
    case Origin::nothingToday:
        return words("from “nothing today”");
    case Origin::given:
        break;
    }
    return words("told");
}

QString treatment(TreatmentKind kind)
{
    switch (kind) {
    case TreatmentKind::massage:
        return words("massage");
    case TreatmentKind::dryNeedling:
        return words("dry needling");
    case TreatmentKind::injectionAnaesthetic:
        return words("injection (local anaesthetic)");
    case TreatmentKind::injectionCortisone:
        return words("injection (cortisone)");
    case TreatmentKind::acupuncture:
        return words("acupuncture");
    case TreatmentKind::physiotherapy:
        return words("physiotherapy");
    case TreatmentKind::chiropractic:
        return words("chiropractic");
    case TreatmentKind::yogaPilates:
        return words("yoga or Pilates class");
    case TreatmentKind::other:
        break;
    }
    return words("another treatment");
}

QString dayAndMonth(LocalDay day) { return QLocale{}.toString(datewords::date(day), QStringLiteral("d MMM")); }

QString day(LocalDay day) { return QLocale{}.toString(datewords::date(day), QStringLiteral("d MMM yyyy")); }

QString moment(const Instant &moment)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.local().time_since_epoch().count(), Qt::UTC);
    return words("%1, %2").arg(day(dayOf(moment)), QLocale{}.toString(local.time(), QStringLiteral("HH:mm")));
}

QString range(const DateRange &range) { return words("%1 – %2").arg(day(range.from), day(range.to)); }

QString number(double level)
{
    const bool whole = std::abs(level - std::round(level)) < 0.05;
    return QLocale{}.toString(level, 'f', whole ? 0 : 1);
}

QString ofTen(double level) { return words("%1 of 10").arg(number(level)); }

QString numbers(std::size_t count) { return count == 1 ? words("1 number") : words("%1 numbers").arg(count); }

} // namespace palpate::desktop::chartwords
