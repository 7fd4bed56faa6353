// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/loadall.h"

#include <future>
#include <utility>

#include "referral/rulereader.h"

namespace palpate {

LoadedAll loadAll(const std::filesystem::path &dir, const std::filesystem::path &schemaDir, WithLibrary withLibrary)
{
    // The rules' files are being read while the base is put together.
    knowledge::RuleReader rules{dir, schemaDir};
    LoadedKnowledge knowledge = loadKnowledge(dir, schemaDir);
    std::future<LoadedSurroundings> around =
        std::async(std::launch::async, [&] { return loadSurroundings(dir, schemaDir, knowledge.base); });
    LoadedRules loaded = std::move(rules).read(knowledge.base);
    LoadedLibrary library;
    if (withLibrary == WithLibrary::yes) {
        library = loadLibrary(dir, schemaDir, knowledge.base, loaded.rules.protocols);
    }
    LoadedAll all{{}, std::move(loaded.rules), {}, std::move(library.library), std::move(knowledge.problems)};
    LoadedSurroundings surroundings = around.get();
    all.base = std::move(knowledge.base);
    all.surroundings = std::move(surroundings.surroundings);
    for (auto *problems : {&loaded.problems, &surroundings.problems, &library.problems}) {
        all.problems.insert(all.problems.end(), problems->begin(), problems->end());
    }
    return all;
}

} // namespace palpate
