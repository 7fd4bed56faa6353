// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page of the window, and puts the pictures together: palpate_pictures FOLDER SET. The sets are light,
// dark, contrast, large, double, narrow, pseudo and right-to-left; a picture is FOLDER/SET-SCENE.png, a sheet
// FOLDER/SET.png. The set controls is one sheet of all controls in three themes. palpate_pictures --small FROM TO
// writes a picture again in 256 colours, for one that is kept.
#include <cstdio>
#include <exception>
#include <optional>

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QTemporaryDir>

#include "controlsheet.h"
#include "fewcolours.h"
#include "pseudolanguage.h"
#include "support/fixedclock.h"
#include "windowscenes.h"

namespace {

using namespace palpate;
using desktop::Theme;
namespace fs = std::filesystem;

struct PictureSet {
    Theme theme = Theme::light;
    QSize size{1280, 800};
    bool pseudo = false;
    Qt::LayoutDirection direction = Qt::LeftToRight;
};

std::optional<PictureSet> setOf(const QString &name)
{
    if (name == QStringLiteral("light") || name == QStringLiteral("double")) {
        return PictureSet{}; // double: the caller sets Qt's scale to 2
    }
    if (name == QStringLiteral("dark")) {
        return PictureSet{Theme::dark};
    }
    if (name == QStringLiteral("contrast")) {
        return PictureSet{Theme::contrastDark};
    }
    if (name == QStringLiteral("large")) {
        return PictureSet{Theme::light, {1920, 1200}};
    }
    if (name == QStringLiteral("narrow")) {
        return PictureSet{Theme::light, {1024, 640}};
    }
    if (name == QStringLiteral("pseudo")) {
        return PictureSet{Theme::light, {1280, 800}, true};
    }
    if (name == QStringLiteral("right-to-left")) {
        return PictureSet{Theme::light, {1280, 800}, true, Qt::RightToLeft};
    }
    return std::nullopt;
}

/// As small as lossless PNG gets.
bool save(const QImage &picture, const QString &file)
{
    constexpr int mostCompression = 0;
    if (picture.isNull() || !picture.save(file, "PNG", mostCompression)) {
        std::fprintf(stderr, "palpate_pictures: %s cannot be written\n", qPrintable(file));
        return false;
    }
    return true;
}

QImage sheetOf(const std::vector<QImage> &pictures, const PictureSet &set)
{
    constexpr int columns = 3;
    constexpr int gap = 16;
    const QSize cell{640, 640 * set.size.height() / set.size.width()};
    const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
    QImage sheet{columns * (cell.width() + gap) + gap, rows * (cell.height() + gap) + gap, QImage::Format_RGB32};
    sheet.fill(tokensFor(set.theme).interface.sunken);
    QPainter painter{&sheet};
    for (std::size_t at = 0; at < pictures.size(); ++at) {
        const int column = static_cast<int>(at) % columns;
        const int row = static_cast<int>(at) / columns;
        QImage small = pictures[at].scaled(cell, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        small.setDevicePixelRatio(1);
        painter.drawImage(gap + column * (cell.width() + gap), gap + row * (cell.height() + gap), small);
    }
    return sheet;
}

int renderSet(const QString &folder, const QString &name, const PictureSet &set)
{
    testing::PseudoLanguage pseudo;
    if (set.pseudo) {
        QApplication::installTranslator(&pseudo);
    }
    QApplication::setLayoutDirection(set.direction);
    const QTemporaryDir scratch;
    const testing::SceneJournals journals{fs::path{scratch.path().toStdString()}};
    std::vector<QImage> pictures;
    for (const testing::Scene &scene : testing::allScenes()) {
        const QTemporaryDir home;
        const auto open =
            journals.open(scene, fs::path{home.path().toStdString()} / "journal.palpate", set.theme, set.size);
        // Not the place of a scratch file.
        if (auto *path = open->window->findChild<QLabel *>(QStringLiteral("journalPath"))) {
            path->setText(QStringLiteral("~/.local/share/palpate/journal.palpate"));
        }
        const QImage picture = open->window->grab().toImage();
        const QString file = QStringLiteral("%1/%2-%3.png").arg(folder, name, QLatin1String(scene.name));
        if (!save(picture, file)) {
            return 1;
        }
        pictures.push_back(picture);
    }
    return save(sheetOf(pictures, set), QStringLiteral("%1/%2.png").arg(folder, name)) ? 0 : 1;
}

int renderControls(const QString &folder)
{
    std::vector<QImage> sheets;
    int width = 0;
    for (const Theme theme : {Theme::light, Theme::dark, Theme::contrastDark}) {
        sheets.push_back(testing::controlSheet(theme));
        width += sheets.back().width();
    }
    QImage all{width, sheets.front().height(), QImage::Format_RGB32};
    QPainter painter{&all};
    int x = 0;
    for (const QImage &sheet : sheets) {
        painter.drawImage(x, 0, sheet);
        x += sheet.width();
    }
    painter.end();
    return save(all, QStringLiteral("%1/controls.png").arg(folder)) ? 0 : 1;
}

int run(const QStringList &words)
{
    if (words.size() == 4 && words[1] == QStringLiteral("--small")) {
        return save(testing::withFewColours(QImage{words[2]}), words[3]) ? 0 : 1;
    }
    if (words.size() == 3 && words[2] == QStringLiteral("controls")) {
        return renderControls(words[1]);
    }
    const auto set = words.size() == 3 ? setOf(words[2]) : std::nullopt;
    if (!set) {
        std::fprintf(stderr, "Usage: palpate_pictures FOLDER "
                             "light|dark|contrast|large|double|narrow|pseudo|right-to-left|controls\n"
                             "       palpate_pictures --small FROM.png TO.png\n");
        return 2;
    }
    return renderSet(words[1], words[2], *set);
}

} // namespace

int main(int argc, char **argv)
try {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_STATE_HOME", home.path().toUtf8());
    const QApplication application{argc, argv};
    return run(QApplication::arguments());
} catch (const std::exception &error) {
    std::fprintf(stderr, "palpate_pictures: %s\n", error.what());
    return 1;
}
