#include "server/config.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "server/http/proxies.hpp"

namespace knead::server {

const std::vector<Setting>& settings() {
  static const std::vector<Setting> all = {
      {"name", "What the pages call this board", 0, 0, nullptr, &Config::name},
      {"listen", "Address to listen on; 127.0.0.1 behind a proxy, 0.0.0.0 or :: for everybody", 0, 0, nullptr,
       &Config::listen},
      {"port", "Port; 0 takes any that is free and says which", 0, 65535, &Config::port},
      {"store", "Where boards are kept: a file, or postgresql://user@host/name for several servers", 0, 0, nullptr,
       &Config::store},
      {"data_dir", "Folder with levels and assets; empty finds the installed one", 0, 0, nullptr, &Config::dataDir},
      {"packs", "Folder of level packs that have boards beside the campaign", 0, 0, nullptr, &Config::packs},
      {"judge_threads", "Threads that play runs again; 0 takes one a core", 0, 64, &Config::judgeThreads},
      {"judge_queue", "Submissions that may wait; more are asked to come again", 1, 10000, &Config::judgeQueue},
      {"store_connections", "Connections to PostgreSQL; a store in a file has its own", 1, 64,
       &Config::storeConnections},
      {"connections", "Connections of clients at once", 1, 20000, &Config::connections},
      {"connections_per_address", "Of them from one address", 1, 20000, &Config::connectionsPerAddress},
      {"deadline_seconds", "Time to send a whole request, and to take the answer", 1, 120, &Config::deadlineSeconds},
      {"runs_per_minute_per_player", "Submissions of one key; 0 = no limit", 0, 100000,
       &Config::runsPerMinutePerPlayer},
      {"runs_per_minute_per_address", "Submissions from one address; 0 = no limit", 0, 100000,
       &Config::runsPerMinutePerAddress},
      {"reads_per_minute_per_address", "Other requests from one address; 0 = no limit", 0, 10000000,
       &Config::readsPerMinutePerAddress},
      {"new_players_per_day_per_address", "Keys that may first appear from one address; 0 = no limit", 0, 100000,
       &Config::newPlayersPerDayPerAddress},
      {"trusted_proxies", "Addresses whose X-Forwarded-For is believed, separated by commas", 0, 0, nullptr,
       &Config::trustedProxies},
      {"metrics", "Who may read /metrics", 0, 0, nullptr, &Config::metrics, {"local", "all", "off"}},
      {"page_cache_ms", "How old a page may be", 0, 60000, &Config::pageCacheMs},
      {"day_grace_minutes", "How long runs of a day are taken after it", 0, 600, &Config::dayGraceMinutes},
      {"keep_recordings_days", "Older recordings that are nobody's best are let go; 0 = all are kept", 0, 36500,
       &Config::keepRecordingsDays},
      {"forbidden_names", "File of words that names must not hold, a line each", 0, 0, nullptr,
       &Config::forbiddenNames},
  };
  return all;
}

std::string environmentName(std::string_view setting) {
  std::string out = "KNEAD_";
  for (const char c : setting) out += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return out;
}

Result<bool> set(Config& config, std::string_view name, const std::string& value, const std::string& from) {
  const auto& all = settings();
  const auto found = std::find_if(all.begin(), all.end(), [name](const Setting& s) { return s.name == name; });
  if (found == all.end())
    return Error{from, std::string(name), "is no setting; `knead-server print-config` lists those there are"};
  if (found->number != nullptr) {
    int number = 0;
    const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (problem != std::errc{} || end != value.data() + value.size() || number < found->least || number > found->most)
      return Error{from, std::string(name),
                   "found \"" + value + "\", allowed: a whole number from " + std::to_string(found->least) + " to " +
                       std::to_string(found->most)};
    config.*found->number = number;
    return true;
  }
  if (!found->words.empty() && std::find(found->words.begin(), found->words.end(), value) == found->words.end()) {
    std::string allowed;
    for (const std::string_view word : found->words) allowed += (allowed.empty() ? "" : ", ") + std::string(word);
    return Error{from, std::string(name), "found \"" + value + "\", allowed: " + allowed};
  }
  if (found->text == &Config::trustedProxies) {
    // One that is never met would be trusted in vain, and every player would seem to come from it.
    if (const std::string wrong = http::Proxies::mistakeIn(value); !wrong.empty())
      return Error{from, std::string(name),
                   "found \"" + wrong + "\", allowed: addresses such as 127.0.0.1 or ::1, separated by commas"};
  }
  config.*found->text = value;
  return true;
}

std::string get(const Config& config, const Setting& setting) {
  return setting.number != nullptr ? std::to_string(config.*setting.number) : config.*setting.text;
}

namespace {

Result<bool> readFile(Config& config, const std::string& file) {
  constexpr std::size_t kLargest = 64U * 1024U;
  const Result<std::string> text = readWholeFile(file, kLargest);
  if (!text) return text.error();
  const auto document = nlohmann::json::parse(text.value(), nullptr, false, true);
  if (!document.is_object())
    return Error{file, "", "is not a JSON object of settings; `knead-server print-config` shows what one looks like"};
  for (const auto& [name, value] : document.items()) {
    if (!value.is_string() && !value.is_number_integer())
      return Error{file, name, "is neither a text nor a whole number"};
    const Result<bool> done = set(config, name, value.is_string() ? value.get<std::string>() : value.dump(), file);
    if (!done) return done.error();
  }
  return true;
}

}  // namespace

Result<Config> readConfig(const std::string& file, const Environment& environment, const std::vector<Flag>& flags) {
  Config config;
  if (!file.empty()) {
    const Result<bool> read = readFile(config, file);
    if (!read) return read.error();
  }
  for (const Setting& setting : settings()) {
    const std::string name = environmentName(setting.name);
    const auto value = environment(name);
    if (!value) continue;
    const Result<bool> done = set(config, setting.name, *value, "environment " + name);
    if (!done) return done.error();
  }
  for (const Flag& flag : flags) {
    const Result<bool> done = set(config, flag.name, flag.value, "command line");
    if (!done) return done.error();
  }
  return config;
}

std::string asFile(const Config& config) {
  nlohmann::ordered_json out;
  for (const Setting& setting : settings()) {
    if (setting.number != nullptr)
      out[std::string(setting.name)] = config.*setting.number;
    else
      out[std::string(setting.name)] = config.*setting.text;
  }
  return out.dump(2) + "\n";
}

}  // namespace knead::server
