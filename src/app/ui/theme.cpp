// The two palettes (style, palette): the usual one, and one of high contrast whose ramp goes from blue to amber through
// white, so that it is told apart without red and green. Its five
// colours of meaning were searched near the style's so that any two differ by 13 (CIEDE2000) for every kind of vision.
#include "app/ui/theme.hpp"

namespace knead::app::theme {
namespace {

struct Token {
  sf::Color* token;
  std::uint32_t usual, high;
  float alpha = 1;
};

constexpr std::array<std::uint32_t, 5> kRamp = {0x46CDB1, 0x7FC9A4, 0xDDBB86, 0xF7915F, 0xFF5A4D},
                                       kRampHigh = {0x4AA8FF, 0x8CC8FF, 0xF2F2F2, 0xFFD166, 0xFFB000};

Contrast inUse = Contrast::Usual;

}  // namespace

Contrast contrastInUse() { return inUse; }

void use(Contrast contrast) {
  inUse = contrast;
  const std::array<Token, 39> tokens = {{{&ink, 0xF6EBDD, 0xFFFFFF},           {&ink2, 0xBBA6B4, 0xDADFE8},
                                         {&ink3, 0x8C7788, 0xB4BCC8},          {&line, 0x5B4560, 0x8B95A5},
                                         {&jade, 0x46CDB1, 0x46A6FF},          {&ember, 0xFF6B55, 0xFFCF01},
                                         {&gold, 0xF5C66B, 0xFFF1A4},          {&rose, 0xFF7D9C, 0xFE97C5},
                                         {&amber, 0xFFA94D, 0xFF7645},         {&rim, 0xEBB09A, 0xFFFFFF},
                                         {&bone, 0xF3E3CC, 0xFFFFFF},          {&card, 0x22142D, 0x0A0E16},
                                         {&onGold, 0x1B1024, 0x000000},        {&shade, 0x120A1A, 0x000000},
                                         {&tooHot, 0xFFF1DC, 0xFFFFFF},        {&ground0, 0x140D1E, 0x000000},
                                         {&ground1, 0x2B1630, 0x05070C},       {&ground2, 0x3A1B36, 0x0A0E16},
                                         {&groundBloom, 0x5A2748, 0x05070C},   {&bodyShadow, 0x150C1F, 0x05070B},
                                         {&bodyMid, 0x2C1836, 0x0D121B},       {&bodyLit, 0x6A3B58, 0x2A3340},
                                         {&halo, 0x8A4560, 0x2A3340},          {&haloWarm, 0xE8895E, 0xFFE27A},
                                         {&fold, 0xF0C2B4, 0x8B95A5},          {&underLinen, 0x08030C, 0x000000},
                                         {&stoneLit, 0x8F7B7C, 0xB4BCC8},      {&stoneMid, 0x4E3F49, 0x5A6270},
                                         {&stoneDark, 0x2A1F2C, 0x20242C},     {&stoneGleam, 0xFFF0E1, 0xFFFFFF},
                                         {&portraitLit, 0x5A2B4C, 0x1A2230},   {&towel, 0x7A5A66, 0x5A6270, .82F},
                                         {&pack, 0x6A3550, 0x3A4250, .88F},    {&linen[0].edge, 0x43273F, 0x2A3340},
                                         {&linen[0].base, 0x1D1127, 0x05070B}, {&linen[1].edge, 0x563149, 0x3A4454},
                                         {&linen[1].base, 0x24142D, 0x0A0E16}, {&linen[2].edge, 0x33203A, 0x202834},
                                         {&linen[2].base, 0x180E21, 0x05070B}}};
  const bool high = contrast == Contrast::High;
  for (const Token& t : tokens) *t.token = hex(high ? t.high : t.usual, t.alpha);
  for (std::size_t i = 0; i < rampStops.size(); ++i) rampStops[i] = hex(high ? kRampHigh[i] : kRamp[i]);
}

}  // namespace knead::app::theme
