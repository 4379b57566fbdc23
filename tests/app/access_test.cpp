// What helps around the pages: the voice says each thing once, the light of the one switch comes to everything, the
// magnifier shows what is worked on.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/access/magnifier.hpp"
#include "app/access/menu_scanner.hpp"
#include "app/access/narrator.hpp"
#include "app/ui/scroll_list.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::app;
using Event = platform::InputEvent;
using Kind = Event::Kind;

namespace {

std::vector<std::string> linesOf(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Choices three() {
  Choices c(0);
  for (int i = 0; i < 3; ++i) c.add(i, {0, 50.0F * static_cast<float>(i)}, {100, 40}, 8, {"thing", "", ""});
  return c;
}

}  // namespace

TEST_CASE("a page is read when it opens, a choice when it is reached, a value when it changes", "[app]") {
  const std::string path = std::string(KNEAD_TEST_OUTPUT_DIR) + "/narrated.txt";
  std::filesystem::remove(path);
  const profile::Settings settings;
  {
    Narrator narrator(settings, path);
    Spoken focus{"Volume", "80%", "Of everything."};
    narrator.update("Settings", true, focus, "");
    narrator.update("Settings", false, focus, "");  // nothing new
    focus.value = "85%";
    narrator.update("Settings", false, focus, "");
    focus = {"Mono", "off", ""};
    narrator.update("Settings", false, focus, "Saved.");
    narrator.update("Settings", false, focus, "Saved.");
  }
  const auto lines = linesOf(path);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].find("Settings. Volume. 80%. Of everything.") != std::string::npos);
  CHECK(lines[1].find("85%") != std::string::npos);
  CHECK(lines[1].find("Volume") == std::string::npos);
  CHECK(lines[2].find("Mono. off. Saved.") != std::string::npos);
}

TEST_CASE("the light comes to everything in turn, then to the way back", "[app]") {
  Choices choices = three();
  MenuScanner scanner;
  std::vector<int> lit;
  for (int i = 0; i < 8; ++i) {
    lit.push_back(scanner.atBack() ? -1 : choices.focused());
    scanner.update(.5F, .5F, choices);
  }
  CHECK(lit == std::vector<int>{0, 1, 2, -1, 0, 1, 2, -1});
  CHECK(scanner.press() == platform::Action::Confirm);
  scanner.update(.4F, .5F, choices);  // it starts anew after a press
  CHECK(choices.focused() == 0);
  for (int i = 0; i < 3; ++i) scanner.update(.5F, .5F, choices);
  REQUIRE(scanner.atBack());
  CHECK(scanner.press() == platform::Action::Back);
}

TEST_CASE("the magnified page goes by under the pointer, edge to edge, and follows the focus", "[app]") {
  const PageSize page = pageOf(1280, 720);
  Magnifier m;
  m.layOut(page, {1280, 720}, 1);
  CHECK_FALSE(m.on());
  CHECK(m.page({640, 360}).x == Approx(640));
  m.layOut(page, {1280, 720}, 1.5F);
  REQUIRE(m.on());
  m.followPointer({0, 0});
  CHECK(m.page({0, 0}).x == Approx(0));
  m.followPointer({1280, 720});
  CHECK(m.page({1280, 720}).x == Approx(1280));
  CHECK(m.page({1280, 720}).y == Approx(720));
  CHECK(m.takeMoved());
  CHECK_FALSE(m.takeMoved());
  m.followFocus({600, 340}, {80, 40}, 0, true);
  CHECK(m.page({640, 360}).x == Approx(640).margin(1));
  CHECK(m.page({640, 360}).y == Approx(360).margin(1));
  // What is wider than the window shows its beginning.
  m.followFocus({100, 340}, {1100, 40}, 0, true);
  CHECK(m.page({0, 0}).x == Approx(100 - 24 / 1.5F).margin(1));
  // Not at once: closer with each frame, there in half a second.
  for (int i = 0; i < 60; ++i) m.followFocus({90, 90}, {20, 20}, 1.0F / 60, false);
  CHECK(m.page({0, 0}).x == Approx(0).margin(2));
  // A window that is too narrow has bars; the page stays within them.
  m.layOut(pageOf(600, 900), {600, 900}, 1.2F);
  m.followPointer({300, 450});
  CHECK(m.page({300, 450}).y == Approx(360).margin(2));
}

TEST_CASE("a list shows whole rows, keeps the focused one in sight and answers wheel and track", "[app]") {
  ScrollList list;
  list.layOut({100, 100}, {400, 210}, 50, 10);  // four rows fit
  REQUIRE(list.scrolls());
  CHECK(list.seen(0));
  CHECK(list.seen(3));
  CHECK_FALSE(list.seen(4));
  list.show(6);
  CHECK(list.seen(6));
  CHECK(list.y(6) == 250);
  list.show(0);
  CHECK(list.y(0) == 100);
  Event wheel;
  wheel.kind = Kind::Wheel;
  wheel.wheel = -1;
  CHECK(list.handle(wheel));
  CHECK_FALSE(list.seen(0));
  Event press;
  press.kind = Kind::MouseDown;
  press.x = 497;
  press.y = 305;
  CHECK(list.handle(press));
  CHECK(list.seen(9));
  press.x = 300;
  CHECK_FALSE(list.handle(press));
  list.layOut({100, 100}, {400, 210}, 50, 3);
  CHECK_FALSE(list.scrolls());
  CHECK(list.seen(0));
  CHECK_FALSE(list.handle(wheel));
}

TEST_CASE("what has scrolled away gets the focus, but no click", "[app]") {
  Choices c(0);
  c.add(0, {0, 0}, {100, 40}, 8, {"one", "", ""});
  c.add(1, {0, 50}, {100, 40}, 8, {"two", "", ""}, true);
  Event click;
  click.kind = Kind::MouseDown;
  click.x = 50;
  click.y = 70;
  CHECK_FALSE(c.handle(click).has_value());
  Event down;
  down.kind = Kind::KeyDown;
  down.menu = platform::Action::Down;
  c.handle(down);
  CHECK(c.focused() == 1);
}
