// What a store keeps, as plain rows. Times are the server's clock in milliseconds since 1970 (UTC).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "board/bytes.hpp"
#include "board/judge.hpp"
#include "board/key.hpp"

namespace knead::server {

using Ms = std::int64_t;

struct PlayerRow {
  board::PublicKey key{};
  std::string name;  // as shown; empty until the player chose one
  Ms created = 0;    // 0: forgotten while banned, and not back yet
  bool banned = false;
  friend bool operator==(const PlayerRow&, const PlayerRow&) = default;
};

// One accepted run, with the server's own result.
struct RunRow : board::Worth {
  board::Hash256 id{};  // of the recording's file
  std::string board;    // board::idOf
  board::PublicKey player{};
  Ms received = 0;
  bool hidden = false;   // by whoever runs the server
  std::string flag;      // why somebody should look at it; empty = nothing
  bool recorded = true;  // its recording is here; old ones may have been let go
  friend bool operator==(const RunRow&, const RunRow&) = default;
};

// A run on its way in. `inputs` names what the hand did on that board, whatever the recording's head says.
struct NewRun {
  RunRow row;
  std::string levelId;
  board::Hash256 inputs{};
  board::Bytes packed;  // the recording as one zstd frame
  std::optional<board::Nonce> nonce;
};

// What became of it. Only `New` has changed anything.
enum class Taken : std::uint8_t {
  New,
  Known,      // this recording, or the same inputs by the same player, are there; `run` says which
  Copied,     // the same inputs on the same board by somebody else; `run` says which
  UsedToken,  // the nonce was used for another run
  Banned,
  Frozen
};
struct TakenRun {
  Taken taken = Taken::New;
  board::Hash256 run{};  // the one that was handed in, where nothing else is said above
};

// A line of a board: somebody's best run there. Ranks begin with 1; equal scores stand in the order in which they came,
// so no two share a rank.
struct Standing {
  std::int64_t rank = 0;
  PlayerRow player;
  RunRow run;
};
// Where a page of a board goes on: behind this line.
struct After {
  int score = 0;
  Ms received = 0;
  board::PublicKey player{};
};

struct BoardRow {
  std::string id;
  board::Key key;
  std::string levelId;
  bool frozen = false;
  std::int64_t players = 0;  // with a run that shows
  Ms lastRun = 0;            // when the last one came in; stays when it goes
};

struct AuditRow {
  Ms at = 0;
  std::string actor, action, target, reason;
  friend bool operator==(const AuditRow&, const AuditRow&) = default;
};

struct Counts {
  std::int64_t players = 0, runs = 0, boards = 0, flagged = 0, drifted = 0, toJudge = 0;
  std::int64_t bytes = 0;  // of recordings
};

}  // namespace knead::server
