#include "hands/one_switch.hpp"

namespace knead::hands {

using Kind = OneSwitch::Item::Kind;

void OneSwitch::offer(const sim::Session& view) {
  m_items.clear();
  m_lit = 0;
  m_litS = 0.0F;
  if (m_atMoves) {
    const Place& place = m_hand.places()[static_cast<std::size_t>(m_hand.place())];
    for (const level::Technique t : movesAt(place, view)) m_items.push_back({Kind::Move, 0, t});
    m_items.push_back({Kind::Back, 0, {}});
    return;
  }
  for (std::size_t i = 0; i < m_hand.places().size(); ++i) m_items.push_back({Kind::Place, static_cast<int>(i), {}});
  m_items.push_back({Kind::Wait, 0, {}});
  m_items.push_back({Kind::Depth, 0, {}});
  m_items.push_back({Kind::Pause, 0, {}});
}

void OneSwitch::update(float seconds, const sim::Session& view) {
  const bool now = choosing();
  if (!now) {
    m_items.clear();
    m_atMoves = false;
  } else if (!m_wasChoosing || m_items.empty()) {
    offer(view);
  } else {
    m_litS += seconds;
    if (m_litS >= m_stepS) {
      m_litS = 0.0F;
      m_lit = (m_lit + 1) % m_items.size();
    }
  }
  // The lit place is shown by the hand itself.
  if (now && !m_items.empty() && m_items[m_lit].kind == Kind::Place && m_hand.place() != m_items[m_lit].place)
    m_hand.choose(m_items[m_lit].place);
  m_wasChoosing = now;
}

void OneSwitch::press(const sim::Session& view) {
  // A hand that keeps its own tempo goes on by itself: a press says that it is enough.
  if (m_hand.working() && m_hand.ownTempo() && !level::isTool(*m_hand.working())) return m_hand.stop();
  if (!choosing()) return m_hand.beat();
  if (m_items.empty()) return;
  const Item item = m_items[m_lit];
  switch (item.kind) {
    case Kind::Place:
      m_hand.choose(item.place);
      m_atMoves = true;
      return offer(view);
    case Kind::Move:
      m_atMoves = false;
      m_items.clear();
      return m_hand.start(item.move);
    case Kind::Back: m_atMoves = false; return offer(view);
    case Kind::Wait: m_waitS = kWaitS; return m_items.clear();
    case Kind::Depth:
      m_hand.setDepth(m_hand.depth() >= 1 ? -1 : m_hand.depth() + 1);
      m_litS = 0.0F;
      return;
    case Kind::Pause: m_pause = true; return;
  }
}

bool OneSwitch::takePause() {
  const bool asked = m_pause;
  m_pause = false;
  return asked;
}

}  // namespace knead::hands
