// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes come in as words, the lookup answers, and the answer keeps its promises.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "lookup/lookup.h"
#include "referral/loadall.h"

using namespace palpate;

namespace {

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
    static const std::filesystem::path resources{PALPATE_SOURCE_DIR "/resources"};
    static const LoadedAll known = loadAll(resources / "knowledge", resources / "schema");
    static const Lookup lookup{known.base, known.rules, known.surroundings};
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
