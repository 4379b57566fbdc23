// The way to the display: one connection and one OpenGL context under all that SFML draws.
#pragma once

#include <SFML/Graphics/Texture.hpp>
#include <memory>
#include <string>

namespace knead::app::platform {

class OpenGl {
 public:
  // Before any other SFML object. Empty if all is well; otherwise one line that says why not and what to do. SFML
  // aborts and Xlib exits where they find no display: that, too, ends the program with such a line, and exit code 4.
  [[nodiscard]] std::string open();

 private:
  std::unique_ptr<sf::Texture> m_kept;  // anything of SFML's that needs OpenGL keeps the context
};

}  // namespace knead::app::platform
