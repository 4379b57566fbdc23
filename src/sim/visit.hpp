// One person being treated: the whole state of it, advanced tick by tick from quantised input. The order of a tick is
// `Visit::advance`, readable top to bottom. Knows nothing of who comes before or after.
#pragma once

#include <array>
#include <vector>

#include "sim/body.hpp"
#include "sim/posture.hpp"
#include "sim/score.hpp"
#include "sim/session.hpp"

namespace knead::sim {

// Where and how deep the hand was at each of the last ticks, for credit in arrears.
inline constexpr std::uint32_t kTrail = 1024;
struct TrailPoint {
  std::int16_t x = 0, y = 0;
  std::int16_t fromX = 0, fromY = 0;  // where the present draw began
  float pressure = 0.0F;
  float holding = 0.0F;  // 0..1, how long a stretch has been held
};

class Visit {
 public:
  // The level must outlive the visit.
  // `ticksBefore`: of the visits before in this session.
  Visit(const level::Level& given, const IntakeAnswer& said, const Assists& assists, const Carry& carry,
        std::uint32_t ticksBefore);

  // Advances by 1/120 s. Does nothing once ended.
  void advance(const TickInput& input);
  // What the player would get if the visit ended now, after three therapy minutes without a hand.
  [[nodiscard]] ScoreCard score() const;
  [[nodiscard]] std::uint64_t stateHash() const;
  // The last tick there can be.
  [[nodiscard]] std::uint32_t lastTick() const;

  // What only a picture asks for. It is made from the last step when somebody asks, so a proof does without.
  struct Views {
    std::vector<KnotView> knots;
    Meters meters;
    PostureView posture;
    Body::MuscleTones muscleTone{};
    Field<float> playC{};  // muscle temperature as the game shows it
  };
  const Views& look();

  const level::Level* level;
  Recogniser recogniser;
  Body body;
  PersonView person;
  std::vector<Event> events;  // of the last tick
  std::uint32_t tick = 0;     // of this visit
  Ending ending = Ending::Running;

 private:
  // Heat tools: down lays one, or lifts the one that lies there. A stone held in the hand glides: it warms where it
  // goes and strokes as it goes. A press on a stone that lies takes it in the hand; let go in place, it is lifted.
  void useTools(const TickInput& in);
  // A gliding stone strokes: once a step, from how fast it went.
  void glide();
  void follow(const TickInput& in);
  // Turns the ledger's new entries into work for the body.
  void collectCredits();
  void addWork(const Credit& credit, std::uint32_t from, std::uint32_t to);
  // Up the back counts as toward the heart below T5; above it, down does. The ledger writes tick by tick, so the way
  // is read over a longer stretch that ends with this piece of work.
  [[nodiscard]] bool towardHeart(std::uint32_t from, std::uint32_t to) const;
  void stepBody();
  // Once for each muscle that falls below its postural band, and again when it has come back in between.
  void noticeOverRelease();
  void seePerson();
  void checkEnd();
  void end(Ending how);

  IntakeAnswer m_intake;
  bool m_noTimer = false;
  std::uint32_t m_ticksBefore = 0;  // of the people before
  Baseline m_baseline;
  float m_endorphinsAtStart = 0.0F;
  std::array<TrailPoint, kTrail> m_trail{};
  std::vector<Work> m_pending;
  std::array<MoveTime, level::kTechniqueCount> m_moveTimes{};
  std::array<float, level::kTechniqueCount> m_moveQuality{};
  float m_contactPlayS = 0.0F;
  float m_stretchHeldPlayS = 0.0F;
  std::int16_t m_drawX = 0, m_drawY = 0;
  bool m_toolDown = false;
  struct Grip {
    int stone = -1;  // index in the body's laid tools; -1 = none in the hand
    Vec2 from, last;
    bool moved = false;  // or laid just now: letting go leaves it where it is
  };
  Grip m_grip;
  std::array<bool, level::kMuscleCount> m_overReleased{};
  int m_goalTicks = 0;
  Move m_lastMove = Move::None;
  bool m_tooHot = false;
  Views m_views;
  bool m_viewsFresh = false;
};

}  // namespace knead::sim
