#include "profile/progress.hpp"

#include <algorithm>

namespace knead::profile {
namespace {

using nlohmann::json;

constexpr float kMostSeconds = 1.0e6F;

bool better(const Run& a, const Run& b) { return a.score > b.score; }

// A whole number within bounds, or false.
bool take(const json& j, const char* key, std::int64_t most, std::int64_t& value) {
  if (!j.contains(key) || !j[key].is_number_integer()) return false;
  if (j[key].is_number_unsigned() && j[key].get<std::uint64_t>() > static_cast<std::uint64_t>(most)) return false;
  value = j[key].get<std::int64_t>();
  return value >= 0 && value <= most;
}

std::string hex(std::uint64_t value) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 0; i < 16; ++i) text[15 - i] = kDigits[(value >> (4 * i)) & 15U];
  return text;
}

bool fromHex(const std::string& text, std::uint64_t& value) {
  if (text.size() != 16) return false;
  value = 0;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return false;
    value = value << 4U | static_cast<std::uint64_t>(digit);
  }
  return true;
}

std::string textIn(const json& j, const char* key, std::size_t most) {
  if (!j.contains(key) || !j[key].is_string()) return {};
  auto text = j[key].get<std::string>();
  return text.size() <= most ? text : std::string();
}

bool read(const json& j, Run& run) {
  std::int64_t score = 0;
  std::int64_t stars = 0;
  if (!j.is_object() || !take(j, "score", 100000, score) || !take(j, "stars", 3, stars)) return false;
  run.score = static_cast<int>(score);
  run.stars = static_cast<int>(stars);
  run.day = textIn(j, "day", 10);
  run.assisted = j.contains("assisted") && j["assisted"].is_boolean() && j["assisted"].get<bool>();
  run.replay = textIn(j, "replay", 200);
  // A file name, never a way out of the folder.
  if (run.replay.find('/') != std::string::npos) run.replay.clear();
  return true;
}

bool read(const json& j, LevelProgress& progress) {
  std::int64_t stars = 0;
  std::int64_t plays = 0;
  if (!j.is_object() || !take(j, "best_stars", 3, stars) || !take(j, "plays", 1000000, plays) ||
      !fromHex(textIn(j, "level_hash", 16), progress.levelHash) || !j.contains("runs") || !j["runs"].is_array()) {
    return false;
  }
  progress.bestStars = static_cast<int>(stars);
  progress.plays = static_cast<int>(plays);
  for (const json& entry : j["runs"]) {
    Run run;
    if (!read(entry, run)) return false;
    progress.runs.push_back(std::move(run));
  }
  std::stable_sort(progress.runs.begin(), progress.runs.end(), better);
  if (progress.runs.size() > kRunsKept) progress.runs.resize(kRunsKept);
  return true;
}

std::optional<level::Pain> painOf(std::string_view id) {
  const auto at = std::find(level::kPainIds.begin(), level::kPainIds.end(), id);
  if (at == level::kPainIds.end()) return std::nullopt;
  return static_cast<level::Pain>(at - level::kPainIds.begin());
}

std::optional<float> shareIn(const json& j, const char* key, float most) {
  if (!j.contains(key) || !j[key].is_number()) return std::nullopt;
  const auto value = j[key].get<float>();
  if (!(value >= 0.0F && value <= most)) return std::nullopt;
  return value;
}

}  // namespace

Progress Progress::load(const KeptFile& file, std::string& notice) {
  Progress progress;
  const Kept kept = file.load();
  notice = kept.notice;
  const auto tell = [&](const std::string& place, const char* what) {
    if (!notice.empty()) notice += "\n";
    notice += file.path() + ": " + place + ": " + what;
  };
  const json& document = kept.document;
  if (document.contains("levels") && document["levels"].is_object()) {
    for (const auto& [level, entry] : document["levels"].items()) {
      LevelProgress one;
      if (read(entry, one)) {
        progress.m_levels[level] = std::move(one);
      } else {
        tell("/levels/" + level, "cannot be understood; this level starts anew");
      }
    }
  }
  if (document.contains("tried") && document["tried"].is_object()) {
    for (const auto& [name, entry] : document["tried"].items()) {
      const std::size_t slash = name.find('/');
      const auto pain = painOf(name.substr(0, slash));
      const auto technique = slash == std::string::npos ? std::nullopt : level::techniqueOf(name.substr(slash + 1));
      const auto seconds = shareIn(entry, "seconds", kMostSeconds);
      const auto quality = shareIn(entry, "quality", 1.0F);
      if (pain && technique && seconds && quality) {
        progress.m_tried[{static_cast<int>(*pain), static_cast<int>(*technique)}] = {*seconds, *quality};
      } else {
        tell("/tried/" + name, "cannot be understood; it is left out");
      }
    }
  }
  return progress;
}

Result<std::size_t> Progress::save(const KeptFile& file) const {
  json levels = json::object();
  for (const auto& [level, one] : m_levels) {
    json runs = json::array();
    for (const Run& run : one.runs) {
      runs.push_back({{"score", run.score},
                      {"stars", run.stars},
                      {"day", run.day},
                      {"assisted", run.assisted},
                      {"replay", run.replay}});
    }
    levels[level] = {
        {"best_stars", one.bestStars}, {"plays", one.plays}, {"level_hash", hex(one.levelHash)}, {"runs", runs}};
  }
  json tried = json::object();
  for (const auto& [pair, one] : m_tried) {
    const std::string name = std::string(level::idOf(static_cast<level::Pain>(pair.first))) + "/" +
                             std::string(level::idOf(static_cast<level::Technique>(pair.second)));
    tried[name] = {{"seconds", one.seconds}, {"quality", one.quality}};
  }
  return file.save({{"levels", levels}, {"tried", tried}});
}

const LevelProgress* Progress::of(const std::string& level) const {
  const auto found = m_levels.find(level);
  return found == m_levels.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Progress::take(const std::string& level, std::uint64_t levelHash, const Run& run) {
  LevelProgress& one = m_levels[level];
  if (one.plays < 1000000) ++one.plays;
  if (one.levelHash != levelHash) {
    one.levelHash = levelHash;
    one.runs.clear();
  }
  one.bestStars = std::max(one.bestStars, run.stars);
  const auto at = std::upper_bound(one.runs.begin(), one.runs.end(), run, better);
  const auto place = static_cast<std::size_t>(at - one.runs.begin());
  one.runs.insert(at, run);
  if (one.runs.size() > kRunsKept) one.runs.pop_back();
  return place < kRunsKept ? std::optional(place) : std::nullopt;
}

void Progress::tried(level::Pain pain, level::Technique technique, float seconds, float quality) {
  if (!(seconds > 0.0F)) return;
  Tried& one = m_tried[{static_cast<int>(pain), static_cast<int>(technique)}];
  const float sum = std::min(one.seconds + seconds, kMostSeconds);
  one.quality = std::clamp((one.quality * one.seconds + quality * seconds) / (one.seconds + seconds), 0.0F, 1.0F);
  one.seconds = sum;
}

const Tried* Progress::triedOn(level::Pain pain, level::Technique technique) const {
  const auto found = m_tried.find({static_cast<int>(pain), static_cast<int>(technique)});
  return found == m_tried.end() ? nullptr : &found->second;
}

int Progress::stars() const {
  int sum = 0;
  for (const auto& [level, one] : m_levels) sum += one.bestStars;
  return sum;
}

}  // namespace knead::profile
