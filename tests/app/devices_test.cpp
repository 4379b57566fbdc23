// From what a device says to what the player meant: pads of every make, the lesson for unknown ones, repeats, deafness
// to trembling presses, clicks by resting, and events from a file.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/devices/controls.hpp"
#include "app/devices/pad_file.hpp"
#include "app/devices/pad_lesson.hpp"
#include "app/drivers/event_script.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::app;
using Event = platform::InputEvent;
using Kind = Event::Kind;
using profile::Action;
using profile::Button;
using profile::Key;
using profile::Option;

namespace {

Event raw(Kind kind, int number, float value = 0) {
  Event e;
  e.kind = kind;
  e.number = number;
  e.value = value;
  return e;
}
Event key(Kind kind, Key key) {
  Event e;
  e.kind = kind;
  e.key = key;
  return e;
}
platform::PadInfo info(unsigned vendor, unsigned product = 1) {
  platform::PadInfo pad;
  pad.name = "Pad";
  pad.vendor = vendor;
  pad.product = product;
  pad.axes.fill(true);
  return pad;
}

// A pad and the named events that come of raw ones.
struct Pad {
  explicit Pad(unsigned vendor = 0x045E) : pads([vendor](int) { return info(vendor); }) {}
  Pads pads;
  std::vector<Event> named(const Event& e) {
    std::vector<Event> out, without;
    pads.translate(e, .15F, out);
    for (const Event& o : out)
      if (o.kind == Kind::ButtonDown || o.kind == Kind::ButtonUp || o.kind == Kind::Stick) without.push_back(o);
    return without;
  }
};

constexpr const char* kLine =
    "030000005e0400008e02000014010000,Some Pad,a:b1,b:b0,back:b6,dpdown:h0.4,dpup:h0.1,leftshoulder:b4,leftx:a0,"
    "lefty:a1~,lefttrigger:a2,rightx:+a3,start:b7,y:-a5,platform:Linux,";

struct PadPlayer {
  profile::Settings settings;
  Controls controls{settings, [](int) { return info(0x045E); }};
  std::vector<Event> take(const Event& e) {
    std::vector<Event> out;
    controls.take(e, out);
    return out;
  }
  int clicksIn(float seconds) {
    return made(seconds, [](const Event& e) { return e.kind == Kind::MouseDown; });
  }
  int repeatsIn(float seconds) {
    return made(seconds, [](const Event& e) { return e.pressed(); });
  }

 private:
  // How many such events come by themselves while nothing is pressed.
  template <class Such>
  int made(float seconds, Such such) {
    int n = 0;
    for (float t = 0; t < seconds; t += .02F) {
      std::vector<Event> out;
      controls.update(.02F, out);
      n += static_cast<int>(std::count_if(out.begin(), out.end(), such));
    }
    return n;
  }
};

}  // namespace

TEST_CASE("lines of the mapping database are read, and written as they were read", "[app]") {
  const auto map = readPadLine(kLine);
  REQUIRE(map);
  CHECK(map->name == "Some Pad");
  CHECK(map->vendor == 0x045E);
  CHECK(map->product == 0x028E);
  CHECK(map->buttons[static_cast<std::size_t>(Button::A)] == PadSource{PadSource::Kind::Button, 1, false});
  CHECK(map->buttons[static_cast<std::size_t>(Button::DpadDown)] == PadSource{PadSource::Kind::Hat, 4, false});
  CHECK(map->buttons[static_cast<std::size_t>(Button::Y)] == PadSource{PadSource::Kind::AxisMinus, 5, false});
  CHECK(map->sticks[1] == PadSource{PadSource::Kind::Axis, 1, true});
  const auto again = readPadLine(padLine(*map));
  REQUIRE(again);
  CHECK(*again == *map);
}

TEST_CASE("what is no line is left out and named", "[app]") {
  for (const char* wrong : {"", "hello", "030000005e0400008e02000014010000,Pad", "zz,Pad,a:b0",
                            "030000005e0400008e02000014010000,Pad,a:q7,platform:Linux",
                            "030000005e0400008e02000014010000,Pad,a:b0,platform:Windows",
                            "030000005e0400008e02000014010000,Pad,a:b99999,platform:Linux"})
    CHECK_FALSE(readPadLine(wrong));
  std::vector<std::string> complaints;
  const auto maps = readPadLines(std::string("# a comment\n\n") + kLine + "\r\nnonsense\n", complaints);
  CHECK(maps.size() == 1);
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].find("line 4") != std::string::npos);
}

TEST_CASE("pads of each make press the same places", "[app]") {
  for (const unsigned vendor : {0x045EU, 0x054CU, 0x057EU}) {
    Pad pad(vendor);
    const auto down = pad.named(raw(Kind::RawDown, 0));
    REQUIRE(down.size() == 1);
    CHECK(down[0].button == Button::A);
    CHECK(pad.named(raw(Kind::RawUp, 0)).at(0).kind == Kind::ButtonUp);
  }
  Pad sony(0x054C);
  CHECK(sony.named(raw(Kind::RawDown, 3)).at(0).button == Button::X);
  CHECK(sony.pads.maker() == profile::PadMaker::Sony);
}

TEST_CASE("triggers and the cross are buttons, sticks have a resting zone", "[app]") {
  Pad pad;
  CHECK(pad.named(raw(Kind::RawAxis, 2, -.2F)).empty());
  CHECK(pad.named(raw(Kind::RawAxis, 2, .9F)).at(0).button == Button::LeftTrigger);
  CHECK(pad.named(raw(Kind::RawAxis, 2, .8F)).empty());  // still down
  CHECK(pad.named(raw(Kind::RawAxis, 2, -1)).at(0).kind == Kind::ButtonUp);
  CHECK(pad.named(raw(Kind::RawAxis, 7, -1)).at(0).button == Button::DpadUp);
  CHECK(pad.named(raw(Kind::RawAxis, 7, 0)).at(0).kind == Kind::ButtonUp);
  CHECK(pad.named(raw(Kind::RawAxis, 0, .1F)).at(0).x == 0);
  CHECK(pad.named(raw(Kind::RawAxis, 0, 1)).at(0).x == Approx(1));
  // A pad that goes lets go of what it held.
  pad.named(raw(Kind::RawDown, 1));
  Event gone;
  gone.kind = Kind::PadGone;
  const auto left = pad.named(gone);
  REQUIRE(left.size() == 2);
  CHECK(left[0].kind == Kind::ButtonUp);
  CHECK(left[0].button == Button::B);
  CHECK(left[1].kind == Kind::Stick);
  CHECK(left[1].x == 0);
}

TEST_CASE("axes are numbered as the driver does, whatever is missing", "[app]") {
  std::array<bool, 8> all{};
  all.fill(true);
  // SFML: X Y Z R U V; the driver: X Y Z RX RY RZ.
  CHECK(Pads::driverAxis(all, 4) == 3);
  CHECK(Pads::driverAxis(all, 3) == 5);
  all[2] = false;
  CHECK(Pads::driverAxis(all, 4) == 2);
  CHECK(Pads::driverAxis(all, 2) == -1);
}

TEST_CASE("a lesson teaches a pad whose buttons are all elsewhere", "[app]") {
  PadLesson lesson;
  const auto rest = [&](float s = .4F) { lesson.update(s); };
  const auto axis = [&](int sfml, std::initializer_list<float> values) {
    for (const float v : values) {
      lesson.take(raw(Kind::RawAxis, sfml, v), sfml >= 6 ? 0 : sfml);
      lesson.update(.01F);
    }
    rest();  // it is known to be let go
    rest();  // and the next is asked for
  };
  // A to the right shoulder: buttons 10..15. The left trigger is a button and an axis at once.
  for (int b = 10; b < 16; ++b) {
    REQUIRE(lesson.step() == b - 10);
    lesson.take(raw(Kind::RawDown, b), 0);
    CHECK(lesson.holds());
    lesson.take(raw(Kind::RawUp, b), 0);
    rest();
  }
  lesson.take(raw(Kind::RawAxis, 2, -.5F), 2);
  lesson.take(raw(Kind::RawDown, 16), 0);
  lesson.take(raw(Kind::RawAxis, 2, .9F), 2);
  lesson.take(raw(Kind::RawUp, 16), 0);
  lesson.take(raw(Kind::RawAxis, 2, -1), 2);  // swings back: not the next answer
  CHECK_FALSE(lesson.holds());
  rest();
  REQUIRE(lesson.step() == 7);
  axis(5, {-.4F, .5F, 1, .2F, -.6F, -1});  // the right trigger rests at its end
  REQUIRE(lesson.step() == 8);
  lesson.skip();                // no back
  axis(3, {.4F, .9F, .3F, 0});  // start: half an axis that rests in the middle
  lesson.again();
  axis(3, {-.4F, -.9F, -.3F, 0});  // the other way, after all
  lesson.skip();
  lesson.skip();
  REQUIRE(lesson.step() == 12);
  axis(7, {-1, 0});
  REQUIRE(lesson.step() == 13);
  axis(7, {1, 0});
  axis(6, {-1, 0});
  axis(6, {1, 0});
  REQUIRE(lesson.step() == PadLesson::kLeftRight);
  axis(0, {.5F, 1, .2F, 0});
  REQUIRE(lesson.step() == PadLesson::kLeftDown);
  axis(1, {.5F, -1, -.2F, 0});  // down is negative: the wrong way round
  lesson.skip();
  CHECK_FALSE(lesson.done());
  lesson.skip();
  REQUIRE(lesson.done());
  const PadMap map = lesson.map(usualPad(0x1234, 0x5678));
  const auto source = [&](Button b) { return map.buttons[static_cast<std::size_t>(b)]; };
  using Source = PadSource::Kind;
  CHECK(source(Button::A) == PadSource{Source::Button, 10, false});
  CHECK(source(Button::LeftTrigger) == PadSource{Source::Button, 16, false});
  CHECK(source(Button::RightTrigger) == PadSource{Source::Axis, 5, false});
  CHECK(source(Button::Back).kind == Source::None);
  CHECK(source(Button::Start) == PadSource{Source::AxisMinus, 3, false});
  CHECK(source(Button::DpadUp) == PadSource{Source::Hat, 1, false});
  CHECK(source(Button::DpadRight) == PadSource{Source::Hat, 2, false});
  CHECK(map.sticks[0] == PadSource{Source::Axis, 0, false});
  CHECK(map.sticks[1] == PadSource{Source::Axis, 1, true});
  CHECK(map.sticks[2].kind == Source::None);
  CHECK(map.vendor == 0x1234);
}

TEST_CASE("a taught pad is kept beside the lines of others, and read again", "[app]") {
  const std::string folder = std::string(KNEAD_TEST_OUTPUT_DIR) + "/pads";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/gamepads.txt") << "# mine\n" << kLine << "\n";
  PadMap map = usualPad(0x1234, 0x5678);
  map.name = "New, with a comma";
  CHECK(keepPad(folder, map).empty());
  map.buttons[1] = {PadSource::Kind::Button, 9, false};
  CHECK(keepPad(folder, map).empty());  // in place of the first
  std::vector<std::string> complaints;
  const auto maps = readPads(folder, complaints);
  CHECK(complaints.empty());
  REQUIRE(maps.size() == 2);
  CHECK(maps[1].buttons[1].index == 9);
  CHECK_FALSE(keepPad(folder + "/nowhere", map).empty());
}

TEST_CASE("presses come out with what they mean, and directions repeat", "[app]") {
  PadPlayer p;
  const auto out = p.take(key(Kind::KeyDown, Key::Down));
  REQUIRE(out.size() == 1);
  CHECK(out[0].menu == Action::Down);
  CHECK(out[0].table == Action::HandDown);
  CHECK(p.controls.device() == Controls::Device::Keys);
  CHECK(p.repeatsIn(1) >= 4);
  p.take(key(Kind::KeyUp, Key::Down));
  CHECK(p.repeatsIn(1) == 0);
  // The left stick goes through menus, once, and again while it is held.
  std::vector<Event> all = p.take(raw(Kind::RawAxis, 1, 1));
  CHECK(all.back().menu == Action::Down);
  CHECK(p.repeatsIn(1) >= 4);
  p.take(raw(Kind::RawAxis, 1, 0));
  CHECK(p.repeatsIn(1) == 0);
}

TEST_CASE("a direction stops with the pad that held it", "[app]") {
  PadPlayer p;
  p.take(raw(Kind::RawAxis, 1, 1));
  CHECK(p.repeatsIn(1) >= 4);
  p.take(raw(Kind::PadGone, 0));
  CHECK(p.repeatsIn(1) == 0);
}

TEST_CASE("a new window lets go of whatever was held", "[app]") {
  PadPlayer p;
  p.take(key(Kind::KeyDown, Key::Space));
  p.take(key(Kind::KeyDown, Key::Down));
  p.take(key(Kind::KeyDown, Key::T));
  p.take(key(Kind::KeyUp, Key::T));
  p.take(raw(Kind::MouseDown, 0));
  p.take(raw(Kind::RawDown, 0));
  p.take(raw(Kind::RawAxis, 0, 1));
  std::vector<Event> up;
  p.controls.letGo(up);
  const auto of = [&up](auto such) { return std::count_if(up.begin(), up.end(), such); };
  CHECK(of([](const Event& e) { return e.kind == Kind::KeyUp && e.key == Key::Space && e.table == Action::Touch; }) ==
        1);
  CHECK(of([](const Event& e) { return e.kind == Kind::KeyUp && e.key == Key::Down; }) == 1);
  CHECK(of([](const Event& e) { return e.key == Key::T; }) == 0);
  CHECK(of([](const Event& e) { return e.kind == Kind::MouseUp && e.leftButton; }) == 1);
  CHECK(of([](const Event& e) { return e.kind == Kind::ButtonUp && e.button == Button::A; }) == 1);
  CHECK(of([](const Event& e) { return e.kind == Kind::Stick && e.x == 0; }) == 1);
  CHECK(p.repeatsIn(1) == 0);
  up.clear();
  p.controls.letGo(up);
  CHECK(up.empty());
  // And the next press is heard.
  CHECK(p.take(raw(Kind::RawDown, 0)).size() == 2);
}

TEST_CASE("hints name what to press on the device that spoke last", "[app]") {
  PadPlayer p;
  p.take(key(Kind::KeyDown, Key::Down));
  const std::string keys = p.controls.label(Action::Back);
  p.take(raw(Kind::RawDown, 0));
  const std::string pad = p.controls.label(Action::Back);
  CHECK(keys == "Esc");
  CHECK(pad == "B");
  profile::Bindings bindings;
  bindings.bind(Action::Back, Button::None);
  p.settings.setBindings(bindings);
  CHECK(p.controls.label(Action::Back).empty());
}

TEST_CASE("a trembling press is heard once, if the player wishes so", "[app]") {
  PadPlayer p;
  CHECK(p.take(key(Kind::KeyDown, Key::Space)).size() == 1);
  CHECK(p.take(key(Kind::KeyDown, Key::Space)).size() == 1);
  p.settings.set(Option::RepeatDelay, 300);
  std::vector<Event> none;
  p.controls.update(1, none);
  CHECK(p.take(key(Kind::KeyDown, Key::Space)).size() == 1);
  CHECK(p.take(key(Kind::KeyDown, Key::Space)).empty());
  CHECK(p.take(key(Kind::KeyDown, Key::T)).size() == 1);  // another key is
  p.controls.update(.4F, none);
  CHECK(p.take(key(Kind::KeyDown, Key::Space)).size() == 1);
}

TEST_CASE("a resting pointer clicks once, where the player wishes so", "[app]") {
  PadPlayer p;
  Event move;
  move.kind = Kind::MouseMove;
  move.x = 100;
  p.take(move);
  CHECK(p.clicksIn(3) == 0);
  p.settings.set(Option::DwellClick, 500);
  CHECK(p.clicksIn(3) == 1);
  move.x = 102;  // trembles
  p.take(move);
  CHECK(p.clicksIn(3) == 0);
  move.x = 300;
  p.take(move);
  CHECK(p.clicksIn(.3F) == 0);
  CHECK(p.clicksIn(3) == 1);
}

TEST_CASE("events from a file come in their time; a wrong line is named", "[app]") {
  const std::string path = std::string(KNEAD_TEST_OUTPUT_DIR) + "/events.txt";
  std::ofstream(path) << "# keys\n0.5 key_down space\n0.7 pad_axis 0 1 -0.5\n0.8 close\n";
  auto script = EventScript::read(path);
  REQUIRE(script);
  CHECK_FALSE(script.value().next(.4).has_value());
  CHECK(script.value().next(.6)->key == Key::Space);
  CHECK(script.value().next(1)->value == -.5F);
  CHECK(script.value().next(1)->kind == Kind::Close);
  CHECK_FALSE(script.value().next(9).has_value());
  for (const char* wrong :
       {"x key_down space", "1 key_down warp", "1 fly 3", "1 pad_axis 0", "2 move 1 1\n1 move 1 1"}) {
    std::ofstream(path) << wrong << "\n";
    const auto bad = EventScript::read(path);
    INFO(wrong);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().text().find("line") != std::string::npos);
  }
  CHECK_FALSE(EventScript::read(path + ".none"));
}
