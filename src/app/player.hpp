// The person who plays, as the program knows them: settings, and the store of progress, learning, diary and recordings.
// Writes as soon as something changes; what cannot be written is said once, the game goes on, and it is written with
// the next that can.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "board/identity.hpp"
#include "board/token.hpp"
#include "learning/record.hpp"
#include "level/catalogue.hpp"
#include "level/technique_book.hpp"
#include "profile/dirs.hpp"
#include "profile/in_use.hpp"
#include "profile/progress.hpp"
#include "profile/roster.hpp"
#include "profile/settings.hpp"
#include "profile/store.hpp"
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
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;
  ~Player();

  // The people who play on this machine; one of them is `chosen` and is who this is.
  [[nodiscard]] const profile::Roster& roster() const { return m_roster; }
  // As screens say it; whoever has not said a name has a usual one.
  [[nodiscard]] std::string nameOf(std::size_t member) const;
  [[nodiscard]] std::string name() const { return nameOf(m_roster.chosen()); }
  // Each gives the member's place as it is then: other windows may have changed the list (profile::Roster).
  // Another one plays from now on. Error: something of this one could not be written yet.
  [[nodiscard]] Result<std::size_t> choose(std::size_t member);
  // A new one, with the settings of whoever plays now, so that nobody stands before keys they cannot press.
  [[nodiscard]] Result<std::size_t> addMember(const std::string& name);
  [[nodiscard]] Result<std::size_t> rename(std::size_t member, const std::string& name);
  [[nodiscard]] Result<std::size_t> removeMember(std::size_t member);
  // The key pair of whoever plays, made when it is first asked for. Error: it is kept and cannot be read.
  [[nodiscard]] Result<board::Identity> identity() const;
  // Writes the key as text, or the whole profile, into a folder; gives the file. Both are secrets: mode 0600.
  [[nodiscard]] Result<std::string> exportKey(const std::string& folder) const;
  [[nodiscard]] Result<std::string> exportProfile(const std::string& folder) const;
  // Brings a whole profile in, as a further one; never over one that is there. Gives its place.
  [[nodiscard]] Result<std::size_t> importProfile(const std::string& file);
  // Over all that was played.
  [[nodiscard]] profile::Store::Statistics statistics() const;

  // The server of boards that runs go to; empty: none.
  [[nodiscard]] const std::string& server() const { return m_settings.server(); }
  void setServer(const std::string& address);
  // Whose lines the player wants to see together, by their keys.
  struct Friend {
    board::PublicKey key{};
    std::string name;  // as it was when they were added
    friend bool operator==(const Friend&, const Friend&) = default;
  };
  static constexpr std::size_t kMostFriends = 99;  // and the player: a server takes a hundred keys at once
  [[nodiscard]] const std::vector<Friend>& friends() const { return m_friends; }
  // On the list, or off it where they are on it. False: the list is full.
  bool turnFriend(const Friend& one);
  // What went to the server, or waits to go, the newest first.
  [[nodiscard]] std::vector<profile::Letter> letters(int most) const;
  [[nodiscard]] std::optional<profile::Letter> dueLetter() const;
  // False: it cannot be written, and the letter is due as before.
  bool answered(const profile::Letter& letter, const std::string& verdict, std::int64_t place, std::int64_t players);
  bool sendLater(const profile::Letter& letter, int seconds);

  [[nodiscard]] const profile::Settings& settings() const { return m_settings; }
  [[nodiscard]] const profile::Progress& progress() const { return m_progress; }
  void set(profile::Option option, int value);
  void setBindings(const profile::Bindings& bindings);
  void setWelcomed();
  // A finished session: run, recording, tried techniques and diary, all or nothing. `hoursAfter` the last visit in
  // story time, of somebody who came again: such a run is on no board and its recording is not kept.
  struct Taken {
    std::optional<std::size_t> place;  // 0 = best so far
    int bestBefore = 0;
  };
  // `start`: leave of a server to begin today's back, with which it was begun.
  Taken take(const level::Level& level, const sim::ScoreCard& card, const replay::Replay& replay, float hoursAfter = 0,
             const std::optional<board::StartToken>& start = {});
  // Whom the player has seen, and what that left in them after so many hours of the story.
  [[nodiscard]] const story::Diary& diary() const { return m_diary; }
  [[nodiscard]] story::Left leftIn(const std::string& person, float hours) const;
  // Of the campaign's levels alone.
  [[nodiscard]] int campaignStars(const level::Catalogue& levels) const;
  // What the player answered and knows; the days come from the clock, UTC.
  [[nodiscard]] const learning::Record& learning() const { return m_learning; }
  [[nodiscard]] int day() const;  // since 1970-01-01
  [[nodiscard]] std::string date() const { return m_today(); }
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
  // The newest of this level as it is now, with a recording by these rules.
  [[nodiscard]] std::optional<profile::Run> lastRun(const level::Level& level) const;
  // The recording that was chosen to race; empty if none was.
  [[nodiscard]] const std::string& ghostFile() const { return m_ghostFile; }
  void setGhostFile(const std::string& path);
  // Of a run of the store. Error: it was never kept, or no longer is.
  [[nodiscard]] Result<replay::Replay> recording(const profile::Run& run) const;
  // Where progress and replays are kept; empty if nothing is.
  [[nodiscard]] std::string folder() const { return m_dirs ? m_dirs->data : std::string(); }
  // Where the gamepads of this machine are kept, whoever plays; empty if nothing is.
  [[nodiscard]] std::string padsFolder() const { return m_dirs ? m_roster.machine().config : std::string(); }
  // Where logs are written; empty if none are.
  [[nodiscard]] std::string stateFolder() const { return m_dirs ? m_dirs->state : std::string(); }
  [[nodiscard]] sim::Assists assists() const;
  // Whether a run by today's settings would be marked as assisted (replay::Header::assisted).
  [[nodiscard]] bool wouldBeAssisted() const;

  // That an earlier run crashed, and what says where.
  void tellCrash(const std::string& file);

  // Something that the player should know; logged too.
  void tell(const std::string& what);
  // What the player should be told now (a broken file, a full disk); empty after it was taken.
  [[nodiscard]] std::string takeNotice();

 private:
  // What one step of play leaves behind: in the store as a whole, or not at all.
  struct Deed {
    struct Touched {
      level::Pain pain;
      level::Technique technique;
      float seconds, quality;
    };
    std::optional<profile::Run> run = {};
    std::vector<std::uint8_t> recording = {};
    std::vector<Touched> tried = {};
    std::function<void(learning::Record&)> learning = {};
    std::function<void(story::Diary&)> diary = {};
    std::optional<std::string> ghostFile = {};
    std::optional<profile::Letter> letter = {};  // with the run's recording
  };
  // Reads all that is kept in these folders, as far as there is something.
  void open(const profile::Dirs& dirs);
  [[nodiscard]] std::string keyFile() const { return m_dirs->data + "/key"; }
  [[nodiscard]] std::string freeExport(const std::string& folder, const char* extension) const;
  // Gives the run's id, or 0 if it could not be written now.
  std::int64_t perform(Deed deed);
  bool writeDeeds(std::int64_t& lastRun);
  // The run as something for the server; nothing where there is no server, or nothing to gain there.
  [[nodiscard]] std::optional<profile::Letter> letterFor(const profile::Run& run, const replay::Header& header,
                                                         std::vector<std::uint8_t> recording,
                                                         const std::optional<board::StartToken>& start) const;
  bool writeLetter(const std::function<void(profile::Store::Writer&)>& what);
  void readFriends();
  void readDocuments(const std::function<std::optional<std::string>(const char*)>& read);
  void tellOfWriting(const std::string& what);
  void saveSettings();
  profile::Roster m_roster;
  std::optional<profile::Dirs> m_dirs;            // of whoever plays; nothing is kept without
  profile::Settings m_settings, m_savedSettings;  // as they are here; as they were here when they were last saved
  std::optional<profile::InUse> m_inUse;
  profile::Store m_store;
  std::vector<Deed> m_unwritten;                             // in their order; empty unless the disk is full
  std::vector<std::pair<std::string, std::string>> m_aside;  // documents that could not be understood, with a new name
  profile::Progress m_progress;
  learning::Record m_learning;
  story::Diary m_diary;
  std::string m_ghostFile;
  std::vector<Friend> m_friends;
  Today m_today;
  std::string m_notice;
  bool m_toldOfWriting = false;
};

}  // namespace knead::app
