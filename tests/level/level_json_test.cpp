// Strict JSON: what two readers could understand differently is refused with its place, numbers come out one way.
#include "level/level_json.hpp"

#include "support/catch.hpp"

using namespace knead;
using namespace knead::level;
using nlohmann::json;

namespace {

std::string complaint(std::string_view text) {
  const Result<json> read = parseJson(text, "file.json");
  return read ? "taken" : read.error().text();
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("strict JSON reads every kind of value", "[json]") {
  const Result<json> read = parseJson(
      R"({"no": null, "yes": true, "off": false, "list": [1, -2, 2.5, "x", {}, []], "deep": {"a": {"b": 7}}})", "f");
  REQUIRE(read.ok());
  const json& j = read.value();
  CHECK(j["no"].is_null());
  CHECK(j["yes"] == true);
  CHECK(j["off"] == false);
  CHECK(j["list"].size() == 6);
  CHECK(j["list"][1] == -2);
  CHECK(j["list"][2] == 2.5);
  CHECK(j["list"][3] == "x");
  CHECK(j["list"][4].is_object());
  CHECK(j["deep"]["a"]["b"] == 7);
  // A document need not be an object; readers ask for that themselves.
  CHECK(parseJson("7", "f").value() == 7);
  CHECK(parseJson("\"word\"", "f").value() == "word");
  CHECK(parseJson("[]", "f").value().empty());
}

TEST_CASE("whole numbers are integers however they are written", "[json]") {
  for (const char* one : {"1", "1.0", "1e0", "10e-1", "0.1e1", "1E+0"}) {
    INFO(one);
    const json read = parseJson(one, "f").value();
    CHECK(read.is_number_integer());
    CHECK(read == 1);
  }
  CHECK(parseJson("-0", "f").value().dump() == "0");
  CHECK(parseJson("-0.0", "f").value().dump() == "0");
  CHECK(parseJson("0.5", "f").value().is_number_float());
  CHECK(parseJson("-3.0", "f").value() == -3);
}

TEST_CASE("numbers are taken up to a milliard, and not beyond", "[json]") {
  for (const char* good : {"1000000000", "-1000000000", "1e9", "-1e9", "999999999.5"}) {
    INFO(good);
    CHECK(complaint(good) == "taken");
  }
  for (const char* bad : {"1000000001", "-1000000001", "1e10", "-1e10", "1000000000.5", "-1000000000.5",
                          "18446744073709551615", "-9223372036854775808", "1e308", "-1e308"}) {
    INFO(bad);
    CHECK(has(complaint(bad), "allowed: -1000000000 to 1000000000"));
  }
  CHECK(has(complaint("1e999"), "line 1"));  // the library does not take it for a number
  CHECK(has(complaint("[0, 1e-999]"), "/1: found the number \"1e-999\", which is as good as 0; write 0"));
  CHECK(has(complaint(R"({"a": [1, 2e10]})"), "/a/1"));
  CHECK(has(complaint(R"([{"b": 3000000000}])"), "/0/b"));
}

TEST_CASE("a key stands once in its object", "[json]") {
  CHECK(has(complaint(R"({"a": 1, "a": 2})"), "/a"));
  CHECK(has(complaint(R"({"a": 1, "a": 2})"), "keep one of them"));
  CHECK(has(complaint(R"({"x": [{"a/b": 1, "a/b": 2}]})"), "/x/0/a~1b"));
  CHECK(complaint(R"({"a": {"a": 1}, "b": {"a": 1}})") == "taken");
}

TEST_CASE("sixteen levels of nesting are enough", "[json]") {
  const auto nested = [](int depth, char open, char close) {
    return std::string(static_cast<std::size_t>(depth), open) + std::string(static_cast<std::size_t>(depth), close);
  };
  CHECK(complaint(nested(kMaxJsonDepth, '[', ']')) == "taken");
  CHECK(has(complaint(nested(kMaxJsonDepth + 1, '[', ']')), "deeper than 16"));
  std::string objects;
  for (int i = 0; i <= kMaxJsonDepth; ++i) objects += "{\"k\":";
  CHECK(has(complaint(objects + "1"), "/k/k/k"));
}

TEST_CASE("what is no JSON is shown by line and column", "[json]") {
  CHECK(has(complaint("{\n  \"a\": 1,\n  \"b\" 2\n}"), "line 3, column 7"));
  CHECK(has(complaint("x"), "line 1, column 1"));
  CHECK(has(complaint(""), "line 1, column 1"));
  CHECK(has(complaint("{} {}"), "nothing after it"));
  CHECK(has(complaint("{\"a\": \"\xFF\"}"), "UTF-8"));
  CHECK(has(complaint("[1,]"), "not JSON"));
  CHECK(has(complaint("{\"a\": 1"), "not JSON"));
  CHECK(has(complaint("\"unfinished"), "not JSON"));
  CHECK(has(complaint("\"bell \a here\""), "not JSON"));
  // The library repeats what it read: nothing of it may move a terminal's cursor.
  for (const char c : complaint("\"esc \x1b[2J\"") + complaint("\"del \x7f\n") + complaint("\xc3\xa9"))
    CHECK((static_cast<unsigned char>(c) >= 0x20U && c != 0x7F));
}

TEST_CASE("a quarter of a million bytes and no more", "[json]") {
  std::string text = "[]";
  text.append(kMaxJsonBytes - text.size(), ' ');
  CHECK(complaint(text) == "taken");
  text += ' ';
  CHECK(has(complaint(text), "at most 262144"));
}

TEST_CASE("places and words of a file are safe to print", "[json]") {
  CHECK(pointerStep("", "a") == "/a");
  CHECK(pointerStep("/a", "b/c~d") == "/a/b~1c~0d");
  CHECK(pointerStep("/a", "x\ny") == "/a/x?y");
  CHECK(pointerStep("/a", std::string(100, 'k')).size() == 3 + 60);
  CHECK(pointerStep("/a", std::size_t{12}) == "/a/12");
  CHECK(inQuotes("word") == "\"word\"");
  CHECK(inQuotes("tab\there") == "\"tab?here\"");
  CHECK(inQuotes(std::string(60, 'x')) == "\"" + std::string(60, 'x') + "\"");
  CHECK(inQuotes(std::string(61, 'x')) == "\"" + std::string(60, 'x') + "...\"");
}
