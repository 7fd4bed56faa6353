// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "benchmarks/bench.h"
#include "lookup/lookup.h"
#include "referral/loadall.h"

namespace palpate::bench {

namespace {

constexpr const char *sentence =
    "ache deep in the front of the right shoulder running down the outside of the arm, worse reaching behind";

/// Of many runs, so that neither a cold cache nor a neighbour decides.
template <typename Work> double typical(int runs, const Work &work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        times.push_back(timed(work));
    }
    return median(times);
}

void start(const std::string &command)
{
    if (std::system(command.c_str()) != 0) {
        throw std::runtime_error{"this failed: " + command};
    }
}

} // namespace

void benchLookup(const std::string &palpate)
{
    const std::filesystem::path root{PALPATE_SOURCE_DIR};
    const auto load = [&root] { return loadAll(root / "resources/knowledge", root / "resources/schema"); };
    const LoadedAll loaded = load();
    const KnowledgeBase &base = loaded.base;
    const RuleBase &rules = loaded.rules;
    const Surroundings &around = loaded.surroundings;
    const WordForms forms{base, rules};
    const WordReader words{base, rules, forms};
    const RedFlagCheck dangers{rules, forms};
    const LookupEngine engine{base, around};
    LookupQuery painted = words.read(sentence).query;
    // A drawing over a whole side of the body.
    for (const Zone &zone : base.zones()) {
        if (painted.felt.size() < 30) {
            painted.felt.push_back({{zone.id}, FeltSide::right, 0.5});
        }
    }
    const LookupQuery told = words.read(sentence).query;
    constexpr int runs = 200;
    report("lookup: reading and checking all files", typical(20, [&] { static_cast<void>(load()); }), "ms", "");
    report("lookup: making it ready", typical(20, [&] { const Lookup lookup{base, rules, around}; }), "ms", "");
    report("lookup: ranking of all groups for one sentence",
           typical(runs, [&] { static_cast<void>(engine.rank(told)); }), "ms", "bound 1");
    report("lookup: ranking of all groups for 30 painted zones",
           typical(runs, [&] { static_cast<void>(engine.rank(painted)); }), "ms", "");
    report("lookup: reading one sentence", typical(runs, [&] { static_cast<void>(words.read(sentence)); }), "ms",
           "bound 5, with the dangers");
    Situation situation;
    situation.text = sentence;
    report("lookup: looking for dangers in it", typical(runs, [&] { static_cast<void>(dangers.raisedBy(situation)); }),
           "ms", "");
    const std::string command = "'" + palpate + "' lookup --json --text '" + sentence + "' >/dev/null";
    report("lookup: the whole command, from start to end", typical(20, [&] { start(command); }), "ms", "bound 50");
}

} // namespace palpate::bench
