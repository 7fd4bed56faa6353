// SPDX-License-Identifier: GPL-3.0-or-later
#include "quickentry/quickentry.h"

#include <algorithm>
#include <cmath>

namespace palpate {

namespace {

using Refused = QuickRefusal::Kind;

std::string spaced(std::string id)
{
    std::ranges::replace(id, '-', ' ');
    return id;
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

std::optional<PainLevel> levelOf(double number)
{
    const int whole = static_cast<int>(std::min(number, 100.0));
    return number == whole ? PainLevel::from(whole) : std::nullopt;
}

/// Somewhere in the muscle: the middle of the box around it.
PointMm middleOf(const anatomy::Region &region)
{
    return {(region.low.x + region.high.x) / 2, (region.low.y + region.high.y) / 2, (region.low.z + region.high.z) / 2};
}

} // namespace

QuickReader::QuickReader(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, std::vector<TriggerPoint> points,
                         std::vector<Factor> factors)
    : m_atlas{atlas}, m_knowledge{knowledge}, m_points{std::move(points)}, m_factors{std::move(factors)}
{
    std::stable_partition(m_points.begin(), m_points.end(), [](const TriggerPoint &point) { return !point.quiet; });
    for (const anatomy::Structure &structure : m_atlas.structures()) {
        if (!structure.listed) {
            continue;
        }
        const bool isMine = std::ranges::any_of(
            m_points, [&structure](const TriggerPoint &point) { return point.muscle == structure.id; });
        m_terms.push_back({spaced(structure.id.text()), structure.id, isMine});
        m_terms.push_back({structure.common, structure.id, isMine});
        if (const MusclePattern *pattern = m_knowledge.pattern(structure.id)) {
            for (const std::string &name : pattern->names.people) {
                m_terms.push_back({name, structure.id, isMine});
            }
        }
    }
    for (const Zone &zone : m_knowledge.zones()) {
        m_terms.push_back({spaced(zone.id.text()), zone.id});
        for (const std::string &words : zone.words) {
            m_terms.push_back({words, zone.id});
        }
    }
    for (const Factor &factor : m_factors) {
        m_terms.push_back({factor.name, lower(factor.name), true});
    }
    for (const CommonFactor &factor : commonFactors) {
        m_terms.push_back({factor.name, std::string{factor.name}});
    }
}

QuickReader::Read QuickReader::read(std::string_view text, const Instant &when, const Clock &clock) const
{
    const auto parsed = readQuickLine(text, m_terms);
    if (const auto *problem = std::get_if<QuickProblem>(&parsed)) {
        return *problem;
    }
    const auto &line = std::get<QuickLine>(parsed);
    const auto moment = momentOf(line, when, clock);
    if (const auto *refusal = std::get_if<QuickRefusal>(&moment)) {
        return *refusal;
    }
    const auto joined = [&moment](const auto &what) -> Read {
        if (const auto *refusal = std::get_if<QuickRefusal>(&what)) {
            return *refusal;
        }
        return QuickEntry{std::get<Instant>(moment), std::get<0>(what)};
    };
    if (const auto *muscle = std::get_if<MuscleId>(&line.meaning)) {
        return joined(pointOf(*muscle, line));
    }
    if (const auto *zone = std::get_if<ZoneId>(&line.meaning)) {
        return joined(painOf(*zone, line));
    }
    return joined(factorOf(std::get<std::string>(line.meaning), line));
}

std::vector<std::string> QuickReader::completions(std::string_view line, std::size_t most) const
{
    return quickCompletions(line, m_terms, most);
}

std::variant<Instant, QuickRefusal> QuickReader::momentOf(const QuickLine &line, const Instant &when,
                                                          const Clock &clock) const
{
    if (!line.timeOfDay) {
        return when;
    }
    const Instant now = clock.now();
    const auto at = [&](LocalDay day) { return clock.at(day + *line.timeOfDay); };
    Instant moment = at(dayOf(when));
    if (moment.utc > now.utc && dayOf(when) == dayOf(now)) {
        moment = at(dayOf(now) - std::chrono::days{1});
    }
    return moment.utc > now.utc ? std::variant<Instant, QuickRefusal>{QuickRefusal{Refused::later}} : moment;
}

std::variant<QuickPoint, QuickRefusal> QuickReader::pointOf(const MuscleId &muscle, const QuickLine &line) const
{
    const auto level = levelOf(line.number);
    if (!level) {
        return QuickRefusal{Refused::noLevel};
    }
    const auto side = sideOf(muscle, line);
    if (const auto *refusal = std::get_if<QuickRefusal>(&side)) {
        return *refusal;
    }
    QuickPoint point{muscle, std::get<Side>(side), *level, line.qualities};
    const auto known = std::ranges::find_if(
        m_points, [&point](const TriggerPoint &one) { return one.muscle == point.muscle && one.side == point.side; });
    if (known != m_points.end()) {
        point.point = known->id;
    }
    return point;
}

/// The side said; without one that of the only point there is, or midline where there is no other. A quiet point says
/// something only where no other does.
std::variant<Side, QuickRefusal> QuickReader::sideOf(const MuscleId &muscle, const QuickLine &line) const
{
    if (m_atlas.regionOf(muscle, Side::midline)) {
        return Side::midline;
    }
    std::vector<Side> sides;
    bool fromQuiet = false;
    for (const TriggerPoint &point : m_points) {
        if (point.muscle != muscle || (point.quiet && !sides.empty() && !fromQuiet)) {
            continue;
        }
        fromQuiet = point.quiet;
        if (std::ranges::find(sides, point.side) == sides.end()) {
            sides.push_back(point.side);
        }
    }
    if (!line.side && sides.size() != 1) {
        return QuickRefusal{Refused::noSide, nameOf(muscle)};
    }
    const Side side = line.side ? *line.side : sides.front();
    if (!m_atlas.regionOf(muscle, side)) {
        return QuickRefusal{Refused::notDrawn, nameOf(muscle)};
    }
    return side;
}

std::variant<QuickPain, QuickRefusal> QuickReader::painOf(const ZoneId &id, const QuickLine &line) const
{
    const auto level = levelOf(line.number);
    if (!level) {
        return QuickRefusal{Refused::noLevel};
    }
    QuickPain pain{id, {Side::left, Side::right}, *level, line.qualities};
    if (m_knowledge.zone(id)->laterality == Laterality::midline) {
        pain.sides = {Side::midline};
    } else if (line.side) {
        pain.sides = {*line.side};
    }
    return pain;
}

std::variant<QuickFactor, QuickRefusal> QuickReader::factorOf(const std::string &name, const QuickLine &line) const
{
    QuickFactor factor{name, Scale::zeroToTen, line.number};
    const auto known = std::ranges::find_if(m_factors, [&name](const Factor &one) { return lower(one.name) == name; });
    if (known != m_factors.end()) {
        factor = {known->name, known->scale, line.number, known->id};
    } else {
        factor.scale =
            std::ranges::find_if(commonFactors, [&](const CommonFactor &one) { return name == one.name; })->scale;
    }
    if (factor.scale == Scale::zeroToTen && factor.value > 10) {
        return QuickRefusal{Refused::aboveTen, factor.name};
    }
    if (factor.scale == Scale::hours && factor.value > 24) {
        return QuickRefusal{Refused::aboveDay, factor.name};
    }
    if (factor.scale == Scale::yesNo && factor.value != 0 && factor.value != 1) {
        return QuickRefusal{Refused::notYesNo, factor.name};
    }
    return factor;
}

Verb QuickReader::verbFor(const QuickEntry &entry, IdSource &ids) const
{
    if (const auto *point = std::get_if<QuickPoint>(&entry.what)) {
        const auto rating = [&](PointId id) {
            return Rating{ids.next<RatingId>(), id, Asked::sorenessNow, point->level, entry.at, false,
                          point->qualities};
        };
        if (point->point) {
            return add(rating(*point->point));
        }
        const auto region = m_atlas.regionOf(point->muscle, point->side);
        TriggerPoint fresh{ids.next<PointId>(), point->muscle, point->side, middleOf(m_atlas.region(region.value())),
                           PointKind::unsure,   entry.at};
        fresh.certainty = Certainty::somewhereHere;
        return markPoint(fresh, {rating(fresh.id)});
    }
    if (const auto *pain = std::get_if<QuickPain>(&entry.what)) {
        PainEntry drawing{ids.next<PainEntryId>(), entry.at, {}};
        drawing.areas.push_back({pain->qualities, pain->level});
        for (const Side side : pain->sides) {
            drawing.zones.push_back({0, pain->zone, side, 1});
        }
        return add(drawing);
    }
    const auto &said = std::get<QuickFactor>(entry.what);
    Verb verb;
    const FactorId id = said.factor.value_or(ids.next<FactorId>());
    if (!said.factor) {
        verb = add(Factor{id, said.name, said.scale, true});
    }
    verb.steps.emplace_back(Add{FactorValue{ids.next<FactorValueId>(), id, said.value, entry.at}});
    return verb;
}

std::string QuickReader::nameOf(const MuscleId &muscle) const
{
    const anatomy::Structure *structure = m_atlas.findStructure(muscle);
    return structure != nullptr ? structure->common : spaced(muscle.text());
}

} // namespace palpate
