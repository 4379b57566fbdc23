// A whole session by a bot, recorded: what boards, stores and servers are tested with.
#pragma once

#include <string_view>

#include "bots/bot_input.hpp"
#include "replay/record.hpp"

namespace knead::testing {

[[nodiscard]] inline replay::Replay playedBy(std::string_view bot, const level::Level& level, std::uint64_t seed,
                                             replay::InputMode mode = replay::InputMode::Mouse) {
  const auto hand = bots::makeBot(bot, level, seed);
  const sim::SessionSetup setup = bots::setupOf(*hand, seed);
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, mode);
  bots::BotInput input(*hand);
  while (!session.ended()) {
    const sim::TickInput now = input.next(session);
    session.tick(now);
    recorder.note(now, session);
  }
  return recorder.finish(session.score());
}

}  // namespace knead::testing
