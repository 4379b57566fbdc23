// knead-cli replay-info: what a replay says about itself, without playing it.
#include <filesystem>
#include <memory>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "replay/read.hpp"

namespace knead::cli {
namespace {

Json techniqueJson(const std::optional<level::Technique>& technique) {
  return technique ? Json(level::idOf(*technique)) : Json(nullptr);
}

Json infoJson(const replay::Replay& replay, std::size_t bytes) {
  const replay::Header& header = replay.header;
  const sim::IntakeAnswer& intake = header.setup.intake;
  return {{"format", header.formatVersion},
          {"rules", header.rulesVersion},
          {"level", header.levelId},
          {"level_hash", hexText(header.levelHash)},
          {"seed", header.setup.seed},
          {"input", replay::kInputModeIds[static_cast<std::size_t>(header.mode)]},
          {"assists",
           {{"steady_hand", header.setup.assists.steadyHand},
            {"wider_tolerance", header.setup.assists.widerTolerance},
            {"no_timer", header.setup.assists.noTimer},
            {"slower_time", header.help.slowerTime},
            {"led_hand", header.help.ledHand}}},
          {"intake",
           {{"refer", intake.refer},
            {"first", techniqueJson(intake.first)},
            {"also", techniqueJson(intake.also)},
            {"avoid", techniqueJson(intake.avoid)}}},
          {"ticks", replay.inputs.size()},
          {"seconds", rounded(static_cast<double>(replay.inputs.size()) / sim::kTicksPerSecond)},
          {"bytes", bytes},
          {"hashes", replay.hashes.size()},
          {"claimed",
           {{"score", replay.claim.score},
            {"stars", replay.claim.stars},
            {"ended", sim::kEndingIds[static_cast<std::size_t>(replay.claim.ending)]},
            {"state_hash", hexText(replay.claim.stateHash)}}}};
}

std::string valueText(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

int info(const Context& context, const std::string& file) {
  const Result<replay::Replay> replay = replay::readReplayFile(file);
  if (!replay) return context.fail(replay.error());
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(file, ignored);
  const Json document = infoJson(replay.value(), ignored ? 0 : static_cast<std::size_t>(bytes));
  if (context.json) {
    context.printJson(document);
    return kOk;
  }
  for (const auto& [key, value] : document.items()) {
    if (!value.is_object()) {
      context.print(formatted("%-12s ", key.c_str()) + valueText(value) + "\n");
      continue;
    }
    context.print(formatted("%-12s", key.c_str()));
    for (const auto& [name, entry] : value.items())
      context.print(" " + name + " " + (entry.is_null() ? "-" : valueText(entry)));
    context.print("\n");
  }
  return kOk;
}

}  // namespace

void addReplayInfo(const arguments::Command& app, Context& context) {
  auto file = std::make_shared<std::string>();
  const arguments::Command command = app.add("replay-info", "Show what a replay holds");
  command.value("REPLAY", *file, "A replay file").required();
  command.flag("--json", context.json, "One JSON document");
  command.does([&context, file] { context.command = [&context, file] { return info(context, *file); }; });
}

}  // namespace knead::cli
