#include "sound/music.hpp"

#include <algorithm>

namespace knead::sound {
namespace {

// Four chords on D, all of one pentatonic and its fourth, so that any two may follow each other (game).
constexpr std::array<std::array<float, kChordNotes>, 4> kChords = {{
    {146.83F, 220.00F, 293.66F, 369.99F, 440.00F},  // D
    {123.47F, 185.00F, 293.66F, 369.99F, 440.00F},  // B minor seventh
    {98.00F, 196.00F, 293.66F, 329.63F, 493.88F},   // G with its sixth and ninth
    {110.00F, 220.00F, 246.94F, 329.63F, 440.00F},  // A suspended
}};
constexpr int kBeatsABar = 4, kBarsAChord = 2;
constexpr float kCents = 1.00057779F;
constexpr float kApart = 1 + 5 * (kCents - 1);  // five cents
constexpr float kSlow = 54, kFast = 72;         // beats a minute
constexpr float kHysteresis = .05F;
constexpr float kPluckS = 1.6F;

float rise(float from, float to, float x) {
  const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
  return t * t * (3 - 2 * t);
}
// A soft triangle.
float voice(float turn) { return sineOf(turn) + .11F * sineOf(3 * turn); }

}  // namespace

float Music::note(int i) const {
  const auto& chord = kChords[static_cast<std::size_t>(m_chord < 0 ? 0 : (m_chord / kBarsAChord) % 4)];
  return chord[static_cast<std::size_t>(i % kChordNotes)] * static_cast<float>(1 << (i / kChordNotes));
}

void Music::bar(const Scene& scene) {
  m_beat = 0;
  m_plucked = 0;
  if (std::abs(scene.relaxation - m_layers) > kHysteresis) m_layers = scene.relaxation;
  if (++m_chord % kBarsAChord != 0) return;
  m_now = 1 - m_now;
  Choir& choir = m_choirs[static_cast<std::size_t>(m_now)];
  for (int i = 0; i < kChordNotes; ++i) choir.hertz[static_cast<std::size_t>(i)] = note(i);
}

Frame Music::sing(Choir& choir) {
  Frame out;
  for (std::size_t i = 0; i < kChordNotes; ++i) {
    if (choir.hertz[i] <= 0) continue;
    // The lower a note, the louder: the ear asks for it.
    const float gain = choir.gain * (i == 0 ? .34F : i == 1 ? .26F : .17F);
    for (std::size_t side = 0; side < 2; ++side) {
      float& turn = choir.turn[i][side];
      turn += choir.hertz[i] * (side == 0 ? 1 / kApart : kApart) / kRate;
      if (turn >= 1) turn -= 1;
      const float x = voice(turn) * gain;
      (side == 0 ? out.left : out.right) += x;
      (side == 0 ? out.right : out.left) += .4F * x;
    }
  }
  return out;
}

void Music::strike(float hertz, float gain, float pan) {
  m_plucks[m_nextPluck] = {hertz, gain, pan, 0, 0};
  m_nextPluck = (m_nextPluck + 1) % m_plucks.size();
}

Frame Music::next(const Scene& scene) {
  const float tempo = kFast + (kSlow - kFast) * m_layers;
  if (m_chord < 0) bar(scene);
  m_beat += tempo / (60.0F * kRate);
  if (m_beat >= kBeatsABar) bar(scene);

  const float thin = 1 - .8F * m_thin.next(scene.thin);
  const float pad = m_pad.next(rise(.15F, .5F, m_layers)), arpeggio = m_arpeggio.next(rise(.55F, .75F, m_layers)),
              shimmer = m_shimmer.next(rise(.8F, .95F, m_layers));
  const float cut = m_cut.next(400 + 800 * scene.relaxation * (1 - .5F * m_wince));
  m_wince *= 1 - 1.2F / kRate;

  Frame sum;
  for (std::size_t k = 0; k < m_choirs.size(); ++k) {
    Choir& choir = m_choirs[k];
    const float target = static_cast<int>(k) == m_now ? 1.0F : 0.0F;
    choir.gain += (target - choir.gain) * (target > choir.gain ? .55F : .8F) / kRate;
    if (choir.gain < 1e-4F && target == 0) continue;
    const Frame one = sing(choir);
    sum.left += one.left;
    sum.right += one.right;
  }
  // What is still tense sings beside the fifth, up to 18 cents off; a wince bends it down by 30 more.
  const float strain = m_strain.next(scene.tension), cents = 18 * strain - 30 * m_wince;
  sum.add(m_strained.next(note(1) * (1 + cents * (kCents - 1))) * .16F * strain, 0);
  const float step = LowPass::step(cut);
  Frame out{m_filter[0].nextStep(sum.left, step) * pad * thin * .30F,
            m_filter[1].nextStep(sum.right, step) * pad * thin * .30F};

  // Half a beat a note, up and down the chord; the shimmer two octaves above, now and then.
  const int due = static_cast<int>(m_beat * 2);
  if (due >= m_plucked) {
    ++m_plucked;
    constexpr std::array<int, 8> kUpDown = {5, 7, 8, 9, 8, 7, 6, 7};
    const float side = m_chance.next() * .5F;
    if (arpeggio > .02F) strike(note(kUpDown[static_cast<std::size_t>(due % 8)]), .055F * arpeggio * thin, side);
    const bool gleam = m_chance.unit() < .35F;
    if (shimmer > .02F && gleam) strike(note(12 + due % 3), .02F * shimmer * thin, -side);
    const bool mote = m_chance.unit() < .10F * scene.endorphins;
    if (mote) strike(note(10 + due % 5), .03F * thin, side);
  }
  for (Pluck& p : m_plucks) {
    if (p.age > 5 * kPluckS) continue;
    p.age += 1.0F / kRate;
    p.turn += p.hertz / kRate;
    if (p.turn >= 1) p.turn -= 1;
    const float envelope = std::min(1.0F, p.age * 90) * std::exp(-p.age / kPluckS * 2.2F);
    out.add(sineOf(p.turn) * p.gain * envelope, p.pan);
  }
  return out;
}

}  // namespace knead::sound
