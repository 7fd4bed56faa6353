// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/datewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

namespace palpate::desktop::datewords {

namespace {

QString words(const char *source) { return QCoreApplication::translate("DateWords", source); }

} // namespace

QDate date(LocalDay day)
{
    const std::chrono::year_month_day parts{day};
    return {int{parts.year()}, static_cast<int>(unsigned{parts.month()}), static_cast<int>(unsigned{parts.day()})};
}

LocalDay day(QDate date) { return LocalDay{std::chrono::year{date.year()} / date.month() / date.day()}; }

QString longDay(LocalDay day, LocalDay today)
{
    const bool sameYear = date(day).year() == date(today).year();
    return QLocale{}.toString(date(day), sameYear ? words("dddd, d MMMM") : words("dddd, d MMMM yyyy"));
}

QString shortDay(LocalDay day, LocalDay today)
{
    const auto ago = (today - day).count();
    if (ago == 0) {
        return words("today");
    }
    if (ago == 1) {
        return words("yesterday");
    }
    if (ago > 1 && ago < 7) {
        return QLocale{}.toString(date(day), QStringLiteral("dddd"));
    }
    const bool sameYear = date(day).year() == date(today).year();
    return QLocale{}.toString(date(day), sameYear ? words("d MMM") : words("d MMM yyyy"));
}

QString time(const Instant &instant)
{
    const auto local = instant.local();
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
    QString format = QLocale{}.timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")); // which some locales have
    return QLocale{}.toString(QTime{static_cast<int>(minutes.count() / 60), static_cast<int>(minutes.count() % 60)},
                              format);
}

} // namespace palpate::desktop::datewords
