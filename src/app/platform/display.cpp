// Tries the X display through libX11 loaded at run time, so that nothing links to X by name.
#include "app/platform/display.hpp"

#include <dlfcn.h>

#include <cstdlib>

namespace knead::app::platform {

std::string displayProblem() {
#if defined(__linux__)
  const char* name = std::getenv("DISPLAY");
  if (name == nullptr || *name == '\0') {
    return "found no display (DISPLAY is not set); start knead from a desktop, or under Xvfb or Xwayland";
  }
  void* library = dlopen("libX11.so.6", RTLD_LAZY);
  if (library == nullptr) return "found no libX11.so.6; install the package libx11-6";
  using Open = void* (*)(const char*);
  const auto open = reinterpret_cast<Open>(dlsym(library, "XOpenDisplay"));
  // Kept open until the program ends: a server without a client may reset itself just when SFML connects.
  void* display = open != nullptr ? open(nullptr) : nullptr;
  if (display == nullptr) {
    return "cannot open the display \"" + std::string(name) +
           "\"; check that it runs and that you may use it (DISPLAY, XAUTHORITY)";
  }
#endif
  return {};
}

}  // namespace knead::app::platform
