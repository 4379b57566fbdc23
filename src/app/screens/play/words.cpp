// The words of the play screen; see the header.
#include "app/screens/play/words.hpp"

#include "core/math.hpp"

namespace knead::app {

const char* wordsFor(const sim::Event& e) {
  switch (e.kind) {
    case sim::EventKind::KnotReleased: return "A knot lets go.";
    case sim::EventKind::Flinch: return "Too deep too soon. Lighter.";
    case sim::EventKind::Guarding: return "They brace. Slow strokes first.";
    case sim::EventKind::TooHot: return "It is getting too hot there.";
    case sim::EventKind::Burnt: return "Too hot: they took it off.";
    case sim::EventKind::NoGoTouched:
      return e.value < .5F ? "Not on the bone. Work beside it." : "Not there. Choose another place.";
    case sim::EventKind::ToolRefused: return "None of these left.";
    case sim::EventKind::Afterglow: return "A full dose of good touch: the afterglow.";
    case sim::EventKind::OverReleased: return "That muscle has given enough. Let it be.";
    default: return nullptr;
  }
}

const char* handWord(const sim::LiveTouch& touch, bool tooDeep) {
  if (tooDeep) return "too deep";
  if (touch.quality >= .75F) return "good touch";
  switch (touch.coach) {
    case sim::Coach::Tempo: return touch.tooFast ? "slower" : "quicker";
    case sim::Coach::Path: return "follow the fibres";
    case sim::Coach::Steadiness: return "steadier";
    case sim::Coach::Place: return "another place";
    case sim::Coach::Depth: return "mind the depth";
    case sim::Coach::None: break;
  }
  return "good touch";
}

const char* comfortWord(const sim::PersonView& person) {
  return person.guarding > .5F   ? "guarded"
         : person.comfort > .85F ? "at ease"
         : person.comfort > .5F  ? "settling"
                                 : "uneasy";
}

const char* postureWord(const sim::PostureView& posture) {
  return posture.sag > .3F                      ? "sagging"
         : posture.deviation < .15F             ? "upright"
         : posture.forwardHeadDeg > 12          ? "head forward"
         : absOf(posture.lateralShiftCm) > 1.0F ? "leaning"
                                                : "easing";
}

MeterWords meterWords(const sim::Meters& m) {
  return {m.circulation < .2F   ? "low"
          : m.circulation < .6F ? "rising"
                                : "warm",
          m.endorphins < .15F  ? "quiet"
          : m.endorphins < .7F ? "rising"
                               : "glowing",
          m.tooLoose          ? "too loose"
          : m.meanTone > .45F ? "tight"
                              : "healthy tone",
          m.tooHot              ? "too hot"
          : m.heatC < m.heatLow ? "cool"
                                : "comfortable"};
}

}  // namespace knead::app
