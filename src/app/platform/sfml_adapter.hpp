// The only file that knows which SFML this is: events, window creation, fonts, textures, shaders. It owns no
// state of the game. Everything else uses calls that SFML 2.5, 2.6 and 3 share.
#pragma once

#include <SFML/Graphics.hpp>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "core/vec2.hpp"
#include "profile/bindings.hpp"

namespace knead::app::platform {

using profile::Action;
using profile::Button;
using profile::Key;
// One flat event, the same for every SFML. What the window says of a gamepad is raw (numbers of its buttons and axes);
// devices/pads makes named buttons and sticks of it, and devices/controls says what each press means.
struct InputEvent {
  enum class Kind {
    Other,
    Text,
    Close,
    Resize,
    FocusLost,
    FocusGained,
    KeyDown,
    KeyUp,
    MouseDown,
    MouseUp,
    MouseMove,
    Wheel,
    ButtonDown,
    ButtonUp,
    Stick,
    RawDown,
    RawUp,
    RawAxis,
    PadCame,
    PadGone
  } kind = Kind::Other;
  Key key = Key::None;
  Button button = Button::None;
  int pad = 0, number = 0;            // raw: which gamepad, which of its buttons or axes; Stick: 0 left, 1 right
  float value = 0;                    // raw axis, -1..1
  std::optional<Action> menu, table;  // what the press means in menus and on the table
  bool finger = false;                // a finger on glass, not a mouse
  float x = 0, y = 0;                 // pixels; of a stick -1..1
  float wheel = 0;
  bool leftButton = true;
  char32_t letter = 0;  // Text: what was typed
  // A key or a button that goes down and means this in menus.
  [[nodiscard]] bool asks(Action action) const { return pressed() && menu == action; }
  [[nodiscard]] bool pressed() const { return kind == Kind::KeyDown || kind == Kind::ButtonDown; }
};
// A press that means this in menus, whatever it was.
[[nodiscard]] inline InputEvent pressOf(Action means) {
  InputEvent press;
  press.kind = InputEvent::Kind::ButtonDown;
  press.menu = means;
  return press;
}

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

// A gamepad as the system names it. Axes in SFML's order: X Y Z R U V PovX PovY.
struct PadInfo {
  std::string name;
  unsigned vendor = 0, product = 0;
  std::array<bool, 8> axes{};
};
[[nodiscard]] PadInfo padInfo(int pad);
[[nodiscard]] std::string sfmlVersion();  // that it was built with
[[nodiscard]] std::u32string pasted();    // what another program has copied
void quietLog();                          // SFML's own messages go nowhere
// What draws, as OpenGL names it; empty if it does not say. A window must be open, as for the next.
[[nodiscard]] std::string renderer();
// The colour of a pixel of what was drawn last, from the lower left corner.
[[nodiscard]] sf::Color pixelAt(sf::RenderWindow& window, int x, int y);
void finishDrawing();                                            // returns when everything asked for is drawn
void beginDrawing();                                             // what was asked for so far is begun, not waited for
void movePointer(const sf::RenderWindow& window, int x, int y);  // pixels
// `samples` a pixel, 0 for one; the driver may give fewer.
void openWindow(sf::RenderWindow& window, unsigned width, unsigned height, bool fullscreen, unsigned samples);
// The picture of the window in lists of windows; nothing happens if it cannot be read.
void setIcon(sf::RenderWindow& window, const std::string& path);
std::optional<InputEvent> poll(sf::RenderWindow& window);
[[nodiscard]] float kerning(const sf::Font& font, std::uint32_t before, std::uint32_t after, unsigned size);
[[nodiscard]] bool loadFont(sf::Font& font, const std::string& path);
[[nodiscard]] bool resize(sf::RenderTexture& target, unsigned width, unsigned height);
// The same, its colours in memory in the order of a window's: where the processor draws, copying it to a window as it
// is, whole pixel on whole pixel, then takes half as long.
[[nodiscard]] bool resizeLikeWindow(sf::RenderTexture& target, unsigned width, unsigned height);
[[nodiscard]] bool loadFragment(sf::Shader& shader, const std::string& source);
[[nodiscard]] bool loadPixels(sf::Texture& texture, unsigned width, unsigned height, const std::uint8_t* rgba);
[[nodiscard]] bool screenshot(const sf::RenderWindow& window, const std::string& path);
[[nodiscard]] sf::View viewOf(float x, float y, float width, float height);
// Draws only into the box from `at`, reference pixels at `scale` below the bar that the view leaves on top.
void clipped(sf::RenderTarget& target, Vec2 at, Vec2 size, float scale, const std::function<void()>& draw);
// Draws into the box of pixels from `at`, its corner being (0,0): what fills it lies exactly on its edges, which no
// rounding on the way to the window disturbs.
void inBox(sf::RenderTarget& target, Vec2 at, Vec2 size, const std::function<void()>& draw);
void setViewport(sf::View& view, float x, float y, float width, float height);

}  // namespace knead::app::platform
