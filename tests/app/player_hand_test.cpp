// The player's own hand apart from any screen: one press that holds, tools, and what is told of how it was played.
#include "app/drivers/player_hand.hpp"

#include "support/catch.hpp"
#include "support/shipped.hpp"

using namespace knead;
using namespace knead::app;
using Kind = platform::InputEvent::Kind;
using profile::Action;
using profile::Option;

namespace {

const level::Level& worked() { return testing::shippedCatalogue().levels.front().level; }

// A hand on a back, tick by tick.
struct Held {
  profile::Settings settings;
  sim::Session session{worked(), {}};
  std::unique_ptr<PlayerHand> hand = std::make_unique<PlayerHand>(worked(), settings, 1);

  void set(Option option, int value) {
    settings.set(option, value);
    hand = std::make_unique<PlayerHand>(worked(), settings, 1);
  }
  [[nodiscard]] double now() const { return session.tickCount() / 120.0; }
  sim::TickInput tick() {
    const sim::TickInput input = hand->next(session);
    session.tick(input);
    return input;
  }
  sim::TickInput ticks(int n) {
    sim::TickInput last;
    for (int i = 0; i < n; ++i) last = tick();
    return last;
  }
  void key(Action action, bool down, Kind pressed = Kind::KeyDown) {
    platform::InputEvent e;
    e.kind = down ? pressed : pressed == Kind::KeyDown ? Kind::KeyUp : Kind::ButtonUp;
    e.table = action;
    REQUIRE(hand->handle(e, session));
  }
  void click() {
    hand->press(true, now());
    hand->press(false, now());
  }
};

}  // namespace

TEST_CASE("one press holds until the next, by key and by pointer", "[app][hand]") {
  Held held;
  held.set(Option::ClickToHold, 1);
  held.key(Action::Touch, true);
  held.key(Action::Touch, false);
  CHECK(held.ticks(30).contact);
  held.key(Action::Touch, true);
  held.key(Action::Touch, false);
  CHECK_FALSE(held.ticks(30).contact);

  held.hand->point({0, 25}, held.now());
  held.click();
  CHECK(held.ticks(30).contact);
  held.click();
  CHECK_FALSE(held.ticks(30).contact);
}

TEST_CASE("a tool that is taken is picked up, not pressed down", "[app][hand]") {
  for (const bool byKey : {true, false}) {
    INFO(byKey);
    Held held;
    held.set(Option::ClickToHold, 1);
    if (byKey) {
      held.key(Action::Touch, true);
      held.key(Action::Touch, false);
    } else {
      held.hand->point({0, 25}, held.now());
      held.click();
    }
    REQUIRE(held.ticks(30).contact);
    held.hand->take(level::Tool::Towel, held.now());
    const sim::TickInput after = held.ticks(30);
    CHECK(after.tool == level::Tool::Towel);
    CHECK_FALSE(after.contact);
    // It is laid by a press that lasts as long as it lasts.
    if (byKey)
      held.key(Action::Touch, true);
    else
      held.hand->press(true, held.now());
    CHECK(held.ticks(5).contact);
    if (byKey)
      held.key(Action::Touch, false);
    else
      held.hand->press(false, held.now());
    CHECK_FALSE(held.ticks(5).contact);
    // And nothing of the hand's own hold comes back with the hand.
    held.hand->take(level::Tool::Hand, held.now());
    CHECK_FALSE(held.ticks(5).contact);
  }
}

TEST_CASE("tremble and roll that were latched end with another tool", "[app][hand]") {
  Held held;
  held.set(Option::ClickToHold, 1);
  held.key(Action::Tremble, true);
  held.key(Action::Tremble, false);
  held.key(Action::Touch, true);
  held.key(Action::Touch, false);
  REQUIRE(held.ticks(30).contact);
  held.hand->take(level::Tool::Stone, held.now());
  held.hand->take(level::Tool::Hand, held.now());
  held.key(Action::Touch, true);
  held.key(Action::Touch, false);
  const sim::TickInput first = held.ticks(2), later = held.ticks(20);
  CHECK(first.contact);
  CHECK(first.x == later.x);  // rests
}

TEST_CASE("what is told of a run is of all its people", "[app][hand]") {
  Held held;
  held.key(Action::Touch, true);
  (void)held.ticks(90);
  held.hand->played(true);
  CHECK(held.hand->mode() == replay::InputMode::Keyboard);
  // Somebody else lies there, and is touched less, with a mouse and at full speed.
  const PlayerHand::Use before = held.hand->use();
  held.set(Option::HandBy, profile::kHandDirect);
  held.hand->goOn(before);
  held.hand->point({0, 25}, held.now());
  held.hand->press(true, held.now());
  (void)held.ticks(40);
  held.hand->played(false);
  CHECK(held.hand->mode() == replay::InputMode::Keyboard);
  CHECK(held.hand->use().help == replay::Help{true, false});
  (void)held.ticks(90);
  CHECK(held.hand->mode() == replay::InputMode::Mouse);
  // A third one has a hand that is led.
  const PlayerHand::Use two = held.hand->use();
  held.set(Option::HandBy, profile::kHandHelped);
  held.hand->goOn(two);
  CHECK(held.hand->use().help == replay::Help{true, true});
  const PlayerHand::Use three = held.hand->use();
  held.set(Option::HandBy, profile::kHandDirect);
  held.hand->goOn(three);
  CHECK(held.hand->use().help.ledHand);
}
