// What happens in a session, in words for somebody who cannot see it: where on the back, and what. Plain English;
// reads events, decides nothing.
#pragma once

#include <string>
#include <string_view>

#include "sim/session.hpp"

namespace knead::web {

// "left shoulder", "lower back": from behind, so the picture's left is the person's.
[[nodiscard]] std::string placeOf(Vec2 cm);
// "kneading": as the game calls a technique on its screens, within a sentence.
[[nodiscard]] std::string spokenName(level::Technique technique);
// One sentence; empty for what need not be said (a move that began or was credited, a session that ends).
[[nodiscard]] std::string sentenceOf(const sim::Event& event, const sim::Session& session);

}  // namespace knead::web
