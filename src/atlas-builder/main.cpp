// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include <unistd.h>

#include "atlas-builder/atlaswriter.h"
#include "atlas-builder/body.h"
#include "atlas-builder/picture.h"
#include "core/error.h"

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
        const std::scoped_lock guard{m_mutex};
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
    std::mutex m_mutex;
    int m_percent = -1;
    std::string m_what;
};

/// A folder beside the target that takes its place only when all is written; gone if anything fails before.
class Staging {
public:
    explicit Staging(fs::path target) : m_target{std::move(target)}, m_folder{m_target.string() + ".new"}
    {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    Staging(const Staging &) = delete;
    Staging &operator=(const Staging &) = delete;
    Staging(Staging &&) = delete;
    Staging &operator=(Staging &&) = delete;
    ~Staging()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }

    [[nodiscard]] const fs::path &folder() const { return m_folder; }

    /// Puts the new files in; what the target holds besides (the recipe) stays.
    void publish()
    {
        fs::create_directories(m_target);
        for (const fs::directory_entry &old : fs::directory_iterator{m_target}) {
            const std::string name = old.path().filename().string();
            if (old.is_regular_file() &&
                (name.ends_with(".png") || name.ends_with(".bin") || name.ends_with(".json"))) {
                fs::remove(old.path());
            }
        }
        for (const fs::directory_entry &entry : fs::directory_iterator{m_folder}) {
            fs::rename(entry.path(), m_target / entry.path().filename());
        }
    }

private:
    fs::path m_target;
    fs::path m_folder;
};

std::vector<atlas::ViewPicture> drawAll(const atlas::Body &body, const atlas::Recipe &recipe, const fs::path &folder,
                                        ProgressBar &bar)
{
    const auto views = atlas::atlasViews();
    std::vector<atlas::ViewPicture> pictures(views.size());
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex mutex;
    const auto work = [&] {
        for (std::size_t at = next++; at < views.size(); at = next++) {
            try {
                bar.show(0.2 + 0.8 * static_cast<double>(at) / static_cast<double>(views.size()),
                         "drawing " + views[at].name);
                pictures[at] = atlas::drawView(views[at], body, recipe);
                atlas::writeView(folder, pictures[at]);
                // Only the frame is needed from here on.
                pictures[at] = {pictures[at].view, pictures[at].frame, {}, {}, {}, {}, {}};
            } catch (...) {
                const std::scoped_lock guard{mutex};
                failure = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned at = 0; at < std::max(1U, std::thread::hardware_concurrency()); ++at) {
            workers.emplace_back(work);
        }
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    return pictures;
}

void build(const fs::path &anatomy, const fs::path &recipeFolder, const fs::path &out)
{
    ProgressBar bar;
    const atlas::Recipe recipe = atlas::readRecipe(recipeFolder);
    const atlas::Body body =
        atlas::buildBody(anatomy, recipe, [&bar](double done, const std::string &what) { bar.show(0.2 * done, what); });
    Staging staging{out};
    const auto pictures = drawAll(body, recipe, staging.folder(), bar);
    atlas::writeCatalogue(staging.folder(), body, recipe, pictures);
    staging.publish();
    bar.show(1, "done");
    ProgressBar::finish();
    for (const std::string &line : body.cleaning) {
        std::cout << line << '\n';
    }
}

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
        build(options["--anatomy"], options["--recipe"], options["--out"]);
        return 0;
    } catch (const std::exception &error) {
        ProgressBar::finish();
        std::cerr << "atlas-builder: " << error.what() << "\nNothing was written.\n";
        return 1;
    }
}
