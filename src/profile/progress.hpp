// What the player has reached: for each level the best run, how often it was played, when last. Kept in
// progress.json; a level is known by its id, its best by the level's content hash, so that a changed level starts anew.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "profile/kept_file.hpp"

namespace knead::profile {

struct LevelProgress {
  int bestScore = 0;  // 0..100,000
  int bestStars = 0;
  int plays = 0;
  std::uint64_t levelHash = 0;
  std::string bestReplay;  // file name in the replays folder; empty if it was not kept
  friend bool operator==(const LevelProgress&, const LevelProgress&) = default;
};

struct Run {
  std::string level;
  std::uint64_t levelHash = 0;
  int score = 0, stars = 0;
  bool assisted = false;
  std::string replay;
};

class Progress {
 public:
  inline static constexpr int kSchema = 1;

  [[nodiscard]] static Progress load(const KeptFile& file, std::string& notice);
  [[nodiscard]] Result<std::size_t> save(const KeptFile& file) const;

  // Null if the level was never played.
  [[nodiscard]] const LevelProgress* of(const std::string& level) const;
  // Takes a finished run; true if it is the best of its level. Stars stay earned when a level's content changes,
  // its best score does not.
  bool take(const Run& run);
  [[nodiscard]] int stars() const;
  [[nodiscard]] bool empty() const { return m_levels.empty(); }

 private:
  std::map<std::string, LevelProgress> m_levels;
};

}  // namespace knead::profile
