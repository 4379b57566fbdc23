// The pill at the bottom; see the header.
#include "app/ui/toast.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

#include "app/ui/theme.hpp"

namespace knead::app {

void Toast::draw(Painter& p, float W, float higher) const {
  if (m_left <= 0 || m_words.empty()) return;
  constexpr float kMiddle = 602, kEnd = 640, kPad = 24, kOut = .2F;
  const float leading = 20 * p.grown(theme::body) / theme::body;
  const auto widthOf = [&p](const std::string& s) { return p.textWidth(s, Face::Medium, theme::body); };
  // Between the meters and the tools: in 4:3 the words wrap.
  const float room = (W < 1100 ? 340.0F : 640.0F) - 2 * kPad;
  std::vector<std::string> lines = {""};
  std::istringstream in(m_words);
  for (std::string word; in >> word;) {
    std::string& line = lines.back();
    if (line.empty())
      line = word;
    else if (widthOf(line + " " + word) <= room)
      line += " " + word;
    else
      lines.push_back(word);
  }
  float widest = 0;
  for (const std::string& line : lines) widest = std::max(widest, widthOf(line));
  const auto n = static_cast<float>(lines.size());
  const float w = widest + 2 * kPad, h = 18 + leading * n, middle = std::min(kMiddle, kEnd - h / 2) - higher,
              alpha = std::clamp(m_left / kOut, 0.0F, 1.0F);
  p.roundRect({W / 2 - w / 2, middle - h / 2}, {w, h}, 19, theme::fade(theme::card, .9F * alpha),
              theme::fade(theme::line, .7F * alpha));
  float y = middle - leading * (n - 1) / 2 + .36F * p.grown(theme::body);
  for (const std::string& line : lines) {
    p.text(line, {W / 2, y}, Face::Medium, theme::body, theme::fade(theme::ink, alpha), Align::Centre);
    y += leading;
  }
}

}  // namespace knead::app
