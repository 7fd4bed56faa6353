// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/quickcheck.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <regex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

namespace palpate::knowledge {

namespace {

using nlohmann::json;

/// Most texts with a pattern are ids, and a regular expression takes its time.
[[nodiscard]] bool matches(const std::string &text, const std::string &pattern)
{
    if (pattern == "^[a-z0-9-]+$") {
        return !text.empty() && std::ranges::all_of(text, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
    }
    static std::mutex guard;
    static std::map<std::string, std::regex> made;
    const std::lock_guard lock{guard};
    auto at = made.find(pattern);
    if (at == made.end()) {
        at = made.emplace(pattern, std::regex{pattern}).first;
    }
    return std::regex_search(text, at->second);
}

[[nodiscard]] std::size_t lettersIn(const std::string &text) noexcept
{
    constexpr unsigned char mask = 0xc0;
    constexpr unsigned char follows = 0x80;
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & mask) != follows; }));
}

class Check {
public:
    explicit Check(const json &root) noexcept : m_root{root} {}

    [[nodiscard]] bool obeys(const json &value, const json &schema)
    {
        return std::ranges::all_of(stepsOf(schema),
                                   [&](const Step &step) { return (this->*step.keyword)(value, *step.rule, schema); });
    }

    [[nodiscard]] bool isSure() const noexcept { return m_isSure; }

private:
    using Keyword = bool (Check::*)(const json &value, const json &rule, const json &schema);

    struct Step {
        Keyword keyword;
        const json *rule;
    };

    /// What to look at for a schema, found once: a schema of phrases is asked thousands of times.
    [[nodiscard]] const std::vector<Step> &stepsOf(const json &schema)
    {
        const auto [at, isNew] = m_steps.try_emplace(&schema);
        if (isNew) {
            for (const auto &[keyword, rule] : schema.get_ref<const json::object_t &>()) {
                const auto known = keywords().find(keyword);
                if (known == keywords().end()) {
                    m_isSure = false;
                } else if (known->second != nullptr) {
                    at->second.push_back({known->second, keyword == "$ref" ? &definition(rule) : &rule});
                }
            }
        }
        return at->second;
    }

    [[nodiscard]] const json &definition(const json &rule) const
    {
        static constexpr std::string_view start = "#/definitions/";
        const auto &name = rule.get_ref<const std::string &>();
        // One that points elsewhere is no definition, and at() throws.
        return m_root.at("definitions").at(name.starts_with(start) ? name.substr(start.size()) : name);
    }

    /// Null where there is nothing to look at.
    static const std::unordered_map<std::string_view, Keyword> &keywords()
    {
        static const std::unordered_map<std::string_view, Keyword> known{
            {"$schema", nullptr},
            {"title", nullptr},
            {"description", nullptr},
            {"definitions", nullptr},
            {"then", nullptr},
            {"else", nullptr},
            {"$ref", &Check::reference},
            {"type", &Check::type},
            {"const", &Check::constant},
            {"enum", &Check::oneOf},
            {"pattern", &Check::pattern},
            {"minLength", &Check::minLength},
            {"minimum", &Check::minimum},
            {"maximum", &Check::maximum},
            {"exclusiveMinimum", &Check::exclusiveMinimum},
            {"items", &Check::items},
            {"minItems", &Check::minItems},
            {"maxItems", &Check::maxItems},
            {"uniqueItems", &Check::uniqueItems},
            {"properties", &Check::properties},
            {"additionalProperties", &Check::additionalProperties},
            {"required", &Check::required},
            {"minProperties", &Check::minProperties},
            {"maxProperties", &Check::maxProperties},
            {"dependencies", &Check::dependencies},
            {"allOf", &Check::allOf},
            {"anyOf", &Check::anyOf},
            {"not", &Check::notThis},
            {"if", &Check::ifThenElse},
        };
        return known;
    }

    [[nodiscard]] bool reference(const json &value, const json &rule, const json & /*schema*/)
    {
        return obeys(value, rule);
    }
    [[nodiscard]] bool type(const json &value, const json &rule, const json & /*schema*/)
    {
        const auto &name = rule.get_ref<const std::string &>();
        return name == "integer" ? value.is_number_integer() : name == value.type_name();
    }
    [[nodiscard]] bool constant(const json &value, const json &rule, const json & /*schema*/) { return value == rule; }
    [[nodiscard]] bool oneOf(const json &value, const json &rule, const json & /*schema*/)
    {
        return std::ranges::find(rule, value) != rule.end();
    }
    [[nodiscard]] bool pattern(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_string() || matches(value.get_ref<const std::string &>(), rule.get_ref<const std::string &>());
    }
    [[nodiscard]] bool minLength(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_string() || lettersIn(value.get_ref<const std::string &>()) >= rule.get<std::size_t>();
    }
    [[nodiscard]] bool minimum(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_number() || value.get<double>() >= rule.get<double>();
    }
    [[nodiscard]] bool maximum(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_number() || value.get<double>() <= rule.get<double>();
    }
    [[nodiscard]] bool exclusiveMinimum(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_number() || value.get<double>() > rule.get<double>();
    }
    [[nodiscard]] bool items(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_array() || std::ranges::all_of(value, [&](const json &item) { return obeys(item, rule); });
    }
    [[nodiscard]] bool minItems(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_array() || value.size() >= rule.get<std::size_t>();
    }
    [[nodiscard]] bool maxItems(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_array() || value.size() <= rule.get<std::size_t>();
    }
    [[nodiscard]] bool minProperties(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_object() || value.size() >= rule.get<std::size_t>();
    }
    [[nodiscard]] bool maxProperties(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_object() || value.size() <= rule.get<std::size_t>();
    }
    [[nodiscard]] bool uniqueItems(const json &value, const json &rule, const json & /*schema*/)
    {
        if (!value.is_array() || !rule.get<bool>()) {
            return true;
        }
        for (auto at = value.begin(); at != value.end(); ++at) {
            if (std::find(value.begin(), at, *at) != at) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] bool properties(const json &value, const json &rule, const json &schema)
    {
        if (!value.is_object()) {
            return true;
        }
        const bool hasOthers = !schema.contains("additionalProperties");
        return std::ranges::all_of(value.get_ref<const json::object_t &>(), [&](const auto &member) {
            const auto known = rule.find(member.first);
            return known == rule.end() ? hasOthers : obeys(member.second, *known);
        });
    }
    [[nodiscard]] bool additionalProperties(const json & /*value*/, const json &rule, const json &schema)
    {
        // That there are none is seen to above; anything else our schemas do not say.
        m_isSure = m_isSure && rule == false && schema.contains("properties");
        return true;
    }
    [[nodiscard]] bool required(const json &value, const json &rule, const json & /*schema*/)
    {
        return !value.is_object() || std::ranges::all_of(rule, [&value](const json &key) {
            return value.contains(key.get_ref<const std::string &>());
        });
    }
    [[nodiscard]] bool dependencies(const json &value, const json &rule, const json &schema)
    {
        if (!value.is_object()) {
            return true;
        }
        return std::ranges::all_of(rule.get_ref<const json::object_t &>(), [&](const auto &member) {
            return !value.contains(member.first) || required(value, member.second, schema);
        });
    }
    [[nodiscard]] bool allOf(const json &value, const json &rule, const json & /*schema*/)
    {
        return std::ranges::all_of(rule, [&](const json &one) { return obeys(value, one); });
    }
    [[nodiscard]] bool anyOf(const json &value, const json &rule, const json & /*schema*/)
    {
        return std::ranges::any_of(rule, [&](const json &one) { return obeys(value, one); });
    }
    [[nodiscard]] bool notThis(const json &value, const json &rule, const json & /*schema*/)
    {
        return !obeys(value, rule);
    }
    [[nodiscard]] bool ifThenElse(const json &value, const json &rule, const json &schema)
    {
        const auto next = schema.find(obeys(value, rule) ? "then" : "else");
        return next == schema.end() || obeys(value, *next);
    }

    const json &m_root;
    std::unordered_map<const json *, std::vector<Step>> m_steps;
    bool m_isSure = true;
};

} // namespace

bool surelyObeys(const json &document, const json &schema)
{
    try {
        Check check{schema};
        return check.obeys(document, schema) && check.isSure();
    } catch (const std::exception &) {
        // A schema that is none: a pattern that cannot be read, a type that is not known.
        return false;
    }
}

} // namespace palpate::knowledge
