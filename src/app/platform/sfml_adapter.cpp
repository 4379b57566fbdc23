// SFML 2.5 to 3 behind one set of calls; see the header. No decisions of the game are taken here.
#include "app/platform/sfml_adapter.hpp"

#include <SFML/System/Err.hpp>
#include <cstdint>
#include <vector>

namespace knead::app::platform {
namespace {

// The part of a target that a view fills, shares of it.
struct Port {
  float x, y, width, height;
};

Key keyOf(sf::Keyboard::Key k) {
#if SFML_VERSION_MAJOR >= 3
  using N = sf::Keyboard::Key;
#else
  using N = sf::Keyboard;
#endif
  struct Pair {
    sf::Keyboard::Key sfml;
    Key ours;
  };
  // Letters, digits, function keys and the keypad stand in the same order there and here.
  const auto run = [k](sf::Keyboard::Key first, sf::Keyboard::Key last, Key ours) {
    const int at = static_cast<int>(k) - static_cast<int>(first);
    return k >= first && k <= last ? static_cast<Key>(static_cast<int>(ours) + at) : Key::None;
  };
  for (const Key found : {run(N::A, N::Z, Key::A), run(N::Num0, N::Num9, Key::Num0), run(N::F1, N::F12, Key::F1),
                          run(N::Numpad0, N::Numpad9, Key::Pad0)})
    if (found != Key::None) return found;
  static constexpr std::array kOthers = {
      Pair{N::Up, Key::Up},
      Pair{N::Down, Key::Down},
      Pair{N::Left, Key::Left},
      Pair{N::Right, Key::Right},
      Pair{N::Enter, Key::Enter},
      Pair{N::Escape, Key::Escape},
      Pair{N::Space, Key::Space},
      Pair{N::Tab, Key::Tab},
      Pair{N::Backspace, Key::Backspace},
      Pair{N::Delete, Key::Delete},
      Pair{N::Insert, Key::Insert},
      Pair{N::Home, Key::Home},
      Pair{N::End, Key::End},
      Pair{N::PageUp, Key::PageUp},
      Pair{N::PageDown, Key::PageDown},
      Pair{N::Comma, Key::Comma},
      Pair{N::Period, Key::Period},
      Pair{N::Semicolon, Key::Semicolon},
      Pair{N::Slash, Key::Slash},
      Pair{N::Backslash, Key::Backslash},
      Pair{N::LBracket, Key::LeftBracket},
      Pair{N::RBracket, Key::RightBracket},
      Pair{N::Equal, Key::Equal},
      Pair{N::Hyphen, Key::Hyphen},
      Pair{N::Add, Key::Add},
      Pair{N::Subtract, Key::Subtract},
      Pair{N::LShift, Key::LeftShift},
      Pair{N::RShift, Key::RightShift},
      Pair{N::LControl, Key::LeftControl},
      Pair{N::RControl, Key::RightControl},
      Pair{N::LAlt, Key::LeftAlt},
      Pair{N::RAlt, Key::RightAlt},
  };
  for (const Pair& pair : kOthers)
    if (pair.sfml == k) return pair.ours;
  return Key::None;
}
float f(int v) { return static_cast<float>(v); }

// The first finger is the hand; others say nothing.
void finger(InputEvent& out, InputEvent::Kind kind, unsigned which, int x, int y) {
  if (which != 0) return;
  out.kind = kind;
  out.finger = true;
  out.x = f(x);
  out.y = f(y);
}

void raw(InputEvent& out, InputEvent::Kind kind, unsigned pad, unsigned number, float position = 0) {
  constexpr float kFull = 100;  // SFML's axes go from -100 to 100
  out.kind = kind;
  out.pad = static_cast<int>(pad);
  out.number = static_cast<int>(number);
  out.value = position / kFull;
}

}  // namespace

void quietLog() { sf::err().rdbuf(nullptr); }

std::u32string pasted() {
  const sf::String text = sf::Clipboard::getString();
  return {text.begin(), text.end()};
}

std::string sfmlVersion() {
  return std::to_string(SFML_VERSION_MAJOR) + "." + std::to_string(SFML_VERSION_MINOR) + "." +
         std::to_string(SFML_VERSION_PATCH);
}

std::string renderer() {
  constexpr unsigned kRenderer = 0x1F01;
  using GetString = const unsigned char* (*)(unsigned);
  const auto ask = reinterpret_cast<GetString>(sf::Context::getFunction("glGetString"));
  const unsigned char* name = ask != nullptr ? ask(kRenderer) : nullptr;
  return name != nullptr ? reinterpret_cast<const char*>(name) : "";
}

sf::Color pixelAt(sf::RenderWindow& window, int x, int y) {
  constexpr unsigned kRgba = 0x1908, kUnsignedByte = 0x1401;
  using ReadPixels = void (*)(int, int, int, int, unsigned, unsigned, void*);
  static const auto read = reinterpret_cast<ReadPixels>(sf::Context::getFunction("glReadPixels"));
  std::uint8_t rgba[4] = {};
  if (read != nullptr && window.setActive(true)) read(x, y, 1, 1, kRgba, kUnsignedByte, rgba);
  return {rgba[0], rgba[1], rgba[2]};
}

PadInfo padInfo(int pad) {
  const auto id = static_cast<unsigned>(pad);
  const sf::Joystick::Identification who = sf::Joystick::getIdentification(id);
  PadInfo info;
  info.name = who.name.toAnsiString();
  info.vendor = who.vendorId;
  info.product = who.productId;
  for (std::size_t i = 0; i < info.axes.size(); ++i)
    info.axes[i] = sf::Joystick::hasAxis(id, static_cast<sf::Joystick::Axis>(i));
  return info;
}

void finishDrawing() {
  static const auto finish = reinterpret_cast<void (*)()>(sf::Context::getFunction("glFinish"));
  if (finish != nullptr) finish();
}

bool resizeLikeWindow(sf::RenderTexture& target, unsigned width, unsigned height) {
  if (!resize(target, width, height)) return false;
  constexpr unsigned kTexture2d = 0x0DE1, kRgba = 0x1908, kBgra = 0x80E1, kUnsignedByte = 0x1401;
  using TexImage = void (*)(unsigned, int, int, int, int, int, unsigned, unsigned, const void*);
  static const auto again = reinterpret_cast<TexImage>(sf::Context::getFunction("glTexImage2D"));
  if (again == nullptr || !target.setActive(true)) return true;
  // SFML's storage is taken by another of the same size under the same name.
  sf::Texture::bind(&target.getTexture());
  again(kTexture2d, 0, kRgba, static_cast<int>(width), static_cast<int>(height), 0, kBgra, kUnsignedByte, nullptr);
  sf::Texture::bind(nullptr);
  return true;
}

void beginDrawing() {
  static const auto begin = reinterpret_cast<void (*)()>(sf::Context::getFunction("glFlush"));
  if (begin != nullptr) begin();
}

void movePointer(const sf::RenderWindow& window, int x, int y) { sf::Mouse::setPosition({x, y}, window); }

void openWindow(sf::RenderWindow& window, unsigned width, unsigned height, bool fullscreen, unsigned samples) {
  sf::ContextSettings context;
#if SFML_VERSION_MAJOR >= 3
  context.antiAliasingLevel = samples;
  if (fullscreen)
    window.create(sf::VideoMode::getDesktopMode(), "Knead", sf::State::Fullscreen, context);
  else
    window.create(sf::VideoMode({width, height}), "Knead", sf::State::Windowed, context);
#else
  context.antialiasingLevel = samples;
  if (fullscreen)
    window.create(sf::VideoMode::getDesktopMode(), "Knead", sf::Style::Fullscreen, context);
  else
    window.create(sf::VideoMode(width, height), "Knead", sf::Style::Default, context);
#endif
  window.setKeyRepeatEnabled(false);
  if (!fullscreen) {
    const auto desktop = sf::VideoMode::getDesktopMode();
#if SFML_VERSION_MAJOR >= 3
    const unsigned dw = desktop.size.x, dh = desktop.size.y;
#else
    const unsigned dw = desktop.width, dh = desktop.height;
#endif
    window.setPosition(
        {static_cast<int>(dw > width ? (dw - width) / 2 : 0), static_cast<int>(dh > height ? (dh - height) / 2 : 0)});
  }
}

std::optional<InputEvent> poll(sf::RenderWindow& window) {
  InputEvent out;
  using Kind = InputEvent::Kind;
#if SFML_VERSION_MAJOR >= 3
  const std::optional<sf::Event> e = window.pollEvent();
  if (!e) return std::nullopt;
  if (e->is<sf::Event::Closed>())
    out.kind = Kind::Close;
  else if (e->is<sf::Event::Resized>())
    out.kind = Kind::Resize;
  else if (e->is<sf::Event::FocusLost>())
    out.kind = Kind::FocusLost;
  else if (e->is<sf::Event::FocusGained>())
    out.kind = Kind::FocusGained;
  else if (const auto* k = e->getIf<sf::Event::KeyPressed>()) {
    out.kind = Kind::KeyDown;
    out.key = keyOf(k->code);
  } else if (const auto* typed = e->getIf<sf::Event::TextEntered>()) {
    out.kind = Kind::Text;
    out.letter = typed->unicode;
  } else if (const auto* up = e->getIf<sf::Event::KeyReleased>()) {
    out.kind = Kind::KeyUp;
    out.key = keyOf(up->code);
  } else if (const auto* t = e->getIf<sf::Event::TouchBegan>()) {
    finger(out, Kind::MouseDown, t->finger, t->position.x, t->position.y);
  } else if (const auto* tm = e->getIf<sf::Event::TouchMoved>()) {
    finger(out, Kind::MouseMove, tm->finger, tm->position.x, tm->position.y);
  } else if (const auto* te = e->getIf<sf::Event::TouchEnded>()) {
    finger(out, Kind::MouseUp, te->finger, te->position.x, te->position.y);
  } else if (const auto* jd = e->getIf<sf::Event::JoystickButtonPressed>()) {
    raw(out, Kind::RawDown, jd->joystickId, jd->button);
  } else if (const auto* ju = e->getIf<sf::Event::JoystickButtonReleased>()) {
    raw(out, Kind::RawUp, ju->joystickId, ju->button);
  } else if (const auto* jm = e->getIf<sf::Event::JoystickMoved>()) {
    raw(out, Kind::RawAxis, jm->joystickId, static_cast<unsigned>(jm->axis), jm->position);
  } else if (const auto* jc = e->getIf<sf::Event::JoystickConnected>()) {
    raw(out, Kind::PadCame, jc->joystickId, 0);
  } else if (const auto* jg = e->getIf<sf::Event::JoystickDisconnected>()) {
    raw(out, Kind::PadGone, jg->joystickId, 0);
  } else if (const auto* b = e->getIf<sf::Event::MouseButtonPressed>()) {
    out.kind = Kind::MouseDown;
    out.x = f(b->position.x);
    out.y = f(b->position.y);
    out.leftButton = b->button == sf::Mouse::Button::Left;
  } else if (const auto* u = e->getIf<sf::Event::MouseButtonReleased>()) {
    out.kind = Kind::MouseUp;
    out.x = f(u->position.x);
    out.y = f(u->position.y);
    out.leftButton = u->button == sf::Mouse::Button::Left;
  } else if (const auto* m = e->getIf<sf::Event::MouseMoved>()) {
    out.kind = Kind::MouseMove;
    out.x = f(m->position.x);
    out.y = f(m->position.y);
  } else if (e->is<sf::Event::MouseMovedRaw>()) {
    return poll(window);  // comes beside every MouseMoved
  } else if (const auto* w = e->getIf<sf::Event::MouseWheelScrolled>()) {
    if (w->wheel != sf::Mouse::Wheel::Vertical) return poll(window);
    out.kind = Kind::Wheel;
    out.wheel = w->delta;
    out.x = f(w->position.x);
    out.y = f(w->position.y);
  }
#else
  sf::Event e{};
  if (!window.pollEvent(e)) return std::nullopt;
  switch (e.type) {
    case sf::Event::Closed: out.kind = Kind::Close; break;
    case sf::Event::Resized: out.kind = Kind::Resize; break;
    case sf::Event::LostFocus: out.kind = Kind::FocusLost; break;
    case sf::Event::GainedFocus: out.kind = Kind::FocusGained; break;
    case sf::Event::KeyPressed:
      out.kind = Kind::KeyDown;
      out.key = keyOf(e.key.code);
      break;
    case sf::Event::TextEntered:
      out.kind = Kind::Text;
      out.letter = static_cast<char32_t>(e.text.unicode);
      break;
    case sf::Event::KeyReleased:
      out.kind = Kind::KeyUp;
      out.key = keyOf(e.key.code);
      break;
    case sf::Event::TouchBegan: finger(out, Kind::MouseDown, e.touch.finger, e.touch.x, e.touch.y); break;
    case sf::Event::TouchMoved: finger(out, Kind::MouseMove, e.touch.finger, e.touch.x, e.touch.y); break;
    case sf::Event::TouchEnded: finger(out, Kind::MouseUp, e.touch.finger, e.touch.x, e.touch.y); break;
    case sf::Event::JoystickButtonPressed:
      raw(out, Kind::RawDown, e.joystickButton.joystickId, e.joystickButton.button);
      break;
    case sf::Event::JoystickButtonReleased:
      raw(out, Kind::RawUp, e.joystickButton.joystickId, e.joystickButton.button);
      break;
    case sf::Event::JoystickMoved:
      raw(out, Kind::RawAxis, e.joystickMove.joystickId, static_cast<unsigned>(e.joystickMove.axis),
          e.joystickMove.position);
      break;
    case sf::Event::JoystickConnected: raw(out, Kind::PadCame, e.joystickConnect.joystickId, 0); break;
    case sf::Event::JoystickDisconnected: raw(out, Kind::PadGone, e.joystickConnect.joystickId, 0); break;
    case sf::Event::MouseButtonPressed:
    case sf::Event::MouseButtonReleased:
      out.kind = e.type == sf::Event::MouseButtonPressed ? Kind::MouseDown : Kind::MouseUp;
      out.x = f(e.mouseButton.x);
      out.y = f(e.mouseButton.y);
      out.leftButton = e.mouseButton.button == sf::Mouse::Left;
      break;
    case sf::Event::MouseMoved:
      out.kind = Kind::MouseMove;
      out.x = f(e.mouseMove.x);
      out.y = f(e.mouseMove.y);
      break;
    case sf::Event::MouseWheelScrolled:
      if (e.mouseWheelScroll.wheel != sf::Mouse::VerticalWheel) return poll(window);
      out.kind = Kind::Wheel;
      out.wheel = e.mouseWheelScroll.delta;
      out.x = f(e.mouseWheelScroll.x);
      out.y = f(e.mouseWheelScroll.y);
      break;
    default: break;
  }
#endif
  return out;
}

void setIcon(sf::RenderWindow& window, const std::string& path) {
  sf::Image image;
  if (!image.loadFromFile(path)) return;
#if SFML_VERSION_MAJOR >= 3
  window.setIcon(image.getSize(), image.getPixelsPtr());
#else
  window.setIcon(image.getSize().x, image.getSize().y, image.getPixelsPtr());
#endif
}

float kerning(const sf::Font& font, std::uint32_t before, std::uint32_t after, unsigned size) {
#if SFML_VERSION_MAJOR >= 3
  return font.getKerning(static_cast<char32_t>(before), static_cast<char32_t>(after), size);
#else
  return font.getKerning(before, after, size);
#endif
}

#if SFML_VERSION_MAJOR >= 3
bool loadFont(sf::Font& font, const std::string& path) { return font.openFromFile(path); }
bool resize(sf::RenderTexture& t, unsigned w, unsigned h) { return t.resize({w, h}); }
bool loadFragment(sf::Shader& s, const std::string& source) {
  return s.loadFromMemory(source, sf::Shader::Type::Fragment);
}
bool loadPixels(sf::Texture& t, unsigned w, unsigned h, const std::uint8_t* p) {
  if (t.getSize() != sf::Vector2u{w, h} && !t.resize({w, h})) return false;
  t.update(p);
  return true;
}
sf::View viewOf(float x, float y, float w, float h) { return sf::View(sf::FloatRect({x, y}, {w, h})); }
void setViewport(sf::View& v, float x, float y, float w, float h) { v.setViewport(sf::FloatRect({x, y}, {w, h})); }
namespace {
Port viewportOf(const sf::View& v) {
  const sf::FloatRect box = v.getViewport();
  return {box.position.x, box.position.y, box.size.x, box.size.y};
}
}  // namespace
#else
bool loadFont(sf::Font& font, const std::string& path) { return font.loadFromFile(path); }
bool resize(sf::RenderTexture& t, unsigned w, unsigned h) { return t.create(w, h); }
bool loadFragment(sf::Shader& s, const std::string& source) {
  return sf::Shader::isAvailable() && s.loadFromMemory(source, sf::Shader::Fragment);
}
bool loadPixels(sf::Texture& t, unsigned w, unsigned h, const std::uint8_t* p) {
  if (t.getSize() != sf::Vector2u{w, h} && !t.create(w, h)) return false;
  t.update(p);
  return true;
}
sf::View viewOf(float x, float y, float w, float h) { return sf::View(sf::FloatRect(x, y, w, h)); }
void setViewport(sf::View& v, float x, float y, float w, float h) { v.setViewport(sf::FloatRect(x, y, w, h)); }
namespace {
Port viewportOf(const sf::View& v) {
  const sf::FloatRect& box = v.getViewport();
  return {box.left, box.top, box.width, box.height};
}
}  // namespace
#endif

namespace {
// Shows what lies from `corner` in the box that the view has from `from`.
void drawThrough(sf::RenderTarget& target, Vec2 corner, Vec2 from, Vec2 extent, const std::function<void()>& draw) {
  const sf::View whole = target.getView();
  const float w = whole.getSize().x, h = whole.getSize().y;
  const Vec2 share{(from.x - whole.getCenter().x) / w + .5F, (from.y - whole.getCenter().y) / h + .5F};
  const Port port = viewportOf(whole);
  sf::View part = viewOf(corner.x, corner.y, extent.x, extent.y);
  setViewport(part, port.x + share.x * port.width, port.y + share.y * port.height, extent.x / w * port.width,
              extent.y / h * port.height);
  target.setView(part);
  draw();
  target.setView(whole);
}
}  // namespace

void clipped(sf::RenderTarget& target, Vec2 at, Vec2 size, float scale, const std::function<void()>& draw) {
  drawThrough(target, at * scale, at * scale, size * scale, draw);
}
void inBox(sf::RenderTarget& target, Vec2 at, Vec2 size, const std::function<void()>& draw) {
  drawThrough(target, {0, 0}, at, size, draw);
}

bool screenshot(const sf::RenderWindow& window, const std::string& path) {
  sf::Texture texture;
  const sf::Vector2u size = window.getSize();
  const std::vector<std::uint8_t> blank(static_cast<std::size_t>(size.x) * size.y * 4U);
  if (!loadPixels(texture, size.x, size.y, blank.data())) return false;
  texture.update(window);
  return texture.copyToImage().saveToFile(path);
}

}  // namespace knead::app::platform
