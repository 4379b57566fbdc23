#include "app/tour_stops.hpp"

#include "app/online/online.hpp"
#include "app/party.hpp"
#include "app/sample_server.hpp"
#include "app/screens/file_list.hpp"
#include "app/screens/text_page.hpp"
#include "app/words/words.hpp"
#include "bots/bot_input.hpp"
#include "editing/draft.hpp"
#include "replay/record.hpp"

namespace knead::app {
namespace {

using platform::Key;

// Every page of the editor, of a level that has something on each.
void addEditor(std::vector<TourStop>& stops, const std::string& path) {
  constexpr int kPages = 6;
  for (int page = 0; page < kPages; ++page) {
    std::vector<Key> keys(static_cast<std::size_t>(page), Key::Down);
    keys.push_back(Key::Enter);
    stops.push_back({"edit-" + std::to_string(page + 1),
                     [path](Services& s) -> std::unique_ptr<Screen> {
                       auto draft = editing::Draft::open(path, "");
                       return draft ? makeEditor(s, std::move(draft).value()) : makeTitle(s);
                     },
                     std::move(keys)});
  }
}

// Boards of others, with a server and without; what was sent, with every verdict; the texts that are asked for.
void addBoards(std::vector<TourStop>& stops) {
  const auto on = [](Services& s) {
    s.player.setServer(kSampleAddress);
    (void)s.online.update();
  };
  stops.push_back({"boards-off", [](Services& s) { return makeBoards(s, 2); }});
  for (const auto& [name, tab] :
       {std::pair("boards-near", 1), std::pair("boards-top", 2), std::pair("boards-friends", 3)})
    stops.push_back({name, [on, tab = tab](Services& s) {
                       on(s);
                       return makeBoards(s, tab);
                     }});
  stops.push_back({"boards-line",
                   [on](Services& s) {
                     on(s);
                     return makeBoards(s, 2);
                   },
                   {Key::Down, Key::Down, Key::Enter}});
  stops.push_back({"server-off", makeServerPage});
  constexpr int kLetters = 5;
  for (int page = 0; page * kLetters < static_cast<int>(board::kVerdicts.size()); ++page)
    stops.push_back({"server-" + std::to_string(page + 1), [on, page](Services& s) {
                       on(s);
                       const auto letters = s.player.letters(kLetters);
                       for (std::size_t i = 0; i < letters.size(); ++i) {
                         const std::size_t verdict = static_cast<std::size_t>(page * kLetters) + i;
                         if (verdict < board::kVerdicts.size())
                           s.player.answered(letters[i], std::string(board::kVerdicts[verdict].id), 14, 1408);
                       }
                       return makeServerPage(s);
                     }});
  // Down to what asks first.
  stops.push_back({"server-delete",
                   [on](Services& s) {
                     on(s);
                     return makeServerPage(s);
                   },
                   {Key::Down, Key::Down, Key::Down, Key::Down, Key::Enter}});
  stops.push_back({"text-address", [](Services& s) {
                     return makeTextPage(s, TextPage::Address, words::tr("Address of a board"), kSampleAddress, {});
                   }});
  stops.push_back(
      {"text-key", [](Services& s) { return makeTextPage(s, TextPage::Key, words::tr("Key of a friend"), "", {}); }});
}

// Each story of today's back, on a day that tells it.
void addStories(std::vector<TourStop>& stops, const daily::Material& material) {
  for (int day = 0; day < static_cast<int>(material.stories.size()); ++day) {
    auto level = daily::levelOf(day, material);
    if (!level) continue;
    stops.push_back({"today-" + daily::storyOf(day, material).id,
                     [level = std::move(level).value()](Services& s) { return makeIntake(s, level); }});
  }
}

}  // namespace

Outcome playedBy(const char* name, const level::Level& level) {
  const auto bot = bots::makeBot(name, level, 1);
  bots::BotInput input(*bot);
  const sim::SessionSetup setup = bots::setupOf(*bot, 1);
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, replay::InputMode::Bot);
  while (!session.ended()) {
    const sim::TickInput tick = input.next(session);
    session.tick(tick);
    recorder.note(tick, session);
  }
  Outcome outcome;
  outcome.level = level;
  outcome.card = session.score();
  outcome.replay = recorder.finish(outcome.card);
  return outcome;
}

namespace {

// Strokes over the lowest part of the back.
Drive lowHand() {
  constexpr int kEveryMs = 16;
  constexpr float kLowCm = 63, kReachCm = 8;
  Drive drive;
  drive.trace.emplace();
  for (int ms = 0; ms < 6000; ms += kEveryMs) {
    const float there = static_cast<float>(ms % 2000) / 1000, way = there < 1 ? there : 2 - there;
    drive.trace->samples.push_back({static_cast<std::uint64_t>(ms) * 1000, {kReachCm * (way - .5F), kLowCm}, true});
  }
  return drive;
}

}  // namespace

std::vector<TourStop> tourStops(const level::Catalogue& levels, const Shelf& shelf) {
  std::vector<TourStop> stops = {{"first-start", makeFirstStart},
                                 {"title", makeTitle},
                                 {"boards", [](Services& s) { return makeBoards(s); }},
                                 {"about", makeAbout},
                                 {"people", makePeople}};
  stops.push_back({"profiles", makeProfiles});
  stops.push_back({"profiles-other", makeProfiles, {Key::Down, Key::Enter}});
  // To the lowest of the buttons beside it: remove.
  stops.push_back(
      {"profiles-remove", makeProfiles, {Key::Down, Key::Enter, Key::Right, Key::Down, Key::Down, Key::Enter}});
  stops.push_back({"statistics", makeStatistics});
  stops.push_back({"medals", makeMedals});
  stops.push_back(
      {"name", [](Services& s) { return makeNamePage(s, words::tr("A new profile"), "Anna-Lena Sørensen", {}); }});
  stops.push_back(
      {"files", [](Services& s) { return makeFileList(s, words::tr("Bring a profile in"), "no-such-kind", {}); }});
  addBoards(stops);
  stops.push_back({"party", makePartySetup});
  if (!levels.levels.empty()) {
    const level::Level& back = levels.levels[std::min<std::size_t>(1, levels.levels.size() - 1)].level;
    for (const std::size_t turns : {0U, 2U, 4U})
      stops.push_back({"party-" + std::to_string(turns), [back, turns](Services& s) {
                         auto party = std::make_shared<Party>();
                         party->level = back;
                         party->names = {"Ada", "Björn", "Carmen", "Player 4"};
                         for (std::size_t i = 0; i < turns; ++i) {
                           Outcome outcome = playedBy(i % 2 == 0 ? "novice" : "expert", back);
                           party->turns.push_back({std::move(outcome.card), std::move(outcome.replay)});
                         }
                         return makeHandOver(s, std::move(party));
                       }});
    const auto party = [back] {
      auto out = std::make_shared<Party>();
      out->level = back;
      out->names = {"Ada", "Björn"};
      return out;
    };
    stops.push_back({"party-guess", [party](Services& s) { return makePartyIntake(s, party()); }});
    stops.push_back({"party-play", [party](Services& s) { return makePartyPlay(s, party(), {}); }});
    stops.push_back({"party-leave", [party](Services& s) { return makeHandOver(s, party(), true); }});
    stops.push_back({"guess-next", [back](Services& s) { return makeNextIntake(s, back); }});
  }
  stops.push_back({"people-stranger", makePeople, {Key::Right, Key::Right, Key::Right, Key::Down}});
  if (!levels.levels.empty())
    stops.push_back(
        {"guess-again", [first = levels.levels.front().level](Services& s) { return makeIntake(s, first, 48); }});
  stops.push_back({"atlas", [](Services& s) { return makeAtlas(s, level::Pain::Doms); }});
  // The other sides of the Atlas' card: of every technique, and of every pain.
  for (int t = 0; t < level::kTechniqueCount; ++t) {
    std::vector<Key> keys(static_cast<std::size_t>(t), Key::Right);
    keys.push_back(Key::Enter);
    stops.push_back({"atlas-" + std::string(level::kTechniqueIds[static_cast<std::size_t>(t)]),
                     [](Services& s) { return makeAtlas(s, level::Pain::Doms); }, std::move(keys)});
  }
  for (int i = 0; i < level::kPainCount; ++i) {
    const auto pain = static_cast<level::Pain>(i);
    for (const std::size_t turns : {2U, 3U})
      stops.push_back({"atlas-" + std::string(level::idOf(pain)) + "-" + std::to_string(turns),
                       [pain](Services& s) { return makeAtlas(s, pain); }, std::vector<Key>(turns, Key::Enter)});
  }
  stops.push_back({"quiz", [](Services& s) { return makeQuiz(s, learning::QuizKind::Before); }});
  stops.push_back({"quiz-item", [](Services& s) { return makeQuiz(s, learning::QuizKind::Before); }, {Key::Enter}});
  stops.push_back(
      {"quiz-why", [](Services& s) { return makeQuiz(s, learning::QuizKind::Before); }, {Key::Enter, Key::Enter}});
  stops.push_back({"review", makeReview});
  stops.push_back({"review-why", makeReview, {Key::Enter}});
  stops.push_back({"knowledge", makeKnowledge});
  stops.push_back({"simplified", makeSimplified});
  for (int tab = 0; tab < profile::kTabCount; ++tab)
    stops.push_back({"settings-" + std::to_string(tab + 1), makeSettings,
                     std::vector<Key>(static_cast<std::size_t>(tab), Key::Down)});
  for (TourStop& stop : stops)
    if (stop.name.rfind("settings", 0) == 0) stop.keys.push_back(Key::Enter);
  stops.push_back({"bindings", makeBindings});
  stops.push_back({"pad-teacher", makePadTeacher});
  addStories(stops, shelf.daily);
  stops.push_back({"guess-on-board", [&daily = shelf.daily](Services& s) {
                     s.player.setServer(kSampleAddress);
                     auto today = daily::levelOf(s.player.day(), daily);
                     return today ? makeIntake(s, today.value()) : makeTitle(s);
                   }});
  for (std::size_t i = 0; i < levels.levels.size(); ++i) {
    const level::Level& level = levels.levels[i].level;
    const auto at = [i](Services& s) {
      s.row = static_cast<int>(i);
      return makeLevelPath(s);
    };
    stops.push_back({"path-" + level.id, at});
    stops.push_back({"guess-" + level.id, [level](Services& s) { return makeIntake(s, level); }});
    // One guess, and what it was worth; and sending them away.
    const auto guess = [level](Services& s) { return makeIntake(s, level); };
    stops.push_back({"told-" + level.id, guess, {Key::Up, Key::Enter, Key::Down, Key::Enter}});
    if (level.intake.refer || i == 0) stops.push_back({"sent-" + level.id, guess, {Key::Down, Key::Enter}});
    stops.push_back({"play-" + level.id, [level](Services& s) { return makePlay(s, level, {}); }});
    stops.push_back(
        {"results-" + level.id, [level](Services& s) { return makeResults(s, playedBy("expert", level)); }});
    stops.push_back(
        {"poor-results-" + level.id, [level](Services& s) { return makeResults(s, playedBy("wrong", level)); }});
  }
  if (levels.levels.empty()) return stops;
  addEditor(stops, levels.levels.back().path);
  const level::Level& first = levels.levels.front().level;
  stops.push_back({"pause", [first](Services& s) { return makePlay(s, first, {}); }, {Key::Escape}});
  stops.push_back({"pause-ghost",
                   [first](Services& s) {
                     s.player.set(profile::Option::Ghost, profile::kGhostBest);
                     auto play = makePlay(s, first, {});
                     s.player.set(profile::Option::Ghost, profile::kGhostNone);
                     return play;
                   },
                   {Key::Escape}});
  // Where the hand is lowest its words must stay clear of what is said at the foot.
  stops.push_back({"low-hand", [first](Services& s) { return makePlay(s, first, {}); }, {}, lowHand()});
  stops.push_back({"relax", [first](Services& s) { return makeRelax(s, first); }});
  stops.push_back({"trial", [first](Services& s) { return makeTrial(s, first); }});
  // Twenty seconds in, on the track: a body that changed, with meters and a hand.
  const level::Level& busy = levels.levels[std::min<std::size_t>(3, levels.levels.size() - 1)].level;
  std::vector<Key> keys = {Key::Space};
  for (int i = 0; i < 20; ++i) keys.push_back(Key::Right);
  stops.push_back(
      {"watch", [busy](Services& s) { return makeReplayViewer(s, busy, playedBy("expert", busy).replay); }, keys});
  return stops;
}

}  // namespace knead::app
