// What hostile clients may try (docs/security.md has the list, and names these cases).
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "board/key.hpp"
#include "board/request.hpp"
#include "core/random.hpp"
#include "server/http/cache.hpp"
#include "server/pages/html.hpp"
#include "server/place.hpp"
#include "server/raw.hpp"

using namespace knead;
using board::Verdict;
using testing::get;
using testing::identity;
using testing::Place;
using testing::playedBy;
using testing::Raw;
using testing::shippedLevel;
using testing::statusOf;

TEST_CASE("attack 1: a claimed score changes nothing", "[server][attack]") {
  Place place("attack-1");
  const replay::Replay run = playedBy("idle", shippedLevel("first-touch"), 1);
  std::uint8_t player = 1;
  for (const int claim : {0, 1, 50000, 100000}) {
    replay::Replay forged = playedBy("novice", shippedLevel("first-touch"), 40U + player);
    const int honest = forged.claim.score;
    forged.claim.score = claim;
    forged.claim.stars = 3;
    const online::Verdict verdict = place.hand(forged, identity(player++));
    CHECK(verdict.verdict == Verdict::ScoreDiffers);
    CHECK(verdict.score == honest);
  }
}

TEST_CASE("attack 2: garbled recordings and submissions are refused, whatever is garbled", "[server][attack]") {
  Place place("attack-2");
  const replay::Replay run = playedBy("novice", shippedLevel("first-touch"), 5);
  const board::Bytes good = place.submission(run, identity(1));
  Random random(3);
  for (int i = 0; i < 200; ++i) {
    board::Bytes bad = good;
    const std::uint32_t at = random.below(static_cast<std::uint32_t>(bad.size()));
    bad[at] = static_cast<std::uint8_t>(bad[at] ^ (1U << random.below(8)));
    const Verdict verdict = place.verdictOn(bad);
    CHECK_FALSE(board::isAccepted(verdict));
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{60}, good.size() - 1})
    CHECK(place.verdictOn(board::Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size))) ==
          Verdict::Malformed);
  // A recording that says the same in other bytes is not the one way to write it.
  board::Submission other;
  other.server = place.running().secrets().id;
  other.recording = replay::encode(run);
  replay::Replay old = run;
  old.header.formatVersion = 2;
  other.recording = replay::encode(old);
  CHECK(board::isAccepted(place.verdictOn(board::encode(other, identity(2)).value())));
  CHECK(place.verdict(run, identity(3)) == Verdict::Copied);
  CHECK(place.store().counts().value().runs == 1);
}

TEST_CASE("attack 3: more input than a level has time for", "[server][attack]") {
  Place place("attack-3");
  replay::Replay run = playedBy("idle", shippedLevel("first-touch"), 1);
  run.inputs.resize(replay::kMaxTicks);
  run.hashes.resize(run.inputs.size() / replay::kTicksPerHash);
  CHECK(place.verdict(run, identity(1)) == Verdict::Malformed);
}

TEST_CASE("attack 5: one player cannot hold the judges; what is too much is asked to come again", "[server][attack]") {
  Place place("attack-5", [](server::Config& config) {
    config.judgeThreads = 1;
    config.judgeQueue = 4;
  });
  // The longest run there is, many times at once.
  replay::Replay longest = playedBy("masher", shippedLevel("full-spine"), 1);
  std::vector<board::Bytes> all;
  for (std::uint8_t i = 0; i < 24; ++i) {
    longest.inputs[0].ceiling = i;
    all.push_back(place.submission(longest, identity(i)));
  }
  std::atomic<int> busy{0}, taken{0}, other{0};
  std::vector<std::thread> clients;
  for (const board::Bytes& one : all) {
    clients.emplace_back([&, one] {
      const auto answer = place.client().submit(one);
      if (!answer)
        ++other;
      else if (answer.value->verdict == Verdict::Busy)
        ++busy;
      else if (board::isAccepted(answer.value->verdict))
        ++taken;
      else
        ++other;
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(busy > 0);
  CHECK(taken >= 4);
  CHECK(other == 0);
  CHECK(busy + taken == 24);
  CHECK(place.store().counts().value().runs == taken.load());
  // And it goes on.
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 5), identity(99)) == Verdict::Accepted);
}

TEST_CASE("attack 7: another one's run, as it is, under a new head, or changed a little", "[server][attack]") {
  Place place("attack-7");
  const replay::Replay run = playedBy("expert", shippedLevel("the-one-spot"), 1);
  CHECK(place.verdict(run, identity(1)) == Verdict::Accepted);
  CHECK(place.verdict(run, identity(2)) == Verdict::Copied);
  replay::Replay reheaded = run;
  reheaded.header.setup.seed = 77;
  reheaded.header.lie = {300, 300};
  CHECK(place.verdict(reheaded, identity(2)) == Verdict::Copied);
  // With a little noise it is another run; whoever runs the server is told.
  replay::Replay noisy = run;
  Random random(4);
  for (sim::TickInput& in : noisy.inputs)
    in.x = static_cast<std::int16_t>(in.x + static_cast<int>(random.below(5)) - 2);
  const online::Verdict verdict = place.hand(noisy, identity(3));
  CHECK(board::isAccepted(verdict.verdict));
  const auto flagged = place.store().flagged(10).value();
  REQUIRE(flagged.size() == 1);
  CHECK(board::hexOf(flagged[0].id) == verdict.run);
  CHECK(flagged[0].flag.find("alike") == 0);
  // Somebody else's own run is not flagged.
  CHECK(place.verdict(playedBy("expert", shippedLevel("the-one-spot"), 2), identity(4)) == Verdict::Accepted);
  CHECK(place.store().flagged(10).value().size() == 1);
}

TEST_CASE("attack 11: what players write is text on every page", "[server][attack]") {
  using server::pages::Html;
  for (const char* evil : {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "&lt;",
                           "</title><script>", "javascript:alert(1)", "\r\nSet-Cookie: a=b"}) {
    const std::string text = Html().text(evil).take();
    INFO(text);
    CHECK(text.find_first_of("<>\"'\r") == std::string::npos);
    const std::string path = Html().path(evil).take();
    CHECK(path.find_first_of("<>\"'&:/ \r\n") == std::string::npos);
  }
  Place place("attack-11");
  for (const char* page : {"/", "/about", "/boards/x", "/players/x", "/runs/x", "/days/x", "/nothing%3Cscript%3E"}) {
    const std::string answer = get(place, page);
    INFO(page);
    CHECK(answer.find("Content-Security-Policy: default-src 'none'") != std::string::npos);
    CHECK(answer.find("X-Content-Type-Options: nosniff") != std::string::npos);
    CHECK(answer.find("Set-Cookie") == std::string::npos);
    CHECK(answer.find("<script>") == std::string::npos);
  }
}

TEST_CASE("attack 13: addresses lead nowhere but where they say", "[server][attack]") {
  Place place("attack-13");
  for (const char* target : {"/static/../../../../etc/passwd", "/static/..%2f..%2fetc%2fpasswd", "/static/.htaccess",
                             "/static/%00", "/levels/..%2F..%2Fboard.db.json", "/static/", "/runs/../about/recording",
                             "/static/site.css%00.png", "/levels/first-touch.json"}) {
    INFO(target);
    CHECK(statusOf(get(place, target)) == 404);
  }
  CHECK(statusOf(get(place, "/static/site.css")) == 200);
}

TEST_CASE("attack 14: a level that was changed is another level", "[server][attack]") {
  Place place("attack-14");
  level::Level easier = shippedLevel("first-touch");
  easier.hash ^= 1U;
  CHECK(place.verdict(playedBy("novice", easier, 5), identity(1)) == Verdict::UnknownLevel);
  // With the right name and another content inside, the server plays its own.
  level::Level same = shippedLevel("first-touch");
  same.goals.circulation = 0.15F;
  same.goals.endorphins = 0.15F;
  const replay::Replay run = playedBy("novice", same, 5);
  const online::Verdict verdict = place.hand(run, identity(1));
  CHECK(board::isAccepted(verdict.verdict));
  CHECK(verdict.score < run.claim.score);
}

TEST_CASE("attack 15, 16: JSON that is deep, wide, double or no number", "[server][attack]") {
  Place place("attack-15");
  const auto client = place.client();
  const auto server = client.server();
  REQUIRE(server);
  const auto put = [&](const std::string& body) {
    const board::Identity me = identity(1);
    const std::string text = board::signedText(place.running().secrets().id, "PUT", "/v1/me", place.now, body);
    const Raw raw(place.port());
    raw.send("PUT /v1/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\nKnead-Key: " + board::hexOf(me.key()) +
             "\r\nKnead-Time: " + std::to_string(place.now.load()) +
             "\r\nKnead-Signature: " + board::hexOf(me.sign(board::kRequestPurpose, board::bytesOf(text))) +
             "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return statusOf(raw.receive());
  };
  CHECK(put(R"({"name": "Mia"})") == 200);
  CHECK(put(std::string(60000, '[')) == 400);
  CHECK(put(R"({"name": ")" + std::string(60000, 'a') + "\"}") == 422);
  CHECK(put(R"({"name": "Mia", "name": "Ada"})") == 400);
  CHECK(put(R"({"name": 1e999})") == 400);
  CHECK(put(R"({"name": NaN})") == 400);
  CHECK(put(R"({"name": "Mia", "admin": true})") == 400);
  CHECK(put("{\"name\": \"\xC3\x28\"}") == 400);
  std::string wide = "{\"name\": [0";
  for (int i = 0; i < 20000; ++i) wide += ",0";
  CHECK(put(wide + "]}") == 400);
}

TEST_CASE("attack 17: slow, endless and too many connections", "[server][attack]") {
  Place place("attack-17", [](server::Config& config) {
    config.deadlineSeconds = 1;
    config.connectionsPerAddress = 40;
  });
  std::vector<std::unique_ptr<Raw>> slow;
  for (int i = 0; i < 30; ++i) {
    slow.push_back(std::make_unique<Raw>(place.port()));
    slow.back()->send("GET / HTTP/1.1\r\nHost: a\r\nX-A: ");
  }
  // Others are answered meanwhile.
  const auto from = std::chrono::steady_clock::now();
  CHECK(place.client().server());
  CHECK(std::chrono::steady_clock::now() - from < std::chrono::milliseconds(900));
  for (int drip = 0; drip < 8; ++drip) {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    for (const auto& one : slow) one->send("a");
  }
  // A drop now and then does not keep a connection: the deadline is for the whole request.
  CHECK(slow[0]->receive().empty());
  CHECK(place.running().metrics().deadlines.load() >= 30);
  // More than so many from one address are turned away.
  std::vector<std::unique_ptr<Raw>> many;
  for (int i = 0; i < 60; ++i) many.push_back(std::make_unique<Raw>(place.port()));
  int refused = 0;
  for (const auto& one : many) {
    one->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    refused += statusOf(one->answer()) == 503 ? 1 : 0;
  }
  CHECK(refused == 20);
  many.clear();
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  CHECK(place.client().server());
  // Heads and bodies without an end.
  const Raw endless(place.port());
  endless.send("GET / HTTP/1.1\r\nHost: a\r\n");
  for (int i = 0; i < 200 && endless.send("X-" + std::to_string(i) + ": " + std::string(200, 'a') + "\r\n"); ++i) {
  }
  CHECK(statusOf(endless.receive()) == 413);
  const Raw large(place.port());
  large.send("POST /v1/runs HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n");
  CHECK(statusOf(large.receive()) == 413);
  for (const char* odd : {"\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02",
                          "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"}) {
    const Raw raw(place.port());
    raw.send(odd);
    CHECK(statusOf(raw.receive()) != 200);
  }
  CHECK(place.client().server());
}

TEST_CASE("attack 18: new keys without end", "[server][attack]") {
  Place place("attack-18", [](server::Config& config) { config.newPlayersPerDayPerAddress = 3; });
  int taken = 0;
  for (std::uint8_t i = 1; i <= 6; ++i)
    taken +=
        board::isAccepted(place.verdict(playedBy("novice", shippedLevel("first-touch"), 50U + i), identity(i))) ? 1 : 0;
  CHECK(taken == 3);
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 90), identity(1)) == Verdict::Accepted);
}

TEST_CASE("attack 18: a name makes no player beyond the limit, and a refused run counts for nothing",
          "[server][attack]") {
  Place place("attack-18-names", [](server::Config& config) { config.newPlayersPerDayPerAddress = 3; });
  const auto server = place.client().server();
  REQUIRE(server);
  replay::Replay elsewhere = playedBy("novice", shippedLevel("first-touch"), 5);
  elsewhere.header.levelHash ^= 1U;
  for (std::uint8_t i = 1; i <= 6; ++i) CHECK(place.verdict(elsewhere, identity(i)) == Verdict::UnknownLevel);
  int named = 0;
  for (std::uint8_t i = 1; i <= 6; ++i)
    named += place.client().rename(identity(i), *server.value, "Player " + std::to_string(i)) ? 1 : 0;
  CHECK(named == 3);
  CHECK(place.store().counts().value().players == 3);
  // Whoever is known may go on.
  CHECK(place.client().rename(identity(1), *server.value, "Another name"));
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 5), identity(1)) == Verdict::Accepted);
  CHECK(place.verdict(playedBy("novice", shippedLevel("first-touch"), 6), identity(5)) == Verdict::TooMany);
}

TEST_CASE("attack 17: behind a proxy everybody has connections of their own", "[server][attack]") {
  const auto few = [](server::Config& config) { config.connectionsPerAddress = 4; };
  const auto opened = [](const Place& place) {
    std::vector<std::unique_ptr<Raw>> held;
    int answered = 0;
    for (int i = 0; i < 8; ++i) {
      held.push_back(std::make_unique<Raw>(place.port()));
      held.back()->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
      answered += statusOf(held.back()->answer()) == 200 ? 1 : 0;
    }
    return answered;
  };
  const Place bare("attack-17-bare", few);
  CHECK(opened(bare) == 4);
  const Place behind("attack-17-proxy", [&](server::Config& config) {
    few(config);
    config.trustedProxies = "127.0.0.1";
  });
  CHECK(opened(behind) == 8);
}

TEST_CASE("attack 17: a line of somebody else before the proxy's own is not believed", "[server][attack]") {
  const Place place("attack-17-lines", [](server::Config& config) { config.trustedProxies = "127.0.0.1"; });
  CHECK(statusOf(get(place, "/metrics", "X-Forwarded-For: 127.0.0.1\r\n")) == 200);
  CHECK(statusOf(get(place, "/metrics", "X-Forwarded-For: 127.0.0.1, 9.9.9.9\r\n")) == 404);
  CHECK(statusOf(get(place, "/metrics", "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-For: 9.9.9.9\r\n")) == 404);
}

TEST_CASE("attack 17: what is kept for a moment has a size", "[server][attack]") {
  constexpr std::size_t kMost = 1U << 20U;
  server::http::Cache cache(1000, kMost);
  server::http::Response page;
  page.body.assign(20000, 'a');
  for (int i = 0; i < 500; ++i) {
    cache.keep("/?x=" + std::to_string(i), page, 0);
    CHECK(cache.bytes() <= kMost);
  }
  CHECK(cache.find("/?x=499", 0).has_value());
  // A clock that was set back does not keep a page for as long as it was set back.
  cache.keep("/late", page, 50000);
  CHECK(cache.find("/late", 50500).has_value());
  CHECK_FALSE(cache.find("/late", 40000).has_value());
  CHECK_FALSE(cache.find("/?x=0", 0).has_value());
  // Too old to be given again: the next that is kept lets it go.
  cache.keep("/", page, 5000);
  CHECK(cache.bytes() < 3 * page.body.size());
  // A large part of the whole is not kept.
  page.body.assign(kMost / 8, 'a');
  cache.keep("/large", page, 5000);
  CHECK_FALSE(cache.find("/large", 5000).has_value());
}

TEST_CASE("runs of somebody banned are nobody's to see", "[server][attack]") {
  Place place("attack-banned");
  const replay::Replay run = playedBy("novice", shippedLevel("first-touch"), 5);
  const std::string name = board::hexOf(board::hash256(replay::encode(run)));
  CHECK(place.verdict(run, identity(1)) == Verdict::Accepted);
  const std::vector<std::string> addresses = {"/v1/runs/" + name, "/v1/runs/" + name + "/recording", "/runs/" + name,
                                              "/runs/" + name + "/recording", "/runs/" + name + "/timeline.json"};
  for (const std::string& address : addresses) {
    INFO(address);
    const std::string answer = get(place, address);
    CHECK(statusOf(answer) == 200);
    // What can be taken away is not left with others for an hour.
    CHECK(answer.find("max-age=3600") == std::string::npos);
  }
  REQUIRE(place.store().ban(identity(1).key(), true, {1, "keeper", "ban", "", "a test"}));
  for (const std::string& address : addresses) {
    INFO(address);
    CHECK(statusOf(get(place, address)) == 404);
  }
}

TEST_CASE("attack 20, 25: a signature is good for one server, one request and a short time", "[server][attack]") {
  Place place("attack-25"), other("attack-25-other");
  const replay::Replay run = playedBy("novice", shippedLevel("first-touch"), 5);
  CHECK(other.verdictOn(place.submission(run, identity(1))) == Verdict::OtherServer);
  const auto server = place.client().server();
  REQUIRE(server);
  CHECK_FALSE(other.client().rename(identity(1), *server.value, "Mia"));
  online::ServerInfo early = *server.value;
  early.timeMs -= 6 * 60000;
  CHECK_FALSE(place.client().rename(identity(1), early, "Mia"));
  early.timeMs += 12 * 60000;
  CHECK_FALSE(place.client().rename(identity(1), early, "Mia"));
  CHECK(place.client().rename(identity(1), *server.value, "Mia"));
  CHECK(statusOf(get(place, "/v1/me")) == 401);
  CHECK(statusOf(get(place, "/v1/me/export")) == 401);
}

TEST_CASE("attack 24: there is no way in for whoever runs the server but the command line", "[server][attack]") {
  Place place("attack-24", [](server::Config& config) { config.trustedProxies = "127.0.0.1"; });
  for (const char* target : {"/admin", "/v1/admin", "/v1/players/ban", "/v1/boards/x/freeze"})
    CHECK(statusOf(get(place, target)) == 404);
  // Figures of the server are for the machine itself, not for whoever comes through the proxy.
  CHECK(statusOf(get(place, "/metrics")) == 200);
  CHECK(statusOf(get(place, "/metrics", "X-Forwarded-For: 9.9.9.9\r\n")) == 404);
}
