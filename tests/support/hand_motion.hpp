// Synthetic hands: device traces of the seven moves and of hands that mean nothing, with the truth beside
// them. Test code, so the C library's mathematics is allowed. Owns how a hand and a device behave; it never
// looks at the recogniser.
#pragma once

#include <cstdint>
#include <vector>

#include "core/random.hpp"
#include "core/vec2.hpp"
#include "sim/pointer_resampler.hpp"
#include "sim/tick_input.hpp"
#include "sim/touch/recogniser.hpp"

namespace knead::test {

// How the hand speeds up and slows down. The rules were set with the first; the second was kept apart.
enum class Family : std::uint8_t { MinimumJerk, SigmaLognormal };

// A hand that does none of the seven moves.
enum class Aimless : std::uint8_t { Wandering, Menu, Scribble };
inline constexpr int kAimlessCount = 3;

struct Device {
  float rateHz = 125.0F;
  float jitter = 0.10F;    // of the interval
  float dropped = 0.02F;   // share of samples that never arrive
  float noiseCm = 0.01F;   // deviation
  float gridCm = 0.1F;     // one pixel
  float tremorCm = 0.02F;  // zero to peak
  float tremorHz = 10.0F;
};
// The devices of the protocol: 60 to 1000 Hz, tremor of 8 to 12 Hz, .01 to .08 cm.
[[nodiscard]] Device randomDevice(Random& random);

// One move of a session, in ticks.
struct Segment {
  sim::Move move = sim::Move::None;
  std::uint32_t from = 0, to = 0;
  std::uint32_t evidence = 0;  // when a person watching the noise-free path could first tell
  bool joined = false;         // without lifting from the move before
};

struct Trace {
  std::vector<sim::PointerSample> samples;
  std::vector<sim::TickInput> ticks;  // the samples, sampled and held at 120 Hz
  std::vector<sim::Move> truth;       // by tick
  std::vector<std::uint8_t> scored;   // by tick: 0 where the definitions leave the truth open
  std::vector<Segment> segments;
};

// The noise-free hand, one point a millisecond.
struct PathPoint {
  Vec2 at;
  bool contact = false;
  sim::Move truth = sim::Move::None;
  bool scored = true;
};

// Writes a hand's path, move after move. All randomness comes from the generator given.
class HandPath {
 public:
  HandPath(Random& random, Family family) : m_random(random), m_family(family) {}

  // How careful the hand is: 0 steady, 1 sloppy.
  float sloppiness = 0.0F;

  void air(float seconds);                                 // lifted
  void rest(float seconds, sim::Move truth, bool scored);  // in contact, still
  void jumpTo(Vec2 at);                                    // moves while lifted
  // Appends a random instance of the move, `seconds` long where the move leaves that open.
  void move(sim::Move move, float seconds, bool joined);

  // Single instances with given parameters, for tests at the border of two definitions.
  void stroke(float lengthCm, float meanCmPerS, float angle);
  void loops(float radiusCm, float axisRatio, float hertz, float seconds, float driftCmPerS);
  void rub(float lengthCm, float hertz, float seconds, float angle, float bow, sim::Move truth);
  void taps(float hertz, float seconds);
  void press(float seconds, float driftCmPerS);
  void draw(float settleS, float cmPerS, float lengthCm, float holdS, float angle);

  void wander(float seconds);
  void menu(float seconds);
  void scribble(float seconds);

  [[nodiscard]] const std::vector<PathPoint>& points() const { return m_points; }
  [[nodiscard]] const std::vector<Segment>& segments() const { return m_segments; }  // in milliseconds

 private:
  void put(Vec2 at, sim::Move truth, bool scored = true);
  void openSegment(sim::Move move, bool joined);
  void closeSegment();
  void evidenceHere();
  [[nodiscard]] Vec2 here() const { return m_points.empty() ? m_start : m_points.back().at; }
  // The share of a movement done after t of `seconds`, in this hand's style.
  [[nodiscard]] std::vector<float> profile(float seconds, bool slowDraw);
  [[nodiscard]] float around(float spread) { return 1.0F + spread * m_random.normal(); }
  void markSlowGlide(std::size_t from);

  Random& m_random;
  Family m_family;
  Vec2 m_start{0.0F, 35.0F};
  std::vector<PathPoint> m_points;
  std::vector<Segment> m_segments;
  bool m_hasEvidence = false;
};

// What a device makes of a path.
[[nodiscard]] Trace record(const HandPath& path, const Device& device, Random& random);

// Five different moves, some joined and some lifted.
[[nodiscard]] Trace session(std::uint64_t seed, Family family);
// The same with a tremor of the given size (cm, zero to peak) at 4 to 7 Hz.
[[nodiscard]] Trace tremblingSession(std::uint64_t seed, Family family, float tremorCm);
// The same at one device rate.
[[nodiscard]] Trace sessionAtRate(std::uint64_t seed, Family family, float rateHz);
// About twelve seconds without a purpose.
[[nodiscard]] Trace aimless(std::uint64_t seed, Aimless kind);
// A path of the caller on a plain 125 Hz device.
[[nodiscard]] Trace plain(const HandPath& path, std::uint64_t seed, float rateHz = 125.0F);

}  // namespace knead::test
