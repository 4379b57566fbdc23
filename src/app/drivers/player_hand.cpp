#include "app/drivers/player_hand.hpp"

#include <algorithm>

#include "core/math.hpp"

namespace knead::app {

using Kind = platform::InputEvent::Kind;
using profile::Action;
using profile::Option;

namespace {

constexpr float kLeastCeiling = .1F;
constexpr float kAboveFingerCm = 2.2F;  // where it can be seen

}  // namespace

PlayerHand::PlayerHand(const level::Level& level, const profile::Settings& settings, std::uint64_t seed)
    : m_settings(settings), m_level(level), m_finger(settings.get(Option::Pointing) == profile::kPointFinger) {
  const int by = settings.get(Option::HandBy);
  if (by == profile::kHandDirect) return;
  m_helped.emplace(level, seed);
  m_use.help.ledHand = true;
  m_helped->setOwnTempo(settings.on(Option::OwnTempo));
  m_leads = Leads::Keys;
  if (by == profile::kHandOneSwitch)
    m_switch.emplace(*m_helped, static_cast<float>(settings.get(Option::ScanStep)) * .001F);
}

// --- the pointer ----------------------------------------------------------------------------------------------------

void PlayerHand::send(double playS) {
  sim::PointerSample s;
  s.microseconds = m_sentUs = std::max(m_sentUs, static_cast<std::uint64_t>(playS * 1e6));
  s.cm = m_finger ? m_pointerCm - Vec2{0, kAboveFingerCm} : m_pointerCm;
  s.down = m_down;
  s.tool = m_tool;
  s.ceiling = m_ceiling;
  m_pointer.push(s);
}

void PlayerHand::point(Vec2 cm, double playS) {
  m_pointerCm = cm;
  if (m_helped) return;
  m_leads = Leads::Pointer;
  send(playS);
}

void PlayerHand::press(bool down, double playS) {
  if (m_helped) return;
  m_leads = Leads::Pointer;
  // Press once to hold: the next press lifts. Warm things are laid by a press either way.
  const bool latch = latches() && m_tool == level::Tool::Hand;
  if (!latch)
    m_down = down;
  else if (down)
    m_down = !m_down;
  send(playS);
}

void PlayerHand::letGo(double playS) {
  m_down = m_latched = false;
  m_held.clear();
  m_sticks = {};
  if (m_helped) m_helped->stop();
  send(playS);
}

void PlayerHand::take(level::Tool tool, double playS) {
  // A hand that was held by one press is lifted: another tool is picked up, not pressed down.
  if (m_latched || latches()) {
    for (const Action action : {Action::Touch, Action::Roll, Action::Tremble}) m_held.erase(action);
  }
  m_down = m_latched = false;
  m_tool = tool;
  send(playS);
}

void PlayerHand::deepen(float by, double playS) {
  m_ceiling = clamp(m_ceiling + by, kLeastCeiling, 1.0F);
  m_steered.setCeiling(m_ceiling);
  send(playS);
}

Vec2 PlayerHand::at() const {
  if (m_helped) return m_helped->at();
  return m_leads == Leads::Pointer ? m_pointerCm : m_steered.at();
}

// --- keys, sticks and the switch ------------------------------------------------------------------------------------

bool PlayerHand::handle(const platform::InputEvent& e, const sim::Session& session) {
  if (m_switch) {
    const bool pressed = e.pressed() || (e.kind == Kind::MouseDown && e.leftButton);
    // Whatever a switch is wired to: its own key, the usual keys, a click, the lowest button.
    const bool heard = e.kind == Kind::MouseDown || e.table == Action::OneSwitch || e.table == Action::Touch;
    if (pressed && heard) m_switch->press(session);
    return heard;
  }
  if (m_helped) return help(e, session);
  return steer(e);
}

void PlayerHand::hold(Action action, bool down, Leads by) {
  if (down)
    m_held.insert(action);
  else
    m_held.erase(action);
  if (m_leads == Leads::Pointer) m_steered = hands::SteeredHand(m_pointerCm);
  m_steered.setCeiling(m_ceiling);
  m_leads = by;
}

bool PlayerHand::steer(const platform::InputEvent& e) {
  if (e.kind == Kind::Stick) {
    m_sticks[static_cast<std::size_t>(e.number)] = {e.x, e.y};
    if (lengthSquared(m_sticks[0]) + lengthSquared(m_sticks[1]) > 0) {
      if (m_leads == Leads::Pointer) m_steered = hands::SteeredHand(m_pointerCm);
      m_steered.setCeiling(m_ceiling);
      m_leads = Leads::Pad;
    }
    return true;
  }
  const bool down = e.pressed();
  if (!down && e.kind != Kind::KeyUp && e.kind != Kind::ButtonUp) return false;
  if (!e.table) return false;
  const Leads by = e.kind == Kind::ButtonDown || e.kind == Kind::ButtonUp ? Leads::Pad : Leads::Keys;
  switch (*e.table) {
    case Action::Touch:
      // Press once to hold, as with a pointer.
      if (latches() && m_tool == level::Tool::Hand) {
        if (down) m_latched = !m_latched;
        hold(Action::Touch, m_latched, by);
      } else {
        hold(Action::Touch, down, by);
      }
      return true;
    case Action::Roll:
    case Action::Tremble:
      if (latches()) {
        if (down) hold(*e.table, !held(*e.table), by);
      } else {
        hold(*e.table, down, by);
      }
      return true;
    case Action::HandUp:
    case Action::HandDown:
    case Action::HandLeft:
    case Action::HandRight:
    case Action::Slow: hold(*e.table, down, by); return true;
    case Action::Deeper:
    case Action::Softer:
      // These do not make a keyboard of a mouse.
      if (down)
        m_held.insert(*e.table);
      else
        m_held.erase(*e.table);
      return true;
    case Action::NextPlace:
    case Action::PreviousPlace:
      if (down) {
        hold(*e.table, false, by);
        jump(*e.table == Action::NextPlace ? 1 : -1);
      }
      return true;
    default: return false;
  }
}

void PlayerHand::jump(int way) {
  if (held(Action::Touch)) return;
  const std::vector<hands::Place> places = hands::placesOf(m_level);
  const int n = static_cast<int>(places.size());
  if (n == 0) return;
  m_place = m_place < 0 && way < 0 ? n - 1 : (m_place + way + n) % n;
  m_steered.goTo(places[static_cast<std::size_t>(m_place)].at);
}

level::Technique PlayerHand::chosenMove(const sim::Session& session) const {
  const hands::Place& place = m_helped->places()[static_cast<std::size_t>(m_helped->place())];
  const std::vector<level::Technique> moves = hands::movesAt(place, session);
  return moves[static_cast<std::size_t>(m_move) % moves.size()];
}

bool PlayerHand::help(const platform::InputEvent& e, const sim::Session& session) {
  if (!e.pressed() || !e.table) return false;
  const hands::Place& place = m_helped->places()[static_cast<std::size_t>(m_helped->place())];
  const int moves = static_cast<int>(hands::movesAt(place, session).size());
  switch (*e.table) {
    case Action::HandLeft:
    case Action::PreviousPlace:
      m_helped->choose(m_helped->place() - 1);
      m_move = 0;
      return true;
    case Action::HandRight:
    case Action::NextPlace:
      m_helped->choose(m_helped->place() + 1);
      m_move = 0;
      return true;
    case Action::HandUp:
    case Action::HandDown:
      m_helped->stop();
      m_move = (m_move + (*e.table == Action::HandDown ? 1 : moves - 1)) % moves;
      return true;
    case Action::Softer: m_helped->setDepth(std::max(-1, m_helped->depth() - 1)); return true;
    case Action::Deeper: m_helped->setDepth(std::min(1, m_helped->depth() + 1)); return true;
    case Action::Slow: m_helped->stop(); return true;
    case Action::Touch:
      if (m_helped->working())
        m_helped->beat();
      else
        m_helped->start(chosenMove(session));
      return true;
    default: return false;
  }
}

hands::Steering PlayerHand::steering() const {
  const auto axis = [this](Action low, Action high) {
    return static_cast<float>(held(high)) - static_cast<float>(held(low));
  };
  hands::Steering s;
  const Vec2 keys{axis(Action::HandLeft, Action::HandRight), axis(Action::HandUp, Action::HandDown)};
  const float pace =
      static_cast<float>(m_settings.get(m_leads == Leads::Pad ? Option::StickPace : Option::KeyPace)) * .01F;
  s.way = (lengthSquared(keys) > 0 ? keys * (1 / std::max(1.0F, length(keys))) : m_sticks[0]) * std::min(1.0F, pace);
  s.lean = m_sticks[1];
  s.touch = held(Action::Touch);
  s.slow = held(Action::Slow);
  s.roll = held(Action::Roll);
  s.tremble = held(Action::Tremble);
  s.tool = m_tool;
  s.deeper = axis(Action::Softer, Action::Deeper);
  return s;
}

// --- time -----------------------------------------------------------------------------------------------------------

void PlayerHand::update(float seconds, const sim::Session& session) {
  if (m_switch) m_switch->update(seconds, session);
}

bool PlayerHand::waits(const sim::Session& session) {
  if (m_switch) return m_switch->choosing();
  if (m_helped || m_leads == Leads::Pointer) return false;
  const hands::Steering s = steering();
  if (!m_steered.travels(s)) return false;
  m_steered.setPace(std::max(
      1.0F, static_cast<float>(m_settings.get(m_leads == Leads::Pad ? Option::StickPace : Option::KeyPace)) * .01F));
  m_steered.sample(s, session.tickCount());
  return true;
}

sim::TickInput PlayerHand::next(const sim::Session& session) {
  sim::TickInput input;
  if (m_helped) {
    const sim::PointerSample s = m_helped->sample(session);
    input = sim::quantise(s.cm, s.down, s.tool, s.ceiling);
    m_down = s.down;
    if (m_switch) m_switch->played(sim::kSecondsPerTick);
    if (input.contact)
      ++m_use.touched[static_cast<std::size_t>(m_switch ? replay::InputMode::Switch : replay::InputMode::Keyboard)];
  } else if (m_leads == Leads::Pointer) {
    const float depth = static_cast<float>(held(Action::Deeper)) - static_cast<float>(held(Action::Softer));
    if (depth != 0) deepen(depth * .5F * sim::kSecondsPerTick, static_cast<double>(session.tickCount()) / 120);
    input = m_pointer.take(session.tickCount());
    if (input.contact)
      ++m_use.touched[static_cast<std::size_t>(m_finger ? replay::InputMode::Touch : replay::InputMode::Mouse)];
  } else {
    const sim::PointerSample s = m_steered.sample(steering(), session.tickCount());
    input = sim::quantise(s.cm, s.down, s.tool, s.ceiling);
    m_down = s.down;
    m_ceiling = m_steered.ceiling();
    if (input.contact)
      ++m_use.touched[static_cast<std::size_t>(m_leads == Leads::Pad ? replay::InputMode::Gamepad
                                                                     : replay::InputMode::Keyboard)];
  }
  input.finish = m_finish;
  return input;
}

void PlayerHand::goOn(const Use& before) {
  for (std::size_t i = 0; i < m_use.touched.size(); ++i) m_use.touched[i] += before.touched[i];
  m_use.help.slowerTime = m_use.help.slowerTime || before.help.slowerTime;
  m_use.help.ledHand = m_use.help.ledHand || before.help.ledHand;
}

replay::InputMode PlayerHand::mode() const {
  const auto most = std::max_element(m_use.touched.begin(), m_use.touched.end());
  if (*most > 0) return static_cast<replay::InputMode>(most - m_use.touched.begin());
  if (m_switch) return replay::InputMode::Switch;
  return m_helped ? replay::InputMode::Keyboard : m_finger ? replay::InputMode::Touch : replay::InputMode::Mouse;
}

}  // namespace knead::app
