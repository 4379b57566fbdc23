// A player who follows a list of techniques with given hands, watching the ring of the touch limit, the knots and the
// tray: the expert, the novice and the one who does the wrong things.
#pragma once

#include "bots/bot.hpp"
#include "bots/performer.hpp"
#include "hands/eye.hpp"

namespace knead::bots {

struct Manner {
  hands::Skill hands;
  float ringError = 0.0F;  // how far the ring is misread, relative; 1 = not looked at
  bool skipsWhenDone = true;
  float guess = 1.0F;                                   // chance of each right answer at the intake
  float patience = 1.0F;                                // share of a warming or a draw that is waited out
  float holds = 1.0F;                                   // share of a press that is waited out
  std::optional<level::Technique> says = std::nullopt;  // that this comes first, whatever is right
};

[[nodiscard]] std::unique_ptr<Bot> makePlanner(const level::Level& level, Plan plan, const Manner& manner,
                                               Device device, std::uint64_t seed);

}  // namespace knead::bots
