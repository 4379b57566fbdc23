#include "app/ui/captions.hpp"

#include <algorithm>

#include "app/ui/theme.hpp"

namespace knead::app {
namespace {

constexpr float kShownS = 4, kOutS = .2F;
constexpr float kCaptionTop = 18, kCaptionLine = 30, kPad = 18, kMostWidth = 560;
constexpr float kSize = 18.7F;  // 28 pixels at 1080p (interaction research, captions)

}  // namespace

void Captions::say(const std::string& words) {
  for (Line& line : m_lines) {
    if (line.left <= 0 || line.words != words) continue;
    line.left = kShownS;
    return;
  }
  if (m_lines[1].left > 0) m_lines[0] = m_lines[1];
  m_lines[1] = {words, kShownS};
}

void Captions::update(float seconds) {
  for (Line& line : m_lines) line.left = std::max(0.0F, line.left - seconds);
}

void Captions::draw(Painter& p, float W) const {
  float y = kCaptionTop;
  for (const Line& line : m_lines) {
    if (line.left <= 0) continue;
    const float alpha = std::clamp(line.left / kOutS, 0.0F, 1.0F);
    const float wide = p.textWidth(line.words, Face::Medium, kSize),
                room = kMostWidth * p.grown(kSize) / kSize - 2 * kPad, size = kSize * std::min(1.0F, room / wide),
                high = kCaptionLine * p.grown(kSize) / kSize, w = std::min(wide, room) + 2 * kPad;
    p.roundRect({W / 2 - w / 2, y}, {w, high}, 10, theme::fade(theme::card, .92F * alpha),
                theme::fade(theme::line, .7F * alpha));
    p.text(line.words, {W / 2, y + high / 2 + .36F * p.grown(size)}, Face::Medium, size, theme::fade(theme::ink, alpha),
           Align::Centre);
    y += high + 6;
  }
}

}  // namespace knead::app
