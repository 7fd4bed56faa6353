// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/flags.h"

namespace palpate {

/// How a pain feels.
enum class Quality : std::uint8_t {
    aching,
    sharp,
    burning,
    throbbing,
    electric,
    numb,
    tingling,
    tight,
    cramping,
    heavy,
    stiff,
    other
};

template <> struct Keys<Quality> {
    static constexpr KeyTable<Quality, 12> all{{{Quality::aching, "aching"},
                                                {Quality::sharp, "sharp"},
                                                {Quality::burning, "burning"},
                                                {Quality::throbbing, "throbbing"},
                                                {Quality::electric, "electric"},
                                                {Quality::numb, "numb"},
                                                {Quality::tingling, "tingling"},
                                                {Quality::tight, "tight"},
                                                {Quality::cramping, "cramping"},
                                                {Quality::heavy, "heavy"},
                                                {Quality::stiff, "stiff"},
                                                {Quality::other, "other"}}};
};

} // namespace palpate
