// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/id.h"
#include "core/instant.h"
#include "core/keyed.h"
#include "core/painlevel.h"

namespace palpate {

using CheckInId = RowId<struct CheckInTag>;

/// One pass over "how is it today"; the ratings of the points stand on their own.
struct CheckIn {
    CheckInId id;
    Instant at;
    std::optional<PainLevel> wholeBody;
    std::optional<int> couldDo; ///< "what could I do today?", 0 nothing to 10 all I wanted
    std::string couldDoWords;
    bool noSoreness = false; ///< "nothing today": each open point's zero is derived from it
    std::string note;

    friend bool operator==(const CheckIn &, const CheckIn &) = default;
};

enum class Scale : std::uint8_t { zeroToTen, hours, count, yesNo };

template <> struct Keys<Scale> {
    static constexpr KeyTable<Scale, 4> all{{{Scale::zeroToTen, "zero-to-ten"},
                                             {Scale::hours, "hours"},
                                             {Scale::count, "count"},
                                             {Scale::yesNo, "yes-no"}}};
};

using FactorId = RowId<struct FactorTag>;

/// Something that may go along with pain: sleep, stress, load, painkillers, desk hours, or the person's own.
struct Factor {
    FactorId id;
    std::string name; ///< in the person's words; unique is not asked for
    Scale scale = Scale::zeroToTen;
    bool pinned = false; ///< in view at each check-in

    friend bool operator==(const Factor &, const Factor &) = default;
};

using FactorValueId = RowId<struct FactorValueTag>;

struct FactorValue {
    FactorValueId id;
    FactorId factor;
    double value = 0; ///< on the factor's scale; yes is 1
    Instant at;

    friend bool operator==(const FactorValue &, const FactorValue &) = default;
};

enum class PeriodKind : std::uint8_t { flare, pause };

template <> struct Keys<PeriodKind> {
    static constexpr KeyTable<PeriodKind, 2> all{{{PeriodKind::flare, "flare"}, {PeriodKind::pause, "pause"}}};
};

using PeriodId = RowId<struct PeriodTag>;

/// A flare, or a pause in which nothing is asked and nothing counts as missed.
struct Period {
    PeriodId id;
    PeriodKind kind = PeriodKind::flare;
    Instant at;                   ///< when it began
    std::optional<Instant> ended; ///< empty while it lasts
    std::string helped;           ///< what helped, in the person's words
    std::string note;

    friend bool operator==(const Period &, const Period &) = default;
};

} // namespace palpate
