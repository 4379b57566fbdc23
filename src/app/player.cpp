#include "app/player.hpp"

#include <ctime>
#include <filesystem>

#include "app/exports.hpp"
#include "app/log.hpp"
#include "app/words/words.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

profile::KeptFile settingsFile(const profile::Dirs& dirs) {
  return {dirs.config + "/settings.json", profile::Settings::kSchema};
}
profile::KeptFile progressFile(const profile::Dirs& dirs) {
  return {dirs.data + "/progress.json", profile::Progress::kSchema};
}

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

Player::Taken Player::take(const level::Level& level, const sim::ScoreCard& card, const replay::Replay& replay) {
  Taken taken;
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
  for (const sim::MoveTime& move : card.moves) m_progress.tried(level.pain, move.technique, move.seconds, move.quality);
  saveProgress();
  return taken;
}

}  // namespace knead::app
