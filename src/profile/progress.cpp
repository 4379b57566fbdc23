#include "profile/progress.hpp"

namespace knead::profile {
namespace {

using nlohmann::json;

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

bool read(const json& j, LevelProgress& progress) {
  std::int64_t score = 0;
  std::int64_t stars = 0;
  std::int64_t plays = 0;
  if (!j.is_object() || !take(j, "best_score", 100000, score) || !take(j, "best_stars", 3, stars) ||
      !take(j, "plays", 1000000, plays) || !j.contains("level_hash") || !j["level_hash"].is_string() ||
      !fromHex(j["level_hash"].get<std::string>(), progress.levelHash)) {
    return false;
  }
  progress.bestScore = static_cast<int>(score);
  progress.bestStars = static_cast<int>(stars);
  progress.plays = static_cast<int>(plays);
  if (j.contains("best_replay") && j["best_replay"].is_string())
    progress.bestReplay = j["best_replay"].get<std::string>();
  // A file name, never a way out of the folder.
  if (progress.bestReplay.find('/') != std::string::npos) progress.bestReplay.clear();
  return true;
}

}  // namespace

Progress Progress::load(const KeptFile& file, std::string& notice) {
  Progress progress;
  const Kept kept = file.load();
  notice = kept.notice;
  if (!kept.document.contains("levels")) return progress;
  for (const auto& [level, entry] : kept.document["levels"].items()) {
    LevelProgress one;
    if (read(entry, one)) {
      progress.m_levels[level] = one;
    } else {
      if (!notice.empty()) notice += "\n";
      notice += file.path() + ": /levels/" + level + ": cannot be understood; this level starts anew";
    }
  }
  return progress;
}

Result<std::size_t> Progress::save(const KeptFile& file) const {
  json levels = json::object();
  for (const auto& [level, one] : m_levels) {
    levels[level] = {{"best_score", one.bestScore},
                     {"best_stars", one.bestStars},
                     {"plays", one.plays},
                     {"level_hash", hex(one.levelHash)},
                     {"best_replay", one.bestReplay}};
  }
  return file.save({{"levels", levels}});
}

const LevelProgress* Progress::of(const std::string& level) const {
  const auto found = m_levels.find(level);
  return found == m_levels.end() ? nullptr : &found->second;
}

bool Progress::take(const Run& run) {
  LevelProgress& one = m_levels[run.level];
  if (one.plays < 1000000) ++one.plays;
  if (one.levelHash != run.levelHash) {
    one.levelHash = run.levelHash;
    one.bestScore = 0;
    one.bestReplay.clear();
  }
  one.bestStars = std::max(one.bestStars, run.stars);
  if (run.score <= one.bestScore) return false;
  one.bestScore = run.score;
  one.bestReplay = run.replay;
  return true;
}

int Progress::stars() const {
  int sum = 0;
  for (const auto& [level, one] : m_levels) sum += one.bestStars;
  return sum;
}

}  // namespace knead::profile
