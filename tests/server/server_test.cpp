// A server as its players meet it: over the network, by the client that the game has.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "board/key.hpp"
#include "core/date.hpp"
#include "server/place.hpp"
#include "server/raw.hpp"

using namespace knead;
using board::Verdict;
using testing::identity;
using testing::Place;
using testing::playedBy;
using testing::shippedLevel;

namespace {

std::string boardOf(const replay::Replay& run, std::optional<int> day = std::nullopt) {
  return board::idOf(board::keyOf(run.header, day));
}

// As a session of a day begins: the token's seed, and how the person lies.
struct Begun {
  board::StartToken token;
  replay::Replay run;
};
Begun begun(Place& place, const board::Identity& me, std::uint64_t hands) {
  const auto server = place.client().server();
  REQUIRE(server);
  const auto day = dayOf(server.value->day);
  REQUIRE(day.has_value());
  const auto level = testing::shippedLevels().ofDay(*day).value();
  const auto token = place.client().start(me, *server.value, server.value->day, level->hash);
  INFO(token.problem.what);
  REQUIRE(token);
  Begun out{*token.value, playedBy("expert", *level, hands)};
  const board::Start start = board::startOf(token.value->nonce, me.key());
  out.run.header.setup.seed = start.seed;
  out.run.header.lie = start.lie;
  return out;
}
server::Ms lengthOf(const replay::Replay& run) {
  return static_cast<server::Ms>(run.inputs.size()) * 1000 / sim::kTicksPerSecond;
}

}  // namespace

TEST_CASE("a run is played again, kept, ranked, and can be had back", "[server]") {
  Place place("ranked");
  const level::Level& level = shippedLevel("first-touch");
  const replay::Replay expert = playedBy("expert", level, 1), novice = playedBy("novice", level, 2);
  const board::Identity mia = identity(1), omar = identity(2);

  const online::Verdict first = place.hand(novice, mia);
  CHECK(first.verdict == Verdict::Accepted);
  CHECK(first.score == novice.claim.score);
  CHECK(first.rank == 1);
  CHECK(first.players == 1);
  const online::Verdict better = place.hand(expert, omar);
  CHECK(better.rank == 1);
  CHECK(better.players == 2);
  // Mia is second now, and a worse run does not change her line.
  const replay::Replay worse = playedBy("novice", level, 3);
  const online::Verdict again = place.hand(worse, mia);
  CHECK(again.rank == 2);
  CHECK(again.bestScore == std::max(worse.claim.score, novice.claim.score));

  const auto top = place.client().top(boardOf(expert));
  REQUIRE(top);
  REQUIRE(top.value->lines.size() == 2);
  CHECK(top.value->level == "first-touch");
  CHECK(top.value->lines[0].player == omar.key());
  CHECK(top.value->lines[0].score == expert.claim.score);
  CHECK(top.value->lines[1].player == mia.key());
  const auto around = place.client().around(boardOf(expert), mia.key());
  REQUIRE(around);
  CHECK(around.value->lines.size() == 2);
  const auto friends = place.client().among(boardOf(expert), {mia.key(), identity(9).key()});
  REQUIRE(friends);
  REQUIRE(friends.value->lines.size() == 1);
  CHECK(friends.value->lines[0].rank == 2);

  const auto back = place.client().recording(top.value->lines[0].run);
  REQUIRE(back);
  CHECK(*back.value == replay::encode(expert));
}

TEST_CASE("the same run twice is one run, before and after a restart", "[server]") {
  Place place("twice");
  const replay::Replay run = playedBy("novice", shippedLevel("first-touch"), 5);
  const online::Verdict one = place.hand(run, identity(1));
  for (int i = 0; i < 3; ++i) {
    if (i == 2) {
      place.stop();
      place.start();
    }
    const online::Verdict two = place.hand(run, identity(1));
    CHECK(two.verdict == Verdict::Accepted);
    CHECK(two.known);
    CHECK(two.run == one.run);
    CHECK(two.score == one.score);
    CHECK(two.rank == 1);
  }
  CHECK(place.store().counts().value().runs == 1);
}

TEST_CASE("a name is asked for with the player's own key, and is nobody else's", "[server]") {
  Place place("names");
  const auto client = place.client();
  const auto server = client.server();
  REQUIRE(server);
  const auto mia = client.rename(identity(1), *server.value, "Mia");
  INFO(mia.problem.what);
  REQUIRE(mia);
  CHECK(*mia.value == "Mia");
  const auto twin = client.rename(identity(2), *server.value,
                                  "M\xD1\x96"
                                  "a");
  CHECK_FALSE(twin);
  CHECK(twin.problem.what.find("looks like it") != std::string::npos);
  CHECK_FALSE(twin.problem.forNow);
  CHECK_FALSE(client.rename(identity(2), *server.value, "<b>"));
  CHECK(client.rename(identity(1), *server.value, "Mia B."));
  CHECK(client.rename(identity(2), *server.value, "Mia"));
  CHECK(place.hand(playedBy("novice", shippedLevel("first-touch"), 5), identity(1)).rank == 1);
  const auto top = client.top(boardOf(playedBy("idle", shippedLevel("first-touch"), 1)));
  REQUIRE(top);
  CHECK(top.value->lines.at(0).name == "Mia B.");
}

TEST_CASE("a player takes everything along, and takes everything away", "[server]") {
  Place place("forget");
  const auto client = place.client();
  const auto server = client.server();
  REQUIRE(server);
  const replay::Replay run = playedBy("novice", shippedLevel("first-touch"), 5);
  REQUIRE(client.rename(identity(1), *server.value, "Mia"));
  CHECK(place.verdict(run, identity(1)) == Verdict::Accepted);
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 6), identity(2)) == Verdict::Accepted);
  const auto all = client.exportMe(identity(1), *server.value);
  REQUIRE(all);
  const auto document = nlohmann::json::parse(*all.value);
  CHECK(document.at("name") == "Mia");
  REQUIRE(document.at("runs").size() == 1);
  CHECK(document["runs"][0].at("score") == run.claim.score);
  CHECK_FALSE(document["runs"][0].at("recording_base64").get<std::string>().empty());
  REQUIRE(client.forgetMe(identity(1), *server.value));
  const auto top = client.top(boardOf(run));
  REQUIRE(top);
  CHECK(top.value->lines.size() == 1);
  CHECK(top.value->lines[0].rank == 1);
  CHECK_FALSE(client.recording(board::hash256(replay::encode(run))));
  CHECK(nlohmann::json::parse(*client.exportMe(identity(1), *server.value).value).at("runs").empty());
  // Whoever wants to begin anew may.
  CHECK(place.verdict(run, identity(1)) == Verdict::Accepted);
}

TEST_CASE("nobody is told when somebody came who was forgotten", "[server]") {
  Place place("forgotten-while-banned");
  const auto client = place.client();
  const auto server = client.server();
  REQUIRE(server);
  const board::Identity me = identity(1);
  const std::string page = "/players/" + board::hexOf(me.key());
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 5), me) == Verdict::Accepted);
  CHECK(testing::get(place, page).find("here since 2026-11-28") != std::string::npos);
  const server::AuditRow why{place.now, "keeper", "act", "", "a reason"};
  REQUIRE(place.store().ban(me.key(), true, why));
  REQUIRE(place.store().forget(me.key()));
  REQUIRE(place.store().ban(me.key(), false, why));
  const std::string after = testing::get(place, page);
  CHECK(after.find("200 OK") != std::string::npos);
  CHECK(after.find("here since") == std::string::npos);
  CHECK(after.find("1970") == std::string::npos);
  CHECK_FALSE(nlohmann::json::parse(*client.exportMe(me, *server.value).value).contains("first_seen"));
}

TEST_CASE("a player with many runs takes them along part by part", "[server]") {
  Place place("export-parts");
  const auto client = place.client();
  const auto server = client.server();
  REQUIRE(server);
  // As large as recordings may be.
  constexpr std::size_t kRuns = 9;
  const replay::Replay base = playedBy("novice", shippedLevel("first-touch"), 3);
  std::vector<server::NewRun> runs;
  for (std::uint32_t i = 0; i < kRuns; ++i) {
    server::NewRun run;
    board::Bytes whole(board::kMaxRecording - 64, static_cast<std::uint8_t>(i));
    run.row.id = board::hash256(whole);
    run.row.player = identity(1).key();
    run.row.board = boardOf(base);
    run.row.received = testing::kNoon + i;
    run.levelId = "first-touch";
    run.inputs = run.row.id;
    run.packed = board::packed(whole);
    runs.push_back(std::move(run));
  }
  REQUIRE(place.store().take(runs));
  const auto all = client.exportMe(identity(1), *server.value);
  INFO(all.problem.what);
  REQUIRE(all);
  const auto document = nlohmann::json::parse(*all.value);
  CHECK(document.at("runs").size() == kRuns);
  CHECK_FALSE(document.contains("after"));
  std::set<std::string> names;
  for (const auto& run : document.at("runs")) {
    names.insert(run.at("run").get<std::string>());
    CHECK(run.at("recording_base64").get<std::string>().size() > board::kMaxRecording);
  }
  CHECK(names.size() == kRuns);
}

TEST_CASE("today's back counts when it was begun with the server, and only then", "[server]") {
  Place place("day");
  const board::Identity me = identity(1);
  const Begun begin = begun(place, me, 1);
  const int day = server::dayOfTime(testing::kNoon);
  SECTION("played in real time it is on the day's board") {
    place.now += lengthOf(begin.run) + 500;
    const online::Verdict verdict = place.hand(begin.run, me, begin.token);
    CHECK(verdict.verdict == Verdict::Accepted);
    CHECK(verdict.rank == 1);
    const auto top = place.client().top(boardOf(begin.run, day));
    REQUIRE(top);
    CHECK(top.value->lines.size() == 1);
    // Nobody watches it while others can still play the same back.
    const auto hash = board::hash256(replay::encode(begin.run));
    const auto closed = place.client().recording(hash);
    CHECK_FALSE(closed);
    CHECK(closed.problem.what.find("when the day is over") != std::string::npos);
    place.now = (static_cast<server::Ms>(day) + 1) * server::kDayMs + 31 * 60000;
    CHECK(place.client().recording(hash));
    // Another run with the same leave is one too many.
    place.now = testing::kNoon + 2 * lengthOf(begin.run);
    Begun second = begin;
    second.run.inputs.back().ceiling ^= 1U;
    CHECK(place.verdict(second.run, me, begin.token) == Verdict::UsedToken);
  }
  SECTION("without the server's leave, with somebody else's or another day's it does not") {
    place.now += lengthOf(begin.run) + 500;
    CHECK(place.verdict(begin.run, me) == Verdict::NoToken);
    CHECK(place.verdict(begin.run, identity(2), begin.token) == Verdict::BadToken);
    Begun forged = begin;
    forged.token.issuedMs -= 3600000;
    CHECK(place.verdict(forged.run, me, forged.token) == Verdict::BadToken);
    replay::Replay elsewhere = begin.run;
    elsewhere.header.lie.x = static_cast<std::int16_t>(elsewhere.header.lie.x == 0 ? 5 : 0);
    CHECK(place.verdict(elsewhere, me, begin.token) == Verdict::BadToken);
    replay::Replay seeded = begin.run;
    seeded.header.setup.seed ^= 1U;
    CHECK(place.verdict(seeded, me, begin.token) == Verdict::BadToken);
    const replay::Replay campaign = playedBy("novice", shippedLevel("first-touch"), 5);
    CHECK(place.verdict(campaign, me, begin.token) == Verdict::BadToken);
  }
  SECTION("sooner than it can be played it does not") {
    place.now += lengthOf(begin.run) * 8 / 10;
    CHECK(place.verdict(begin.run, me, begin.token) == Verdict::TooFast);
  }
  SECTION("over midnight it does for a while, by the server's clock") {
    const server::Ms midnight = (static_cast<server::Ms>(day) + 1) * server::kDayMs;
    place.now = midnight + 29 * 60000;
    CHECK(place.verdict(begin.run, me, begin.token) == Verdict::Accepted);
    place.now = midnight + 31 * 60000;
    replay::Replay late = begin.run;
    late.inputs.back().ceiling ^= 1U;
    CHECK(place.verdict(late, me, begin.token) == Verdict::TooLate);
    // Tomorrow has another back.
    const auto server = place.client().server();
    REQUIRE(server);
    CHECK(server.value->day == dateOf(day + 1));
    CHECK_FALSE(place.client().start(me, *server.value, dateOf(day), begin.token.levelHash));
  }
}

TEST_CASE("boards that are closed, players that are banned, runs that are hidden", "[server]") {
  Place place("admin");
  const replay::Replay one = playedBy("novice", shippedLevel("first-touch"), 5);
  const replay::Replay two = playedBy("novice", shippedLevel("first-touch"), 6);
  const online::Verdict taken = place.hand(one, identity(1));
  CHECK(place.verdict(two, identity(2)) == Verdict::Accepted);
  const std::string id = boardOf(one);
  const server::AuditRow why{place.now, "tester", "test", "", "because"};
  REQUIRE(place.store().freeze(id, true, why).ok());
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 7), identity(3)) == Verdict::Frozen);
  REQUIRE(place.store().freeze(id, false, why).ok());
  REQUIRE(place.store().ban(identity(2).key(), true, why).ok());
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 8), identity(2)) == Verdict::Banned);
  CHECK(place.client().top(id).value->lines.size() == 1);
  REQUIRE(place.store().hide(*board::fromHex<32>(taken.run), true, why).ok());
  CHECK(place.client().top(id).value->lines.empty());
  CHECK_FALSE(place.client().recording(*board::fromHex<32>(taken.run)));
  REQUIRE(place.store().ban(identity(2).key(), false, why).ok());
  CHECK(place.client().top(id).value->lines.size() == 1);
  CHECK(place.store().audit(10).value().size() == 5);
}

TEST_CASE("judging again puts a board right that was made wrong", "[server]") {
  Place place("again");
  const replay::Replay run = playedBy("novice", shippedLevel("first-touch"), 5);
  REQUIRE(place.verdict(run, identity(1)) == Verdict::Accepted);
  const auto id = board::hash256(replay::encode(run));
  board::Judgement wrong;
  wrong.verdict = Verdict::Accepted;
  wrong.score = 99999;
  wrong.stars = 3;
  REQUIRE(place.store().judged(id, wrong).ok());
  CHECK(place.client().top(boardOf(run)).value->lines.at(0).score == 99999);
  CHECK(place.store().markToJudge("").value() == 1);
  CHECK(place.running().judgeSome() == 1);
  CHECK(place.running().judgeSome() == 0);
  CHECK(place.client().top(boardOf(run)).value->lines.at(0).score == run.claim.score);
}

TEST_CASE("old recordings that are nobody's best are let go, and their runs' pages say so", "[server]") {
  Place place("old", [](server::Config& config) { config.keepRecordingsDays = 30; });
  const level::Level& level = shippedLevel("first-touch");
  const replay::Replay best = playedBy("expert", level, 1), other = playedBy("novice", level, 2);
  REQUIRE(place.verdict(best, identity(1)) == Verdict::Accepted);
  REQUIRE(place.verdict(other, identity(1)) == Verdict::Accepted);
  const auto bestId = board::hash256(replay::encode(best)), otherId = board::hash256(replay::encode(other));
  const auto pass = [&place] {
    while (place.running().letSomeRecordingsGo().value()) continue;
    return place.running().metrics().recordingsLetGo.load();
  };
  const auto page = [&place](const board::Hash256& run) { return testing::get(place, "/runs/" + board::hexOf(run)); };
  CHECK(pass() == 0);
  CHECK(page(otherId).find("data-run") != std::string::npos);
  place.now += 31 * server::kDayMs;
  CHECK(pass() == 1);
  CHECK(place.running().metrics().bytesLetGo.load() > 100);
  CHECK(place.client().recording(bestId));
  const auto gone = place.client().recording(otherId);
  REQUIRE_FALSE(gone);
  CHECK(gone.problem.what.find("not kept any more") != std::string::npos);
  CHECK(page(bestId).find("data-run") != std::string::npos);
  CHECK(page(otherId).find("data-run") == std::string::npos);
  CHECK(page(otherId).find("not kept any more") != std::string::npos);
  // One pass a day: what becomes old after it waits for the next.
  const replay::Replay third = playedBy("novice", level, 3);
  REQUIRE(place.verdict(third, identity(1)) == Verdict::Accepted);
  place.now += 30 * server::kDayMs + server::kDayMs / 2;
  CHECK(pass() == 2);
  REQUIRE(place.verdict(playedBy("novice", level, 4), identity(1)) == Verdict::Accepted);
  place.now += server::kDayMs / 2;
  CHECK(pass() == 2);
}

TEST_CASE("too many at a time are asked to come again, and others are answered", "[server]") {
  Place place("limits", [](server::Config& config) { config.runsPerMinutePerPlayer = 3; });
  for (std::uint64_t seed = 10; seed < 13; ++seed)
    CHECK(place.verdict(playedBy("idle", shippedLevel("first-touch"), seed), identity(1)) == Verdict::Accepted);
  const replay::Replay fourth = playedBy("novice", shippedLevel("first-touch"), 5);
  const online::Verdict verdict = place.hand(fourth, identity(1));
  CHECK(verdict.verdict == Verdict::TooMany);
  CHECK(verdict.waitSeconds > 0);
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 6), identity(2)) == Verdict::Accepted);
  place.now += 60000;
  CHECK(place.verdict(fourth, identity(1)) == Verdict::Accepted);
}

TEST_CASE("an address of a board is read as people type it", "[server]") {
  CHECK(online::readAddress(" boards.example.org/ ").value() == "http://boards.example.org");
  CHECK(online::readAddress("https://boards.example.org").value() == "https://boards.example.org");
  CHECK(online::readAddress("192.168.1.20:8375").value() == "http://192.168.1.20:8375");
  for (const char* bad : {"", "   ", "ftp://a", "file:///etc/passwd", "http://", "a b"}) {
    INFO(bad);
    CHECK_FALSE(online::readAddress(bad).ok());
  }
}

TEST_CASE("what is no board is told from one that is away", "[server]") {
  const auto away = online::Client("http://127.0.0.1:1").server();
  CHECK_FALSE(away);
  CHECK(away.problem.forNow);
  Place place("other");
  const auto odd = online::Client("http://127.0.0.1:" + std::to_string(place.port()) + "/nothing").server();
  CHECK_FALSE(odd);
  CHECK_FALSE(odd.problem.forNow);
}
