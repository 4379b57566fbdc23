#include "app/ghost.hpp"

#include <filesystem>

#include "app/drivers/drive.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

// The best of this content whose recording is there.
std::optional<profile::Run> bestOf(const Player& player, const level::Level& level) {
  const profile::LevelProgress* progress = player.progress().of(level.id);
  if (progress == nullptr || progress->levelHash != level.hash) return std::nullopt;
  for (const profile::Run& run : progress->runs)
    if (run.recorded && run.rules == sim::kRulesVersion) return run;
  return std::nullopt;
}

std::string stemOf(const std::string& path) { return std::filesystem::path(path).stem().string(); }

Result<std::optional<Ghost>> ghostOf(const Player& player, const std::optional<profile::Run>& run,
                                     const level::Level& level, const char* label) {
  if (!run) return std::optional<Ghost>{};
  auto read = ofLevel(player.recording(*run), level, tr("Recording"));
  if (!read) return read.error();
  return std::optional(Ghost{label, std::move(read).value()});
}

}  // namespace

std::vector<GhostChoice> ghostChoices(const Player& player, const level::Level& level) {
  const auto best = bestOf(player, level), last = player.lastRun(level);
  const auto scored = [](const char* with, const char* without, const std::optional<profile::Run>& run) {
    return run ? fill(with, {{"score", words::number(run->score)}}) : std::string(without);
  };
  const std::string& file = player.ghostFile();
  return {{profile::kGhostNone, tr("No ghost"), true},
          {profile::kGhostBest, scored(tr("My best: {score}"), tr("My best: none yet"), best), best.has_value()},
          {profile::kGhostLast, scored(tr("My last: {score}"), tr("My last: none yet"), last), last.has_value()},
          {profile::kGhostFile,
           file.empty() ? std::string(tr("A file ...")) : fill(tr("File: {name}"), {{"name", stemOf(file)}}), true}};
}

Result<std::optional<Ghost>> ghostFor(const Player& player, const level::Level& level) {
  const profile::Settings& settings = player.settings();
  if (settings.get(profile::Option::GhostLight) == 0) return std::optional<Ghost>{};
  switch (settings.get(profile::Option::Ghost)) {
    case profile::kGhostBest: return ghostOf(player, bestOf(player, level), level, tr("Your best"));
    case profile::kGhostLast: return ghostOf(player, player.lastRun(level), level, tr("Your last"));
    case profile::kGhostFile: {
      if (player.ghostFile().empty()) return std::optional<Ghost>{};
      auto ghost = ghostFromFile(player.ghostFile(), level);
      if (!ghost) return ghost.error();
      return std::optional(std::move(ghost).value());
    }
    default: return std::optional<Ghost>{};
  }
}

Result<Ghost> ghostFromFile(const std::string& path, const level::Level& level) {
  auto read = readRecording(path, level);
  if (!read) return read.error();
  return Ghost{stemOf(path), std::move(read).value()};
}

}  // namespace knead::app
