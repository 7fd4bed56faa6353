// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/settings.h"

namespace palpate::desktop {

Settings::Settings()
    : m_store{QSettings::IniFormat, QSettings::UserScope, QStringLiteral("palpate"), QStringLiteral("palpate")}
{}

bool Settings::read(const QVariant &stored, bool fallback)
{
    const QString word = stored.toString();
    return word == QStringLiteral("true") || (word != QStringLiteral("false") && fallback);
}

int Settings::read(const QVariant &stored, int fallback)
{
    bool isNumber = false;
    const int number = stored.toInt(&isNumber);
    return isNumber ? number : fallback;
}

QSize Settings::read(const QVariant &stored, QSize fallback)
{
    const QSize size = stored.toSize();
    return size.isValid() && !size.isEmpty() ? size : fallback;
}

std::string Settings::read(const QVariant &stored, std::string_view fallback)
{
    return stored.isValid() ? stored.toString().toStdString() : std::string{fallback};
}

anatomy::Layer Settings::read(const QVariant &stored, anatomy::Layer fallback)
{
    return anatomy::layerFromKey(stored.toString().toStdString()).value_or(fallback);
}

Theme themeFor(ThemeChoice choice, bool systemIsDark)
{
    switch (choice) {
    case ThemeChoice::light:
        return Theme::light;
    case ThemeChoice::dark:
        return Theme::dark;
    case ThemeChoice::contrastLight:
        return Theme::contrastLight;
    case ThemeChoice::contrastDark:
        return Theme::contrastDark;
    case ThemeChoice::system:
        break;
    }
    return systemIsDark ? Theme::dark : Theme::light;
}

} // namespace palpate::desktop
