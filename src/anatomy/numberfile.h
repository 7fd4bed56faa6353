// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace palpate::anatomy {

/// Reads a file that is one run of 16-bit little-endian numbers: tables of the atlas that are too large for JSON at
/// start-up. Throws DataFileError when the file is missing, or ends where another number is expected.
class NumberReader {
public:
    explicit NumberReader(const std::filesystem::path &file);

    [[nodiscard]] std::uint16_t next();
    /// Throws unless all numbers have been read.
    void expectEnd() const;
    /// Throws DataFileError for this file.
    [[noreturn]] void fail(const std::string &reason) const;

private:
    std::string m_name;
    std::vector<unsigned char> m_bytes;
    std::size_t m_at = 0;
};

/// Collects such a run.
class NumberWriter {
public:
    /// Throws std::out_of_range for a number that does not fit 16 bits.
    void put(std::size_t number);
    [[nodiscard]] const std::string &bytes() const noexcept { return m_bytes; }

private:
    std::string m_bytes;
};

} // namespace palpate::anatomy
