// What the player has reached: for each level the best runs and how often it was played, and which techniques were
// tried on which pain. Kept in progress.json; a level is known by its id, its runs by the level's content hash, so that
// a changed level's board starts anew.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "level/level.hpp"
#include "profile/kept_file.hpp"

namespace knead::profile {

struct Run {
  int score = 0;    // 0..100,000
  int stars = 0;    // 0..3
  std::string day;  // "2026-11-22"; empty if unknown
  bool assisted = false;
  std::string replay;  // file name in the replays folder; empty if it was not kept
  friend bool operator==(const Run&, const Run&) = default;
};

struct LevelProgress {
  std::uint64_t levelHash = 0;
  int bestStars = 0;
  int plays = 0;
  std::vector<Run> runs;  // best first, at most kRunsKept
  [[nodiscard]] int bestScore() const { return runs.empty() ? 0 : runs.front().score; }
  friend bool operator==(const LevelProgress&, const LevelProgress&) = default;
};
inline constexpr std::size_t kRunsKept = 10;

// One technique on one kind of pain, over all sessions.
struct Tried {
  float seconds = 0;  // credited play seconds
  float quality = 0;  // mean 0..1
  friend bool operator==(const Tried&, const Tried&) = default;
};

class Progress {
 public:
  inline static constexpr int kSchema = 1;

  [[nodiscard]] static Progress load(const KeptFile& file, std::string& notice);
  [[nodiscard]] Result<std::size_t> save(const KeptFile& file) const;

  // Null if the level was never played.
  [[nodiscard]] const LevelProgress* of(const std::string& level) const;
  // Takes a finished run; its place on the level's board, 0 = best, or nothing if it is not among the kept. Stars stay
  // earned when a level's content changes, its runs do not.
  std::optional<std::size_t> take(const std::string& level, std::uint64_t levelHash, const Run& run);
  void tried(level::Pain pain, level::Technique technique, float seconds, float quality);
  // Null if it was never tried.
  [[nodiscard]] const Tried* triedOn(level::Pain pain, level::Technique technique) const;
  [[nodiscard]] int stars() const;
  [[nodiscard]] bool empty() const { return m_levels.empty(); }

 private:
  std::map<std::string, LevelProgress> m_levels;
  std::map<std::pair<int, int>, Tried> m_tried;  // pain, technique
};

}  // namespace knead::profile
