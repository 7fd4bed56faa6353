// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/datafile.h"

#include <exception>
#include <map>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "referral/datatext.h"

namespace palpate::knowledge {

namespace {

using nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

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

/// From the validator's path to a JSON pointer.
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

} // namespace

Node Node::at(std::string_view key) const & { return {*this, key, 0, m_value->at(key)}; }

Node Node::at(std::size_t index) const & { return {*this, {}, index, m_value->at(index)}; }

bool Node::has(std::string_view key) const { return m_value->contains(key); }

std::size_t Node::size() const noexcept { return m_value->size(); }

const std::string &Node::text() const { return m_value->get_ref<const std::string &>(); }

double Node::number() const { return m_value->get<double>(); }

std::string Node::place() const
{
    if (m_parent == nullptr) {
        return "";
    }
    return m_parent->place() + "/" + (m_key.empty() ? std::to_string(m_index) : std::string{m_key});
}

struct Schema::Parts {
    valijson::Schema schema;
    valijson::Validator validator;

    using Fault = valijson::ValidationResults::Error;

    struct Faults {
        /// The first outside the entries.
        std::optional<Fault> ofFile;
        /// The first of each broken entry, by its place in the list.
        std::map<std::size_t, Fault> ofEntries;
    };

    [[nodiscard]] Faults faultsOf(const json &document, std::string_view listKey)
    {
        const Adapter adapter{document};
        // Without a list to write faults to, the check stops at the first one: the way for files that are whole.
        if (validator.validate(schema, adapter, nullptr)) {
            return {};
        }
        valijson::ValidationResults results;
        validator.validate(schema, adapter, &results);
        Faults faults;
        for (const Fault &fault : results) {
            add(fault, "[" + std::string{listKey} + "]", faults);
        }
        return faults;
    }

    /// The path of a fault is "<root>", "[muscles]", "[3]", ... The innermost fault is told first; then the lists and
    /// objects around it are said to be faulty too, which is no news.
    static void add(const Fault &fault, const std::string &list, Faults &faults)
    {
        constexpr std::size_t entryDepth = 3;
        const auto &path = fault.context;
        if (path.size() >= entryDepth && path[1] == list) {
            faults.ofEntries.try_emplace(std::stoul(path[2].substr(1)), fault);
        } else if (faults.ofEntries.empty() && !faults.ofFile) {
            faults.ofFile = fault;
        }
    }
};

Schema::Schema(const std::filesystem::path &file) : m_parts{std::make_unique<Parts>()}
{
    const json document = parseFile(file);
    try {
        valijson::SchemaParser{valijson::SchemaParser::kDraft7}.populateSchema(Adapter{document}, m_parts->schema);
    } catch (const std::exception &error) {
        throw DataFileError{file.filename().string(), "", std::string{"this is no usable schema: "} + error.what()};
    }
}

Schema::~Schema() = default;

void Schema::takeEntries(const std::filesystem::path &file, std::string_view listKey, Problems &problems,
                         const std::function<void(const Node &)> &take)
{
    const json document = parseFile(file);
    const std::string name = file.filename().string();
    const Parts::Faults faults = m_parts->faultsOf(document, listKey);
    if (faults.ofFile) {
        throw DataFileError{name, pointerOf(faults.ofFile->context), faults.ofFile->description};
    }
    const Node root{name, document};
    const Node list = root.at(listKey);
    for (std::size_t index = 0; index < list.size(); ++index) {
        if (const auto fault = faults.ofEntries.find(index); fault != faults.ofEntries.end()) {
            problems.emplace_back(name, pointerOf(fault->second.context), fault->second.description);
            continue;
        }
        try {
            take(list.at(index));
        } catch (const DataFileError &problem) {
            problems.push_back(problem);
        }
    }
}

} // namespace palpate::knowledge
