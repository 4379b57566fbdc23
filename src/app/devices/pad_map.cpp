#include "app/devices/pad_map.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdio>

namespace knead::app {

using From = PadSource::Kind;
using profile::Button;

namespace {

constexpr unsigned kSony = 0x054C, kNintendo = 0x057E;

struct Named {
  std::string_view word;
  Button button;
};
constexpr std::array<Named, 16> kButtons = {{{"a", Button::A},
                                             {"b", Button::B},
                                             {"x", Button::X},
                                             {"y", Button::Y},
                                             {"leftshoulder", Button::LeftShoulder},
                                             {"rightshoulder", Button::RightShoulder},
                                             {"lefttrigger", Button::LeftTrigger},
                                             {"righttrigger", Button::RightTrigger},
                                             {"back", Button::Back},
                                             {"start", Button::Start},
                                             {"leftstick", Button::LeftStick},
                                             {"rightstick", Button::RightStick},
                                             {"dpup", Button::DpadUp},
                                             {"dpdown", Button::DpadDown},
                                             {"dpleft", Button::DpadLeft},
                                             {"dpright", Button::DpadRight}}};
constexpr std::array<std::string_view, 4> kSticks = {"leftx", "lefty", "rightx", "righty"};

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (bad != std::errc{} || end != text.data() + text.size() || value < 0 || value > 255) return std::nullopt;
  return value;
}

// "b3", "a2", "+a1", "-a1", "a5~", "h0.4".
std::optional<PadSource> sourceOf(std::string_view text) {
  PadSource s;
  if (text.size() < 2) return std::nullopt;
  const char half = text[0] == '+' || text[0] == '-' ? text[0] : ' ';
  if (half != ' ') text.remove_prefix(1);
  if (text.back() == '~') {
    s.inverted = true;
    text.remove_suffix(1);
  }
  const char kind = text.empty() ? ' ' : text[0];
  if (kind == 'h') {
    const std::size_t dot = text.find('.');
    const auto way = dot == std::string_view::npos ? std::nullopt : number(text.substr(dot + 1));
    if (!way || (*way != 1 && *way != 2 && *way != 4 && *way != 8)) return std::nullopt;
    s.kind = From::Hat;
    s.index = *way;
    return s;
  }
  const auto index = number(text.substr(std::min<std::size_t>(1, text.size())));
  if (!index || (kind != 'a' && kind != 'b')) return std::nullopt;
  s.index = *index;
  s.kind = kind == 'b' ? From::Button : half == '+' ? From::AxisPlus : half == '-' ? From::AxisMinus : From::Axis;
  return s;
}

std::string textOf(const PadSource& s) {
  const std::string index = std::to_string(s.index);
  const std::string tail = s.inverted ? "~" : "";
  switch (s.kind) {
    case From::Button: return "b" + index;
    case From::Axis: return "a" + index + tail;
    case From::AxisPlus: return "+a" + index + tail;
    case From::AxisMinus: return "-a" + index + tail;
    case From::Hat: return "h0." + index;
    case From::None: break;
  }
  return {};
}

// Two bytes of the GUID, lowest first: vendor at 8, product at 16.
unsigned wordOf(std::string_view guid, std::size_t at) {
  unsigned value = 0;
  for (const std::size_t i : {at + 2, at + 3, at, at + 1}) {
    const int c = std::tolower(static_cast<unsigned char>(guid[i]));
    value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return value;
}

}  // namespace

std::optional<PadMap> readPadLine(std::string_view line) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t comma = std::min(line.find(',', at), line.size());
    parts.push_back(line.substr(at, comma - at));
    at = comma + 1;
  }
  constexpr std::size_t kGuid = 32;
  if (parts.size() < 3 || parts[0].size() != kGuid) return std::nullopt;
  for (const char c : parts[0])
    if (std::isxdigit(static_cast<unsigned char>(c)) == 0) return std::nullopt;
  PadMap map;
  map.name = parts[1];
  map.vendor = wordOf(parts[0], 8);
  map.product = wordOf(parts[0], 16);
  bool any = false;
  for (std::size_t i = 2; i < parts.size(); ++i) {
    const std::size_t colon = parts[i].find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view word = parts[i].substr(0, colon), what = parts[i].substr(colon + 1);
    if (word == "platform" && what != "Linux") return std::nullopt;
    for (const Named& named : kButtons) {
      if (named.word != word) continue;
      const auto source = sourceOf(what);
      if (!source) return std::nullopt;
      map.buttons[static_cast<std::size_t>(named.button)] = *source;
      any = true;
    }
    for (std::size_t s = 0; s < kSticks.size(); ++s) {
      if (kSticks[s] != word) continue;
      const auto source = sourceOf(what);
      if (!source) return std::nullopt;
      map.sticks[s] = *source;
      any = true;
    }
  }
  if (!any) return std::nullopt;
  return map;
}

std::string padLine(const PadMap& map) {
  char guid[33];
  const auto low = [](unsigned v) { return v & 0xFFU; };
  const auto high = [](unsigned v) { return (v >> 8U) & 0xFFU; };
  std::snprintf(guid, sizeof guid, "03000000%02x%02x0000%02x%02x000000000000", low(map.vendor), high(map.vendor),
                low(map.product), high(map.product));
  std::string line = std::string(guid) + ",";
  for (const char c : map.name) line += c == ',' || static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  for (const Named& named : kButtons) {
    const PadSource& s = map.buttons[static_cast<std::size_t>(named.button)];
    if (s.kind != From::None) line += "," + std::string(named.word) + ":" + textOf(s);
  }
  for (std::size_t i = 0; i < kSticks.size(); ++i)
    if (map.sticks[i].kind != From::None) line += "," + std::string(kSticks[i]) + ":" + textOf(map.sticks[i]);
  return line + ",platform:Linux,";
}

std::vector<PadMap> readPadLines(std::string_view text, std::vector<std::string>& complaints) {
  std::vector<PadMap> maps;
  int count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++count;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    if (auto map = readPadLine(line)) {
      maps.push_back(std::move(*map));
    } else if (line.find("platform:") == std::string_view::npos ||
               line.find("platform:Linux") != std::string_view::npos) {
      complaints.push_back("line " + std::to_string(count) + ": no mapping of a gamepad; it is left out");
    }
  }
  return maps;
}

PadMap usualPad(unsigned vendor, unsigned product) {
  PadMap map;
  map.vendor = vendor;
  map.product = product;
  const auto set = [&map](Button button, PadSource source) { map.buttons[static_cast<std::size_t>(button)] = source; };
  constexpr std::array kOrder = {
      Button::A, Button::B, Button::X, Button::Y, Button::LeftShoulder, Button::RightShoulder};
  for (int i = 0; i < static_cast<int>(kOrder.size()); ++i)
    set(kOrder[static_cast<std::size_t>(i)], {From::Button, i, false});
  if (vendor == kSony) {
    // The triangle comes before the square, and the triggers are buttons as well.
    set(Button::Y, {From::Button, 2, false});
    set(Button::X, {From::Button, 3, false});
    set(Button::Back, {From::Button, 8, false});
    set(Button::Start, {From::Button, 9, false});
    set(Button::LeftStick, {From::Button, 11, false});
    set(Button::RightStick, {From::Button, 12, false});
  } else {
    set(Button::Back, {From::Button, 6, false});
    set(Button::Start, {From::Button, 7, false});
    set(Button::LeftStick, {From::Button, 9, false});
    set(Button::RightStick, {From::Button, 10, false});
  }
  if (vendor == kNintendo) {
    // By place: the lowest button is called B there.
    set(Button::A, {From::Button, 0, false});
    set(Button::B, {From::Button, 1, false});
    set(Button::X, {From::Button, 3, false});
    set(Button::Y, {From::Button, 2, false});
  }
  set(Button::LeftTrigger, {From::Axis, 2, false});
  set(Button::RightTrigger, {From::Axis, 5, false});
  set(Button::DpadUp, {From::Hat, 1, false});
  set(Button::DpadRight, {From::Hat, 2, false});
  set(Button::DpadDown, {From::Hat, 4, false});
  set(Button::DpadLeft, {From::Hat, 8, false});
  map.sticks = {{{From::Axis, 0, false}, {From::Axis, 1, false}, {From::Axis, 3, false}, {From::Axis, 4, false}}};
  return map;
}

profile::PadMaker makerOf(unsigned vendor) {
  if (vendor == kSony) return profile::PadMaker::Sony;
  return vendor == kNintendo ? profile::PadMaker::Nintendo : profile::PadMaker::Usual;
}

}  // namespace knead::app
