// One frame after the other; see the header.
#include "app/loop.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <utility>

#include "app/access/magnifier.hpp"
#include "app/access/menu_scanner.hpp"
#include "app/access/narrator.hpp"
#include "app/apply_settings.hpp"
#include "app/devices/pad_file.hpp"
#include "app/drivers/event_script.hpp"
#include "app/exports.hpp"
#include "app/frame_log.hpp"
#include "app/log.hpp"
#include "app/online/online.hpp"
#include "app/platform/picture_keeper.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Clock = std::chrono::steady_clock;
using Kind = platform::InputEvent::Kind;
using platform::Action;

constexpr float kFilmStepS = 1.0F / 60;
// A still screen is drawn this often all the same: what covered the window leaves no word when it goes.
constexpr auto kLongestStill = std::chrono::seconds(2);
// Opening a window takes the focus away and gives it back: that is no reason to pause.
constexpr auto kSettle = std::chrono::milliseconds(600);

class Loop {
 public:
  Loop(const Options& options, const Drive& drive, const level::Catalogue& levels, const Shelf& shelf, Player& player,
       EventScript script)
      : m_options(options),
        m_fullscreen(options.fullscreen || player.settings().on(profile::Option::FullScreen)),
        m_log(options),
        m_askedFull(player.settings().on(profile::Option::FullScreen)),
        m_size(options.width, options.height),
        m_speaker(player.settings()),
        m_controls(player.settings()),
        m_narrator(player.settings(), options.speech),
        m_script(std::move(script)),
        m_online(player, levels),
        m_services{m_kit, options, drive, levels, shelf.book, shelf, player, m_speaker, m_controls, m_online} {
    m_services.mayCloseAll = [this] {
      return std::all_of(m_screens.begin(), m_screens.end(), [](const auto& one) { return one->mayClose(); });
    };
  }

  LoopEnd run(const level::Level* chosen, const replay::Replay* watched, std::optional<editing::Draft> draft) {
    open();
    if (!m_window.isOpen()) return {4, "cannot open a window with OpenGL; check the graphics driver"};
    const std::string missing = m_kit.load();
    if (!missing.empty()) return {3, missing};
    learnPads();
    m_screens.push_back(first(chosen, watched, std::move(draft)));
    auto last = Clock::now(), due = last;
    while (m_window.isOpen() && !m_services.quit && m_services.error.empty()) {
      layOut();
      const auto now = Clock::now();
      // A film is made of equal steps of play, however long a picture takes.
      const float seconds = m_options.film.empty() ? std::chrono::duration<float>(now - last).count() : kFilmStepS;
      last = now;
      events(seconds);
      m_screens.back()->update(seconds);
      askBoard();
      magnify(seconds);
      if (const std::string notice = m_services.player.takeNotice(); !notice.empty()) m_services.toast.say(notice, 8);
      m_services.toast.setWaits(m_services.player.settings().on(profile::Option::StayingText));
      m_services.toast.update(seconds);
      m_speaker.update(m_screens.back()->heard(), m_away, seconds);
      const bool toast = m_services.toast.shown() || m_speaker.captions().shown();
      if (!m_screens.back()->still() || toast || m_toastWas || m_happened || m_takeShot ||
          now - m_drawn > kLongestStill) {
        m_happened = false;
        m_drawn = now;
        picture();
      }
      narrate(seconds);
      m_toastWas = toast;
      m_log.frame(now);
      if (m_log.over()) m_services.quit = true;
      if (m_services.leaving()) change();
      followSettings();
      if (m_log.movesPointer()) {
        m_log.pointerSent();
        m_aside = !m_aside;
        platform::movePointer(m_window, m_aside ? 40 : 60, 40);
      }
      const auto frame = frameTime(m_services.player.settings());
      due = std::max(due + frame, Clock::now() - frame);
      if (m_options.film.empty()) std::this_thread::sleep_until(due);
    }
    m_log.tell(m_kit.layers);
    return m_services.error.empty() ? LoopEnd{} : LoopEnd{1, m_services.error};
  }

 private:
  std::unique_ptr<Screen> first(const level::Level* chosen, const replay::Replay* watched,
                                std::optional<editing::Draft> draft) {
    if (draft) return makeEditor(m_services, std::move(*draft));
    if (m_log.title()) return makeTitle(m_services);
    if (m_log.still()) return makeSettings(m_services);
    if (chosen == nullptr)
      return m_services.player.settings().welcomed() ? makeTitle(m_services) : makeFirstStart(m_services);
    if (watched != nullptr) return makeReplayViewer(m_services, *chosen, *watched);
    return m_services.drive.driven() || m_options.intake
               ? makePlay(m_services, *chosen, m_services.drive.setup(*chosen, m_options))
               : makeIntake(m_services, *chosen);
  }

  // What the server of boards has said in the meantime; in play nobody is told.
  void askBoard() {
    if (m_online.update()) m_happened = true;
    if (m_screens.back()->onTable()) return;
    if (const std::string news = m_online.outgoing.takeNews(); !news.empty()) m_services.toast.say(news, 6);
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
    if (!m_services.drive.driven()) m_speaker.cue(sound::Cue::Confirm);
    m_services.back = false;
    m_scanner.restart();
    m_opened = true;
    m_unseen = m_happened = true;
  }

  void open() {
    m_samples = samplesAPixel(m_services.player.settings(), m_options.quality);
    platform::openWindow(m_window, m_size.x, m_size.y, m_fullscreen, m_samples);
    if (!m_kit.first) dress();
    ++m_kit.epoch;
    m_happened = m_reopened = true;
    const std::string renderer = platform::renderer();
    log::info("window " + std::to_string(m_window.getSize().x) + "x" + std::to_string(m_window.getSize().y) + ", " +
              renderer);
    m_software = renderer.empty() || renderer.find("llvmpipe") != std::string::npos ||
                 renderer.find("softpipe") != std::string::npos || renderer.find("SWR") != std::string::npos;
    m_keeper.begin(m_software);
    m_seenScreen = nullptr;
    if (m_log.layers()) m_kit.layers.start(platform::finishDrawing);
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
    const PageSize page = pageOf(w, h);
    m_page = page;
    m_magnifier.layOut(page, {w, h}, m_screens.empty() ? 1 : wishedType() / laidOutType());
    m_window.setView(platform::viewOf(m_magnifier.corner().x, m_magnifier.corner().y, w, h));
  }

  [[nodiscard]] float wishedType() const { return textScale(m_services.player.settings()); }
  // As large as the screen's own layout allows; the rest is magnified.
  [[nodiscard]] float laidOutType() const { return std::min(wishedType(), m_screens.back()->largestType()); }

  // The part of the page that is seen follows what the player is doing.
  void magnify(float seconds) {
    if (!m_magnifier.on()) return;
    Screen& screen = *m_screens.back();
    const Choices* choices = screen.choices();
    const Choices::Box* box = choices != nullptr ? choices->focusedBox() : nullptr;
    if (m_controls.device() == Controls::Device::Pointer && !scans())
      m_magnifier.followPointer(m_pointer);
    else if (box != nullptr)
      m_magnifier.followFocus(box->at, box->size, seconds,
                              m_unseen || m_services.player.settings().on(profile::Option::ReducedMotion));
    if (!m_magnifier.takeMoved()) return;
    m_happened = true;
    m_seenScreen = nullptr;
    layOut();
  }

  // The player's own gamepads.
  void learnPads() {
    std::vector<std::string> wrong;
    m_controls.pads().learn(readPads(m_services.player.padsFolder(), wrong));
    for (const std::string& line : wrong) m_services.player.tell(line);
  }

  void events(float seconds) {
    // What comes after the key that leads to another screen is meant for that one, once it has been drawn: only then
    // is it known where everything stands.
    if (m_unseen) {
      m_unseen = false;
      return;
    }
    if (m_reopened) {
      m_reopened = false;
      m_meant.clear();
      m_controls.letGo(m_meant);
      deliver();
    }
    if (m_scripted > 0 || !m_kit.first) m_scripted += static_cast<double>(seconds);
    while (!m_services.leaving()) {
      auto event = platform::poll(m_window);
      if (!event) event = m_script.next(m_scripted);
      if (!event) break;
      m_happened = true;
      if (event->kind == Kind::KeyDown) m_letterTaken = false;
      if (event->kind == Kind::Text && m_letterTaken) continue;
      if (event->kind == Kind::MouseMove) m_log.pointerMoved();
      if (event->kind == Kind::Close) {
        m_services.quit = m_services.mayCloseAll();
        if (!m_services.quit) continue;
      }
      // Whatever it was, the window may not hold the picture any more.
      if (event->kind == Kind::Resize || event->kind == Kind::Other || event->kind == Kind::FocusGained)
        m_seenScreen = nullptr;
      if (event->kind == Kind::Resize) layOut();
      if (event->kind == Kind::FocusLost || event->kind == Kind::FocusGained) m_away = event->kind == Kind::FocusLost;
      if (event->kind == Kind::FocusLost && Clock::now() < m_settled) continue;
      if (event->kind == Kind::MouseMove || event->kind == Kind::MouseDown) m_pointer = {event->x, event->y};
      if (event->kind != Kind::Stick) placeOnPage(*event, {event->x, event->y});
      m_meant.clear();
      m_controls.take(*event, m_meant);
      const bool listened = m_screens.back()->listens();
      deliver();
      // The letter of a key follows it. Where the key opened what takes letters, it does not belong there.
      const bool opened = m_services.leaving() || (!listened && m_screens.back()->listens());
      if (event->kind == Kind::KeyDown && opened) m_letterTaken = true;
    }
    m_meant.clear();
    m_controls.update(seconds, m_meant);
    // A pointer that rests clicks where it is now: the page may have moved under it.
    for (platform::InputEvent& e : m_meant)
      if (e.kind == Kind::MouseDown || e.kind == Kind::MouseUp) placeOnPage(e, m_pointer);
    deliver();
    scan(seconds);
  }

  void placeOnPage(platform::InputEvent& event, Vec2 window) const {
    const Vec2 at = m_magnifier.page(window);
    event.x = at.x;
    event.y = at.y;
  }

  void deliver() {
    for (platform::InputEvent& e : m_meant) {
      if (m_services.leaving()) return;
      m_happened = true;
      if (e.pressed() || e.kind == Kind::MouseDown) m_services.toast.pressed();
      if (m_screens.back()->listens()) {
        hand(e);
        continue;
      }
      if (e.asks(Action::FullScreen)) {
        switchFullScreen();
        m_services.player.set(profile::Option::FullScreen, m_fullscreen ? 1 : 0);
        m_askedFull = m_fullscreen;
        continue;
      }
      if (e.asks(Action::Picture)) m_takeShot = true;
      if (scans() && !m_screens.back()->onTable()) {
        const bool click = e.kind == Kind::MouseDown && e.leftButton;
        if (click || e.asks(Action::OneSwitch) || e.asks(Action::Confirm)) {
          m_letterTaken = true;  // the one switch may be a key that writes
          hand(platform::pressOf(m_scanner.press()));
          continue;
        }
      }
      // A key that the page names is pressed by a click on its name, too.
      const auto meant = m_screens.back()->onTable() ? std::nullopt : m_kit.meantBy(e);
      hand(meant ? platform::pressOf(*meant) : e);
    }
  }
  void hand(const platform::InputEvent& e) {
    Screen& screen = *m_screens.back();
    const int before = focused(screen);
    screen.handle(e);
    if (focused(screen) != before) screen.focusMoved();
  }
  static int focused(Screen& screen) {
    const Choices* choices = screen.choices();
    return choices != nullptr ? choices->focused() : -1;
  }

  [[nodiscard]] bool scans() const {
    return m_services.player.settings().get(profile::Option::HandBy) == profile::kHandOneSwitch;
  }
  // The light in menus goes on.
  void scan(float seconds) {
    Screen& screen = *m_screens.back();
    // A page that waits for a press keeps the light where it is: what is pressed belongs there.
    if (!scans() || screen.onTable() || screen.listens() || m_services.leaving() || screen.choices() == nullptr) return;
    const int before = screen.choices()->focused();
    const bool back = m_scanner.atBack();
    m_scanner.update(seconds, static_cast<float>(m_services.player.settings().get(profile::Option::ScanStep)) * .001F,
                     *screen.choices());
    screen.choices()->show(!m_scanner.atBack());  // one light at a time
    if (before != screen.choices()->focused()) screen.focusMoved();
    m_happened = m_happened || before != screen.choices()->focused() || back != m_scanner.atBack();
  }

  // Words are put together only for somebody who hears them: pages in play would make them anew for each picture.
  void narrate(float seconds) {
    if (!m_options.tell && !m_narrator.on()) return m_narrator.rest();
    Screen& screen = *m_screens.back();
    Spoken focused = screen.focus();
    if (scans() && m_scanner.atBack() && !screen.onTable()) focused = {words::tr("Back"), "", ""};
    if (m_options.tell && focused.name != m_told) {
      m_told = focused.name;
      std::printf("focus %s\n", m_told.c_str());
      std::fflush(stdout);
    }
    if (!m_narrator.on()) return m_narrator.rest();
    m_narrator.update(screen.spoken(), m_opened || m_services.anew, focused, m_services.toast.words());
    m_opened = m_services.anew = false;
    if (m_narrator.takeMute(seconds))
      m_services.player.tell(words::tr("No voice was found on this desktop; narration needs speech-dispatcher."));
  }

  void picture() {
    m_kit.quality = quality();
    m_kit.textScale = laidOutType();
    m_kit.clickable.clear();
    m_kit.layers.begin();
    Painter painter(m_kit);
    painter.setScale(m_magnifier.scale());
    m_kit.toast = m_services.toast.shown() || m_toastWas;
    // What lies over the page in large type is wider than what a page draws anew.
    const bool wide = m_kit.toast && wishedType() > 1;
    m_kit.kept = m_keeper.keeps() && m_seenScreen == m_screens.back().get() && !wide;
    m_seenScreen = m_screens.back().get();
    if (m_magnifier.corner().y < 0 && !m_kit.kept) m_window.clear(theme::ground0);
    m_screens.back()->draw(m_window, painter, m_page.width);
    painter.flush(m_window);
    drawOver(painter);
    timedShots();
    const bool taken = m_takeShot;
    std::string name;
    if (taken) {
      m_takeShot = false;
      name = freeName(picturesFolder(m_options), "knead", "png");
      if (!name.empty() && !platform::screenshot(m_window, name)) name.clear();
    }
    const bool marked = m_keeper.mark(m_window, m_magnifier.corner());
    m_window.display();
    if (marked) {
      m_keeper.read(m_window);
      m_seenScreen = nullptr;  // the corner is drawn over
    }
    m_kit.layers.done("13 shown");
    m_log.shown();
    if (m_kit.first) afterFirst();
    if (taken)
      m_services.toast.say(words::fill(
          name.empty() ? words::tr("No picture: cannot write to {folder}.") : words::tr("Picture saved in {folder}."),
          {{"folder", shownFolder(picturesFolder(m_options))}}));
  }

  // What belongs to no page and is never magnified.
  void drawOver(Painter& painter) {
    const sf::View page = m_window.getView();
    const auto size = m_window.getSize();
    m_kit.textScale = wishedType();
    painter.setScale(m_page.scale);
    m_window.setView(platform::viewOf(0, -m_page.bar, static_cast<float>(size.x), static_cast<float>(size.y)));
    m_services.toast.draw(painter, m_page.width);
    m_speaker.captions().draw(painter, m_page.width);
    if (const Choices* choices = m_screens.back()->choices();
        scans() && !m_screens.back()->onTable() && choices != nullptr)
      m_scanner.draw(painter, m_page.width, *choices);
    painter.flush(m_window);
    m_window.setView(page);
  }

  // What the first picture need not wait for.
  void afterFirst() {
    m_kit.loadShaders();
    dress();
    if (!m_options.mute) m_speaker.start();
    ++m_kit.epoch;  // what was painted without shaders
    m_seenScreen = nullptr;
    m_happened = true;
  }
  void dress() { platform::setIcon(m_window, m_options.data + "/assets/icon/knead-64.png"); }

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

  // The option switches when it is changed; until then the command line may have asked for something else.
  void followSettings() {
    if (m_samples != samplesAPixel(m_services.player.settings(), m_options.quality)) {
      if (!m_fullscreen) m_size = m_window.getSize();
      open();
      layOut();
    }
    const bool asked = m_services.player.settings().on(profile::Option::FullScreen);
    if (asked == m_askedFull) return;
    m_askedFull = asked;
    if (m_fullscreen != asked) switchFullScreen();
  }

  // The command line, else the option, else what the machine can do.
  [[nodiscard]] Quality quality() const {
    if (m_options.quality == "low") return Quality::Low;
    if (m_options.quality == "medium") return Quality::Medium;
    if (m_options.quality == "high") return Quality::High;
    const int asked = m_services.player.settings().get(profile::Option::Quality);
    if (asked == profile::kQualityAuto) return m_software ? Quality::Low : Quality::High;
    return static_cast<Quality>(asked - 1);
  }

  const Options& m_options;
  sf::RenderWindow m_window;
  DrawKit m_kit;
  bool m_fullscreen, m_takeShot = false;
  FrameLog m_log;
  bool m_askedFull;        // the option as last seen
  bool m_happened = true;  // something that may have changed the picture
  bool m_toastWas = false;
  Clock::time_point m_drawn;
  bool m_letterTaken = false;  // the letter of the last key is not for the screen
  bool m_unseen = true;        // the present screen was not drawn yet
  bool m_reopened = false;     // the window is another one: what is held was held on the old one
  sf::Vector2u m_size;         // of the window when it is not the whole screen
  Speaker m_speaker;
  Controls m_controls;
  Narrator m_narrator;
  MenuScanner m_scanner;
  Magnifier m_magnifier;
  Vec2 m_pointer;  // pixels of the window
  EventScript m_script;
  double m_scripted = 0;                      // seconds since the first picture
  std::vector<platform::InputEvent> m_meant;  // what the last event of the window means
  std::string m_told;                         // --tell: what is focused
  bool m_opened = true;                       // the present screen was not spoken of yet
  bool m_away = false;                        // another window has the focus
  Online m_online;
  Services m_services;
  std::vector<std::unique_ptr<Screen>> m_screens;  // the last one is seen
  PageSize m_page;
  Clock::time_point m_settled;
  platform::PictureKeeper m_keeper;
  const Screen* m_seenScreen = nullptr;  // whose picture it holds
  unsigned m_samples = 0;                // a pixel of the window
  bool m_software = true;                // the processor draws
  bool m_aside = false;
};

}  // namespace

LoopEnd runWindow(const Options& options, const Drive& drive, const level::Catalogue& levels, const Shelf& shelf,
                  Player& player, const level::Level* chosen, const replay::Replay* watched,
                  std::optional<editing::Draft> draft) {
  if (!options.speech.empty() && platform::speechIntoFile(options.speech) == nullptr)
    return {1, options.speech + ": cannot be written; give another file with --narrate"};
  EventScript script;
  if (!options.events.empty()) {
    auto read = EventScript::read(options.events);
    if (!read) return {3, read.error().text()};
    script = std::move(read).value();
  }
  return Loop(options, drive, levels, shelf, player, std::move(script)).run(chosen, watched, std::move(draft));
}

}  // namespace knead::app
