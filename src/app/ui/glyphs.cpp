// Signs as short path texts in a 32-unit box: M, L and C as in SVG; O is a circle, D a dot (x y r).
#include "app/ui/glyphs.hpp"

#include <array>
#include <cmath>
#include <sstream>
#include <utility>

#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 19> kPaths = {{
    {"effleurage",
     "M -15 3 C -5 -2 3 -5 10 -14 M -13 7 C -5 3 3 -1 13 -9 M -11 11 C -5 8 3 3 10 -4 M 7.5 -10.5 L 13 -9 L 10.6 -3.8"},
    {"petrissage", "M -13 2 C -11 -12 3 -12 3 -1 C 3 5 -4 5 -4 1 M 13 -2 C 11 12 -3 12 -3 1 C -3 -5 4 -5 4 -1"},
    {"friction",
     "M -12 4 C -14 -9 -3 -9 -4 2 C -5 9 -9 8 -8 2 C -7 -9 4 -9 3 2 C 2 9 -2 8 -1 2 C 0 -9 11 -9 10 2 C 9 9 5 8 6 2 C "
     "7 -6 12 -8 14 -5"},
    {"vibration",
     "M -14 0 C -12.8 -10 -10.5 -10 -9.3 0 C -8.2 10 -5.8 10 -4.7 0 C -3.5 -10 -1.2 -10 0 0 C 1.2 10 3.5 10 4.7 0 "
     "C 5.8 -10 8.2 -10 9.3 0 C 10.5 10 12.8 10 14 0"},
    {"tapotement",
     "D -9 10 2.1 M -9 -6 L -9 4.2 D 0 4 2.1 M 0 -12 L 0 -1.8 D 9 10 2.1 M 9 -6 L 9 4.2 M -13 14 L 13 14"},
    {"trigger_point", "D 0 0 2.6 O 0 0 7 O 0 0 12.5"},
    {"acupressure",
     "D 0 0 2.2 M 0 -5 C 4.5 -8 3 -12 0 -13.5 C -3 -12 -4.5 -8 0 -5 M 5 0 C 8 4.5 12 3 13.5 0 C 12 -3 8 -4.5 5 0 M 0 5 "
     "C -4.5 8 -3 12 0 13.5 C 3 12 4.5 8 0 5 M -5 0 C -8 -4.5 -12 -3 -13.5 0 C -12 3 -8 4.5 -5 0"},
    {"stretch",
     "M -3 -8 C -5 -3 -5 3 -3 8 M 3 -8 C 5 -3 5 3 3 8 M 0 -10 L 0 -15 M -3.5 -12 L 0 -15 L 3.5 -12 M 0 10 L 0 15 M "
     "-3.5 12 L 0 15 L 3.5 12"},
    {"towel",
     "M -12 -5 L 12 -5 L 12 9 L -12 9 L -12 -5 M -12 0 L 12 0 M -6 -8 C -8.5 -10 -3.5 -12 -6 -14 M 0 -8 C -2.5 -10 2.5 "
     "-12 0 -14 M 6 -8 C 3.5 -10 8.5 -12 6 -14"},
    {"stone",
     "M -13.5 7 C -13.5 -1 9.5 -1 9.5 7 C 9.5 15 -13.5 15 -13.5 7 M -4.5 -5 C -4.5 -11 10.5 -11 10.5 -5 C 10.5 1 -4.5 "
     "1 -4.5 -5"},
    {"pack",
     "M -10 -8 C -10 -12 10 -12 10 -8 L 10 8 C 10 12 -10 12 -10 8 L -10 -8 M -5 -2 C -2 -6 2 2 5 -2 M -5 4 C -2 0 2 8 "
     "5 4 M -3.5 -12 L -3.5 -15 L 3.5 -15 L 3.5 -12"},
    {"hand",
     "M -9 12 C -13 2 -9 0 -8 2 L -8 -9 M -4 0 L -4 -13 M 0 0 L 0 -14 M 4 0 L 4 -12 M 8 2 L 8 -8 C 9 4 9 8 6 14"},
    {"circ", "M -13 0 C -7 -12 -5 12 0 0 C 5 -12 7 12 13 0"},
    {"endo",
     "M 6 0 L 12 0 M 3 5.2 L 6 10.4 M -3 5.2 L -6 10.4 M -6 0 L -12 0 M -3 -5.2 L -6 -10.4 M 3 -5.2 L 6 -10.4 D 0 0 "
     "2.6"},
    {"tone", "M -8 -13 C -8 -4 -8 4 -8 13 M 0 -13 C 5 -4 -5 4 0 13 M 8 -13 C 8 -4 8 4 8 13"},
    {"heat", "M 0 -14 C 10 -4 11 4 7 9 C 4 13 -4 13 -7 9 C -11 4 -6 0 -4 -4 C -2 0 1 -2 0 -14"},
    {"check", "M -9 1 L -3 7 L 9 -7"},
    {"avoid", "O 0 0 11 M -7.5 7.5 L 7.5 -7.5"},
    {"pause", "M -5 -9 L -5 9 M 5 -9 L 5 9"},
}};

}  // namespace

void glyph(Painter& painter, std::string_view name, Vec2 o, float size, sf::Color colour, float width) {
  const char* text = nullptr;
  for (const auto& [id, path] : kPaths) {
    if (id == name) text = path;
  }
  if (text == nullptr) return;
  std::istringstream in(text);
  const float k = size / 32.0F;
  std::vector<Vec2> line;
  const auto done = [&] {
    painter.polyline(line, width, colour);
    line.clear();
  };
  char op = 0;
  while (in >> op) {
    Vec2 a, b, c;
    in >> a.x >> a.y;
    if (op == 'M') {
      done();
      line.push_back(o + a * k);
    } else if (op == 'L') {
      line.push_back(o + a * k);
    } else if (op == 'C') {
      in >> b.x >> b.y >> c.x >> c.y;
      const Vec2 s = line.back();
      for (int i = 1; i <= 8; ++i) {
        const float t = static_cast<float>(i) / 8, u = 1 - t;
        line.push_back(s * (u * u * u) + (o + a * k) * (3 * u * u * t) + (o + b * k) * (3 * u * t * t) +
                       (o + c * k) * (t * t * t));
      }
    } else {
      float r = 0;
      in >> r;
      if (op == 'D')
        painter.disc(o + a * k, r * k, colour);
      else
        painter.circle(o + a * k, r * k, width, colour);
    }
  }
  done();
}

std::string_view glyphOf(level::Technique t) { return level::idOf(t); }
std::string_view labelOf(level::Technique t) { return words::tr(level::nameOf(t)); }

void saveSign(Painter& p, Vec2 o, sf::Color colour) {
  p.polyline({o + Vec2{0, -7}, o + Vec2{0, 4}}, 1.6F, colour);
  p.polyline({o + Vec2{-4, 0}, o + Vec2{0, 4}, o + Vec2{4, 0}}, 1.6F, colour);
  p.polyline({o + Vec2{-7, 4}, o + Vec2{-7, 8}, o + Vec2{7, 8}, o + Vec2{7, 4}}, 1.4F, colour);
}

void star(Painter& painter, Vec2 c, float r, bool full) {
  std::vector<Vec2> p;
  for (int i = 0; i < 10; ++i) {
    const float a = -1.5708F + static_cast<float>(i) * 0.62832F, q = i % 2 != 0 ? r * .46F : r;
    p.push_back({c.x + std::cos(a) * q, c.y + std::sin(a) * q});
  }
  if (full) painter.fill(p, theme::gold);
  painter.polyline(p, full ? r * .18F : 1.4F, full ? theme::gold : theme::ink2, true);
}

}  // namespace knead::app
