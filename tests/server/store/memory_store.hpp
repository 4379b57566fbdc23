// What a store promises, said as plainly as possible: rows in maps, and every answer worked out anew from all of them.
// The measure for the real ones; slow, and forgets everything.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "server/store/store.hpp"

namespace knead::testing {

using namespace knead::server;

class MemoryStore final : public Store {
 public:
  Result<std::vector<TakenRun>> take(std::span<const NewRun> runs) override {
    std::vector<TakenRun> out;
    for (const NewRun& run : runs) out.push_back(takeOne(run));
    return out;
  }
  Result<Done> forgetTokensBefore(Ms ms) override {
    std::erase_if(m_tokens, [ms](const auto& one) { return one.second < ms; });
    return Done{};
  }
  Result<LetGo> letRecordingsGo(Ms before, const std::optional<At>& after, int limit) override {
    std::vector<Kept*> old;
    for (auto& [id, kept] : m_runs) {
      const bool behind = !after || std::tuple(kept.row.received, id) > std::tuple(after->received, after->run);
      if (kept.packed && kept.row.received < before && behind) old.push_back(&kept);
    }
    std::sort(old.begin(), old.end(), [](const Kept* a, const Kept* b) {
      return std::tuple(a->row.received, a->row.id) < std::tuple(b->row.received, b->row.id);
    });
    cut(old, limit);
    LetGo out;
    for (Kept* kept : old) {
      out.last = At{kept->row.received, kept->row.id};
      const auto shown = lines(kept->row.board);
      const bool needed =
          kept->row.hidden || !kept->row.flag.empty() || kept->toJudge ||
          std::any_of(shown.begin(), shown.end(), [&](const Standing& line) { return line.run.id == kept->row.id; });
      if (needed) continue;
      ++out.recordings;
      out.bytes += static_cast<std::int64_t>(kept->packed->size());
      kept->packed.reset();
      kept->row.recorded = false;
    }
    return out;
  }

  Result<std::optional<RunRow>> run(const board::Hash256& id) override {
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? std::nullopt : std::optional<RunRow>(found->second.row);
  }
  Result<std::optional<board::Bytes>> recording(const board::Hash256& id) override {
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? std::nullopt : found->second.packed;
  }
  Result<std::vector<Standing>> top(const std::string& board, int limit, const std::optional<After>& after) override {
    std::vector<Standing> out;
    for (const Standing& line : lines(board)) {
      if (static_cast<int>(out.size()) >= limit) break;
      const bool behind = !after || std::tuple(-line.run.score, line.run.received, line.run.player) >
                                        std::tuple(-after->score, after->received, after->player);
      if (behind) out.push_back(line);
    }
    return out;
  }
  Result<std::vector<Standing>> around(const std::string& board, const board::PublicKey& player, int each) override {
    const std::vector<Standing> all = lines(board);
    for (const Standing& own : all) {
      if (own.run.player != player) continue;
      std::vector<Standing> out;
      for (const Standing& line : all) {
        if (std::abs(line.rank - own.rank) <= each) out.push_back(line);
      }
      return out;
    }
    return std::vector<Standing>{};
  }
  Result<std::vector<Standing>> among(const std::string& board, std::span<const board::PublicKey> players) override {
    std::vector<Standing> out;
    for (const Standing& line : lines(board)) {
      if (std::find(players.begin(), players.end(), line.run.player) != players.end()) out.push_back(line);
    }
    return out;
  }
  Result<std::optional<BoardRow>> board(const std::string& id) override {
    const auto found = m_boards.find(id);
    if (found == m_boards.end()) return std::optional<BoardRow>{};
    BoardRow row = found->second;
    row.players = static_cast<std::int64_t>(lines(id).size());
    return std::optional<BoardRow>(row);
  }
  Result<std::vector<BoardRow>> boards(const std::string& levelId, std::optional<int> day, int limit) override {
    std::vector<BoardRow> out;
    for (const auto& [id, row] : m_boards) {
      if ((levelId.empty() || row.levelId == levelId) && (!day || row.key.day == day))
        out.push_back(*board(id).value());
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.lastRun > b.lastRun; });
    cut(out, limit);
    return out;
  }
  Result<std::vector<BoardRow>> boardsOfNoDay(int limit) override {
    auto out = boards("", std::nullopt, static_cast<int>(m_boards.size()));
    if (!out) return out;
    std::erase_if(out.value(), [](const BoardRow& row) { return row.key.day.has_value(); });
    cut(out.value(), limit);
    return out;
  }
  Result<std::optional<PlayerRow>> player(const board::PublicKey& key) override {
    const auto found = m_players.find(key);
    return found == m_players.end() ? std::nullopt : std::optional<PlayerRow>(found->second);
  }
  Result<std::vector<RunRow>> runsOf(const board::PublicKey& key, int limit) override {
    return lastFirst([&](const RunRow& row) { return row.player == key; }, limit);
  }
  Result<Counts> counts() override {
    Counts out;
    out.players = static_cast<std::int64_t>(m_players.size());
    out.boards = static_cast<std::int64_t>(m_boards.size());
    for (const auto& [id, kept] : m_runs) {
      ++out.runs;
      out.flagged += kept.row.flag.empty() ? 0 : 1;
      out.drifted += kept.row.driftSecond > 0 ? 1 : 0;
      out.toJudge += kept.toJudge ? 1 : 0;
      out.bytes += kept.packed ? static_cast<std::int64_t>(kept.packed->size()) : 0;
    }
    return out;
  }

  Result<bool> rename(const board::PublicKey& key, const std::string& name, const std::string& skeleton, Ms now,
                      std::optional<AuditRow> what = std::nullopt) override {
    for (const auto& [other, taken] : m_skeletons) {
      if (other != key && !skeleton.empty() && taken == skeleton) return false;
    }
    PlayerRow& row = m_players.try_emplace(key, PlayerRow{key, "", now, false}).first->second;
    row.name = name;
    if (row.created == 0) row.created = now;
    m_skeletons[key] = skeleton;
    if (what) write(std::move(*what), board::hexOf(key));
    return true;
  }
  Result<Done> forget(const board::PublicKey& key, std::optional<AuditRow> what = std::nullopt) override {
    std::erase_if(m_runs, [&](const auto& one) { return one.second.row.player == key; });
    m_skeletons.erase(key);
    const auto found = m_players.find(key);
    if (found == m_players.end()) return Done{};
    found->second.name.clear();
    found->second.created = 0;
    if (!found->second.banned) m_players.erase(found);
    if (what) write(std::move(*what), board::hexOf(key));
    return Done{};
  }

  Result<Done> ban(const board::PublicKey& key, bool on, AuditRow what) override {
    m_players.try_emplace(key, PlayerRow{key, "", what.at, false}).first->second.banned = on;
    write(std::move(what), board::hexOf(key));
    return Done{};
  }
  Result<Done> hide(const board::Hash256& run, bool on, AuditRow what) override {
    const auto found = m_runs.find(run);
    if (found == m_runs.end()) return Error{"store", "", "no such run"};
    found->second.row.hidden = on;
    write(std::move(what), board::hexOf(run));
    return Done{};
  }
  Result<Done> freeze(const std::string& board, bool on, AuditRow what) override {
    const auto found = m_boards.find(board);
    if (found == m_boards.end()) return Error{"store", "", "no such board"};
    found->second.frozen = on;
    write(std::move(what), board);
    return Done{};
  }
  Result<Done> flag(const board::Hash256& run, const std::string& why, AuditRow what) override {
    const auto found = m_runs.find(run);
    if (found == m_runs.end()) return Error{"store", "", "no such run"};
    found->second.row.flag = why;
    write(std::move(what), board::hexOf(run));
    return Done{};
  }
  Result<Done> note(const AuditRow& what) override {
    m_audit.push_back(what);
    return Done{};
  }
  Result<std::vector<RunRow>> flagged(int limit) override {
    return lastFirst([](const RunRow& row) { return !row.flag.empty(); }, limit);
  }
  Result<std::vector<AuditRow>> audit(int limit) override {
    std::vector<AuditRow> out(m_audit.rbegin(), m_audit.rend());
    cut(out, limit);
    return out;
  }

  Result<std::int64_t> markToJudge(const std::string& board) override {
    std::int64_t count = 0;
    for (auto& [id, kept] : m_runs) {
      if (!kept.packed || (!board.empty() && kept.row.board != board)) continue;
      kept.toJudge = true;
      kept.leaseUntil = 0;
      ++count;
    }
    return count;
  }
  Result<std::vector<ToJudge>> claim(int limit, Ms now, Ms leaseMs) override {
    std::vector<Kept*> waiting;
    for (auto& [id, kept] : m_runs) {
      if (kept.toJudge && kept.leaseUntil <= now) waiting.push_back(&kept);
    }
    std::stable_sort(waiting.begin(), waiting.end(), [](auto* a, auto* b) { return a->leaseUntil < b->leaseUntil; });
    cut(waiting, limit);
    std::vector<ToJudge> out;
    for (Kept* kept : waiting) {
      kept->leaseUntil = now + leaseMs;
      out.push_back({kept->row, m_boards[kept->row.board].levelId, *kept->packed});
    }
    return out;
  }
  Result<Done> judged(const board::Hash256& run, const board::Judgement& result) override {
    const auto found = m_runs.find(run);
    if (found == m_runs.end()) return Done{};
    Kept& kept = found->second;
    kept.toJudge = false;
    kept.leaseUntil = 0;
    if (!board::isAccepted(result.verdict)) {
      kept.row.hidden = true;
      kept.row.flag = std::string(board::idOf(result.verdict)) + (result.why.empty() ? "" : ": " + result.why);
      return Done{};
    }
    kept.row.worth() = result;
    return Done{};
  }

  Result<std::vector<ToJudge>> every(const std::optional<board::Hash256>& after, int limit) override {
    std::vector<ToJudge> out;
    for (const auto& [id, kept] : m_runs) {
      if (static_cast<int>(out.size()) < limit && kept.packed && (!after || id > *after))
        out.push_back({kept.row, m_boards[kept.row.board].levelId, *kept.packed});
    }
    return out;
  }

  Result<std::optional<std::string>> meta(const std::string& key) override {
    const auto found = m_meta.find(key);
    return found == m_meta.end() ? std::nullopt : std::optional<std::string>(found->second);
  }
  Result<std::string> metaOnce(const std::string& key, const std::string& value) override {
    return m_meta.try_emplace(key, value).first->second;
  }
  Result<Done> probe() override { return Done{}; }
  std::string describe() const override { return "memory"; }

 private:
  struct Kept {
    RunRow row;
    board::Hash256 inputs{};
    std::optional<board::Bytes> packed;  // nothing once it was let go
    bool toJudge = false;
    Ms leaseUntil = 0;
  };

  void write(AuditRow what, std::string target) {
    what.target = std::move(target);
    m_audit.push_back(std::move(what));
  }

  TakenRun takeOne(const NewRun& run) {
    const auto player = m_players.find(run.row.player);
    if (player != m_players.end() && player->second.banned) return {Taken::Banned, run.row.id};
    const Kept* same = nullptr;
    for (const auto& [id, kept] : m_runs) {
      if (kept.row.board == run.row.board && kept.inputs == run.inputs) same = &kept;
    }
    if (const auto found = m_runs.find(run.row.id); found != m_runs.end()) same = &found->second;
    if (same != nullptr) return {same->row.player == run.row.player ? Taken::Known : Taken::Copied, same->row.id};
    const auto board = m_boards.find(run.row.board);
    if (board != m_boards.end() && board->second.frozen) return {Taken::Frozen, run.row.id};
    if (run.nonce && !m_tokens.try_emplace(*run.nonce, run.row.received).second) return {Taken::UsedToken, run.row.id};
    const auto fresh = m_players.try_emplace(run.row.player, PlayerRow{run.row.player, "", run.row.received, false});
    Ms& created = fresh.first->second.created;
    created = created == 0 ? run.row.received : std::min(created, run.row.received);
    BoardRow& row = m_boards[run.row.board];
    if (row.id.empty()) row = {run.row.board, *board::keyOf(run.row.board), run.levelId, false, 0, 0};
    row.lastRun = std::max(row.lastRun, run.row.received);
    m_runs[run.row.id] = {run.row, run.inputs, run.packed, false, 0};
    return {Taken::New, run.row.id};
  }

  std::vector<Standing> lines(const std::string& board) const {
    std::map<board::PublicKey, RunRow> best;
    const auto order = [](const RunRow& row) { return std::tuple(-row.score, row.received, row.id); };
    for (const auto& [id, kept] : m_runs) {
      if (kept.row.board != board || kept.row.hidden || m_players.at(kept.row.player).banned) continue;
      const auto [at, fresh] = best.try_emplace(kept.row.player, kept.row);
      if (!fresh && order(kept.row) < order(at->second)) at->second = kept.row;
    }
    std::vector<Standing> out;
    for (const auto& [key, row] : best) out.push_back({0, m_players.at(key), row});
    std::sort(out.begin(), out.end(), [](const Standing& a, const Standing& b) {
      return std::tuple(-a.run.score, a.run.received, a.run.player) <
             std::tuple(-b.run.score, b.run.received, b.run.player);
    });
    for (std::size_t i = 0; i < out.size(); ++i) out[i].rank = static_cast<std::int64_t>(i) + 1;
    return out;
  }
  template <class Wanted>
  std::vector<RunRow> lastFirst(Wanted wanted, int limit) const {
    std::vector<RunRow> out;
    for (const auto& [id, kept] : m_runs) {
      if (wanted(kept.row)) out.push_back(kept.row);
    }
    std::sort(out.begin(), out.end(), [](const RunRow& a, const RunRow& b) {
      return std::tuple(a.received, a.id) > std::tuple(b.received, b.id);
    });
    cut(out, limit);
    return out;
  }
  template <class T>
  static void cut(std::vector<T>& list, int limit) {
    if (static_cast<int>(list.size()) > limit) list.resize(static_cast<std::size_t>(std::max(0, limit)));
  }

  std::map<board::PublicKey, PlayerRow> m_players;
  std::map<board::PublicKey, std::string> m_skeletons;
  std::map<std::string, BoardRow> m_boards;
  std::map<board::Hash256, Kept> m_runs;
  std::map<board::Nonce, Ms> m_tokens;
  std::vector<AuditRow> m_audit;
  std::map<std::string, std::string> m_meta;
};

}  // namespace knead::testing
