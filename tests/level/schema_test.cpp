// The schema as a help for whoever writes levels: every key says what it means, and shows how it looks.
#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "level/level_reader.hpp"
#include "support/catch.hpp"

using namespace knead;
using nlohmann::json;

namespace {

const json& followed(const json& root, const json& property) {
  if (!property.contains("$ref")) return property;
  return followed(root, root.at(json::json_pointer(property["$ref"].get<std::string>().substr(1))));
}

// An example, or something else that shows every value there is.
bool shows(const json& property) {
  if (property.contains("examples") || property.contains("enum") || property.contains("default")) return true;
  const std::string type = property.value("type", "");
  if (type == "boolean" || type == "object") return true;
  // A list is shown by its items, a number by its range.
  return (type == "array" && property.contains("items")) ||
         (property.contains("minimum") && property.contains("maximum"));
}

void checkProperties(const json& root, const json& object, const std::string& place) {
  if (object.contains("properties")) {
    for (const auto& [key, property] : object["properties"].items()) {
      const json& meant = followed(root, property);
      INFO(place << "/" << key);
      CHECK((property.contains("description") || meant.contains("description")));
      CHECK((key == "$schema" || shows(meant)));
      if (!property.contains("$ref")) checkProperties(root, property, place + "/" + key);
    }
  }
  if (object.contains("items") && object["items"].is_object()) checkProperties(root, object["items"], place + "/*");
}

}  // namespace

TEST_CASE("every key of the schema says what it means and shows how it looks") {
  const std::string path = std::string(KNEAD_SOURCE_DATA_DIR) + "/levels/schema/level.schema.json";
  const json root = json::parse(readWholeFile(path, level::kMaxLevelBytes).value());
  checkProperties(root, root, "");
  for (const auto& [name, definition] : root["definitions"].items()) checkProperties(root, definition, name);
}

TEST_CASE("the level of the tutorial is whole") {
  const auto read = level::readLevelFile(std::string(KNEAD_SOURCE_DATA_DIR) + "/docs/examples/desk-shoulder.json");
  if (!read) INFO(read.error().text());
  CHECK(read.ok());
}
