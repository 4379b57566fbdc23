// Draws smooth shapes, light and text in reference pixels (height 720, any width) as a few large batches. Knows
// nothing of the game. Shapes come out in the order given; text comes after the shapes of the same flush.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/platform/sfml_adapter.hpp"
#include "app/ui/layer_clock.hpp"
#include "app/ui/page_log.hpp"
#include "app/ui/theme.hpp"
#include "core/vec2.hpp"

namespace knead::app {

enum class Face { Regular, Medium, SemiBold, Light, Serif, Italic };
inline constexpr int kFaceCount = 6;
enum class Align { Left, Centre, Right };

// How much is drawn: Low is for machines that draw in software. No rule of the game knows of it.
enum class Quality { Low, Medium, High };

// Loaded once, shared by all painters.
struct DrawKit {
  std::array<sf::Font, kFaceCount> fonts;
  sf::Shader ribbon, smooth;  // lines and surfaces; the same without steps in their light
  sf::Shader copy;            // a texture as it is: cheaper than the fixed way, which multiplies by a colour
  bool hasShader = false, hasSmooth = false, hasCopy = false;
  Quality quality = Quality::Low;
  bool unseen = false;  // only what is written matters, while texts are checked: kept pictures stay empty
  LayerClock layers;
  float textScale = 1;     // of all type but headings, 1 or more: the player's wish
  PageLog* log = nullptr;  // what is written, while somebody checks it
  bool first = true;       // no picture was shown yet: what takes long can wait for the next
  bool kept = false;   // the window still holds the last picture, by the same screen: only what changed need be drawn
  bool toast = false;  // a toast is on it, or was a picture ago
  int epoch = 0;       // counts windows: a kept texture of an earlier one is painted anew
  // The fonts. Empty, or one line that says what is missing and which package has it.
  [[nodiscard]] std::string load();
  // Ends the time of the first picture, which does without them.
  void loadShaders();
  struct Place {
    std::string path;  // empty if there is no such font
    const char* file;
    const char* package;
  };
  [[nodiscard]] static Place fontPlace(Face face);
  // Signs of the picture that a click on them means; of the present page, painted anew with each picture.
  struct Clickable {
    Vec2 at, size;  // reference pixels
    profile::Action means;
  };
  std::vector<Clickable> clickable = {};
  // What a click means; nothing for what is none, or lies beside all of them.
  [[nodiscard]] std::optional<profile::Action> meantBy(const platform::InputEvent& event) const;
};

struct LinePoint {
  Vec2 at;
  float width = 1;
  sf::Color colour;
};

class Painter {
 public:
  explicit Painter(DrawKit& kit) : m_kit(&kit) {}
  // Reference pixels to target pixels.
  void setScale(float scale, Vec2 offset = {}) {
    m_scale = scale;
    m_offset = offset;
  }
  [[nodiscard]] float scale() const { return m_scale; }
  // A click there means this, in menus.
  void clickable(Vec2 at, Vec2 size, profile::Action means) { m_kit->clickable.push_back({at, size, means}); }
  // For what is painted once and kept.
  void smoothLight() { m_smooth = true; }

  // `closed`: the last point is the first again, and the line turns there as at any other.
  void ribbon(const std::vector<LinePoint>& points, bool additive = false, bool closed = false);
  void polyline(const std::vector<Vec2>& points, float width, sf::Color colour, bool closed = false);
  void segment(Vec2 a, Vec2 b, float width, sf::Color colour) { polyline({a, b}, width, colour); }
  // A rounded bar from a to b.
  void bead(Vec2 a, Vec2 b, float width, sf::Color colour);
  void arc(Vec2 centre, float radius, float from, float to, float width, sf::Color colour);
  void circle(Vec2 centre, float radius, float width, sf::Color colour);
  void disc(Vec2 centre, float radius, sf::Color inner, sf::Color outer);
  void disc(Vec2 centre, float radius, sf::Color c) { disc(centre, radius, c, c); }
  // Convex, or star-shaped about its middle; the colour of a corner comes from `colour`.
  void fill(const std::vector<Vec2>& points, const std::function<sf::Color(Vec2)>& colour);
  void fill(const std::vector<Vec2>& points, sf::Color c) {
    fill(points, [c](Vec2) { return c; });
  }
  void roundRect(Vec2 at, Vec2 size, float radius, sf::Color fillColour, sf::Color edge = {0, 0, 0, 0},
                 float width = 1);
  void bar(Vec2 at, Vec2 size, sf::Color left, sf::Color right);
  void glow(Vec2 centre, float radius, sf::Color colour, float alpha, float squash = 1, bool additive = true);
  // A gradient strip between two lines of equal length.
  void strip(const std::vector<Vec2>& top, const std::vector<Vec2>& bottom, sf::Color a, sf::Color b);

  // Sizes of type grow with the player's wish, and so does the leading of a paragraph; headings are large enough.
  float text(std::string_view s, Vec2 at, Face face, float size, sf::Color colour, Align align = Align::Left);
  // The same where large type may need more than `room`: then only as large as there is room, down to its usual size.
  float textIn(std::string_view s, Vec2 at, float room, Face face, float size, sf::Color colour,
               Align align = Align::Left);
  // Type of at most so many times its size while `draw` draws: where there is no room for more.
  void typeAtMost(float scale, const std::function<void()>& draw);
  [[nodiscard]] float typeScale() const { return m_kit->textScale; }
  // A size of type as it is drawn: up to theme::label all grow alike, what is larger needs less.
  [[nodiscard]] float grown(float size) const {
    return std::max(size, std::min(size, theme::label) * m_kit->textScale);
  }
  // `draw` gives the y at which it ends: with type as large as wished if that is not below `bottom`, else smaller, as
  // far as its usual size.
  void fitting(float bottom, const std::function<float()>& draw);
  // Draws nothing: gives the y at which `draw` would end.
  [[nodiscard]] float measured(const std::function<float()>& draw);
  [[nodiscard]] float textWidth(std::string_view s, Face face, float size) const;
  // One line about `at`, or two where a translation needs more than `room`, the second on `at` and the first above.
  void centred(std::string_view s, Vec2 at, float room, float leading, Face face, float size, sf::Color colour);
  // A paragraph that must not grow higher than `height`: its type is set smaller, in steps, as far as a small text's,
  // until it fits. Gives the y of the line after the last.
  float within(std::string_view s, Vec2 at, float width, float height, float leading, Face face, float size,
               sf::Color colour);
  // Gives the y of the line after the last.
  float paragraph(std::string_view s, Vec2 at, float width, float leading, Face face, float size, sf::Color colour,
                  int maxLines = 99);

  // For whoever checks the page: nothing else may touch this.
  void keepClear(Vec2 at, Vec2 size) {
    if (m_kit->log != nullptr && !m_measuring) m_kit->log->keepClear(at, size);
  }
  // What follows is laid over all that was drawn, as a veil is.
  void cover() {
    if (m_kit->log != nullptr) m_kit->log->cover();
  }
  void flush(sf::RenderTarget& target);

 private:
  void quadVertex(Vec2 px, sf::Color c, float d, float half);
  std::vector<Vec2> roundPath(Vec2 at, Vec2 size, float radius) const;
  DrawKit* m_kit;
  float m_scale = 1;
  bool m_measuring = false;
  bool m_smooth = false;  // nothing is drawn
  Vec2 m_offset;
  std::vector<sf::Vertex> m_shapes;
  std::map<std::pair<int, unsigned>, std::vector<sf::Vertex>> m_text;
};

}  // namespace knead::app
