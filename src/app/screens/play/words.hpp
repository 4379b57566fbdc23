// What the play screen says: one calm line for an event, one or two words for a meter or the hand. No drawing.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sim/session.hpp"

namespace knead::app {

// Null if the event needs no words.
[[nodiscard]] const char* wordsFor(const sim::Event& event);
// The same with what the session knows of it, as why a place is forbidden; empty if nothing is said.
[[nodiscard]] std::string saidOf(const sim::Event& event, const sim::Session& session);
// The coach's word for the hand: what the move it makes wants most.
[[nodiscard]] const char* handWord(const sim::LiveTouch& touch, bool tooDeep);
[[nodiscard]] const char* comfortWord(const sim::PersonView& person);
[[nodiscard]] const char* postureWord(const sim::PostureView& posture);
struct MeterWords {
  const char *circulation, *endorphins, *tension, *heat;
};
[[nodiscard]] MeterWords meterWords(const sim::Meters& meters);

}  // namespace knead::app
