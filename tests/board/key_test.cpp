#include "board/key.hpp"

#include "board/material.hpp"
#include "core/random.hpp"
#include "support/catch.hpp"

using namespace knead;
using board::Key;

TEST_CASE("a board's id says its key, and back", "[board]") {
  Random random(3);
  for (int i = 0; i < 500; ++i) {
    Key key;
    key.levelHash = random.next();
    key.levelHash = key.levelHash << 32U | random.next();
    key.rulesVersion = random.below(1000);
    key.mode = static_cast<replay::InputMode>(random.below(7));
    key.assisted = random.below(2) == 1;
    if (random.below(2) == 1) key.day = static_cast<int>(random.below(40000));
    const std::string id = board::idOf(key);
    INFO(id);
    CHECK(id.size() <= 64);
    REQUIRE(board::keyOf(id).has_value());
    CHECK(*board::keyOf(id) == key);
  }
}

TEST_CASE("each board has one spelling", "[board]") {
  const std::string good = "00000000000000ff.r2.mouse.assisted.2026-11-28";
  REQUIRE(board::keyOf(good).has_value());
  for (const char* bad :
       {"", ".", "ff.r2.mouse", "00000000000000FF.r2.mouse", "00000000000000ff.r02.mouse", "00000000000000ff.2.mouse",
        "00000000000000ff.r2.Mouse", "00000000000000ff.r2.hand", "00000000000000ff.r2.mouse.",
        "00000000000000ff.r2.mouse.2026-11-28.assisted", "00000000000000ff.r2.mouse.2026-11-31",
        "00000000000000ff.r2.mouse.assisted.assisted", "00000000000000ff.r99999999999.mouse",
        "00000000000000ff.r2.mouse.assisted.2026-11-28.x", "0x000000000000ff.r2.mouse", "00000000000000ff.r-2.mouse",
        "../../etc/passwd", "00000000000000ff.r2.mouse\n"}) {
    INFO(bad);
    CHECK_FALSE(board::keyOf(bad).has_value());
  }
}

TEST_CASE("a changed level, rules, device, help or day is another board", "[board]") {
  const Key key{7, 2, replay::InputMode::Mouse, false, 20000};
  for (const Key& other :
       {Key{8, 2, replay::InputMode::Mouse, false, 20000}, Key{7, 3, replay::InputMode::Mouse, false, 20000},
        Key{7, 2, replay::InputMode::Touch, false, 20000}, Key{7, 2, replay::InputMode::Mouse, true, 20000},
        Key{7, 2, replay::InputMode::Mouse, false, 20001}, Key{7, 2, replay::InputMode::Mouse, false, std::nullopt}})
    CHECK(board::idOf(other) != board::idOf(key));
}

TEST_CASE("boards know the campaign and any day's back, each by its content", "[board]") {
  const board::Levels& levels = testing::shippedLevels();
  const level::Level& first = testing::shippedLevel("first-touch");
  REQUIRE(levels.find("first-touch", first.hash).has_value());
  CHECK_FALSE(levels.find("first-touch", first.hash ^ 1U).has_value());
  CHECK_FALSE(levels.find("../first-touch", first.hash).has_value());
  CHECK_FALSE(levels.find("first-touch", first.hash)->day.has_value());
  const auto day = levels.ofDay(20700);
  REQUIRE(day.ok());
  const auto found = levels.find(day.value()->id, day.value()->hash);
  REQUIRE(found.has_value());
  CHECK(found->day == 20700);
  CHECK_FALSE(levels.find(daily::idOf(20701), day.value()->hash).has_value());
  CHECK(levels.byHash(day.value()->hash)->day == 20700);
  CHECK_FALSE(levels.byHash(12345).has_value());
}
