// What the player has reached, as screens look at it: for each level the best runs and how often it was played, and
// which techniques were tried on which pain. A view of the store in memory; a level is known by its id, its runs by the
// level's content hash, so that a changed level's board starts anew.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "level/level.hpp"
#include "replay/format.hpp"

namespace knead::profile {

// A session that was finished.
struct Run {
  std::int64_t id = 0;  // in the store; 0: not written yet
  std::string level;
  std::uint64_t levelHash = 0;
  std::uint32_t rules = sim::kRulesVersion;
  std::optional<replay::InputMode> mode;  // unknown of very old ones
  bool assisted = false;
  bool again = false;                         // of somebody who came again: on no board
  std::string day;                            // "2026-11-22", UTC; empty if unknown
  std::int64_t at = 0;                        // seconds since 1970; 0 if unknown
  std::uint32_t ticks = 0;                    // of play, 1/120 s
  int score = 0;                              // 0..100,000
  int stars = 0;                              // 0..3
  sim::Ending ending = sim::Ending::Running;  // running: unknown
  int released = 0;                           // knots that let go and stayed so
  std::uint32_t medals = 0;                   // bits
  std::uint64_t stateHash = 0;                // at the end; names the run
  bool recorded = false;                      // its recording is there
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
inline constexpr int kMostPlays = 1000000;

// One technique on one kind of pain, over all sessions.
struct Tried {
  float seconds = 0;  // credited play seconds
  float quality = 0;  // mean 0..1
  friend bool operator==(const Tried&, const Tried&) = default;
};
inline constexpr float kMostTriedS = 1.0e6F;

class Progress {
 public:
  // Null if the level was never played.
  [[nodiscard]] const LevelProgress* of(const std::string& level) const;
  // Takes a finished run; its place on the level's board, 0 = best, or nothing if it is not among the kept. Stars stay
  // earned when a level's content changes, its runs do not.
  std::optional<std::size_t> take(const Run& run);
  void tried(level::Pain pain, level::Technique technique, float seconds, float quality);
  // Null if it was never tried.
  [[nodiscard]] const Tried* triedOn(level::Pain pain, level::Technique technique) const;
  [[nodiscard]] int stars() const;
  [[nodiscard]] bool empty() const { return m_levels.empty(); }

  // What was read, as it was.
  void put(const std::string& level, LevelProgress progress) { m_levels[level] = std::move(progress); }
  void put(level::Pain pain, level::Technique technique, Tried tried) { m_tried[{pain, technique}] = tried; }
  using Levels = std::map<std::string, LevelProgress>;
  [[nodiscard]] const Levels& levels() const { return m_levels; }
  using AllTried = std::map<std::pair<level::Pain, level::Technique>, Tried>;
  [[nodiscard]] const AllTried& allTried() const { return m_tried; }
  friend bool operator==(const Progress&, const Progress&) = default;

 private:
  Levels m_levels;
  AllTried m_tried;
};

}  // namespace knead::profile
