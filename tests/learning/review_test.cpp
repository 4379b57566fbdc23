// The review queue: its calendar by table, and the order of what is due.
#include <algorithm>

#include "core/random.hpp"
#include "learning/review.hpp"
#include "support/catch.hpp"
#if KNEAD_HAVE_RAPIDCHECK
#include <rapidcheck.h>
#endif

using namespace knead;
using namespace knead::learning;
using level::Pain;

namespace {

const Card kDoms = Card::of(Pain::Doms);
const Card kStress = Card::of(Pain::Stress);

std::vector<std::string_view> ids(const std::vector<Card>& cards) {
  std::vector<std::string_view> out;
  for (const Card card : cards) out.push_back(card.id());
  return out;
}

// A queue after a hundred answers of all kinds.
ReviewQueue lived(std::uint64_t seed) {
  Random random(seed);
  ReviewQueue queue;
  int day = 100;
  for (int session = 0; session < 100; ++session) {
    day += static_cast<int>(random.below(3));
    const Card card = Card::at(static_cast<int>(random.below(kCardCount)));
    const bool right = random.below(3) != 0;
    queue.answered(card, right, day, session);
  }
  return queue;
}

// How far past its time, as the game's rule says it in words.
int lateness(const CardState& state, int day, int session) {
  const int wait = kBoxWait[static_cast<std::size_t>(state.box - 1)];
  return std::min(day - state.day, session - state.session) - wait;
}

// Whether `out` is the order that review.hpp promises for this queue.
bool keepsItsPromise(const ReviewQueue& queue, int day, int session, std::optional<Card> last) {
  const std::vector<Card> out = queue.due(day, session, last);
  std::vector<Card> left;
  for (int i = 0; i < kCardCount; ++i) {
    const CardState& state = queue.of(Card::at(i));
    if (state.box > 0 && lateness(state, day, session) >= 0 && last != Card::at(i)) left.push_back(Card::at(i));
  }
  if (left.size() != out.size()) return false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto self = std::find(left.begin(), left.end(), out[i]);
    if (self == left.end()) return false;
    const bool partnerWaits =
        i > 0 && std::any_of(left.begin(), left.end(), [&](Card c) { return confusable(c, out[i - 1]); });
    for (const Card other : left) {
      if (partnerWaits && !confusable(out[i], out[i - 1])) return false;
      if (partnerWaits && !confusable(other, out[i - 1])) continue;
      if (lateness(queue.of(other), day, session) > lateness(queue.of(out[i]), day, session)) return false;
    }
    left.erase(self);
  }
  return true;
}

}  // namespace

TEST_CASE("a card climbs by the calendar", "[learning]") {
  ReviewQueue queue;
  CHECK(queue.due(100000, 100000).empty());
  struct Step {
    int day, session, boxAfter;
  };
  // Answered on the first day it is due, each time.
  int day = 20000;
  int session = 5;
  queue.answered(kDoms, true, day, session);
  CHECK(queue.of(kDoms) == CardState{1, day, session});
  for (const Step step : {Step{1, 1, 2}, Step{3, 3, 3}, Step{7, 7, 4}, Step{15, 15, 5}, Step{30, 30, 5}}) {
    CHECK_FALSE(queue.isDue(kDoms, day + step.day - 1, session + step.session));
    CHECK_FALSE(queue.isDue(kDoms, day + step.day, session + step.session - 1));
    day += step.day;
    session += step.session;
    REQUIRE(queue.isDue(kDoms, day, session));
    queue.answered(kDoms, true, day, session);
    CHECK(queue.of(kDoms) == CardState{step.boxAfter, day, session});
  }
  queue.answered(kDoms, false, day + 1, session + 1);
  CHECK(queue.of(kDoms) == CardState{1, day + 1, session + 1});
}

TEST_CASE("a right answer before its time changes nothing, a wrong one does", "[learning]") {
  ReviewQueue queue;
  for (int i = 0; i < 10; ++i) queue.answered(kDoms, true, 20000, i);
  CHECK(queue.of(kDoms) == CardState{1, 20000, 0});
  queue.answered(kDoms, true, 20001, 12);
  CHECK(queue.of(kDoms).box == 2);
  queue.answered(kDoms, false, 20001, 13);
  CHECK(queue.of(kDoms) == CardState{1, 20001, 13});
}

TEST_CASE("a day written by a wrong clock does not hold a card back", "[learning]") {
  ReviewQueue queue;
  queue.answered(kDoms, true, 90000, 1);
  CHECK_FALSE(queue.isDue(kDoms, 20000, 1));
  CHECK(queue.isDue(kDoms, 20000, 2));
}

TEST_CASE("the most overdue first, look-alikes next to each other", "[learning]") {
  ReviewQueue queue;
  // Overdue on day 20: stress 18, postural 3, doms 10, trigger point 2, acute 1, refer 12, poor circulation 4.
  const auto put = [&](Card card, int overdue) { queue.put(card, {1, 19 - overdue, 0}); };
  put(kStress, 18);
  put(Card::refer(), 12);
  put(kDoms, 10);
  put(Card::of(Pain::PoorCirculation), 4);
  put(Card::of(Pain::Postural), 3);
  put(Card::of(Pain::TriggerPoint), 2);
  put(Card::of(Pain::AcuteLowBack), 1);
  put(Card::of(Pain::Stiffness), -1);
  using Ids = std::vector<std::string_view>;
  CHECK(ids(queue.due(20, 100)) ==
        Ids{"stress", "postural", "refer", "poor_circulation", "doms", "trigger_point", "acute_low_back"});
  CHECK(ids(queue.due(20, 100, kStress)).front() == "refer");
  CHECK(queue.due(20, 0).empty());
}

TEST_CASE("the card asked last is not asked next, even when it is alone", "[learning]") {
  ReviewQueue queue;
  queue.answered(kDoms, true, 1, 1);
  CHECK(queue.due(50, 50).size() == 1);
  CHECK(queue.due(50, 50, kDoms).empty());
}

TEST_CASE("the order keeps its promise in many lives", "[learning]") {
  int seen = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const ReviewQueue queue = lived(seed);
    for (int ahead = 0; ahead < 40; ahead += 5) {
      const int day = 400 + ahead;
      const int session = 100 + ahead;
      seen += static_cast<int>(queue.due(day, session).size());
      CHECK(keepsItsPromise(queue, day, session, std::nullopt));
      CHECK(keepsItsPromise(queue, day, session, Card::at(static_cast<int>(seed) % kCardCount)));
    }
  }
  CHECK(seen > 1000);
}

#if KNEAD_HAVE_RAPIDCHECK
TEST_CASE("the order keeps its promise, as a property", "[learning]") {
  CHECK(rc::check("due(..) for any life", [](std::uint64_t seed, std::uint8_t days, std::uint8_t sessions) {
    RC_ASSERT(keepsItsPromise(lived(seed), 300 + days, 100 + sessions, std::nullopt));
  }));
}
#endif

TEST_CASE("confusable goes both ways, and cards know their ids", "[learning]") {
  int pairs = 0;
  for (int a = 0; a < kCardCount; ++a) {
    CHECK(Card::of(Card::at(a).id()) == Card::at(a));
    CHECK_FALSE(confusable(Card::at(a), Card::at(a)));
    for (int b = 0; b < kCardCount; ++b) {
      CHECK(confusable(Card::at(a), Card::at(b)) == confusable(Card::at(b), Card::at(a)));
      pairs += confusable(Card::at(a), Card::at(b)) ? 1 : 0;
    }
  }
  CHECK(pairs == 10);
  CHECK(confusable(Card::of(Pain::PoorCirculation), Card::refer()));
  CHECK_FALSE(Card::of(std::string_view("neck")).has_value());
  CHECK_FALSE(Card::refer().pain().has_value());
}
