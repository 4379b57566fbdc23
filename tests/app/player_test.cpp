// The player over the store: what a session leaves, what waits when nothing can be written, two windows at once,
// several people on one machine, and what they take along.
#include "app/player.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/party.hpp"
#include "app/tour_stops.hpp"
#include "level/level_reader.hpp"
#include "profile/take_over.hpp"
#include "sim/medals.hpp"
#include "support/catch.hpp"
#include "support/fresh_folder.hpp"
#include "support/shipped.hpp"

using namespace knead;
using namespace knead::app;

namespace {

const level::Level& aLevel() { return testing::shippedCatalogue().levels[1].level; }
const Outcome& played(const char* bot) {
  static std::map<std::string, Outcome> all;
  if (all.count(bot) == 0) all[bot] = playedBy(bot, aLevel());
  return all[bot];
}

Options optionsOf(const std::string& folder) {
  Options options;
  options.portable = folder;
  return options;
}
std::string today() { return "2026-11-28"; }

void expects(Player& player, level::Technique first) {
  sim::IntakeAnswer said;
  said.first = first;
  player.expected(aLevel(), said, {});
}

}  // namespace

TEST_CASE("a session is kept as a whole, and is there again", "[player]") {
  const std::string folder = testing::freshFolder("player-kept");
  const Options options = optionsOf(folder);
  const Outcome& good = played("expert");
  {
    Player player(options, false, today);
    CHECK(player.takeNotice().empty());
    const Player::Taken first = player.take(aLevel(), good.card, good.replay);
    CHECK(first.place == std::size_t{0});
    CHECK(first.bestBefore == 0);
    const Player::Taken second = player.take(aLevel(), played("novice").card, played("novice").replay);
    CHECK(second.place == std::size_t{1});
    CHECK(second.bestBefore == good.card.score);
    // Somebody who comes again is on no board.
    CHECK_FALSE(player.take(aLevel(), good.card, good.replay, 48).place.has_value());
    CHECK(player.progress().of(aLevel().id)->plays == 2);
  }
  Player player(options, false, today);
  const profile::LevelProgress* progress = player.progress().of(aLevel().id);
  REQUIRE(progress != nullptr);
  REQUIRE(progress->runs.size() == 2);
  const profile::Run& best = progress->runs[0];
  CHECK(best.medals == sim::medalsOf(good.card));
  CHECK(best.stateHash == good.card.stateHash);
  CHECK(player.recording(best).value() == good.replay);
  CHECK(player.lastRun(aLevel())->score == played("novice").card.score);
  CHECK(player.statistics().runs == 3);
  CHECK(player.statistics().seconds > 60);
  REQUIRE(player.diary().of(aLevel().person.id) != nullptr);
  CHECK(player.diary().of(aLevel().person.id)->size() == 2);
}

TEST_CASE("what cannot be written waits, and is written with the next that can", "[player]") {
  const std::string folder = testing::freshFolder("player-waits");
  const Options options = optionsOf(folder);
  Player player(options, false, today);
  REQUIRE(player.takeNotice().empty());
  std::string notice;
  {
    // Another program holds the store for longer than anybody waits.
    profile::Store other = profile::Store::open(folder + "/" + profile::kStoreFile, notice);
    REQUIRE(other
                .write([&](profile::Store::Writer&) {
                  CHECK(player.take(aLevel(), played("expert").card, played("expert").replay).place == std::size_t{0});
                })
                .ok());
    CHECK(player.takeNotice().find("cannot be written") != std::string::npos);
    // Played on in memory.
    CHECK(player.progress().of(aLevel().id)->plays == 1);
    CHECK(other.progress().value().empty());
  }
  expects(player, level::Technique::Effleurage);
  CHECK(player.takeNotice().empty());
  Player again(options, false, today);
  REQUIRE(again.progress().of(aLevel().id) != nullptr);
  CHECK(again.progress().of(aLevel().id)->runs[0].recorded);
  CHECK(again.learning().sessions() == 1);
}

TEST_CASE("two windows of one player lose nothing of each other", "[player]") {
  const Options options = optionsOf(testing::freshFolder("player-windows"));
  Player one(options, false, today), two(options, false, today);
  expects(one, level::Technique::Effleurage);
  expects(two, level::Technique::Stretch);
  // Somebody's signs were told beside the guess.
  REQUIRE_FALSE(two.learning().toJson()["answers"].empty());
  CHECK(two.learning().toJson()["answers"].back()["hints"] == !aLevel().person.signs.empty());
  one.take(aLevel(), played("expert").card, played("expert").replay);
  expects(one, level::Technique::Towel);
  two.take(aLevel(), played("novice").card, played("novice").replay);
  Player after(options, false, today);
  CHECK(after.learning().sessions() == 3);
  CHECK(after.progress().of(aLevel().id)->plays == 2);
  CHECK(two.learning().sessions() == 3);
}

TEST_CASE("two windows and a text editor keep each other's settings", "[player]") {
  const std::string folder = testing::freshFolder("player-settings");
  const Options options = optionsOf(folder);
  Player one(options, false, today), two(options, false, today);
  one.set(profile::Option::TextSize, 2);
  one.setServer("http://club.lan:8375");
  two.set(profile::Option::HighContrast, 1);
  // By hand, in between.
  const std::string file = folder + "/settings.json";
  auto document = nlohmann::json::parse(std::ifstream(file));
  document["music"] = 35;
  std::ofstream(file) << document.dump();
  two.set(profile::Option::FullScreen, 1);
  one.set(profile::Option::TextSize, 1);
  CHECK(one.takeNotice().empty());
  const Player after(options, false, today);
  CHECK(after.settings().get(profile::Option::TextSize) == 1);
  CHECK(after.server() == "http://club.lan:8375");
  CHECK(after.settings().on(profile::Option::HighContrast));
  CHECK(after.settings().on(profile::Option::FullScreen));
  CHECK(after.settings().get(profile::Option::Music) == 35);
  // A file that is gone is written anew, whole.
  std::filesystem::remove(file);
  std::filesystem::remove(file + ".bak");
  one.set(profile::Option::Music, 20);
  const Player anew(options, false, today);
  CHECK(anew.settings().get(profile::Option::TextSize) == 1);
  CHECK(anew.settings().get(profile::Option::Music) == 20);
  CHECK(anew.server() == "http://club.lan:8375");
}

TEST_CASE("nobody is removed while another window plays them", "[player]") {
  const Options options = optionsOf(testing::freshFolder("player-in-use"));
  Player one(options, false, today);
  REQUIRE(one.addMember("Ben").ok());
  {
    Player two(options, false, today);
    REQUIRE(two.choose(1).ok());
    const auto removed = one.removeMember(1);
    REQUIRE_FALSE(removed.ok());
    CHECK(removed.error().what.find("in use in another window") != std::string::npos);
    expects(two, level::Technique::Stretch);
  }
  REQUIRE(one.choose(1).ok());
  CHECK(one.learning().sessions() == 1);
  REQUIRE(one.choose(0).ok());
  CHECK(one.removeMember(1).ok());
}

TEST_CASE("a record that nests without end is refused, not followed", "[player]") {
  const std::string folder = testing::freshFolder("player-deep");
  const Options options = optionsOf(folder);
  {
    Player player(options, false, today);
    expects(player, level::Technique::Stretch);
  }
  {
    std::string notice;
    profile::Store store = profile::Store::open(folder + "/" + profile::kStoreFile, notice);
    const std::string deep(200000, '[');
    REQUIRE(store
                .write([&](profile::Store::Writer& writer) {
                  writer.document(profile::kLearningDocument,
                                  "{\"skills\":" + deep + std::string(deep.size(), ']') + "}");
                  writer.document(profile::kDiaryDocument, "no diary");
                })
                .ok());
  }
  Player player(options, false, today);
  const std::string notice = player.takeNotice();
  CHECK(notice.find("learning") != std::string::npos);
  CHECK(notice.find("diary") != std::string::npos);
  CHECK(player.learning().sessions() == 0);
}

TEST_CASE("the coin of the first quiz is thrown once, whatever another window does", "[player]") {
  const Options options = optionsOf(testing::freshFolder("player-coin"));
  Player one(options, false, today), two(options, false, today);
  one.beginsQuiz();
  const auto form = one.learning().formOf(learning::QuizKind::Before);
  expects(two, level::Technique::Stretch);
  for (int i = 0; i < 8; ++i) two.beginsQuiz();
  learning::QuizResult result;
  result.kind = learning::QuizKind::Before;
  result.form = form;
  one.took(result);
  CHECK(one.learning().formOf(learning::QuizKind::Before) == form);
  const Player after(options, false, today);
  CHECK(after.learning().formOf(learning::QuizKind::Before) == form);
}

TEST_CASE("each on this machine has progress, settings and a key of their own", "[player]") {
  const std::string folder = testing::freshFolder("player-several");
  const Options options = optionsOf(folder);
  std::string firstKey;
  {
    Player player(options, false, today);
    player.set(profile::Option::TextSize, 2);
    player.setWelcomed();
    player.take(aLevel(), played("expert").card, played("expert").replay);
    const auto key = player.identity();
    REQUIRE(key.ok());
    firstKey = key.value().exportText();
    struct stat info {};
    REQUIRE(::stat((folder + "/key").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    REQUIRE(player.addMember("Ben").value() == 1);
    REQUIRE(player.choose(1).ok());
    CHECK(player.name() == "Ben");
    CHECK(player.progress().empty());
    // Their eyes and hands come along, their welcome does not.
    CHECK(player.settings().get(profile::Option::TextSize) == 2);
    CHECK_FALSE(player.settings().welcomed());
    CHECK(player.identity().value().exportText() != firstKey);
    player.set(profile::Option::TextSize, 0);
    expects(player, level::Technique::Stone);
  }
  Player player(options, false, today);
  CHECK(player.name() == "Ben");
  CHECK(player.learning().sessions() == 1);
  REQUIRE(player.choose(0).ok());
  CHECK(player.settings().get(profile::Option::TextSize) == 2);
  CHECK(player.learning().sessions() == 0);
  CHECK(player.progress().of(aLevel().id)->bestScore() == played("expert").card.score);
  CHECK(player.identity().value().exportText() == firstKey);
  REQUIRE(player.removeMember(1).ok());
  CHECK(player.roster().members().size() == 1);
}

TEST_CASE("a whole profile goes to another machine", "[player]") {
  const std::string documents = testing::freshFolder("player-documents");
  const Options here = optionsOf(testing::freshFolder("player-here")),
                there = optionsOf(testing::freshFolder("player-there"));
  std::string file, key;
  {
    Player player(here, false, today);
    REQUIRE(player.rename(0, "Ada").ok());
    player.take(aLevel(), played("expert").card, played("expert").replay);
    player.set(profile::Option::HighContrast, 1);
    key = player.identity().value().exportText();
    const auto wrote = player.exportProfile(documents);
    REQUIRE(wrote.ok());
    file = wrote.value();
    CHECK(file.find("/knead-Ada-") != std::string::npos);
    struct stat info {};
    REQUIRE(::stat(file.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    CHECK(player.exportKey(documents).ok());
  }
  Player player(there, false, today);
  player.take(aLevel(), played("novice").card, played("novice").replay);
  const auto added = player.importProfile(file);
  REQUIRE(added.ok());
  // Beside who was there, not over them.
  CHECK(player.progress().of(aLevel().id)->bestScore() == played("novice").card.score);
  REQUIRE(player.choose(added.value()).ok());
  CHECK(player.name() == "Ada");
  CHECK(player.progress().of(aLevel().id)->bestScore() == played("expert").card.score);
  CHECK(player.settings().on(profile::Option::HighContrast));
  CHECK(player.identity().value().exportText() == key);
  CHECK(player.recording(player.progress().of(aLevel().id)->runs[0]).value() == played("expert").replay);
  // No profile: refused, and nobody new.
  const std::size_t before = player.roster().members().size();
  CHECK_FALSE(player.importProfile(documents + "/none.kneadprofile").ok());
  CHECK(player.roster().members().size() == before);
}

TEST_CASE("a party ranks its turns, and who came first stays ahead of equals", "[player]") {
  Party party;
  party.names = {"a", "b", "c"};
  CHECK(party.now() == "a");
  for (const int score : {5, 9, 9}) {
    Party::Turn turn;
    turn.card.score = score;
    CHECK_FALSE(party.over());
    party.turns.push_back(turn);
  }
  CHECK(party.over());
  CHECK(party.ranked() == std::vector<std::size_t>{1, 2, 0});
}
