// What a player sees whose hand leads itself: the places on the back, the moves that can be done at the chosen one, the
// ring of the beat, and what is lit for the one switch. Decides nothing.
#pragma once

#include "app/devices/controls.hpp"
#include "app/drivers/player_hand.hpp"
#include "app/screens/play/session_scene.hpp"

namespace knead::app {

// On the back, under the hand.
void drawPlaces(Painter& painter, const SessionScene& scene, const PlayerHand& hand, const sim::Session& session);
// Below it.
void drawHelp(Painter& painter, float windowWidth, const PlayerHand& hand, const sim::Session& session,
              const Controls& controls);
// What is chosen or lit now, in words: for the voice.
[[nodiscard]] std::string spokenHelp(const PlayerHand& hand, const sim::Session& session);

}  // namespace knead::app
