// A level being written: steps back and forth, mistakes named while they are made, a good file never lost.
#include "editing/draft.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "editing/things.hpp"
#include "level/catalogue.hpp"
#include "level/level_reader.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::editing;

namespace {

const std::string kData = KNEAD_SOURCE_DATA_DIR;

std::string contentOf(const std::string& path) { return readWholeFile(path, level::kMaxLevelBytes).value(); }
std::string templateText() { return contentOf(kData + "/assets/new-level.json"); }

std::string folder() {
  const std::string path = std::string(KNEAD_TEST_OUTPUT_DIR) + "/my pack";
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path;
}

}  // namespace

TEST_CASE("a new level is whole, is called after its file, and can be saved and read") {
  const std::string path = folder() + "/Stiff Neck 2.json";
  auto draft = Draft::open(path, templateText());
  REQUIRE(draft.ok());
  CHECK(draft.value().problems().empty());
  CHECK(draft.value().changed());
  CHECK(draft.value().level().id == "stiff-neck-2");
  CHECK(draft.value().level().title == "Stiff neck 2");
  CHECK(draft.value().level().chapter == "my-pack");
  CHECK(draft.value().level().number == 1);
  REQUIRE(draft.value().save().ok());
  CHECK_FALSE(draft.value().changed());
  const std::string saved = std::filesystem::path(path).parent_path().string() + "/stiff-neck-2.json";
  CHECK(draft.value().path() == saved);
  const auto read = level::readLevelFile(saved);
  REQUIRE(read.ok());
  CHECK(read.value().hash == draft.value().level().hash);
  // The same name again opens it.
  CHECK_FALSE(Draft::open(path, templateText()).value().changed());
}

TEST_CASE("whatever new levels of a pack are called, the game takes them, in their order") {
  const std::string packs = std::string(KNEAD_TEST_OUTPUT_DIR) + "/packs", pack = packs + "/knots";
  std::filesystem::remove_all(packs);
  std::filesystem::create_directories(pack);
  std::vector<std::string> files;
  for (const char* name : {"one_knot", "Two  Knots", "Long_enough_to_be_cut_behind_the_hyphen-_of_it", "x"}) {
    auto draft = Draft::open(pack + "/" + name + ".json", templateText());
    REQUIRE(draft.ok());
    CHECK(draft.value().level().number == static_cast<int>(files.size()) + 1);
    REQUIRE(draft.value().save().ok());
    files.push_back(draft.value().path());
  }
  level::Catalogue catalogue;
  level::addOwnLevels(catalogue, packs);
  for (const Error& error : catalogue.errors) UNSCOPED_INFO(error.text());
  CHECK(catalogue.levels.size() == files.size());
  CHECK(level::duplicatesAmong(files, false).empty());
  // A pack that is worked on elsewhere, behind a symbolic link.
  std::filesystem::rename(pack, std::string(KNEAD_TEST_OUTPUT_DIR) + "/knots");
  std::filesystem::create_directory_symlink(std::string(KNEAD_TEST_OUTPUT_DIR) + "/knots", pack);
  level::Catalogue linked;
  level::addOwnLevels(linked, packs);
  CHECK(linked.levels.size() == files.size());
  std::filesystem::remove_all(std::string(KNEAD_TEST_OUTPUT_DIR) + "/knots");
}

TEST_CASE("opening and saving a shipped level changes nothing of what it says") {
  const std::string from = kData + "/levels/3-contrast/twins.json", path = folder() + "/twins.json";
  std::filesystem::copy_file(from, path);
  auto draft = Draft::open(path, "");
  REQUIRE(draft.ok());
  CHECK_FALSE(draft.value().changed());
  REQUIRE(draft.value().save().ok());
  CHECK(level::readLevelFile(path).value().hash == level::readLevelFile(from).value().hash);
}

TEST_CASE("steps go back and forth, and a drag is one step") {
  auto draft = Draft::open(folder() + "/steps.json", templateText()).value();
  const std::string before = draft.text();
  draft.set("/tissue/tone", 0.5);
  for (int i = 0; i < 20; ++i) draft.set("/knots/0/at", Json::array({-8 + i, 13}), "drag-1");
  draft.set("/tissue/tone", 0.55);
  CHECK(draft.undo());
  CHECK(draft.find("/knots/0/at")->at(0) == 11);
  CHECK(draft.undo());
  CHECK(draft.find("/knots/0/at")->at(0) == -8);
  CHECK(draft.undo());
  CHECK(draft.text() == before);
  CHECK_FALSE(draft.undo());
  CHECK(draft.redo());
  CHECK(draft.find("/tissue/tone")->get<double>() == 0.5);
  draft.set("/seconds", 90);
  CHECK_FALSE(draft.redo());
}

TEST_CASE("a mistake is named at once, is not saved over the good file, and shows the last good level") {
  const std::string path = folder() + "/mistake.json";
  auto draft = Draft::open(path, templateText()).value();
  REQUIRE(draft.save().ok());
  const std::string good = contentOf(path);
  draft.set("/score/weights/heat", 5000);
  REQUIRE_FALSE(draft.problems().empty());
  CHECK(draft.problems().front().text().find("/score/weights") != std::string::npos);
  const auto refused = draft.save();
  REQUIRE_FALSE(refused.ok());
  CHECK(contentOf(path) == good);
  CHECK(draft.level().weights.heat == 0);
  CHECK(draft.changed());
}

TEST_CASE("a file with other kinds of values where objects belong is named, and edited all the same") {
  const std::string path = std::string(KNEAD_TEST_OUTPUT_DIR) + "/odd-kinds.json";
  std::ofstream(path) << R"({"id": 7, "tissue": 5, "knots": [{"id": 7}, 3], "intake": {"why": [{"technique": 3}, 4]}})";
  auto opened = Draft::open(path, templateText());
  INFO((opened ? std::string() : opened.error().text()));
  REQUIRE(opened.ok());
  Draft draft = std::move(opened).value();
  CHECK_FALSE(draft.problems().empty());
  draft.set("/tissue/tone", .5);
  CHECK(*draft.find("/tissue") == 5);
  draft.append("/tissue/short_muscles", "rhomboids");
  CHECK(*draft.find("/tissue") == 5);
  setRole(draft, "", "friction", "avoid");
  CHECK(whyPointer(draft, "", "friction") == "/intake/why/2/text");
  CHECK(whyPointer(draft, "", "stretch").empty());
  CHECK_FALSE(draft.problems().empty());
}

TEST_CASE("numbers are written as short as they were meant") {
  auto draft = Draft::open(folder() + "/short.json", templateText()).value();
  draft.set("/tissue/tone", static_cast<double>(0.45F));
  CHECK(draft.text().find("\"tone\": 0.45,") != std::string::npos);
}

TEST_CASE("what no editor can open is refused with file and place") {
  const std::string path = folder() + "/broken.json";
  std::ofstream(path) << "{ \"id\": ";
  const auto draft = Draft::open(path, templateText());
  REQUIRE_FALSE(draft.ok());
  CHECK(draft.error().text().find("broken.json") != std::string::npos);
}

TEST_CASE("a file that was saved elsewhere is taken as a step; a broken one leaves all as it was") {
  const std::string path = folder() + "/elsewhere.json";
  auto draft = Draft::open(path, templateText()).value();
  REQUIRE(draft.save().ok());
  std::string other = contentOf(path);
  other.replace(other.find("\"seconds\": 80"), 13, "\"seconds\": 95");
  std::ofstream(path) << other;
  REQUIRE(draft.reload().ok());
  CHECK(draft.level().seconds == 95);
  CHECK_FALSE(draft.changed());
  CHECK(draft.undo());
  CHECK(draft.level().seconds == 80);
  std::ofstream(path) << "nothing";
  CHECK_FALSE(draft.reload().ok());
  CHECK(draft.level().seconds == 80);
}
