// Today's back on the command line: a file that lint takes, and the check of many days.
#include <filesystem>
#include <fstream>

#include "cli/ran.hpp"

using knead::testing::cli;
using knead::testing::Ran;

TEST_CASE("a day's level is a level file", "[cli]") {
  const Ran ran = cli({"daily", "--day", "2031-05-04", "--json"});
  REQUIRE(ran.code == 0);
  CHECK(ran.document().at("id") == "today-2031-05-04");
  const std::filesystem::path folder = std::filesystem::path(KNEAD_TEST_OUTPUT_DIR) / "cli";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "today-2031-05-04.json").string();
  std::ofstream(path, std::ios::binary) << ran.out;
  CHECK(cli({"lint", path}).code == 0);
  CHECK(cli({"daily", "--day", "2031-05-04"}).out.find(ran.document().at("title").get<std::string>()) == 0);
  CHECK(cli({"daily"}).code == 0);
}

TEST_CASE("a wrong date of today's back is a usage error", "[cli]") {
  for (const char* date : {"2031-02-29", "today", "1950-01-01"}) {
    INFO(date);
    CHECK(cli({"daily", "--day", date}).code == 2);
    CHECK(cli({"daily", "--check", "3", "--from", date}).code == 2);
  }
  CHECK(cli({"daily", "--day", "2031-05-04", "--check", "3"}).code == 2);
  CHECK(cli({"daily", "--check", "0"}).code == 2);
}

TEST_CASE("the check of many days plays each of them and sums up", "[cli]") {
  const Ran ran = cli({"daily", "--check", "20", "--from", "2031-05-04", "--json"});
  REQUIRE(ran.code == 0);
  const auto document = ran.document();
  CHECK(document.at("ok") == true);
  CHECK(document.at("list").size() == 20);
  CHECK(document.at("failures").empty());
  CHECK(document.at("all").at("expert").at("stars") == nlohmann::json::array({0, 0, 0, 20}));
  CHECK(document.at("stories").size() == 20);
  CHECK(cli({"daily", "--check", "5", "--from", "2031-05-04"}).out.find("nothing wrong") != std::string::npos);
}
