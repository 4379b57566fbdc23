// All that one player has reached and that must not be lost: progress, runs, recordings, and the documents of learning
// and diary. What a step of play changes is written in one transaction, so that a power cut leaves the state before it
// or after it. Two programs may use one store at once. Settings are not here: people edit those.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "profile/outbox.hpp"
#include "profile/progress.hpp"

namespace SQLite {
class Database;
}

namespace knead::profile {

// Names of documents.
inline constexpr const char* kLearningDocument = "learning";
inline constexpr const char* kDiaryDocument = "diary";
inline constexpr const char* kFriendsDocument = "friends";
inline constexpr const char* kGhostDocument = "ghost-file";  // the path of a recording, as it is

// Recordings that stay: of the best run of each level content, rules and way of playing; of the kRunsKept on a level's
// board; of the last runs.
inline constexpr int kLastRunsKept = 50;
inline constexpr std::size_t kMostDocumentBytes = 8U << 20U;

class Store {
 public:
  // `path`: the file; empty: in memory. `notice`: what the player should be told.
  [[nodiscard]] static Store open(const std::string& path, std::string& notice, int mostPages = 0);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // False: it lives in memory, because there is no file or it cannot be written.
  [[nodiscard]] bool kept() const;
  [[nodiscard]] const std::string& path() const;

  [[nodiscard]] Result<Progress> progress() const;
  // Nothing if it was never written.
  [[nodiscard]] Result<std::optional<std::string>> document(const std::string& name) const;
  // The newest first, at most `most`; of all that were finished.
  [[nodiscard]] Result<std::vector<Run>> lastRuns(int most) const;
  // The newest of this content of a level whose recording is there.
  [[nodiscard]] Result<std::optional<Run>> lastRun(const std::string& level, std::uint64_t levelHash) const;
  // A replay file. Error: it is not kept any more.
  [[nodiscard]] Result<std::vector<std::uint8_t>> recording(std::int64_t run) const;

  // What went to this server or waits to go, the newest first, at most `most`; without recordings and tokens.
  [[nodiscard]] Result<std::vector<Letter>> letters(const std::string& server, int most) const;
  // The one to send now, whole: the oldest that waits and whose time has come. `now`: seconds since 1970.
  [[nodiscard]] Result<std::optional<Letter>> dueLetter(const std::string& server, std::int64_t now) const;
  // Whether a run of this level's content by these rules, played in this way, that made at least as many points went to
  // this server or waits to; or whether the server has said that it does not know the level.
  [[nodiscard]] bool posted(const Letter& letter) const;

  // Over all that was finished.
  struct Statistics {
    int runs = 0, days = 0;  // days: on how many something was played
    double seconds = 0;      // of play
    int released = 0;        // knots
    std::array<int, 32> medals{};
  };
  [[nodiscard]] Result<Statistics> statistics() const;
  // The whole store as a file's bytes, as it is now.
  [[nodiscard]] Result<std::string> bytes() const;

  // What may be done in one transaction. After a step that failed the others do nothing, and all is as it was before.
  class Writer {
   public:
    // Whether another program has written since this one last asked: what it holds in memory is old.
    [[nodiscard]] bool changedElsewhere() {
      m_asked = true;
      return m_elsewhere;
    }
    [[nodiscard]] std::optional<std::string> document(const std::string& name);
    // Gives the run's id. `recording`: a replay file; may be empty.
    std::int64_t add(const Run& run, std::span<const std::uint8_t> recording);
    void tried(level::Pain pain, level::Technique technique, float seconds, float quality);
    void document(const std::string& name, const std::string& text);
    void post(const Letter& letter);
    // The server has said what stays said.
    void answered(std::int64_t letter, const std::string& verdict, std::int64_t place, std::int64_t players);
    // To be sent again, not before `next`.
    void later(std::int64_t letter, std::int64_t next);
    // What was read elsewhere, as it was; counts nothing anew.
    void put(const std::string& level, const LevelProgress& progress);

   private:
    friend class Store;
    Writer(SQLite::Database& database, bool elsewhere) : m_database(&database), m_elsewhere(elsewhere) {}
    void attempt(const std::function<void()>& step);
    SQLite::Database* m_database;
    bool m_elsewhere, m_added = false;
    bool m_asked = false;  // whoever wrote knows of it
    std::optional<std::string> m_problem;
  };
  // All of `what` or nothing. Error: the disk is full, or gone; what was there is still there.
  [[nodiscard]] Result<bool> write(const std::function<void(Writer&)>& what);

  // A copy beside the file, if something was written since it was opened and the last copy is older than a day. `now`:
  // seconds since 1970.
  void copyNow(std::int64_t now);

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  [[nodiscard]] Error failure(const std::string& what, const char* problem) const;
  std::unique_ptr<State> m_state;
};

}  // namespace knead::profile
