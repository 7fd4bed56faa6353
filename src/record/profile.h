// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/id.h"
#include "core/keyed.h"
#include "core/localday.h"
#include "core/side.h"
#include "record/stroke.h"

namespace palpate {

enum class Pregnancy : std::uint8_t { notSaid, no, pregnant, afterBirth };

template <> struct Keys<Pregnancy> {
    static constexpr KeyTable<Pregnancy, 4> all{{{Pregnancy::notSaid, "not-said"},
                                                 {Pregnancy::no, "no"},
                                                 {Pregnancy::pregnant, "pregnant"},
                                                 {Pregnancy::afterBirth, "after-birth"}}};
};

enum class Handedness : std::uint8_t { notSaid, left, right, both };

template <> struct Keys<Handedness> {
    static constexpr KeyTable<Handedness, 4> all{{{Handedness::notSaid, "not-said"},
                                                  {Handedness::left, "left"},
                                                  {Handedness::right, "right"},
                                                  {Handedness::both, "both"}}};
};

/// A condition or an implant of the contraindication list.
using ConditionId = NameId<struct ConditionTag>;

struct KnownCondition {
    ConditionId condition;

    friend bool operator==(const KnownCondition &, const KnownCondition &) = default;
};

struct Operation {
    std::string what;
    std::optional<LocalDay> day;
    std::optional<ZoneId> zone;
    Side side = Side::midline;

    friend bool operator==(const Operation &, const Operation &) = default;
};

using ProfileId = RowId<struct ProfileTag>;

/// Who the person is, as far as they want to say; why each thing is asked stands in docs/data-formats.md.
/// A journal has at most one.
struct Profile {
    ProfileId id;
    std::optional<int> yearOfBirth;
    Pregnancy pregnancy = Pregnancy::notSaid;
    std::optional<int> pregnancyWeek;     ///< on pregnancyDay; after birth, weeks since
    std::optional<LocalDay> pregnancyDay; ///< when the week was said
    std::string medicines;
    bool bloodThinner = false;
    bool cortisone = false;
    bool statin = false;
    bool medicinePatch = false;
    std::string history;
    Handedness handedness = Handedness::notSaid;
    std::optional<bool> handsTire;
    std::optional<bool> hasHelper; ///< someone who can help press
    std::string goals;
    std::vector<KnownCondition> conditions{};
    std::vector<Operation> operations{};
    std::vector<Stroke> numbAreas{};
    std::vector<ZoneCoverage> numbZones{};

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace palpate
