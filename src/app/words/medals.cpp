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
