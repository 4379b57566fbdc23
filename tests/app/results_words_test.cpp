// What a result says of somebody is true of what happened to them.
#include "app/screens/results_words.hpp"

#include "app/words/words.hpp"
#include "level/catalogue.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

namespace {

using namespace knead;
using level::Technique;

// Nobody lays a hand on them until the time is up.
sim::ScoreCard idle(const level::Level& level, const sim::IntakeAnswer& said = {}) {
  sim::Session session(level, {.seed = 1, .intake = said, .assists = {}, .further = {}, .carry = {}});
  while (!session.ended()) session.tick({});
  return session.score();
}

}  // namespace

TEST_CASE("whoever was hardly touched does not call it rough", "[app]") {
  const level::Level level = testing::shippedLevel("first-touch");
  const sim::ScoreCard card = idle(level);
  REQUIRE(card.stars == 0);
  CHECK(app::closingWords(level, card) == "Little was done here, and little has changed.");
  sim::ScoreCard rough = card;
  rough.comfort = .2F;
  CHECK(app::closingWords(level, rough) == app::words::quoted(level.person.worse));
  sim::ScoreCard busy = card;
  busy.moves.push_back({sim::Move::Friction, Technique::Friction, 40, .5F});
  CHECK(app::closingWords(level, busy) == app::words::quoted("It feels much as it did. Thank you for trying."));
}

TEST_CASE("nobody speaks of hands that were never there", "[app]") {
  const level::Level doctor = testing::shippedLevel("the-wrong-numb");
  CHECK(app::closingWords(doctor, idle(doctor)).find("pleasant") == std::string::npos);
  sim::IntakeAnswer refer;
  refer.refer = true;
  CHECK(app::closingWords(doctor, idle(doctor, refer)) == app::words::quoted(doctor.person.better));
  const level::Level sore = testing::shippedLevel("dough");
  CHECK(app::closingWords(sore, idle(sore, refer)).find("sore") == std::string::npos);
}

TEST_CASE("reasons come in the order of the guess and say what was said", "[app]") {
  const level::Level level = testing::shippedLevel("the-hip-that-lifts");
  sim::IntakeAnswer said;
  said.first = level.intake.first.front();
  said.avoid = Technique::Tapotement;
  const auto reasons = app::reasonsOf(level, said);
  REQUIRE(reasons.size() == level.intake.why.size());
  CHECK(reasons.front().technique == said.first);
  CHECK(reasons.front().role == "predicted");
  CHECK(reasons.back().technique == Technique::Tapotement);
  CHECK(reasons.back().role == "you said: leave alone");
  CHECK_FALSE(reasons.back().helps);
  CHECK(app::reasonsOf(level, {}).back().role == "not now");
}
