// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/datatext.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <system_error>

namespace palpate::knowledge {

namespace {

constexpr std::uintmax_t mostBytes = 4'000'000;
constexpr int deepest = 32;
/// About eight times the longest paragraph of the knowledge files.
constexpr std::size_t longestString = 8'000;

struct Excess {
    std::size_t byte;
    const char *reason;
};

/// Where the text asks too much of those who work on it: copying deeply nested data uses up the stack, and so does a
/// regular expression of the schema on a long string. Told before parsing and not by a parser callback, as a callback
/// knows no line. Up to the first error of syntax this sees what the parser sees, and the parser stops there.
[[nodiscard]] std::optional<Excess> firstExcess(std::string_view text) noexcept
{
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            const std::size_t start = at;
            while (++at < text.size() && text[at] != '"') {
                at += text[at] == '\\' ? 1U : 0U;
            }
            if (at - start > longestString) {
                return Excess{start, "a text in it is too long"};
            }
        } else if (c == '[' || c == '{') {
            if (++depth > deepest) {
                return Excess{at, "the data is nested too deeply"};
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return std::nullopt;
}

} // namespace

std::string readDataText(const std::filesystem::path &file)
{
    const std::string name = file.filename().string();
    std::error_code error;
    // Asking first keeps a pipe or a folder of that name from being opened.
    if (!std::filesystem::is_regular_file(file, error)) {
        throw DataFileError{name, "", "this file is missing"};
    }
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (!error && size > mostBytes) {
        throw DataFileError{name, "", "this file is larger than any that Palpate comes with"};
    }
    std::ifstream stream{file, std::ios::binary};
    std::string text(error ? 0 : static_cast<std::size_t>(size), '\0');
    if (error || !stream || !stream.read(text.data(), static_cast<std::streamsize>(text.size()))) {
        throw DataFileError{name, "", "this file cannot be read"};
    }
    if (const auto excess = firstExcess(text)) {
        throw DataFileError{name, lineOf(text, excess->byte), excess->reason};
    }
    return text;
}

std::string lineOf(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    return std::to_string(1 + std::ranges::count(before, '\n'));
}

} // namespace palpate::knowledge
