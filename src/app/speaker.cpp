#include "app/speaker.hpp"

#include "app/log.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

constexpr float kWatchS = 2, kLookAgainS = 4;
constexpr float kMostBlocksPerS = 200;  // of 50 that are played
constexpr float kMostFrameS = .25F;     // a program that was stopped for a minute has not been deaf for one
using profile::Option;

}  // namespace

Speaker::~Speaker() {
  if (m_opener.joinable()) m_opener.join();
  m_stream.reset();
}

void Speaker::start() {
  if (m_opener.joinable()) m_opener.join();
  m_stream.reset();
  m_state.store(State::Unknown, std::memory_order_release);
  m_told = false;
  m_watchedS = 0;
  m_blocks = m_feed.blocks();
  m_opener = std::thread([this] {
    if (!platform::soundDevice()) return m_state.store(State::Silent, std::memory_order_release);
    m_stream = std::make_unique<platform::AudioStream>([this](std::span<std::int16_t> out) { m_feed.render(out); });
    const bool plays = m_stream->play();
    m_state.store(plays ? State::Playing : State::Silent, std::memory_order_release);
  });
}

sound::Levels Speaker::levels(bool away) const {
  const auto share = [this](Option option) {
    const float x = static_cast<float>(m_settings->get(option)) / 100;
    return x * x;  // the ear hears steps, not shares
  };
  constexpr std::array<float, 3> kOffsets = {0, 4, -3};  // decibels: usual, quiet device, night
  sound::Levels out;
  out.master = away && m_settings->on(Option::MuteAway) ? 0.0F : share(Option::Volume);
  out.music = share(Option::Music);
  out.ambience = share(Option::Ambience);
  out.effects = share(Option::Effects);
  out.offsetDb = kOffsets[static_cast<std::size_t>(m_settings->get(Option::Loudness))];
  out.mono = m_settings->on(Option::Mono);
  return out;
}

void Speaker::update(const sound::Scene& scene, bool away, float seconds) {
  m_feed.set(scene, levels(away));
  constexpr float kWaiting = .25F;  // whoever wishes messages to wait reads captions four times as long
  m_captions.update(m_settings->on(Option::StayingText) ? seconds * kWaiting : seconds);
  const State now = state();
  if (now != State::Unknown && !m_told) {
    m_told = true;
    // Of a device that is looked for again only its return is worth a line.
    if (now == State::Playing || !m_lost)
      log::info(now == State::Playing ? "sound: 48 kHz stereo" : "sound: no device, silent");
    if (now == State::Playing) m_lost = false;
  }
  if (now == State::Playing) watch(seconds < kMostFrameS ? seconds : kMostFrameS);
  if (now == State::Silent && m_lost && (m_silentS += seconds) >= kLookAgainS) {
    m_silentS = 0;
    start();
  }
}

// A device that was pulled out asks for nothing any more, or takes all it can get without playing it. It may come back.
void Speaker::watch(float seconds) {
  m_watchedS += seconds;
  if (m_watchedS < kWatchS) return;
  const std::uint32_t asked = m_feed.blocks() - m_blocks;
  const bool plays = asked > 0 && static_cast<float>(asked) < kMostBlocksPerS * m_watchedS;
  m_blocks += asked;
  m_watchedS = 0;
  if (plays) return;
  log::warn("sound: the device plays nothing any more; silent until there is one again");
  m_lost = true;
  m_silentS = 0;
  m_stream->stop();
  m_state.store(State::Silent, std::memory_order_release);
}

void Speaker::cue(const sound::Heard& heard) {
  // Silent, nobody takes them: they would all sound at once when there is a device again.
  if (state() == State::Playing) m_feed.cue(heard.cue, heard.pan, heard.strength);
  const char* words = sound::captionOf(heard.cue);
  if (*words != '\0' && m_settings->on(Option::Captions)) m_captions.say(words::tr(words));
}

}  // namespace knead::app
