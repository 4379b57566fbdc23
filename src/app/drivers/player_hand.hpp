// The player's own hand, whatever leads it: a pointer, keys, a gamepad, keys with help, one switch. All of them end in
// the same quantised input; nothing else of them reaches the session. Knows no picture: the screen tells it where on
// the back the pointer is.
#pragma once

#include <array>
#include <optional>
#include <set>

#include "app/drivers/source.hpp"
#include "app/platform/sfml_adapter.hpp"
#include "hands/one_switch.hpp"
#include "hands/steered_hand.hpp"
#include "profile/settings.hpp"

namespace knead::app {

class PlayerHand final : public Source {
 public:
  // Both must outlive this.
  PlayerHand(const level::Level& level, const profile::Settings& settings, std::uint64_t seed);

  // Keys, buttons and sticks; true if it was for the hand. `session`: what the one switch chooses from.
  bool handle(const platform::InputEvent& event, const sim::Session& session);
  // The pointer, cm on the back; `playS`: the moment of play that it belongs to.
  void point(Vec2 cm, double playS);
  void press(bool down, double playS);
  // Lifted and at rest: a pause, another window.
  void letGo(double playS);
  void take(level::Tool tool, double playS);
  void deepen(float by, double playS);  // of the ceiling
  void finish() { m_finish = true; }    // the next input ends a session without a timer

  // Wall time, before the ticks of a frame: what is lit goes on.
  void update(float seconds, const sim::Session& session);
  // Play stands still for this tick: the hand is on its way, or there is something to choose.
  bool waits(const sim::Session& session);
  sim::TickInput next(const sim::Session& session) override;

  // True once when the one switch asked for it.
  [[nodiscard]] bool takePause() { return m_switch && m_switch->takePause(); }
  // The pointer is a finger: the hand lies above it.
  [[nodiscard]] bool byFinger() const { return m_finger; }
  // One press holds until the next.
  [[nodiscard]] bool latches() const { return m_settings.on(profile::Option::ClickToHold); }
  // Whether a pointer leads: then the hand is drawn where the pointer is.
  [[nodiscard]] bool points() const { return m_leads == Leads::Pointer; }
  [[nodiscard]] Vec2 at() const;  // cm
  [[nodiscard]] float ceiling() const { return m_ceiling; }
  // For the picture; null when the hand is led directly.
  [[nodiscard]] const hands::HelpedHand* helped() const { return m_helped ? &*m_helped : nullptr; }
  [[nodiscard]] const hands::OneSwitch* oneSwitch() const { return m_switch ? &*m_switch : nullptr; }
  // Keys with help: the move that Touch begins.
  [[nodiscard]] level::Technique chosenMove(const sim::Session& session) const;

  // How it was played until now.
  struct Use {
    std::array<int, replay::kInputModeIds.size()> touched{};  // ticks
    replay::Help help;
  };
  [[nodiscard]] const Use& use() const { return m_use; }
  // Goes on counting from what another hand was used for, with the people before.
  void goOn(const Use& before);
  void played(bool slower) { m_use.help.slowerTime = m_use.help.slowerTime || slower; }
  // What touched most, since `goOn` too.
  [[nodiscard]] replay::InputMode mode() const;

 private:
  enum class Leads { Pointer, Keys, Pad };
  void send(double playS);
  [[nodiscard]] hands::Steering steering() const;
  bool steer(const platform::InputEvent& event);
  bool help(const platform::InputEvent& event, const sim::Session& session);
  void hold(profile::Action action, bool down, Leads by);
  [[nodiscard]] bool held(profile::Action action) const { return m_held.count(action) > 0; }
  void jump(int way);

  const profile::Settings& m_settings;
  const level::Level& m_level;
  sim::PointerResampler m_pointer;
  hands::SteeredHand m_steered;
  std::optional<hands::HelpedHand> m_helped;
  std::optional<hands::OneSwitch> m_switch;
  Leads m_leads = Leads::Pointer;
  std::set<profile::Action> m_held;
  std::array<Vec2, 2> m_sticks{};
  Vec2 m_pointerCm{0, 30};
  bool m_down = false, m_latched = false, m_finger = false, m_finish = false;
  level::Tool m_tool = level::Tool::Hand;
  float m_ceiling = .65F;
  int m_place = -1, m_move = 0;
  std::uint64_t m_sentUs = 0;
  Use m_use;
};

}  // namespace knead::app
