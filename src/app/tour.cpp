#include "app/tour.hpp"

#include <algorithm>
#include <cstdio>

#include "app/apply_settings.hpp"
#include "app/online/online.hpp"
#include "app/sample_server.hpp"
#include "app/screens/screen.hpp"
#include "app/tour_stops.hpp"
#include "app/ui/contrast.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Key;

constexpr float kStepS = 1.0F / 60, kSettleS = 4;  // results take three seconds to come in
constexpr float kWeekH = 168;
constexpr unsigned kThumbW = 64, kThumbH = 36;
constexpr const char* kEarlier = "2025-12-31";
constexpr const char* kDay = "2026-01-31";  // of the runs on the boards: a picture must not change with the date

class Tour {
 public:
  Tour(const Options& options, const level::Catalogue& levels, const Shelf& shelf)
      : m_options(options), m_levels(levels), m_shelf(shelf), m_player(safe(options), true, [this] { return m_day; }) {}

  int run() {
    const std::string missing = m_kit.load();
    if (!missing.empty()) return fail(missing);
    m_kit.loadShaders();
    if (!platform::resize(m_target, m_options.width, m_options.height) || !platform::resize(m_thumb, kThumbW, kThumbH))
      return fail("no picture of this size");
    for (const char* name : {"Ada", "Björn", "Carmen"}) (void)m_player.addMember(name);
    // Somebody who has come some way, and has answered wrongly a month ago.
    m_day = kEarlier;
    for (std::size_t i = 0; i < m_levels.levels.size() && i < 8; ++i) {
      const level::Level& level = m_levels.levels[i].level;
      m_player.expected(level, {.refer = false, .first = level::Technique::Stone, .also = {}, .avoid = {}},
                        m_shelf.book.of(level.pain));
    }
    m_day = kDay;
    m_player.setServer(kSampleAddress);  // what they play now waits to go there
    for (std::size_t i = 0; i < m_levels.levels.size() && i < 5; ++i) {
      const Outcome outcome = playedBy(i % 2 == 0 ? "expert" : "novice", m_levels.levels[i].level);
      m_player.take(outcome.level, outcome.card, outcome.replay);
      // The first came again, week by week.
      for (int k = 0; i == 0 && k < 6; ++k) m_player.take(outcome.level, outcome.card, outcome.replay, kWeekH);
    }
    m_player.setServer("");
    const auto languages = words::languages();
    // Texts are checked in large type too, but then not in disguise: that is large enough by itself.
    const int sizes = m_options.checkText ? profile::rowOf(profile::Option::TextSize).high + 1 : 1;
    for (int size = 0; size < sizes; ++size) {
      m_smaller = size > 0 ? textScale(m_player.settings()) : 0;
      m_player.set(profile::Option::TextSize, size);
      m_kit.textScale = textScale(m_player.settings());
      for (std::size_t i = 1; i < languages.size() - (size > 0 ? 1U : 0U); ++i) {
        // Pictures are of English; the texts of all.
        if (i > 1 && !m_options.checkText) break;
        m_player.set(profile::Option::Language, static_cast<int>(i));
        applySettings(m_player.settings());
        if (i > 1 && std::string_view(words::tr("Back")) == "Back") {
          std::fprintf(stderr, "knead: tour: no words of %s; ninja knead_words makes them\n", languages[i].id);
          return 1;
        }
        for (const TourStop& stop : tourStops(m_levels, m_shelf))
          if (!visit(stop, languages[i].id, i == 1)) return 1;
      }
    }
    m_smaller = 0;
    if (m_options.checkText && measures()) {
      m_player.set(profile::Option::TextSize, 0);
      m_player.set(profile::Option::Language, 1);
      m_player.set(profile::Option::HighContrast, 1);
      applySettings(m_player.settings());
      for (const TourStop& stop : tourStops(m_levels, m_shelf))
        if (!visit(stop, languages[1].id, false)) return 1;
      std::printf("least contrast: text %.1f, large text %.1f; in high contrast %.1f, %.1f\n",
                  static_cast<double>(m_least[0][0]), static_cast<double>(m_least[0][1]),
                  static_cast<double>(m_least[1][0]), static_cast<double>(m_least[1][1]));
    }
    if (m_options.checkText) std::printf("%d pages, %d texts, %d wrong\n", m_pages, m_texts, m_wrong);
    return m_wrong == 0 ? 0 : 1;
  }

 private:
  static Options safe(Options options) {
    options.safeMode = true;
    return options;
  }
  static int fail(const std::string& what) {
    std::fprintf(stderr, "knead: %s\n", what.c_str());
    return 1;
  }

  [[nodiscard]] bool wanted(const std::string& name) const {
    return m_options.only.empty() || std::any_of(m_options.only.begin(), m_options.only.end(),
                                                 [&](const std::string& o) { return name.rfind(o, 0) == 0; });
  }

  bool visit(const TourStop& stop, const char* language, bool picture) {
    if (!wanted(stop.name)) return true;
    Options options = safe(m_options);
    options.shots.clear();
    Controls controls(m_player.settings());
    Services services{m_kit,   options,  stop.drive, m_levels, m_shelf.book,
                      m_shelf, m_player, m_speaker,  controls, m_online};
    std::vector<std::unique_ptr<Screen>> screens;
    m_player.setServer("");
    screens.push_back(stop.make(services));
    (void)m_online.update();
    // What does not grow any further was seen in the size before.
    if (screens.back()->largestType() <= m_smaller) return true;
    const float width = draw(*screens.back(), services);
    for (const Key key : stop.keys) {
      platform::InputEvent event;
      event.kind = Kind::KeyDown;
      event.key = key;
      event.menu = profile::Bindings().meaning(key, profile::Context::Menu);
      event.table = profile::Bindings().meaning(key, profile::Context::Table);
      screens.back()->handle(event);
      screens.back()->update(kStepS);
      draw(*screens.back(), services);
    }
    // What is asked of the board comes with the picture after.
    for (int i = 0; i < 3 && !m_player.server().empty(); ++i) {
      (void)m_online.update();
      draw(*screens.back(), services);
    }
    for (float t = 0; t < kSettleS && stop.keys.empty(); t += kStepS) {
      screens.back()->update(kStepS);
      if (stop.name.rfind("play", 0) == 0 && t > 1) break;
    }
    ++m_kit.epoch;  // everything is written anew, and so read
    PageLog log;
    if (m_options.checkText) m_kit.log = &log;
    const bool looked = picture || needsPicture();
    draw(*screens.back(), services, looked);
    m_kit.log = nullptr;
    if (m_options.checkText && needsPicture()) measureContrast(log, stop.name);
    if (m_options.checkText) checkChoices(*screens.back(), stop.name, language);
    ++m_pages;
    m_texts += static_cast<int>(log.texts());
    for (const std::string& problem : log.problems(width)) {
      std::printf("%s %ux%u %s %.2f: %s\n", stop.name.c_str(), m_options.width, m_options.height, language,
                  static_cast<double>(m_kit.textScale), problem.c_str());
      ++m_wrong;
    }
    if (!picture || m_options.shots.empty()) return true;
    const std::string path = m_options.shots + "/" + stop.name + ".png";
    if (m_target.getTexture().copyToImage().saveToFile(path)) return true;
    fail(path + ": cannot be written; give another folder");
    return false;
  }

  // Only pictures of this height have strokes that are wide enough to be measured.
  [[nodiscard]] bool measures() const { return m_options.height >= 1080; }
  [[nodiscard]] bool needsPicture() const {
    return measures() && m_player.settings().get(profile::Option::TextSize) == 0 &&
           m_player.settings().get(profile::Option::Language) == 1;
  }
  // Every text against what lies around it: 4.5, large text 3; 7 and 4.5 in high contrast (WCAG 2.2, 1.4.3 and 1.4.6).
  void measureContrast(const PageLog& log, const std::string& stop) {
    constexpr float kLarge = 24;
    constexpr std::array<std::array<float, 2>, 2> kWanted = {{{4.5F, 3}, {7, 4.5F}}};
    const sf::Image picture = m_target.getTexture().copyToImage();
    const PageSize page = pageOf(static_cast<float>(m_options.width), static_cast<float>(m_options.height));
    const auto high = static_cast<std::size_t>(m_player.settings().on(profile::Option::HighContrast));
    for (const PageLog::Text& text : log.all()) {
      const float c = textContrast(picture, text.at * page.scale + Vec2{0, page.bar}, text.size * page.scale);
      if (c <= 0) continue;
      const std::size_t large = text.size.y / .94F >= kLarge ? 1 : 0;
      m_least[high][large] = std::min(m_least[high][large], c);
      if (c >= kWanted[high][large]) continue;
      std::printf("%s%s: \"%s\" has a contrast of %.1f\n", stop.c_str(), high != 0 ? " in high contrast" : "",
                  text.words.c_str(), static_cast<double>(c));
      ++m_wrong;
    }
  }

  // Whatever can be chosen is large enough for an unsteady hand and says what it is.
  void checkChoices(Screen& screen, const std::string& stop, const char* language) {
    constexpr float kLeast = 32;  // 48 pixels at 1080p (interaction research, targets)
    const Choices* all = screen.choices();
    if (all == nullptr) return;
    for (const Choices::Box& box : all->boxes()) {
      std::string problem;
      if (box.spoken.name.empty()) problem = "has no words for a voice";
      if (box.spoken.value.empty() && box.spoken.hint.empty())
        problem = "\"" + box.spoken.name + "\" says neither how it stands nor what it does";
      if (box.size.x < kLeast || box.size.y < kLeast)
        problem = "\"" + box.spoken.name + "\" is too small to hit: " + std::to_string(static_cast<int>(box.size.x)) +
                  " x " + std::to_string(static_cast<int>(box.size.y));
      if (problem.empty()) continue;
      std::printf("%s %ux%u %s: choice %d %s\n", stop.c_str(), m_options.width, m_options.height, language, box.id,
                  problem.c_str());
      ++m_wrong;
    }
  }

  // The page as wide as the window makes it, reference pixels. Where nobody looks at it, it is drawn as small as a
  // stamp: the same shapes, and a fraction of the time.
  float draw(Screen& screen, Services& services, bool looked = false) {
    sf::RenderTexture& target = looked ? m_target : m_thumb;
    m_kit.unseen = !looked;
    const auto w = static_cast<float>(m_options.width), h = static_cast<float>(m_options.height);
    const PageSize page = pageOf(w, h);
    target.setView(platform::viewOf(0, -page.bar, w, h));
    m_kit.textScale = std::min(textScale(m_player.settings()), screen.largestType());
    Painter painter(m_kit);
    painter.setScale(page.scale);
    target.clear(theme::ground0);
    screen.draw(target, painter, page.width);
    services.toast.draw(painter, page.width);
    painter.flush(target);
    target.display();
    return page.width;
  }

  Options m_options;
  const level::Catalogue& m_levels;
  const Shelf& m_shelf;
  std::string m_day = kDay;  // of what happens
  Player m_player;
  Online m_online{m_player, m_levels, [](const std::string&) { return std::make_shared<SampleServer>(); }, true};
  Speaker m_speaker{m_player.settings()};  // never started
  DrawKit m_kit;
  sf::RenderTexture m_target, m_thumb;
  float m_smaller = 0;  // the type of the round before this one; 0 in the first
  int m_pages = 0, m_texts = 0, m_wrong = 0;
  std::array<std::array<float, 2>, 2> m_least{{{21, 21}, {21, 21}}};  // contrast: usual and high; text and large text
};

}  // namespace

int runTour(const Options& options, const level::Catalogue& levels, const Shelf& shelf) {
  return Tour(options, levels, shelf).run();
}

}  // namespace knead::app
