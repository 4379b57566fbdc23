#include "board/key.hpp"

#include <algorithm>
#include <charconv>

#include "board/bytes.hpp"
#include "core/date.hpp"
#include "core/hash.hpp"

namespace knead::board {
namespace {

constexpr std::string_view kAssisted = "assisted";

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Key keyOf(const replay::Header& header, std::optional<int> day) {
  return {header.levelHash, header.rulesVersion, header.mode, header.assisted(), day};
}

std::string idOf(const Key& key) {
  std::string id = knead::hexOf(key.levelHash).text;
  id += ".r" + std::to_string(key.rulesVersion) + ".";
  id += replay::kInputModeIds[static_cast<std::size_t>(key.mode)];
  if (key.assisted) id += "." + std::string(kAssisted);
  if (key.day) id += "." + dateOf(*key.day);
  return id;
}

std::optional<Key> keyOf(std::string_view id) {
  std::vector<std::string_view> parts;
  for (std::string_view rest = id;;) {
    const std::size_t dot = rest.find('.');
    parts.push_back(rest.substr(0, dot));
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  if (parts.size() < 3 || parts[1].size() < 2 || parts[1][0] != 'r') return std::nullopt;
  Key key;
  const auto hash = numberFromHex(parts[0]);
  const auto rules = number(parts[1].substr(1));
  const auto mode = std::find(replay::kInputModeIds.begin(), replay::kInputModeIds.end(), parts[2]);
  if (!hash || !rules || mode == replay::kInputModeIds.end()) return std::nullopt;
  key.levelHash = *hash;
  key.rulesVersion = *rules;
  key.mode = static_cast<replay::InputMode>(mode - replay::kInputModeIds.begin());
  std::size_t at = 3;
  if (at < parts.size() && parts[at] == kAssisted) {
    key.assisted = true;
    ++at;
  }
  if (at < parts.size()) {
    key.day = dayOf(parts[at++]);
    if (!key.day) return std::nullopt;
  }
  // One spelling for each board: no leading noughts, no capitals, nothing behind.
  if (at != parts.size() || idOf(key) != id) return std::nullopt;
  return key;
}

}  // namespace knead::board
