// SPDX-License-Identifier: GPL-3.0-or-later
// palpate log "l inf 6": one line into the journal.
#include <array>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>

#include "anatomy/atlas.h"
#include "cli/commands.h"
#include "cli/openjournal.h"
#include "core/isotime.h"
#include "record/quickline.h"
#include "referral/loadknowledge.h"

namespace palpate::cli {

namespace {

/// Factors that can be logged before the person has made any of their own.
struct CommonFactor {
    const char *name;
    Scale scale;
};
constexpr std::array commonFactors{CommonFactor{"sleep", Scale::zeroToTen}, CommonFactor{"stress", Scale::zeroToTen},
                                   CommonFactor{"load", Scale::zeroToTen}, CommonFactor{"painkillers", Scale::count},
                                   CommonFactor{"desk hours", Scale::hours}};

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

/// What one line of words becomes, and what is said of it once it is stored.
struct Entry {
    Verb verb;
    std::string words;
};

class QuickLog {
public:
    QuickLog(const World &world, Journal &journal)
        : m_world{world},
          m_journal{journal},
          m_atlas{anatomy::Atlas::load(world.resources() / "atlas")},
          m_knowledge{loadKnowledge(world.resources() / "knowledge", world.resources() / "schema").base},
          m_points{journal.read().openPoints()},
          m_factors{journal.read().all<Factor>()}
    {}

    int log(const std::string &text)
    {
        const auto read = readQuickLine(text, terms());
        if (const auto *problem = std::get_if<QuickProblem>(&read)) {
            throw WrongUse{sentenceOf(*problem)};
        }
        const auto &line = std::get<QuickLine>(read);
        const Entry entry =
            std::visit([&](const auto &meaning) { return entryAbout(meaning, line, momentOf(line)); }, line.meaning);
        (void)m_journal.perform(entry.verb);
        m_world.out << "stored: " << entry.words << "\n"; // after the commit, never before
        return done;
    }

private:
    [[nodiscard]] std::vector<QuickTerm> terms() const
    {
        std::vector<QuickTerm> terms;
        for (const anatomy::Structure &structure : m_atlas.structures()) {
            if (!structure.listed) {
                continue;
            }
            const bool isMine = std::ranges::any_of(
                m_points, [&](const PointOverview &one) { return one.point.muscle == structure.id; });
            terms.push_back({spaced(structure.id.text()), structure.id, isMine});
            terms.push_back({structure.common, structure.id, isMine});
            if (const MusclePattern *pattern = m_knowledge.pattern(structure.id)) {
                for (const std::string &name : pattern->names.people) {
                    terms.push_back({name, structure.id, isMine});
                }
            }
        }
        for (const Zone &zone : m_knowledge.zones()) {
            terms.push_back({spaced(zone.id.text()), zone.id});
            for (const std::string &words : zone.words) {
                terms.push_back({words, zone.id});
            }
        }
        for (const Factor &factor : m_factors) {
            terms.push_back({factor.name, lower(factor.name), true});
        }
        for (const CommonFactor &factor : commonFactors) {
            terms.push_back({factor.name, std::string{factor.name}});
        }
        return terms;
    }

    /// The time said, today or, where that is still to come, yesterday; now if none was said.
    [[nodiscard]] Instant momentOf(const QuickLine &line) const
    {
        const Instant now = m_world.clock.now();
        if (!line.timeOfDay) {
            return now;
        }
        const auto local = dayOf(now).time_since_epoch() + *line.timeOfDay;
        Instant then{std::chrono::sys_time<std::chrono::milliseconds>{local - now.offset}, now.offset};
        if (then.utc > now.utc) {
            then.utc -= std::chrono::days{1};
        }
        return then;
    }

    [[nodiscard]] Entry entryAbout(const MuscleId &muscle, const QuickLine &line, const Instant &at)
    {
        const PainLevel level = levelOf(line);
        const Side side = sideOf(muscle, line);
        const std::string words =
            nameOf(muscle) + said(side) + ", soreness now " + ofTen(level, line) + ", " + whenSaid(at);
        const auto known = std::ranges::find_if(
            m_points, [&](const PointOverview &one) { return one.point.muscle == muscle && one.point.side == side; });
        if (known != m_points.end()) {
            return {add(rating(known->point.id, level, line, at)), words};
        }
        const anatomy::Region &region = m_atlas.region(*m_atlas.regionOf(muscle, side));
        TriggerPoint point{m_world.ids.next<PointId>(),
                           muscle,
                           side,
                           {(region.low.x + region.high.x) / 2, (region.low.y + region.high.y) / 2,
                            (region.low.z + region.high.z) / 2},
                           PointKind::unsure,
                           at};
        point.certainty = Certainty::somewhereHere;
        return {markPoint(point, {rating(point.id, level, line, at)}), words + " (a new point, somewhere here)"};
    }

    [[nodiscard]] Rating rating(PointId point, PainLevel level, const QuickLine &line, const Instant &at)
    {
        return {m_world.ids.next<RatingId>(), point, Asked::sorenessNow, level, at, false, line.qualities};
    }

    [[nodiscard]] Entry entryAbout(const ZoneId &id, const QuickLine &line, const Instant &at)
    {
        const PainLevel level = levelOf(line);
        PainEntry entry{m_world.ids.next<PainEntryId>(), at, {}};
        entry.areas.push_back({line.qualities, level});
        const Zone &zone = *m_knowledge.zone(id);
        std::string side;
        if (zone.laterality == Laterality::midline) {
            entry.zones.push_back({0, id, Side::midline, 1});
        } else if (line.side) {
            entry.zones.push_back({0, id, *line.side, 1});
            side = said(*line.side);
        } else {
            entry.zones.push_back({0, id, Side::left, 1});
            entry.zones.push_back({0, id, Side::right, 1});
            side = " (both sides)";
        }
        return {add(entry), zone.description + side + ", " + ofTen(level, line) + ", " + whenSaid(at)};
    }

    [[nodiscard]] Entry entryAbout(const std::string &name, const QuickLine &line, const Instant &at)
    {
        Verb verb;
        const auto known =
            std::ranges::find_if(m_factors, [&name](const Factor &one) { return lower(one.name) == name; });
        Factor factor =
            known != m_factors.end() ? *known : Factor{m_world.ids.next<FactorId>(), name, scaleOf(name), true};
        const bool isLevel = factor.scale == Scale::zeroToTen;
        if ((isLevel && line.number > 10) || (factor.scale == Scale::hours && line.number > 24)) {
            throw WrongUse{name + (isLevel ? " goes from 0 to 10" : " is counted in hours of a day")};
        }
        if (known == m_factors.end()) {
            verb = add(factor);
        }
        verb.steps.emplace_back(Add{FactorValue{m_world.ids.next<FactorValueId>(), factor.id, line.number, at}});
        return {verb, name + " " + numberSaid(line.number) + ", " + whenSaid(at)};
    }

    static Scale scaleOf(const std::string &name)
    {
        const auto *common =
            std::ranges::find_if(commonFactors, [&](const CommonFactor &one) { return name == one.name; });
        return common->scale;
    }

    static PainLevel levelOf(const QuickLine &line)
    {
        const int whole = static_cast<int>(line.number);
        const auto level = line.number == whole ? PainLevel::from(whole) : std::nullopt;
        if (!level) {
            throw WrongUse{"soreness is a whole number from 0, no pain, to 10, the worst you can imagine"};
        }
        return *level;
    }

    /// The side said; without one that of the only point there is, or midline where there is no other.
    [[nodiscard]] Side sideOf(const MuscleId &muscle, const QuickLine &line) const
    {
        if (m_atlas.regionOf(muscle, Side::midline)) {
            return Side::midline;
        }
        std::vector<Side> sides;
        for (const PointOverview &one : m_points) {
            if (one.point.muscle == muscle) {
                sides.push_back(one.point.side);
            }
        }
        if (!line.side && sides.size() != 1) {
            throw WrongUse{nameOf(muscle) + ": say which side, l or r"};
        }
        const Side side = line.side ? *line.side : sides.front();
        if (!m_atlas.regionOf(muscle, side)) {
            throw WrongUse{nameOf(muscle) + " is not drawn yet; mark it in the window"};
        }
        return side;
    }

    [[nodiscard]] std::string nameOf(const MuscleId &muscle) const
    {
        const anatomy::Structure *structure = m_atlas.findStructure(muscle);
        return structure != nullptr ? structure->common : spaced(muscle.text());
    }

    static std::string said(Side side) { return " (" + std::string{toKey(side)} + ")"; }

    static std::string ofTen(PainLevel level, const QuickLine &line)
    {
        const std::string qualities = textOfFlags(line.qualities);
        return std::to_string(level.value()) + " of 10" + (qualities.empty() ? "" : ", " + qualities);
    }

    static std::string numberSaid(double number)
    {
        std::string text = std::to_string(number);
        text.erase(text.find_last_not_of('0') + 1);
        return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    }

    /// "2026-03-02 09:30"
    static std::string whenSaid(const Instant &at)
    {
        const std::string iso = isoText(at);
        return iso.substr(0, 10) + " " + iso.substr(11, 5);
    }

    static std::string sentenceOf(const QuickProblem &problem)
    {
        using Kind = QuickProblem::Kind;
        switch (problem.kind) {
        case Kind::noWords:
            return "the line does not say what it is about; try \"l inf 6\"";
        case Kind::noNumber:
            return "the line has no number from 0 to 10; try \"l inf 6\"";
        case Kind::twice:
            return "\"" + problem.words + "\" says something a second time; give one side, one number and one time";
        case Kind::badTime:
            return "\"" + problem.words + "\" is no time of the day; write @8:30 or @20:15";
        case Kind::unknown:
            return "nothing here is called \"" + problem.words + "\"; try a muscle, a place of the body, or sleep";
        case Kind::ambiguous:
            break;
        }
        std::string sentence = "\"" + problem.words + "\" could be ";
        const std::size_t most = std::min<std::size_t>(problem.candidates.size(), 6);
        for (std::size_t at = 0; at < most; ++at) {
            sentence += (at == 0 ? "" : at + 1 == most ? " or " : ", ") + problem.candidates[at];
        }
        return sentence + "; write more of it";
    }

    const World &m_world;
    Journal &m_journal;
    anatomy::Atlas m_atlas;
    KnowledgeBase m_knowledge;
    std::vector<PointOverview> m_points;
    std::vector<Factor> m_factors;
};

} // namespace

void addLogCommand(const Commands &commands)
{
    CLI::App &command = addJournalCommand(commands, "log", "Store one entry, such as \"l inf 6 sharp @8:30\"");
    const auto words = std::make_shared<std::vector<std::string>>();
    command.add_option("entry", *words, "Side, muscle or place or factor, number, how it feels, @TIME")->required();
    command.callback([commands, words] {
        commands.chosen = [commands, words] {
            std::string line;
            for (const std::string &word : *words) {
                line += (line.empty() ? "" : " ") + word;
            }
            return writing(commands.world, "the entry was not stored", [&] {
                Journal journal =
                    Journal::open(journalFile(commands.world, commands.journal), writerOf(commands.world));
                return QuickLog{commands.world, journal}.log(line);
            });
        };
    });
}

} // namespace palpate::cli
