// Players, boards and runs for tests of the store, made from small numbers; a store of each kind; and all that a store
// shows, as one text to compare.
#pragma once

#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include "server/postgres_fixture.hpp"
#include "server/store/memory_store.hpp"
#include "server/store/open.hpp"
#include "server/store/worth_columns.hpp"
#include "support/catch.hpp"
#include "support/fresh_folder.hpp"

namespace knead::testing {

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Ordered as the numbers are.
template <class Array>
Array numbered(std::uint64_t number) {
  Array out{};
  out.fill(0xA0);  // beyond 127, so that a comparison of signed bytes shows
  for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<std::uint8_t>(number >> (56U - 8U * i));
  return out;
}
inline board::PublicKey playerKey(std::uint64_t n) { return numbered<board::PublicKey>(n + 100); }
inline board::Hash256 runId(std::uint64_t n) { return numbered<board::Hash256>(n + 1); }
inline board::Hash256 inputsName(std::uint64_t n) { return numbered<board::Hash256>(n + 5000); }

// Odd ones are boards of a day.
inline std::string boardId(int n) {
  board::Key key;
  key.levelHash = 0xF000000000000000U + static_cast<std::uint64_t>(n);
  key.rulesVersion = 2;
  key.mode = replay::InputMode::Mouse;
  key.assisted = n % 3 == 2;
  if (n % 2 == 1) key.day = 20000 + n;
  return board::idOf(key);
}

struct Sample {
  std::uint64_t id = 0;
  std::uint64_t player = 0;
  int board = 0;
  int score = 0;
  Ms received = 1000;
  std::optional<std::uint64_t> inputs = std::nullopt;  // as the id, unless said
  std::optional<std::uint64_t> nonce = std::nullopt;
};
inline NewRun sampleRun(const Sample& sample) {
  NewRun run;
  run.row.id = runId(sample.id);
  run.row.board = boardId(sample.board);
  run.row.player = playerKey(sample.player);
  run.row.received = sample.received;
  run.row.score = sample.score;
  run.row.stars = sample.score % 4;
  run.row.claimedScore = sample.score + 1;
  run.row.painBefore = 712;
  run.row.painAfter = 104;
  run.row.ending = sim::Ending::Time;
  run.row.ticks = 10800;
  run.row.stateHash = 0xFEDCBA9876543210U - sample.id;
  run.levelId = "level-" + std::to_string(sample.board / 2);
  run.inputs = inputsName(sample.inputs.value_or(sample.id));
  run.packed = {0x28, 0xB5, 0x00, 0xFF, static_cast<std::uint8_t>(sample.id)};
  if (sample.nonce) run.nonce = numbered<board::Nonce>(*sample.nonce);
  return run;
}

inline std::vector<TakenRun> take(Store& store, const std::vector<NewRun>& runs) {
  const auto out = store.take(runs);
  if (!out) throw std::runtime_error(out.error().text());
  return out.value();
}
inline Taken take(Store& store, const Sample& sample) { return take(store, {sampleRun(sample)}).at(0).taken; }

inline std::unique_ptr<Store> opened(const std::string& where, const OpenOptions& options = {}) {
  auto store = openStore(where, options);
  if (!store) throw std::runtime_error(store.error().text());
  return std::move(store).value();
}

// PostgreSQL's leg of a test; says once, where it can be seen, that there is none.
inline PostgresServer* postgres() {
  PostgresServer* server = PostgresServer::shared();
  static bool said = false;
  if (server == nullptr && !said) {
    said = true;
    std::cerr << "SKIPPED: everything about PostgreSQL. " << PostgresServer::whyNot() << "\n";
  }
  return server;
}

// A new place for a store of each kind that keeps something.
inline std::vector<std::pair<std::string, std::string>> freshPlaces(const std::string& name) {
  std::vector<std::pair<std::string, std::string>> out;
  out.emplace_back("SQLite", freshFolder(name) + "/board.db");
  if (PostgresServer* server = postgres()) out.emplace_back("PostgreSQL", server->freshPlace());
  return out;
}

// The same test on a new store of each kind, the model first.
inline void onEachStore(const std::string& name, const std::function<void(Store&)>& test) {
  {
    MemoryStore model;
    INFO("the model");
    test(model);
  }
  for (const auto& [kind, place] : freshPlaces(name)) {
    INFO(kind);
    const std::unique_ptr<Store> store = opened(place);
    test(*store);
  }
}

// Of what whoever runs the server does in tests.
inline const AuditRow kWhat{77, "keeper", "act", "", "a reason"};

inline board::Judgement judgement(int score) {
  board::Judgement out;
  out.verdict = board::Verdict::Accepted;
  out.score = score;
  return out;
}

// --- what a store shows, as text ---------------------------------------------------------------------------------

// A board as "rank:player " for each line.
inline std::string namesAndRanks(const Result<std::vector<Standing>>& lines) {
  std::string out;
  for (const Standing& line : lines.value()) {
    std::uint64_t player = 0;
    while (playerKey(player) != line.player.key) ++player;
    out += std::to_string(line.rank) + ":" + std::to_string(player) + " ";
  }
  return out;
}
inline std::string ranks(Store& store, int board) {
  return namesAndRanks(store.top(boardId(board), 100, std::nullopt));
}

inline std::string textOf(const board::Hash256& name) { return board::hexOf(name).substr(8, 8); }
inline std::string textOf(const PlayerRow& row) {
  return textOf(row.key) + " \"" + row.name + "\" " + std::to_string(row.created) + (row.banned ? " banned" : "");
}
inline std::string textOf(const RunRow& row) {
  std::string out = textOf(row.id) + " " + row.board + " " + textOf(row.player);
  out += " " + std::to_string(row.received);
  for (const WorthColumn& column : kWorthColumns) out += " " + std::to_string(column.get(row));
  return out + (row.hidden ? " hidden" : "") + (row.recorded ? "" : " without recording") +
         (row.flag.empty() ? "" : " (" + row.flag + ")");
}
inline std::string textOf(const Standing& line) {
  return "#" + std::to_string(line.rank) + " " + textOf(line.player) + " | " + textOf(line.run);
}
inline std::string textOf(const BoardRow& row) {
  return row.id + " " + board::idOf(row.key) + " " + row.levelId + (row.frozen ? " frozen " : " ") +
         std::to_string(row.players) + " " + std::to_string(row.lastRun);
}
inline std::string textOf(const AuditRow& row) {
  return std::to_string(row.at) + " " + row.actor + " " + row.action + " " + row.target + " " + row.reason;
}
inline std::string textOf(const Counts& c) {
  std::string out;
  for (const std::int64_t n : {c.players, c.runs, c.boards, c.flagged, c.drifted, c.toJudge, c.bytes})
    out += std::to_string(n) + " ";
  return out;
}
inline std::string textOf(const TakenRun& taken) {
  return std::to_string(static_cast<int>(taken.taken)) + ":" + textOf(taken.run);
}
inline std::string textOf(const Store::ToJudge& one) {
  return textOf(one.row) + " " + one.levelId + " " + board::hexOf(one.packed);
}
inline std::string textOf(const Store::LetGo& gone) {
  return std::to_string(gone.recordings) + " of " + std::to_string(gone.bytes) + " bytes" +
         (gone.last ? ", last " + std::to_string(gone.last->received) + " " + textOf(gone.last->run) : "");
}
inline std::string textOf(const Done& /*done*/) { return "done"; }
inline std::string textOf(bool yes) { return yes ? "yes" : "no"; }
inline std::string textOf(std::int64_t number) { return std::to_string(number); }
inline std::string textOf(const std::string& text) { return text; }
inline std::string textOf(const board::Bytes& bytes) { return board::hexOf(bytes); }
template <class T>
std::string textOf(const std::optional<T>& value) {
  return value ? textOf(*value) : "nothing";
}
template <class T>
std::string textOf(const std::vector<T>& list) {
  std::string out;
  for (const T& one : list) out += textOf(one) + "\n";
  return out;
}
// What went wrong is said differently by different stores; that it went wrong is not.
template <class T>
std::string textOf(const Result<T>& result) {
  return result ? textOf(result.value()) : "refused";
}

// Everything that can be seen, for players, boards and runs with numbers below these.
inline std::string portraitOf(Store& store, std::uint64_t players, int boards, std::uint64_t runs) {
  std::string out = "counts " + textOf(store.counts()) + "\n";
  std::vector<board::PublicKey> some;
  for (std::uint64_t p = 0; p < players; ++p) {
    if (p % 2 == 0) some.push_back(playerKey(p));
    out += textOf(store.player(playerKey(p))) + "\n" + textOf(store.runsOf(playerKey(p), 7));
  }
  for (int b = 0; b < boards; ++b) {
    const std::string id = boardId(b);
    out += "board " + textOf(store.board(id)) + "\n" + textOf(store.top(id, 1000, std::nullopt));
    // Page by page.
    std::optional<After> after;
    for (int page = 0; page < 40; ++page) {
      const auto lines = store.top(id, 2, after);
      out += "page\n" + textOf(lines);
      if (!lines || lines.value().empty()) break;
      const RunRow& last = lines.value().back().run;
      after = After{last.score, last.received, last.player};
    }
    out += "behind nobody\n" + textOf(store.top(id, 3, After{150, 1001, playerKey(2)}));
    for (std::uint64_t p = 0; p < players; ++p) out += "around\n" + textOf(store.around(id, playerKey(p), 1));
    out += "among\n" + textOf(store.among(id, some));
  }
  out += "boards\n" + textOf(store.boards("", std::nullopt, 100)) + "level\n" +
         textOf(store.boards("level-0", std::nullopt, 100)) + "day\n" + textOf(store.boards("", 20001, 100)) +
         "both\n" + textOf(store.boards("level-0", 20001, 100)) + "one\n" + textOf(store.boards("", std::nullopt, 1));
  for (std::uint64_t r = 0; r < runs; ++r)
    out += textOf(store.run(runId(r))) + " " + textOf(store.recording(runId(r))) + "\n";
  out += "flagged\n" + textOf(store.flagged(100)) + "audit\n" + textOf(store.audit(100)) + "every\n" +
         textOf(store.every(std::nullopt, 1000)) + "behind\n" + textOf(store.every(runId(3), 2));
  return out;
}

}  // namespace knead::testing
