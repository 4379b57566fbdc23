// knead-cli verify: plays replays again and says whether their claims are true.
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "daily/daily.hpp"
#include "level/catalogue.hpp"
#include "level/level_reader.hpp"
#include "replay/read.hpp"
#include "replay/verify.hpp"

namespace knead::cli {
namespace {

struct VerifyOptions {
  std::vector<std::string> files;
  std::vector<std::string> levels;
};

// The level with the content that was played; failing that the one with its id, to say that it changed.
const level::Level* levelFor(const replay::Header& header, const std::vector<level::Level>& levels) {
  const level::Level* sameId = nullptr;
  for (const level::Level& level : levels) {
    if (level.hash == header.levelHash) return &level;
    if (level.id == header.levelId) sameId = &level;
  }
  return sameId;
}

// Today's back of that day, which no file holds.
void addDay(int day, const std::string& levelsDir, std::vector<level::Level>& levels) {
  const auto material = daily::readMaterial(levelsDir + "/../assets");
  if (!material) return;
  if (auto level = daily::levelOf(day, material.value())) levels.push_back(std::move(level).value());
}

Exit exitOf(replay::Verdict verdict) {
  if (verdict == replay::Verdict::Equal) return kOk;
  return verdict == replay::Verdict::UnknownLevel ? kBadInput : kFailedCheck;
}

Json claimJson(const replay::Claim& claim) {
  return {{"score", claim.score},
          {"stars", claim.stars},
          {"ended", sim::kEndingIds[static_cast<std::size_t>(claim.ending)]},
          {"state_hash", hexText(claim.stateHash)}};
}

int verifyAll(const Context& context, const VerifyOptions& options) {
  std::vector<level::Level> levels;
  for (const std::string& path : options.levels) {
    Result<level::Level> level = level::readLevelFile(path);
    if (!level) return context.fail(level.error());
    levels.push_back(std::move(level).value());
  }
  const Result<std::string> folder = context.levelsDir();
  if (!folder && (levels.empty() || !context.dataDir.empty())) return context.fail(folder.error());
  if (folder) {
    level::Catalogue catalogue = level::readCatalogue(folder.value());
    for (const Error& error : catalogue.errors) context.note("knead-cli: " + error.text() + "\n");
    for (level::LevelEntry& entry : catalogue.levels) levels.push_back(std::move(entry.level));
  }
  Progress progress(context, "replays", options.files.size());
  int code = kOk;
  Json list = Json::array();
  std::size_t count = 0;
  for (const std::string& file : options.files) {
    const Result<replay::Replay> replay = replay::readReplayFile(file);
    if (!replay) {
      code = std::max<int>(code, kBadInput);
      context.note("knead-cli: " + replay.error().text() + "\n");
      list.push_back({{"file", file},
                      {"ok", false},
                      {"verdict", "unreadable"},
                      {"why", replay.error().what},
                      {"error", errorJson(replay.error())}});
      continue;
    }
    if (const auto day = daily::dayOfId(replay.value().header.levelId); day && folder)
      addDay(*day, folder.value(), levels);
    const replay::Verification result = verify(replay.value(), levelFor(replay.value().header, levels));
    code = std::max<int>(code, exitOf(result.verdict));
    Json entry = {{"file", file},
                  {"ok", result.ok()},
                  {"verdict", replay::kVerdictIds[static_cast<std::size_t>(result.verdict)]},
                  {"why", result.why},
                  {"level", replay.value().header.levelId},
                  {"level_hash", hexText(replay.value().header.levelHash)},
                  {"first_different_second", nullptr},
                  {"claimed", claimJson(replay.value().claim)},
                  {"found", nullptr}};
    if (result.firstDifferentSecond) entry["first_different_second"] = *result.firstDifferentSecond;
    if (result.card) {
      entry["found"] = claimJson({result.card->score, result.card->stars, result.card->ending, result.card->stateHash});
    }
    list.push_back(entry);
    if (!context.json) {
      context.print(file + ": " +
                    (result.ok() ? "proved: " + replay.value().header.levelId + ", " + grouped(result.card->score) +
                                       " points, " + std::to_string(result.card->stars) + " stars\n"
                                 : "NOT proved: " + result.why + "\n"));
    }
    progress.done(++count);
  }
  if (context.json) context.printJson({{"ok", code == kOk}, {"replays", list}});
  return code;
}

}  // namespace

void addVerify(const arguments::Command& app, Context& context) {
  auto options = std::make_shared<VerifyOptions>();
  const arguments::Command command = app.add("verify", "Play replays again and prove their scores");
  command.value("REPLAY", options->files, "Replay files").required();
  command.value("--level", options->levels, "A level file that is not among the game's").eachTime();
  command.flag("--json", context.json, "One JSON document");
  command.does([&context, options] { context.command = [&context, options] { return verifyAll(context, *options); }; });
}

}  // namespace knead::cli
