// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/error.h"
#include "referral/aftercare.h"
#include "referral/knowledgebase.h"
#include "referral/lexicon.h"
#include "referral/protocol.h"
#include "referral/safety.h"

namespace palpate {

/// What is known besides patterns: danger signs, what is unsafe for whom and where, how techniques are done, and the
/// words of people. Every id that an entry names is that of an entry here or in the knowledge base it was read with;
/// entries stand in the order of their files.
struct RuleBase {
    std::vector<BodyRegion> regions;
    std::vector<Condition> conditions;
    std::vector<NoPressArea> noPress;
    std::vector<Advice> advice;
    std::vector<Question> questions;
    std::vector<PhraseSet> phraseSets;
    std::vector<RedFlag> redFlags;
    std::vector<Harmless> harmless;
    std::vector<AfterSign> afterSigns;
    std::vector<Protocol> protocols;
    Lexicon lexicon;

    /// Null when nothing of that name is known.
    [[nodiscard]] const Condition *condition(const ConditionId &id) const noexcept;
    [[nodiscard]] const Advice *adviceOf(const AdviceId &id) const noexcept;
    [[nodiscard]] const PhraseSet *phraseSet(const PhraseSetId &id) const noexcept;
    [[nodiscard]] const RedFlag *redFlag(const RedFlagId &id) const noexcept;
    [[nodiscard]] const Protocol *protocol(const ProtocolId &id) const noexcept;
};

/// What could be read, and what could not.
struct LoadedRules {
    RuleBase rules;
    /// As those of LoadedKnowledge.
    std::vector<DataFileError> problems;
};

/// Reads regions.json, contraindications.json, no-press.json, red-flags.json, after-care.json, protocols.json
/// and words.json of `dir`,
/// each checked against its schema of `schemaDir`, and their zones and sources against `base`. What is broken is left
/// out and told; the rest is loaded. Throws nothing but std::bad_alloc.
[[nodiscard]] LoadedRules loadRules(const std::filesystem::path &dir, const std::filesystem::path &schemaDir,
                                    const KnowledgeBase &base);

} // namespace palpate
