// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/buildatlas.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <numeric>
#include <thread>

#include "atlas-builder/atlaswriter.h"
#include "atlas-builder/picture.h"

namespace palpate::atlas {

namespace fs = std::filesystem;

namespace {

/// How much of the time reading takes; drawing takes the rest.
constexpr double readingPart = 0.2;

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

std::vector<ViewPicture> drawAll(const Body &body, const Recipe &recipe, const fs::path &folder,
                                 const Progress &progress)
{
    const auto views = atlasViews();
    std::vector<ViewPicture> pictures(views.size());
    // The last to be drawn are the smallest, so that no thread waits long for another.
    std::vector<std::size_t> order(views.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&views](std::size_t at) { return views[at].shownPart >= 1; });
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex mutex;
    const auto tell = [&](double done, const std::string &what) {
        const std::scoped_lock guard{mutex};
        progress(done, what);
    };
    const auto work = [&] {
        for (std::size_t turn = next++; turn < views.size(); turn = next++) {
            const std::size_t at = order[turn];
            try {
                tell(readingPart + (1 - readingPart) * static_cast<double>(turn) / static_cast<double>(views.size()),
                     "drawing " + views[at].name);
                pictures[at] = drawView(views[at], body, recipe);
                writeView(folder, pictures[at]);
                // Only what the catalogue says is needed from here on.
                ViewPicture catalogued;
                catalogued.view = pictures[at].view;
                catalogued.frame = pictures[at].frame;
                catalogued.ownPixels = std::move(pictures[at].ownPixels);
                pictures[at] = std::move(catalogued);
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

} // namespace

std::vector<std::string> buildAtlas(const fs::path &anatomy, const fs::path &recipeFolder, const fs::path &out,
                                    const Progress &progress)
{
    const Recipe recipe = readRecipe(recipeFolder);
    const Body body = buildBody(
        anatomy, recipe, [&progress](double done, const std::string &what) { progress(readingPart * done, what); });
    drawAtlas(body, recipe, out, progress);
    return body.cleaning;
}

void drawAtlas(const Body &body, const Recipe &recipe, const fs::path &out, const Progress &progress)
{
    Staging staging{out};
    const auto pictures = drawAll(body, recipe, staging.folder(), progress);
    writeCatalogue(staging.folder(), body, recipe, pictures);
    staging.publish();
    progress(1, "done");
}

} // namespace palpate::atlas
