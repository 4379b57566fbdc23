// Levels with several people one after the other, and what earlier sessions leave in one person.
#include "bots/bot_input.hpp"
#include "level/catalogue.hpp"
#include "sim/session.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

using namespace knead;

namespace {

sim::ScoreCard playedBy(const char* name, const level::Level& level, const sim::SessionSetup& setup) {
  const auto bot = bots::makeBot(name, level, setup.seed);
  bots::BotInput input(*bot);
  sim::Session session(level, setup);
  while (!session.ended()) {
    const std::uint32_t before = session.tickCount();
    session.tick(input.next(session));
    REQUIRE(session.tickCount() == before + 1);
  }
  return session.score();
}

}  // namespace

TEST_CASE("the next person waits until the player has said what to expect", "[people]") {
  const level::Level level = testing::shippedLevel("twins");
  REQUIRE(level.people() == 2);
  sim::Session session(level, {});
  int ticks = 0;
  while (!session.waits() && ticks < 60 * 120) {
    session.tick({});
    ++ticks;
  }
  CHECK(ticks == level.seconds * sim::kTicksPerSecond);
  CHECK(session.visit() == 0);
  CHECK_FALSE(session.ended());
  session.tick({});
  CHECK(session.tickCount() == static_cast<std::uint32_t>(ticks));  // it stands still

  session.expect({});
  CHECK(session.visit() == 1);
  CHECK(session.level().person.name == level.visits[0].person.name);
  CHECK(session.visitTicks() == 0);
  bool met = false;
  for (const sim::Event& event : session.events()) met = met || event.kind == sim::EventKind::NextPerson;
  CHECK(met);
  while (!session.ended()) session.tick({});
  CHECK(session.tickCount() == static_cast<std::uint32_t>((level.seconds + level.visits[0].seconds) * 120));
  CHECK(session.score().stars == 0);
}

TEST_CASE("several people count alike: the mean score, the mean of the stars rounded down, a part for each",
          "[people]") {
  const level::Level level = testing::shippedLevel("twins");
  const auto expert = bots::makeBot("expert", level, 4);
  sim::SessionSetup half = bots::setupOf(*expert, 4);
  CHECK(half.further.size() == 1);
  const sim::ScoreCard card = playedBy("expert", level, half);
  REQUIRE(card.visits.size() == 2);
  REQUIRE(card.terms.size() == 2);
  CHECK(card.score == card.visits[0].score / 2 + card.visits[1].score / 2);
  CHECK(card.score == card.terms[0].points + card.terms[1].points);
  CHECK(card.stars == (card.visits[0].stars + card.visits[1].stars) / 2);
  CHECK(card.visits[0].insight == 1.0F);

  // Sending the second one away who came for relief costs half of all, and stars.
  half.further[0] = {};
  half.further[0].refer = true;
  const sim::ScoreCard sent = playedBy("expert", level, half);
  CHECK(sent.visits[1].score == 0);
  CHECK(sent.score == sent.visits[0].score / 2);
  CHECK(sent.stars <= 1);
}

TEST_CASE("what earlier sessions left eases the start, and nothing left is the level itself", "[people]") {
  const level::Level level = testing::shippedLevel("release-then-length");
  const sim::Session plain(level, {});
  sim::SessionSetup setup;
  setup.carry = {};
  CHECK(sim::Session(level, setup).stateHash() == plain.stateHash());
  setup.carry.ease = 200;
  const sim::Session eased(level, setup);
  CHECK(eased.person().painAtStart < plain.person().painAtStart);
  CHECK(eased.person().endorphins == plain.person().endorphins);
  setup.carry = {255, 0};
  const sim::Session glowing(level, setup);
  CHECK(glowing.person().endorphins > .4F);
  CHECK(glowing.stateHash() != plain.stateHash());
}

TEST_CASE("a stone that glides warms and strokes, one that is let go in place is taken off", "[people]") {
  const level::Level level = testing::shippedLevel("stones-on-the-river");
  sim::Session session(level, {});
  const auto lead = [&](float seconds, float cmPerS) {
    for (int i = 0; i < static_cast<int>(seconds * 120); ++i) {
      const float y = 24.0F + cmPerS * static_cast<float>(i) / 120.0F;
      session.tick(sim::quantise({-4.0F, y}, true, level::Tool::Stone, .3F));
    }
  };
  lead(2.5F, 6.0F);
  REQUIRE(session.tools().size() == 1);
  CHECK(session.tools()[0].glides);
  CHECK(session.tools()[0].at.y > 36.0F);
  session.tick(sim::quantise({-4.0F, 39.0F}, false, level::Tool::Stone, .3F));
  REQUIRE(session.tools().size() == 1);  // led stones stay where they are let go
  CHECK_FALSE(session.tools()[0].glides);
  for (const bool down : {true, true, true, false})
    session.tick(sim::quantise({-4.0F, 39.0F}, down, level::Tool::Stone, .3F));
  CHECK(session.tools().empty());
  bool stroked = false;
  for (const sim::MoveTime& move : session.score().moves)
    stroked = stroked || (move.technique == level::Technique::Stone && move.seconds > 2.0F && move.quality > .9F);
  CHECK(stroked);
}

TEST_CASE("the card does not speak of a prediction that nobody made, nor of hands where a doctor was called",
          "[people]") {
  const auto whyOf = [](const sim::ScoreCard& card, std::string_view id) {
    for (const sim::ScoreTerm& term : card.terms)
      if (term.id == id) return term.why;
    return std::string();
  };
  const level::Level sore = testing::shippedLevel("dough");
  const auto idle = [&](const sim::IntakeAnswer& said) {
    sim::Session session(sore, {.seed = 1, .intake = said, .assists = {}, .further = {}, .carry = {}});
    while (!session.ended()) session.tick({});
    return session.score();
  };
  CHECK(whyOf(idle({}), "insight") == "You began without a guess.");
  sim::IntakeAnswer wrong;
  wrong.first = level::Technique::Friction;
  CHECK(whyOf(idle(wrong), "insight") == "The prediction missed what this back needs.");

  const level::Level clinic = testing::shippedLevel("walk-in-clinic");
  std::vector<sim::IntakeAnswer> further(clinic.visits.size());
  further[1].refer = true;  // who must not lie down here
  REQUIRE(clinic.visit(2).intake.refer);
  sim::Session session(clinic, {.seed = 1, .intake = {}, .assists = {}, .further = further, .carry = {}});
  while (!session.ended()) session.tick({});
  const sim::ScoreCard card = session.score();
  CHECK(card.visits[2].stars == 3);
  CHECK(card.terms[2].why == "You saw the sign and sent them to be checked first.");
}
