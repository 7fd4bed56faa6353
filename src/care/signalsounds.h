// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "care/sessionrun.h"

namespace palpate {

/// The sound of a signal as a WAV file: one channel, 16 bits, 44.1 kHz, under a second, the same bytes each time. They
/// are told apart by how many notes they have and whether these rise or fall, so that pitch alone need not be heard.
[[nodiscard]] std::vector<std::uint8_t> soundOf(Signal signal);

} // namespace palpate
