// All that the server answers with and from, lent to the handlers of requests. Must outlive them.
#pragma once

#include <optional>
#include <utility>

#include "board/levels.hpp"
#include "server/clock.hpp"
#include "server/config.hpp"
#include "server/limits.hpp"
#include "server/metrics.hpp"
#include "server/secrets.hpp"
#include "server/store/store.hpp"

namespace knead::server {

struct Site {
  Store& store;
  const board::Levels& levels;
  const Secrets& secrets;
  const Config& config;
  Clock clock;
  Metrics& metrics;
  RateLimit& newPlayers;                         // keys that may first appear, by callerOf()
  std::vector<std::string> forbiddenNames = {};  // as skeletons
  std::vector<std::string> staticDirs = {};      // files of the pages

  [[nodiscard]] int today() const { return dayOfTime(clock()); }
  // Until when a day takes runs; before that its recordings stay closed.
  [[nodiscard]] Ms closes(int day) const { return closesAt(day, config.dayGraceMinutes); }
  // A run that others may see, neither hidden nor of somebody banned, and whose it is.
  struct Shown {
    RunRow run;
    PlayerRow player;
  };
  [[nodiscard]] Result<std::optional<Shown>> shown(const board::Hash256& id) const {
    auto run = store.run(id);
    if (!run) return run.error();
    if (!run.value() || run.value()->hidden) return std::optional<Shown>();
    auto player = store.player(run.value()->player);
    if (!player) return player.error();
    if (!player.value() || player.value()->banned) return std::optional<Shown>();
    return std::optional<Shown>({std::move(*run.value()), std::move(*player.value())});
  }
  // The recording of a run that is shown may be handed out.
  [[nodiscard]] bool isOpen(const RunRow& run) const {
    const auto key = board::keyOf(run.board);
    return key && (!key->day || clock() > closes(*key->day));
  }
};

}  // namespace knead::server
