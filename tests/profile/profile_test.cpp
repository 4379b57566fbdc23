// The player's files: found where the desktop says, written whole, and never lost when something is wrong with them.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <map>

#include "profile/dirs.hpp"
#include "profile/kept_file.hpp"
#include "profile/progress.hpp"
#include "profile/settings.hpp"
#include "profile/test_files.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::profile;
using namespace knead::testing;

namespace {

Environment environmentOf(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const char* name) -> std::optional<std::string> {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional<std::string>(found->second);
  };
}

}  // namespace

TEST_CASE("files live in the XDG folders, or in one folder when portable", "[profile]") {
  const auto plain = playersDirs(environmentOf({{"HOME", "/home/a"}}));
  REQUIRE(plain.ok());
  CHECK(plain.value() == Dirs{"/home/a/.config/knead", "/home/a/.local/share/knead", "/home/a/.local/state/knead"});
  const auto moved =
      playersDirs(environmentOf({{"HOME", "/home/a"}, {"XDG_CONFIG_HOME", "/c"}, {"XDG_DATA_HOME", "relative"}}));
  REQUIRE(moved.ok());
  CHECK(moved.value().config == "/c/knead");
  CHECK(moved.value().data == "/home/a/.local/share/knead");
  const auto homeless = playersDirs(environmentOf({}));
  REQUIRE_FALSE(homeless.ok());
  CHECK(homeless.error().what.find("--portable") != std::string::npos);
  CHECK(portableDirs("/stick/knead").data == "/stick/knead");
}

TEST_CASE("folders are made; one that cannot be made is named with a remedy", "[profile]") {
  const std::string root = freshFolder("profile-dirs");
  const Dirs dirs{root + "/a/b/config", root + "/a/data", root + "/state"};
  REQUIRE(makeDirs(dirs).ok());
  CHECK(std::filesystem::is_directory(dirs.config));
  REQUIRE(makeDirs(dirs).ok());
  put(root + "/file", "x");
  const auto failed = makeDirs(portableDirs(root + "/file/under"));
  REQUIRE_FALSE(failed.ok());
  CHECK(failed.error().text().find(root + "/file/under: cannot be made") == 0);
}

TEST_CASE("settings come back as they were saved", "[profile]") {
  const KeptFile file(freshFolder("profile-settings") + "/settings.json", Settings::kSchema);
  std::string notice;
  Settings first = Settings::load(file, notice);
  CHECK(notice.empty());
  CHECK_FALSE(first.welcomed());
  for (const OptionRow& row : optionTable()) first.set(row.option, row.high);
  first.setWelcomed(true);
  REQUIRE(first.save(file).ok());
  const Settings second = Settings::load(file, notice);
  CHECK(notice.empty());
  CHECK(second.welcomed());
  for (const OptionRow& row : optionTable()) CHECK(second.get(row.option) == row.high);
}

TEST_CASE("every option has words, a default within its bounds and an id of its own", "[profile]") {
  std::map<std::string, int> ids;
  for (const OptionRow& row : optionTable()) {
    INFO(row.id);
    CHECK(++ids[row.id] == 1);
    CHECK(std::string(row.label).size() > 2);
    CHECK(std::string(row.hint).size() > 10);
    CHECK(row.usual >= row.low);
    CHECK(row.usual <= row.high);
    CHECK(allowed(row, row.usual) == row.usual);
    CHECK(allowed(row, -1000000) == row.low);
    CHECK(allowed(row, 1000000) == row.high);
    if (row.kind == OptionKind::Choice) CHECK(static_cast<int>(row.choices.size()) == row.high + 1);
    CHECK(optionOf(row.id) == row.option);
  }
}

TEST_CASE("a wrong value is named and the nearest used; what is unknown is carried along", "[profile]") {
  const std::string folder = freshFolder("profile-values");
  const KeptFile file(folder + "/settings.json", Settings::kSchema);
  put(file.path(), R"({"schema":1,"wheel_step":900,"frame_rate":"best","from_tomorrow":[1,2]})");
  std::string notice;
  const Settings settings = Settings::load(file, notice);
  CHECK(settings.get(Option::WheelStep) == 20);
  CHECK(settings.get(Option::FrameRate) == 1);
  CHECK(notice.find("/wheel_step: found 900, allowed: 2 to 20; 20 is used") != std::string::npos);
  CHECK(notice.find("/frame_rate: found \"best\"") != std::string::npos);
  REQUIRE(settings.save(file).ok());
  CHECK(contentOf(file.path()).find("from_tomorrow") != std::string::npos);
}

TEST_CASE("a broken file is set aside, its backup used, nothing overwritten", "[profile]") {
  const std::string folder = freshFolder("profile-broken");
  const KeptFile file(folder + "/settings.json", Settings::kSchema);
  std::string notice;
  Settings settings = Settings::load(file, notice);
  settings.set(Option::WheelStep, 8);
  REQUIRE(settings.save(file).ok());
  settings.set(Option::WheelStep, 12);
  REQUIRE(settings.save(file).ok());
  const std::string half = contentOf(file.path()).substr(0, 40);
  put(file.path(), half);

  const Settings after = Settings::load(file, notice);
  CHECK(after.get(Option::WheelStep) == 8);
  CHECK(notice.find("set aside as " + file.path() + ".broken") != std::string::npos);
  CHECK(notice.find("version before it") != std::string::npos);
  CHECK(contentOf(file.path() + ".broken") == half);

  // Both broken, of every kind: a new one is begun and all are still there.
  int kept = 0;
  for (const std::string& bad : {std::string("[]"), std::string("{\"schema\":\"x\"}"), std::string("\0\xFF", 2),
                                 std::string(200, '['), std::string("{\"schema\":99}")}) {
    put(file.path(), bad);
    put(file.path() + ".bak", bad);
    const Settings fresh = Settings::load(file, notice);
    CHECK(fresh.get(Option::WheelStep) == 5);
    CHECK(notice.find("A new one is begun") != std::string::npos);
    kept += 2;
  }
  int found = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().string().find(".broken") != std::string::npos) ++found;
  }
  CHECK(found == kept + 1);
}

TEST_CASE("a folder that is gone is an error that names the file", "[profile]") {
  const std::string folder = freshFolder("profile-gone");
  const KeptFile file(folder + "/no-such-folder/settings.json", Settings::kSchema);
  const auto saved = Settings().save(file);
  REQUIRE_FALSE(saved.ok());
  CHECK(saved.error().text().find("cannot be written") != std::string::npos);
}

TEST_CASE("progress keeps the best runs of each level", "[profile]") {
  const auto run = [](const char* level, std::uint64_t hash, int score, int stars) {
    Run out;
    out.level = level;
    out.levelHash = hash;
    out.score = score;
    out.stars = stars;
    return out;
  };
  Progress progress;
  CHECK(progress.empty());
  CHECK(progress.take(run("dough", 7, 60000, 2)) == std::size_t{0});
  CHECK(progress.take(run("dough", 7, 50000, 3)) == std::size_t{1});
  CHECK(progress.take(run("dough", 7, 60000, 1)) == std::size_t{1});  // the earlier of equals stays ahead
  CHECK(progress.take(run("first-touch", 9, 90000, 3)) == std::size_t{0});
  progress.tried(level::Pain::Stiffness, level::Technique::Stretch, 10, 0.5F);
  progress.tried(level::Pain::Stiffness, level::Technique::Stretch, 30, 0.9F);
  REQUIRE(progress.of("dough") != nullptr);
  CHECK(progress.of("dough")->bestScore() == 60000);
  CHECK(progress.of("dough")->bestStars == 3);
  CHECK(progress.of("dough")->plays == 3);
  CHECK(progress.of("dough")->runs[0] == run("dough", 7, 60000, 2));
  CHECK(progress.of("nobody") == nullptr);
  CHECK(progress.stars() == 6);
  const Tried* stretch = progress.triedOn(level::Pain::Stiffness, level::Technique::Stretch);
  REQUIRE(stretch != nullptr);
  CHECK(stretch->seconds == Approx(40));
  CHECK(stretch->quality == Approx(0.8));
  CHECK(progress.triedOn(level::Pain::Stiffness, level::Technique::Towel) == nullptr);
  // A changed level: the stars stay, the board starts anew.
  CHECK(progress.take(run("dough", 8, 1000, 0)) == std::size_t{0});
  CHECK(progress.of("dough")->runs.size() == 1);
  CHECK(progress.of("dough")->bestStars == 3);
  // A board holds ten.
  for (int i = 0; i < 9; ++i) CHECK(progress.take(run("dough", 8, 2000 + i, 0)).has_value());
  CHECK_FALSE(progress.take(run("dough", 8, 500, 0)).has_value());
  CHECK(progress.of("dough")->runs.size() == kRunsKept);
}
