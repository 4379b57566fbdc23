#include "server/store/row_reading.hpp"

namespace knead::server {

RunRow runOf(const sql::Row& row) {
  RunRow out;
  out.id = row.array<32>(0);
  out.board = row.text(1);
  out.player = row.array<32>(2);
  out.received = row.number(3);
  out.hidden = row.number(4) != 0;
  out.flag = row.text(5);
  out.recorded = row.number(6) != 0;
  for (std::size_t i = 0; i < kWorthColumns.size(); ++i) kWorthColumns[i].set(out, row.number(7 + i));
  return out;
}

Standing standingOf(const sql::Row& row) {
  Standing out;
  out.run = runOf(row);
  out.player = {out.run.player, row.text(kRunWidth), row.number(kRunWidth + 1), row.number(kRunWidth + 2) != 0};
  return out;
}

Store::ToJudge toJudgeOf(const sql::Row& row) { return {runOf(row), row.text(kRunWidth), row.bytes(kRunWidth + 1)}; }

BoardRow boardOf(const sql::Row& row) {
  BoardRow out;
  out.id = row.text(0);
  // Only names that say a key are taken in.
  out.key = board::keyOf(out.id).value_or(board::Key{});
  out.levelId = row.text(1);
  out.frozen = row.number(2) != 0;
  out.players = row.number(3);
  out.lastRun = row.number(4);
  return out;
}

}  // namespace knead::server
