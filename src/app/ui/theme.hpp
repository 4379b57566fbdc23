// Every colour and every size of type of the game. Nothing else in app may name a colour or a size of its own.
#pragma once

#include <SFML/Graphics/Color.hpp>
#include <algorithm>
#include <array>
#include <cstdint>

namespace knead::app::theme {

[[nodiscard]] constexpr std::uint8_t byteOf(float v) {
  return static_cast<std::uint8_t>(std::clamp(v, 0.0F, 1.0F) * 255.0F + 0.5F);
}
[[nodiscard]] inline sf::Color hex(std::uint32_t rgb, float alpha = 1.0F) {
  return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>((rgb >> 8U) & 255U),
          static_cast<std::uint8_t>(rgb & 255U), byteOf(alpha)};
}
[[nodiscard]] inline sf::Color fade(sf::Color c, float alpha) {
  c.a = byteOf(alpha * static_cast<float>(c.a) / 255.0F);
  return c;
}
[[nodiscard]] inline sf::Color mix(sf::Color a, sf::Color b, float t) {
  const auto m = [t](std::uint8_t u, std::uint8_t v) {
    const float x = static_cast<float>(u) + (static_cast<float>(v) - static_cast<float>(u)) * std::clamp(t, 0.0F, 1.0F);
    return static_cast<std::uint8_t>(x + 0.5F);
  };
  return {m(a.r, b.r), m(a.g, b.g), m(a.b, b.b), m(a.a, b.a)};
}

// The style's own names: what a token is called there, it is called here. Their values are those of the contrast in
// use; whoever keeps a drawn picture draws it anew when that changes. NOLINTBEGIN(readability-identifier-naming)
inline sf::Color ink, ink2, ink3, line, jade, ember, gold, rose, amber, rim, bone, card, onGold, shade, tooHot;
inline sf::Color ground0, ground1, ground2, groundBloom, bodyShadow, bodyMid, bodyLit, halo, haloWarm;
inline sf::Color fold, underLinen, stoneLit, stoneMid, stoneDark, stoneGleam, portraitLit, towel, pack;
struct Linen {
  sf::Color edge, base;
};
inline std::array<Linen, 3> linen;  // back, middle, front
inline std::array<sf::Color, 5> rampStops;
// NOLINTEND(readability-identifier-naming)

enum class Contrast { Usual, High };
// Sets all of them. To be called before anything is drawn.
void use(Contrast contrast);
[[nodiscard]] Contrast contrastInUse();

// The tension ramp, t 0 relaxed .. 1 tight.
[[nodiscard]] inline sf::Color ramp(float t) {
  const float x = std::clamp(t, 0.0F, 1.0F) * 4.0F;
  const auto i = std::min<std::size_t>(3, static_cast<std::size_t>(x));
  return mix(rampStops[i], rampStops[i + 1], x - static_cast<float>(i));
}

// A second hand that is nobody's of now: between rose and ink in either contrast.
[[nodiscard]] inline sf::Color ghost() { return mix(rose, ink, .5F); }

// NOLINTBEGIN(readability-identifier-naming)
// Sizes in reference pixels (height 720). Nothing is smaller than `small`: 20 px at 1080p.
inline constexpr float small = 13.5F, body = 14.5F, label = 15.0F, name = 18.0F, quote = 21.0F, move = 25.0F,
                       title = 44.0F;
// NOLINTEND(readability-identifier-naming)

}  // namespace knead::app::theme
