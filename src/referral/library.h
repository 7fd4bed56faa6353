// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/bodyposition.h"
#include "core/error.h"
#include "core/flags.h"
#include "referral/knowledgebase.h"
#include "referral/protocol.h"

// What there is to read: a leaflet for each muscle, articles, and the texts that leaflets share.
namespace palpate {

using SharedTextId = NameId<struct SharedTextTag>;
using ArticleId = NameId<struct ArticleTag>;

/// Who looked a text over a second time, when and what for.
struct SecondReading {
    std::string date; ///< ISO 8601
    std::string what;
};

/// What several leaflets say stands once.
struct SharedText {
    SharedTextId id;
    std::string name;
    std::string text;
    std::vector<Citation> sources;
};

enum class LeafletPart : std::uint8_t { find, feels, keeps, mistaken, steps, daily, cautions };

template <> struct Keys<LeafletPart> {
    static constexpr KeyTable<LeafletPart, 7> all{{{LeafletPart::find, "find"},
                                                   {LeafletPart::feels, "feels"},
                                                   {LeafletPart::keeps, "keeps"},
                                                   {LeafletPart::mistaken, "mistaken"},
                                                   {LeafletPart::steps, "steps"},
                                                   {LeafletPart::daily, "daily"},
                                                   {LeafletPart::cautions, "cautions"}}};
};

struct LeafletStep {
    std::string text;                       ///< its doses filled in from the protocol
    std::optional<ProtocolId> protocol{};   ///< none for getting ready and ending
    std::optional<BodyPosition> position{}; ///< none where any will do
};

struct LeafletSource {
    Citation citation;
    Flags<LeafletPart> parts; ///< what rests on it; never empty
};

/// About a muscle, for whoever has it. Every part rests on at least one source; a step never goes beyond what the
/// muscle's self-care allows, and its doses are those of the protocols.
struct Leaflet {
    MuscleId muscle;
    std::string find;
    std::string feels;
    std::string keeps;
    std::string mistaken;
    std::vector<LeafletStep> steps;
    std::string daily;
    std::string cautions;
    std::vector<SharedTextId> shared;
    std::vector<LeafletSource> sources;
    std::optional<SecondReading> secondReading;
};

struct ArticleParagraph {
    std::string text;
    std::vector<std::string> items; ///< a list below it
    std::vector<Citation> sources;  ///< at least one
};

struct ArticleSection {
    std::string heading;
    std::vector<ArticleParagraph> paragraphs;
};

enum class ArticleGroup : std::uint8_t { start, treatment, visit, living };

template <> struct Keys<ArticleGroup> {
    static constexpr KeyTable<ArticleGroup, 4> all{{{ArticleGroup::start, "start"},
                                                    {ArticleGroup::treatment, "treatment"},
                                                    {ArticleGroup::visit, "visit"},
                                                    {ArticleGroup::living, "living"}}};
};

struct Article {
    ArticleId id;
    std::string title;
    std::string summary;
    ArticleGroup group;
    std::vector<ArticleSection> sections;
    std::vector<ArticleId> related;
    std::vector<MuscleId> muscles;
    std::optional<SecondReading> secondReading;
};

/// All of it; every id that a text names is known here or in the knowledge base it was read with.
struct Library {
    std::vector<SharedText> sharedTexts;
    std::vector<Leaflet> leaflets;
    std::vector<Article> articles;

    /// Null when there is none of that name.
    [[nodiscard]] const SharedText *sharedText(const SharedTextId &id) const noexcept;
    [[nodiscard]] const Leaflet *leaflet(const MuscleId &muscle) const noexcept;
    [[nodiscard]] const Article *article(const ArticleId &id) const noexcept;
};

struct LoadedLibrary {
    Library library;
    /// As those of LoadedKnowledge.
    std::vector<DataFileError> problems;
};

/// Reads shared-texts.json, leaflets-*.json and articles-*.json of `dir`, each checked against its schema of
/// `schemaDir`, their ids against `base` and their doses against `protocols`. What is broken is left out and told.
/// Throws nothing but std::bad_alloc.
[[nodiscard]] LoadedLibrary loadLibrary(const std::filesystem::path &dir, const std::filesystem::path &schemaDir,
                                        const KnowledgeBase &base, const std::vector<Protocol> &protocols);

/// A dose as it is said: "90 seconds", "15 minutes", "3 times", "5 of 10", "15 percent of your strength".
[[nodiscard]] std::string doseInWords(const Dose &dose);

} // namespace palpate
