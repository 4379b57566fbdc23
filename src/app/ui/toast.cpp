// The pill at the bottom; see the header.
#include "app/ui/toast.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

#include "app/ui/theme.hpp"

namespace knead::app {

namespace {

constexpr float kFoot = 720;  // of the page, reference pixels
// The largest type: between the meters and the tools of a 4:3 window the words wrap, and would cover the lower back.
float largest(float W) { return W < 1100 ? 1.6F : 2.0F; }

}  // namespace

Toast::Pill Toast::laidOut(const Painter& p, float W) const {
  constexpr float kMiddle = 602, kEnd = 640, kPad = 24;
  Pill pill;
  pill.leading = 20 * p.grown(theme::body) / theme::body;
  const auto widthOf = [&p](const std::string& s) { return p.textWidth(s, Face::Medium, theme::body); };
  const float room = (W < 1100 ? 340.0F : 640.0F) - 2 * kPad;
  pill.lines = {""};
  std::istringstream in(m_words);
  for (std::string word; in >> word;) {
    std::string& line = pill.lines.back();
    if (line.empty())
      line = word;
    else if (widthOf(line + " " + word) <= room)
      line += " " + word;
    else
      pill.lines.push_back(word);
  }
  float widest = 0;
  for (const std::string& line : pill.lines) widest = std::max(widest, widthOf(line));
  pill.size = {widest + 2 * kPad, 18 + pill.leading * static_cast<float>(pill.lines.size())};
  pill.middle = std::min(kMiddle, kEnd - pill.size.y / 2);
  return pill;
}

float Toast::top(Painter& p, float W) const {
  if (m_left <= 0 || m_words.empty()) return kFoot;
  float top = kFoot;
  p.typeAtMost(largest(W), [&] {
    const Pill pill = laidOut(p, W);
    top = pill.middle - pill.size.y / 2;
  });
  return top;
}

void Toast::draw(Painter& p, float W, float higher) const {
  if (m_left <= 0 || m_words.empty()) return;
  p.typeAtMost(largest(W), [&] {
    constexpr float kOut = .2F;
    const Pill pill = laidOut(p, W);
    const float middle = pill.middle - higher, alpha = std::clamp(m_left / kOut, 0.0F, 1.0F);
    p.roundRect({W / 2 - pill.size.x / 2, middle - pill.size.y / 2}, pill.size, 19,
                theme::fade(theme::card, .9F * alpha), theme::fade(theme::line, .7F * alpha));
    float y = middle - pill.leading * static_cast<float>(pill.lines.size() - 1) / 2 + .36F * p.grown(theme::body);
    for (const std::string& line : pill.lines) {
      p.text(line, {W / 2, y}, Face::Medium, theme::body, theme::fade(theme::ink, alpha), Align::Centre);
      y += pill.leading;
    }
  });
}

}  // namespace knead::app
