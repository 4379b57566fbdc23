// Keys and buttons as the player likes them: nothing doubled as delivered, conflicts named, nobody locked out, and a
// file that can be wrong.
#include "profile/bindings.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "support/catch.hpp"

using namespace knead::profile;

TEST_CASE("as delivered no press means two things", "[profile]") {
  const Bindings usual;
  for (const ActionRow& row : actionTable()) {
    INFO(row.id);
    CHECK(usual.conflicts(row.action).empty());
    CHECK(std::string(row.label).size() > 1);
    // Each can be done with a keyboard alone.
    CHECK(usual.key(row.action, 0) != Key::None);
  }
}

TEST_CASE("a key means what it is bound to, by context", "[profile]") {
  Bindings b;
  CHECK(b.meaning(Key::Space, Context::Menu) == Action::Confirm);
  CHECK(b.meaning(Key::Space, Context::Table) == Action::Touch);
  CHECK(b.meaning(Key::F11, Context::Menu) == Action::FullScreen);
  CHECK(b.meaning(Key::F11, Context::Table) == Action::FullScreen);
  b.bind(Action::Touch, 0, Key::J);
  CHECK(b.meaning(Key::J, Context::Table) == Action::Touch);
  CHECK_FALSE(b.meaning(Key::Space, Context::Table).has_value());
  CHECK(b.meaning(Button::A, Context::Table) == Action::Touch);
  CHECK_FALSE(b.meaning(Key::None, Context::Table).has_value());
}

TEST_CASE("whoever unbinds everything still gets through menus", "[profile]") {
  Bindings b;
  for (const ActionRow& row : actionTable()) {
    b.bind(row.action, 0, Key::None);
    b.bind(row.action, 1, Key::None);
    b.bind(row.action, Button::None);
  }
  CHECK(b.meaning(Key::Up, Context::Menu) == Action::Up);
  CHECK(b.meaning(Key::Enter, Context::Menu) == Action::Confirm);
  CHECK(b.meaning(Key::Escape, Context::Menu) == Action::Back);
  CHECK_FALSE(b.meaning(Key::Escape, Context::Table).has_value());
  CHECK(b.meaning(Key::Down, Context::Menu) == Action::Down);
  CHECK(b.meaning(Key::Left, Context::Menu) == Action::Left);
  CHECK(b.meaning(Key::Right, Context::Menu) == Action::Right);
  CHECK_FALSE(b.meaning(Key::Q, Context::Menu).has_value());
  CHECK_FALSE(b.meaning(Button::A, Context::Menu).has_value());
  CHECK_FALSE(b.meaning(Button::None, Context::Menu).has_value());
}

TEST_CASE("conflicts are seen from both sides, and only where they matter", "[profile]") {
  Bindings b;
  b.bind(Action::Pause, 0, Key::T);
  REQUIRE(b.conflicts(Action::Pause) == std::vector<Action>{Action::Roll});
  REQUIRE(b.conflicts(Action::Roll) == std::vector<Action>{Action::Pause});
  b.reset(Action::Pause);
  CHECK(b.conflicts(Action::Roll).empty());
  // In menus and on the table the same key may mean different things; what counts everywhere may not.
  b.bind(Action::Next, 0, Key::T);
  CHECK(b.conflicts(Action::Roll).empty());
  b.bind(Action::Picture, 0, Key::T);
  CHECK(b.conflicts(Action::Roll).size() == 1);
  CHECK(b.conflicts(Action::Next).size() == 1);
  b.reset();
  b.bind(Action::Pause, Button::X);
  CHECK(b.conflicts(Action::Pause) == std::vector<Action>{Action::Roll});
}

TEST_CASE("bindings come back from a file; what is wrong in it is named and costs that entry alone", "[profile]") {
  Bindings b;
  CHECK(b.save().empty());
  b.bind(Action::Pause, 1, Key::None);
  b.bind(Action::Touch, 0, Key::RightControl);
  b.bind(Action::Again, Button::None);
  std::vector<std::string> complaints;
  Bindings back;
  back.load(b.save(), complaints);
  CHECK(complaints.empty());
  CHECK(back == b);

  const auto wrong = nlohmann::json::parse(
      R"({"pause": {"keys": ["q", "warp"]}, "fly": {"keys": ["f"]}, "touch": {"button": "z"}, "roll": {"keys": ["g"]}})");
  back.load(wrong, complaints);
  CHECK(complaints.size() == 3);
  CHECK(back.key(Action::Pause, 0) == Key::Q);
  CHECK(back.key(Action::Roll, 0) == Key::G);
  CHECK(back.button(Action::Touch) == Button::A);
  // Entries that are none, keys that are no list or no text, more keys than there are places.
  complaints.clear();
  back.load(nlohmann::json::parse(
                R"({"pause": 7, "roll": {"keys": "g"}, "touch": {"keys": [7, "f", "g"]}, "again": {"button": 3}})"),
            complaints);
  CHECK(complaints.size() == 2);
  CHECK(back.key(Action::Touch, 1) == Key::F);
  CHECK(back.key(Action::Roll, 0) == Bindings().key(Action::Roll, 0));
  CHECK(back.button(Action::Again) == Bindings().button(Action::Again));
  complaints.clear();
  back.load(nlohmann::json::array({1, 2}), complaints);
  CHECK(complaints.size() == 1);
  CHECK(back == Bindings());
}

TEST_CASE("every key and button has a name in files and one on screens, each its own", "[profile]") {
  std::set<std::string> ids, labels;
  for (int k = 0; k < kKeyCount; ++k) {
    const Key key = static_cast<Key>(k);
    CHECK(ids.insert(std::string(idOf(key))).second);
    CHECK(keyOf(idOf(key)) == key);
    if (key != Key::None) CHECK(labels.insert(labelOf(key)).second);
  }
  for (const PadMaker maker : {PadMaker::Usual, PadMaker::Sony, PadMaker::Nintendo}) {
    std::set<std::string> signs;
    for (int i = 1; i < kButtonCount; ++i) {
      const Button button = static_cast<Button>(i);
      CHECK(buttonOf(idOf(button)) == button);
      CHECK(signs.insert(labelOf(button, maker)).second);
    }
  }
  // By place: the lowest of the four is B on a Nintendo pad, a cross on a Sony one.
  CHECK(std::string(labelOf(Button::A, PadMaker::Nintendo)) == "B");
  CHECK(std::string(labelOf(Button::A, PadMaker::Sony)) != "A");
}
