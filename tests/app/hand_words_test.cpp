// What the coach says beside the hand: of each move, what that move wants.
#include <string>

#include "app/screens/play/words.hpp"
#include "support/catch.hpp"

using namespace knead;
using sim::Coach;
using sim::Move;

namespace {

std::string said(Move move, Coach coach, float quality = 0.4F) {
  sim::LiveTouch touch;
  touch.move = move;
  touch.coach = coach;
  touch.quality = quality;
  return app::handWord(touch, false);
}

}  // namespace

TEST_CASE("a rub is sent across the fibres and a stroke along them", "[words]") {
  CHECK(said(Move::Effleurage, Coach::Place) == "follow the fibres");
  CHECK(said(Move::Stretch, Coach::Place) == "follow the fibres");
  CHECK(said(Move::Friction, Coach::Place) == "across the fibres");
  CHECK(said(Move::Vibration, Coach::Place) == "stay in one place");
  CHECK(said(Move::Tapotement, Coach::Place) == "another place");  // over the kidneys
}

TEST_CASE("what is wrong with a path is said in the words of its move", "[words]") {
  CHECK(said(Move::Effleurage, Coach::Path) == "straighter");
  CHECK(said(Move::Petrissage, Coach::Path) == "rounder");
  CHECK(said(Move::Friction, Coach::Path) == "straighter");
  CHECK(said(Move::Vibration, Coach::Path) == "finer");
  CHECK(said(Move::Tapotement, Coach::Path) == "closer together");
  CHECK(said(Move::Compression, Coach::Path) == "hold still");
  CHECK(said(Move::Compression, Coach::Steadiness) == "hold still");
  CHECK(said(Move::Friction, Coach::Steadiness) == "steadier");
}

TEST_CASE("who does well hears it, and who presses too deep hears that first", "[words]") {
  CHECK(said(Move::Friction, Coach::Place, 0.8F) == "good touch");
  CHECK(said(Move::Friction, Coach::None) == "good touch");
  sim::LiveTouch touch;
  touch.quality = 0.9F;
  CHECK(std::string(app::handWord(touch, true)) == "too deep");
}
