// What the loop notes of its frames for the bench: how long each took, when the first was seen, whether what the hand
// did was drawn in the same frame. Prints it as lines of value and name. Changes nothing in what is played or drawn.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "app/ui/layer_clock.hpp"

namespace knead::app {

// Median and 95th of a hundred, milliseconds; `values` is sorted by it.
struct Spread {
  double median = 0, p95 = 0;
};
[[nodiscard]] Spread spreadOf(std::vector<float>& values);
[[nodiscard]] double residentMb();   // memory of this process
[[nodiscard]] double processorS();   // time of this process on all cores
[[nodiscard]] double sinceBornMs();  // since KNEAD_BORN_NS, which the bench sets as it starts a program
inline constexpr const char* kBorn = "KNEAD_BORN_NS";  // nanoseconds of the steady clock

class FrameLog {
 public:
  using Clock = std::chrono::steady_clock;
  explicit FrameLog(const Options& options);
  [[nodiscard]] bool measures() const { return m_part != Part::None; }
  [[nodiscard]] bool layers() const { return m_part == Part::Layers; }
  [[nodiscard]] bool title() const { return m_part == Part::Title; }
  [[nodiscard]] bool still() const { return m_part == Part::Still; }
  // True in a frame after which the pointer is to be moved, to see when that is drawn.
  [[nodiscard]] bool movesPointer() const;
  void pointerSent() {
    m_sent = Clock::now();
    m_waits = true;
  }
  void pointerMoved() {
    m_polled = m_waits;
    m_waits = false;
  }                                     // the event came
  void shown();                         // a picture is on the screen
  void frame(Clock::time_point began);  // and the whole frame is over
  [[nodiscard]] bool over() const;      // it has seen enough
  void tell(const LayerClock& layers);

 private:
  enum class Part { None, Times, Title, Still, Play, Layers };
  Part m_part = Part::None;
  double m_watchS;
  Clock::time_point m_first, m_sent;
  double m_firstMs = 0, m_processorS = 0;
  bool m_seen = false, m_waits = false, m_polled = false;
  int m_moves = 0, m_sameFrame = 0, m_frames = 0;
  std::vector<float> m_ms, m_inputMs;
};

}  // namespace knead::app
