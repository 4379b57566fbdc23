#include "server/store/schema.hpp"

#include <array>

namespace knead::server::sql {
namespace {

// Numbers that are true or false are 0 and 1. Minus the score orders a board by one comparison of three columns, all
// upwards, which both databases can look up in an index.
constexpr std::array<std::string_view, 18> kFirst = {
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE player (id BYTEA PRIMARY KEY, name TEXT NOT NULL, skeleton TEXT UNIQUE, created BIGINT NOT NULL, "
    "banned BIGINT NOT NULL)",
    "CREATE TABLE board (id TEXT PRIMARY KEY, level_id TEXT NOT NULL, day BIGINT, frozen BIGINT NOT NULL, "
    "players BIGINT NOT NULL, runs BIGINT NOT NULL, bytes BIGINT NOT NULL, last_run BIGINT NOT NULL)",
    "CREATE INDEX board_last ON board (last_run)",
    "CREATE INDEX board_level ON board (level_id, last_run)",
    "CREATE INDEX board_day ON board (day, last_run)",
    "CREATE TABLE run (id BYTEA PRIMARY KEY, board TEXT NOT NULL REFERENCES board (id), "
    "player BYTEA NOT NULL REFERENCES player (id), inputs BYTEA NOT NULL, received BIGINT NOT NULL, "
    "score BIGINT NOT NULL, stars BIGINT NOT NULL, claimed_score BIGINT NOT NULL, pain_before BIGINT NOT NULL, "
    "pain_after BIGINT NOT NULL, ending BIGINT NOT NULL, ticks BIGINT NOT NULL, state_hash BIGINT NOT NULL, "
    "drift_second BIGINT NOT NULL, hidden BIGINT NOT NULL, flag TEXT NOT NULL, to_judge BIGINT NOT NULL, "
    "lease_until BIGINT NOT NULL, UNIQUE (board, inputs))",
    // The best run of a player on a board; a player's runs; then the few that somebody is waiting for.
    "CREATE INDEX run_best ON run (player, board, score DESC, received, id) WHERE hidden = 0",
    "CREATE INDEX run_player ON run (player, received)",
    "CREATE INDEX run_flagged ON run (received) WHERE flag <> ''",
    "CREATE INDEX run_drifted ON run (received) WHERE drift_second > 0",
    "CREATE INDEX run_to_judge ON run (lease_until, id) WHERE to_judge = 1",
    "CREATE TABLE recording (run BYTEA PRIMARY KEY REFERENCES run (id), bytes BYTEA NOT NULL)",
    // Follows from the rest, so nothing is tied to it: looking that up would cost an index more for each run taken.
    "CREATE TABLE best (board TEXT NOT NULL, player BYTEA NOT NULL, minus_score BIGINT NOT NULL, "
    "received BIGINT NOT NULL, run BYTEA NOT NULL, PRIMARY KEY (board, player))",
    "CREATE INDEX best_order ON best (board, minus_score, received, player)",
    "CREATE TABLE token (nonce BYTEA PRIMARY KEY, used BIGINT NOT NULL)",
    "CREATE INDEX token_used ON token (used)",
    "CREATE TABLE audit (id BYTEA PRIMARY KEY, at BIGINT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, "
    "target TEXT NOT NULL, reason TEXT NOT NULL)",
};
constexpr std::array<std::string_view, 8> kFirstDown = {
    "DROP TABLE audit", "DROP TABLE token", "DROP TABLE best",   "DROP TABLE recording",
    "DROP TABLE run",   "DROP TABLE board", "DROP TABLE player", "DROP TABLE meta",
};

constexpr std::array<std::string_view, 2> kTally = {
    "CREATE TABLE tally (board TEXT NOT NULL, bucket BIGINT NOT NULL, players BIGINT NOT NULL, "
    "PRIMARY KEY (board, bucket))",
    "INSERT INTO tally (board, bucket, players) SELECT board, (- minus_score) / 64, COUNT(*) FROM best "
    "GROUP BY board, (- minus_score) / 64",
};
constexpr std::array<std::string_view, 1> kTallyDown = {"DROP TABLE tally"};
static_assert(kScoresPerBucket == 64);

// A run may outlive its recording. Those that have theirs stand in an index, oldest first, which a run joins at the
// end.
constexpr std::array<std::string_view, 4> kRecorded = {
    "ALTER TABLE run ADD COLUMN recorded BIGINT NOT NULL DEFAULT 1",
    "UPDATE run SET recorded = 0 WHERE id IN (SELECT run FROM recording WHERE LENGTH(bytes) = 0)",
    "DELETE FROM recording WHERE LENGTH(bytes) = 0",
    "CREATE INDEX run_recorded ON run (received, id) WHERE recorded = 1",
};
// Schema 2 knows no run without a recording: an empty one takes its place.
constexpr std::array<std::string_view, 3> kRecordedDown = {
    "INSERT INTO recording (run, bytes) SELECT id, CAST('' AS BYTEA) FROM run WHERE recorded = 0",
    "DROP INDEX run_recorded",
    "ALTER TABLE run DROP COLUMN recorded",
};

constexpr std::array<Step, 3> kSteps = {{
    {"boards, players, runs and their recordings, tokens, the audit log", kFirst, kFirstDown},
    {"how many players of a board have about which score, so that a rank need not count them", kTally, kTallyDown},
    {"recordings that are let go while their runs stay", kRecorded, kRecordedDown},
}};

}  // namespace

std::span<const Step> steps() { return kSteps; }
int newestSchema() { return static_cast<int>(kSteps.size()); }

}  // namespace knead::server::sql
