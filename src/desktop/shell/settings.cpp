// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/settings.h"

#include <QSettings>

namespace palpate::desktop {

namespace {

QSettings store()
{
    return QSettings{QSettings::IniFormat, QSettings::UserScope, QStringLiteral("palpate"), QStringLiteral("palpate")};
}

const QString themeKey = QStringLiteral("window/theme");
const QString viewKey = QStringLiteral("map/view");
const QString layerKey = QStringLiteral("map/layer");
const QString sizeKey = QStringLiteral("window/size");

constexpr QSize defaultSize{1280, 800};

} // namespace

Theme Settings::theme() const
{
    return store().value(themeKey).toString() == QStringLiteral("dark") ? Theme::dark : Theme::light;
}

void Settings::setTheme(Theme theme)
{
    store().setValue(themeKey, theme == Theme::dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

std::string Settings::view() const { return store().value(viewKey, QStringLiteral("front")).toString().toStdString(); }

void Settings::setView(const std::string &id) { store().setValue(viewKey, QString::fromStdString(id)); }

anatomy::Layer Settings::layer() const
{
    const auto layer = anatomy::layerFromKey(store().value(layerKey).toString().toStdString());
    return layer.value_or(anatomy::Layer::superficial);
}

void Settings::setLayer(anatomy::Layer layer)
{
    store().setValue(layerKey, QString::fromStdString(std::string{toKey(layer)}));
}

QSize Settings::windowSize() const { return store().value(sizeKey, defaultSize).toSize(); }

void Settings::setWindowSize(QSize size) { store().setValue(sizeKey, size); }

} // namespace palpate::desktop
