#include "sound/feed.hpp"

#include <algorithm>

namespace knead::sound {
namespace {

// Every number of a scene and of the levels, in one order for both ways.
template <class S, class L, class Visit>
void each(S& s, L& l, const Visit& visit) {
  visit(s.relaxation), visit(s.tension), visit(s.flow), visit(s.beatsPerMinute), visit(s.breathsPerMinute);
  visit(s.heat), visit(s.endorphins), visit(s.thin), visit(s.voice);
  visit(s.hand.speedCmS), visit(s.hand.pressure), visit(s.hand.pan), visit(s.hand.grain);
  visit(l.master), visit(l.music), visit(l.ambience), visit(l.effects), visit(l.offsetDb);
}

}  // namespace

void Feed::set(const Scene& scene, const Levels& levels) {
  std::size_t i = 0;
  each(scene, levels, [&](float x) { m_numbers[i++].store(x, std::memory_order_relaxed); });
  m_numbers[i++].store(scene.hand.down ? 1.0F : 0.0F, std::memory_order_relaxed);
  m_numbers[i].store(levels.mono ? 1.0F : 0.0F, std::memory_order_relaxed);
  m_any.store(true, std::memory_order_release);
}

void Feed::cue(Cue cue, float pan, float strength) {
  const std::uint32_t at = m_written.load(std::memory_order_relaxed);
  // Full: whoever renders has stopped. A cue that is late is worse than none.
  if (at - m_read.load(std::memory_order_acquire) >= kRing) return;
  m_ring[at % kRing] = {cue, pan, strength};
  m_written.store(at + 1, std::memory_order_release);
}

void Feed::render(std::span<std::int16_t> out) {
  if (m_any.load(std::memory_order_acquire)) {
    Scene scene;
    Levels levels;
    std::size_t i = 0;
    each(scene, levels, [&](float& x) { x = m_numbers[i++].load(std::memory_order_relaxed); });
    scene.hand.down = m_numbers[i++].load(std::memory_order_relaxed) > .5F;
    levels.mono = m_numbers[i].load(std::memory_order_relaxed) > .5F;
    m_mixer.set(scene, levels);
  }
  for (std::uint32_t at = m_read.load(std::memory_order_relaxed); at != m_written.load(std::memory_order_acquire);
       ++at) {
    const Waiting& w = m_ring[at % kRing];
    m_mixer.cue(w.cue, w.pan, w.strength);
    m_read.store(at + 1, std::memory_order_release);
  }
  while (!out.empty()) {
    const std::size_t n = std::min(out.size(), m_block.size());
    m_mixer.render(std::span(m_block.data(), n));
    for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<std::int16_t>(std::lround(m_block[i] * 32767.0F));
    out = out.subspan(n);
  }
  m_blocks.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace knead::sound
