// The score: integers from 0 to 100,000, every term with one plain sentence. docs/scoring.md says the same in words.
#pragma once

#include "sim/body.hpp"
#include "sim/session.hpp"

namespace knead::sim {

// What the body was at the start.
struct Baseline {
  Body::Measures measures;
  PostureView posture;
};

struct Reliefs {
  float circulation = 0, endorphins = 0, tension = 0, heat = 0, posture = 0;  // 0..1
};
// `after` is the body after the rest; `endorphins` and `heatPeak` belong to the moment the hands left.
[[nodiscard]] Reliefs reliefOf(const Baseline& before, const Body::Measures& after, const PostureView& postureAfter,
                               float endorphins, float endorphinsAtStart, float heatPeak, int levelSeconds);

// Share of the prediction that was right, 0..1: first .60, also .25, avoid .15.
[[nodiscard]] float insightOf(const level::Intake& right, const IntakeAnswer& answer);

// Points for harm done, positive, at most 60,000.
[[nodiscard]] int harmPoints(const Harm& harm, float sag, bool stopped);

// Fills score, stars, terms. Needs relief, pain, knots, comfort, ending set in `card`.
void gradeCard(ScoreCard& card, const level::Level& level, const Harm& harm, float sag);

}  // namespace knead::sim
