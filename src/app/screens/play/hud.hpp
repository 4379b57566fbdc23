// What stands around the back while it is worked on: person, meters, clock, posture, tools, moves. Says where
// everything is, for the picture and the pointer alike. Reads the session, decides nothing.
#pragma once

#include <array>
#include <vector>

#include "app/ui/painter.hpp"
#include "sim/session.hpp"
#include "story/people.hpp"

namespace knead::app {

// Reference pixels. Columns keep 40 from the edge, and on very wide windows at most 710 from the middle.
struct HudLayout {
  // `tools`: how many of each the level lays out; `type`: how large type is wished.
  HudLayout(float windowWidth, const std::array<int, level::kToolCount>& tools, float type = 1);
  float width;
  float type;
  bool narrow;        // 4:3: shorter lines, fewer words
  float left, right;  // outer edges of the columns
  // The hand and what is laid out, side by side up to the edge; nobody needs a row of the hand alone.
  std::vector<level::Tool> tools;
  [[nodiscard]] Vec2 tool(std::size_t i) const {
    return {right - 25 - 74 * static_cast<float>(tools.size() - 1 - i), 568};
  }
  // Softer and deeper, for a finger that has no wheel: above the tray.
  bool depthSigns = false;
  [[nodiscard]] Vec2 depthSign(bool deeper) const { return {right - 25 - (deeper ? 0.0F : 58.0F), 513}; }
  // From one sign of the strip of moves to the next.
  [[nodiscard]] float moveStep() const {
    return (narrow ? 592.0F : 816.0F) / static_cast<float>(level::kHandTechniqueCount);
  }
  [[nodiscard]] Vec2 pause() const { return {right - 8, 682}; }
  static constexpr float kToolReach = 28, kSignReach = 25, kPauseReach = 22;
  struct Panel {
    Vec2 at, size;
  };
  // The figure from the side: where its sacrum stands, and how long its column is.
  [[nodiscard]] Vec2 sideFoot() const { return {right - 94, 470}; }
  [[nodiscard]] float sideLength() const { return narrow ? 150.0F : 178.0F; }
  // All that drawHud paints lies in these.
  [[nodiscard]] std::array<Panel, 6> panels() const;
  static constexpr std::size_t kPersonPanel = 0, kMeterPanel = 1;
  // From this one on it is what hands need: tools and moves.
  static constexpr std::size_t kToolPanel = 4;
};

struct HudState {
  const sim::Session& session;
  const sim::ScoreCard& now;           // what the session would be worth if it ended now
  sim::TickInput input;                // of the last tick
  story::Hair hair;                    // of the person
  const sim::Meters* ghost = nullptr;  // of whom one races: thin marks
};

// One of the panels, in the order of HudLayout::panels.
void drawHudPanel(Painter& painter, const HudLayout& layout, const HudState& state, std::size_t panel);
void drawHud(Painter& painter, const HudLayout& layout, const HudState& state);

}  // namespace knead::app
