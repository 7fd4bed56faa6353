// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdlib>
#include <fstream>
#include <future>
#include <sstream>
#include <stdexcept>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include "benchmarks/bench.h"
#include "core/idsource.h"
#include "core/instant.h"
#include "core/localday.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/mappage.h"
#include "desktop/shell/mainwindow.h"
#include "desktop/shell/openbody.h"
#include "desktop/theme/palpatestyle.h"
#include "sample/samplejournal.h"

namespace palpate::bench {

namespace {

/// Says "painted" on standard output after the first paint of a widget, then what the kernel counts of the program's
/// memory, and ends the program.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget &widget) { widget.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_painting) {
            return false;
        }
        m_painting = true;
        QCoreApplication::sendEvent(watched, event); // the widget's own paint, now
        std::fputs("painted\n", stdout);
        std::fflush(stdout);
        std::stringstream memory;
        memory << std::ifstream{"/proc/self/smaps_rollup"}.rdbuf();
        std::fputs(memory.str().c_str(), stdout);
        std::fflush(stdout);
        QApplication::closeAllWindows(); // which remembers how large the body was
        std::_Exit(0);
    }

private:
    bool m_painting = false;
};

struct Start {
    double milliseconds = 0; ///< from before the fork to the child's word
    double processor = 0;    ///< milliseconds, of all its threads
    double pss = 0;          ///< MB: its own memory, and its share of what others use too
    double rss = 0;          ///< MB: all that is in memory
};

/// The figure of a line like "Pss:  12345 kB", in MB.
double megabytes(const std::string &memory, const std::string &name)
{
    const auto at = memory.find("\n" + name + ":");
    if (at == std::string::npos) {
        throw std::runtime_error{"the kernel does not tell " + name};
    }
    return std::stod(memory.substr(at + name.size() + 2)) / 1000;
}

Start started(const std::string &program, const char *mode)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        throw std::runtime_error{"no pipe"};
    }
    const auto start = SteadyClock::now();
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        execl(program.c_str(), program.c_str(), mode, nullptr);
        _exit(127);
    }
    close(ends[1]);
    std::string words(1, '\0');
    const bool painted = read(ends[0], words.data(), 1) == 1;
    const double elapsed = Milliseconds{SteadyClock::now() - start}.count();
    std::array<char, 4096> more{};
    for (ssize_t got = 0; (got = read(ends[0], more.data(), more.size())) > 0;) {
        words.append(more.data(), static_cast<std::size_t>(got));
    }
    close(ends[0]);
    rusage used{};
    wait4(child, nullptr, 0, &used);
    const auto milliseconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    if (!painted) {
        throw std::runtime_error{std::string{"no window came up with "} + mode};
    }
    return {elapsed, milliseconds(used.ru_utime) + milliseconds(used.ru_stime), megabytes(words, "Pss"),
            megabytes(words, "Rss")};
}

/// Where the window looks for it: ten invented years up to yesterday.
void writeTenYears(const anatomy::Atlas &atlas)
{
    const SystemClock clock;
    Uuid7Source ids{clock};
    sample::SampleRequest request;
    request.days = sample::daysOfYears(10);
    request.until = dayOf(clock.now()) - std::chrono::days{1};
    Journal journal = Journal::open(defaultJournalPath(), {clock, ids.next<DeviceId>()});
    (void)journal.add(sample::SampleJournal{atlas, request}.write());
}

} // namespace

int runEmptyWindow(int argc, char **argv)
{
    const QApplication application{argc, argv};
    QWidget window;
    window.resize(1280, 800);
    const FirstPaint watch{window};
    window.show();
    return QApplication::exec();
}

/// The window as main() puts it together.
int runBodyWindow(int argc, char **argv)
{
    const auto resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";
    const SystemClock clock;
    Uuid7Source ids{clock};
    auto opening = desktop::openBody(resources / "atlas", desktop::Theme::light);
    auto journal = std::async(std::launch::async, [&] {
        return Journal::open(defaultJournalPath(), {clock, ids.next<DeviceId>()});
    });
    const QApplication application{argc, argv};
    desktop::applyTheme(*qApp, desktop::Theme::light);
    desktop::JournalSession session{journal.get(), clock, ids};
    const auto body = opening.get();
    const KnowledgeBase knowledge;
    desktop::LookupSource source{body->atlas, [] { return LoadedAll{}; }};
    desktop::MainWindow window{body->scene, knowledge, session, source, desktop::Theme::light};
    const FirstPaint watch{window.mapPage().map()};
    window.show();
    window.mapPage().map().waitUntilRead();
    return QApplication::exec();
}

void benchFirstPaint(const std::string &program)
{
    constexpr int pairs = 15;
    writeTenYears(anatomy::Atlas::load(std::filesystem::path{PALPATE_SOURCE_DIR} / "resources" / "atlas"));
    std::vector<double> empty;
    std::vector<double> body;
    std::vector<double> differences;
    std::vector<double> processor;
    std::vector<double> pss;
    std::vector<double> shares;
    std::vector<double> resident;
    (void)started(program, "--body-window"); // warms the disk cache
    for (int pair = 0; pair < pairs; ++pair) {
        const Start one = started(program, "--empty-window");
        const Start other = started(program, "--body-window");
        empty.push_back(one.milliseconds);
        body.push_back(other.milliseconds);
        differences.push_back(other.milliseconds - one.milliseconds);
        processor.push_back(other.processor - one.processor);
        pss.push_back(other.pss);
        shares.push_back(other.pss / one.pss);
        resident.push_back(other.rss / one.rss);
    }
    report("exec to first paint, empty Qt window, median of 15", median(empty), "ms", "");
    report("exec to first paint, body and ten-year journal, median of 15", median(body), "ms", "");
    report("difference, median of 15 alternating pairs", median(differences), "ms", "(bound 80)");
    report("  the same in processor time of all threads", median(processor), "ms", "");
    report("memory then (PSS), median of 15", median(pss), "MB", "");
    report("  ratio to the empty window", median(shares), "", "(bound 2.5)");
    // This program has Qt loaded as well, and so halves a child's share of it; what is resident does not depend on
    // that.
    report("  ratio of what is resident (RSS)", median(resident), "", "");
}

} // namespace palpate::bench
