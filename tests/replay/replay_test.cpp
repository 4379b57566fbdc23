// Replays: what is written is read, what is damaged is refused, and what was played is what comes out again.
#include <string>
#include <vector>

#include "core/bytes.hpp"
#include "core/hash.hpp"
#include "core/random.hpp"
#include "level/level_reader.hpp"
#include "level/sample_level.hpp"
#include "replay/cursor.hpp"
#include "replay/read.hpp"
#include "replay/record.hpp"
#include "replay/verify.hpp"
#include "replay/write.hpp"
#include "support/catch.hpp"
#if KNEAD_HAVE_RAPIDCHECK
#include <rapidcheck.h>
#endif

using namespace knead;
using replay::decode;
using replay::encode;
using replay::Replay;
using replay::Verdict;
using Bytes = std::vector<std::uint8_t>;

namespace {

level::Level shortLevel(int seconds) {
  level::Level level = level::readLevel(knead::testing::kSampleLevel, "sample.json").value();
  level.seconds = seconds;
  level.keepPainBelow = 0.0F;
  return level;
}

sim::TickInput randomInput(Random& random, sim::TickInput last) {
  switch (random.below(6)) {
    case 0: return last;
    case 1: last.contact = !last.contact; return last;
    case 2: last.tool = static_cast<level::Tool>(random.below(4)); return last;
    case 3: last.ceiling = static_cast<std::uint8_t>(random.below(256)); return last;
    case 4:
      last.x = static_cast<std::int16_t>(static_cast<int>(random.below(8001)) - 4000);
      last.y = static_cast<std::int16_t>(static_cast<int>(random.below(11001)) - 2000);
      return last;
    default: {
      const float dx = random.range(-0.3F, 0.3F);
      const float dy = random.range(-0.3F, 0.3F);
      return sim::quantise(last.positionCm() + Vec2{dx, dy}, last.contact, last.tool,
                           static_cast<float>(last.ceiling) / 255.0F);
    }
  }
}

// A session of random input, with the recording.
Replay playRandom(const level::Level& level, std::uint64_t seed) {
  sim::SessionSetup setup;
  setup.seed = seed;
  setup.intake.first = level::Technique::Effleurage;
  setup.intake.avoid = level::Technique::Tapotement;
  setup.assists.steadyHand = (seed & 1U) != 0;
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, replay::InputMode::Mouse);
  Random random(seed, 77);
  sim::TickInput input = sim::quantise({-6, 15}, true, level::Tool::Hand, 0.5F);
  while (!session.ended()) {
    input = randomInput(random, input);
    session.tick(input);
    recorder.note(input, session);
  }
  recorder.note(input, session);  // after the end: must be left out
  return recorder.finish(session.score());
}

Replay withRandomContent(std::uint64_t seed, std::size_t ticks) {
  Random random(seed);
  Replay replay;
  replay.header.levelId = "any-level";
  replay.header.levelHash = random.next();
  replay.header.setup.seed = random.next();
  replay.header.mode = static_cast<replay::InputMode>(random.below(7));
  replay.header.setup.assists.widerTolerance = random.below(2) == 1;
  replay.header.setup.intake.refer = random.below(2) == 1;
  if (random.below(2) == 1) replay.header.setup.intake.first = static_cast<level::Technique>(random.below(11));
  if (random.below(2) == 1) replay.header.setup.intake.also = static_cast<level::Technique>(random.below(11));
  if (random.below(2) == 1) replay.header.setup.intake.avoid = static_cast<level::Technique>(random.below(11));
  replay.header.setup.carry.ease = static_cast<std::uint8_t>(random.below(256));
  replay.header.lie.x =
      static_cast<std::int16_t>(static_cast<int>(random.below(2 * replay::kMostLieX + 1)) - replay::kMostLieX);
  replay.header.lie.y =
      static_cast<std::int16_t>(static_cast<int>(random.below(2 * replay::kMostLieY + 1)) - replay::kMostLieY);
  sim::TickInput input;
  for (std::size_t i = 0; i < ticks; ++i) {
    input = randomInput(random, input);
    replay.inputs.push_back(input);
  }
  for (std::size_t i = 0; i < ticks / 120; ++i) replay.hashes.push_back(random.next());
  replay.claim = {static_cast<int>(random.below(100001)), static_cast<int>(random.below(4)),
                  static_cast<sim::Ending>(random.below(5)), random.next()};
  return replay;
}

// Puts a fitting checksum under spoilt content, so that the decoder behind it is reached.
Bytes resealed(Bytes bytes) {
  bytes.resize(bytes.size() - replay::kChecksumBytes);
  Hash64 sum;
  sum.addBytes(bytes);
  ByteWriter tail;
  tail.u64(sum.value());
  bytes.insert(bytes.end(), tail.bytes().begin(), tail.bytes().end());
  return bytes;
}

}  // namespace

TEST_CASE("what is written is read", "[replay]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Replay replay = withRandomContent(seed, static_cast<std::size_t>(seed * 7 % 700));
    const auto back = decode(encode(replay), "r");
    INFO((back ? std::string() : back.error().text()));
    REQUIRE(back.ok());
    REQUIRE(back.value() == replay);
  }
}

#if KNEAD_HAVE_RAPIDCHECK
TEST_CASE("what is written is read, as a property", "[replay]") {
  CHECK(rc::check("decode(encode(x)) == x", [](std::uint64_t seed) {
    const Replay replay = withRandomContent(seed, static_cast<std::size_t>(seed % 1000));
    const auto back = decode(encode(replay), "r");
    RC_ASSERT(back.ok());
    RC_ASSERT(back.value() == replay);
  }));
  CHECK(rc::check("any bytes are refused or read, never worse", [](const std::vector<std::uint8_t>& bytes) {
    (void)decode(bytes, "r");
    Bytes sealed = encode(withRandomContent(1, 10));
    sealed.resize(14);
    sealed.insert(sealed.end(), bytes.begin(), bytes.end());
    sealed.resize(sealed.size() + 8);
    (void)decode(resealed(sealed), "r");
  }));
}
#endif

TEST_CASE("every flipped bit of a replay is refused", "[replay]") {
  const Bytes good = encode(playRandom(shortLevel(2), 3));
  REQUIRE(decode(good, "r").ok());
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      Bytes bad = good;
      bad[i] = static_cast<std::uint8_t>(bad[i] ^ (1U << bit));
      if (decode(bad, "r").ok()) FAIL_CHECK("byte " << i << " bit " << bit);
    }
  }
}

TEST_CASE("a flipped byte under a fitting checksum is refused or gives another result", "[replay]") {
  const level::Level level = shortLevel(1);
  const Replay original = playRandom(level, 4);
  const Bytes good = encode(original);
  for (std::size_t i = 0; i < good.size() - replay::kChecksumBytes; ++i) {
    Bytes bad = good;
    bad[i] = static_cast<std::uint8_t>(bad[i] ^ 0x15U);
    const auto read = decode(resealed(bad), "r");
    if (!read) continue;
    // What can be read is either caught, or differs in something that play does not depend on.
    const bool equal = replay::verify(read.value(), &level).ok();
    if (equal) CHECK(!(read.value() == original));
  }
}

TEST_CASE("a bad replay is refused with file, byte and remedy", "[replay]") {
  const Replay base = withRandomContent(9, 300);
  const Bytes good = encode(base);
  const std::size_t idAt = 14;
  ByteWriter lie;
  lie.svarint(base.header.lie.x);
  lie.svarint(base.header.lie.y);
  const std::size_t carryBytes = 3 + lie.bytes().size();  // no further people, what earlier sessions left, the lie
  const std::size_t modeAt = idAt + 1 + base.header.levelId.size() + 16;
  struct Bad {
    const char* name;
    Bytes bytes;
    const char* remedy;
  };
  const auto with = [&good](std::size_t at, std::uint8_t value) {
    Bytes bytes = good;
    bytes[at] = value;
    return resealed(bytes);
  };
  const auto changed = [&base](auto change) {
    Replay replay = base;
    change(replay);
    return encode(replay);
  };
  const auto cut = [&good](std::size_t size) {
    return Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
  };
  const std::size_t ticksAt = modeAt + 3 + (base.header.setup.intake.first ? 1U : 0U) +
                              (base.header.setup.intake.also ? 1U : 0U) + (base.header.setup.intake.avoid ? 1U : 0U) +
                              carryBytes;
  Bytes longer = good;
  longer.insert(longer.end() - 8, 3, 0);
  const std::vector<Bad> all = {
      {"empty", {}, "begins with \"KNEADRPL\""},
      {"other file", Bytes{'P', 'K', 3, 4, 5, 6, 7, 8, 9, 10}, "begins with \"KNEADRPL\""},
      {"only the magic", cut(8), "fetch it again"},
      {"header cut", cut(20), "fetch it again"},
      {"samples cut", cut(good.size() / 2), "damaged"},
      {"last byte gone", cut(good.size() - 1), "damaged"},
      {"too large", Bytes(2000000, 0), "allowed: at most 1048576"},
      {"format of the future", with(8, 9), "use the version of Knead that wrote it"},
      {"checksum",
       [&] {
         Bytes b = good;
         b.back() ^= 1U;
         return b;
       }(),
       "fetch it again"},
      {"no level id", with(idAt, 0), "level id"},
      {"long level id", with(idAt, 100), "level id"},
      {"strange level id", with(idAt + 1, 7), "visible ASCII"},
      {"input mode", with(modeAt, 9), "allowed: 0 to 6"},
      {"assists", with(modeAt + 1, 32), "allowed: 0 to 31"},
      {"intake", with(modeAt + 2, 0x80), "allowed: 0 to 15"},
      {"five further people", with(ticksAt - carryBytes, 5), "allowed: 0 to 4"},
      {"a million ticks",
       [&] {
         Bytes b = good;
         b[ticksAt] = 0xFF;
         b[ticksAt + 1] = 0xFF;
         b[ticksAt + 2] = 0x7F;
         return resealed(b);
       }(),
       "allowed: 0 to 72000"},
      {"run of kind 3", with(ticksAt + 2, 7), "allowed: 0 to 2"},
      {"run of no samples", with(ticksAt + 2, 0), "allowed: 1"},
      {"run too long",
       [&] {
         Bytes b = good;
         b[ticksAt + 2] = 0xFC;
         b[ticksAt + 3] = 0x7F;
         return resealed(b);
       }(),
       "allowed: 1 to"},
      {"off the back", changed([](Replay& r) { r.inputs[0].x = 5000; }), "allowed: x -40 to 40"},
      {"a lie beside the table", changed([](Replay& r) { r.header.lie.y = replay::kMostLieY + 1; }), "y -15 to 15 cm"},
      {"hashes missing", changed([](Replay& r) {
         r.hashes.clear();
         r.claim = {};
       }),
       "cut off"},
      {"hash too many", changed([](Replay& r) { r.hashes.push_back(1); }), "allowed"},
      {"score", changed([](Replay& r) { r.claim.score = 100001; }), "allowed: 0 to 100000"},
      {"stars", changed([](Replay& r) { r.claim.stars = 4; }), "allowed: 0 to 3"},
      {"bytes after the end", resealed(longer), "bytes after the end"},
  };
  for (const Bad& bad : all) {
    INFO(bad.name);
    const auto read = decode(bad.bytes, "run.knead");
    REQUIRE(!read.ok());
    INFO(read.error().text());
    CHECK(read.error().file == "run.knead");
    CHECK(read.error().what.find(bad.remedy) != std::string::npos);
    if (bad.bytes.size() < 1000000) CHECK(read.error().place.find("byte ") == 0);
  }
}

TEST_CASE("any random input gives the same result when it is played again", "[replay]") {
  const level::Level level = shortLevel(3);
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const Replay played = playRandom(level, seed);
    const auto back = decode(encode(played), "r");
    REQUIRE(back.ok());
    const replay::Verification result = replay::verify(back.value(), &level);
    INFO("seed " << seed << ": " << result.why);
    REQUIRE(result.ok());
  }
}

TEST_CASE("verify says what differs", "[replay]") {
  const level::Level level = shortLevel(4);
  const Replay good = playRandom(level, 1);
  REQUIRE(replay::verify(good, &level).ok());
  CHECK(replay::verify(good, &level).why == "every second and the result are as recorded");
  CHECK_FALSE(replay::verify(good, &level).firstDifferentSecond.has_value());
  const std::string hash = hexOf(good.claim.stateHash).text;
  SECTION("the score") {
    Replay bad = good;
    bad.claim.score = good.claim.score == 100000 ? 99999 : good.claim.score + 1;
    const auto result = replay::verify(bad, &level);
    CHECK(result.verdict == Verdict::ScoreDiffers);
    CHECK(result.why == "the result is " + std::to_string(good.claim.score) + " points and " +
                            std::to_string(good.claim.stars) + " stars, the replay claims " +
                            std::to_string(bad.claim.score) + " and " + std::to_string(bad.claim.stars));
    CHECK_FALSE(result.firstDifferentSecond.has_value());
    CHECK(result.card->score == good.claim.score);
    CHECK_FALSE(result.ok());
  }
  SECTION("the stars") {
    Replay bad = good;
    bad.claim.stars = 3 - good.claim.stars;
    CHECK(replay::verify(bad, &level).verdict == Verdict::ScoreDiffers);
  }
  SECTION("the ending") {
    Replay bad = good;
    bad.claim.ending = sim::Ending::Comfort;
    REQUIRE(good.claim.ending != sim::Ending::Comfort);
    CHECK(replay::verify(bad, &level).verdict == Verdict::ScoreDiffers);
  }
  SECTION("the state at the end") {
    Replay bad = good;
    bad.claim.stateHash ^= 1U;
    const auto result = replay::verify(bad, &level);
    CHECK(result.verdict == Verdict::StateDiffers);
    CHECK(result.firstDifferentSecond == 5U);  // behind the last whole second
    CHECK(result.why == "the state at the end is " + hash + ", the replay says " + hexOf(bad.claim.stateHash).text);
    CHECK(result.card->score == good.claim.score);
  }
  SECTION("a second in the middle") {
    Replay bad = good;
    bad.hashes[1] ^= 1U;
    const auto result = replay::verify(bad, &level);
    CHECK(result.verdict == Verdict::StateDiffers);
    CHECK(result.firstDifferentSecond == 2U);
    CHECK(result.why == std::string("the play drifts in second 2: the state is ") + hexOf(good.hashes[1]).text +
                            ", the replay says " + hexOf(bad.hashes[1]).text);
    CHECK(result.card->score == good.claim.score);
    CHECK(result.card->stateHash == good.claim.stateHash);
  }
  SECTION("the first second and the last") {
    Replay bad = good;
    bad.hashes[3] ^= 1U;
    CHECK(replay::verify(bad, &level).firstDifferentSecond == 4U);
    bad.hashes[0] ^= 1U;
    CHECK(replay::verify(bad, &level).firstDifferentSecond == 1U);
  }
  SECTION("the seed of the hand") {
    Replay bad = good;
    bad.inputs[200] = sim::quantise({6, 12}, true, level::Tool::Hand, 0.9F);
    bad.inputs[201] = bad.inputs[200];
    CHECK(replay::verify(bad, &level).firstDifferentSecond == 2U);
  }
  SECTION("the level") {
    const std::string name = "the level \"" + level.id + "\" with content " + hexOf(level.hash).text;
    const auto none = replay::verify(good, nullptr);
    CHECK(none.verdict == Verdict::UnknownLevel);
    CHECK(none.why == name + " is not here; name its file with --level");
    CHECK_FALSE(none.card.has_value());
    level::Level other = level;
    other.hash ^= 1U;
    const auto changed = replay::verify(good, &other);
    CHECK(changed.verdict == Verdict::UnknownLevel);
    CHECK(changed.why ==
          name + " has changed since: it is now " + hexOf(other.hash).text + "; name the old file with --level");
    CHECK_FALSE(changed.card.has_value());
  }
  SECTION("the rules") {
    Replay bad = good;
    bad.header.rulesVersion += 1;
    const auto result = replay::verify(bad, &level);
    CHECK(result.verdict == Verdict::OtherRules);
    CHECK(result.why == "it was played with rules version " + std::to_string(sim::kRulesVersion + 1) +
                            ", this program has " + std::to_string(sim::kRulesVersion) +
                            "; use the version of Knead that recorded it");
    CHECK_FALSE(result.card.has_value());
  }
  SECTION("an end that is missing") {
    Replay bad = good;
    bad.inputs.resize(bad.inputs.size() - 1);
    bad.hashes.resize(bad.inputs.size() / 120);
    const auto result = replay::verify(bad, &level);
    CHECK(result.verdict == Verdict::Unfinished);
    CHECK(result.why == "the session is not over after the last of 479 ticks: the recording was broken off");
    CHECK(result.card.has_value());
  }
  SECTION("an end that is past") {
    Replay bad = good;
    bad.inputs.push_back(bad.inputs.back());
    const auto result = replay::verify(bad, &level);
    CHECK(result.verdict == Verdict::StateDiffers);
    CHECK(result.why == "the session ends after 480 ticks, the replay goes on");
    CHECK(result.firstDifferentSecond == 5U);
    CHECK(result.card->score == good.claim.score);
  }
}

TEST_CASE("a recorder keeps what the session heard, and nothing else", "[replay]") {
  const level::Level level = shortLevel(2);
  sim::SessionSetup setup;
  setup.seed = 5;
  setup.intake.first = level::Technique::Friction;
  setup.carry = {3, 4};
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, replay::InputMode::Touch);
  CHECK(recorder.ticks() == 0);
  CHECK(replay::Recorder(level, setup, replay::InputMode::Switch).finish(session.score()).header.mode ==
        replay::InputMode::Switch);
  std::vector<std::uint64_t> states;
  Random random(5);
  sim::TickInput input;
  for (int i = 0; i < 239; ++i) {
    input = randomInput(random, input);
    session.tick(input);
    recorder.note(input, session);
    if (session.tickCount() == 120) states.push_back(session.stateHash());
    CHECK(recorder.ticks() == session.tickCount());
  }
  recorder.note(input, session);  // told twice of the same tick
  CHECK(recorder.ticks() == 239);
  recorder.lies({30, -40});
  recorder.played(replay::InputMode::Gamepad, {false, true});
  const sim::ScoreCard card = session.score();
  const Replay replay = recorder.finish(card);
  CHECK(replay.hashes == states);
  CHECK(replay.header.levelId == level.id);
  CHECK(replay.header.levelHash == level.hash);
  CHECK(replay.header.mode == replay::InputMode::Gamepad);
  CHECK(replay.header.help == replay::Help{false, true});
  CHECK(replay.header.lie == replay::Lie{30, -40});
  CHECK(replay.header.setup.seed == 5);
  CHECK(replay.header.setup.intake == setup.intake);
  CHECK(replay.header.setup.carry == setup.carry);
  CHECK(replay.claim == replay::Claim{card.score, card.stars, card.ending, card.stateHash});
}

TEST_CASE("a recording without an end stops at ten minutes", "[replay]") {
  const level::Level level = shortLevel(2);
  sim::SessionSetup setup;
  setup.assists.noTimer = true;
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, replay::InputMode::Mouse);
  const sim::TickInput still;
  for (std::uint32_t i = 0; i < replay::kMaxTicks + 5 && !session.ended(); ++i) {
    session.tick(still);
    recorder.note(still, session);
  }
  CHECK(recorder.ticks() <= replay::kMaxTicks);
  CHECK(decode(encode(recorder.finish(session.score())), "r").ok());
}

TEST_CASE("a file of a recording is written and read whole", "[replay]") {
  const Replay played = playRandom(shortLevel(1), 6);
  const std::string path = KNEAD_TEST_OUTPUT_DIR "/whole.knead";
  const auto written = replay::writeReplayFile(path, played);
  REQUIRE(written.ok());
  CHECK(written.value() == encode(played).size());
  const auto back = replay::readReplayFile(path);
  REQUIRE(back.ok());
  CHECK(back.value() == played);
  CHECK_FALSE(replay::readReplayFile(path + ".not").ok());
}

TEST_CASE("a recording stops at the end, and the cursor lifts the hand behind it", "[replay]") {
  const Replay played = playRandom(shortLevel(2), 8);
  CHECK(played.inputs.size() == 240);
  CHECK(played.hashes.size() == 2);
  replay::Cursor cursor(played);
  CHECK(cursor.next() == played.inputs[0]);
  CHECK(cursor.at(239) == played.inputs[239]);
  CHECK(!cursor.at(240).contact);
  CHECK(cursor.at(240).x == played.inputs[239].x);
}

TEST_CASE("what helped is in the recording, and a session without a timer ends when the hand says so", "[replay]") {
  const level::Level level = shortLevel(3);
  sim::SessionSetup setup;
  setup.assists.noTimer = true;
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, replay::InputMode::Mouse);
  for (int i = 0; i < 120 * 5 && !session.ended(); ++i) {
    sim::TickInput input;
    input.finish = i == 120 * 4;
    session.tick(input);
    recorder.note(input, session);
  }
  CHECK(session.ending() == sim::Ending::Enough);
  CHECK(session.tickCount() == 120 * 4 + 1);
  recorder.played(replay::InputMode::Switch, {true, true});
  const Replay replay = recorder.finish(session.score());
  const auto read = decode(encode(replay), "x");
  REQUIRE(read);
  CHECK(read.value() == replay);
  CHECK(read.value().header.mode == replay::InputMode::Switch);
  CHECK(read.value().header.assisted());
  CHECK(replay::verify(read.value(), &level).ok());

  // With a timer nobody hears it.
  sim::Session timed(level, {});
  sim::TickInput enough;
  enough.finish = true;
  timed.tick(enough);
  CHECK_FALSE(timed.ended());
}
