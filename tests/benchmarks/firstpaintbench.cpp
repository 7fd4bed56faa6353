// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdlib>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include "benchmarks/bench.h"
#include "core/idsource.h"
#include "core/instant.h"
#include "desktop/journalsession.h"
#include "desktop/page/mappage.h"
#include "desktop/shell/mainwindow.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::bench {

namespace {

/// Says "painted" on standard output after the first paint of a widget, and ends the program.
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
        std::_Exit(0);
    }

private:
    bool m_painting = false;
};

/// Milliseconds from before the fork to the child's word.
double millisecondsToPaint(const std::string &program, const char *mode)
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
    char byte = 0;
    const bool painted = read(ends[0], &byte, 1) == 1;
    const double elapsed = Milliseconds{SteadyClock::now() - start}.count();
    close(ends[0]);
    waitpid(child, nullptr, 0);
    if (!painted) {
        throw std::runtime_error{std::string{"no window came up with "} + mode};
    }
    return elapsed;
}

} // namespace

int runEmptyWindow()
{
    QWidget window;
    window.resize(1280, 800);
    const FirstPaint watch{window};
    window.show();
    return QApplication::exec();
}

/// The window as main() puts it together.
int runBodyWindow()
{
    const auto resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";
    desktop::applyTheme(*qApp, desktop::Theme::light);
    const SystemClock clock;
    Uuid7Source ids{clock};
    const auto atlas = anatomy::Atlas::load(resources / "atlas");
    desktop::JournalSession session{Journal::open(defaultJournalPath(), {clock, ids.next<DeviceId>()}), clock, ids};
    desktop::MapScene scene{atlas};
    const KnowledgeBase knowledge;
    desktop::MainWindow window{scene, knowledge, session, desktop::Theme::light};
    const FirstPaint watch{window.mapPage().map()};
    window.show();
    return QApplication::exec();
}

void benchFirstPaint(const std::string &program)
{
    constexpr int pairs = 15;
    std::vector<double> empty;
    std::vector<double> body;
    std::vector<double> differences;
    (void)millisecondsToPaint(program, "--body-window"); // warm the disk cache, make the journal
    for (int pair = 0; pair < pairs; ++pair) {
        empty.push_back(millisecondsToPaint(program, "--empty-window"));
        body.push_back(millisecondsToPaint(program, "--body-window"));
        differences.push_back(body.back() - empty.back());
    }
    report("exec to first paint, empty Qt window, median of 15", median(empty), "ms", "");
    report("exec to first paint, window with the body, median of 15", median(body), "ms", "");
    report("difference, median of 15 alternating pairs", median(differences), "ms", "(bound 150)");
}

} // namespace palpate::bench
