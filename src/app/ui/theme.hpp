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

// The style's own names: what a token is called there, it is called here.
// NOLINTBEGIN(readability-identifier-naming)
inline const sf::Color ink = hex(0xF6EBDD), ink2 = hex(0xBBA6B4), ink3 = hex(0x8C7788), line = hex(0x5B4560);
inline const sf::Color jade = hex(0x46CDB1), ember = hex(0xFF6B55), gold = hex(0xF5C66B), rose = hex(0xFF7D9C);
inline const sf::Color amber = hex(0xFFA94D), rim = hex(0xEBB09A), bone = hex(0xF3E3CC), card = hex(0x22142D);
inline const sf::Color onGold = hex(0x1B1024), shade = hex(0x120A1A), tooHot = hex(0xFFF1DC);
inline const sf::Color ground0 = hex(0x140D1E), ground1 = hex(0x2B1630), ground2 = hex(0x3A1B36),
                       groundBloom = hex(0x5A2748);
inline const sf::Color bodyShadow = hex(0x150C1F), bodyMid = hex(0x2C1836), bodyLit = hex(0x6A3B58),
                       halo = hex(0x8A4560);
inline const sf::Color fold = hex(0xF0C2B4);
inline const sf::Color stoneLit = hex(0x8F7B7C), stoneMid = hex(0x4E3F49), stoneDark = hex(0x2A1F2C),
                       portraitLit = hex(0x5A2B4C), stoneGleam = hex(0xFFF0E1), towel = hex(0x7A5A66, .82F),
                       pack = hex(0x6A3550, .88F);
struct Linen {
  std::uint32_t edge, base;
};
inline constexpr std::array<Linen, 3> linen = {{{0x43273F, 0x1D1127}, {0x563149, 0x24142D}, {0x33203A, 0x180E21}}};

// NOLINTEND(readability-identifier-naming)

// The tension ramp, t 0 relaxed .. 1 tight.
[[nodiscard]] inline sf::Color ramp(float t) {
  static const std::array<sf::Color, 5> stops = {hex(0x46CDB1), hex(0x7FC9A4), hex(0xDDBB86), hex(0xF7915F),
                                                 hex(0xFF5A4D)};
  const float x = std::clamp(t, 0.0F, 1.0F) * 4.0F;
  const auto i = std::min<std::size_t>(3, static_cast<std::size_t>(x));
  return mix(stops[i], stops[i + 1], x - static_cast<float>(i));
}

// NOLINTBEGIN(readability-identifier-naming)
// Sizes in reference pixels (height 720). Nothing is smaller than `small`: 20 px at 1080p.
inline constexpr float small = 13.5F, body = 14.5F, label = 15.0F, name = 18.0F, quote = 21.0F, move = 25.0F,
                       title = 44.0F;
// NOLINTEND(readability-identifier-naming)

}  // namespace knead::app::theme
