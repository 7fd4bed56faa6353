// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "referral/quickcheck.h"

using namespace palpate;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path resources = fs::path{PALPATE_SOURCE_DIR} / "resources";

json read(const fs::path &file)
{
    std::ifstream stream{file};
    return json::parse(stream);
}

bool obeys(const char *document, const char *schema)
{
    return knowledge::surelyObeys(json::parse(document), json::parse(schema));
}

} // namespace

TEST_CASE("the quick check vouches for every file that ships, so that none has to wait for the slow one")
{
    std::size_t files = 0;
    for (const fs::directory_entry &entry : fs::directory_iterator{resources / "knowledge"}) {
        const std::string name = entry.path().stem().string();
        if (entry.path().extension() == ".json") {
            std::string kind = name;
            for (const char *parts : {"patterns", "leaflets", "articles"}) {
                kind = name.starts_with(std::string{parts} + '-') ? parts : kind;
            }
            INFO(name);
            CHECK(knowledge::surelyObeys(read(entry.path()), read(resources / "schema" / (kind + ".schema.json"))));
            ++files;
        }
    }
    CHECK(files > 15);
}

TEST_CASE("the quick check says no to what breaks a schema")
{
    const auto [schema, good, bad] = GENERATE(table<const char *, const char *, const char *>({
        {R"({"type": "integer"})", "1", "1.5"},
        {R"({"type": "number"})", "1", R"("1")"},
        {R"({"type": "boolean"})", "true", "1"},
        {R"({"const": "a"})", R"("a")", R"("b")"},
        {R"({"enum": ["a", "b"]})", R"("b")", R"("c")"},
        {R"({"pattern": "^[a-z0-9-]+$"})", R"("a-1")", R"("A")"},
        {R"({"pattern": "^[a-z0-9-]+$"})", "1", R"("")"},
        {R"({"pattern": "^F[0-9]+$"})", R"("F12")", R"("F1x")"},
        {R"({"minLength": 2})", R"("éa")", R"("é")"},
        {R"({"minimum": 1, "maximum": 2})", "2", "2.1"},
        {R"({"minimum": 1})", "1", "0.9"},
        {R"({"exclusiveMinimum": 0})", "0.1", "0"},
        {R"({"items": {"type": "string"}})", R"(["a"])", "[1]"},
        {R"({"minItems": 1, "maxItems": 1})", "[1]", "[1, 2]"},
        {R"({"minItems": 1})", "{}", "[]"},
        {R"({"uniqueItems": true})", "[1, 2]", "[1, 1]"},
        {R"({"properties": {"a": {"type": "string"}}})", R"({"a": "", "b": 1})", R"({"a": 1})"},
        {R"({"properties": {"a": {}}, "additionalProperties": false})", R"({"a": 1})", R"({"b": 1})"},
        {R"({"required": ["a"]})", R"({"a": 1})", "{}"},
        {R"({"minProperties": 1, "maxProperties": 1})", R"({"a": 1})", R"({"a": 1, "b": 1})"},
        {R"({"dependencies": {"a": ["b"]}})", R"({"b": 1})", R"({"a": 1})"},
        {R"({"allOf": [{"minimum": 1}, {"maximum": 2}]})", "1", "3"},
        {R"({"anyOf": [{"const": 1}, {"const": 2}]})", "2", "3"},
        {R"({"not": {"const": 1}})", "2", "1"},
        {R"({"if": {"const": 1}, "then": {"minimum": 1}, "else": {"minimum": 9}})", "1", "2"},
        {R"({"$ref": "#/definitions/a", "definitions": {"a": {"const": 1}}})", "1", "2"},
    }));
    CAPTURE(schema);
    CHECK(obeys(good, schema));
    CHECK_FALSE(obeys(bad, schema));
}

TEST_CASE("the quick check is not sure of a schema that it does not know in full")
{
    for (const char *schema :
         {R"({"format": "date"})", R"({"not": {"contains": {}}})", R"({"additionalProperties": false})",
          R"({"properties": {}, "additionalProperties": {}})", R"({"type": ["object"]})", R"({"$ref": "other.json#"})",
          R"({"type": "thing"})", "[]", "true"}) {
        INFO(schema);
        CHECK_FALSE(obeys("{}", schema));
    }
}
