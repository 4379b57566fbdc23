#include "app/speaker.hpp"

#include "app/log.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

constexpr float kStallS = 2;
using profile::Option;

}  // namespace

Speaker::~Speaker() {
  if (m_opener.joinable()) m_opener.join();
  m_stream.reset();
}

void Speaker::start() {
  if (m_opener.joinable()) return;
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
    log::info(now == State::Playing ? "sound: 48 kHz stereo" : "sound: no device, silent");
  }
  if (now == State::Playing) watch(seconds);
}

// A device that was pulled out asks for nothing any more.
void Speaker::watch(float seconds) {
  const std::uint32_t blocks = m_feed.blocks();
  m_stalledS = blocks == m_blocks ? m_stalledS + seconds : 0;
  m_blocks = blocks;
  if (m_stalledS < kStallS) return;
  log::warn("sound: the device asks for nothing any more; silent from here on");
  m_stream->stop();
  m_state.store(State::Silent, std::memory_order_release);
}

void Speaker::cue(const sound::Heard& heard) {
  m_feed.cue(heard.cue, heard.pan, heard.strength);
  const char* words = sound::captionOf(heard.cue);
  if (*words != '\0' && m_settings->on(Option::Captions)) m_captions.say(words::tr(words));
}

}  // namespace knead::app
