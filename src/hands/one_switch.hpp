// One switch for a whole session: places, then moves, light up one after the other, a press takes the one that is lit,
// and from then on presses keep the tempo. Time stands still while there is something to choose, so that nobody loses
// by scanning. Counts seconds of the wall, not of play.
#pragma once

#include <vector>

#include "hands/helped_hand.hpp"

namespace knead::hands {

class OneSwitch {
 public:
  // What can be lit.
  struct Item {
    enum class Kind { Place, Depth, Wait, Pause, Move, Back } kind = Kind::Place;
    int place = 0;                                         // Place: of HelpedHand::places
    level::Technique move = level::Technique::Effleurage;  // Move
  };
  // Both must outlive this. `stepS` is how long each is lit.
  OneSwitch(HelpedHand& hand, float stepS) : m_hand(hand), m_stepS(stepS) {}

  // Before each frame: the light goes on while something is to be chosen.
  void update(float seconds, const sim::Session& view);
  void press(const sim::Session& view);
  // Play stands still: there is something to choose.
  [[nodiscard]] bool choosing() const { return m_waitS <= 0.0F && !m_hand.working(); }
  // What is offered now, and which of it is lit; empty while the hand works.
  [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
  [[nodiscard]] std::size_t lit() const { return m_lit; }
  // True once after a press on Pause.
  [[nodiscard]] bool takePause();
  // Seconds that were played, so that a wait comes to its end.
  void played(float seconds) { m_waitS -= seconds; }

  static constexpr float kWaitS = 6.0F;  // of play: warm things work meanwhile (game)

 private:
  void offer(const sim::Session& view);

  HelpedHand& m_hand;
  float m_stepS, m_litS = 0, m_waitS = 0;
  std::vector<Item> m_items;
  std::size_t m_lit = 0;
  bool m_atMoves = false, m_pause = false, m_wasChoosing = false;
};

}  // namespace knead::hands
