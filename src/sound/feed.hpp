// Between the game and the thread that makes sound: numbers are handed over one by one, cues through a ring. Neither
// side ever waits. One thread gives, one renders.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <span>

#include "sound/mixer.hpp"

namespace knead::sound {

class Feed {
 public:
  // From the game's thread.
  void set(const Scene& scene, const Levels& levels);
  void cue(Cue cue, float pan, float strength);
  // Blocks rendered so far: whoever plays them can see that they are asked for.
  [[nodiscard]] std::uint32_t blocks() const { return m_blocks.load(std::memory_order_relaxed); }

  // From the sound's thread: left and right in turn.
  void render(std::span<std::int16_t> interleaved);

 private:
  static constexpr std::size_t kNumbers = 20, kRing = 64, kMostFrames = 4800;
  struct Waiting {
    Cue cue{};
    float pan = 0, strength = 1;
  };
  std::array<std::atomic<float>, kNumbers> m_numbers{};
  std::array<Waiting, kRing> m_ring{};
  std::atomic<std::uint32_t> m_written{0}, m_read{0}, m_blocks{0};
  std::atomic<bool> m_any{false};
  Mixer m_mixer;
  std::array<float, 2 * kMostFrames> m_block{};
};

}  // namespace knead::sound
