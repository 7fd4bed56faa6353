// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where everything is joined.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>

#include <sys/stat.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTimer>

#include "core/idsource.h"
#include "core/instant.h"
#include "desktop/datafolder.h"
#include "desktop/page/mappage.h"
#include "desktop/phrases.h"
#include "desktop/rendercommand.h"
#include "desktop/shell/mainwindow.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/palpatestyle.h"
#include "journal/journal.h"
#include "referral/loadknowledge.h"

namespace {

using namespace palpate;
namespace fs = std::filesystem;

/// The exit codes of the command line, as the manual names them.
enum ExitCode { success = 0, failure = 1, wrongUse = 2 };

struct CommandLine {
    QCommandLineParser parser;
    QCommandLineOption journal{QStringLiteral("journal"),
                               QStringLiteral("Open this journal instead of the one in the data folder."),
                               QStringLiteral("FILE")};
    QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME")};
    QCommandLineOption view{QStringLiteral("view"), QStringLiteral("render: front or back."), QStringLiteral("VIEW"),
                            QStringLiteral("front")};
    QCommandLineOption layer{QStringLiteral("layer"),
                             QStringLiteral("render: superficial, intermediate, deep or bone."),
                             QStringLiteral("LAYER"), QStringLiteral("superficial")};
    QCommandLineOption window{QStringLiteral("window"),
                              QStringLiteral("render: the main window with sample data instead of a view.")};
    QCommandLineOption out{QStringLiteral("out"), QStringLiteral("render: the picture to write."),
                           QStringLiteral("FILE.png")};

    CommandLine()
    {
        parser.setApplicationDescription(
            QStringLiteral("A body map and pain journal for myofascial pain.\n\n"
                           "palpate          opens the window\n"
                           "palpate render   writes a picture of the body, or of the window; needs no display"));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("render, or nothing for the window."));
        parser.addOptions({journal, theme, view, layer, window, out});
    }

    /// Nothing when the word is neither.
    [[nodiscard]] std::optional<desktop::Theme> chosenTheme() const
    {
        const QString word = parser.value(theme);
        if (word.isEmpty()) {
            return desktop::Settings{}.theme();
        }
        if (word == QStringLiteral("light")) {
            return desktop::Theme::light;
        }
        return word == QStringLiteral("dark") ? std::optional{desktop::Theme::dark} : std::nullopt;
    }
};

int complain(const QString &sentence)
{
    std::fprintf(stderr, "palpate: %s\n", qPrintable(sentence));
    return wrongUse;
}

fs::path resources() { return desktop::dataFolder(fs::path{QCoreApplication::applicationDirPath().toStdString()}); }

LoadedKnowledge readKnowledge(const fs::path &data)
{
    LoadedKnowledge loaded = loadKnowledge(data / "knowledge", data / "schema");
    for (const DataFileError &problem : loaded.problems) {
        std::fprintf(stderr, "palpate: a part of the knowledge base is broken and left out: %s\n", problem.what());
    }
    return loaded;
}

int render(const CommandLine &line)
{
    const auto theme = line.chosenTheme();
    const auto layer = anatomy::layerFromKey(line.parser.value(line.layer).toStdString());
    if (!theme) {
        return complain(QStringLiteral("--theme is light or dark"));
    }
    if (!layer || *layer == anatomy::Layer::skin) {
        return complain(QStringLiteral("--layer is superficial, intermediate, deep or bone"));
    }
    if (!line.parser.isSet(line.out)) {
        return complain(QStringLiteral("render needs --out FILE.png"));
    }
    const fs::path data = resources();
    const auto atlas = anatomy::Atlas::load(data / "atlas");
    const std::string view = line.parser.value(line.view).toStdString();
    if (atlas.findView(view) == nullptr) {
        return complain(QStringLiteral("--view is front or back"));
    }
    QImage picture;
    if (line.parser.isSet(line.window)) {
        const QTemporaryDir folder; // sample data never touches a person's own journal
        const LoadedKnowledge knowledge = readKnowledge(data);
        picture = desktop::renderWindow(atlas, knowledge.base, *theme, {1280, 800},
                                        fs::path{folder.filePath(QStringLiteral("sample.palpate")).toStdString()});
    } else {
        picture = desktop::renderView(atlas, {view, *layer, *theme, 1200});
    }
    if (!picture.save(line.parser.value(line.out))) {
        std::fprintf(stderr, "palpate: %s cannot be written\n", qPrintable(line.parser.value(line.out)));
        return failure;
    }
    return success;
}

int runWindow(const CommandLine &line)
{
    const auto theme = line.chosenTheme();
    if (!theme) {
        return complain(QStringLiteral("--theme is light or dark"));
    }
    desktop::applyTheme(*qApp, *theme);
    const SystemClock clock;
    Uuid7Source ids{clock};
    const fs::path file = line.parser.isSet(line.journal) ? fs::path{line.parser.value(line.journal).toStdString()}
                                                          : defaultJournalPath();
    const fs::path data = resources();
    const auto atlas = anatomy::Atlas::load(data / "atlas");
    desktop::JournalSession session{Journal::open(file), clock, ids};
    desktop::MapScene scene{atlas};
    KnowledgeBase knowledge;
    desktop::MainWindow window{scene, knowledge, session, *theme};
    window.show();
    // The body is on screen first; the words it needs only at the first click come right after.
    QTimer::singleShot(0, &window, [&] {
        knowledge = readKnowledge(data).base;
        window.mapPage().knowledgeLoaded();
    });
    return QApplication::exec();
}

int run(int argc, char **argv)
{
    CommandLine line;
    QStringList words;
    for (int at = 0; at < argc; ++at) {
        words << QString::fromLocal8Bit(argv[at]);
    }
    const bool understood = line.parser.parse(words);
    const QStringList commands = line.parser.positionalArguments();
    const bool rendering = commands == QStringList{QStringLiteral("render")};
    const bool speaksOnly = !understood || line.parser.isSet(QStringLiteral("help")) ||
                            line.parser.isSet(QStringLiteral("version")) || (!commands.isEmpty() && !rendering);
    if (rendering || speaksOnly) {
        qputenv("QT_QPA_PLATFORM", "offscreen"); // neither needs a display
    }
    QCoreApplication::setApplicationName(QStringLiteral("palpate"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PALPATE_VERSION));
    if (speaksOnly) {
        const QCoreApplication application{argc, argv};
        if (!understood || (!commands.isEmpty() && !rendering)) {
            return complain(understood
                                ? QStringLiteral("unknown command \"%1\"; see palpate --help").arg(commands.front())
                                : line.parser.errorText());
        }
        line.parser.process(application); // prints and leaves
    }
    const QApplication application{argc, argv};
    return rendering ? render(line) : runWindow(line);
}

/// Where the window cannot open, the reason is said in a window of its own as well as on the terminal.
int refuse(const QString &sentence)
{
    std::fprintf(stderr, "palpate: %s\n", qPrintable(sentence));
    if (qApp != nullptr && QGuiApplication::platformName() != QStringLiteral("offscreen")) {
        QMessageBox::critical(nullptr, QStringLiteral("Palpate"), sentence);
    }
    return failure;
}

} // namespace

int main(int argc, char **argv)
{
    umask(077); // no file of ours is for others to read
    try {
        return run(argc, argv);
    } catch (const JournalError &error) {
        return refuse(desktop::phrases::error(error));
    } catch (const std::exception &error) {
        return refuse(QString::fromUtf8(error.what()));
    }
}
