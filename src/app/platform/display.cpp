// Opens SFML's OpenGL straight away and asks why only when that fails, because asking costs as much as opening. The
// question is put to libX11 and libGL loaded at run time, so that nothing links to them by name, and the drawing part
// in a child process, because Xlib and Mesa may end the process that finds no driver.
#include "app/platform/display.hpp"

#if defined(__linux__)
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>
#endif

namespace knead::app::platform {
namespace {

constexpr const char* kNoContext = "cannot open a window with OpenGL; check the graphics driver";

#if defined(__linux__)
enum Finding { Fine, NoDisplay, NoGlLibrary, NoGlx, NoVisual, NoContext };

template <class Function>
Function symbol(void* library, const char* name) {
  return library != nullptr ? reinterpret_cast<Function>(dlsym(library, name)) : nullptr;
}

using OpenDisplay = void* (*)(const char*);

// In the child: everything SFML will do to get a context, without SFML.
Finding tryOpenGl(OpenDisplay openDisplay, void* x11) {
  void* display = openDisplay(nullptr);
  if (display == nullptr) return Finding::NoDisplay;
  void* gl = dlopen("libGL.so.1", RTLD_LAZY);
  if (gl == nullptr) return Finding::NoGlLibrary;
  const auto query = symbol<int (*)(void*, int*, int*)>(gl, "glXQueryExtension");
  const auto choose = symbol<void* (*)(void*, int, int*)>(gl, "glXChooseVisual");
  const auto create = symbol<void* (*)(void*, void*, void*, int)>(gl, "glXCreateContext");
  const auto screen = symbol<int (*)(void*)>(x11, "XDefaultScreen");
  const auto sync = symbol<int (*)(void*, int)>(x11, "XSync");
  if (query == nullptr || choose == nullptr || create == nullptr || screen == nullptr || sync == nullptr)
    return Finding::NoGlLibrary;
  int errorBase = 0, eventBase = 0;
  if (query(display, &errorBase, &eventBase) == 0) return Finding::NoGlx;
  std::array<int, 5> wanted = {4 /* GLX_RGBA */, 5 /* GLX_DOUBLEBUFFER */, 8 /* GLX_RED_SIZE */, 8, 0};
  void* visual = choose(display, screen(display), wanted.data());
  if (visual == nullptr) return Finding::NoVisual;
  if (create(display, visual, nullptr, 1) == nullptr) return Finding::NoContext;
  sync(display, 0);
  return Finding::Fine;
}

// A connection that the server has closed again: it was just resetting itself.
bool closed(int descriptor) {
  pollfd look{descriptor, POLLIN, 0};
  if (poll(&look, 1, 0) <= 0) return false;
  char byte = 0;
  return (look.revents & (POLLHUP | POLLERR)) != 0 || recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

Finding tryOnce(OpenDisplay openDisplay, void* x11) {
  // Kept open until the program ends: a server without a client resets itself, perhaps just when SFML connects.
  void* held = openDisplay(nullptr);
  if (held == nullptr) return Finding::NoDisplay;
  const pid_t child = fork();
  if (child < 0) return Finding::Fine;  // cannot try; SFML will
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0) dup2(nowhere, 2);
    _exit(tryOpenGl(openDisplay, x11));
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const auto connection = symbol<int (*)(void*)>(x11, "XConnectionNumber");
  if (connection != nullptr && closed(connection(held))) return Finding::NoDisplay;
  return WIFEXITED(status) && WEXITSTATUS(status) >= Finding::Fine && WEXITSTATUS(status) <= Finding::NoContext
             ? static_cast<Finding>(WEXITSTATUS(status))
             : Finding::NoContext;
}

// Why there is none; empty if there is one after all.
std::string displayProblem() {
  const char* name = std::getenv("DISPLAY");
  if (name == nullptr || *name == '\0') {
    return "found no display (DISPLAY is not set); start knead from a desktop, or under Xvfb or Xwayland";
  }
  void* x11 = dlopen("libX11.so.6", RTLD_LAZY);
  const auto openDisplay = symbol<OpenDisplay>(x11, "XOpenDisplay");
  if (openDisplay == nullptr) return "found no libX11.so.6; install the package libx11-6";
  constexpr int kTries = 4;
  Finding finding = Finding::NoDisplay;
  for (int i = 0; i < kTries; ++i) {
    if (i > 0) std::this_thread::sleep_for(std::chrono::milliseconds(120));
    finding = tryOnce(openDisplay, x11);
    if (finding == Finding::Fine) return {};
  }
  const std::string display = "the display \"" + std::string(name) + "\"";
  switch (finding) {
    case Finding::NoGlLibrary: return "found no libGL.so.1; install the package libgl1";
    case Finding::NoGlx:
    case Finding::NoVisual:
      return display + " offers no OpenGL (GLX); use another display, or Xvfb with +extension GLX";
    case Finding::NoContext:
      return "OpenGL makes no context on " + display + "; check the graphics driver (package libgl1-mesa-dri)";
    default: return "cannot open " + display + "; check that it runs and that you may use it (DISPLAY, XAUTHORITY)";
  }
}

constexpr int kExitNoDisplay = 4;

// While `opening`, whatever ends the program is about the display. Both are read by the handlers, which take no
// argument.
bool opening = false;
int standardError = -1;

void quiet(bool on) {
  if (on) {
    standardError = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
    if (nowhere >= 0) close(nowhere);
  } else if (standardError >= 0) {
    dup2(standardError, STDERR_FILENO);
    close(standardError);
    standardError = -1;
  }
}

// The program once more from its beginning: the server was resetting itself just then. Returns if it has been tried.
void startAgain() {
  constexpr const char* kOnce = "KNEAD_STARTED_AGAIN";
  if (std::getenv(kOnce) != nullptr) return;
  setenv(kOnce, "1", 1);
  std::ifstream in("/proc/self/cmdline", std::ios::binary);
  std::string words((std::istreambuf_iterator<char>(in)), {});
  std::vector<char*> argv;
  for (std::size_t at = 0; at < words.size(); at = words.find('\0', at) + 1) argv.push_back(words.data() + at);
  argv.push_back(nullptr);
  execv("/proc/self/exe", argv.data());
}

// SFML has aborted or crashed, Xlib has called exit, or there is no context: in the middle of nothing of ours.
void ended() {
  if (!opening) return;
  opening = false;
  quiet(false);
  std::string problem = displayProblem();
  if (problem.empty()) {
    startAgain();
    problem = kNoContext;
  }
  std::fprintf(stderr, "knead: %s\n", problem.c_str());
  _exit(kExitNoDisplay);
}
void onSignal(int) { ended(); }
#endif

}  // namespace

std::string OpenGl::open() {
#if defined(__linux__)
  static const int registered = std::atexit(ended);
  static_cast<void>(registered);
  struct sigaction mine {
  }, abort{}, segv{};
  mine.sa_handler = onSignal;
  sigaction(SIGABRT, &mine, &abort);
  sigaction(SIGSEGV, &mine, &segv);
  quiet(true);
  opening = true;
#endif
  m_kept = std::make_unique<sf::Texture>();
  const bool there = sf::Texture::getMaximumSize() > 0;
#if defined(__linux__)
  if (!there) ended();
  opening = false;
  quiet(false);
  sigaction(SIGABRT, &abort, nullptr);
  sigaction(SIGSEGV, &segv, nullptr);
#endif
  return there ? "" : kNoContext;
}

}  // namespace knead::app::platform
