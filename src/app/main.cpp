// The program: options, data, display, window, and the loop of 60 frames a second over the present screen. Rules and
// drawing are elsewhere. Exit codes: 0 ok, 1 run time, 2 usage, 3 missing or bad data, 4 no display.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <thread>

#include "app/platform/display.hpp"
#include "app/screens/screen.hpp"
#include "app/ui/theme.hpp"
#include "bots/bot.hpp"

namespace knead::app {
namespace {

int fail(int code, const std::string& what) {
  std::fprintf(stderr, "knead: %s\n", what.c_str());
  return code;
}

std::string findData(const Options& options) {
  std::vector<std::string> places;
  std::error_code ignored;
  if (!options.dataDir.empty()) {
    places.push_back(options.dataDir);
  } else {
    const auto self = std::filesystem::read_symlink("/proc/self/exe", ignored);
    places.push_back((self.parent_path() / "../share/knead").string());
#ifdef KNEAD_SOURCE_DATA_DIR
    places.emplace_back(KNEAD_SOURCE_DATA_DIR);
#endif
    const char* xdg = std::getenv("XDG_DATA_DIRS");
    std::istringstream in(xdg != nullptr && *xdg != '\0' ? xdg : "/usr/local/share:/usr/share");
    for (std::string part; std::getline(in, part, ':');) places.push_back(part + "/knead");
  }
  for (const std::string& place : places) {
    if (std::filesystem::is_directory(place + "/levels", ignored)) return place;
  }
  return {};
}

int run(int argc, char** argv) {
  int exitCode = 0;
  const auto read = readOptions(argc, argv, exitCode);
  if (!read) return exitCode;
  const Options& options = *read;
  const std::string data = findData(options);
  if (data.empty())
    return fail(3, (options.dataDir.empty() ? std::string("found no folder of levels")
                                            : options.dataDir + ": holds no folder \"levels\"") +
                       "; give one with --data-dir DIR");
  level::Catalogue levels;
  std::optional<level::Level> chosen;
  if (options.level.empty()) {
    levels = level::readCatalogue(data + "/levels");
    if (levels.levels.empty())
      return fail(3, data + "/levels: holds no level that can be read" +
                         (levels.errors.empty() ? std::string() : "; " + levels.errors.front().text()));
  } else {
    auto found = level::findLevel(options.level, data + "/levels");
    if (!found) return fail(3, found.error().text());
    chosen = std::move(found).value();
    levels = level::readCatalogue(data + "/levels");
    if (!options.bot.empty() && !bots::makeBot(options.bot, *chosen, options.seed)) {
      std::string names;
      for (const auto name : bots::botNames()) names += " " + std::string(name);
      return fail(2, "--bot: found \"" + options.bot + "\"; allowed:" + names);
    }
  }
  Drive drive;
  if (chosen) {
    auto found = readDrive(options, *chosen);
    if (!found) return fail(3, found.error().text());
    drive = std::move(found).value();
  }
  if (!options.shots.empty()) {
    std::error_code bad;
    std::filesystem::create_directories(options.shots, bad);
    if (bad) return fail(1, options.shots + ": cannot make this folder; give another with --shots");
  }
  const std::string problem = platform::displayProblem();
  if (!problem.empty()) return fail(4, problem);

  platform::quietLog();
  sf::RenderWindow window;
  bool fullscreen = options.fullscreen;
  platform::openWindow(window, options.width, options.height, fullscreen);
  if (!window.isOpen()) return fail(4, "cannot open a window with OpenGL; check the graphics driver");
  DrawKit kit;
  const std::string missing = kit.load();
  if (!missing.empty()) return fail(3, missing);

  Services services{kit, options, drive, levels, nullptr, false, {}, {}};
  std::unique_ptr<Screen> screen = !chosen ? makeLevelList(services)
                                   : drive.driven() || options.intake
                                       ? makePlay(services, *chosen, drive.setup(*chosen, options))
                                       : makeIntake(services, *chosen);
  using Clock = std::chrono::steady_clock;
  auto last = Clock::now(), due = last;
  int shotNumber = 0;
  std::vector<float> frameMs;
  while (window.isOpen() && !services.quit && services.error.empty()) {
    const auto size = window.getSize();
    // A window too narrow for the screen's layout shows it smaller, centred between two bars.
    const float scale =
        std::min(static_cast<float>(size.y) / 720.0F, static_cast<float>(size.x) / screen->leastWidth());
    const float bar = std::round((static_cast<float>(size.y) - 720.0F * scale) * 0.5F);
    window.setView(platform::viewOf(0, -bar, static_cast<float>(size.x), static_cast<float>(size.y)));
    const float width = static_cast<float>(size.x) / scale;
    while (auto event = platform::poll(window)) {
      using Kind = platform::InputEvent::Kind;
      if (event->kind == Kind::Close) services.quit = true;
      if (event->kind == Kind::KeyDown && event->key == platform::Key::F11) {
        fullscreen = !fullscreen;
        platform::openWindow(window, options.width, options.height, fullscreen);
      }
      if (event->kind == Kind::KeyDown && event->key == platform::Key::F12)
        services.shots.push_back("screenshot-" + std::to_string(++shotNumber));
      event->x /= scale;
      event->y = (event->y - bar) / scale;
      screen->handle(*event);
    }
    const auto now = Clock::now();
    screen->update(std::chrono::duration<float>(now - last).count());
    last = now;
    Painter painter(kit);
    painter.setScale(scale);
    window.clear(theme::ground0);
    screen->draw(window, painter, width);
    for (const std::string& name : services.shots) {
      const std::string folder = options.shots.empty() ? "." : options.shots;
      const std::string prefix =
          options.level.empty() || name == "results" ? "" : std::filesystem::path(options.level).stem().string() + "-";
      if (!platform::screenshot(window, folder + "/" + prefix + name + ".png"))
        services.error = folder + ": cannot write the screenshot " + name;
    }
    services.shots.clear();
    window.display();
    frameMs.push_back(std::chrono::duration<float, std::milli>(Clock::now() - now).count());
    if (services.next) screen = std::move(services.next);
    due = std::max(due + std::chrono::microseconds(16667), Clock::now() - std::chrono::microseconds(16667));
    std::this_thread::sleep_until(due);
  }
  if (std::getenv("KNEAD_FRAME_TIMES") != nullptr && !frameMs.empty()) {
    std::sort(frameMs.begin(), frameMs.end());
    std::fprintf(stderr, "frames %zu, median %.1f ms, p95 %.1f ms\n", frameMs.size(),
                 static_cast<double>(frameMs[frameMs.size() / 2]),
                 static_cast<double>(frameMs[frameMs.size() * 95 / 100]));
  }
  return services.error.empty() ? 0 : fail(1, services.error);
}

}  // namespace
}  // namespace knead::app

int main(int argc, char** argv) { return knead::app::run(argc, argv); }
