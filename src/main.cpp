// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where everything is joined.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <future>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTimer>

#include "cli/run.h"
#include "core/idsource.h"
#include "core/instant.h"
#include "desktop/datafolder.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/mappage.h"
#include "desktop/phrases.h"
#include "desktop/reminders/remindcommand.h"
#include "desktop/reminders/reminderservice.h"
#include "desktop/rendercommand.h"
#include "desktop/shell/journalswitch.h"
#include "desktop/shell/mainwindow.h"
#include "desktop/shell/openbody.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/palpatestyle.h"
#include "journal/journal.h"
#include "referral/bodyregion.h"
#include "referral/loadall.h"
#include "referral/loadknowledge.h"

namespace {

using namespace palpate;
namespace fs = std::filesystem;

/// The exit codes of the command line, as the manual names them.
enum ExitCode { success = 0, failure = 1, wrongUse = 2 };

QString describe(const char *text) { return QString::fromLatin1(text); }

struct CommandLine {
    QCommandLineParser parser;
    QCommandLineOption journal{describe("journal"),
                               describe("Open this journal instead of the one in the data folder."), describe("FILE")};
    QCommandLineOption theme{describe("theme"), describe("light, dark, contrast-light or contrast-dark."),
                             describe("THEME")};
    QCommandLineOption list{describe("list"), describe("remind: print the reminders and when each is next due.")};
    QCommandLineOption wait{describe("wait"), describe("remind: stay, and show each reminder at its time.")};
    QCommandLineOption view{describe("view"), describe("render: front, front-left, left …, soles or crown."),
                            describe("VIEW"), describe("front")};
    QCommandLineOption layer{describe("layer"), describe("render: skin, superficial, intermediate, deep or bone."),
                             describe("LAYER"), describe("superficial")};
    QCommandLineOption zones{describe("zones"), describe("render: mark these zones."), describe("ID[:SIDE],…")};
    QCommandLineOption muscle{describe("muscle"), describe("render: outline this muscle."), describe("ID[:SIDE]")};
    QCommandLineOption armAside{describe("arm-aside"), describe("render: without the near arm.")};
    QCommandLineOption crop{describe("crop"), describe("render: this part, in millimetres from the top left."),
                            describe("X,Y,WIDTH,HEIGHT")};
    QCommandLineOption scale{describe("scale"), describe("render: pixels to a millimetre (0.7)."), describe("N"),
                             describe("0.7")};
    QCommandLineOption window{describe("window"), describe("render: the main window with sample data instead.")};
    QCommandLineOption sheet{describe("contact-sheet"), describe("render: all views and layers on one sheet instead.")};
    QCommandLineOption out{describe("out"), describe("render: the picture to write."), describe("FILE.png")};

    CommandLine()
    {
        parser.setApplicationDescription(
            describe("A body map and pain journal for myofascial pain.\n\n"
                     "palpate              opens the window\n"
                     "palpate remind       shows the reminders that are due now as a notification; needs no display\n"
                     "palpate render       writes a picture of the body, or of the window; needs no display\n\n"
                     "These tell more with --help:\n"
                     "palpate log          stores one entry, such as \"l inf 6\"\n"
                     "palpate points       prints the points that are looked after\n"
                     "palpate entries      prints what was entered, by day\n"
                     "palpate check        looks through the whole journal; prints ok, or what is wrong\n"
                     "palpate backup       makes a backup, or lists them\n"
                     "palpate restore      shows what a backup holds, and puts it in place\n"
                     "palpate export       writes the whole journal as JSON\n"
                     "palpate import       shows what an export would add, and adds it\n"
                     "palpate make-sample  makes a new journal of invented entries\n"
                     "palpate atlas        lists the views, layers, muscles and zones of the body atlas\n"
                     "palpate lookup       ranks the muscles that could send pain to places or words\n"
                     "palpate muscle       prints where a muscle sends its pain\n"
                     "palpate zones        lists the zones of the body and what people call them\n\n"
                     "Exit codes: 0 done; 1 it failed, a sentence says why; 2 wrong use; 3 the file to import is "
                     "refused; 4 the journal is open elsewhere."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addPositionalArgument(describe("command"),
                                     describe("remind, render, one of those above, or nothing for the window."));
        parser.addOptions(
            {journal, list, wait, theme, view, layer, zones, muscle, armAside, crop, scale, window, sheet, out});
    }

    /// What the word says; nothing when there is none. Throws WrongUse when it is no theme.
    [[nodiscard]] std::optional<desktop::Theme> forcedTheme() const;

    /// That, or what is remembered.
    [[nodiscard]] desktop::Theme chosenTheme() const
    {
        const desktop::Settings settings;
        return forcedTheme().value_or(
            themeFor(settings.get(desktop::setting::theme), settings.get(desktop::setting::systemWasDark)));
    }
};

/// The person used the command line wrongly; what() says how.
class WrongUse : public std::runtime_error {
public:
    explicit WrongUse(const QString &sentence) : std::runtime_error{sentence.toStdString()} {}
};

std::optional<desktop::Theme> CommandLine::forcedTheme() const
{
    const QString word = parser.value(theme);
    if (word.isEmpty()) {
        return std::nullopt;
    }
    const auto choice = fromKey<desktop::ThemeChoice>(word.toStdString());
    if (!choice || *choice == desktop::ThemeChoice::system) {
        throw WrongUse{QStringLiteral("--theme is light, dark, contrast-light or contrast-dark")};
    }
    return themeFor(*choice, false);
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

/// "ID" or "ID:left": the id, and the sides meant.
std::pair<QString, std::vector<Side>> idAndSides(const QString &word)
{
    const QString id = word.section(QLatin1Char(':'), 0, 0);
    const QString side = word.section(QLatin1Char(':'), 1);
    if (side.isEmpty()) {
        return {id, {Side::left, Side::right, Side::midline}};
    }
    const auto one = fromKey<Side>(side.toStdString());
    if (!one) {
        throw WrongUse{QStringLiteral("%1 is no side: left, right or midline").arg(side)};
    }
    return {id, {*one}};
}

std::vector<anatomy::RegionNumber> namedRegions(const anatomy::Atlas &atlas, const QString &word)
{
    const auto [name, sides] = idAndSides(word);
    const auto id = MuscleId::parse(name.toStdString());
    if (!id || atlas.findStructure(*id) == nullptr) {
        throw WrongUse{QStringLiteral("the atlas has no structure \"%1\"").arg(name)};
    }
    std::vector<anatomy::RegionNumber> regions;
    for (const Side side : sides) {
        if (const auto region = atlas.regionOf(*id, side)) {
            regions.push_back(*region);
        }
    }
    return regions;
}

std::vector<anatomy::ZonePlace> namedZones(const anatomy::Atlas &atlas, const QString &words)
{
    std::vector<anatomy::ZonePlace> zones;
    for (const QString &word : words.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto [name, sides] = idAndSides(word);
        const auto id = ZoneId::parse(name.toStdString());
        if (!id || atlas.zoneNumber(*id, Side::left) == 0) {
            throw WrongUse{QStringLiteral("the atlas has no zone \"%1\"").arg(name)};
        }
        for (const Side side : sides) {
            zones.push_back({*id, side});
        }
    }
    return zones;
}

QRectF cropOf(const QString &words)
{
    const QStringList numbers = words.split(QLatin1Char(','));
    std::array<double, 4> values{};
    bool good = numbers.size() == 4;
    for (int at = 0; good && at < 4; ++at) {
        values[static_cast<std::size_t>(at)] = numbers[at].toDouble(&good);
    }
    const QRectF crop{values[0], values[1], values[2], values[3]};
    if (!good || crop.width() < 1 || crop.height() < 1 || crop.width() > 4000 || crop.height() > 4000) {
        throw WrongUse{QStringLiteral("--crop takes X,Y,WIDTH,HEIGHT in millimetres")};
    }
    return crop;
}

desktop::RenderRequest requestOf(const CommandLine &line, const anatomy::Atlas &atlas, desktop::Theme theme)
{
    desktop::RenderRequest request;
    request.theme = theme;
    const auto layer = anatomy::layerFromKey(line.parser.value(line.layer).toStdString());
    if (!layer) {
        throw WrongUse{QStringLiteral("--layer is skin, superficial, intermediate, deep or bone")};
    }
    request.layer = *layer;
    QString view = line.parser.value(line.view);
    view += line.parser.isSet(line.armAside) ? QStringLiteral(".aside") : QString{};
    request.view = atlas.findView(view.toStdString());
    if (request.view == nullptr) {
        throw WrongUse{QStringLiteral("the atlas has no view \"%1\"; palpate atlas --json lists them").arg(view)};
    }
    bool isNumber = false;
    request.pixelsPerMm = line.parser.value(line.scale).toDouble(&isNumber);
    if (!isNumber || request.pixelsPerMm < 0.02 || request.pixelsPerMm > 20) {
        throw WrongUse{QStringLiteral("--scale is a number from 0.02 to 20")};
    }
    if (line.parser.isSet(line.crop)) {
        request.cropMm = cropOf(line.parser.value(line.crop));
    }
    if (line.parser.isSet(line.muscle)) {
        request.regions = namedRegions(atlas, line.parser.value(line.muscle));
    }
    request.zones = namedZones(atlas, line.parser.value(line.zones));
    return request;
}

int render(const CommandLine &line)
{
    const desktop::Theme theme = line.chosenTheme();
    if (!line.parser.isSet(line.out)) {
        throw WrongUse{QStringLiteral("render needs --out FILE.png")};
    }
    const fs::path data = resources();
    const auto atlas = anatomy::Atlas::load(data / "atlas");
    desktop::applyTheme(*qApp, theme);
    QImage picture;
    if (line.parser.isSet(line.window)) {
        const QTemporaryDir folder; // sample data never touches a person's own journal
        const LoadedKnowledge knowledge = readKnowledge(data);
        picture = desktop::renderWindow(atlas, knowledge.base, theme, {1280, 800},
                                        fs::path{folder.filePath(QStringLiteral("sample.palpate")).toStdString()});
    } else if (line.parser.isSet(line.sheet)) {
        picture = desktop::renderContactSheet(atlas, theme);
    } else {
        picture = desktop::renderView(atlas, requestOf(line, atlas, theme));
    }
    if (!picture.save(line.parser.value(line.out))) {
        std::fprintf(stderr, "palpate: %s cannot be written\n", qPrintable(line.parser.value(line.out)));
        return failure;
    }
    return success;
}

/// What --journal said, or the default.
fs::path journalOf(const CommandLine &line)
{
    return line.parser.isSet(line.journal) ? fs::path{line.parser.value(line.journal).toStdString()}
                                           : defaultJournalPath();
}

int remind(const CommandLine &line)
{
    const SystemClock clock;
    const desktop::RemindRequest request{journalOf(line), clock};
    if (line.parser.isSet(line.list)) {
        desktop::listReminders(request, std::cout);
    } else if (line.parser.isSet(line.wait)) {
        desktop::remindWhileWaiting(request);
    } else {
        desktop::remindNow(request);
    }
    return std::cout.flush() ? success : failure;
}

/// What the window shows, read by other threads while Qt itself starts.
struct Opening {
    fs::path data;
    std::future<std::unique_ptr<desktop::OpenBody>> body;
    std::future<Journal> journal;
};

Journal openOwn(const fs::path &file, const Clock &clock, IdSource &ids)
{
    const auto device = deviceIdIn(defaultJournalPath().parent_path(), ids.next<DeviceId>());
    return Journal::open(file, {clock, device});
}

Opening beginOpening(const CommandLine &line, const Clock &clock, IdSource &ids)
{
    fs::path data = desktop::dataFolder(fs::read_symlink("/proc/self/exe").parent_path());
    const fs::path file = journalOf(line);
    auto body = desktop::openBody(data / "atlas", line.chosenTheme());
    return {std::move(data), std::move(body),
            std::async(std::launch::async, [file, &clock, &ids] { return openOwn(file, clock, ids); })};
}

int runWindow(const CommandLine &line, Opening opening, const Clock &clock, IdSource &ids)
{
    const desktop::Theme theme = line.chosenTheme();
    desktop::applyTheme(*qApp, theme);
    Journal own = opening.journal.get();
    const auto body = opening.body.get();
    KnowledgeBase knowledge;
    desktop::LookupSource source{
        body->atlas, [data = opening.data] { return loadAll(data / "knowledge", data / "schema", WithLibrary::yes); }};
    desktop::JournalSwitch opened{{body->scene, knowledge, source, clock, ids, line.forcedTheme()},
                                  std::move(own),
                                  [file = journalOf(line), &clock, &ids] { return openOwn(file, clock, ids); }};
    opened.window().show();
    // It was read meanwhile; what is broken is told here, not while painting.
    opened.window().mapPage().map().waitUntilRead();
    // The body is on screen first; the words it needs only at the first click come right after.
    QTimer::singleShot(0, &opened, [&] {
        knowledge = readKnowledge(opening.data).base;
        opened.knowledgeLoaded(loadBodyRegions(opening.data / "knowledge", opening.data / "schema", knowledge));
        opened.window().reminders().mend(!line.parser.isSet(line.journal));
    });
    const int code = QApplication::exec();
    if (!opened.isSample()) {
        opened.session().backUpIfDue(); // now, when nobody waits for the window
    }
    return code;
}

/// What needs no window starts without anything of Qt.
int runCommand(const std::vector<std::string> &words)
{
    const SystemClock clock;
    Uuid7Source ids{clock};
    const auto data = [] { return desktop::dataFolder(fs::read_symlink("/proc/self/exe").parent_path()); };
    return cli::run(words, {std::cout, std::cerr, clock, ids, defaultJournalPath, data});
}

int refuse(const QString &sentence)
{
    std::fprintf(stderr, "palpate: %s\n", qPrintable(sentence));
    return failure;
}

/// Where the window cannot open, the reason is said in a window of its own as well as on the terminal.
int refuseInWindow(const QString &sentence)
{
    const int code = refuse(sentence);
    if (QGuiApplication::platformName() != QStringLiteral("offscreen")) {
        QMessageBox box{QMessageBox::NoIcon, QStringLiteral("Palpate"), sentence, QMessageBox::Ok};
        constexpr int signSide = 32;
        box.setIconPixmap(desktop::iconPixmap(desktop::Icon::alert, box.palette().color(QPalette::BrightText), signSide,
                                              box.devicePixelRatioF()));
        box.exec();
    }
    return code;
}

int run(int argc, char **argv)
{
    CommandLine line;
    QStringList words;
    for (int at = 0; at < argc; ++at) {
        words << QString::fromLocal8Bit(argv[at]);
    }
    const bool understood = line.parser.parse(words);
    const QString command = line.parser.positionalArguments().join(QLatin1Char(' '));
    const bool asksForWords = line.parser.isSet(QStringLiteral("help")) || line.parser.isSet(QStringLiteral("version"));
    if (!understood) {
        throw WrongUse{line.parser.errorText()};
    }
    if (!command.isEmpty() && command != QStringLiteral("remind") && command != QStringLiteral("render")) {
        throw WrongUse{QStringLiteral("unknown command \"%1\"; see palpate --help").arg(command)};
    }
    QCoreApplication::setApplicationName(QStringLiteral("palpate"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PALPATE_VERSION));
    if (asksForWords) {
        const QCoreApplication application{argc, argv};
        line.parser.process(application); // prints and leaves
    }
    if (command == QStringLiteral("remind")) {
        const QCoreApplication application{argc, argv};
        return remind(line);
    }
    if (command == QStringLiteral("render")) {
        qputenv("QT_QPA_PLATFORM", "offscreen"); // it needs no display
        const QApplication application{argc, argv};
        return render(line);
    }
    // Before the application is made: Qt takes its scale from here, on top of the screen's own.
    if (const int percent = desktop::Settings{}.get(desktop::setting::scalePercent);
        percent > 100 && percent <= 200 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) {
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
    }
    const SystemClock clock;
    Uuid7Source ids{clock};
    auto opening = std::async(std::launch::async, [&] { return beginOpening(line, clock, ids); });
    const QApplication application{argc, argv};
    try {
        return runWindow(line, opening.get(), clock, ids);
    } catch (const JournalError &error) {
        return refuseInWindow(desktop::phrases::error(error));
    } catch (const std::exception &error) {
        return refuseInWindow(QString::fromUtf8(error.what()));
    }
}

} // namespace

int main(int argc, char **argv)
{
    umask(077); // no file of ours is for others to read
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none); // nor is what stood in memory when something went wrong
    try {
        const std::vector<std::string> words{argv + std::min(argc, 1), argv + argc};
        return cli::isCommand(words) ? runCommand(words) : run(argc, argv);
    } catch (const WrongUse &error) {
        std::fprintf(stderr, "palpate: %s\n", error.what());
        return wrongUse;
    } catch (const JournalError &error) {
        return refuse(desktop::phrases::error(error));
    } catch (const std::exception &error) {
        return refuse(QString::fromUtf8(error.what()));
    }
}
