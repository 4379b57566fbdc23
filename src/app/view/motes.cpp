#include "app/view/motes.hpp"

#include <cmath>

#include "app/ui/theme.hpp"
#include "core/math.hpp"
#include "core/random.hpp"

namespace knead::app {
namespace {

// Style, scene furniture: 34 in mid-session, 120 at the end; they rise 14 a second and live six.
constexpr int kMostMotes = 64;
constexpr float kRise = 14, kLifeS = 6;

}  // namespace

void Motes::update(float amount, float seconds, bool moving) {
  m_shown += (clamp01(amount) - m_shown) * (1 - std::exp(-seconds * 1.2F));
  if (moving) m_time += seconds;
}

void Motes::draw(Painter& p, Vec2 centre, Vec2 reach) const {
  const float count = m_shown * static_cast<float>(kMostMotes);
  for (int i = 0; static_cast<float>(i) < count; ++i) {
    Random random(static_cast<std::uint64_t>(i) + 1, 31);
    const float phase = random.unit();
    const float angle = random.unit() * 6.2832F;
    const float out = std::sqrt(random.unit());
    const float u1 = random.unit();
    const float u2 = random.unit();
    const float life = m_time / kLifeS + phase;
    const float age = life - std::floor(life);
    // Each life begins somewhere else.
    const float turn = angle + std::floor(life) * 2.4F;
    const Vec2 at = centre + Vec2{std::cos(turn) * reach.x * out + 6 * std::sin(life * 5),
                                  std::sin(turn) * reach.y * out - age * kRise * kLifeS};
    const float size = .8F + 2.4F * u1 * u2;
    const float light = std::sin(kPi * age) * clamp01(count - static_cast<float>(i));
    p.glow(at, 4.2F * size, theme::gold, (.22F + .4F * u1) * light);
    p.disc(at, .55F * size, theme::fade(theme::tooHot, light));
  }
}

}  // namespace knead::app
