#include "app/player.hpp"

#include <cstdio>
#include <ctime>
#include <random>

#include "app/exports.hpp"
#include "app/log.hpp"
#include "app/player_files.hpp"
#include "app/words/words.hpp"
#include "core/date.hpp"
#include "level/level_json.hpp"
#include "profile/take_over.hpp"
#include "replay/read.hpp"
#include "replay/write.hpp"
#include "sim/medals.hpp"

namespace knead::app {
namespace {

// Deeds that wait for room on the disk; recordings of older ones go first.
constexpr std::size_t kMostRecordingsWaiting = 100;

// UTC, as everywhere in the game: "2026-11-22".
std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  char text[32];
  if (gmtime_r(&now, &parts) == nullptr || std::strftime(text, sizeof text, "%Y-%m-%d", &parts) == 0) return {};
  return text;
}

// Knots that let go and stayed so, of all people of a session.
int releasedIn(const sim::ScoreCard& card) {
  int count = 0;
  for (const sim::KnotView& knot : card.knots) count += knot.released ? 1 : 0;
  for (const sim::ScoreCard& visit : card.visits) count += releasedIn(visit);
  return count;
}

}  // namespace

Player::Player(const Options& options, bool driven, Today day)
    : m_store(storeInMemory()), m_today(day ? std::move(day) : Today(today)) {
  if (options.safeMode || driven) return;
  const Result<profile::Dirs> found = options.portable.empty()
                                          ? profile::playersDirs(profile::systemEnvironment())
                                          : Result<profile::Dirs>(profile::portableDirs(options.portable));
  if (!found) {
    tell(found.error().text());
    return;
  }
  const Result<profile::Dirs> made = profile::makeDirs(found.value());
  if (!made) {
    tell(made.error().text());
    return;
  }
  std::string notice;
  m_roster = profile::Roster::load(made.value(), notice);
  tell(notice);
  open(m_roster.dirsOf(m_roster.chosen()));
}

void Player::open(const profile::Dirs& dirs) {
  const auto made = profile::makeDirs(dirs);
  if (!made) {
    tell(made.error().text());
    return;
  }
  m_dirs = dirs;
  m_inUse.emplace(m_dirs->data);
  std::string notice;
  m_settings = profile::Settings::load(settingsFile(*m_dirs), notice);
  m_savedSettings = m_settings;
  tell(notice);
  m_store = profile::openPlayersStore(m_dirs->data, notice);
  tell(notice);
  auto progress = m_store.progress();
  if (progress)
    m_progress = std::move(progress).value();
  else
    tell(progress.error().text());
  readFriends();
  if (auto file = m_store.document(profile::kGhostDocument)) m_ghostFile = file.value().value_or("");
  readDocuments([this](const char* name) {
    auto text = m_store.document(name);
    if (!text) tell(text.error().text());
    return text ? std::move(text).value() : std::nullopt;
  });
}

Player::~Player() {
  std::int64_t run = 0;
  if (!m_unwritten.empty()) (void)writeDeeds(run);  // there may be room by now
  m_store.copyNow(std::time(nullptr));
}

// What the store's documents say. One that cannot be understood leaves what is in memory, and is kept beside what takes
// its place.
void Player::readDocuments(const std::function<std::optional<std::string>(const char*)>& read) {
  const auto take = [&](const char* name, auto& into, auto fromJson) {
    const auto text = read(name);
    const auto document = text ? level::parseDocument(*text) : nlohmann::json::object();
    auto made = fromJson(document, m_store.path() + ": " + name);
    if (made) {
      into = std::move(made).value();
      return;
    }
    tell(made.error().text());
    m_aside.emplace_back(std::string(name) + ".broken", *text);
  };
  take(profile::kLearningDocument, m_learning, learning::Record::fromJson);
  take(profile::kDiaryDocument, m_diary, story::Diary::fromJson);
}

void Player::tell(const std::string& what) {
  if (what.empty()) return;
  log::warn(what);
  if (!m_notice.empty()) m_notice += "\n";
  m_notice += what;
}

void Player::tellCrash(const std::string& file) {
  tell(words::fill(words::tr("Knead ended unexpectedly last time. This file says where: {file}"),
                   {{"file", shownFolder(file)}}));
}

std::string Player::takeNotice() {
  std::string notice;
  notice.swap(m_notice);
  return notice;
}

void Player::tellOfWriting(const std::string& what) {
  if (!m_toldOfWriting) tell(what);
  m_toldOfWriting = true;
}

void Player::saveSettings() {
  if (!m_dirs) return;
  std::string notice;
  const auto saved = m_settings.saveChanges(settingsFile(*m_dirs), m_savedSettings, notice);
  tell(notice);
  if (!saved) return tellOfWriting(saved.error().text());
  m_savedSettings = m_settings;
  if (m_unwritten.empty()) m_toldOfWriting = false;
}

// All that waits, in one transaction.
bool Player::writeDeeds(std::int64_t& lastRun) {
  const auto wrote = m_store.write([&](profile::Store::Writer& writer) {
    // Somebody else has the same profile open: what they wrote comes first, and what waits here is done to it again.
    if (writer.changedElsewhere()) {
      readDocuments([&writer](const char* name) { return writer.document(name); });
      for (const Deed& deed : m_unwritten) {
        if (deed.learning) deed.learning(m_learning);
        if (deed.diary) deed.diary(m_diary);
      }
    }
    for (const auto& [name, text] : m_aside) writer.document(name, text);
    bool learned = false, seen = false;
    for (const Deed& deed : m_unwritten) {
      if (deed.run) lastRun = writer.add(*deed.run, deed.recording);
      for (const Deed::Touched& one : deed.tried) writer.tried(one.pain, one.technique, one.seconds, one.quality);
      learned = learned || deed.learning;
      seen = seen || deed.diary;
      if (deed.letter) writer.post(*deed.letter);
      if (deed.ghostFile) writer.document(profile::kGhostDocument, *deed.ghostFile);
    }
    if (learned) writer.document(profile::kLearningDocument, m_learning.toJson().dump());
    if (seen) writer.document(profile::kDiaryDocument, m_diary.toJson().dump());
  });
  if (!wrote) {
    tellOfWriting(wrote.error().text());
    return false;
  }
  m_unwritten.clear();
  m_aside.clear();
  return true;
}

std::int64_t Player::perform(Deed deed) {
  if (deed.learning) deed.learning(m_learning);
  if (deed.diary) deed.diary(m_diary);
  m_unwritten.push_back(std::move(deed));
  std::int64_t id = 0;
  if (writeDeeds(id)) {
    m_toldOfWriting = false;
    if (auto progress = m_store.progress()) m_progress = std::move(progress).value();
    return id;
  }
  const Deed& waits = m_unwritten.back();
  for (const Deed::Touched& one : waits.tried) m_progress.tried(one.pain, one.technique, one.seconds, one.quality);
  if (waits.run && !waits.run->again) (void)m_progress.take(*waits.run);
  if (m_unwritten.size() > kMostRecordingsWaiting)
    m_unwritten[m_unwritten.size() - kMostRecordingsWaiting - 1].recording.clear();
  return 0;
}

story::Left Player::leftIn(const std::string& person, float hours) const {
  const story::Course* course = m_diary.of(person);
  const bool evidence = m_settings.get(profile::Option::Afterglow) == profile::kGlowEvidence;
  return course != nullptr ? story::leftOf(*course, hours, evidence ? story::Lasts::Evidence : story::Lasts::Article)
                           : story::Left{};
}

int Player::day() const { return dayOf(m_today()).value_or(0); }

void Player::expected(const level::Level& person, const sim::IntakeAnswer& said, const level::PainCard& card) {
  constexpr int kOptions = level::kTechniqueCount + 1;
  learning::AnsweredIntake one;
  one.day = day();
  one.level = person.id;
  one.person = person.person.name;
  one.pain = person.pain;
  one.said = {said.refer, said.first, said.also, said.avoid};
  one.options = kOptions;
  one.hints = !person.person.signs.empty();
  perform({.learning = [one, intake = person.intake, card](learning::Record& record) {
    record.sessionBegun();
    record.answered(one, intake, card);
  }});
}

void Player::reviewed(const std::string& story, level::Pain pain, const level::Intake& right, learning::Choice said,
                      int options, const level::PainCard& card) {
  learning::AnsweredIntake one;
  one.day = day();
  one.level = "review-" + story;
  one.pain = pain;
  one.said.refer = said == learning::Choice::Refer;
  one.said.first = learning::techniqueOf(said);
  one.options = options;
  perform({.learning = [one, right, card](learning::Record& record) { record.answered(one, right, card); }});
}

void Player::beginsQuiz() {
  if (!m_dirs) return;
  const std::uint64_t coin = std::random_device{}();
  perform({.learning = [coin](learning::Record& record) { record.drawQuizOrder(coin); }});
}

void Player::took(learning::QuizResult result) {
  result.day = day();
  perform({.learning = [result](learning::Record& record) { record.take(result); }});
}

std::optional<learning::QuizKind> Player::dueQuiz(const level::Catalogue& levels) const {
  int finished = 0;
  for (const level::LevelEntry& entry : levels.levels) {
    if (entry.own) continue;
    const profile::LevelProgress* progress = m_progress.of(entry.level.id);
    finished += progress != nullptr && progress->plays > 0 ? 1 : 0;
  }
  return m_learning.dueQuiz(finished, day());
}

int Player::campaignStars(const level::Catalogue& levels) const {
  int sum = 0;
  for (const level::LevelEntry& entry : levels.levels) {
    const profile::LevelProgress* progress = m_progress.of(entry.level.id);
    if (!entry.own && progress != nullptr) sum += progress->bestStars;
  }
  return sum;
}

void Player::set(profile::Option option, int value) {
  m_settings.set(option, value);
  saveSettings();
}

void Player::setBindings(const profile::Bindings& bindings) {
  m_settings.setBindings(bindings);
  saveSettings();
}

void Player::setWelcomed() {
  m_settings.setWelcomed(true);
  saveSettings();
}

sim::Assists Player::assists() const {
  return {m_settings.on(profile::Option::SteadyHand), m_settings.on(profile::Option::WiderTolerance),
          m_settings.on(profile::Option::NoTimer)};
}

bool Player::wouldBeAssisted() const {
  return assists() != sim::Assists{} || m_settings.get(profile::Option::GameSpeed) < 100 ||
         m_settings.get(profile::Option::HandBy) != profile::kHandDirect;
}

std::optional<profile::Run> Player::lastRun(const level::Level& level) const {
  auto run = m_store.lastRun(level.id, level.hash);
  if (!run || !run.value() || run.value()->rules != sim::kRulesVersion) return std::nullopt;
  return std::move(run).value();
}

void Player::setGhostFile(const std::string& path) {
  m_ghostFile = path;
  perform({.ghostFile = path});
}

Result<replay::Replay> Player::recording(const profile::Run& run) const {
  const auto bytes = m_store.recording(run.id);
  if (!bytes) return bytes.error();
  return replay::decode(bytes.value(), m_store.path() + ": run " + std::to_string(run.id));
}

Player::Taken Player::take(const level::Level& level, const sim::ScoreCard& card, const replay::Replay& replay,
                           float hoursAfter, const std::optional<board::StartToken>& start) {
  Deed deed;
  std::vector<std::pair<std::string, story::Visit>> visits;
  const auto seen = [&](const level::Level& person, const sim::ScoreCard& one) {
    for (const sim::MoveTime& move : one.moves)
      if (move.seconds > 0) deed.tried.push_back({person.pain, move.technique, move.seconds, move.quality});
    visits.push_back(
        {person.person.id, {level.id, hoursAfter, one.painBefore, one.painAfter, one.afterglow, one.stars}});
  };
  if (card.visits.empty()) seen(level, card);
  for (std::size_t i = 0; i < card.visits.size(); ++i) seen(level.visit(i), card.visits[i]);
  deed.diary = [visits](story::Diary& diary) {
    for (const auto& [person, visit] : visits) diary.came(person, visit);
  };
  profile::Run run;
  run.level = level.id;
  run.levelHash = level.hash;
  run.rules = replay.header.rulesVersion;
  run.mode = replay.header.mode;
  run.assisted = replay.header.assisted();
  run.again = hoursAfter > 0;
  run.day = m_today();
  run.at = std::time(nullptr);
  run.ticks = static_cast<std::uint32_t>(replay.inputs.size());
  run.score = card.score;
  run.stars = card.stars;
  run.ending = card.ending;
  run.released = releasedIn(card);
  run.medals = sim::medalsOf(card);
  run.stateHash = card.stateHash;
  deed.run = run;
  if (!run.again) deed.recording = replay::encode(replay);
  deed.letter = letterFor(run, replay.header, deed.recording, start);

  Taken taken;
  if (const auto* before = m_progress.of(level.id); before != nullptr && before->levelHash == level.hash && !run.again)
    taken.bestBefore = before->bestScore();
  const std::int64_t id = perform(std::move(deed));
  const auto* now = m_progress.of(level.id);
  for (std::size_t i = 0; now != nullptr && !run.again && i < now->runs.size(); ++i) {
    if (id != 0 ? now->runs[i].id == id : now->runs[i] == run) taken.place = i;
  }
  return taken;
}

}  // namespace knead::app
