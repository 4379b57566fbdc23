#include "app/words/medals.hpp"

#include "app/words/words.hpp"

namespace knead::app::words {

const char* medalName(sim::Medal medal) {
  switch (medal) {
    case sim::Medal::GentleHands: return tr("Gentle hands");
    case sim::Medal::Insight: return tr("Clear sight");
    case sim::Medal::StraightBack: return tr("Straight back");
    case sim::Medal::Lasting: return tr("It lasts");
    case sim::Medal::AtEase: break;
  }
  return tr("At ease");
}

const char* medalWhy(sim::Medal medal) {
  switch (medal) {
    case sim::Medal::GentleHands: return tr("Never deeper than the tissue allowed.");
    case sim::Medal::Insight: return tr("All that you expected was right.");
    case sim::Medal::StraightBack: return tr("They stand as they would by themselves.");
    case sim::Medal::Lasting: return tr("Every knot let go and stayed so.");
    case sim::Medal::AtEase: break;
  }
  return tr("Hardly any pain is left, and they were at ease to the end.");
}

const char* medalHow(sim::Medal medal) {
  switch (medal) {
    case sim::Medal::GentleHands: return tr("Begin lightly, sink in slowly, and let up as soon as they tense.");
    case sim::Medal::Insight: return tr("Hear the whole story before you guess; the Atlas says what fits which pain.");
    case sim::Medal::StraightBack:
      return tr("Where posture counts: calm what pulls and lengthen what is short, until both sides hold alike.");
    case sim::Medal::Lasting: return tr("Go on when a knot has let go: what is left of it may tighten in the rest.");
    case sim::Medal::AtEase: break;
  }
  return tr("Warm first, then work, then smooth it out, and stop while it still feels good.");
}

const char* medalsAre() {
  return tr("What else can be said of a session that went well. They are worth no points and open nothing.");
}

std::string_view medalSign(sim::Medal medal) {
  switch (medal) {
    case sim::Medal::GentleHands: return "effleurage";
    case sim::Medal::Insight: return "check";
    case sim::Medal::StraightBack: return "tone";
    case sim::Medal::Lasting: return "trigger_point";
    case sim::Medal::AtEase: break;
  }
  return "endo";
}

std::vector<sim::Medal> medalsIn(std::uint32_t medals) {
  std::vector<sim::Medal> all;
  for (int i = 0; i < sim::kMedalCount; ++i)
    if (sim::holds(medals, static_cast<sim::Medal>(i))) all.push_back(static_cast<sim::Medal>(i));
  return all;
}

}  // namespace knead::app::words
