// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/readvalue.h"

#include <algorithm>
#include <limits>

#include "exchange/importerror.h"
#include "exchange/jsonrows.h"

namespace palpate {

std::string JsonPlace::pointer() const
{
    if (m_parent == nullptr) {
        return std::string{m_name};
    }
    return m_parent->pointer() + "/" + (m_name.empty() ? std::to_string(m_index) : std::string{m_name});
}

void JsonPlace::refuse(const std::string &reason) const
{
    throw ImportError{ImportError::Kind::wrongValue, pointer(),
                      "At " + pointer() + " of the file " + reason +
                          "; nothing was imported, so export the journal again, or mend the file."};
}

void JsonPlace::expected(const char *what) const { refuse(std::string{"there has to be "} + what); }

namespace {

const JsonValue::Object &objectIn(const JsonValue &value, const JsonPlace &place)
{
    const auto *object = std::get_if<JsonValue::Object>(&value.value);
    if (object == nullptr) {
        place.expected("an object");
    }
    return *object;
}

} // namespace

JsonMembers::JsonMembers(const JsonValue &value, const JsonPlace &place)
    : m_object{objectIn(value, place)}, m_place{place}, m_asked(m_object.size())
{}

const JsonValue &JsonMembers::get(std::string_view key)
{
    if (const JsonValue *value = find(key)) {
        return *value;
    }
    m_place.refuse("the key \"" + std::string{key} + "\" is missing");
}

const JsonValue *JsonMembers::find(std::string_view key)
{
    const std::size_t size = m_object.size();
    for (std::size_t step = 0; step < size; ++step) {
        const std::size_t at = (m_next + step) % size;
        if (m_object[at].key == key) {
            m_next = at + 1;
            m_asked[at] = true;
            return &m_object[at].value;
        }
    }
    return nullptr;
}

void JsonMembers::done() const
{
    const auto unasked = std::ranges::find(m_asked, false);
    if (unasked != m_asked.end()) {
        const auto &member = m_object[static_cast<std::size_t>(unasked - m_asked.begin())];
        m_place.refuse("the key " + shown(member.key) + " is none that Palpate knows");
    }
}

namespace detail {

const std::string &textIn(const JsonValue &value, const JsonPlace &place, const char *what)
{
    const auto *text = std::get_if<std::string>(&value.value);
    if (text == nullptr) {
        place.expected(what);
    }
    return *text;
}

const JsonValue::Array &listIn(const JsonValue &value, const JsonPlace &place)
{
    const auto *list = std::get_if<JsonValue::Array>(&value.value);
    if (list == nullptr) {
        place.expected("a list");
    }
    return *list;
}

std::int64_t wholeIn(const JsonValue &value, const JsonPlace &place, std::int64_t low, std::int64_t high,
                     const char *what)
{
    const auto *number = std::get_if<std::int64_t>(&value.value);
    if (number == nullptr || *number < low || *number > high) {
        place.expected(what);
    }
    return *number;
}

} // namespace detail

bool FromJson<bool>::read(const JsonValue &value, const JsonPlace &place)
{
    const auto *truth = std::get_if<bool>(&value.value);
    if (truth == nullptr) {
        place.expected("true or false");
    }
    return *truth;
}

int FromJson<int>::read(const JsonValue &value, const JsonPlace &place)
{
    using Limits = std::numeric_limits<int>;
    return static_cast<int>(detail::wholeIn(value, place, Limits::min(), Limits::max(), "a whole number in bounds"));
}

double FromJson<double>::read(const JsonValue &value, const JsonPlace &place)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value.value)) {
        return static_cast<double>(*whole);
    }
    const auto *number = std::get_if<double>(&value.value);
    if (number == nullptr) {
        place.expected("a number");
    }
    return *number;
}

std::string FromJson<std::string>::read(const JsonValue &value, const JsonPlace &place)
{
    const std::string &text = detail::textIn(value, place, "a text");
    if (text.find('\0') != std::string::npos) {
        place.refuse("the text has a NUL character, which no text of a journal has");
    }
    return text;
}

PainLevel FromJson<PainLevel>::read(const JsonValue &value, const JsonPlace &place)
{
    constexpr const char *what = "a whole number from 0 to 10";
    const auto level =
        PainLevel::from(static_cast<int>(detail::wholeIn(value, place, PainLevel::lowest, PainLevel::highest, what)));
    if (!level) {
        place.expected(what);
    }
    return *level;
}

Instant FromJson<Instant>::read(const JsonValue &value, const JsonPlace &place)
{
    constexpr const char *what = "a moment such as 2026-03-02T09:30:00.000+01:00";
    const auto instant = instantFromIso(detail::textIn(value, place, what));
    if (!instant) {
        place.expected(what);
    }
    return *instant;
}

LocalDay FromJson<LocalDay>::read(const JsonValue &value, const JsonPlace &place)
{
    const auto day = dayFromIso(detail::textIn(value, place, "a day such as 2026-03-02"));
    if (!day) {
        place.expected("a day such as 2026-03-02");
    }
    return *day;
}

PointMm FromJson<PointMm>::read(const JsonValue &value, const JsonPlace &place)
{
    const JsonValue::Array &list = detail::listIn(value, place);
    if (list.size() != 3) {
        place.expected("a list of three numbers");
    }
    const auto number = [&](std::size_t at) { return FromJson<double>::read(list[at], JsonPlace{place, at}); };
    return {number(0), number(1), number(2)};
}

StrokePath FromJson<StrokePath>::read(const JsonValue &value, const JsonPlace &place)
{
    const JsonValue::Array &list = detail::listIn(value, place);
    if (list.size() % 2 != 0) {
        place.expected("an even count of numbers");
    }
    const auto number = [&](std::size_t at) { return FromJson<int>::read(list[at], JsonPlace{place, at}); };
    StrokePath path(list.size() / 2);
    for (std::size_t at = 0; at < path.size(); ++at) {
        path[at] = {number(2 * at), number(2 * at + 1)};
    }
    return path;
}

} // namespace palpate
