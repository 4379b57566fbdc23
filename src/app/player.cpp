#include "app/player.hpp"

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <random>

#include "app/exports.hpp"
#include "app/log.hpp"
#include "app/words/words.hpp"
#include "core/date.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

profile::KeptFile settingsFile(const profile::Dirs& dirs) {
  return {dirs.config + "/settings.json", profile::Settings::kSchema};
}
profile::KeptFile progressFile(const profile::Dirs& dirs) {
  return {dirs.data + "/progress.json", profile::Progress::kSchema};
}

constexpr int kLearningSchema = 1;
profile::KeptFile learningFile(const profile::Dirs& dirs) {
  return {dirs.data + "/learning.json", kLearningSchema, learning::kRecordFileLimit};
}

constexpr int kDiarySchema = 1;
profile::KeptFile diaryFile(const profile::Dirs& dirs) { return {dirs.data + "/diary.json", kDiarySchema}; }

// UTC, as everywhere in the game: "2026-11-22".
std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  char text[32];
  if (gmtime_r(&now, &parts) == nullptr || std::strftime(text, sizeof text, "%Y-%m-%d", &parts) == 0) return {};
  return text;
}

}  // namespace

Player::Player(const Options& options, bool driven, Today day) : m_today(day ? std::move(day) : Today(today)) {
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
  m_dirs = made.value();
  std::string notice;
  m_settings = profile::Settings::load(settingsFile(*m_dirs), notice);
  tell(notice);
  m_progress = profile::Progress::load(progressFile(*m_dirs), notice);
  tell(notice);
  const profile::Kept kept = learningFile(*m_dirs).load();
  tell(kept.notice);
  auto record = learning::Record::fromJson(kept.document, learningFile(*m_dirs).path());
  if (record)
    m_learning = std::move(record).value();
  else
    tell(record.error().text());
  const profile::Kept visits = diaryFile(*m_dirs).load();
  tell(visits.notice);
  auto diary = story::Diary::fromJson(visits.document, diaryFile(*m_dirs).path());
  if (diary)
    m_diary = std::move(diary).value();
  else
    tell(diary.error().text());
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

void Player::saveSettings() {
  if (!m_dirs) return;
  const auto saved = m_settings.save(settingsFile(*m_dirs));
  if (!saved && !m_toldOfWriting) tell(saved.error().text());
  m_toldOfWriting = !saved.ok();
}

void Player::saveProgress() {
  if (!m_dirs) return;
  const auto saved = m_progress.save(progressFile(*m_dirs));
  if (!saved && !m_toldOfWriting) tell(saved.error().text());
  m_toldOfWriting = !saved.ok();
}

void Player::saveLearning() {
  if (!m_dirs) return;
  const auto saved = learningFile(*m_dirs).save(m_learning.toJson());
  if (!saved && !m_toldOfWriting) tell(saved.error().text());
  m_toldOfWriting = !saved.ok();
}

void Player::saveDiary() {
  if (!m_dirs) return;
  const auto saved = diaryFile(*m_dirs).save(m_diary.toJson());
  if (!saved && !m_toldOfWriting) tell(saved.error().text());
  m_toldOfWriting = !saved.ok();
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
  m_learning.sessionBegun();
  learning::AnsweredIntake one;
  one.day = day();
  one.level = person.id;
  one.person = person.person.name;
  one.pain = person.pain;
  one.said = {said.refer, said.first, said.also, said.avoid};
  one.options = kOptions;
  m_learning.answered(one, person.intake, card);
  saveLearning();
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
  m_learning.answered(one, right, card);
  saveLearning();
}

void Player::beginsQuiz() {
  if (m_dirs) m_learning.drawQuizOrder(std::random_device{}());
}

void Player::took(learning::QuizResult result) {
  result.day = day();
  m_learning.take(std::move(result));
  saveLearning();
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

std::string Player::replayPath(const std::string& name) const {
  return m_dirs && !name.empty() ? m_dirs->data + "/replays/" + name : std::string();
}

Player::Taken Player::take(const level::Level& level, const sim::ScoreCard& card, const replay::Replay& replay,
                           float hoursAfter) {
  Taken taken;
  const auto seen = [&](const level::Level& person, const sim::ScoreCard& one) {
    for (const sim::MoveTime& move : one.moves)
      m_progress.tried(person.pain, move.technique, move.seconds, move.quality);
    m_diary.came(person.person.id, {level.id, hoursAfter, one.painBefore, one.painAfter, one.afterglow, one.stars});
  };
  if (card.visits.empty()) seen(level, card);
  for (std::size_t i = 0; i < card.visits.size(); ++i) seen(level.visit(i), card.visits[i]);
  saveDiary();
  if (hoursAfter > 0) {
    saveProgress();
    return taken;
  }
  if (const auto* before = m_progress.of(level.id); before != nullptr && before->levelHash == level.hash)
    taken.bestBefore = before->bestScore();
  profile::Run run{card.score, card.stars, m_today(), replay.header.assisted(), {}};
  if (m_dirs) {
    const std::string folder = m_dirs->data + "/replays";
    const std::string name = freeName(folder, level.id, "knead");
    const auto wrote = replay::writeReplayFile(name.empty() ? folder + "/" + level.id + ".knead" : name, replay);
    if (wrote) {
      taken.replay = name;
      run.replay = std::filesystem::path(name).filename().string();
    } else {
      tell(wrote.error().text());
    }
  }
  taken.place = m_progress.take(level.id, level.hash, run);
  saveProgress();
  return taken;
}

}  // namespace knead::app
