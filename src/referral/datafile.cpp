// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/datafile.h"

#include <exception>
#include <optional>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "referral/datatext.h"
#include "referral/quickcheck.h"

namespace palpate::knowledge {

namespace {

using nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;
using Fault = valijson::ValidationResults::Error;

/// The library's sentence without its own "[json.exception.parse_error.101] parse error at line 3, column 7: ".
[[nodiscard]] std::string plainReason(std::string_view what)
{
    const auto at = what.find(": ");
    return "this is no JSON: " + std::string{at == std::string_view::npos ? what : what.substr(at + 2)};
}

[[nodiscard]] json parseFile(const std::filesystem::path &file)
{
    const std::string text = readDataText(file);
    try {
        return json::parse(text);
    } catch (const json::parse_error &error) {
        // The library counts bytes from 1.
        const std::size_t byte = error.byte == 0 ? 0 : error.byte - 1;
        throw DataFileError{file.filename().string(), lineOf(text, byte), plainReason(error.what())};
    } catch (const json::exception &error) {
        throw DataFileError{file.filename().string(), "", plainReason(error.what())};
    }
}

/// From the validator's path, "<root>", "[rules]", "[3]", ..., to a JSON pointer.
[[nodiscard]] std::string pointerOf(const std::vector<std::string> &path)
{
    std::string pointer;
    for (auto step = path.begin() + 1; step != path.end(); ++step) {
        pointer += '/';
        for (const char c : step->substr(1, step->size() - 2)) {
            pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        }
    }
    return pointer;
}

/// The list and the place in it that a fault is about; nothing where it is about the file.
[[nodiscard]] std::optional<std::pair<std::string, std::size_t>> entryOf(const Fault &fault,
                                                                         const std::vector<std::string_view> &lists)
{
    constexpr std::size_t entryDepth = 3;
    if (fault.context.size() < entryDepth) {
        return std::nullopt;
    }
    const std::string list = fault.context[1].substr(1, fault.context[1].size() - 2);
    if (std::ranges::find(lists, list) == lists.end()) {
        return std::nullopt;
    }
    return std::pair{list, static_cast<std::size_t>(std::stoul(fault.context[2].substr(1)))};
}

/// Whether the fault only repeats that something inside a list is faulty.
[[nodiscard]] bool isEcho(const Fault &fault, bool isEntryFaulty, const std::vector<std::string_view> &lists) noexcept
{
    if (fault.context.size() < 2) {
        return isEntryFaulty;
    }
    const std::string &step = fault.context[1];
    return isEntryFaulty && std::ranges::any_of(lists, [&](std::string_view list) {
               return step.size() == list.size() + 2 && step.compare(1, list.size(), list) == 0;
           });
}

} // namespace

Node Node::at(std::string_view key) const & { return {*this, key, 0, m_value->at(key)}; }

Node Node::at(std::size_t index) const & { return {*this, {}, index, m_value->at(index)}; }

bool Node::has(std::string_view key) const { return m_value->contains(key); }

std::size_t Node::size() const noexcept { return m_value->size(); }

const std::string &Node::text() const { return m_value->get_ref<const std::string &>(); }

double Node::number() const { return m_value->get<double>(); }

int Node::integer() const { return m_value->get<int>(); }

std::string Node::place() const
{
    if (m_parent == nullptr) {
        return "";
    }
    return m_parent->place() + "/" + (m_key.empty() ? std::to_string(m_index) : std::string{m_key});
}

std::vector<std::string> readTexts(const Node &node)
{
    return readList(node, [](const Node &item) { return item.text(); });
}

std::string readOptionalText(const Node &node, std::string_view key)
{
    return node.has(key) ? node.at(key).text() : std::string{};
}

Schema::Schema(const std::filesystem::path &file)
    : m_name{file.filename().string()}, m_document{std::make_shared<const json>(parseFile(file))}
{}

DataFile::DataFile(const std::filesystem::path &file, const Schema &schema, const std::vector<std::string_view> &lists)
    : m_name{file.filename().string()}, m_document{std::make_shared<const json>(parseFile(file))}
{
    // The library takes five times as long, and nearly all files are whole.
    if (!surelyObeys(*m_document, *schema.m_document)) {
        findFaults(schema, lists);
    }
}

void DataFile::findFaults(const Schema &schema, const std::vector<std::string_view> &lists)
{
    valijson::Schema parsed;
    try {
        valijson::SchemaParser{valijson::SchemaParser::kDraft7}.populateSchema(Adapter{*schema.m_document}, parsed);
    } catch (const std::exception &error) {
        throw DataFileError{schema.m_name, "", std::string{"this is no usable schema: "} + error.what()};
    }
    valijson::ValidationResults results;
    valijson::Validator{}.validate(parsed, Adapter{*m_document}, &results);
    for (const Fault &fault : results) {
        if (const auto entry = entryOf(fault, lists)) {
            // The innermost fault is told first; then all that is around it is said to be faulty too.
            m_faults.try_emplace(*entry, m_name, pointerOf(fault.context), fault.description);
        } else if (!isEcho(fault, !m_faults.empty(), lists)) {
            throw DataFileError{m_name, pointerOf(fault.context), fault.description};
        }
    }
}

std::shared_future<Schema> readLater(std::filesystem::path schema)
{
    return std::async(
        std::launch::deferred, [](const std::filesystem::path &file) { return Schema{file}; }, std::move(schema));
}

std::future<DataFile> readAhead(std::filesystem::path file, std::shared_future<Schema> schema,
                                std::vector<std::string_view> lists)
{
    const auto read = [](const std::filesystem::path &dataFile, const std::shared_future<Schema> &itsSchema,
                         const std::vector<std::string_view> &entries) {
        return DataFile{dataFile, itsSchema.get(), entries};
    };
    return std::async(std::launch::async, read, std::move(file), std::move(schema), std::move(lists));
}

} // namespace palpate::knowledge
