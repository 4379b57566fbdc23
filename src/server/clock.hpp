// The server's clock, lent to whoever needs it so that tests can turn it. Players' clocks are never asked.
#pragma once

#include <chrono>
#include <functional>

#include "server/store/rows.hpp"

namespace knead::server {

using Clock = std::function<Ms()>;

[[nodiscard]] inline Ms systemNow() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

inline constexpr Ms kMinuteMs = 60LL * 1000, kDayMs = 24 * 60 * kMinuteMs;
// Of a time: days since 1970-01-01, UTC.
[[nodiscard]] constexpr int dayOfTime(Ms ms) { return static_cast<int>((ms >= 0 ? ms : ms - (kDayMs - 1)) / kDayMs); }

// Until when a day takes runs that came so many minutes late.
[[nodiscard]] constexpr Ms closesAt(int day, int graceMinutes) {
  return (static_cast<Ms>(day) + 1) * kDayMs + static_cast<Ms>(graceMinutes) * kMinuteMs;
}

}  // namespace knead::server
