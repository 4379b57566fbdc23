// What the game lets be heard: opens the device beside the game, hands over scenes and cues, keeps the captions.
// Without a device everything works the same, silently.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include "app/platform/audio.hpp"
#include "app/ui/captions.hpp"
#include "profile/settings.hpp"
#include "sound/feed.hpp"
#include "sound/listen.hpp"

namespace knead::app {

class Speaker {
 public:
  explicit Speaker(const profile::Settings& settings) : m_settings(&settings) {}
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  // Looks for a device on a thread of its own: asking may take a while. One that is lost later is looked for again.
  void start();
  // Once a frame: what there is to hear. `away`: the window has lost the focus.
  void update(const sound::Scene& scene, bool away, float seconds);
  void cue(const sound::Heard& heard);
  void cue(sound::Cue cue) { this->cue(sound::Heard{cue, 0, 1}); }
  [[nodiscard]] const Captions& captions() const { return m_captions; }
  enum class State { Unknown, Silent, Playing };
  [[nodiscard]] State state() const { return m_state.load(std::memory_order_acquire); }

 private:
  [[nodiscard]] sound::Levels levels(bool away) const;
  void watch(float seconds);

  const profile::Settings* m_settings;
  sound::Feed m_feed;
  Captions m_captions;
  std::unique_ptr<platform::AudioStream> m_stream;
  std::thread m_opener;
  std::atomic<State> m_state{State::Unknown};
  std::uint32_t m_blocks = 0;
  float m_watchedS = 0, m_silentS = 0;
  bool m_told = false, m_lost = false;
};

}  // namespace knead::app
