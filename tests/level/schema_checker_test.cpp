// The checker of levels on schemas of a line or two: each keyword lets through what it should and says what it wants.
#include "level/level_check_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using namespace knead;
using level::checkAgainstSchema;
using level::closestOf;
using nlohmann::json;

namespace {

// All complaints, one a line; empty if there are none.
std::string said(const char* value, const char* schema) {
  std::string out;
  for (const Error& error : checkAgainstSchema(json::parse(value), json::parse(schema), "f"))
    out += (out.empty() ? "" : "\n") + error.place + ": " + error.what;
  return out;
}

}  // namespace

TEST_CASE("every type is told from every other", "[schema]") {
  const std::vector<std::pair<const char*, std::vector<const char*>>> types = {
      {"integer", {"1", "-3"}},       {"number", {"1", "-3", "2.5"}}, {"string", {"\"x\""}},
      {"boolean", {"true", "false"}}, {"array", {"[]", "[1]"}},       {"object", {"{}"}}};
  const std::vector<const char*> all = {"1", "-3", "2.5", "\"x\"", "true", "false", "[]", "[1]", "{}", "null"};
  for (const auto& [type, good] : types) {
    const std::string schema = std::string(R"({"type": ")") + type + "\"}";
    for (const char* value : all) {
      INFO(type << " " << value);
      const bool fits = std::any_of(good.begin(), good.end(), [&](const char* g) { return std::string(g) == value; });
      CHECK(said(value, schema.c_str()).empty() == fits);
    }
  }
  CHECK(said("1", R"({"type": "nonsense"})") == "/: found 1, allowed: an object { }");
  CHECK(said("1", "{}").empty());
}

TEST_CASE("what was found and what is allowed is said in words", "[schema]") {
  CHECK(said("true", R"({"type": "integer", "minimum": 1, "maximum": 9})") ==
        "/: found true, allowed: a whole number, 1 to 9");
  CHECK(said("false", R"({"type": "number", "minimum": 1})") == "/: found false, allowed: a number, at least 1");
  CHECK(said("null", R"({"type": "number", "maximum": 2.5})") == "/: found null, allowed: a number, at most 2.5");
  CHECK(said("\"7\"", R"({"type": "number"})") == "/: found the text \"7\", allowed: a number, any");
  CHECK(said("[]", R"({"type": "string"})") == "/: found a list, allowed: a text");
  CHECK(said("{}", R"({"type": "string", "enum": ["a"]})") ==
        "/: found an object, allowed: one of the words of the list");
  CHECK(said("0", R"({"type": "boolean"})") == "/: found 0, allowed: true or false");
  CHECK(said("0", R"({"type": "array", "minItems": 2, "maxItems": 2})") == "/: found 0, allowed: a list of 2 entries");
  CHECK(said("0", R"({"type": "object"})") == "/: found 0, allowed: an object { }");
}

TEST_CASE("numbers, texts and lists keep to either bound", "[schema]") {
  for (const char* good : {"1", "9"}) CHECK(said(good, R"({"minimum": 1, "maximum": 9, "type": "integer"})").empty());
  CHECK_FALSE(said("0", R"({"minimum": 1})").empty());
  CHECK_FALSE(said("10", R"({"maximum": 9})").empty());
  CHECK(said("\"ab\"", R"({"minLength": 2, "maxLength": 2})").empty());
  CHECK(said("\"a\"", R"({"minLength": 2})") == "/: found a text of 1 characters, allowed: at least 2");
  CHECK(said("\"abc\"", R"({"maxLength": 2})") == "/: found a text of 3 characters, allowed: at most 2");
  CHECK(said("\"\u00e4\u00f6\"", R"({"maxLength": 2})").empty());  // characters, not bytes
  CHECK_FALSE(said(R"("a\tb")", "{}").empty());
  CHECK(said("[1]", R"({"minItems": 2})") == "/: found 1 entries, allowed: at least 2");
  CHECK(said("[1, 2, 3]", R"({"maxItems": 2})") == "/: found 3 entries, allowed: at most 2");
  CHECK(said("[1, 2]", R"({"minItems": 2, "maxItems": 2})").empty());
}

TEST_CASE("a word of a list is asked for by name", "[schema]") {
  CHECK(said("\"heat\"", R"({"enum": ["heat", "cold"]})").empty());
  CHECK(said("\"heet\"", R"({"enum": ["heat", "cold"]})") ==
        "/: found \"heet\"; did you mean \"heat\"? Allowed: heat, cold");
  CHECK(said("\"something else\"", R"({"enum": ["heat", "cold"]})") ==
        "/: found \"something else\". Allowed: heat, cold");
  CHECK(said("\"x\"", R"({"enum": []})") == "/: found \"x\". Allowed: nothing");
}

TEST_CASE("ids are words of small letters and digits joined by single hyphens", "[schema]") {
  const std::string pattern = level::levelSchema().at("properties").at("id").value("pattern", "");
  REQUIRE_FALSE(pattern.empty());
  const json schema = {{"pattern", pattern}};
  for (const char* good : {"a", "0", "a-b", "the-one-spot", "9-lives"}) {
    INFO(good);
    CHECK(checkAgainstSchema(good, schema, "f").empty());
  }
  for (const char* bad : {"", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "\xC3\xA4", "a/b", "{", "`", "a:b"}) {
    INFO(bad);
    CHECK(checkAgainstSchema(bad, schema, "f").size() == 1);
  }
  CHECK(said("\"a\"", R"({"pattern": "^a$"})").find("does not understand") != std::string::npos);
}

TEST_CASE("lists are checked entry by entry", "[schema]") {
  CHECK(said("[1, \"x\"]", R"({"items": {"type": "integer"}})") ==
        "/1: found the text \"x\", allowed: a whole number, any");
  // A pair: each entry has a schema of its own, and what is behind is free.
  CHECK(said("[1, \"x\", null]", R"({"items": [{"type": "integer"}, {"type": "string"}]})").empty());
  CHECK(said("[\"x\"]", R"({"items": [{"type": "integer"}, {"type": "string"}]})").find("/0: ") == 0);
  CHECK(said("[1, 2, 1]", R"({"uniqueItems": true})") == "/2: found 1 a second time, allowed: once; take one out");
  CHECK(said("[1, 1]", R"({"uniqueItems": false})").empty());
  CHECK(said("[1, 1]", "{}").empty());
}

TEST_CASE("objects have the keys they may have and those they must", "[schema]") {
  const char* closed = R"({"additionalProperties": false, "properties": {"tone": {"type": "number"}, "at": {}}})";
  CHECK(said(R"({"tone": 1, "at": 2})", closed).empty());
  CHECK(said(R"({"tonne": 1})", closed) ==
        "/tonne: unknown key \"tonne\"; did you mean \"tone\"? Allowed here: at, tone");
  CHECK(said(R"({"tone": 1, "quite_other": 1})", closed) ==
        "/quite_other: unknown key \"quite_other\". Allowed here: at, tone");
  CHECK(said(R"({"x": 1})", R"({"additionalProperties": false})") == "/x: unknown key \"x\". Allowed here: nothing");
  CHECK(said(R"({"x": 1})", R"({"additionalProperties": true})").empty());
  CHECK(said(R"({"x": 1})", "{}").empty());
  CHECK(said("{}", R"({"required": ["a"]})") == "/: the key \"a\" is missing; add it");
  CHECK(said("{}", R"({"required": ["a"], "properties": {"a": {"description": "its name"}}})") ==
        "/: the key \"a\" is missing; add it (its name)");
  CHECK(said(R"({"a": 1})", R"({"required": ["a"]})").empty());
}

TEST_CASE("a reference leads to the definitions of the same schema, and elsewhere to nothing", "[schema]") {
  const char* schema =
      R"({"definitions": {"few": {"maximum": 3}}, "properties": {"n": {"$ref": "#/definitions/few"}}})";
  CHECK(said(R"({"n": 3})", schema).empty());
  CHECK(said(R"({"n": 4})", schema).find("/n: found 4") == 0);
  for (const char* lost : {R"({"$ref": "#/definitions/none", "definitions": {}})", R"({"$ref": "#/elsewhere"})",
                           R"({"$ref": "#/definitions/few"})"}) {
    INFO(lost);
    CHECK(said("4", lost).empty());
  }
}

TEST_CASE("a schema that cannot be used says so", "[schema]") {
  CHECK(said("1", R"({"oneOf": []})").find("does not understand") != std::string::npos);
  CHECK(said("1", R"({"type": 7})").find("the schema itself cannot be used") != std::string::npos);
}

TEST_CASE("complaints end where nobody reads on", "[schema]") {
  json list = json::array();
  for (int i = 0; i < 1000; ++i) list.push_back("no number");
  const auto errors = checkAgainstSchema(list, json::parse(R"({"items": {"type": "number"}})"), "f");
  CHECK(errors.size() == level::kMaxReportedErrors);
}

TEST_CASE("the closest word is near enough to be meant", "[schema]") {
  const std::vector<std::string_view> words = {"upper_trapezius", "stone", "at"};
  CHECK(closestOf("upper trapezius", words) == "upper_trapezius");
  CHECK(closestOf("Upper-Trapezius", words) == "upper_trapezius");
  CHECK(closestOf("stome", words) == "stone");
  CHECK(closestOf("completely different", words).empty());
  CHECK(closestOf("zz", words).empty());  // every letter another: no likeness
  CHECK(closestOf(std::string(61, 's'), words).empty());
  CHECK(closestOf("x", {}).empty());
}
