// Every setting of the server in one table: its name in the file, its default, what it means. A file is weaker than the
// environment (KNEAD_LISTEN for `listen`), the environment weaker than the command line. Unknown names are mistakes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace knead::server {

struct Config {
  std::string name = "Knead";
  std::string listen = "0.0.0.0";
  int port = 8375;
  std::string store;    // a file or postgresql://...; empty: a file in the folder for the user's data
  std::string dataDir;  // levels/ and assets/; empty: beside the program
  std::string packs;
  int judgeThreads = 0;  // 0 = one a core
  int judgeQueue = 64;
  int storeConnections = 8;
  int connections = 512;
  int connectionsPerAddress = 32;
  int deadlineSeconds = 10;
  int runsPerMinutePerPlayer = 10;
  int runsPerMinutePerAddress = 30;
  int readsPerMinutePerAddress = 600;
  int newPlayersPerDayPerAddress = 20;
  std::string trustedProxies;  // addresses, separated by commas
  std::string metrics = "local";
  int pageCacheMs = 1000;
  int dayGraceMinutes = 30;
  int keepRecordingsDays = 0;
  std::string forbiddenNames;
};

struct Setting {
  std::string_view name;
  std::string_view help;
  int least = 0, most = 0;  // of a number
  int Config::*number = nullptr;
  std::string Config::*text = nullptr;
  std::vector<std::string_view> words = {};  // allowed texts; empty = any
};
[[nodiscard]] const std::vector<Setting>& settings();

// Sets one from text. Error: what is allowed.
[[nodiscard]] Result<bool> set(Config& config, std::string_view name, const std::string& value,
                               const std::string& from);
[[nodiscard]] std::string get(const Config& config, const Setting& setting);
// "listen" -> "KNEAD_LISTEN"
[[nodiscard]] std::string environmentName(std::string_view setting);

using Environment = std::function<std::optional<std::string>(const std::string&)>;
// Defaults, then the file (JSON; empty = none), then the environment, then the flags in their order. All mistakes of
// the first source that has any.
struct Flag {
  std::string name, value;
};
[[nodiscard]] Result<Config> readConfig(const std::string& file, const Environment& environment,
                                        const std::vector<Flag>& flags);
// As a file with every setting.
[[nodiscard]] std::string asFile(const Config& config);

}  // namespace knead::server
