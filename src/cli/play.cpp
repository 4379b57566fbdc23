// The two loops of play. They differ only in where the next input comes from.
#include "cli/play.hpp"

#include <algorithm>
#include <string>

#include "bots/bot_input.hpp"
#include "level/level_check_schema.hpp"
#include "replay/record.hpp"

namespace knead::cli {
namespace {

template <class NextInput>
Played play(const level::Level& level, const sim::SessionSetup& setup, replay::InputMode mode, NextInput next) {
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, mode);
  while (!session.ended() && session.tickCount() < replay::kMaxTicks) {
    if (session.waits()) {
      session.expect({});  // a trace says nothing of further people
      recorder.expected(session);
      continue;
    }
    const sim::TickInput input = next(session);
    session.tick(input);
    recorder.note(input, session);
  }
  Played played;
  played.card = session.score();
  played.ticks = session.tickCount();
  played.replay = recorder.finish(played.card);
  return played;
}

}  // namespace

Played playTrace(const level::Level& level, const sim::SessionSetup& setup, const replay::Trace& trace) {
  replay::TracePlayer player(trace);
  return play(level, setup, replay::InputMode::Trace, [&player](const sim::Session&) { return player.next(); });
}

Played playBot(const level::Level& level, const sim::SessionSetup& setup, bots::Bot& bot) {
  bots::BotInput input(bot);
  return play(level, setup, replay::InputMode::Bot,
              [&input](const sim::Session& session) { return input.next(session); });
}

bots::Device deviceNamed(std::string_view id) {
  const auto at = std::find(bots::kDeviceIds.begin(), bots::kDeviceIds.end(), id);
  return static_cast<bots::Device>(at - bots::kDeviceIds.begin());
}

Error noBot(std::string_view name) {
  const auto names = bots::botNames();
  std::string what = "found no bot \"" + std::string(name) + "\"";
  const std::string_view close = level::closestOf(name, {names.begin(), names.end()});
  what += close.empty() ? ";" : "; did you mean \"" + std::string(close) + "\"?";
  what += " Allowed:";
  for (const std::string_view known : names) what += " " + std::string(known);
  return {"", "", what};
}

Result<std::unique_ptr<bots::Bot>> botNamed(std::string_view name, const level::Level& level, std::uint64_t seed,
                                            bots::Device device) {
  std::unique_ptr<bots::Bot> bot = bots::makeBot(name, level, seed, device);
  if (bot) return bot;
  return noBot(name);
}

}  // namespace knead::cli
