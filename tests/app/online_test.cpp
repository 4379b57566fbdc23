// What the game does with a server of boards: with one that answers, one that is not there, and one that is busy. The
// server is made up; tests/server has the real one, tests/app/online.sh both together.
#include "app/online/online.hpp"

#include <filesystem>

#include "app/tour_stops.hpp"
#include "board/submission.hpp"
#include "bots/bot_input.hpp"
#include "profile/take_over.hpp"
#include "replay/record.hpp"
#include "replay/write.hpp"
#include "support/catch.hpp"
#include "support/shipped.hpp"

using namespace knead;
using namespace knead::app;

namespace {

// What the made-up server was asked, and what it says.
struct Said {
  bool there = true;
  std::uint32_t rules = sim::kRulesVersion;
  std::vector<board::Verdict> verdicts;  // one a submission; the last goes on
  std::vector<board::Bytes> handed;
  std::vector<online::Line> lines;
  std::map<board::Hash256, board::Bytes> recordings;
  int boards = 0, starts = 0;
  std::string day = "2026-11-28";
  std::uint64_t dayLevel = 0;
};

class MadeUp final : public online::Client {
 public:
  explicit MadeUp(Said& said) : Client("http://nowhere"), m_said(said) {}
  [[nodiscard]] online::Answer<online::ServerInfo> server() const override {
    if (!m_said.there) return away<online::ServerInfo>();
    online::ServerInfo info;
    info.name = "A test";
    info.id[0] = 7;
    info.rules = m_said.rules;
    info.day = m_said.day;
    info.dayLevel = m_said.dayLevel;
    return {info, {}};
  }
  [[nodiscard]] online::Answer<online::Verdict> submit(const board::Bytes& submission) const override {
    if (!m_said.there) return away<online::Verdict>();
    m_said.handed.push_back(submission);
    online::Verdict out;
    out.verdict = m_said.verdicts[std::min(m_said.handed.size(), m_said.verdicts.size()) - 1];
    out.rank = 2;
    out.players = 9;
    return {out, {}};
  }
  [[nodiscard]] online::Answer<board::StartToken> start(const board::Identity& me, const online::ServerInfo&,
                                                        const std::string&, std::uint64_t level) const override {
    ++m_said.starts;
    board::StartToken token;
    token.player = me.key();
    token.levelHash = level;
    token.nonce[0] = static_cast<std::uint8_t>(m_said.starts);
    return {token, {}};
  }
  [[nodiscard]] online::Answer<online::Board> top(const std::string& id, const std::string&, int) const override {
    return board(id, m_said.lines);
  }
  [[nodiscard]] online::Answer<online::Board> around(const std::string& id, const board::PublicKey& me) const override {
    const bool there = std::any_of(m_said.lines.begin(), m_said.lines.end(),
                                   [&](const online::Line& line) { return line.player == me; });
    return board(id, there ? m_said.lines : std::vector<online::Line>{});
  }
  [[nodiscard]] online::Answer<online::Board> among(const std::string& id,
                                                    const std::vector<board::PublicKey>& players) const override {
    std::vector<online::Line> some;
    for (const online::Line& line : m_said.lines)
      if (std::find(players.begin(), players.end(), line.player) != players.end()) some.push_back(line);
    return board(id, some);
  }
  [[nodiscard]] online::Answer<board::Bytes> recording(const board::Hash256& run) const override {
    const auto found = m_said.recordings.find(run);
    if (found == m_said.recordings.end()) return {std::nullopt, {"There is no such run.", false}};
    return {found->second, {}};
  }

 private:
  template <class T>
  static online::Answer<T> away() {
    return {std::nullopt, {"The server does not answer.", true}};
  }
  online::Answer<online::Board> board(const std::string& id, const std::vector<online::Line>& lines) const {
    ++m_said.boards;
    if (!m_said.there) return away<online::Board>();
    online::Board out;
    out.id = id;
    out.players = static_cast<std::int64_t>(lines.size());
    out.lines = lines;
    return {out, {}};
  }
  Said& m_said;
};

// A player with folders of their own, and the game's side of a server.
struct Home {
  explicit Home(const std::string& name) {
    options.portable = std::string(KNEAD_TEST_OUTPUT_DIR) + "/online-" + name;
    std::filesystem::remove_all(options.portable);
    player = std::make_unique<Player>(options, false, [this] { return day; });
    online = std::make_unique<Online>(
        *player, testing::shippedCatalogue(), [this](const std::string&) { return std::make_shared<MadeUp>(said); },
        true);
  }
  // So often that whatever can happen has happened.
  void settle() {
    for (int i = 0; i < 6; ++i) {
      online->outgoing.nudge();
      (void)online->update();
    }
  }
  void play(const level::Level& level, const char* bot, const std::optional<board::StartToken>& start = {}) {
    const Outcome outcome = playedBy(bot, level);
    (void)player->take(outcome.level, outcome.card, outcome.replay, 0, start);
  }
  Options options;
  Said said;
  std::string day = "2026-11-28";
  std::unique_ptr<Player> player;
  std::unique_ptr<Online> online;
};

const level::Level& first() { return testing::shippedCatalogue().levels.front().level; }

online::Line lineOf(const board::Identity& who, int rank, int score) {
  online::Line line;
  line.rank = rank;
  line.player = who.key();
  line.score = score;
  line.run = board::hash256(who.key());
  return line;
}

}  // namespace

TEST_CASE("without a server nothing is asked and nothing waits", "[app][online]") {
  Home home("off");
  home.play(first(), "expert");
  home.settle();
  CHECK(home.online->connection.state() == Connection::State::Off);
  CHECK(home.player->letters(10).empty());
  CHECK(home.said.boards == 0);
  CHECK_FALSE(std::filesystem::exists(home.player->folder() + "/key"));
}

TEST_CASE("a finished run goes to the board by itself, once, and its verdict is told", "[app][online]") {
  Home home("send");
  home.said.verdicts = {board::Verdict::Accepted};
  home.player->setServer("http://nowhere");
  home.play(first(), "novice");
  home.settle();
  REQUIRE(home.said.handed.size() == 1);
  const auto sent = board::decodeSubmission(home.said.handed[0]);
  REQUIRE(sent);
  CHECK(sent.value().player == home.player->identity().value().key());
  CHECK(sent.value().recording == replay::encode(playedBy("novice", first()).replay));
  CHECK(home.online->outgoing.takeNews().find("Your run is on the board. Place 2 of 9.") != std::string::npos);
  REQUIRE(home.player->letters(10).size() == 1);
  CHECK(home.player->letters(10)[0].verdict == "accepted");

  home.play(first(), "novice");  // no better than before
  home.play(first(), "wrong");
  home.settle();
  CHECK(home.said.handed.size() == 1);
  home.play(first(), "expert");
  home.settle();
  CHECK(home.said.handed.size() == 2);
}

TEST_CASE("what cannot be sent now waits, over the end of the game", "[app][online]") {
  Home home("away");
  home.said.there = false;
  home.said.verdicts = {board::Verdict::Accepted};
  home.player->setServer("http://nowhere");
  home.play(first(), "expert");
  home.settle();
  CHECK(home.said.handed.empty());
  CHECK(home.online->connection.state() == Connection::State::Away);
  CHECK(home.online->connection.words().find("goes there later") != std::string::npos);
  REQUIRE(home.player->letters(10).size() == 1);
  CHECK(home.player->letters(10)[0].waits());

  home.said.there = true;
  home.online.reset();
  home.player = std::make_unique<Player>(home.options, false, [&home] { return home.day; });
  home.online = std::make_unique<Online>(
      *home.player, testing::shippedCatalogue(),
      [&home](const std::string&) { return std::make_shared<MadeUp>(home.said); }, true);
  home.settle();
  CHECK(home.said.handed.size() == 1);
  CHECK_FALSE(home.player->letters(10)[0].waits());
}

TEST_CASE("a busy server is asked again later, a refusal stays said", "[app][online]") {
  Home home("busy");
  home.said.verdicts = {board::Verdict::Busy, board::Verdict::Copied};
  home.player->setServer("http://nowhere");
  home.play(first(), "expert");
  home.settle();
  REQUIRE(home.said.handed.size() == 1);
  const auto waits = home.player->letters(10);
  REQUIRE(waits.size() == 1);
  CHECK(waits[0].waits());
  CHECK(waits[0].tries == 1);
  CHECK(waits[0].next > 0);
  CHECK(home.online->outgoing.takeNews().empty());
  home.settle();
  CHECK(home.said.handed.size() == 1);  // not before its time
  home.player->sendLater(waits[0], -1);
  home.settle();
  CHECK(home.said.handed.size() == 2);
  CHECK(home.player->letters(10)[0].verdict == "copied");
  CHECK(home.online->outgoing.takeNews().find("Somebody else has handed in this very run.") != std::string::npos);
}

TEST_CASE("a busy server is not asked for the next letter at once either", "[app][online]") {
  Home home("many-letters");
  home.said.verdicts = {board::Verdict::TooMany, board::Verdict::TooMany};
  home.player->setServer("http://nowhere");
  home.play(first(), "expert");
  home.play(testing::shippedCatalogue().levels[1].level, "expert");
  REQUIRE(home.player->letters(10).size() == 2);
  for (int i = 0; i < 6 && home.said.handed.empty(); ++i) {
    home.online->outgoing.nudge();
    (void)home.online->update();
  }
  for (int i = 0; i < 12; ++i) (void)home.online->update();
  CHECK(home.said.handed.size() == 1);
}

TEST_CASE("a verdict that cannot be written is no reason to ask again at once", "[app][online]") {
  Home home("unwritten");
  home.said.verdicts = {board::Verdict::Accepted};
  home.player->setServer("http://nowhere");
  home.settle();
  home.online->connection.want();
  home.settle();
  REQUIRE(home.online->connection.server());
  home.play(first(), "expert");
  home.online->outgoing.nudge();
  std::string notice;
  profile::Store other = profile::Store::open(home.player->folder() + "/" + profile::kStoreFile, notice);
  // Another program holds the store for longer than anybody waits.
  REQUIRE(other
              .write([&](profile::Store::Writer&) {
                for (int i = 0; i < 6; ++i) (void)home.online->update();
              })
              .ok());
  CHECK(home.said.handed.size() == 1);
  CHECK(home.player->takeNotice().find("cannot be written") != std::string::npos);
  for (int i = 0; i < 6; ++i) (void)home.online->update();
  CHECK(home.said.handed.size() == 1);
  CHECK(home.player->letters(10)[0].waits());
  home.settle();  // another run was finished
  CHECK(home.said.handed.size() == 2);
  CHECK(home.player->letters(10)[0].verdict == "accepted");
}

TEST_CASE("a question that ends in an exception is one that was not answered", "[app][online]") {
  Home home("thrown");
  home.player->setServer("http://nowhere");
  home.settle();
  online::Answer<int> came{7, {}};
  home.online->connection.ask(
      [](const online::Client&) -> online::Answer<int> { throw std::runtime_error("no memory"); },
      [&came](const online::Answer<int>& answer) { came = answer; });
  home.settle();
  CHECK_FALSE(came);
  CHECK(came.problem.what == "no memory");
  CHECK(came.problem.forNow);
}

TEST_CASE("a server that became another one is asked who it is, and the run is handed in there", "[app][online]") {
  Home home("another");
  home.said.verdicts = {board::Verdict::OtherServer, board::Verdict::Accepted};
  home.player->setServer("http://nowhere");
  home.play(first(), "expert");
  home.settle();
  REQUIRE(home.said.handed.size() == 1);
  REQUIRE(home.player->letters(10)[0].waits());
  home.player->sendLater(home.player->letters(10)[0], -1);
  home.settle();
  CHECK(home.said.handed.size() == 2);
  CHECK(home.player->letters(10)[0].verdict == "accepted");
}

TEST_CASE("a server of other rules gets nothing, and nothing is lost", "[app][online]") {
  Home home("rules");
  home.said.rules = sim::kRulesVersion + 1;
  home.player->setServer("http://nowhere");
  home.play(first(), "expert");
  home.settle();
  CHECK(home.said.handed.empty());
  CHECK(home.online->connection.words().find("another version of the rules") != std::string::npos);
  CHECK(home.player->letters(10)[0].waits());
}

TEST_CASE("today's back goes with its leave or not at all", "[app][online]") {
  Home home("today");
  const auto material = daily::readMaterial(std::string(KNEAD_SOURCE_DATA_DIR) + "/assets");
  const level::Level today = daily::levelOf(home.player->day(), material.value()).value();
  home.said.dayLevel = today.hash;
  home.said.verdicts = {board::Verdict::Accepted};
  home.player->setServer("http://nowhere");
  home.play(today, "novice");
  home.settle();
  CHECK(home.said.handed.empty());

  StartLeave& leave = home.online->leave;
  CHECK_FALSE(leave.take(today));
  for (int i = 0; i < 3; ++i) {
    leave.want(today, home.day);
    (void)home.online->update();
  }
  CHECK(leave.ready());
  CHECK(home.said.starts == 1);
  const auto token = leave.take(today);
  REQUIRE(token);
  CHECK_FALSE(leave.take(today));  // good for one run
  home.play(today, "expert", token);
  home.settle();
  REQUIRE(home.said.handed.size() == 1);
  CHECK(board::decodeSubmission(home.said.handed[0]).value().token == token);

  home.said.day = "2026-11-27";
  home.player->setServer("http://elsewhere");
  for (int i = 0; i < 3; ++i) {
    leave.want(today, home.day);
    (void)home.online->update();
  }
  CHECK_FALSE(leave.ready());
  CHECK(leave.words().find("another back today") != std::string::npos);
}

TEST_CASE("the next above is whom one races; friends are who one chose", "[app][online]") {
  Home home("rival");
  home.player->setServer("http://nowhere");
  const board::Identity best = board::Identity::make(), next = board::Identity::make(), low = board::Identity::make();
  const board::Identity me = home.player->identity().value();
  home.said.lines = {lineOf(best, 1, 90000), lineOf(next, 2, 80000), lineOf(me, 3, 70000), lineOf(low, 4, 10)};
  const auto recorded = playedBy("novice", first()).replay;
  home.said.recordings[home.said.lines[1].run] = replay::encode(recorded);
  Rival& rival = home.online->rival;
  CHECK(rival.above(first()) == nullptr);  // not known yet
  home.settle();
  for (int i = 0; i < 3; ++i) {
    (void)rival.above(first());
    (void)home.online->update();
  }
  const online::Line* above = rival.above(first());
  REQUIRE(above != nullptr);
  CHECK(above->player == next.key());
  CHECK_FALSE(rival.ghost(first(), *above));
  (void)home.online->update();
  REQUIRE(rival.ghost(first(), *above));
  CHECK(rival.ghost(first(), *above)->replay == recorded);

  rival.choose(first(), home.said.lines[0]);
  CHECK(rival.above(first())->player == best.key());
  CHECK_FALSE(rival.wanted(first()).value());
  (void)home.online->update();
  CHECK_FALSE(rival.wanted(first()));  // the server has no such run: said, not waited for

  CHECK(home.player->turnFriend({low.key(), "Low"}));
  home.online->pages.forget();
  const board::Key key = rival.boardOf(first());
  for (int i = 0; i < 3; ++i) {
    (void)home.online->pages.look(key, BoardPart::Friends);
    (void)home.online->update();
  }
  const auto& lines = home.online->pages.look(key, BoardPart::Friends).board.lines;
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].player == me.key());
  CHECK(lines[1].player == low.key());
  Player again(home.options, false);
  CHECK(again.friends() == home.player->friends());
}

TEST_CASE("before the first run of a level its board is the one that such a run would go to", "[app][online]") {
  Home home("first-board");
  const auto assisted = [&] { return home.online->rival.boardOf(first()).assisted; };
  CHECK_FALSE(assisted());
  // Each of them marks a run: three in its setup, the others in its help.
  for (const auto& [option, value] : {std::pair{profile::Option::SteadyHand, 1},
                                      {profile::Option::WiderTolerance, 1},
                                      {profile::Option::NoTimer, 1},
                                      {profile::Option::GameSpeed, 90},
                                      {profile::Option::HandBy, profile::kHandHelped},
                                      {profile::Option::HandBy, profile::kHandOneSwitch}}) {
    const int usual = home.player->settings().get(option);
    home.player->set(option, value);
    INFO(static_cast<int>(option) << " " << value);
    CHECK(assisted());
    home.player->set(option, usual);
    CHECK_FALSE(assisted());
  }
}

TEST_CASE("whoever looks at a top anew begins with its first lines", "[app][online]") {
  Home home("top");
  home.player->setServer("http://nowhere");
  const board::Key key = home.online->rival.boardOf(first());
  home.settle();
  const auto lookedAt = [&]() -> const BoardPage& {
    for (int i = 0; i < 3; ++i) {
      (void)home.online->pages.look(key, BoardPart::Top);
      (void)home.online->update();
    }
    return home.online->pages.look(key, BoardPart::Top);
  };
  const board::Identity one = board::Identity::make();
  home.said.lines.assign(50, lineOf(one, 1, 100));
  CHECK(lookedAt().board.lines.size() == 50);
  const int asked = home.said.boards;
  home.online->pages.fold(key);  // nothing to fold: what is known stays
  CHECK(lookedAt().board.lines.size() == 50);
  CHECK(home.said.boards == asked);
  home.online->pages.forget();
  home.said.lines.assign(60, lineOf(one, 1, 100));  // read on below the first fifty
  CHECK(lookedAt().board.lines.size() == 60);
  home.said.lines.resize(50);
  home.online->pages.fold(key);
  CHECK(lookedAt().board.lines.size() == 50);
  CHECK(home.said.boards == asked + 2);
}

TEST_CASE("another player is another connection, with a key and a list of their own", "[app][online]") {
  Home home("players");
  home.said.verdicts = {board::Verdict::Accepted};
  home.player->setServer("http://nowhere");
  const auto mine = home.player->identity().value().key();
  const int before = home.online->connection.number();
  REQUIRE(home.player->addMember("Ada"));
  REQUIRE(home.player->choose(1));
  home.settle();
  CHECK(home.online->connection.number() != before);
  home.player->setServer("http://nowhere");
  home.play(first(), "expert");
  home.settle();
  REQUIRE(home.said.handed.size() == 1);
  CHECK(board::decodeSubmission(home.said.handed[0]).value().player != mine);
}
