// A hand that leads itself: the player chooses where and which move, and keeps its tempo by a press on each beat. For
// the keyboard with help and for one switch. It sees what anybody at the table sees and never goes deeper than the
// ring of the touch limit; whether the move is the right one is the player's to know.
#pragma once

#include <optional>
#include <vector>

#include "hands/eye.hpp"

namespace knead::hands {

// Something on this back that a hand can be sent to.
struct Place {
  enum class Kind { Area, Knot, Point } kind = Kind::Area;
  int index = 0;  // of the level's regions, knots or points
  Vec2 at;        // cm; the middle of an area
};
// Areas first, then knots and points from the head down.
[[nodiscard]] std::vector<Place> placesOf(const level::Level& level);
// What can be done there, in the order of the strip of moves; tools only while one is on the tray or lies here.
[[nodiscard]] std::vector<level::Technique> movesAt(const Place& place, const sim::Session& view);

inline constexpr float kBeatS = 2.4F;  // from press to press (game: 25 a minute, far below any limit of effort)

class HelpedHand {
 public:
  // The level must outlive this.
  HelpedHand(const level::Level& level, std::uint64_t seed);

  [[nodiscard]] const std::vector<Place>& places() const { return m_places; }
  [[nodiscard]] int place() const { return m_place; }
  // Lifts the hand and carries it there; a number beyond the ends goes round.
  void choose(int place);
  // Begins a move at the chosen place; tools are laid, or lifted where one lies.
  void start(level::Technique technique);
  void stop();
  [[nodiscard]] std::optional<level::Technique> working() const { return m_working; }
  // The press on the beat: early quickens the hand, late slows it; without any it tires and lifts after three beats.
  void beat();
  // The hand keeps its own tempo.
  void setOwnTempo(bool own) { m_ownTempo = own; }
  [[nodiscard]] bool ownTempo() const { return m_ownTempo; }
  // 0 just pressed .. 1 press now; more is late.
  [[nodiscard]] float beatDue() const { return m_sinceBeat / kBeatS; }
  // Whether there is anything to keep up: not while a tool is laid.
  [[nodiscard]] bool wantsBeat() const { return m_working && !level::isTool(*m_working) && !m_ownTempo; }
  // -1 gentle, 0 usual, 1 deep; the ring holds it back all the same.
  void setDepth(int step) { m_depth = step; }
  [[nodiscard]] int depth() const { return m_depth; }
  [[nodiscard]] Vec2 at() const { return m_at; }

  // The sample of the next tick; to be called once a tick.
  sim::PointerSample sample(const sim::Session& view);

 private:
  void next(const sim::Session& view);
  [[nodiscard]] float ceiling(const sim::Session& view) const;
  [[nodiscard]] bool done(const sim::Session& view) const;

  std::vector<Place> m_places;
  std::vector<level::Level> m_areas;  // the level as if it had only this area, for the eye
  std::vector<Eye> m_eyes;
  Hand m_hand;
  int m_place = 0, m_turn = 0, m_depth = 0;
  std::optional<level::Technique> m_working;
  bool m_ownTempo = false, m_begun = false;
  bool m_leavesStone = false;  // a glide was broken off: the stone comes off before anything else
  float m_sinceBeat = 0, m_tempo = 1;
  Vec2 m_at{0.0F, 30.0F};
};

}  // namespace knead::hands
