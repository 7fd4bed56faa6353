// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "core/error.h"

namespace palpate {

/// A file that was to be imported is refused. what() is one plain English sentence: where, what is wrong, what to do.
class ImportError : public WorldError {
public:
    enum class Kind : std::uint8_t {
        tooLarge,    ///< more than the limits in journaljson.h allow
        notJson,     ///< cut off, not JSON, or not UTF-8
        notAnExport, ///< JSON, but of something else
        newer,       ///< written by a later version of the program
        wrongValue,  ///< something missing, unknown, twice there, or of the wrong kind
    };

    /// `place` is a JSON pointer or "line N"; empty when the whole file is meant.
    ImportError(Kind kind, std::string place, const std::string &sentence)
        : WorldError{sentence}, m_kind{kind}, m_place{std::move(place)}
    {}

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    [[nodiscard]] const std::string &place() const noexcept { return m_place; }

private:
    Kind m_kind;
    std::string m_place;
};

} // namespace palpate
