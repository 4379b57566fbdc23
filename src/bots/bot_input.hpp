// A bot at the table: its pointer samples go the way of a live device, into the quantised input of the next tick.
#pragma once

#include <vector>

#include "bots/bot.hpp"

namespace knead::bots {

class BotInput {
 public:
  // The bot must outlive this.
  explicit BotInput(Bot& bot) : m_bot(&bot) {}

  // The input of the session's next tick; to be asked once a tick.
  [[nodiscard]] sim::TickInput next(const sim::Session& session) {
    m_samples.clear();
    m_bot->act(session, m_samples);
    for (const sim::PointerSample& sample : m_samples) m_resampler.push(sample);
    return m_resampler.take(session.tickCount());
  }

 private:
  Bot* m_bot;
  std::vector<sim::PointerSample> m_samples;
  sim::PointerResampler m_resampler;
};

}  // namespace knead::bots
