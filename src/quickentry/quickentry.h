// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "anatomy/atlas.h"
#include "core/idsource.h"
#include "core/instant.h"
#include "journal/verbs.h"
#include "record/checkin.h"
#include "record/quickline.h"
#include "record/triggerpoint.h"
#include "referral/knowledgebase.h"

// What one line of words ("l inf 6 sharp @8:30") becomes in a journal; the window and the command line read it alike.
namespace palpate {

struct QuickPoint {
    MuscleId muscle;
    Side side = Side::midline;
    PainLevel level;
    Flags<Quality> qualities{};
    std::optional<PointId> point{}; ///< empty where there is none yet: one is marked somewhere in the muscle

    friend bool operator==(const QuickPoint &, const QuickPoint &) = default;
};

struct QuickPain {
    ZoneId zone;
    std::vector<Side> sides; ///< both where none was said, the midline where there is no other
    PainLevel level;
    Flags<Quality> qualities{};

    friend bool operator==(const QuickPain &, const QuickPain &) = default;
};

struct QuickFactor {
    std::string name; ///< in the person's spelling where they have it already
    Scale scale = Scale::zeroToTen;
    double value = 0;
    std::optional<FactorId> factor{}; ///< empty where it is one of the common ones, not yet used

    friend bool operator==(const QuickFactor &, const QuickFactor &) = default;
};

/// What a line says, before it is stored.
struct QuickEntry {
    Instant at;
    std::variant<QuickPoint, QuickPain, QuickFactor> what;

    friend bool operator==(const QuickEntry &, const QuickEntry &) = default;
};

/// Why a line that can be read says nothing that can be stored.
struct QuickRefusal {
    enum class Kind : std::uint8_t {
        noLevel,  ///< soreness is a whole number from 0 to 10
        noSide,   ///< the muscle has two sides and the person no point, or one on each
        notDrawn, ///< the body map has no such muscle on that side
        aboveTen, ///< of a factor that goes from 0 to 10
        aboveDay, ///< of hours of a day
        notYesNo, ///< yes is 1, no is 0
        later     ///< the time is still to come
    };
    Kind kind = Kind::noLevel;
    std::string name{}; ///< of the muscle or factor concerned, in plain words

    friend bool operator==(const QuickRefusal &, const QuickRefusal &) = default;
};

/// Factors that can be logged before the person has made any of their own.
struct CommonFactor {
    const char *name;
    Scale scale;
};
inline constexpr std::array commonFactors{
    CommonFactor{"sleep", Scale::zeroToTen}, CommonFactor{"stress", Scale::zeroToTen},
    CommonFactor{"load", Scale::zeroToTen}, CommonFactor{"painkillers", Scale::count},
    CommonFactor{"desk hours", Scale::hours}};

/// Reads lines as one person means them: their points and factors come first.
class QuickReader {
public:
    using Read = std::variant<QuickEntry, QuickProblem, QuickRefusal>;

    /// Atlas and knowledge must outlive the reader. Points are all that the person has: one that is quiet is meant
    /// where no other of its muscle and side is, so that it can be sore again.
    QuickReader(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, std::vector<TriggerPoint> points,
                std::vector<Factor> factors);

    /// A time said is one of the day of `when`; without one `when` is meant. Where it is still to come by `now`, it was
    /// a day earlier if `when` is today, and is refused otherwise.
    [[nodiscard]] Read read(std::string_view line, const Instant &when, const Clock &clock) const;

    /// Lines that the beginning of one may become, the likeliest first.
    [[nodiscard]] std::vector<std::string> completions(std::string_view line, std::size_t most) const;

    /// What stores it.
    [[nodiscard]] Verb verbFor(const QuickEntry &entry, IdSource &ids) const;

private:
    [[nodiscard]] std::variant<Instant, QuickRefusal> momentOf(const QuickLine &line, const Instant &when,
                                                               const Clock &clock) const;
    [[nodiscard]] std::variant<QuickPoint, QuickRefusal> pointOf(const MuscleId &muscle, const QuickLine &line) const;
    [[nodiscard]] std::variant<QuickPain, QuickRefusal> painOf(const ZoneId &zone, const QuickLine &line) const;
    [[nodiscard]] std::variant<QuickFactor, QuickRefusal> factorOf(const std::string &name,
                                                                   const QuickLine &line) const;
    [[nodiscard]] std::variant<Side, QuickRefusal> sideOf(const MuscleId &muscle, const QuickLine &line) const;
    [[nodiscard]] std::string nameOf(const MuscleId &muscle) const;

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    std::vector<TriggerPoint> m_points; ///< the quiet ones last
    std::vector<Factor> m_factors;
    std::vector<QuickTerm> m_terms;
};

} // namespace palpate
