#include "profile/progress.hpp"

#include <algorithm>

namespace knead::profile {

const LevelProgress* Progress::of(const std::string& level) const {
  const auto found = m_levels.find(level);
  return found == m_levels.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Progress::take(const Run& run) {
  LevelProgress& one = m_levels[run.level];
  if (one.plays < kMostPlays) ++one.plays;
  if (one.levelHash != run.levelHash) {
    one.levelHash = run.levelHash;
    one.runs.clear();
  }
  one.bestStars = std::max(one.bestStars, run.stars);
  // The earlier of equals stays ahead.
  const auto at = std::upper_bound(one.runs.begin(), one.runs.end(), run,
                                   [](const Run& a, const Run& b) { return a.score > b.score; });
  const auto place = static_cast<std::size_t>(at - one.runs.begin());
  one.runs.insert(at, run);
  if (one.runs.size() > kRunsKept) one.runs.pop_back();
  return place < kRunsKept ? std::optional(place) : std::nullopt;
}

void Progress::tried(level::Pain pain, level::Technique technique, float seconds, float quality) {
  if (!(seconds > 0.0F)) return;
  Tried& one = m_tried[{pain, technique}];
  const float sum = std::min(one.seconds + seconds, kMostTriedS);
  one.quality = std::clamp((one.quality * one.seconds + quality * seconds) / (one.seconds + seconds), 0.0F, 1.0F);
  one.seconds = sum;
}

const Tried* Progress::triedOn(level::Pain pain, level::Technique technique) const {
  const auto found = m_tried.find({pain, technique});
  return found == m_tried.end() ? nullptr : &found->second;
}

int Progress::stars() const {
  int sum = 0;
  for (const auto& [level, one] : m_levels) sum += one.bestStars;
  return sum;
}

}  // namespace knead::profile
