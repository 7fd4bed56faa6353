// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/id.h"
#include "core/side.h"
#include "record/quality.h"

// One line that says how it is: "l inf 6 sharp @8:30", "lower back 3", "sleep 2".
namespace palpate {

/// What a line can be about: a muscle, a zone, or a factor by its name.
using QuickMeaning = std::variant<MuscleId, ZoneId, std::string>;

/// Words that mean something, as the person may write them.
struct QuickTerm {
    std::string words;
    QuickMeaning meaning;
    bool preferred = false; ///< the person has a point there: chosen where the words alone do not decide
};

struct QuickLine {
    QuickMeaning meaning;
    std::optional<Side> side;
    double number = 0; ///< from 0; what it may be depends on the meaning
    Flags<Quality> qualities{};
    std::optional<std::chrono::minutes> timeOfDay{}; ///< by the local clock

    friend bool operator==(const QuickLine &, const QuickLine &) = default;
};

/// Why a line was not understood.
struct QuickProblem {
    enum class Kind : std::uint8_t {
        noWords,   ///< nothing says what it is about
        noNumber,  ///< nothing says how much
        twice,     ///< a side, a number or a time stands twice
        badTime,   ///< what follows @ is no time of the day
        unknown,   ///< no term fits the words
        ambiguous, ///< several fit equally well: `candidates`
    };

    Kind kind = Kind::noWords;
    std::string words; ///< those concerned
    std::vector<std::string> candidates{};

    friend bool operator==(const QuickProblem &, const QuickProblem &) = default;
};

/// Reads a line. Words may be cut short ("inf"), sides are l, r, left and right, times @8, @8:30 and @20:15; case and
/// order do not matter.
[[nodiscard]] std::variant<QuickLine, QuickProblem> readQuickLine(std::string_view line,
                                                                  std::span<const QuickTerm> terms);

/// Whole lines that this beginning of one may become: its last words, where no number stands behind them, written out.
/// The person's own terms come first, then those that fit best; each meaning once.
[[nodiscard]] std::vector<std::string> quickCompletions(std::string_view line, std::span<const QuickTerm> terms,
                                                        std::size_t most);

} // namespace palpate
