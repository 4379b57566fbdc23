// What somebody gets who hands in another one's run as theirs.
#include <algorithm>

#include "board/judge.hpp"
#include "board/likeness.hpp"
#include "board/material.hpp"
#include "board/token.hpp"
#include "core/random.hpp"
#include "replay/write.hpp"
#include "support/catch.hpp"
#include "support/played.hpp"

using namespace knead;

namespace {

// The same movements of the hand over the table, where the person lies another way.
replay::Replay overTable(replay::Replay replay, const replay::Lie& was, const replay::Lie& is) {
  for (sim::TickInput& in : replay.inputs) {
    const int x = in.x + was.x - is.x, y = in.y + was.y - is.y;
    in.x = static_cast<std::int16_t>(std::clamp(x, -sim::kMaxXHundredths, sim::kMaxXHundredths));
    in.y = static_cast<std::int16_t>(std::clamp(y, sim::kMinYHundredths, sim::kMaxYHundredths));
  }
  replay.header.lie = is;
  return replay;
}

int scoreOf(const replay::Replay& replay, const level::Level& level) {
  sim::Session session(level, replay.header.setup);
  for (const sim::TickInput& in : replay.inputs) session.tick(in);
  while (!session.ended()) session.tick({});
  return session.score().score;
}

}  // namespace

TEST_CASE("each token and player has a start of its own, the same everywhere", "[board]") {
  board::Nonce nonce{};
  const board::Start one = board::startOf(nonce, testing::identity(1).key());
  CHECK(one == board::startOf(nonce, testing::identity(1).key()));
  CHECK_FALSE(one == board::startOf(nonce, testing::identity(2).key()));
  nonce[15] = 1;
  CHECK_FALSE(one == board::startOf(nonce, testing::identity(1).key()));
}

TEST_CASE("a run of a day does not fit another player's table", "[board]") {
  std::vector<double> left;
  for (int day = 20800; day < 20830; ++day) {
    const auto level = testing::shippedLevels().ofDay(day).value();
    if (level->intake.refer) continue;
    const replay::Replay run = testing::playedBy("expert", *level, 3);
    REQUIRE(run.claim.stars == 3);
    board::Nonce mine{}, theirs{};
    mine[0] = theirs[1] = static_cast<std::uint8_t>(day);
    const replay::Lie was = board::startOf(mine, testing::identity(1).key()).lie;
    const replay::Lie is = board::startOf(theirs, testing::identity(2).key()).lie;
    // Whoever plays it honestly gets the same wherever the person lies.
    replay::Replay moved = run;
    moved.header.lie = is;
    CHECK(scoreOf(moved, *level) == run.claim.score);
    const double share = static_cast<double>(scoreOf(overTable(run, was, is), *level)) / run.claim.score;
    left.push_back(share);
  }
  std::sort(left.begin(), left.end());
  INFO("least " << left.front() << " middle " << left[left.size() / 2] << " most " << left.back());
  CHECK(left[left.size() / 2] < 0.75);
  CHECK(left[left.size() / 4] < 0.55);
}

TEST_CASE("copies are told from other people's runs by the way of the hand", "[board]") {
  for (const char* id : {"first-touch", "the-one-spot", "light-then-deep", "long-way-up", "nine-points"}) {
    const level::Level& level = testing::shippedLevel(id);
    const replay::Replay one = testing::playedBy("expert", level, 1);
    const board::Trail mine = board::trailOf(one);
    INFO(id);
    CHECK(board::apartCm(mine, mine) == 0.0F);
    for (std::uint64_t seed = 2; seed < 8; ++seed) {
      const float apart = board::apartCm(mine, board::trailOf(testing::playedBy("expert", level, seed)));
      INFO("seed " << seed << ": " << apart << " cm");
      CHECK(apart > 1.5F * board::kAlikeCm);
    }
    // A copy with noise, one that begins a third of a second later, one that was cut at the end.
    replay::Replay noisy = one;
    Random random(9);
    for (sim::TickInput& in : noisy.inputs) {
      in.x = static_cast<std::int16_t>(in.x + static_cast<int>(random.below(41)) - 20);
      in.y = static_cast<std::int16_t>(in.y + static_cast<int>(random.below(41)) - 20);
    }
    CHECK(board::apartCm(mine, board::trailOf(noisy)) < board::kAlikeCm);
    replay::Replay late = one;
    late.inputs.insert(late.inputs.begin(), 40, sim::TickInput{});
    CHECK(board::apartCm(mine, board::trailOf(late)) < board::kAlikeCm);
    CHECK(board::apartCm(board::trailOf(late), mine) < board::kAlikeCm);
    replay::Replay cut = one;
    cut.inputs.resize(cut.inputs.size() * 3 / 4);
    CHECK(board::apartCm(mine, board::trailOf(cut)) < board::kAlikeCm);
    cut.inputs.resize(cut.inputs.size() / 2);
    CHECK(board::apartCm(mine, board::trailOf(cut)) == board::kApartCm);
  }
}
