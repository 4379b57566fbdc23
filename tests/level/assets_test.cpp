// The technique x pain matrix and the technique texts are complete data: every pair has a value that the game knows.
#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "level/technique.hpp"
#include "support/catch.hpp"

using namespace knead;

TEST_CASE("the technique matrix has every pair, a grade and a source", "[assets]") {
  const Result<std::string> text = readWholeFile(KNEAD_SOURCE_DATA_DIR "/assets/techniques.json", 1U << 20U);
  REQUIRE(text.ok());
  const nlohmann::json data = nlohmann::json::parse(text.value());
  REQUIRE(data.at("techniques").size() == level::kTechniqueCount);
  for (int i = 0; i < level::kTechniqueCount; ++i) {
    const nlohmann::json& technique = data.at("techniques").at(static_cast<std::size_t>(i));
    CHECK(technique.at("id") == level::kTechniqueIds[static_cast<std::size_t>(i)]);
    CHECK(std::string("ABCD").find(technique.at("grade").get<std::string>()) != std::string::npos);
    CHECK_FALSE(technique.at("source").get<std::string>().empty());
    CHECK_FALSE(technique.at("how").get<std::string>().empty());
  }
  REQUIRE(data.at("pains").size() == level::kPainCount);
  for (int i = 0; i < level::kPainCount; ++i) {
    const nlohmann::json& pain = data.at("pains").at(static_cast<std::size_t>(i));
    CHECK(pain.at("id") == level::kPainIds[static_cast<std::size_t>(i)]);
    int best = 0;
    for (const std::string_view id : level::kTechniqueIds) {
      const nlohmann::json& fit = pain.at("fit").at(std::string(id));
      if (fit.is_string()) {
        CHECK(fit == "harm");
      } else {
        CHECK((fit.get<int>() >= 0 && fit.get<int>() <= 3));
        best = std::max(best, fit.get<int>());
      }
    }
    CHECK(best >= 2);
  }
}
