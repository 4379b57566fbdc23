// The person who plays, as the program knows them: settings, progress, replays, and the files they are kept in. Writes
// as soon as something changes; what cannot be written is said once and the game goes on.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/options.hpp"
#include "profile/dirs.hpp"
#include "profile/progress.hpp"
#include "profile/settings.hpp"
#include "replay/format.hpp"
#include "sim/session.hpp"

namespace knead::app {

class Player {
 public:
  // Finds and reads the files. --safe-mode reads and writes none; a driven window (--bot, --trace, --replay) neither,
  // so that a demonstration does not become somebody's progress.
  // `today` gives the day of a run, "2026-11-22"; usually the clock's, in UTC.
  using Today = std::function<std::string()>;
  Player(const Options& options, bool driven, Today today = {});

  [[nodiscard]] const profile::Settings& settings() const { return m_settings; }
  [[nodiscard]] const profile::Progress& progress() const { return m_progress; }
  void set(profile::Option option, int value);
  void setBindings(const profile::Bindings& bindings);
  void setWelcomed();
  // A finished session: its place on the level's board and its replay in the replays folder.
  struct Taken {
    std::optional<std::size_t> place;  // 0 = best so far
    int bestBefore = 0;
    std::string replay;  // path; empty if it was not kept
  };
  Taken take(const level::Level& level, const sim::ScoreCard& card, const replay::Replay& replay);
  // Full path of a kept replay.
  [[nodiscard]] std::string replayPath(const std::string& name) const;
  // Where progress and replays are kept; empty if nothing is.
  [[nodiscard]] std::string folder() const { return m_dirs ? m_dirs->data : std::string(); }
  // Where settings are kept; empty if they are not.
  [[nodiscard]] std::string configFolder() const { return m_dirs ? m_dirs->config : std::string(); }
  // Where logs are written; empty if none are.
  [[nodiscard]] std::string stateFolder() const { return m_dirs ? m_dirs->state : std::string(); }
  [[nodiscard]] sim::Assists assists() const;

  // That an earlier run crashed, and what says where.
  void tellCrash(const std::string& file);

  // Something that the player should know; logged too.
  void tell(const std::string& what);
  // What the player should be told now (a broken file, a full disk); empty after it was taken.
  [[nodiscard]] std::string takeNotice();

 private:
  void saveSettings();
  void saveProgress();
  std::optional<profile::Dirs> m_dirs;  // nothing is kept without
  profile::Settings m_settings;
  profile::Progress m_progress;
  Today m_today;
  std::string m_notice;
  bool m_toldOfWriting = false;
};

}  // namespace knead::app
