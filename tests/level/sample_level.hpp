// A whole level as text, the example of docs/level-format.md, for tests that spoil one thing in it.
#pragma once

#include <string>
#include <string_view>

namespace knead::testing {

inline constexpr std::string_view kSampleLevel = R"JSON(
{
  "$schema": "../schema/level.schema.json",
  "id": "desk-neck",
  "number": 4,
  "title": "The desk neck",
  "chapter": "first-hands",
  "lesson": "Calm first: a guarded muscle lets you in later.",
  "pain": "stress",
  "seconds": 90,
  "person": {
    "name": "Mara",
    "role": "book-keeper",
    "words": "It creeps up from my shoulders by noon.",
    "signs": ["shoulders drawn up", "breath high and quick"],
    "better": "I can turn my head again.",
    "worse": "That was too much at once."
  },
  "intake": {
    "refer": false,
    "first": ["effleurage"],
    "also": ["petrissage", "towel"],
    "avoid": ["tapotement"],
    "why": [{ "technique": "effleurage", "text": "Slow strokes calm the person, and a calm muscle lets you deeper." }]
  },
  "tissue": {
    "tone": 0.6, "soreness": 0.1, "narrowing": 0.0, "spasm": 0.0,
    "shortness": 0.3, "short_muscles": ["upper_trapezius", "levator_scapulae"], "short_side": "both",
    "deep_temperature_c": 36.9, "cold_skin_c": 0.0, "acceptance": 0.0
  },
  "state": { "arousal": 0.6, "sensitisation": 0.0, "endorphins": 0.0 },
  "posture": { "lateral": 0.0, "forward_head": 0.4, "kyphosis": 0.2, "lordosis": 0.0, "pelvic_tilt": 0.0 },
  "regions": [{ "x": [-14, 14], "y": [6, 24] }],
  "knots": [
    { "id": "left-shoulder", "at": [-8, 14], "kind": "soft", "tightness": 0.7, "muscle": "upper_trapezius",
      "linked": false, "refers_to": [-5, 3] }
  ],
  "points": [[-9, 14]],
  "no_go": [{ "at": [0, 20], "radius_cm": 3, "techniques": ["friction"], "why": "a fresh scrape" }],
  "tools": { "towel": 1, "stone": 0, "pack": 0 },
  "score": {
    "weights": { "circulation": 10000, "endorphins": 15000, "tension": 40000, "heat": 10000, "posture": 10000, "insight": 15000 },
    "goals": { "circulation": 0.5, "endorphins": 0.5, "tension": 0.7, "heat": 0.6, "posture": 0.5 },
    "lead": "tension",
    "lead_goal": 0.6,
    "stars": { "one": 0.35, "two": 0.6, "three": 0.8 }
  },
  "end_early": { "pain_below": 0.1, "keep_s": 5 },
  "evidence": {
    "article": "Too much muscle tension hurts.",
    "evidence": "Massage lowers felt tension for hours to days.",
    "grade": "B",
    "source": "Author et al. 2020, doi:10.0000/example",
    "stop_sign": "Numbness down the arm: see a doctor first."
  },
  "plan": [{ "technique": "effleurage", "seconds": 25 }, { "technique": "petrissage", "seconds": 40 }],
  "tempting": ["tapotement", "friction"]
}
)JSON";

// The sample with the first `from` made into `to`; an empty string if `from` is not in it.
inline std::string sampleWith(std::string_view from, std::string_view to) {
  std::string text(kSampleLevel);
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return {};
  return text.replace(at, from.size(), to);
}

}  // namespace knead::testing
