// Ribbons with coverage computed in the fragment, so that thin lines are smooth without multisampling; light is
// added by writing colour without alpha. The two floats of a texture coordinate carry distance and half width.
#include "app/ui/painter.hpp"

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "app/platform/shared_data.hpp"
#include "app/ui/theme.hpp"
#include "core/math.hpp"

namespace knead::app {
namespace {

constexpr float kAdditive = 4096.0F;
constexpr const char* kRibbonShader = R"(#version 120
void main() {
  vec2 t = gl_TexCoord[0].xy;
  float add = step(2048.0, t.y);
  float a = clamp(t.y - add * 4096.0 + 0.5 - abs(t.x), 0.0, 1.0) * gl_Color.a;
  gl_FragColor = vec4(gl_Color.rgb * a, a * (1.0 - add));
})";

// The same with half a shade of noise on what is flat, so that a soft light over a dark ground has no steps. For what
// is painted once: it costs a millisecond a frame on a whole back.
constexpr const char* kSmoothShader = R"(#version 120
void main() {
  vec2 t = gl_TexCoord[0].xy;
  float add = step(2048.0, t.y);
  float reach = t.y - add * 4096.0;
  float a = clamp(reach + 0.5 - abs(t.x), 0.0, 1.0) * gl_Color.a;
  float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
  gl_FragColor = vec4(gl_Color.rgb * a + step(7.5, reach) * noise / 255.0, a * (1.0 - add));
})";

constexpr const char* kCopyShader = R"(#version 120
uniform sampler2D picture;
void main() { gl_FragColor = texture2D(picture, gl_TexCoord[0].xy); })";

struct FontPlace {
  const char* file;
  const char* folder;
  const char* package;
};
constexpr std::array<FontPlace, kFaceCount> kFonts = {{
    {"Inter-Regular.otf", "opentype/inter", "fonts-inter"},
    {"Inter-Medium.otf", "opentype/inter", "fonts-inter"},
    {"Inter-SemiBold.otf", "opentype/inter", "fonts-inter"},
    {"InterDisplay-Light.otf", "opentype/inter", "fonts-inter"},
    {"EBGaramond08-Regular.otf", "opentype/ebgaramond", "fonts-ebgaramond"},
    {"EBGaramond08-Italic.otf", "opentype/ebgaramond", "fonts-ebgaramond"},
}};
constexpr unsigned kMeasureSize = 100;
// Below this, pixels, letters are made at twice the size and stand on half pixels: whole ones would space them
// unevenly. A picture of twice the size laid on half pixels is the mean of four of its own, and so stays sharp.
constexpr unsigned kFineBelow = 32;

// Garamond's figures hang below the line and its 1 looks like an I: figures are the other face's (style, type).
struct Letter {
  Face face;
  float size;  // of the wished one
};
Letter letterOf(Face face, std::uint32_t c) {
  const bool figure = c >= '0' && c <= '9', serif = face == Face::Serif || face == Face::Italic;
  return figure && serif ? Letter{Face::Regular, .84F} : Letter{face, 1};
}

sf::String wide(std::string_view s) { return sf::String::fromUtf8(s.begin(), s.end()); }

}  // namespace

std::optional<profile::Action> DrawKit::meantBy(const platform::InputEvent& e) const {
  if (e.kind != platform::InputEvent::Kind::MouseDown || !e.leftButton) return std::nullopt;
  for (const Clickable& one : clickable)
    if (e.x >= one.at.x && e.x < one.at.x + one.size.x && e.y >= one.at.y && e.y < one.at.y + one.size.y)
      return one.means;
  return std::nullopt;
}

DrawKit::Place DrawKit::fontPlace(Face face) {
  const FontPlace& font = kFonts[static_cast<std::size_t>(face)];
  std::vector<std::string> roots = {"/usr/share/fonts", "/usr/local/share/fonts"};
  for (const std::string& folder : platform::sharedDataFolders()) roots.push_back(folder + "/fonts");
  if (const char* home = std::getenv("HOME")) roots.push_back(std::string(home) + "/.local/share/fonts");
  for (const std::string& root : roots) {
    for (const std::string& path : {root + "/" + font.folder + "/" + font.file, root + "/" + font.file}) {
      std::error_code ignored;
      if (std::filesystem::exists(path, ignored)) return {path, font.file, font.package};
    }
  }
  return {{}, font.file, font.package};
}

std::string DrawKit::load() {
  for (std::size_t i = 0; i < kFonts.size(); ++i) {
    const Place place = fontPlace(static_cast<Face>(i));
    if (place.path.empty() || !platform::loadFont(fonts[i], place.path)) {
      return std::string("found no font ") + place.file + " under /usr/share/fonts; install the package " +
             place.package;
    }
  }
  return {};
}

void DrawKit::loadShaders() {
  first = false;
  hasShader = platform::loadFragment(ribbon, kRibbonShader);
  hasSmooth = hasShader && platform::loadFragment(smooth, kSmoothShader);
  hasCopy = platform::loadFragment(copy, kCopyShader);
  if (hasCopy) copy.setUniform("picture", sf::Shader::CurrentTexture);
}

void Painter::quadVertex(Vec2 px, sf::Color c, float d, float half) {
  sf::Vertex v;
  v.position = {px.x, px.y};
  v.color = c;
  v.texCoords = {d, half};
  m_shapes.push_back(v);
}

void Painter::ribbon(const std::vector<LinePoint>& pts, bool additive, bool closed) {
  const std::size_t n = pts.size();
  if (n < 2) return;
  const float flag = additive ? kAdditive : 0.0F;
  Vec2 la, lb;
  sf::Color lc;
  float le = 0, lh = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Vec2 p = pts[i].at * m_scale + m_offset;
    const std::size_t before = i > 0 ? i - 1 : closed ? n - 2 : 0, after = i + 1 < n ? i + 1 : closed ? 1 : n - 1;
    Vec2 t = pts[after].at - pts[before].at;
    const float len = std::sqrt(lengthSquared(t));
    t = len > 1e-6F ? t * (1.0F / len) : Vec2{1, 0};
    float w = pts[i].width * m_scale;
    sf::Color c = pts[i].colour;
    if (w < 1.0F) {
      c = theme::fade(c, w);
      w = 1.0F;
    }
    const float half = w * 0.5F, extent = half + 0.75F;
    const Vec2 normal{-t.y * extent, t.x * extent};
    const Vec2 a = p + normal, b = p - normal;
    if (i > 0) {
      quadVertex(la, lc, le, lh + flag);
      quadVertex(lb, lc, -le, lh + flag);
      quadVertex(a, c, extent, half + flag);
      quadVertex(lb, lc, -le, lh + flag);
      quadVertex(a, c, extent, half + flag);
      quadVertex(b, c, -extent, half + flag);
    }
    la = a;
    lb = b;
    lc = c;
    le = extent;
    lh = half;
  }
}

void Painter::polyline(const std::vector<Vec2>& points, float width, sf::Color colour, bool closed) {
  std::vector<LinePoint> line;
  line.reserve(points.size() + 1);
  for (const Vec2 p : points) line.push_back({p, width, colour});
  if (closed && !points.empty()) line.push_back({points.front(), width, colour});
  ribbon(line, false, closed);
}

void Painter::bead(Vec2 a, Vec2 b, float width, sf::Color colour) {
  constexpr int kSteps = 6;
  std::vector<LinePoint> line;
  for (int i = 0; i <= kSteps; ++i) {
    const float t = static_cast<float>(i) / kSteps, away = 2 * t - 1;
    line.push_back({a + (b - a) * t, width * std::sqrt(std::max(0.0F, 1 - away * away * away * away)), colour});
  }
  ribbon(line);
}

void Painter::arc(Vec2 c, float r, float from, float to, float width, sf::Color colour) {
  const int n = std::max(4, static_cast<int>(std::abs(to - from) * std::sqrt(r * m_scale) * 1.6F));
  std::vector<LinePoint> line;
  for (int i = 0; i <= n; ++i) {
    const float a = from + (to - from) * static_cast<float>(i) / static_cast<float>(n);
    line.push_back({{c.x + std::cos(a) * r, c.y + std::sin(a) * r}, width, colour});
  }
  ribbon(line);
}
void Painter::circle(Vec2 c, float r, float width, sf::Color colour) { arc(c, r, 0, 2 * kPi, width, colour); }

void Painter::disc(Vec2 c, float r, sf::Color inner, sf::Color outer) {
  const int n = std::max(12, static_cast<int>(std::sqrt(r * m_scale) * 6.0F));
  const Vec2 o = c * m_scale + m_offset;
  const float R = r * m_scale;
  Vec2 last{o.x + R, o.y};
  for (int i = 1; i <= n; ++i) {
    const float a = 2 * kPi * static_cast<float>(i) / static_cast<float>(n);
    const Vec2 p{o.x + std::cos(a) * R, o.y + std::sin(a) * R};
    quadVertex(o, inner, 0, 8);
    quadVertex(last, outer, 0, 8);
    quadVertex(p, outer, 0, 8);
    last = p;
  }
  circle(c, r, 1.0F / m_scale, outer);
}

void Painter::fill(const std::vector<Vec2>& pts, const std::function<sf::Color(Vec2)>& colour) {
  if (pts.size() < 3) return;
  Vec2 mid;
  for (const Vec2 p : pts) mid = mid + p;
  mid = mid * (1.0F / static_cast<float>(pts.size()));
  for (std::size_t i = 0; i < pts.size(); ++i) {
    const Vec2 a = pts[i], b = pts[(i + 1) % pts.size()];
    quadVertex(mid * m_scale + m_offset, colour(mid), 0, 8);
    quadVertex(a * m_scale + m_offset, colour(a), 0, 8);
    quadVertex(b * m_scale + m_offset, colour(b), 0, 8);
  }
}

std::vector<Vec2> Painter::roundPath(Vec2 at, Vec2 size, float radius) const {
  std::vector<Vec2> p;
  const float r = std::min({radius, size.x * 0.5F, size.y * 0.5F});
  const std::array<Vec2, 4> c = {{{at.x + size.x - r, at.y + r},
                                  {at.x + size.x - r, at.y + size.y - r},
                                  {at.x + r, at.y + size.y - r},
                                  {at.x + r, at.y + r}}};
  for (int k = 0; k < 4; ++k) {
    for (int i = 0; i <= 7; ++i) {
      const float a = (static_cast<float>(k) - 1.0F + static_cast<float>(i) / 7.0F) * kPi * 0.5F;
      const Vec2 q{c[static_cast<std::size_t>(k)].x + std::cos(a) * r,
                   c[static_cast<std::size_t>(k)].y + std::sin(a) * r};
      if (p.empty() || lengthSquared(q - p.back()) > 1e-4F) p.push_back(q);
    }
  }
  return p;
}

void Painter::roundRect(Vec2 at, Vec2 size, float radius, sf::Color fillColour, sf::Color edge, float width) {
  if (m_kit->log != nullptr && !m_measuring && (fillColour.a > 0 || edge.a > 0)) m_kit->log->box(at, size);
  const auto path = roundPath(at, size, radius);
  if (fillColour.a > 0) fill(path, fillColour);
  if (edge.a > 0) polyline(path, width, edge, true);
}
void Painter::bar(Vec2 at, Vec2 size, sf::Color left, sf::Color right) {
  const float x0 = at.x, w = std::max(size.x, 0.01F);
  fill(roundPath(at, size, size.y * 0.5F), [=](Vec2 p) { return theme::mix(left, right, (p.x - x0) / w); });
}

void Painter::glow(Vec2 centre, float radius, sf::Color colour, float alpha, float squash, bool additive) {
  // A small one needs few corners.
  constexpr float kSmall = 18;
  const bool small = radius * m_scale < kSmall;
  const int rings = small ? 4 : 8, n = small ? 12 : 28;
  const float flag = 8.0F + (additive ? kAdditive : 0.0F);
  const auto at = [&](int ring, int i) {
    const float a = 2 * kPi * static_cast<float>(i) / static_cast<float>(n),
                r = radius * static_cast<float>(ring) / static_cast<float>(rings);
    return Vec2{centre.x + std::cos(a) * r, centre.y + std::sin(a) * r * squash} * m_scale + m_offset;
  };
  const auto tint = [&](int ring) {
    const float t = static_cast<float>(ring) / static_cast<float>(rings);
    return theme::fade(colour, alpha * (1 - t) * (1 - t) * (1 + 2 * t));
  };
  for (int ring = 0; ring < rings; ++ring) {
    for (int i = 0; i < n; ++i) {
      const Vec2 a = at(ring, i), b = at(ring, i + 1), c = at(ring + 1, i), d = at(ring + 1, i + 1);
      const sf::Color u = tint(ring), v = tint(ring + 1);
      quadVertex(a, u, 0, flag);
      quadVertex(c, v, 0, flag);
      quadVertex(d, v, 0, flag);
      if (ring > 0) {
        quadVertex(a, u, 0, flag);
        quadVertex(d, v, 0, flag);
        quadVertex(b, u, 0, flag);
      }
    }
  }
}

void Painter::strip(const std::vector<Vec2>& top, const std::vector<Vec2>& bottom, sf::Color a, sf::Color b) {
  for (std::size_t i = 0; i + 1 < top.size(); ++i) {
    const Vec2 p = top[i] * m_scale + m_offset, q = top[i + 1] * m_scale + m_offset;
    const Vec2 r = bottom[i] * m_scale + m_offset, s = bottom[i + 1] * m_scale + m_offset;
    quadVertex(p, a, 0, 8);
    quadVertex(q, a, 0, 8);
    quadVertex(r, b, 0, 8);
    quadVertex(q, a, 0, 8);
    quadVertex(r, b, 0, 8);
    quadVertex(s, b, 0, 8);
  }
}

float Painter::textWidth(std::string_view s, Face face, float size) const {
  size = grown(size);
  // As wide as it is drawn: the size is whole pixels there.
  const auto fontOf = [this](Face f) -> const sf::Font& { return m_kit->fonts[static_cast<std::size_t>(f)]; };
  float x = 0;
  std::uint32_t last = 0;
  Face lastFace = face;
  for (const auto c : wide(s)) {
    const Letter letter = letterOf(face, c);
    const float k = std::round(size * letter.size * m_scale) / m_scale / static_cast<float>(kMeasureSize);
    const sf::Font& font = fontOf(letter.face);
    if (letter.face == lastFace) x += platform::kerning(font, last, c, kMeasureSize) * k;
    x += font.getGlyph(c, kMeasureSize, false).advance * k;
    last = c;
    lastFace = letter.face;
  }
  return x;
}

float Painter::text(std::string_view s, Vec2 at, Face face, float size, sf::Color colour, Align align) {
  const float width = textWidth(s, face, size);
  if (m_measuring) return width;
  size = grown(size);
  const float start = at.x - (align == Align::Left ? 0.0F : align == Align::Centre ? width * 0.5F : width);
  // A capital is about .72 of the size high, a descender .2.
  if (m_kit->log != nullptr && !s.empty())
    m_kit->log->text(std::string(s), {start, at.y - .74F * size}, {width, .94F * size});
  float x = start * m_scale + m_offset.x;
  const float y = std::round(at.y * m_scale + m_offset.y);
  Face lastFace = face;
  std::uint32_t last = 0;
  for (const auto c : wide(s)) {
    const Letter letter = letterOf(face, c);
    const sf::Font& font = m_kit->fonts[static_cast<std::size_t>(letter.face)];
    const auto px = static_cast<unsigned>(std::lround(size * letter.size * m_scale));
    const unsigned fine = px < kFineBelow ? 2 : 1;
    const float part = 1.0F / static_cast<float>(fine), k = static_cast<float>(px) / static_cast<float>(kMeasureSize);
    auto& batch = m_text[{static_cast<int>(letter.face), px * fine}];
    if (letter.face == lastFace) x += platform::kerning(font, last, c, kMeasureSize) * k;
    const sf::Glyph& g = font.getGlyph(c, px * fine, false);
#if SFML_VERSION_MAJOR >= 3
    const float bl = g.bounds.position.x, bt = g.bounds.position.y, bw = g.bounds.size.x, bh = g.bounds.size.y;
    const auto tl = static_cast<float>(g.textureRect.position.x), tt = static_cast<float>(g.textureRect.position.y);
    const auto tw = static_cast<float>(g.textureRect.size.x), th = static_cast<float>(g.textureRect.size.y);
#else
    const float bl = g.bounds.left, bt = g.bounds.top, bw = g.bounds.width, bh = g.bounds.height;
    const auto tl = static_cast<float>(g.textureRect.left), tt = static_cast<float>(g.textureRect.top);
    const auto tw = static_cast<float>(g.textureRect.width), th = static_cast<float>(g.textureRect.height);
#endif
    if (bw > 0) {
      const float l = std::round(x / part) * part + (bl - 1) * part, t = y + (bt - 1) * part, r = l + (bw + 2) * part,
                  b = t + (bh + 2) * part;
      const auto add = [&](float vx, float vy, float u, float v) {
        sf::Vertex vertex;
        vertex.position = {vx, vy};
        vertex.color = colour;
        vertex.texCoords = {u, v};
        batch.push_back(vertex);
      };
      const float u0 = tl - 1, v0 = tt - 1, u1 = tl + tw + 1, v1 = tt + th + 1;
      add(l, t, u0, v0);
      add(r, t, u1, v0);
      add(l, b, u0, v1);
      add(r, t, u1, v0);
      add(l, b, u0, v1);
      add(r, b, u1, v1);
    }
    x += font.getGlyph(c, kMeasureSize, false).advance * k;
    last = c;
    lastFace = letter.face;
  }
  return width;
}

float Painter::textIn(std::string_view s, Vec2 at, float room, Face face, float size, sf::Color colour, Align align) {
  constexpr float kStep = .02F;  // letters are whole pixels high, so their width does not shrink evenly
  float width = textWidth(s, face, size), scale = m_kit->textScale;
  if (width > room) scale *= room / width;
  for (bool fits = false; !fits; scale -= kStep)
    typeAtMost(scale, [&] {
      fits = scale <= 1 || textWidth(s, face, size) <= room;
      if (fits) width = text(s, at, face, size, colour, align);
    });
  return width;
}

void Painter::typeAtMost(float scale, const std::function<void()>& draw) {
  const float wished = m_kit->textScale;
  m_kit->textScale = std::min(wished, std::max(1.0F, scale));
  draw();
  m_kit->textScale = wished;
}

void Painter::fitting(float bottom, const std::function<float()>& draw) {
  constexpr float kStep = .05F;
  float scale = m_kit->textScale;
  const std::size_t shapes = m_shapes.size();
  for (m_measuring = true; scale > 1; scale -= kStep) {
    float end = 0;
    typeAtMost(scale, [&] { end = draw(); });
    m_shapes.resize(shapes);
    if (end <= bottom) break;
  }
  m_measuring = false;
  typeAtMost(scale, [&] { draw(); });
}

float Painter::measured(const std::function<float()>& draw) {
  const bool was = m_measuring;
  const std::size_t shapes = m_shapes.size();
  m_measuring = true;
  const float end = draw();
  m_measuring = was;
  m_shapes.resize(shapes);
  return end;
}

void Painter::centred(std::string_view s, Vec2 at, float room, float leading, Face face, float size, sf::Color colour) {
  const std::size_t gap = s.rfind(' ');
  const float width = textWidth(s, face, size);
  if (width <= room || gap == std::string_view::npos) {
    textIn(s, at, room, face, size, colour, Align::Centre);
    return;
  }
  text(s.substr(0, gap), at - Vec2{0, leading}, face, size, colour, Align::Centre);
  text(s.substr(gap + 1), at, face, size, colour, Align::Centre);
}

float Painter::paragraph(std::string_view s, Vec2 at, float width, float leading, Face face, float size,
                         sf::Color colour, int maxLines) {
  std::string line;
  std::size_t i = 0;
  const auto put = [&] {
    if (m_kit->log != nullptr && !m_measuring && textWidth(line, face, size) > width + 1) m_kit->log->tooWide(line);
    text(line, at, face, size, colour);
    at.y += leading * grown(size) / size;
    --maxLines;
  };
  while (i <= s.size() && maxLines > 0) {
    const std::size_t end = std::min(s.find(' ', i), s.size());
    const std::string word(s.substr(i, end - i));
    const std::string longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && textWidth(longer, face, size) > width) {
      put();
      line = word;
    } else {
      line = longer;
    }
    i = end + 1;
  }
  if (!line.empty() && maxLines <= 0 && m_kit->log != nullptr && !m_measuring) m_kit->log->cut(std::string(s));
  if (!line.empty() && maxLines > 0) put();
  return at.y;
}

float Painter::within(std::string_view s, Vec2 at, float width, float height, float leading, Face face, float size,
                      sf::Color colour) {
  constexpr float kStep = 1, kLeast = 15, kSlack = 1;
  const float ratio = leading / size;
  const bool measured = m_measuring;
  const std::size_t shapes = m_shapes.size();
  const auto linesOf = [&](float leadingNow) {
    return std::max(1, static_cast<int>((height + kSlack) / (leadingNow * grown(size) / size)));
  };
  for (m_measuring = true; grown(size) > kLeast; size -= kStep) {
    constexpr int kMany = 40;
    const float end = paragraph(s, at, width, ratio * size, face, size, colour, kMany);
    m_shapes.resize(shapes);
    if (end - at.y <= height + kSlack) break;
  }
  m_measuring = measured;
  return paragraph(s, at, width, ratio * size, face, size, colour, linesOf(ratio * size));
}

void Painter::flush(sf::RenderTarget& target) {
  if (!m_shapes.empty()) {
    sf::RenderStates states;
    if (m_kit->hasShader) {
      states.shader = m_smooth && m_kit->hasSmooth ? &m_kit->smooth : &m_kit->ribbon;
      states.blendMode = platform::kPremultiplied;
    }
    target.draw(m_shapes.data(), m_shapes.size(), platform::kTriangles, states);
    m_shapes.clear();
  }
  for (auto& [key, vertices] : m_text) {
    if (vertices.empty()) continue;
    sf::RenderStates states;
    states.texture = &m_kit->fonts[static_cast<std::size_t>(key.first)].getTexture(key.second);
    target.draw(vertices.data(), vertices.size(), platform::kTriangles, states);
    vertices.clear();
  }
}

}  // namespace knead::app
