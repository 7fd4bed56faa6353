// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/error.h"

// How the knowledge base reads its files: JSON documents with a list of entries each, checked against a schema.
namespace palpate::knowledge {

using Problems = std::vector<DataFileError>;

/// A value in a file, and the way to it, so that a fault can name its place. Lasts no longer than the node it came
/// from.
class Node {
public:
    Node(const std::string &file, const nlohmann::json &document) noexcept : m_file{&file}, m_value{&document} {}

    [[nodiscard]] Node at(std::string_view key) const &;
    [[nodiscard]] Node at(std::size_t index) const &;
    Node at(std::string_view key) const && = delete;
    Node at(std::size_t index) const && = delete;

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] const std::string &text() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] int integer() const;

    [[nodiscard]] DataFileError fault(const std::string &reason) const { return {*m_file, place(), reason}; }

private:
    Node(const Node &parent, std::string_view key, std::size_t index, const nlohmann::json &value) noexcept
        : m_file{parent.m_file}, m_parent{&parent}, m_key{key}, m_index{index}, m_value{&value}
    {}

    [[nodiscard]] std::string place() const;

    const std::string *m_file;
    const Node *m_parent = nullptr;
    std::string_view m_key;
    std::size_t m_index = 0;
    const nlohmann::json *m_value;
};

/// One JSON Schema to check files with.
class Schema {
public:
    /// Throws DataFileError when the file cannot be read.
    explicit Schema(const std::filesystem::path &file);

private:
    friend class DataFile;
    std::string m_name;
    /// Never null; shared as its type is not complete here.
    std::shared_ptr<const nlohmann::json> m_document;
};

/// Reads every item of the list `node`.
template <typename Read> [[nodiscard]] auto readList(const Node &node, Read read)
{
    std::vector<decltype(read(node))> items;
    items.reserve(node.size());
    for (std::size_t index = 0; index < node.size(); ++index) {
        items.push_back(read(node.at(index)));
    }
    return items;
}

/// The same where the list may be left out, which says that it is empty.
template <typename Read> [[nodiscard]] auto readListIfThere(const Node &node, std::string_view key, Read read)
{
    return node.has(key) ? readList(node.at(key), read) : decltype(readList(node, read)){};
}

[[nodiscard]] inline std::string readText(const Node &node) { return node.text(); }

[[nodiscard]] std::vector<std::string> readTexts(const Node &node);

/// The text under the key, empty where there is none.
[[nodiscard]] std::string readOptionalText(const Node &node, std::string_view key);

[[nodiscard]] inline std::optional<std::string> readOptional(const Node &node, std::string_view key)
{
    return node.has(key) ? std::optional{node.at(key).text()} : std::nullopt;
}

template <typename Id> [[nodiscard]] Id readId(const Node &node)
{
    if (auto id = Id::parse(node.text())) {
        return *std::move(id);
    }
    throw node.fault("not an id of lower-case letters, digits and hyphens: " + node.text());
}

template <typename Value> using Word = std::pair<std::string_view, Value>;

template <typename Value, std::size_t count>
[[nodiscard]] Value readWord(const Node &node, const std::array<Word<Value>, count> &words)
{
    const auto at = std::ranges::find(words, node.text(), &Word<Value>::first);
    if (at == words.end()) {
        throw node.fault("not a word that can stand here: " + node.text());
    }
    return at->second;
}

/// The words of an enumeration that has a toKey().
template <typename Value, std::size_t count>
[[nodiscard]] constexpr std::array<Word<Value>, count> keysOf(const std::array<Value, count> &values)
{
    std::array<Word<Value>, count> words{};
    for (std::size_t at = 0; at < count; ++at) {
        words[at] = {toKey(values[at]), values[at]};
    }
    return words;
}

/// A JSON data file of one or more lists of entries, checked against its schema.
class DataFile {
public:
    /// Throws DataFileError when the file or the schema cannot be used, or the file breaks the schema outside the
    /// entries of `lists`.
    DataFile(const std::filesystem::path &file, const Schema &schema, const std::vector<std::string_view> &lists);

    /// Gives every entry of a list that obeys the schema to `read`, which may still refuse it with a DataFileError.
    /// What is refused is told in `problems`.
    template <typename Read> void forEach(std::string_view list, Problems &problems, Read read) const
    {
        const Node root{m_name, *m_document};
        const Node entries = root.at(list);
        for (std::size_t index = 0; index < entries.size(); ++index) {
            if (const auto fault = m_faults.find({std::string{list}, index}); fault != m_faults.end()) {
                problems.push_back(fault->second);
                continue;
            }
            try {
                read(entries.at(index));
            } catch (const DataFileError &problem) {
                problems.push_back(problem);
            }
        }
    }

private:
    void findFaults(const Schema &schema, const std::vector<std::string_view> &lists);

    std::string m_name;
    /// Never null; shared as its type is not complete here.
    std::shared_ptr<const nlohmann::json> m_document;
    /// The first fault of each broken entry, by its list and its place there.
    std::map<std::pair<std::string, std::size_t>, DataFileError> m_faults;
};

/// A schema that is read when it is first asked for. get() throws what the constructor does.
[[nodiscard]] std::shared_future<Schema> readLater(std::filesystem::path schema);

/// Reads the file on another thread. get() throws what the constructors of Schema and DataFile do.
[[nodiscard]] std::future<DataFile> readAhead(std::filesystem::path file, std::shared_future<Schema> schema,
                                              std::vector<std::string_view> lists);

} // namespace palpate::knowledge
