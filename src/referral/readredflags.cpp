// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the danger signs.
#include "referral/rulereader.h"

#include <utility>

namespace palpate::knowledge {

namespace {

constexpr std::array<Word<Urgency>, 4> urgencyWords{{{"emergency", Urgency::emergency},
                                                     {"same-day", Urgency::sameDay},
                                                     {"doctor", Urgency::doctor},
                                                     {"caution", Urgency::caution}}};
constexpr std::array<Word<RedFlagKind>, 2> kindWords{
    {{"alarm", RedFlagKind::alarm}, {"despair", RedFlagKind::despair}}};

} // namespace

void RuleReader::readRedFlags()
{
    const DataFile file = take("red-flags");
    file.forEach("advice", m_problems, [this](const Node &node) {
        add(node, Advice{readId<AdviceId>(node.at("id")), node.at("text").text()}, m_rules.advice);
    });
    file.forEach("questions", m_problems, [this](const Node &node) {
        add(node, Question{readId<QuestionId>(node.at("id")), node.at("question").text(), node.at("why").text()},
            m_rules.questions);
    });
    file.forEach("phrase_sets", m_problems, [this](const Node &node) {
        add(node, readPhraseSet(node), m_rules.phraseSets);
        m_phraseSetIds.insert(m_rules.phraseSets.back().id);
    });
    file.forEach("rules", m_problems, [this](const Node &node) { add(node, readRedFlag(node), m_rules.redFlags); });
    file.forEach("harmless", m_problems, [this](const Node &node) { add(node, readHarmless(node), m_rules.harmless); });
}

PhraseSet RuleReader::readPhraseSet(const Node &node) const
{
    PhraseSet set{readId<PhraseSetId>(node.at("id")), {}};
    if (node.has("phrases")) {
        set.phrases = readPhrases(node);
    }
    if (node.has("near")) {
        const Node lists = node.at("near");
        set.near = readList(lists, [this](const Node &list) { return readPhraseSetIds(list); });
    }
    return set;
}

std::vector<PhraseSetId> RuleReader::readPhraseSetIds(const Node &node) const
{
    return readList(node, [this](const Node &item) {
        auto id = readId<PhraseSetId>(item);
        if (!m_phraseSetIds.contains(id)) {
            throw item.fault("nothing has this id: " + id.text());
        }
        return id;
    });
}

Count RuleReader::readCount(const Node &node, std::string_view list, std::size_t least, std::size_t most) const
{
    const Node tests = node.at(list);
    const std::size_t all = tests.size();
    if (least > all) {
        throw node.fault("this can never hold: there are only " + std::to_string(all) + " tests");
    }
    return {least, std::min(most, all), readList(tests, [this](const Node &test) { return readTest(test); })};
}

Test RuleReader::readTest(const Node &node) const
{
    constexpr auto any = static_cast<std::size_t>(-1);
    if (node.size() != (node.has("at_least") ? 2 : 1)) {
        throw node.fault("a test has one key, or `at_least` with `of`");
    }
    if (node.has("said")) {
        const Node list = node.at("said");
        return {Said{readPhraseSetIds(list)}};
    }
    if (node.has("felt")) {
        const Node list = node.at("felt");
        return {Felt{readZones(list)}};
    }
    if (node.has("has")) {
        const Node list = node.at("has");
        return {HasCondition{readAllKnown<ConditionId>(list, m_rules.conditions)}};
    }
    if (node.has("answered")) {
        const Node list = node.at("answered");
        return {Answered{readAllKnown<QuestionId>(list, m_rules.questions)}};
    }
    if (node.has("age_over")) {
        return {OlderThan{node.at("age_over").integer()}};
    }
    if (node.has("age_under")) {
        return {YoungerThan{node.at("age_under").integer()}};
    }
    if (node.has("pregnant_from_week")) {
        return {PregnantFrom{node.at("pregnant_from_week").integer()}};
    }
    if (node.has("all")) {
        return {readCount(node, "all", node.at("all").size(), any)};
    }
    if (node.has("any")) {
        return {readCount(node, "any", 1, any)};
    }
    if (node.has("none")) {
        return {readCount(node, "none", 0, 0)};
    }
    return {readCount(node, "of", static_cast<std::size_t>(node.at("at_least").integer()), any)};
}

RedFlag RuleReader::readRedFlag(const Node &node) const
{
    const Node when = node.at("when");
    const Node adviceList = node.at("advice");
    const Node region = node.at("region");
    const bool isSpecial = region.text() == "any" || region.text() == "after-treatment";
    if (!isSpecial) {
        static_cast<void>(readKnown<BodyRegionId>(region, m_rules.regions));
    }
    return {readId<RedFlagId>(node.at("id")),
            readWord(node.at("kind"), kindWords),
            readWord(node.at("urgency"), urgencyWords),
            region.text(),
            readPlaces(node),
            readTest(when),
            node.at("reason").text(),
            readAllKnown<AdviceId>(adviceList, m_rules.advice),
            readTexts(node.at("examples")),
            readCitations(node)};
}

Harmless RuleReader::readHarmless(const Node &node) const
{
    const Node quiets = node.at("quiets");
    const Node when = node.at("when");
    Harmless harmless{readId<HarmlessId>(node.at("id")),
                      readAllKnown<RedFlagId>(quiets, m_rules.redFlags),
                      readTest(when),
                      node.at("reason").text(),
                      readTexts(node.at("examples")),
                      readTexts(node.at("still_alarms"))};
    for (const RedFlagId &id : harmless.quiets) {
        if (m_rules.redFlag(id)->kind == RedFlagKind::despair) {
            throw quiets.fault("words of despair are never quieted");
        }
    }
    return harmless;
}

} // namespace palpate::knowledge
