// The words of the play screen; see the header.
#include "app/screens/play/words.hpp"

#include "app/view/fences.hpp"
#include "app/words/words.hpp"
#include "core/math.hpp"

namespace knead::app {

using words::tr;

namespace {

const char* refusalOf(sim::ToolRefusal why) {
  switch (why) {
    case sim::ToolRefusal::NoneLeft: break;
    case sim::ToolRefusal::ManyLie: return tr("No more can lie there. Take one off first.");
    case sim::ToolRefusal::OffTheBody: return tr("Not beside the body. Lay it on the back.");
  }
  return tr("None of these left.");
}

// What its path wants of a move that is not done well enough.
const char* pathWord(sim::Move move) {
  switch (move) {
    case sim::Move::Effleurage:
    case sim::Move::Friction:
    case sim::Move::Stretch: return tr("straighter");
    case sim::Move::Petrissage: return tr("rounder");
    case sim::Move::Vibration: return tr("finer");
    case sim::Move::Tapotement: return tr("closer together");
    case sim::Move::Compression: return tr("hold still");
    case sim::Move::None: break;
  }
  return tr("steadier");
}

// And what the place wants: the way of the fibres for most.
const char* placeWord(sim::Move move) {
  switch (move) {
    case sim::Move::Effleurage:
    case sim::Move::Stretch: return tr("follow the fibres");
    case sim::Move::Friction: return tr("across the fibres");
    case sim::Move::Vibration: return tr("stay in one place");
    case sim::Move::Petrissage:
    case sim::Move::Tapotement:
    case sim::Move::Compression:
    case sim::Move::None: break;
  }
  return tr("another place");
}

}  // namespace

const char* wordsFor(const sim::Event& e) {
  switch (e.kind) {
    case sim::EventKind::KnotReleased: return tr("A knot lets go.");
    case sim::EventKind::Flinch: return tr("Too deep too soon. Lighter.");
    case sim::EventKind::Guarding: return tr("They brace. Slow strokes first.");
    case sim::EventKind::TooHot: return tr("It is getting too hot there.");
    case sim::EventKind::Burnt: return tr("Too hot: they took it off.");
    case sim::EventKind::NoGoTouched:
      return e.value < .5F    ? tr("Not on the bone. Work beside it.")
             : e.value < 1.5F ? tr("Not over the kidneys. Choose another place.")
                              : tr("Not there. Choose another place.");
    case sim::EventKind::ToolRefused: return refusalOf(static_cast<sim::ToolRefusal>(static_cast<int>(e.value)));
    case sim::EventKind::Afterglow: return tr("A full dose of good touch: the afterglow.");
    case sim::EventKind::ReferralFelt: return tr("“That is the ache I know. I feel it over there.”");
    case sim::EventKind::OverReleased: return tr("That muscle has given enough. Let it be.");
    default: return nullptr;
  }
}

std::string saidOf(const sim::Event& e, const sim::Session& session) {
  const char* usual = wordsFor(e);
  if (e.kind == sim::EventKind::NoGoTouched && e.value > 1.5F) {
    const auto technique = session.liveTechnique();
    const level::NoGo* place = fenceAt(session.level(), e.at, technique ? &*technique : nullptr);
    if (place != nullptr) return words::fill(tr("Not there: {why}."), {{"why", tr(place->why)}});
  }
  return usual != nullptr ? usual : "";
}

const char* handWord(const sim::LiveTouch& touch, bool tooDeep) {
  if (tooDeep) return tr("too deep");
  if (touch.quality >= .75F) return tr("good touch");
  switch (touch.coach) {
    case sim::Coach::Tempo: return touch.tooFast ? tr("slower") : tr("quicker");
    case sim::Coach::Path: return pathWord(touch.move);
    case sim::Coach::Steadiness: return touch.move == sim::Move::Compression ? tr("hold still") : tr("steadier");
    case sim::Coach::Place: return placeWord(touch.move);
    case sim::Coach::None: break;
  }
  return tr("good touch");
}

const char* comfortWord(const sim::PersonView& person) {
  return person.guarding > .5F   ? tr("guarded")
         : person.comfort > .85F ? tr("at ease")
         : person.comfort > .5F  ? tr("settling")
                                 : tr("uneasy");
}

const char* postureWord(const sim::PostureView& posture) {
  return posture.sag > .3F                      ? tr("sagging")
         : posture.deviation < .15F             ? tr("upright")
         : posture.forwardHeadDeg > 12          ? tr("head forward")
         : absOf(posture.lateralShiftCm) > 1.5F ? tr("leaning")
                                                : tr("a little off");
}

MeterWords meterWords(const sim::Meters& m) {
  return {m.circulation < .2F   ? tr("low")
          : m.circulation < .6F ? tr("rising")
                                : tr("warm"),
          m.endorphins < .15F  ? tr("quiet")
          : m.endorphins < .7F ? tr("rising")
                               : tr("glowing"),
          m.tooLoose          ? tr("too loose")
          : m.meanTone > .45F ? tr("tight")
                              : tr("healthy tone"),
          m.tooHot              ? tr("too hot")
          : m.heatC < m.heatLow ? tr("cool")
                                : tr("comfortable")};
}

}  // namespace knead::app
