// The body under treatment: tissue, knots, muscles' length, the person, and the heat laid on them, coupled
// step by step. It hears of work already recognised; it does not know of devices, time limits or points.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/hash.hpp"
#include "level/level.hpp"
#include "sim/events.hpp"
#include "sim/knot.hpp"
#include "sim/session.hpp"
#include "sim/tissue.hpp"

namespace knead::sim {

inline constexpr int kMaxKnots = 12, kMaxPoints = 16, kMaxLaid = 6;

// The person, 0..1 unless a unit is given.
struct Person {
  float arousal = 0.3F;
  float worry = 0.0F;  // where arousal settles
  float guarding = 0.0F;
  float comfort = 1.0F;
  float endorphins = 0.0F;
  float sensitisation = 0.0F;
  float gate = 0.0F;     // moving touch dulls pain for a moment
  float doseS = 0.0F;    // therapy seconds of good touch
  float tremble = 0.0F;  // s of vibration lately
  float over = 0.0F;     // how far the hand is beyond the limit now
  float limit = 0.5F;    // at the hand
};

// A piece of recognised work: one technique at one place for a while.
struct Work {
  level::Technique technique{};
  Vec2 at;
  Vec2 from;              // where a draw began: a stretch pulls the whole way from there
  float pressure = 0.0F;  // 0..1
  float quality = 0.0F;   // 0..1; for a top-up, the amount added
  float seconds = 0.0F;   // therapy seconds
  bool towardHeart = true;
  float holding = 0.0F;  // 0..1: how fully a stretch is held
  bool topUp = false;
};

// The hand as it is now, whatever it will be called later: what the tissue feels at once.
struct HandNow {
  bool down = false;
  Move move = Move::None;
  Vec2 at;
  float pressure = 0.0F;
  float contactPlayS = 0.0F;
};

// What went wrong, for the score.
struct Harm {
  float overdoseS = 0, boneS = 0, kidneyS = 0, forbiddenS = 0, touchedPlayS = 0;
  float burn = 0;
};

class Body {
 public:
  // The level must outlive the body.
  explicit Body(const level::Level& level, const Carry& carry = {});
  explicit Body(level::Level&&) = delete;

  void apply(const Work& work);
  // One physiology step (1/15 s of play). Events go to `events`.
  void step(const HandNow& hand, std::uint32_t tick, std::vector<Event>& events);
  // The tool of this kind that lies within reach of a place: its index in `laid`, or -1.
  [[nodiscard]] int toolAt(level::Tool tool, Vec2 at) const;
  // Lays one from the tray: its index in `laid`, or -1 when there is none left, no room, or no body below.
  int layTool(level::Tool tool, Vec2 at, std::uint32_t tick, std::vector<Event>& events);
  void liftTool(int index, std::uint32_t tick, std::vector<Event>& events);
  void slideTool(int index, Vec2 at);
  void liftAllTools();

  // Which technique a move counts as at a place; pressing depends on what lies under it.
  [[nodiscard]] level::Technique techniqueOf(Move move, Vec2 at) const;
  [[nodiscard]] float limitAt(Vec2 at) const;  // touch limit 0..1
  [[nodiscard]] float feltDepth(level::Technique technique, float pressure, Vec2 at) const;

  // Mean tone of each muscle, 0..1 (level::muscleIndex).
  using MuscleTones = std::array<float, level::kMuscleCount>;
  [[nodiscard]] MuscleTones muscleTones() const;
  // Pools of the four mechanisms and the pain, over the region. For the score and the picture, not for every step.
  struct Measures {
    float flowPool = 0, tensionPool = 0, heat = 0, meanTone = 0, meanPlayC = 0;
    float pain = 0;       // 0..10, as after a rest: no gate, no overpressure
    float sag = 0;        // 0..1
    float tightness = 0;  // what holds the posture faults
    MuscleTones muscleTone{};
  };
  [[nodiscard]] Measures measure() const;
  // As of the last step, 0..10: Measures::pain.
  [[nodiscard]] float painAtRest() const { return m_pain; }
  [[nodiscard]] float painNow() const;  // with gate and overpressure
  // What a knot hurts, 0..10, wherever it is felt: it counts in the person's pain as much as it is felt there.
  [[nodiscard]] float knotPain(std::size_t knot) const;
  // Where it hurts, 0..10: a knot that refers hurts at its referral, three fifths of the spot's pain, and little at its
  // own place.
  [[nodiscard]] float painAt(Vec2 at) const;

  Tissue tissue;
  std::array<KnotState, kMaxKnots> knots{};
  std::array<float, level::kMuscleCount> shortness{};
  std::array<float, kMaxPoints> pointDose{};
  std::vector<LaidTool> laid;
  std::array<int, level::kToolCount> stock{};
  Person person;
  Harm harm;
  float heatPeak = 0;
  bool afterglow = false;

  [[nodiscard]] const level::Level& level() const { return *m_level; }
  [[nodiscard]] int knotCount() const { return m_knotCount; }
  void addTo(Hash64& hash) const;

 private:
  void feelHand(const HandNow& hand, std::uint32_t tick, std::vector<Event>& events);
  void feelReferral(const HandNow& hand, std::uint32_t tick, std::vector<Event>& events);
  void stepTools(std::uint32_t tick, std::vector<Event>& events);
  void stepKnots(std::uint32_t tick, std::vector<Event>& events);
  void stepPerson();
  void findKnotCells();
  void spreadKnots();
  [[nodiscard]] bool covered(Vec2 at) const;
  // What hurts and what holds, for every step. The first six are sums over the region's cells.
  struct Grip {
    float soreness = 0, toneHurts = 0, lackHurts = 0, spasm = 0, cold = 0, heat = 0;
    float length = 0, knots = 0;  // means, 0..1
    float tightness = 0;
    float pain = 0;  // 0..10, as after a rest
  };
  [[nodiscard]] Grip gripOf() const;
  [[nodiscard]] float tissuePain(Vec2 at) const;  // 0..10, without knots
  // Whether the level starts with this group short, on either side.
  [[nodiscard]] bool startsShort(level::MuscleGroup group) const;

  const level::Level* m_level;
  int m_knotCount = 0;
  float m_pain = 0.0F;         // 0..10, as after a rest
  float m_regionShare = 0.0F;  // of one cell in the region
  float m_startPlayC = 36.6F;  // play temperature of the muscle at the start
  std::vector<int> m_regionCells;
  struct KnotCell {
    int knot = 0, cell = 0;
    float fall = 0.0F;  // 1 at the knot, 0 at one and a half times its reach
  };
  std::vector<KnotCell> m_knotCells;
  std::array<float, level::kMuscleCount> m_startShortness{};   // what a linked knot pulls its muscle back to
  std::array<float, level::kMuscleCount> m_spreadShortness{};  // the shortness that tissue.shortNear shows
  std::array<float, kMaxKnots> m_press{};                      // work on each knot since the last step
  std::array<float, kMaxKnots> m_pressOcclusion{};
  std::array<float, kMaxKnots> m_referralQuietPlayS{};  // until a knot's referral is told again
};

}  // namespace knead::sim
