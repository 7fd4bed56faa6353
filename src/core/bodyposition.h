// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/keyed.h"

namespace palpate {

/// How the body is held while something is done to it. At a desk one sits or stands.
enum class BodyPosition : std::uint8_t { sitting, standing, lying };

template <> struct Keys<BodyPosition> {
    static constexpr KeyTable<BodyPosition, 3> all{
        {{BodyPosition::sitting, "sitting"}, {BodyPosition::standing, "standing"}, {BodyPosition::lying, "lying"}}};
};

} // namespace palpate
