// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonrows.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "exchange/journalformat.h"
#include "exchange/journaljson.h"
#include "record/described.h"

namespace palpate {

namespace {

using Kind = ImportError::Kind;

constexpr std::size_t keyBytes = 100;
constexpr std::size_t keysInAnObject = 100;

[[noreturn]] void refuse(Kind kind, const std::string &place, const std::string &reason)
{
    const std::string where = place.empty() ? "In this file" : "At " + place + " of the file";
    throw ImportError{kind, place,
                      where + " " + reason + "; nothing was imported, so export the journal again, or mend the file."};
}

/// Gets the events of the parser. Outside of rows it knows every key; a row is put together and handed over whole.
class RowBuilder {
public:
    using Json = nlohmann::json;

    RowBuilder(std::string_view text, JsonRowSink &sink) : m_text{text}, m_sink{sink} {}

    // What nlohmann's parser calls, under its names; each returns whether to go on, and here it goes on or throws.
    // NOLINTBEGIN(readability-identifier-naming)
    bool null() { return scalar({nullptr}); }
    bool boolean(bool value) { return scalar({value}); }
    bool number_integer(Json::number_integer_t value) { return scalar({std::int64_t{value}}); }
    bool number_unsigned(Json::number_unsigned_t value);
    bool number_float(Json::number_float_t value, const std::string & /*digits*/) { return scalar({value}); }
    bool string(std::string &value);
    [[noreturn]] bool binary(Json::binary_t & /*value*/) { refuse(Kind::notJson, place(), "there is no text"); }
    bool start_object(std::size_t /*unknown*/);
    bool start_array(std::size_t /*unknown*/);
    bool key(std::string &value);
    bool end_object() { return end(); }
    bool end_array() { return end(); }
    [[noreturn]] bool parse_error(std::size_t position, const std::string & /*token*/, const Json::exception &error);
    // NOLINTEND(readability-identifier-naming)

private:
    /// An object or list around the rows: the file itself, "records", or a list of rows.
    struct Level {
        bool isList = false;
        std::string key;              ///< of an object: the one being read
        std::vector<std::string> had; ///< of an object: all keys so far
        std::size_t index = 0;        ///< of a list: the row being read
    };

    [[nodiscard]] std::string place() const;
    void frameKey(std::string &value);
    void frameScalar(const JsonValue &value);
    bool scalar(JsonValue value);
    void open(JsonValue container);
    void enter(bool isList);
    bool end();
    void expectAllKeys();
    JsonValue &put(JsonValue value);

    std::string_view m_text;
    JsonRowSink &m_sink;
    std::vector<Level> m_levels;
    JsonValue m_row;
    std::vector<JsonValue *> m_open; ///< within a row, outermost first; only the last one grows
    std::size_t m_rows = 0;
    std::size_t m_valuesInRow = 0;
};

constexpr std::array<std::string_view, 5> topKeys{"format", "version", "records", "history", "forgotten"};

std::vector<std::string_view> tableNames()
{
    std::vector<std::string_view> names;
    forEachKind([&]<typename T>(std::type_identity<T>) { names.push_back(Described<T>::table); });
    return names;
}

std::string RowBuilder::place() const
{
    std::string pointer;
    for (const Level &level : m_levels) {
        if (level.isList) {
            pointer += "/" + std::to_string(level.index);
        } else if (!level.key.empty()) {
            pointer += "/" + level.key;
        }
    }
    return pointer;
}

bool RowBuilder::number_unsigned(Json::number_unsigned_t value)
{
    constexpr auto most = static_cast<Json::number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    return value <= most ? scalar({static_cast<std::int64_t>(value)}) : scalar({static_cast<double>(value)});
}

bool RowBuilder::string(std::string &value)
{
    if (value.size() > importTextBytes) {
        refuse(Kind::tooLarge, place(), "a text is longer than any that Palpate writes");
    }
    return scalar({std::move(value)});
}

bool RowBuilder::key(std::string &value)
{
    if (value.size() > keyBytes) {
        refuse(Kind::wrongValue, place(), "the key " + shown(value) + " is none that Palpate knows");
    }
    if (m_open.empty()) {
        frameKey(value);
        return true;
    }
    auto &object = std::get<JsonValue::Object>(m_open.back()->value);
    if (std::ranges::find(object, value, &JsonMember::key) != object.end()) {
        refuse(Kind::wrongValue, place(), "the key " + shown(value) + " stands twice");
    }
    if (object.size() >= keysInAnObject) {
        refuse(Kind::tooLarge, place(), "there are more keys than Palpate writes");
    }
    object.push_back({std::move(value), {}});
    return true;
}

void RowBuilder::frameKey(std::string &value)
{
    static const std::vector<std::string_view> tables = tableNames();
    Level &level = m_levels.back();
    level.key.clear(); // so that the place is that of the object
    const bool atTop = m_levels.size() == 1;
    const auto has = [&value](const auto &names) { return std::ranges::find(names, value) != names.end(); };
    if (atTop && level.had.empty() && !has(topKeys)) {
        refuse(Kind::notAnExport, {}, "there is no journal that Palpate exported");
    }
    if (atTop ? !has(topKeys) : !has(tables)) {
        refuse(Kind::wrongValue, place(), "the key " + shown(value) + " is none that Palpate knows");
    }
    if (has(level.had)) {
        refuse(Kind::wrongValue, place(), "the key " + shown(value) + " stands twice");
    }
    level.had.push_back(value);
    level.key = std::move(value);
}

void RowBuilder::frameScalar(const JsonValue &value)
{
    const std::string key = m_levels.size() == 1 && !m_levels.back().isList ? m_levels.back().key : std::string{};
    if (key == "format") {
        const auto *name = std::get_if<std::string>(&value.value);
        if (name == nullptr || *name != exportFormat) {
            refuse(Kind::notAnExport, {}, "there is no journal that Palpate exported");
        }
    } else if (key == "version") {
        const auto *number = std::get_if<std::int64_t>(&value.value);
        if (number == nullptr || *number < 1) {
            refuse(Kind::wrongValue, place(), "the version has to be a whole number from 1");
        }
        if (*number > exportVersion) {
            throw ImportError{Kind::newer, place(),
                              "This file was written by a newer Palpate; nothing was imported, so update Palpate and "
                              "try again."};
        }
    } else if (m_levels.empty()) {
        refuse(Kind::notAnExport, {}, "there is no journal that Palpate exported");
    } else {
        refuse(Kind::wrongValue, place(),
               m_levels.back().isList ? "there has to be an object" : "there has to be a list or object");
    }
}

JsonValue &RowBuilder::put(JsonValue value)
{
    if (++m_valuesInRow > importValuesInARow) {
        refuse(Kind::tooLarge, place(), "there are more values than Palpate writes into one record");
    }
    JsonValue &parent = *m_open.back();
    if (auto *list = std::get_if<JsonValue::Array>(&parent.value)) {
        return list->emplace_back(std::move(value));
    }
    // The parser has announced the key before.
    return std::get<JsonValue::Object>(parent.value).back().value = std::move(value);
}

bool RowBuilder::scalar(JsonValue value)
{
    if (m_open.empty()) {
        frameScalar(value);
    } else {
        put(std::move(value));
    }
    return true;
}

void RowBuilder::open(JsonValue container)
{
    if (m_levels.size() + m_open.size() >= importDepth) {
        refuse(Kind::tooLarge, place(), "lists stand within lists deeper than Palpate writes");
    }
    if (!m_open.empty()) {
        m_open.push_back(&put(std::move(container)));
        return;
    }
    if (++m_rows > importRows) {
        refuse(Kind::tooLarge, place(), "there are more rows than Palpate imports at once");
    }
    m_valuesInRow = 0;
    m_row = std::move(container);
    m_open.push_back(&m_row);
}

/// Begins a level around the rows, where one is expected.
void RowBuilder::enter(bool isList)
{
    const std::size_t depth = m_levels.size();
    const std::string key = depth == 1 ? m_levels.front().key : std::string{};
    const bool listExpected = depth == 2 || key == "history" || key == "forgotten";
    const bool objectExpected = depth == 0 || key == "records";
    if (isList ? !listExpected : !objectExpected) {
        refuse(depth == 0 ? Kind::notAnExport : Kind::wrongValue, place(),
               isList ? "there may be no list" : "there may be no object");
    }
    m_levels.push_back({isList, {}, {}, 0});
}

bool RowBuilder::start_object(std::size_t /*unknown*/)
{
    if (!m_open.empty() || (!m_levels.empty() && m_levels.back().isList)) {
        open({JsonValue::Object{}});
    } else {
        enter(false);
    }
    return true;
}

bool RowBuilder::start_array(std::size_t /*unknown*/)
{
    if (!m_open.empty()) {
        open({JsonValue::Array{}});
    } else if (!m_levels.empty() && m_levels.back().isList) {
        refuse(Kind::wrongValue, place(), "there has to be an object");
    } else {
        enter(true);
    }
    return true;
}

bool RowBuilder::end()
{
    if (m_open.empty()) {
        if (!m_levels.back().isList) {
            expectAllKeys();
        }
        m_levels.pop_back();
        return true;
    }
    m_open.pop_back();
    if (m_open.empty()) {
        const std::string list = m_levels[m_levels.size() - 2].key;
        m_sink.take(list, place(), std::move(m_row));
        ++m_levels.back().index;
    }
    return true;
}

bool RowBuilder::parse_error(std::size_t position, const std::string & /*token*/, const Json::exception &error)
{
    // The position is that behind the character at fault, which may be a line end.
    const std::size_t before = std::min(position == 0 ? position : position - 1, m_text.size());
    const auto end = m_text.begin() + static_cast<std::ptrdiff_t>(before);
    const std::string line = "line " + std::to_string(1 + std::count(m_text.begin(), end, '\n'));
    if (std::string_view{error.what()}.find("UTF-8") != std::string_view::npos) {
        refuse(Kind::notJson, line, "a text is not UTF-8");
    }
    if (error.id == 406) {
        refuse(Kind::wrongValue, line, "a number is beyond all that can be counted");
    }
    refuse(Kind::notJson, line, before >= m_text.size() ? "the text breaks off" : "the text is not JSON");
}

void RowBuilder::expectAllKeys()
{
    Level &level = m_levels.back();
    level.key.clear(); // so that the place is that of the object
    const auto expect = [&](const auto &names) {
        for (const std::string_view name : names) {
            if (std::ranges::find(level.had, name) == level.had.end()) {
                refuse(Kind::wrongValue, place(), "the key \"" + std::string{name} + "\" is missing");
            }
        }
    };
    if (m_levels.size() == 1) {
        expect(topKeys);
    } else {
        expect(tableNames());
    }
}

} // namespace

std::string shown(std::string_view foreign)
{
    constexpr std::size_t most = 40;
    std::string text = "\"";
    for (const char letter : foreign.substr(0, most)) {
        text += letter >= ' ' && letter <= '~' ? letter : '?';
    }
    return text + (foreign.size() > most ? "…\"" : "\"");
}

void readJsonRows(std::string_view text, JsonRowSink &sink)
{
    if (text.size() > importBytes) {
        refuse(Kind::tooLarge, {}, "there is more than Palpate imports at once");
    }
    // The parser takes a NUL for the end and would not look at what is behind it.
    if (const std::size_t end = text.find('\0'); end != std::string_view::npos) {
        const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        refuse(Kind::notJson, "line " + std::to_string(1 + lines), "the text is not JSON");
    }
    RowBuilder builder{text, sink};
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
}

} // namespace palpate
