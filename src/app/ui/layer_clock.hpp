// How long each layer of a picture takes, for the bench: after a layer it waits until all of it is drawn. Off
// otherwise, and then it costs one comparison. Decides nothing about what is drawn.
#pragma once

#include <chrono>
#include <map>
#include <string>

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
    ++m_pictures;
  }
  // What was drawn since the last call was this layer.
  void done(const char* layer) {
    if (m_wait == nullptr) return;
    m_wait();
    const auto now = Clock::now();
    m_ms[layer] += std::chrono::duration<double, std::milli>(now - m_last).count();
    m_last = now;
  }
  [[nodiscard]] const std::map<std::string, double>& sumsMs() const { return m_ms; }
  [[nodiscard]] int pictures() const { return m_pictures; }

 private:
  using Clock = std::chrono::steady_clock;
  void (*m_wait)() = nullptr;
  Clock::time_point m_last;
  std::map<std::string, double> m_ms;
  int m_pictures = 0;
};

}  // namespace knead::app
