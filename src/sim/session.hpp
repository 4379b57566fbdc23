// One session being played: the whole state of a treatment, advanced tick by tick from quantised input.
// Reads nothing but its setup and its input; no clock, no files, no settings of the player.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "level/level.hpp"
#include "sim/events.hpp"
#include "sim/grid.hpp"
#include "sim/tick_input.hpp"
#include "sim/touch/recogniser.hpp"

namespace knead::sim {

// Bumped whenever the same input could give another score: boards and replays are keyed by it.
inline constexpr std::uint32_t kRulesVersion = 2;

// The player's prediction before the treatment.
struct IntakeAnswer {
  bool refer = false;
  std::optional<level::Technique> first, also, avoid;
  friend bool operator==(const IntakeAnswer&, const IntakeAnswer&) = default;
};

// What earlier sessions left in this person, 0..255 each (docs/story.md): the afterglow that is still there, and how
// much regular visits have eased tone, soreness and knots. A run that starts with any is not compared with others.
struct Carry {
  std::uint8_t afterglow = 0, ease = 0;
  friend bool operator==(const Carry&, const Carry&) = default;
};

struct SessionSetup {
  std::uint64_t seed = 1;
  IntakeAnswer intake;
  Assists assists;
  std::vector<IntakeAnswer> further = {};  // what is expected of the level's other people, in their order
  Carry carry = {};                        // of the first person
};

enum class Ending : std::uint8_t { Running, Time, Goal, Comfort, Referred, Enough };
inline constexpr std::array<std::string_view, 6> kEndingIds = {"running", "time",     "goal",
                                                               "comfort", "referred", "enough"};
// A session without a timer ends by itself after so many seconds of play, of all its people: what a recording can hold.
inline constexpr int kUntimedSeconds = 600;

// The tissue as the picture may read it. Temperatures in C ("play" muscle temperature: three times the physical
// rise, game), everything else 0..1 with 1 = resting flow for perfusion.
struct TissueView {
  std::span<const float, kCells> skinC, muscleC, perfusion, tone, soreness, acceptance;
};

struct KnotView {
  Vec2 at;
  float tightness = 0.0F;  // 0 soft .. 1 tight
  float startTightness = 0.0F;
  bool released = false;
};

struct LaidTool {
  level::Tool tool = level::Tool::Towel;
  Vec2 at;
  float sourceC = 0.0F;
  float burn = 0.0F;      // 0..1, 1 = the person takes it off
  float laidForS = 0.0F;  // play seconds
  Vec2 halfSizeCm;
  bool glides = false;  // a hand leads it over the back now
};

struct PersonView {
  float arousal = 0, guarding = 0, comfort = 1;  // 0..1
  float pain = 0;                                // 0..10, smoothed for show
  float painAtStart = 0;
  float endorphins = 0;
  float touchLimit = 0.5F;  // how deep the tissue under the hand lets you go now, 0..1
  float breathsPerMinute = 16;
  bool afterglow = false;
};

// Relief 0..1 of each mechanism, for the meters; the score's terms use the value after the rest.
struct Meters {
  float circulation = 0, endorphins = 0, tension = 0, heat = 0;
  float meanTone = 0;                                      // of the region; band 0.27 .. 0.45 is healthy
  float heatLow = 37.2F, heatHigh = 39.0F, heatC = 36.6F;  // comfortable band of play muscle temperature, and now
  bool tooLoose = false, tooHot = false;
};

struct PostureView {
  // Seen from behind: sideways shift of each vertebra from the plumb line, cm, right positive.
  std::array<float, level::kVertebraCount> lateralCm{};
  // Seen from the side: tilt of each vertebra from the vertical, degrees, forward positive.
  std::array<float, level::kVertebraCount> tiltDeg{};
  float lateralShiftCm = 0, cobbDeg = 0, forwardHeadDeg = 0, kyphosisDeg = 0, lordosisDeg = 0, pelvicTiltDeg = 0;
  float sag = 0;        // 0..1: support lost by over-release
  float deviation = 0;  // one figure, 0 = this person's own ease
};

struct ScoreTerm {
  std::string_view id;  // circulation, endorphins, tension, heat, posture, insight, harm; person, of several
  int points = 0;
  int most = 0;
  std::string why;  // one plain sentence
};

struct MoveTime {
  Move move = Move::None;
  level::Technique technique = level::Technique::Effleurage;
  float seconds = 0;  // credited play seconds
  float quality = 0;  // mean 0..1
};

struct ScoreCard {
  int score = 0;  // 0..100,000
  int stars = 0;
  Ending ending = Ending::Running;
  float circulation = 0, endorphins = 0, tension = 0, heat = 0, posture = 0, insight = 0;  // relief 0..1
  int harm = 0;
  float comfort = 1;
  float painBefore = 0, painAfter = 0;  // 0..10, after the rest
  bool afterglow = false;
  bool leadMet = false, knotsStayed = false;
  bool predicted = false;        // the player said what to expect, right or wrong
  std::vector<ScoreTerm> terms;  // points add up to score
  std::vector<MoveTime> moves;
  std::vector<KnotView> knots;
  PostureView postureBefore, postureAfter;
  std::uint64_t stateHash = 0;
  std::vector<ScoreCard> visits;  // one for each person, where a level has several
};

class Session {
 public:
  Session(const level::Level& level, const SessionSetup& setup);
  Session(const Session&);  // to come back to: a recording is wandered through, a run's page looks back
  Session& operator=(const Session&) = delete;
  ~Session();

  // Advances by 1/120 s. Does nothing once ended, or while it waits.
  void tick(const TickInput& input);
  // What the player expects of the next person of a level with several; those given in the setup come first. Until it
  // is known the session waits.
  void expect(const IntakeAnswer& answer);
  // One person is done and the next waits for `expect`.
  [[nodiscard]] bool waits() const;
  // Which of the level's people is here, from 0.
  [[nodiscard]] std::size_t visit() const;
  [[nodiscard]] bool ended() const;
  [[nodiscard]] Ending ending() const;
  // The result, with the three therapy minutes of rest taken into account; valid once ended. Before that it is
  // what the player would get if the session ended now (cost: about 1 ms).
  [[nodiscard]] ScoreCard score() const;

  [[nodiscard]] std::uint32_t tickCount() const;
  [[nodiscard]] std::uint32_t visitTicks() const;   // of the person who is here
  [[nodiscard]] float secondsLeft() const;          // of a session without a timer: until it ends by itself
  [[nodiscard]] const level::Level& level() const;  // of the person who is here
  [[nodiscard]] const SessionSetup& setup() const;
  [[nodiscard]] std::span<const Event> events() const;  // of the last tick
  [[nodiscard]] const LiveTouch& touch() const;
  // The technique that the live move counts as here: pressing is trigger-point pressure on a knot and acupressure
  // on a named point.
  [[nodiscard]] std::optional<level::Technique> liveTechnique() const;
  // The views below show the state after the last step. They are made when first asked for, so one session must not
  // be looked at from two threads at once.
  [[nodiscard]] TissueView tissue() const;
  [[nodiscard]] std::span<const KnotView> knots() const;
  // Where the person says it hurts, 0..10: the tissue there, and the knots that are felt there (referral included).
  [[nodiscard]] float painAt(Vec2 at) const;
  [[nodiscard]] std::span<const LaidTool> tools() const;
  [[nodiscard]] int stock(level::Tool tool) const;
  [[nodiscard]] const PersonView& person() const;
  [[nodiscard]] const Meters& meters() const;
  [[nodiscard]] const PostureView& posture() const;
  // Mean tone 0..1 of each muscle (level::muscleIndex).
  [[nodiscard]] std::span<const float, level::kMuscleCount> muscleTone() const;
  [[nodiscard]] float pointDose(int point) const;  // 0..1, how much of what it can a point has given
  [[nodiscard]] std::uint64_t stateHash() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace knead::sim
