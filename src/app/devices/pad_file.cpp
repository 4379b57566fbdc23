#include "app/devices/pad_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "core/file.hpp"

namespace knead::app {
namespace {

constexpr std::size_t kLimit = 1U << 20U;

std::string pathIn(const std::string& folder) { return folder + "/gamepads.txt"; }

std::string contents(const std::string& folder, std::vector<std::string>& complaints) {
  std::error_code none;
  if (folder.empty() || !std::filesystem::exists(pathIn(folder), none)) return {};
  auto read = readWholeFile(pathIn(folder), kLimit);
  if (read) return std::move(read).value();
  complaints.push_back(read.error().text());
  return {};
}

}  // namespace

std::vector<PadMap> readPads(const std::string& folder, std::vector<std::string>& complaints) {
  const auto add = [&complaints](std::vector<PadMap>& maps, const std::string& text, const std::string& place) {
    std::vector<std::string> wrong;
    for (PadMap& map : readPadLines(text, wrong)) maps.push_back(std::move(map));
    for (const std::string& line : wrong) complaints.push_back(place + ": " + line);
  };
  std::vector<PadMap> maps;
  add(maps, contents(folder, complaints), pathIn(folder));
  if (const char* lines = std::getenv("SDL_GAMECONTROLLERCONFIG"); lines != nullptr)
    add(maps, lines, "SDL_GAMECONTROLLERCONFIG");
  return maps;
}

std::string keepPad(const std::string& folder, const PadMap& map) {
  std::vector<std::string> complaints;
  const std::string before = contents(folder, complaints);
  // Not over a file that cannot be read: it may hold much.
  if (!complaints.empty()) return complaints.front();
  std::string after;
  for (std::size_t at = 0; at < before.size();) {
    const std::size_t end = std::min(before.find('\n', at), before.size());
    const std::string line = before.substr(at, end - at);
    at = end + 1;
    const auto old = readPadLine(line);
    if (!old || old->vendor != map.vendor || old->product != map.product) after += line + "\n";
  }
  after += padLine(map) + "\n";
  const auto wrote =
      writeWholeFileSafely(pathIn(folder), {reinterpret_cast<const std::uint8_t*>(after.data()), after.size()});
  return wrote ? std::string() : wrote.error().text();
}

}  // namespace knead::app
