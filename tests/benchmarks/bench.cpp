// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/bench.h"

#include <exception>
#include <filesystem>
#include <string>
#include <string_view>

#include <QApplication>
#include <QTemporaryDir>

using namespace palpate;

int main(int argc, char **argv)
{
    const std::string_view mode = argc > 1 ? argv[1] : "";
    try {
        if (mode == "--empty-window" || mode == "--body-window") {
            return mode == "--empty-window" ? bench::runEmptyWindow(argc, argv) : bench::runBodyWindow(argc, argv);
        }
        const QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        if (mode == "--map") {
            const QApplication application{argc, argv};
            bench::benchMap();
            return 0;
        }
        if (mode == "--gestures") {
            qputenv("QT_SCALE_FACTOR", "2");
            const QApplication application{argc, argv};
            bench::benchGestures();
            return 0;
        }
        if (mode == "--pages") {
            const QApplication application{argc, argv};
            bench::benchPages();
            return 0;
        }
        if (mode == "--first-paint") {
            bench::benchFirstPaint(argv[0]);
            return 0;
        }
        if (mode == "--journal") {
            bench::benchJournal();
            return 0;
        }
        const std::string palpate = (std::filesystem::path{argv[0]}.parent_path() / "../../palpate").string();
        if (mode == "--lookup") {
            bench::benchLookup(palpate);
            return 0;
        }
        bench::benchLookup(palpate);
        bench::benchCommit();
        bench::benchJournal();
        bench::benchFirstPaint(argv[0]);
        if (std::system((std::string{argv[0]} + " --pages").c_str()) != 0) {
            return 1;
        }
        for (const char *scale : {"1", "2"}) {
            qputenv("QT_SCALE_FACTOR", scale);
            std::printf("Map at device scale %s\n", scale);
            std::fflush(stdout);
            if (std::system((std::string{argv[0]} + " --map").c_str()) != 0) {
                return 1;
            }
        }
        std::printf("Gestures on a map of 1800 x 2000\n");
        std::fflush(stdout);
        return std::system((std::string{argv[0]} + " --gestures").c_str()) == 0 ? 0 : 1;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "palpate_bench: %s\n", error.what());
        return 1;
    }
}
