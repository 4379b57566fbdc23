// How long each layer of a picture takes, for the bench: after a layer it waits until all of it is drawn. Off
// otherwise, and then it costs one comparison. Decides nothing about what is drawn.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace knead::app {

class LayerClock {
 public:
  // `wait` returns when everything asked for so far is drawn.
  void start(void (*wait)()) { m_wait = wait; }
  // A picture begins: what was done before belongs to no layer.
  void begin() {
    if (m_wait == nullptr) return;
    m_wait();
    m_last = Clock::now();
  }
  // What was drawn since the last call was this layer.
  void done(const char* layer) {
    if (m_wait == nullptr) return;
    m_wait();
    const auto now = Clock::now();
    m_ms[layer].push_back(std::chrono::duration<float, std::milli>(now - m_last).count());
    m_last = now;
  }
  // Milliseconds of each picture, by layer.
  [[nodiscard]] const std::map<std::string, std::vector<float>>& ms() const { return m_ms; }

 private:
  using Clock = std::chrono::steady_clock;
  void (*m_wait)() = nullptr;
  Clock::time_point m_last;
  std::map<std::string, std::vector<float>> m_ms;
};

}  // namespace knead::app
