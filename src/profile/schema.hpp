// The tables of a profile, as the steps that made them. A step that was in a release is never changed: what comes later
// is a further step. The number of steps that a file has gone through stands in it (PRAGMA user_version).
#pragma once

#include <array>

namespace knead::profile {

// "KNEA": tells a profile from other SQLite files.
inline constexpr int kApplicationId = 0x4B4E4541;

// Hashes are unsigned and stand as the signed number of the same 64 bits; truths are 0 and 1.
inline constexpr std::array<const char*, 3> kMigrations = {
    R"(
    -- How far the player has come on each level. Stars stay when a level's content changes; `hash` is of the last run.
    CREATE TABLE levels (
      id TEXT PRIMARY KEY, hash INTEGER NOT NULL, best_stars INTEGER NOT NULL, plays INTEGER NOT NULL
    ) WITHOUT ROWID;

    -- Each technique on each pain, over all sessions: play seconds, and their mean quality.
    CREATE TABLE tried (
      pain TEXT NOT NULL, technique TEXT NOT NULL, seconds REAL NOT NULL, quality REAL NOT NULL,
      PRIMARY KEY (pain, technique)
    ) WITHOUT ROWID;

    -- Every session that was finished. `day` is the calendar's (UTC), `at` seconds since 1970; a level of a day has the
    -- day in its id. `again`: somebody came again, with what earlier visits had left; such a run is on no board.
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      level TEXT NOT NULL, level_hash INTEGER NOT NULL, rules INTEGER NOT NULL,
      mode TEXT NOT NULL, assisted INTEGER NOT NULL, again INTEGER NOT NULL,
      day TEXT NOT NULL, at INTEGER NOT NULL, ticks INTEGER NOT NULL,
      score INTEGER NOT NULL, stars INTEGER NOT NULL, ending TEXT NOT NULL,
      released INTEGER NOT NULL, medals INTEGER NOT NULL, state_hash INTEGER NOT NULL,
      kept INTEGER NOT NULL DEFAULT 0  -- not used; a step is never changed
    );
    CREATE INDEX runs_of_level ON runs (level, level_hash, score DESC, id);

    -- Replay files (docs/replay-format.md) of the runs that still have theirs.
    CREATE TABLE recordings (
      run INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE, bytes BLOB NOT NULL
    );

    -- What is read and written whole, as JSON: what the player knows, whom they have seen.
    CREATE TABLE documents (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
    )",
    R"(
    -- What goes to a server of boards: a run's recording, until the server has said of it what stays said; then the
    -- verdict alone. `token`: leave to begin a board of a day, or empty. `next`: not before, seconds since 1970.
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      server TEXT NOT NULL, level TEXT NOT NULL, level_hash INTEGER NOT NULL, rules INTEGER NOT NULL,
      mode TEXT NOT NULL, assisted INTEGER NOT NULL, score INTEGER NOT NULL, at INTEGER NOT NULL,
      token BLOB NOT NULL, recording BLOB NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0, next INTEGER NOT NULL DEFAULT 0,
      verdict TEXT NOT NULL DEFAULT '', place INTEGER NOT NULL DEFAULT 0, players INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX outbox_of_server ON outbox (server, verdict, id);
    )",
    R"(
    -- `board`: which one it goes to, as board::idOf spells it; nothing here takes it apart. A table made anew, because
    -- what ALTER leaves of a table's text is each SQLite's own, and a profile that is brought in is known by that text.
    CREATE TEMP TABLE before AS SELECT * FROM outbox;
    DROP TABLE outbox;
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      server TEXT NOT NULL, level TEXT NOT NULL, board TEXT NOT NULL, score INTEGER NOT NULL, at INTEGER NOT NULL,
      token BLOB NOT NULL, recording BLOB NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0, next INTEGER NOT NULL DEFAULT 0,
      verdict TEXT NOT NULL DEFAULT '', place INTEGER NOT NULL DEFAULT 0, players INTEGER NOT NULL DEFAULT 0
    );
    INSERT INTO outbox SELECT id, server, level,
      printf('%016x.r%d.%s%s%s', level_hash, rules, mode, iif(assisted, '.assisted', ''),
        iif(level LIKE 'today-%', '.' || substr(level, 7), '')),
      score, at, token, recording, tries, next, verdict, place, players FROM before;
    DROP TABLE before;
    CREATE INDEX outbox_of_server ON outbox (server, verdict, id);
    )"};
inline constexpr int kSchemaVersion = static_cast<int>(kMigrations.size());

}  // namespace knead::profile
