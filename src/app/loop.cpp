// One frame after the other; see the header.
#include "app/loop.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "app/exports.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Clock = std::chrono::steady_clock;
using Kind = platform::InputEvent::Kind;
using platform::Key;

constexpr float kHeight = 720, kLeastWidth = 960;  // reference pixels; narrower than 4:3 is drawn smaller
// Opening a window takes the focus away and gives it back: that is no reason to pause.
// A still screen is drawn this often all the same: what covered the window leaves no word when it goes.
constexpr auto kLongestStill = std::chrono::seconds(1);
constexpr auto kSettle = std::chrono::milliseconds(600);

class Loop {
 public:
  Loop(const Options& options, const Drive& drive, const level::Catalogue& levels, const level::TechniqueBook& book,
       Player& player)
      : m_options(options),
        m_fullscreen(options.fullscreen || player.settings().on(profile::Option::FullScreen)),
        m_size(options.width, options.height),
        m_services{m_kit, options, drive, levels, book, player} {}

  LoopEnd run(const level::Level* chosen, const replay::Replay* watched) {
    open();
    if (!m_window.isOpen()) return {4, "cannot open a window with OpenGL; check the graphics driver"};
    const std::string missing = m_kit.load();
    if (!missing.empty()) return {3, missing};
    m_screens.push_back(first(chosen, watched));
    auto last = Clock::now(), due = last;
    while (m_window.isOpen() && !m_services.quit && m_services.error.empty()) {
      layOut();
      events();
      const auto now = Clock::now();
      const float seconds = std::chrono::duration<float>(now - last).count();
      last = now;
      m_screens.back()->update(seconds);
      if (const std::string notice = m_services.player.takeNotice(); !notice.empty()) m_services.toast.say(notice, 8);
      m_services.toast.update(seconds);
      const bool toast = m_services.toast.shown();
      if (!m_screens.back()->still() || toast || m_toastWas || m_happened || m_takeShot ||
          now - m_drawn > kLongestStill) {
        m_happened = false;
        m_drawn = now;
        picture();
      }
      m_toastWas = toast;
      if (m_timed) m_frameMs.push_back(std::chrono::duration<float, std::milli>(Clock::now() - now).count());
      if (m_services.leaving()) change();
      if (m_fullscreen != wantsFullScreen()) switchFullScreen();
      const auto frame = frameTime();
      due = std::max(due + frame, Clock::now() - frame);
      std::this_thread::sleep_until(due);
    }
    tellFrameTimes();
    return m_services.error.empty() ? LoopEnd{} : LoopEnd{1, m_services.error};
  }

 private:
  std::unique_ptr<Screen> first(const level::Level* chosen, const replay::Replay* watched) {
    if (chosen == nullptr)
      return m_services.player.settings().welcomed() ? makeTitle(m_services) : makeFirstStart(m_services);
    if (watched != nullptr) return makeReplayViewer(m_services, *chosen, *watched);
    return m_services.drive.driven() || m_options.intake
               ? makePlay(m_services, *chosen, m_services.drive.setup(*chosen, m_options))
               : makeIntake(m_services, *chosen);
  }

  void change() {
    if (m_services.next) {
      m_screens.clear();
      m_screens.push_back(std::move(m_services.next));
    } else if (m_services.over) {
      m_screens.push_back(std::move(m_services.over));
    } else {
      m_screens.pop_back();
      if (m_screens.empty()) m_screens.push_back(makeTitle(m_services));
      ++m_kit.epoch;  // what was kept may be of another language or setting
    }
    m_services.back = false;
    m_unseen = m_happened = true;
  }

  void open() {
    platform::openWindow(m_window, m_size.x, m_size.y, m_fullscreen);
    ++m_kit.epoch;
    m_happened = true;
    m_settled = Clock::now() + kSettle;
  }

  void switchFullScreen() {
    if (!m_fullscreen) m_size = m_window.getSize();
    m_fullscreen = !m_fullscreen;
    open();
    layOut();
  }

  void layOut() {
    const auto size = m_window.getSize();
    const auto w = static_cast<float>(size.x), h = static_cast<float>(size.y);
    m_scale = std::min(h / kHeight, w / kLeastWidth);
    m_bar = std::round((h - kHeight * m_scale) * 0.5F);
    m_width = w / m_scale;
    m_window.setView(platform::viewOf(0, -m_bar, w, h));
  }

  void events() {
    // What comes after the key that leads to another screen is meant for that one, once it has been drawn: only then
    // is it known where everything stands.
    if (m_unseen) {
      m_unseen = false;
      return;
    }
    while (!m_services.leaving()) {
      auto event = platform::poll(m_window);
      if (!event) return;
      m_happened = true;
      if (event->kind == Kind::Close) m_services.quit = true;
      if (event->kind == Kind::Resize) layOut();
      if (event->kind == Kind::FocusLost && Clock::now() < m_settled) continue;
      if (event->kind == Kind::KeyDown && event->key == Key::F11) {
        switchFullScreen();
        m_services.player.set(profile::Option::FullScreen, m_fullscreen ? 1 : 0);
        continue;
      }
      if (event->kind == Kind::KeyDown && event->key == Key::F12) m_takeShot = true;
      event->x /= m_scale;
      event->y = (event->y - m_bar) / m_scale;
      m_screens.back()->handle(*event);
    }
  }

  void picture() {
    Painter painter(m_kit);
    painter.setScale(m_scale);
    if (m_bar > 0) m_window.clear(theme::ground0);
    m_screens.back()->draw(m_window, painter, m_width);
    m_services.toast.draw(painter, m_width);
    painter.flush(m_window);
    timedShots();
    const bool taken = m_takeShot;
    std::string name;
    if (taken) {
      m_takeShot = false;
      name = freeName(picturesFolder(m_options), "knead", "png");
      if (!name.empty() && !platform::screenshot(m_window, name)) name.clear();
    }
    m_window.display();
    if (taken)
      m_services.toast.say(words::fill(
          name.empty() ? words::tr("No picture: cannot write to {folder}.") : words::tr("Picture saved in {folder}."),
          {{"folder", shownFolder(picturesFolder(m_options))}}));
  }

  // What --at asks for. A folder that cannot be written ends the program: nobody sits there to read a toast.
  void timedShots() {
    for (const std::string& name : m_services.shots) {
      const std::string prefix = m_options.level.empty() || name == "results"
                                     ? ""
                                     : std::filesystem::path(m_options.level).stem().string() + "-";
      if (!platform::screenshot(m_window, m_options.shots + "/" + prefix + name + ".png"))
        m_services.error = m_options.shots + ": cannot write the screenshot " + name;
    }
    m_services.shots.clear();
  }

  void tellFrameTimes() {
    if (m_frameMs.empty()) return;
    std::sort(m_frameMs.begin(), m_frameMs.end());
    std::fprintf(stderr, "frames %zu, median %.1f ms, p95 %.1f ms\n", m_frameMs.size(),
                 static_cast<double>(m_frameMs[m_frameMs.size() / 2]),
                 static_cast<double>(m_frameMs[m_frameMs.size() * 95 / 100]));
  }

  // The option, once the player has one; --fullscreen until then.
  [[nodiscard]] bool wantsFullScreen() const {
    const bool wanted = m_services.player.settings().on(profile::Option::FullScreen);
    return m_options.fullscreen ? m_fullscreen : wanted;
  }
  [[nodiscard]] std::chrono::microseconds frameTime() const {
    constexpr std::array<int, 3> kRates = {30, 60, 120};
    const int rate = kRates[static_cast<std::size_t>(m_services.player.settings().get(profile::Option::FrameRate))];
    return std::chrono::microseconds(1000000 / rate);
  }

  const Options& m_options;
  sf::RenderWindow m_window;
  DrawKit m_kit;
  bool m_fullscreen, m_takeShot = false;
  bool m_happened = true;  // something that may have changed the picture
  bool m_toastWas = false;
  Clock::time_point m_drawn;
  bool m_unseen = true;  // the present screen was not drawn yet
  sf::Vector2u m_size;   // of the window when it is not the whole screen
  Services m_services;
  std::vector<std::unique_ptr<Screen>> m_screens;  // the last one is seen
  float m_scale = 1, m_bar = 0, m_width = 1280;
  Clock::time_point m_settled;
  const bool m_timed = std::getenv("KNEAD_FRAME_TIMES") != nullptr;
  std::vector<float> m_frameMs;
};

}  // namespace

LoopEnd runWindow(const Options& options, const Drive& drive, const level::Catalogue& levels,
                  const level::TechniqueBook& book, Player& player, const level::Level* chosen,
                  const replay::Replay* watched) {
  return Loop(options, drive, levels, book, player).run(chosen, watched);
}

}  // namespace knead::app
