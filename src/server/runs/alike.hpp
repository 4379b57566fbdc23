// Compares a run with the best ones of its board: a copy that was changed a little still goes the way of the one it was
// made from. Says so to whoever runs the server, and refuses nobody.
#pragma once

#include <list>
#include <mutex>
#include <string>

#include "board/likeness.hpp"
#include "server/store/store.hpp"

namespace knead::server {

class Alike {
 public:
  explicit Alike(Store& store) : m_store(&store) {}

  // Why somebody should look at this run; empty if there is nothing. May be called from several threads.
  [[nodiscard]] std::string noticed(const NewRun& run, const replay::Replay& replay);

 private:
  struct Kept {
    board::Hash256 run{};
    board::Trail trail;
  };
  [[nodiscard]] board::Trail trailOf(const board::Hash256& run);

  static constexpr int kCompared = 20;             // of the best runs of a board
  static constexpr std::size_t kRemembered = 500;  // 16 kB each
  Store* m_store;
  std::mutex m_mutex;
  std::list<Kept> m_trails;  // last asked for first
};

}  // namespace knead::server
