// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace palpate {

/// The world went wrong (a disk, a file, a permission): not a bug, and not something the person said.
/// what() is one plain English sentence that says what happened and what to do; desktop shows its own
/// translated words where the derived type carries a kind.
class WorldError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A file that Palpate reads as data (atlas, knowledge, recipe) is broken: which file, where in it, and why.
class DataFileError : public WorldError {
public:
    /// `place` is a line number, a JSON pointer or a key; empty when the whole file is meant.
    DataFileError(std::string file, std::string place, const std::string &reason)
        : WorldError{file + (place.empty() ? "" : ":" + place) + ": " + reason},
          m_file{std::move(file)},
          m_place{std::move(place)}
    {}

    [[nodiscard]] const std::string &file() const noexcept { return m_file; }
    [[nodiscard]] const std::string &place() const noexcept { return m_place; }

private:
    std::string m_file;
    std::string m_place;
};

} // namespace palpate
