// What a level is, once read and checked: the person, the state of their back, what the player may use, and
// what counts. A level is initial state and words only; everything that happens comes out of the simulation.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/vec2.hpp"
#include "level/anatomy.hpp"
#include "level/technique.hpp"

namespace knead::level {

enum class KnotKind : std::uint8_t { Nodule, Rope, Soft };
inline constexpr std::array<std::string_view, 3> kKnotKindIds = {"nodule", "rope", "soft"};

struct Knot {
  std::string id;
  Vec2 at;  // cm
  KnotKind kind = KnotKind::Nodule;
  float tightness = 0.9F;  // 0..1, K at the start
  MuscleGroup muscle = MuscleGroup::UpperTrapezius;
  bool linked = false;  // a short muscle keeps feeding it, and it keeps the muscle short
  bool refers = false;  // pain is felt at `refersTo`, not here
  Vec2 refersTo;
};

struct Region {
  float x0 = -12, x1 = 12, y0 = 10, y1 = 60;  // cm
  [[nodiscard]] bool contains(Vec2 p) const { return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1; }
};

// The state of the tissue in the region at the start. All 0..1 unless a unit is given. See docs/level-format.md.
struct Tissue {
  float tone = 0.42F;  // habit tone
  float soreness = 0.0F;
  float narrowing = 0.0F;  // vessels: poor circulation
  float spasm = 0.0F;      // acute protective spasm
  float shortness = 0.0F;  // of the muscles in `shortMuscles`
  std::vector<MuscleGroup> shortMuscles;
  int shortSide = 0;  // -1 left, 0 both, 1 right
  float deepTemperatureC = 36.84F;
  float coldSkinC = 0.0F;   // how much colder than neutral the skin starts
  float acceptance = 0.0F;  // how much touch this tissue already accepts
};

struct PersonState {
  float arousal = 0.3F;        // guarding
  float sensitisation = 0.0F;  // chronic pain
  float endorphins = 0.0F;     // afterglow of an earlier session
};

// Postural faults at the start, -1..1 each; how much of each remains follows the tightness of its muscles.
struct PostureFaults {
  float lateral = 0.0F;  // + = chest shifted to the right, seen from behind
  float forwardHead = 0.0F;
  float kyphosis = 0.0F;
  float lordosis = 0.0F;
  float pelvicTilt = 0.0F;
};

struct NoGo {
  Vec2 at;
  float radiusCm = 3.0F;
  std::vector<Technique> techniques;  // empty = every technique
  std::string why;
};

struct Weights {
  int circulation = 0, endorphins = 0, tension = 0, heat = 0, posture = 0, insight = 0;  // sum 100,000
};
struct Goals {  // the relief 0..1 that earns the full weight
  float circulation = 1, endorphins = 1, tension = 1, heat = 1, posture = 1;
};
enum class Mechanism : std::uint8_t { Circulation, Endorphins, Tension, Heat };
inline constexpr std::array<std::string_view, 4> kMechanismIds = {"circulation", "endorphins", "tension", "heat"};

// Pain drop after the rest, share of the pain at the start.
struct StarLines {
  float one = 0.35F, two = 0.60F, three = 0.80F;
  std::string reason;  // needed when a line differs from the game's
};

struct Why {
  Technique technique;
  std::string text;
};
struct Intake {
  bool refer = false;                         // the right move is to send this person to a doctor
  std::vector<Technique> first, also, avoid;  // every answer that counts as right
  std::vector<Why> why;
};

struct Evidence {
  std::string article;   // what the article says
  std::string evidence;  // what the evidence says
  char grade = 'C';      // A good, B some, C weak, D tradition or mechanism only
  std::string source;
  std::string stopSign;
};

struct Person {
  std::string id;  // in the book of people; empty for somebody met once
  std::string name;
  std::string role;
  std::string words;  // their own, shown as a quote
  std::vector<std::string> signs;
  std::string better, worse;  // what they say when it is over
};

struct Level {
  std::string id, title, chapter, lesson;
  int number = 0;
  int day = 0;  // of the story, since the first session
  Pain pain = Pain::PoorCirculation;
  int seconds = 90;
  Person person;
  Intake intake;
  std::vector<Region> regions;
  Tissue tissue;
  PersonState state;
  PostureFaults posture;
  std::vector<Knot> knots;
  std::vector<Vec2> points;  // acupressure points the level names
  std::vector<NoGo> noGo;
  std::array<int, kToolCount> tools{};  // stock per tool; [Hand] unused
  Weights weights;
  Goals goals;
  Mechanism lead = Mechanism::Tension;
  float leadGoal = 0.7F;  // relief of the lead mechanism asked for two stars
  StarLines stars;
  float keepPainBelow = 0.0F;  // ends early when pain stays below this share for keepSeconds; 0 = never
  int keepSeconds = 5;
  Evidence evidence;
  std::vector<std::pair<Technique, float>> plan;  // a good plan: technique, seconds (what the expert bot follows)
  std::vector<Technique> tempting;                // what looks right and is not (what the wrong bot does)
  std::uint64_t hash = 0;                         // of the canonical form
  // Further people of the same level, one after the other. Each is a whole level with the same id, number, title,
  // chapter, lesson, day, evidence, stars and hash, and has no visits of its own.
  std::vector<Level> visits;
  // How many people this level is about, and one of them; 0 is the level itself.
  [[nodiscard]] std::size_t people() const { return 1 + visits.size(); }
  [[nodiscard]] const Level& visit(std::size_t i) const { return i == 0 ? *this : visits[i - 1]; }
};

}  // namespace knead::level
