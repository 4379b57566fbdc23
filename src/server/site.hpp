// All that the server answers with and from, lent to the handlers of requests. Must outlive them.
#pragma once

#include "board/levels.hpp"
#include "server/clock.hpp"
#include "server/config.hpp"
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
  std::vector<std::string> forbiddenNames = {};  // as skeletons
  std::vector<std::string> staticDirs = {};      // files of the pages

  [[nodiscard]] int today() const { return dayOfTime(clock()); }
  // Until when a day takes runs; before that its recordings stay closed.
  [[nodiscard]] Ms closes(int day) const {
    return (static_cast<Ms>(day) + 1) * kDayMs + static_cast<Ms>(config.dayGraceMinutes) * kMinuteMs;
  }
  // The recording of a run may be handed out.
  [[nodiscard]] bool isOpen(const RunRow& run) const {
    const auto key = board::keyOf(run.board);
    return !run.hidden && key && (!key->day || clock() > closes(*key->day));
  }
};

}  // namespace knead::server
