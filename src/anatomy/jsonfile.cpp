// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy/jsonfile.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/error.h"

namespace palpate::anatomy {

namespace {

constexpr std::streamoff mostBytes = 64'000'000;
constexpr int deepest = 32;

std::string readText(const std::filesystem::path &file)
{
    const std::string name = file.filename().string();
    std::ifstream stream{file, std::ios::binary | std::ios::ate};
    if (!stream) {
        throw DataFileError{name, "", "this file is missing or cannot be read"};
    }
    if (stream.tellg() > mostBytes) {
        throw DataFileError{name, "", "this file is larger than any that Palpate makes"};
    }
    std::string text(static_cast<std::size_t>(stream.tellg()), '\0');
    stream.seekg(0);
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream) {
        throw DataFileError{name, "", "this file cannot be read to its end"};
    }
    return text;
}

} // namespace

nlohmann::json readJsonFile(const std::filesystem::path &file)
{
    const std::string text = readText(file);
    const std::string name = file.filename().string();
    // The parser itself copes with any depth, but copying what it made would not.
    const auto limitDepth = [&name](int depth, nlohmann::json::parse_event_t, nlohmann::json &) {
        if (depth > deepest) {
            throw DataFileError{name, "", "the data is nested too deeply"};
        }
        return true;
    };
    try {
        return nlohmann::json::parse(text, limitDepth);
    } catch (const nlohmann::json::parse_error &error) {
        const auto upTo = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        throw DataFileError{name, std::to_string(1 + std::count(text.begin(), upTo, '\n')), error.what()};
    }
}

} // namespace palpate::anatomy
