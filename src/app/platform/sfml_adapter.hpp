// The only file that knows which SFML this is: events, window creation, fonts, textures, shaders. It owns no
// state of the game. Everything else uses calls that SFML 2.5, 2.6 and 3 share.
#pragma once

#include <SFML/Graphics.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "core/vec2.hpp"

namespace knead::app::platform {

enum class Key { None, Enter, Escape, R, F11, F12, Up, Down, Left, Right, Tab, Space, Num1, Num2, Num3, Num4, Delete };
// One flat event, the same for every SFML.
struct InputEvent {
  enum class Kind {
    Other,
    Close,
    Resize,
    FocusLost,
    FocusGained,
    KeyDown,
    MouseDown,
    MouseUp,
    MouseMove,
    Wheel
  } kind = Kind::Other;
  Key key = Key::None;
  float x = 0, y = 0;  // pixels
  float wheel = 0;
  bool leftButton = true;
};

#if SFML_VERSION_MAJOR >= 3
inline constexpr auto kTriangles = sf::PrimitiveType::Triangles;
using BlendFactor = sf::BlendMode::Factor;
using BlendEquation = sf::BlendMode::Equation;
#else
inline constexpr auto kTriangles = sf::Triangles;
using BlendFactor = sf::BlendMode;
using BlendEquation = sf::BlendMode;
#endif
// What is drawn in layers carries its alpha in its colours.
inline const sf::BlendMode kPremultiplied(BlendFactor::One, BlendFactor::OneMinusSrcAlpha);
// Light is added; the alpha beneath stays.
inline const sf::BlendMode kLight(BlendFactor::One, BlendFactor::One, BlendEquation::Add, BlendFactor::Zero,
                                  BlendFactor::One, BlendEquation::Add);

[[nodiscard]] std::string sfmlVersion();  // that it was built with
void quietLog();                          // SFML's own messages go nowhere
// What draws, as OpenGL names it; empty if it does not say. A window must be open, as for the next.
[[nodiscard]] std::string renderer();
// The colour of a pixel of what was drawn last, from the lower left corner.
[[nodiscard]] sf::Color pixelAt(sf::RenderWindow& window, int x, int y);
void finishDrawing();                                            // returns when everything asked for is drawn
void movePointer(const sf::RenderWindow& window, int x, int y);  // pixels
// `samples` a pixel, 0 for one; the driver may give fewer.
void openWindow(sf::RenderWindow& window, unsigned width, unsigned height, bool fullscreen, unsigned samples);
// The picture of the window in lists of windows; nothing happens if it cannot be read.
void setIcon(sf::RenderWindow& window, const std::string& path);
std::optional<InputEvent> poll(sf::RenderWindow& window);
[[nodiscard]] float kerning(const sf::Font& font, std::uint32_t before, std::uint32_t after, unsigned size);
[[nodiscard]] bool loadFont(sf::Font& font, const std::string& path);
[[nodiscard]] bool resize(sf::RenderTexture& target, unsigned width, unsigned height);
[[nodiscard]] bool loadFragment(sf::Shader& shader, const std::string& source);
[[nodiscard]] bool loadPixels(sf::Texture& texture, unsigned width, unsigned height, const std::uint8_t* rgba);
[[nodiscard]] bool screenshot(const sf::RenderWindow& window, const std::string& path);
[[nodiscard]] sf::View viewOf(float x, float y, float width, float height);
// Draws only into the box from `at`, reference pixels at `scale` below the bar that the view leaves on top.
void clipped(sf::RenderTarget& target, Vec2 at, Vec2 size, float scale, const std::function<void()>& draw);
void setViewport(sf::View& view, float x, float y, float width, float height);

}  // namespace knead::app::platform
