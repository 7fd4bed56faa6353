// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run.h"
#include "journal/journal.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

namespace palpate::testing {

/// What a command did.
struct Ran {
    int code;
    std::string out;
    std::string err;
};

/// A folder with a journal, and commands that run in this process.
class CommandBench {
public:
    /// Adds --journal unless the words have one.
    Ran run(std::vector<std::string> words)
    {
        if (std::ranges::find(words, "--journal") == words.end()) {
            words.insert(words.end(), {"--journal", journal().string()});
        }
        return runAsIs(words);
    }

    Ran runAsIs(const std::vector<std::string> &words)
    {
        std::ostringstream out;
        std::ostringstream err;
        const cli::World world{out,
                               err,
                               clock,
                               ids,
                               [this] { return path("data/palpate/journal.palpate"); },
                               [this] { return resources; }};
        const int code = cli::run(words, world);
        return {code, out.str(), err.str()};
    }

    [[nodiscard]] std::filesystem::path path(const std::string &name) const { return m_folder.path() / name; }
    [[nodiscard]] std::filesystem::path journal() const { return path("journal.palpate"); }
    [[nodiscard]] Journal open() { return open(journal()); }
    [[nodiscard]] Journal open(const std::filesystem::path &file)
    {
        return Journal::open(file, {clock, ids.next<DeviceId>()});
    }

    [[nodiscard]] std::string contentsOf(const std::filesystem::path &file) const
    {
        std::ostringstream text;
        text << std::ifstream{file, std::ios::binary}.rdbuf();
        return text.str();
    }
    void write(const std::filesystem::path &file, const std::string &text) const
    {
        std::ofstream{file, std::ios::binary} << text;
    }

    [[nodiscard]] TriggerPoint newPoint()
    {
        return {ids.next<PointId>(), MuscleId{"infraspinatus"}, Side::left,
                {90, 60, 1300},      PointKind::active,         clock.now()};
    }
    [[nodiscard]] Rating newRating(PointId point, int level)
    {
        return {ids.next<RatingId>(), point, Asked::sorenessNow, PainLevel::from(level).value(), clock.now()};
    }

    /// The folder with atlas/, knowledge/, schema/.
    std::filesystem::path resources = std::filesystem::path{PALPATE_SOURCE_DIR} / "resources";
    FixedClock clock;
    CountingIds ids;

private:
    TempDir m_folder;
};

} // namespace palpate::testing
