#include "server/config.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "server/clock.hpp"
#include "server/http/proxies.hpp"
#include "server/limits.hpp"
#include "server/program.hpp"
#include "support/catch.hpp"

using namespace knead;
using server::Config;
using server::readConfig;

namespace {

server::Environment environment(const std::map<std::string, std::string>& all) {
  return [all](const std::string& name) {
    const auto found = all.find(name);
    return found == all.end() ? std::nullopt : std::optional<std::string>(found->second);
  };
}

std::string file(const std::string& text) {
  const auto folder = std::filesystem::path(KNEAD_TEST_OUTPUT_DIR) / "server";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "config.json").string();
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace

TEST_CASE("the store is the service's for whoever may write it, else one's own", "[server]") {
  const std::string none = std::string(KNEAD_TEST_OUTPUT_DIR) + "/server/no-such-folder/board.db";
  CHECK(server::usualStore(environment({{"STATE_DIRECTORY", "/s"}, {"HOME", "/h"}}), none) == "/s/board.db");
  CHECK(server::usualStore(environment({{"XDG_DATA_HOME", "/x"}, {"HOME", "/h"}}), none) == "/x/knead-server/board.db");
  CHECK(server::usualStore(environment({{"XDG_DATA_HOME", "not/whole"}, {"HOME", "/h"}}), none) ==
        "/h/.local/share/knead-server/board.db");
  CHECK(server::usualStore(environment({}), none) == none);
  const std::string there = file("a board");
  CHECK(server::usualStore(environment({{"HOME", "/h"}}), there) == there);
  CHECK(server::usualStore(environment({{"STATE_DIRECTORY", "/s"}}), there) == "/s/board.db");
}

TEST_CASE("proxies are addresses, however they are written", "[server]") {
  CHECK(readConfig("", environment({}), {{"trusted_proxies", "127.0.0.1, 2001:0db8::1, fe80::1%eth0"}}).ok());
  for (const char* wrong : {"localhost", "10.0.0.0/8", "127.0.0.1 ::1"}) {
    const auto read = readConfig("", environment({}), {{"trusted_proxies", wrong}});
    INFO(wrong);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().text().find(wrong) != std::string::npos);
  }
  const server::http::Proxies proxies("2001:0db8::0001");
  CHECK(proxies.client("2001:db8::1", "10.1.1.1") == "10.1.1.1");
  CHECK(proxies.client("fe80::1%eth0", "10.1.1.1") == "fe80::1%eth0");
  CHECK(server::http::Proxies("fe80::1%eth0").client("fe80::1%eth0", "10.1.1.1") == "10.1.1.1");
}

TEST_CASE("a file is weaker than the environment, that than the command line", "[server]") {
  const std::string path = file(R"({"port": 1001, "name": "from the file", "judge_queue": 7, "listen": "127.0.0.1"})");
  const auto read =
      readConfig(path, environment({{"KNEAD_PORT", "1002"}, {"KNEAD_NAME", "from around"}}), {{"port", "1003"}});
  REQUIRE(read.ok());
  CHECK(read.value().port == 1003);
  CHECK(read.value().name == "from around");
  CHECK(read.value().judgeQueue == 7);
  CHECK(read.value().listen == "127.0.0.1");
  CHECK(read.value().connections == Config{}.connections);
}

TEST_CASE("a printed configuration reads as itself", "[server]") {
  Config config;
  config.port = 4242;
  config.name = "Club \"Ö\"";
  const auto read = readConfig(file(server::asFile(config)), environment({}), {});
  REQUIRE(read.ok());
  CHECK(server::asFile(read.value()) == server::asFile(config));
  // Every setting stands in it, has words, and can be set by its own value.
  const auto document = nlohmann::json::parse(server::asFile(config));
  CHECK(document.size() == server::settings().size());
  for (const server::Setting& setting : server::settings()) {
    INFO(setting.name);
    CHECK(setting.help.size() > 10);
    Config other;
    CHECK(server::set(other, setting.name, server::get(config, setting), "test").ok());
  }
}

TEST_CASE("a wrong setting is named with its place and what is allowed", "[server]") {
  const auto check = [](const std::string& text, const char* place, const char* says) {
    const auto read = readConfig(file(text), environment({}), {});
    REQUIRE_FALSE(read.ok());
    INFO(read.error().text());
    CHECK(read.error().place == place);
    CHECK(read.error().what.find(says) != std::string::npos);
    CHECK(read.error().file.find("config.json") != std::string::npos);
  };
  check(R"({"prot": 80})", "prot", "is no setting");
  check(R"({"port": 70000})", "port", "from 0 to 65535");
  check(R"({"port": -1})", "port", "from 0 to 65535");
  check(R"({"port": 99999999999})", "port", "whole number");
  check(R"({"port": "80 "})", "port", "whole number");
  check(R"({"port": ""})", "port", "whole number");
  check(R"({"port": "eighty"})", "port", "whole number");
  check(R"({"port": 80.5})", "port", "neither a text nor a whole number");
  check(R"({"metrics": "everyone"})", "metrics", "local, all, off");
  check(R"({"port": null})", "port", "neither");
  check("port = 80", "", "is not a JSON object");
  CHECK(readConfig("/no/such/file.json", environment({}), {}).error().text().find("/no/such/file.json") == 0);
  const auto around = readConfig("", environment({{"KNEAD_PORT", "x"}}), {});
  REQUIRE_FALSE(around.ok());
  CHECK(around.error().file == "environment KNEAD_PORT");
  const auto flag = readConfig("", environment({}), {{"page_cache_ms", "60001"}});
  REQUIRE_FALSE(flag.ok());
  CHECK(flag.error().file == "command line");
  CHECK(server::environmentName("page_cache_ms") == "KNEAD_PAGE_CACHE_MS");
}

TEST_CASE("a caller may ask so often, and others are not asked to pay for it", "[server]") {
  server::RateLimit limit(10, 60000, 100);
  for (int i = 0; i < 10; ++i) CHECK(limit.allows("a", 1000));
  CHECK_FALSE(limit.allows("a", 1000));
  CHECK(limit.allows("b", 1000));
  CHECK_FALSE(limit.allows("a", 6000));
  CHECK(limit.allows("a", 7001));
  CHECK_FALSE(limit.allows("a", 7002));
  // A clock that goes back gives nothing.
  CHECK_FALSE(limit.allows("a", 0));
  for (int i = 0; i < 100000; ++i) CHECK(limit.allows("stranger " + std::to_string(i), 8000));
  CHECK(limit.remembers() <= 100);
  server::RateLimit none(0);
  for (int i = 0; i < 1000; ++i) CHECK(none.allows("a", 0));
}

TEST_CASE("a household is one caller", "[server]") {
  using server::callerOf;
  CHECK(callerOf("192.168.1.7") == "192.168.1.7");
  CHECK(callerOf("::ffff:192.168.1.7") == "192.168.1.7");
  CHECK(callerOf("2001:db8:1:2::7") == callerOf("2001:db8:1:2:ffff:1:2:3"));
  CHECK(callerOf("2001:db8:1:2::7") != callerOf("2001:db8:1:3::7"));
}

TEST_CASE("only a proxy that is trusted may say who asks", "[server]") {
  const server::http::Proxies none("");
  CHECK(none.client("10.0.0.9", "1.2.3.4") == "10.0.0.9");
  const server::http::Proxies some("127.0.0.1, 10.0.0.9");
  CHECK(some.client("127.0.0.1", "1.2.3.4") == "1.2.3.4");
  CHECK(some.client("127.0.0.1", "6.6.6.6, 1.2.3.4") == "1.2.3.4");
  CHECK(some.client("127.0.0.1", "1.2.3.4, 10.0.0.9") == "1.2.3.4");
  CHECK(some.client("127.0.0.1", "") == "127.0.0.1");
  CHECK(some.client("127.0.0.1", "unknown") == "127.0.0.1");
  CHECK(some.client("5.5.5.5", "1.2.3.4") == "5.5.5.5");
  CHECK(some.client("::ffff:127.0.0.1", "1.2.3.4") == "1.2.3.4");
}

TEST_CASE("a day of the server begins at midnight UTC", "[server]") {
  using server::dayOfTime;
  CHECK(dayOfTime(0) == 0);
  CHECK(dayOfTime(server::kDayMs - 1) == 0);
  CHECK(dayOfTime(server::kDayMs) == 1);
  CHECK(dayOfTime(-1) == -1);
  CHECK(dayOfTime(1709164800000) == 19782);  // 2024-02-29
}
