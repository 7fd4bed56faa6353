// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes come in as words, the lookup answers, and the answer keeps its promises.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "lookup/lookup.h"
#include "referral/loadknowledge.h"

using namespace palpate;

namespace {

struct World {
    World()
    {
        const std::filesystem::path root{PALPATE_SOURCE_DIR};
        const auto data = root / "resources/knowledge";
        const auto schema = root / "resources/schema";
        base = loadKnowledge(data, schema).base;
        rules = loadRules(data, schema, base).rules;
        around = loadSurroundings(data, schema, base).surroundings;
    }

    KnowledgeBase base;
    RuleBase rules;
    Surroundings around;
};

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the library that calls it has chosen the name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const World world;
    static const Lookup lookup{world.base, world.rules, world.around};
    LookupInput input;
    input.text.assign(data, data + size);
    const LookupAnswer answer = lookup.answer(input);
    require(!answer.understood.query.felt.empty() || answer.ranking.candidates.empty());
    double last = 1;
    for (const Candidate &candidate : answer.ranking.candidates) {
        require(candidate.score >= 0 && candidate.score <= last);
        require(candidate.explains >= 0 && candidate.explains <= 1 && candidate.felt >= 0 && candidate.felt <= 1);
        require(!candidate.reasons.empty());
        last = candidate.score;
    }
    return 0;
}
