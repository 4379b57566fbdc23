// The person who plays, as the program knows them: settings, progress, replays, and the files they are kept in. Writes
// as soon as something changes; what cannot be written is said once and the game goes on.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/options.hpp"
#include "learning/record.hpp"
#include "level/catalogue.hpp"
#include "level/technique_book.hpp"
#include "profile/dirs.hpp"
#include "profile/progress.hpp"
#include "profile/settings.hpp"
#include "replay/format.hpp"
#include "sim/session.hpp"
#include "story/diary.hpp"

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
  // A finished session: its place on the level's board and its replay in the replays folder. `hoursAfter` the last
  // visit in story time, of somebody who came again: that goes into the diary alone.
  struct Taken {
    std::optional<std::size_t> place;  // 0 = best so far
    int bestBefore = 0;
    std::string replay;  // path; empty if it was not kept
  };
  Taken take(const level::Level& level, const sim::ScoreCard& card, const replay::Replay& replay, float hoursAfter = 0);
  // Whom the player has seen, and what that left in them after so many hours of the story.
  [[nodiscard]] const story::Diary& diary() const { return m_diary; }
  [[nodiscard]] story::Left leftIn(const std::string& person, float hours) const;
  // Of the campaign's levels alone.
  [[nodiscard]] int campaignStars(const level::Catalogue& levels) const;
  // What the player answered and knows; the days come from the clock, UTC.
  [[nodiscard]] const learning::Record& learning() const { return m_learning; }
  [[nodiscard]] int day() const;  // since 1970-01-01
  // The player said what they expect of a person. `card`: of that person's pain.
  void expected(const level::Level& person, const sim::IntakeAnswer& said, const level::PainCard& card);
  // The player answered a story of the review. `right`: what counts there.
  void reviewed(const std::string& story, level::Pain pain, const level::Intake& right, learning::Choice said,
                int options, const level::PainCard& card);
  // A first quiz begins: a coin decides which form comes first, once for each player.
  void beginsQuiz();
  void took(learning::QuizResult result);
  // The quiz to offer now, or none. `levels`: the campaign's.
  [[nodiscard]] std::optional<learning::QuizKind> dueQuiz(const level::Catalogue& levels) const;
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
  void saveLearning();
  void saveDiary();
  std::optional<profile::Dirs> m_dirs;  // nothing is kept without
  profile::Settings m_settings;
  profile::Progress m_progress;
  learning::Record m_learning;
  story::Diary m_diary;
  Today m_today;
  std::string m_notice;
  bool m_toldOfWriting = false;
};

}  // namespace knead::app
