// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reasonwords.h"

#include <string_view>

namespace palpate::cli {

namespace {

/// "a", "a and b", "a, b and c".
[[nodiscard]] std::string joined(const std::vector<std::string> &items)
{
    std::string text;
    for (std::size_t at = 0; at < items.size(); ++at) {
        if (at > 0) {
            text += at + 1 == items.size() ? " and " : ", ";
        }
        text += items[at];
    }
    return text;
}

class Phrasing {
public:
    explicit Phrasing(const KnowledgeBase &base) : m_base{base} {}

    std::string operator()(const FeltByYou &reason) const
    {
        return "You have painted " + zones(reason.zones) + " for " + std::to_string(reason.points) + " of your points.";
    }
    std::string operator()(const FeltEssential &reason) const
    {
        return "Its pattern has " + zones(reason.zones) + " at its heart.";
    }
    std::string operator()(const FeltSpillover &reason) const
    {
        return "It may spill over to " + zones(reason.zones) + ".";
    }
    std::string operator()(const ProvokedBy &reason) const
    {
        std::vector<std::string> words;
        for (const ActivityId &id : reason.activities) {
            words.push_back(m_base.activity(id)->words);
        }
        return "It often acts up with " + joined(words) + ".";
    }
    std::string operator()(const LimitedIn &reason) const
    {
        std::vector<std::string> words;
        for (const MovementId &id : reason.movements) {
            words.push_back(m_base.movement(id)->words);
        }
        return "It often limits " + joined(words) + ".";
    }
    std::string operator()(const SparedThough &reason) const
    {
        return "Against it: " + zones(reason.zones) + ", typical for it, is said not to hurt.";
    }
    std::string operator()(const LiesThere &reason) const
    {
        return "It lies under " + zones(reason.zones) + ", but is not known to refer there.";
    }
    std::string operator()(const OftenNamed & /*reason*/) const
    {
        return "The manuals name it often for this region (experience, not counted).";
    }

private:
    [[nodiscard]] std::string zones(const std::vector<ZoneId> &ids) const
    {
        std::vector<std::string> words;
        for (const ZoneId &id : ids) {
            words.push_back("the " + m_base.zone(id)->description);
        }
        return joined(words);
    }

    const KnowledgeBase &m_base;
};

} // namespace

std::string reasonWords(const KnowledgeBase &base, const Candidate &candidate)
{
    std::string text;
    for (const Reason &reason : candidate.reasons) {
        text += (text.empty() ? "" : " ") + std::visit(Phrasing{base}, reason);
    }
    return text;
}

} // namespace palpate::cli
