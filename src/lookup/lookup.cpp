// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/lookup.h"

#include <algorithm>

namespace palpate {

namespace {

template <typename Value> void append(std::vector<Value> more, std::vector<Value> &values)
{
    for (Value &value : more) {
        if (std::ranges::find(values, value) == values.end()) {
            values.push_back(std::move(value));
        }
    }
}

/// What was chosen stands before what was read.
void join(const LookupQuery &chosen, LookupQuery &read)
{
    LookupQuery joined = chosen;
    append(std::move(read.felt), joined.felt);
    append(std::move(read.spared), joined.spared);
    append(std::move(read.provokedBy), joined.provokedBy);
    append(std::move(read.limited), joined.limited);
    read = std::move(joined);
}

/// Places whose name leaves open which zone is meant ("my arm") are no sign for a rule about one of them.
[[nodiscard]] std::vector<ZoneId> surelyFelt(const LookupQuery &query)
{
    std::vector<ZoneId> zones;
    for (const FeltPlace &place : query.felt) {
        if (place.zones.size() == 1) {
            zones.push_back(place.zones.front());
        }
    }
    return zones;
}

[[nodiscard]] Withheld withheldFor(const std::vector<const RedFlag *> &alerts)
{
    Withheld withheld;
    for (const RedFlag *alert : alerts) {
        withheld.everywhere = withheld.everywhere || !alert->places;
        if (alert->places) {
            withheld.zones.insert(alert->places->begin(), alert->places->end());
        }
    }
    return withheld;
}

} // namespace

Lookup::Lookup(const KnowledgeBase &base, const RuleBase &rules, const Surroundings &surroundings)
    : m_base{&base},
      m_surroundings{surroundings},
      m_forms{std::make_unique<const WordForms>(base, rules)},
      m_dangers{rules, *m_forms},
      m_words{base, rules, *m_forms},
      m_engine{base, surroundings}
{}

LookupAnswer Lookup::answer(const LookupInput &input) const
{
    LookupAnswer answer;
    answer.understood = m_words.read(input.text);
    join(input.chosen, answer.understood.query);
    answer.alerts = m_dangers.raisedBy({input.text, surelyFelt(answer.understood.query), input.conditions,
                                        input.answered, input.ageYears, input.pregnantWeek});
    std::erase_if(answer.alerts, [&input](const RedFlag *flag) { return input.settled.contains(flag->id); });
    answer.withheld = withheldFor(answer.alerts);
    const bool isDespair = !answer.alerts.empty() && answer.alerts.front()->kind == RedFlagKind::despair;
    if (!isDespair) {
        answer.ranking = m_engine.rank(answer.understood.query);
    }
    return answer;
}

std::vector<TextSpan> Lookup::wordsBehind(const RedFlag &flag, const std::string &text) const
{
    Situation situation;
    situation.text = text;
    situation.felt = surelyFelt(m_words.read(text).query);
    return m_dangers.wordsBehind(flag, situation);
}

void Lookup::setOwnReferrals(std::vector<OwnReferral> own) { m_engine = {*m_base, m_surroundings, {}, own}; }

} // namespace palpate
