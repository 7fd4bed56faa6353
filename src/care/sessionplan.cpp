// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/sessionplan.h"

#include <algorithm>
#include <numeric>

#include "care/technique.h"

namespace palpate {

namespace {

using std::chrono::seconds;

// Paces: helps for the timer that rest on nothing but the ease of following them.
constexpr seconds getReady{5};
constexpr seconds pressIn{5};
constexpr seconds pressOn{10};
constexpr seconds easeOff{5};
constexpr seconds letGo{10};
constexpr seconds aStroke{4};
constexpr seconds backToStart{3};
constexpr seconds soften{5};
constexpr seconds comeBack{5};
constexpr seconds aMovement{8};
constexpr seconds aRating{10};

[[nodiscard]] std::optional<int> usual(const Protocol &protocol, const char *what)
{
    const Dose *dose = protocol.dose(DoseId{what});
    return dose == nullptr ? std::nullopt : std::optional{dose->range.usual};
}

/// The leaflet's first step with each technique that it describes.
[[nodiscard]] std::map<CareTechnique, const LeafletStep *> describedIn(const Leaflet &leaflet)
{
    std::map<CareTechnique, const LeafletStep *> described;
    for (const CareTechnique technique : allTechniques) {
        const auto step = std::ranges::find_if(leaflet.steps, [technique](const LeafletStep &one) {
            return one.protocol && one.protocol->text() == toKey(technique);
        });
        if (step != leaflet.steps.end()) {
            described.emplace(technique, &*step);
        }
    }
    return described;
}

/// Lines up the beats of one place.
class LineUp {
public:
    LineUp(std::vector<Beat> &beats, std::size_t care, const RuleBase &rules)
        : m_beats{beats}, m_care{care}, m_rules{rules}
    {}

    void addAll(const std::vector<CareTechnique> &techniques)
    {
        if (techniques.empty()) {
            return;
        }
        m_technique = techniques.front();
        add(BeatKind::rateBefore, seconds{0});
        for (const CareTechnique technique : techniques) {
            if (const Protocol *protocol = protocolOf(m_rules, technique)) {
                m_technique = technique;
                m_aim = aimOf(*protocol);
                addTechnique(*protocol);
            }
        }
        m_aim.reset();
        add(BeatKind::rateAfter, seconds{0});
    }

private:
    [[nodiscard]] static std::optional<PainLevel> aimOf(const Protocol &protocol)
    {
        const auto tolerance = usual(protocol, "tolerance");
        return tolerance ? PainLevel::from(*tolerance) : std::nullopt;
    }

    void add(BeatKind kind, seconds length, int round = 1, int rounds = 1)
    {
        m_beats.push_back({m_care, m_technique, kind, length, round, rounds, isHeld(kind) ? m_aim : std::nullopt});
    }

    void addTechnique(const Protocol &protocol)
    {
        add(BeatKind::getReady, getReady);
        switch (m_technique) {
        case CareTechnique::pressureSteady:
            add(BeatKind::pressIn, pressIn);
            add(BeatKind::hold, seconds{usual(protocol, "hold").value_or(0)});
            add(BeatKind::letGo, letGo);
            break;
        case CareTechnique::pressureIntermittent:
            addPresses(usual(protocol, "site-time").value_or(0));
            break;
        case CareTechnique::stroking:
            addRounds(BeatKind::stroke, aStroke, BeatKind::goBack, backToStart, usual(protocol, "strokes").value_or(0));
            break;
        case CareTechnique::contractRelax:
            addRounds(BeatKind::tense, seconds{usual(protocol, "hold").value_or(0)}, BeatKind::soften, soften,
                      usual(protocol, "repetitions").value_or(0));
            add(BeatKind::stretch, seconds{usual(protocol, "stretch-after").value_or(0)});
            add(BeatKind::comeBack, comeBack);
            break;
        case CareTechnique::stretch:
            add(BeatKind::stretch, seconds{usual(protocol, "hold").value_or(0)});
            add(BeatKind::comeBack, comeBack);
            break;
        case CareTechnique::heat:
        case CareTechnique::cold:
            add(BeatKind::pack, seconds{usual(protocol, "time").value_or(0)});
            add(BeatKind::comeBack, comeBack);
            break;
        case CareTechnique::movement:
            addMovements(usual(protocol, "repetitions").value_or(0));
            break;
        }
    }

    /// Presses with pauses until the time of the site is over.
    void addPresses(int siteSeconds)
    {
        add(BeatKind::pressIn, pressIn);
        const int rounds = std::max(1, static_cast<int>(siteSeconds / (pressOn + easeOff).count()));
        for (int round = 1; round <= rounds; ++round) {
            add(BeatKind::hold, pressOn, round, rounds);
            if (round < rounds) {
                add(BeatKind::easeOff, easeOff, round, rounds);
            }
        }
        add(BeatKind::letGo, letGo);
    }

    void addRounds(BeatKind work, seconds workLength, BeatKind rest, seconds restLength, int rounds)
    {
        for (int round = 1; round <= rounds; ++round) {
            add(work, workLength, round, rounds);
            add(rest, restLength, round, rounds);
        }
    }

    void addMovements(int rounds)
    {
        for (int round = 1; round <= rounds; ++round) {
            add(BeatKind::move, aMovement, round, rounds);
        }
    }

    std::vector<Beat> &m_beats;
    std::size_t m_care;
    const RuleBase &m_rules;
    CareTechnique m_technique = CareTechnique::movement;
    std::optional<PainLevel> m_aim;
};

} // namespace

PlannedCare suggestedCare(const CarePlace &place, std::optional<PointId> point, const Clearance &clearance,
                          const SessionWishes &wishes, const Leaflet *leaflet)
{
    PlannedCare care{place, point, {}, Tool::none};
    const auto described = leaflet == nullptr ? decltype(describedIn(*leaflet)){} : describedIn(*leaflet);
    const auto fits = [&](CareTechnique technique) {
        if (!clearance.allows(technique) || !wishes.atDesk || leaflet == nullptr) {
            return clearance.allows(technique);
        }
        // What the leaflet does not tell how to do sitting or standing is not for a desk.
        const auto step = described.find(technique);
        return step != described.end() && step->second->position != BodyPosition::lying;
    };
    const auto add = [&](CareTechnique technique) {
        care.techniques.push_back(technique);
        if (const auto step = described.find(technique); step != described.end() && step->second->position) {
            care.positions.emplace(technique, *step->second->position);
        }
    };
    const auto pressing =
        std::ranges::find_if(clearance.techniques, [&](CareTechnique one) { return isPressing(one) && fits(one); });
    if (pressing != clearance.techniques.end()) {
        const bool isWished = wishes.pressing && isPressing(*wishes.pressing) && fits(*wishes.pressing);
        add(isWished ? *wishes.pressing : *pressing);
        care.tool =
            clearance.pressure == PressureGrade::free && !wishes.tools.empty() ? wishes.tools.front() : Tool::fingers;
    }
    for (const CareTechnique lengthening : {CareTechnique::contractRelax, CareTechnique::stretch}) {
        if (fits(lengthening)) {
            add(lengthening);
            break;
        }
    }
    // The pack lies on before the movements: they come last.
    if (wishes.pack && (*wishes.pack == CareTechnique::heat || *wishes.pack == CareTechnique::cold) &&
        fits(*wishes.pack)) {
        add(*wishes.pack);
    }
    if (fits(CareTechnique::movement)) {
        add(CareTechnique::movement);
    }
    return care;
}

std::vector<Beat> beatsOf(std::span<const PlannedCare> care, const RuleBase &rules)
{
    std::vector<Beat> beats;
    for (std::size_t at = 0; at < care.size(); ++at) {
        LineUp{beats, at, rules}.addAll(care[at].techniques);
    }
    return beats;
}

std::chrono::seconds lengthOf(std::span<const Beat> beats)
{
    return std::accumulate(beats.begin(), beats.end(), seconds{0}, [](seconds sum, const Beat &beat) {
        return sum + (waits(beat.kind) ? aRating : beat.length);
    });
}

std::vector<PlannedCare> fitting(std::vector<PlannedCare> care, const RuleBase &rules, const SessionWishes &wishes)
{
    if (!wishes.minutes) {
        return care;
    }
    std::vector<PlannedCare> fits;
    seconds used{0};
    for (PlannedCare &one : care) {
        const seconds needed = lengthOf(beatsOf(std::span{&one, 1}, rules));
        if (!fits.empty() && used + needed > std::chrono::minutes{*wishes.minutes}) {
            continue; // a shorter one may still fit
        }
        used += needed;
        fits.push_back(std::move(one));
    }
    return fits;
}

} // namespace palpate
