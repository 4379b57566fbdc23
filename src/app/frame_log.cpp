#include "app/frame_log.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <numeric>

namespace knead::app {
namespace {

// Frames at the start belong to the start: fonts, programs of the graphics driver and plates are made then.
constexpr int kWarmFrames = 60, kPointerEvery = 20;

double secondsSince(FrameLog::Clock::time_point from) {
  return std::chrono::duration<double>(FrameLog::Clock::now() - from).count();
}

}  // namespace

Spread spreadOf(std::vector<float>& values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  return {static_cast<double>(values[values.size() / 2]), static_cast<double>(values[values.size() * 95 / 100])};
}

double residentMb() {
  std::ifstream in("/proc/self/statm");
  long total = 0, resident = 0;
  in >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576.0;
}

double processorS() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double sinceBornMs() {
  const char* born = std::getenv(kBorn);
  if (born == nullptr) return 0;
  const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(FrameLog::Clock::now().time_since_epoch());
  return static_cast<double>(now.count() - std::atoll(born)) / 1e6;
}

FrameLog::FrameLog(const Options& options) : m_watchS(static_cast<double>(options.benchSeconds)) {
  const std::string& part = options.benchPart;
  if (part == "title") m_part = Part::Title;
  if (part == "still") m_part = Part::Still;
  if (part == "play") m_part = Part::Play;
  if (part == "layers") m_part = Part::Layers;
  if (part.empty() && std::getenv("KNEAD_FRAME_TIMES") != nullptr) m_part = Part::Times;
}

bool FrameLog::movesPointer() const {
  return m_part == Part::Play && m_frames > kWarmFrames && m_frames % kPointerEvery == 0;
}

void FrameLog::shown() {
  if (!m_seen) {
    m_first = Clock::now();
    m_firstMs = sinceBornMs();
    m_processorS = processorS();
  }
  m_seen = true;
  if (!m_polled) return;
  m_polled = false;
  m_inputMs.push_back(static_cast<float>(secondsSince(m_sent) * 1000));
  ++m_sameFrame;
}

void FrameLog::frame(Clock::time_point began) {
  if (!measures()) return;
  // Polled in this frame, but not shown in it.
  m_polled = false;
  if (++m_frames > kWarmFrames || m_part == Part::Times) m_ms.push_back(static_cast<float>(secondsSince(began) * 1000));
  if (movesPointer()) ++m_moves;
}

bool FrameLog::over() const {
  switch (m_part) {
    case Part::Title: return m_seen;
    case Part::Still:
    case Part::Play:
    case Part::Layers: return m_seen && secondsSince(m_first) > m_watchS;
    default: return false;
  }
}

void FrameLog::tell(const LayerClock& layers) {
  if (!measures()) return;
  const Spread spread = spreadOf(m_ms);
  if (m_part == Part::Times) {
    std::fprintf(stderr, "frames %zu, median %.1f ms, p95 %.1f ms\n", m_ms.size(), spread.median, spread.p95);
    return;
  }
  std::printf("%.3f first\n%.3f median\n%.3f p95\n%.3f resident\n", m_firstMs, spread.median, spread.p95, residentMb());
  const double wall = m_seen ? secondsSince(m_first) : 0;
  if (wall > 0) std::printf("%.3f processor\n", 100 * (processorS() - m_processorS) / wall);
  std::printf("%d moves\n%d same\n%.3f input\n", m_moves, m_sameFrame, spreadOf(m_inputMs).median);
  for (auto [name, ms] : layers.ms()) {
    const float mean = std::accumulate(ms.begin(), ms.end(), 0.0F) / static_cast<float>(ms.size());
    std::printf("%.3f layer:%s\n%.3f slow:%s\n", mean, name.c_str(), spreadOf(ms).p95, name.c_str());
  }
}

}  // namespace knead::app
