// Settings as a file that anybody may have edited: what cannot be is said and not used, what is not known is kept.
#include "profile/settings.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "profile/kept_file.hpp"
#include "profile/test_files.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::profile;
using nlohmann::json;
using testing::freshFolder;

namespace {

struct Read {
  Settings settings;
  std::string notice;
};
Read read(const json& document) {
  Read out;
  out.settings = Settings::fromJson(document, "settings.json", out.notice);
  return out;
}

}  // namespace

TEST_CASE("a document that is no object gives the usual settings", "[settings]") {
  for (const json& document : {json(nullptr), json::array({1}), json("x"), json(7), json::object()}) {
    INFO(document.dump());
    const Read got = read(document);
    CHECK(got.notice.empty());
    for (const OptionRow& row : optionTable()) CHECK(got.settings.get(row.option) == row.usual);
    CHECK_FALSE(got.settings.welcomed());
    CHECK(got.settings.server().empty());
  }
}

TEST_CASE("every option takes its lowest and its highest, and what lies beyond is brought back and told",
          "[settings]") {
  for (const OptionRow& row : optionTable()) {
    INFO(row.id);
    for (const int good : {row.low, row.high, row.usual}) {
      const Read got = read({{row.id, good}});
      CHECK(got.notice.empty());
      CHECK(got.settings.get(row.option) == good);
    }
    for (const json& bad : {json(row.low - 1), json(row.high + 1), json(-1000000000000), json(18446744073709551615U)}) {
      const Read got = read({{row.id, bad}});
      INFO(bad.dump());
      CHECK(got.settings.get(row.option) >= row.low);
      CHECK(got.settings.get(row.option) <= row.high);
      CHECK(got.notice.find("settings.json: /" + std::string(row.id) + ": found " + bad.dump() + ", allowed: ") == 0);
    }
    for (const json& bad : {json("1"), json(1.5), json(true), json(nullptr), json::array(), json::object()}) {
      const Read got = read({{row.id, bad}});
      CHECK(got.settings.get(row.option) == row.usual);
      CHECK(got.notice.find("allowed: a whole number from ") != std::string::npos);
    }
  }
}

TEST_CASE("the address of a server is a text of some length", "[settings]") {
  CHECK(read({{"board_server", "http://127.0.0.1:8080"}}).settings.server() == "http://127.0.0.1:8080");
  CHECK(read({{"board_server", std::string(kMostServerBytes, 'a')}}).settings.server().size() == kMostServerBytes);
  for (const json& bad : {json(std::string(kMostServerBytes + 1, 'a')), json(7), json(nullptr), json::array()}) {
    const Read got = read({{"board_server", bad}});
    CHECK(got.settings.server().empty());
    CHECK(got.notice.find("/board_server: allowed: the address of a server") != std::string::npos);
  }
}

TEST_CASE("the welcome is over only where the file says true", "[settings]") {
  CHECK(read({{"welcomed", true}}).settings.welcomed());
  for (const json& no : {json(false), json(1), json("true"), json(nullptr)})
    CHECK_FALSE(read({{"welcomed", no}}).settings.welcomed());
}

TEST_CASE("several complaints are lines of one notice", "[settings]") {
  const Read got = read({{"board_server", 1}, {"bindings", {{"no-such-action", {{"keys", {"A"}}}}}}, {"hand_by", "x"}});
  CHECK(std::count(got.notice.begin(), got.notice.end(), '\n') == 2);
  CHECK(got.notice.find("/bindings") != std::string::npos);
}

TEST_CASE("what a newer game wrote is still there after this one has saved", "[settings]") {
  const KeptFile file(freshFolder("settings-kept") + "/settings.json", 1);
  const Read got =
      read({{"schema", 1}, {"of_the_future", {{"deep", {1, 2}}}}, {"welcomed", true}, {"board_server", "x"}});
  CHECK(got.notice.empty());
  REQUIRE(got.settings.save(file).ok());
  const json saved = file.load().document;
  CHECK(saved["of_the_future"]["deep"] == json({1, 2}));
  CHECK(saved["welcomed"] == true);
  CHECK(saved["board_server"] == "x");
  std::string notice;
  const Settings again = Settings::load(file, notice);
  CHECK(notice.empty());
  CHECK(again.server() == "x");
  CHECK(again.welcomed());
  // Without a server there is no key for one.
  REQUIRE(Settings().save(file).ok());
  CHECK_FALSE(file.load().document.contains("board_server"));
}
