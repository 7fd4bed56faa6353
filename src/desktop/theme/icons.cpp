// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme/icons.h"

#include <array>

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

/// The drawings stand in a static library, whose resources must be asked for; and only outside of a namespace.
static void loadDrawings() { Q_INIT_RESOURCE(icons); }

namespace palpate::desktop {

namespace {

/// In the order of Icon.
constexpr std::array names{"",      "map",    "settings", "help",   "cover",   "search", "undo",  "redo",
                           "plus",  "minus",  "whole",    "point",  "brush",   "eraser", "copy",  "chevron",
                           "close", "muscle", "zone",     "page",   "command", "remove", "alert", "previous",
                           "next",  "today",  "history",  "trends", "learn",   "care"};

} // namespace

QPixmap iconPixmap(Icon icon, const QColor &color, int side, double devicePixelRatio)
{
    if (icon == Icon::none) {
        return {};
    }
    const QString name = QString::fromLatin1(names[static_cast<std::size_t>(icon)]);
    const QString key =
        QStringLiteral("palpate-%1-%2-%3-%4").arg(name, color.name(QColor::HexArgb)).arg(side).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    loadDrawings();
    QFile file{QStringLiteral(":/icons/%1.svg").arg(name)};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSvgRenderer renderer{file.readAll()};
    pixmap = QPixmap{QSize{side, side} * devicePixelRatio};
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    renderer.render(&painter, QRectF{0, 0, double(side), double(side)});
    // The files draw in black: what is drawn takes the colour, what is not stays clear.
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF{0, 0, double(side), double(side)}, color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace palpate::desktop
