// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/sourceslist.h"

#include <algorithm>

namespace palpate {

namespace {

std::string entry(const Source &source)
{
    std::string text = "- `" + source.id.text() + "` " + source.reference;
    if (source.doi) {
        text += " <https://doi.org/" + *source.doi + ">";
    }
    if (source.pmid) {
        text += " PMID " + *source.pmid + ".";
    }
    return text + "\n";
}

bool agrees(const MusclePattern &pattern, Agreement agreement)
{
    return pattern.secondLook && pattern.secondLook->agreement == agreement;
}

std::string agreementTable(const KnowledgeBase &base)
{
    std::string text = "| agreement | muscles |\n| --- | --- |\n";
    for (const Agreement agreement : allAgreements) {
        const auto count = std::ranges::count_if(
            base.patterns(), [agreement](const MusclePattern &pattern) { return agrees(pattern, agreement); });
        text += "| " + std::string{toKey(agreement)} + " | " + std::to_string(count) + " |\n";
    }
    return text;
}

std::string secondLooks(const KnowledgeBase &base)
{
    std::string text =
        "\n## A second look at the patterns\n\n"
        "Every pattern was written down twice, the second time from the list of muscles alone, without sight of the "
        "first. Both looks were made from memory of the manuals, without their drawings at hand; which area is drawn "
        "solid (essential) and which stippled (spillover) is the weakest part of both. What is said below of the "
        "manuals' words is remembered too, unless it is called found. That both looks agree is no proof: they may "
        "share a mistake.\n\n"
        "*full*: the same zones of the same kind, whatever their weights. *mostly*: one names spillover that the "
        "other does not. *partly*: they share essential zones, but one has a zone as essential that the other has as "
        "spillover or not at all. *differs*: no essential zone is shared, or only one found a pattern. "
        "That only one of them gave a muscle its group's pattern, neither one of its own, is *mostly*.\n\n" +
        agreementTable(base) + "\nWhat differed, and how it was settled:\n\n";
    for (const MusclePattern &pattern : base.patterns()) {
        if (pattern.secondLook && !agrees(pattern, Agreement::full)) {
            text += "- `" + pattern.id.text() + "` (" + std::string{toKey(pattern.secondLook->agreement)} + ") " +
                    pattern.secondLook->settled + "\n";
        }
    }
    return text;
}

} // namespace

std::string sourcesList(const KnowledgeBase &base)
{
    std::string text =
        "# Sources\n\n"
        "What the knowledge base rests on, from `resources/knowledge/sources.json`, and what a second look at the "
        "patterns found. `./dev sources` writes this file; a test compares.\n\n";
    for (const Source &source : base.sources()) {
        text += entry(source);
    }
    return text + secondLooks(base);
}

} // namespace palpate
