// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/sourceslist.h"

namespace palpate {

std::string sourcesList(const KnowledgeBase &base)
{
    std::string text =
        "# Sources\n\n"
        "What the knowledge base rests on, from `resources/knowledge/sources.json`. `./dev sources` writes "
        "this file; a test compares.\n";
    for (const Source &source : base.sources()) {
        text += "\n- `" + source.id.text() + "` " + source.reference;
        if (source.doi) {
            text += " <https://doi.org/" + *source.doi + ">";
        }
        if (source.pmid) {
            text += " PMID " + *source.pmid + ".";
        }
    }
    return text + "\n";
}

} // namespace palpate
