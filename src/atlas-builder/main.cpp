// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include <unistd.h>

#include "atlas-builder/buildatlas.h"

namespace {

using namespace palpate;
namespace fs = std::filesystem;

constexpr const char *usage = "Usage: atlas-builder --anatomy DIR --recipe DIR --out DIR\n"
                              "Projects the meshes of DIR into the pictures and shapes of the body map.\n";

/// One line that fills from left to right on a terminal; a line a step elsewhere.
class ProgressBar {
public:
    void show(double done, const std::string &what)
    {
        const int percent = static_cast<int>(done * 100);
        if (percent == m_percent && what == m_what) {
            return;
        }
        if (isatty(STDERR_FILENO) != 0) {
            constexpr int cells = 40;
            const auto filled = static_cast<std::size_t>(percent * cells / 100);
            std::cerr << "\r[" << std::string(filled, '#') << std::string(cells - filled, '.') << "] " << percent
                      << " % " << what << "\033[K" << std::flush;
        } else if (what != m_what) {
            std::cerr << what << '\n';
        }
        m_percent = percent;
        m_what = what;
    }

    static void finish()
    {
        if (isatty(STDERR_FILENO) != 0) {
            std::cerr << '\n';
        }
    }

private:
    int m_percent = -1;
    std::string m_what;
};

} // namespace

int main(int argc, char **argv)
{
    std::map<std::string, fs::path> options;
    for (int at = 1; at + 1 < argc; at += 2) {
        options[argv[at]] = argv[at + 1];
    }
    if (argc != 7 || !options.contains("--anatomy") || !options.contains("--recipe") || !options.contains("--out")) {
        std::cerr << usage;
        return 2;
    }
    try {
        ProgressBar bar;
        const auto cleaned = atlas::buildAtlas(options["--anatomy"], options["--recipe"], options["--out"],
                                               [&bar](double done, const std::string &what) { bar.show(done, what); });
        ProgressBar::finish();
        for (const std::string &line : cleaned) {
            std::cout << line << '\n';
        }
        return 0;
    } catch (const std::exception &error) {
        ProgressBar::finish();
        std::cerr << "atlas-builder: " << error.what() << "\nNothing was written.\n";
        return 1;
    }
}
