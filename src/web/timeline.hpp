// A run as a line in time: pain and meters second by second, the moves, what happened. What a page shows where the run
// itself cannot be played, and what stands under the slider where it can. Its JSON is docs/web.md's.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "replay/format.hpp"
#include "sim/session.hpp"

namespace knead::web {

class Timeline {
 public:
  // The session before its first tick, after each, and when it is over.
  void begin(const sim::Session& session);
  void note(const sim::Session& session);
  void finish(const sim::Session& session);
  // One JSON object; the seconds and end that were compared with the recording belong to whoever compared them.
  [[nodiscard]] std::string json(const replay::Replay& replay, const level::Level& level, std::uint32_t secondsEqual,
                                 bool endEqual, std::uint64_t stateHash) const;

 private:
  struct Band {
    level::Technique technique{};
    float from = 0, to = 0;  // s of play
  };
  struct Moment {
    float second = 0;
    bool release = false;
    Vec2 at;
    std::string says;
  };
  static constexpr std::size_t kMeters = 4;
  void sample(const sim::Session& session);
  [[nodiscard]] std::vector<Band> tidyBands() const;

  std::vector<float> m_pain;  // after 0, 1, 2 ... s and at the end
  std::array<std::vector<float>, kMeters> m_meters;
  std::vector<Band> m_bands;
  std::vector<Moment> m_moments;
  std::vector<std::pair<float, std::string>> m_people;  // from when each is here
  std::uint32_t m_ticks = 0;
};

// The whole run, played again once: the JSON of its time line, with what the comparison with the recording gave.
// `level` must be the recording's own.
[[nodiscard]] std::string runTimeline(const level::Level& level, const replay::Replay& replay);

}  // namespace knead::web
