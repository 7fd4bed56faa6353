// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas-builder/recipeentry.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/error.h"

namespace palpate::atlas {

RecipeEntry::RecipeEntry(std::string file, std::string place, const nlohmann::json &object)
    : m_file{std::move(file)}, m_place{std::move(place)}, m_object{object}
{
    if (!object.is_object()) {
        fail("expected an object");
    }
}

void RecipeEntry::fail(const std::string &reason) const { throw DataFileError{m_file, m_place, reason}; }

bool RecipeEntry::has(const char *key) const { return m_object.contains(key); }

std::string RecipeEntry::textOr(const char *key, const std::string &otherwise) const
{
    return has(key) ? text(key) : otherwise;
}

const nlohmann::json &RecipeEntry::value(const char *key) const
{
    if (!has(key)) {
        fail(std::string{"\""} + key + "\" is missing");
    }
    return m_object[key];
}

std::string RecipeEntry::text(const char *key) const
{
    const nlohmann::json &found = value(key);
    if (!found.is_string()) {
        fail(std::string{"\""} + key + "\" must be a text");
    }
    return found.get<std::string>();
}

bool RecipeEntry::flag(const char *key) const
{
    if (!has(key)) {
        return false;
    }
    if (!m_object[key].is_boolean()) {
        fail(std::string{"\""} + key + "\" must be true or false");
    }
    return m_object[key].get<bool>();
}

std::optional<double> RecipeEntry::numberIf(const char *key) const
{
    if (!has(key)) {
        return std::nullopt;
    }
    if (!m_object[key].is_number()) {
        fail(std::string{"\""} + key + "\" must be a number");
    }
    return m_object[key].get<double>();
}

const nlohmann::json &RecipeEntry::list(const char *key) const
{
    const nlohmann::json &found = value(key);
    if (!found.is_array()) {
        fail(std::string{"\""} + key + "\" must be a list");
    }
    return found;
}

std::vector<std::string> RecipeEntry::texts(const char *key) const
{
    std::vector<std::string> all;
    for (const nlohmann::json &item : list(key)) {
        if (!item.is_string()) {
            fail(std::string{"\""} + key + "\" must hold texts");
        }
        all.push_back(item.get<std::string>());
    }
    return all;
}

PointMm RecipeEntry::point(const nlohmann::json &numbers) const
{
    if (!numbers.is_array() || numbers.size() != 3 ||
        !std::all_of(numbers.begin(), numbers.end(), [](const nlohmann::json &n) { return n.is_number(); })) {
        fail("a point is three numbers [x, y, z] in millimetres");
    }
    return {numbers[0].get<double>(), numbers[1].get<double>(), numbers[2].get<double>()};
}

} // namespace palpate::atlas
