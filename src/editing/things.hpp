// What lies on the back of a draft and can be taken by the hand: knots, the places their pain is felt, named points,
// places to leave alone, corners of the region. Positions are centimetres of the material frame, kept to a quarter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/vec2.hpp"
#include "editing/draft.hpp"
#include "level/anatomy.hpp"

namespace knead::editing {

enum class ThingKind : std::uint8_t { Knot, Referral, Point, NoGo, RegionTop, RegionBottom };

struct Thing {
  ThingKind kind = ThingKind::Knot;
  std::size_t index = 0;  // in its list
  Vec2 at;
  friend bool operator==(const Thing& a, const Thing& b) { return a.kind == b.kind && a.index == b.index; }
};

// Of one person of the level: "" of the first, "/visits/0" of the second, ...
[[nodiscard]] std::vector<Thing> thingsOf(const Draft& draft, const std::string& person);
// The nearest within `reach` cm.
[[nodiscard]] std::optional<Thing> thingNear(const std::vector<Thing>& things, Vec2 at, float reach);

// On the body, to a quarter of a centimetre.
[[nodiscard]] Vec2 snapped(Vec2 at);
// The muscle that lies uppermost there; the erector of the spine where none does.
[[nodiscard]] level::MuscleGroup muscleUnder(Vec2 at);

void addKnot(Draft& draft, const std::string& person, Vec2 at);
void addPoint(Draft& draft, const std::string& person, Vec2 at);
void addNoGo(Draft& draft, const std::string& person, Vec2 at);
// Moves as one step until `mark` is another. A corner of a region keeps it at least two centimetres wide and high.
void moveThing(Draft& draft, const std::string& person, const Thing& thing, Vec2 to, std::string_view mark);
// A referral goes alone; a knot takes its own along. The corners of the last region stay.
void removeThing(Draft& draft, const std::string& person, const Thing& thing);

// Gives a weight so many points, 0..100,000, and takes them from or gives them to the others, in steps of 1,000 and
// the largest first, so that the sum stays 100,000.
void setWeight(Draft& draft, const std::string& person, const std::string& name, int points);

// first, also, avoid, or nothing: the role of a technique at the intake. A new role brings an empty line for its why
// along, a lost one takes it away.
void setRole(Draft& draft, const std::string& person, const std::string& technique, const std::string& role);
[[nodiscard]] std::string roleOf(const Draft& draft, const std::string& person, const std::string& technique);
// Where the why of a technique stands; empty if there is none.
[[nodiscard]] std::string whyPointer(const Draft& draft, const std::string& person, const std::string& technique);
// Puts a name into a list of names, or takes it out.
void toggleIn(Draft& draft, const std::string& list, const std::string& name);
[[nodiscard]] bool isIn(const Draft& draft, const std::string& list, const std::string& name);

}  // namespace knead::editing
