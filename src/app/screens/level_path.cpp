// The levels as a spine of people, chapter by chapter, with the stars they gave; a card tells who is chosen. Every
// level is open: the path is advice, not a lock. Chooses; does not play.
#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/ground.hpp"
#include "app/view/path_picture.hpp"
#include "app/view/portrait.hpp"
#include "app/words/chapters.hpp"
#include "app/words/pains.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using platform::Action;
using words::fill;
using words::tr;
using words::trn;

// Other choices are levels.
constexpr int kMeet = 100000, kRelax = 100001, kBoard = 100002, kAtlas = 100003;
constexpr float kCardTop = 476, kCardHeight = 166;

class LevelPath final : public Screen {
 public:
  explicit LevelPath(Services& s) : Screen(s), m_picture({}, 0, 1), m_ground(s.kit) {
    goTo(std::clamp(s.row, 0, std::max(0, count() - 1)));
    // What could not be read is named once a visit: a level of one's own that is missing should not be a riddle.
    if (s.levels.errors.empty() || s.toldOfLevels) return;
    s.toldOfLevels = true;
    s.toast.say(fill(trn("One level cannot be read: {error}", "{count} levels cannot be read. The first: {error}",
                         s.levels.errors.size()),
                     {{"count", std::to_string(s.levels.errors.size())}, {"error", s.levels.errors.front().text()}}),
                8);
  }

  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override { return tr("Clients"); }
  void handle(const platform::InputEvent& e) override {
    if (e.asks(Action::Back)) m_services.next = makeTitle(m_services);
    if (count() == 0) return;
    if (e.kind == Kind::Wheel) goTo(m_at - static_cast<int>(e.wheel));
    if (e.pressed() && m_choices.focused() < kMeet) {
      // Along the spine with the arrows; Tab leaves it for the button instead of visiting everybody.
      if (e.asks(Action::Left) || e.asks(Action::Right)) {
        m_choices.show();
        return goTo(m_at + (e.asks(Action::Right) ? 1 : -1));
      }
      if (e.asks(Action::Next) || e.asks(Action::Down)) {
        m_choices.show();
        return m_choices.focus(kMeet);
      }
      if (e.asks(Action::Up)) return m_choices.show();
    } else if (e.asks(Action::Up) && m_choices.focused() == kMeet) {
      m_choices.show();
      return m_choices.focus(m_at);
    }
    const bool onWays = m_choices.focused() >= kMeet;
    const auto chosen = m_choices.handle(e);
    // From the buttons the keys lead back to whoever is chosen, not to the nearest on the picture.
    if (!chosen && onWays && m_choices.focused() < kMeet) m_choices.focus(m_at);
    if (!chosen) return;
    switch (*chosen) {
      case kMeet: meet(); break;
      case kRelax: m_services.next = makeRelax(m_services, levelAt(m_at)); break;
      case kBoard: m_services.over = makeBoards(m_services); break;
      case kAtlas: m_services.over = makeAtlas(m_services, levelAt(m_at).pain); break;
      default:
        if (*chosen == m_at)
          meet();
        else
          goTo(*chosen);
    }
  }
  // Whoever has the focus is the chosen one: a light that goes from one to the next takes the card along.
  void focusMoved() override {
    if (m_choices.focused() < kMeet) goTo(m_choices.focused());
  }

  void update(float) override {}
  [[nodiscard]] bool still() const override { return true; }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    layOut(left, right);
    m_ground.keep(p, W, {W * .3F, 300}, {static_cast<float>(stars()), m_shift},
                  [&](Painter& q) { m_picture.draw(q, W); });
    m_ground.draw(target);
    p.text(tr("Clients"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(fill(tr("{got} of {most} stars"),
                {{"got", std::to_string(stars())}, {"most", std::to_string(3 * m_services.levels.campaign())}}),
           {left, 122}, Face::Regular, theme::body, theme::ink2);
    m_choices.clear();
    if (count() > 0) {
      drawHeads(p, W);
      drawNodes(p, W);
      const float buttons = narrow ? 214 : 260, gap = narrow ? 20 : 44;
      drawCard(p, left, right - left - buttons - gap, narrow);
      drawWays(p, right - buttons, buttons);
    }
    keyHints(p, {right, 694},
             {{m_services.controls.label(Action::Left), "", Action::Left},
              {m_services.controls.label(Action::Right), tr("choose"), Action::Right},
              {m_services.controls.label(Action::Confirm), tr("meet"), Action::Confirm},
              {m_services.controls.label(Action::Back), tr("back"), Action::Back}},
             Align::Right);
    if (m_choices.focused() >= kMeet) m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  [[nodiscard]] int count() const { return static_cast<int>(m_services.levels.levels.size()); }
  [[nodiscard]] int stars() const { return m_services.player.campaignStars(m_services.levels); }
  [[nodiscard]] const level::Level& levelAt(int i) const {
    return m_services.levels.levels[static_cast<std::size_t>(i)].level;
  }
  void goTo(int level) {
    m_at = m_services.row = std::clamp(level, 0, std::max(0, count() - 1));
    m_choices.focus(m_at);
  }
  void meet() { m_services.next = makeIntake(m_services, levelAt(m_at)); }

  void layOut(float left, float right) {
    std::vector<PathPicture::Node> nodes;
    m_chapters.clear();
    for (int i = 0; i < count(); ++i) {
      const level::Level& l = levelAt(i);
      if (m_chapters.empty() || m_chapters.back() != l.chapter) m_chapters.push_back(l.chapter);
      const profile::LevelProgress* progress = m_services.player.progress().of(l.id);
      nodes.push_back({static_cast<int>(m_chapters.size()) - 1, progress != nullptr ? progress->bestStars : 0});
    }
    // Where a window is too narrow for all, the path moves under it with whoever is chosen.
    constexpr float kLeastPitch = 36;
    const float room = right - left - 40;
    const float span = std::max(room, kLeastPitch * static_cast<float>(nodes.size()));
    const float along = count() > 1 ? static_cast<float>(m_at) / static_cast<float>(count() - 1) : 0.0F;
    m_shift = std::round((span - room) * along);
    m_picture = PathPicture(std::move(nodes), left + 20 - m_shift, left + 20 - m_shift + span);
  }

  void drawHeads(Painter& p, float W) const {
    constexpr std::array<const char*, 6> kRoman = {"I", "II", "III", "IV", "V", "VI"};
    const std::string& mine = levelAt(m_at).chapter;
    for (std::size_t i = 0; i < m_chapters.size(); ++i) {
      const float x = m_picture.chapterX(static_cast<int>(i));
      if (x < 60 || x > W - 60) continue;
      const bool on = m_chapters[i] == mine;
      if (i < kRoman.size())
        p.text(kRoman[i], {x, 166}, Face::Serif, 22, on ? theme::gold : theme::ink2, Align::Centre);
      p.text(words::chapterWord(m_chapters[i]), {x, 190}, Face::Medium, theme::small, on ? theme::ink : theme::ink2,
             Align::Centre);
    }
  }

  [[nodiscard]] Spoken spokenOf(int i) const {
    const level::Level& l = levelAt(i);
    const profile::LevelProgress* progress = m_services.player.progress().of(l.id);
    const int stars = progress != nullptr ? progress->bestStars : 0;
    return {
        fill(tr("{number} · {level}"), {{"number", std::to_string(l.number)}, {"level", tr(l.title)}}),
        fill(trn("{count} star", "{count} stars", static_cast<std::size_t>(stars)), {{"count", std::to_string(stars)}}),
        tr(l.person.words)};
  }

  void drawNodes(Painter& p, float W) {
    for (int i = 0; i < count(); ++i) {
      const Vec2 at = m_picture.at(static_cast<std::size_t>(i));
      if (at.x < 16 || at.x > W - 16) continue;
      const float w = std::min(64.0F, m_picture.pitch());
      m_choices.add(i, at - Vec2{w / 2, 34}, {w, 80}, 14, spokenOf(i));
      if (i == m_at) m_picture.drawChosen(p, static_cast<std::size_t>(i));
      const Vec2 number = at + Vec2{0, i == m_at ? -44.0F : -28.0F};
      // The strands run behind it.
      p.roundRect(number - Vec2{13, 15}, {26, 20}, 10, theme::fade(theme::shade, .78F));
      p.text(std::to_string(levelAt(i).number), number, i == m_at ? Face::SemiBold : Face::Regular, theme::small,
             i == m_at ? theme::gold : theme::ink, Align::Centre);
    }
  }

  void drawCard(Painter& p, float x, float width, bool narrow) const {
    const level::Level& l = levelAt(m_at);
    const profile::LevelProgress* progress = m_services.player.progress().of(l.id);
    widgets::card(p, {x, kCardTop}, {width, kCardHeight}, .78F);
    drawPortrait(p, {x + 70, kCardTop + 82}, 44, m_services.shelf.people.who(l.person).hair);
    const float text = x + 138, facts = narrow ? 0 : 236, room = width - 138 - 28 - facts;
    const float number =
        p.text(std::to_string(l.number), {text, kCardTop + 40}, Face::SemiBold, theme::label, theme::gold);
    p.text(tr(l.title), {text + number + 12, kCardTop + 40}, Face::SemiBold, 20, theme::ink);
    // Two lines of their words, or three in smaller type.
    constexpr float kQuoteHeight = 54;
    p.fitting(kCardTop + 126, [&] {
      return p.within(words::quoted(l.person.words), {text, kCardTop + 70}, room, kQuoteHeight, narrow ? 23 : 25,
                      Face::Italic, narrow ? 20 : 22, theme::ink);
    });
    float chip = text;
    const auto add = [&](const std::string& word, bool accented) {
      const float w = widgets::chip(p, {chip, kCardTop + 124}, word, accented ? theme::amber : theme::ink, accented);
      chip += w + 8;
    };
    add(words::clock(l.seconds), false);
    if (!l.knots.empty())
      add(fill(trn("{count} knot", "{count} knots", l.knots.size()), {{"count", std::to_string(l.knots.size())}}),
          false);
    add(words::painWord(l.pain), false);
    if (narrow) {
      if (progress != nullptr && progress->bestScore() > 0)
        p.text(fill(tr("Best {score}"), {{"score", words::number(progress->bestScore())}}),
               {x + width - 24, kCardTop + 40}, Face::Medium, theme::small, theme::gold, Align::Right);
      return;
    }
    const float line = x + width - facts;
    p.segment({line, kCardTop + 26}, {line, kCardTop + kCardHeight - 26}, 1, theme::fade(theme::line, .8F));
    p.text(tr("Best"), {line + 22, kCardTop + 42}, Face::Regular, theme::small, theme::ink2);
    p.text(progress != nullptr && progress->bestScore() > 0 ? words::number(progress->bestScore()) : std::string("–"),
           {line + 22, kCardTop + 68}, Face::Medium, 17, theme::ink);
    if (l.intake.refer) {
      // Nothing is massaged here: a share of pain would ask for the wrong thing.
      p.text(tr("What counts"), {line + 118, kCardTop + 42}, Face::Regular, theme::small, theme::ink2);
      p.within(tr("What you make of the signs."), {line + 118, kCardTop + 66}, 112, 84, 19, Face::Regular, theme::body,
               theme::ink);
      return;
    }
    p.text(tr("Relief"), {line + 118, kCardTop + 42}, Face::Regular, theme::small, theme::ink2);
    const std::array<float, 3> lines = {l.stars.one, l.stars.two, l.stars.three};
    for (int i = 0; i < 3; ++i) {
      const float y = kCardTop + 68 + static_cast<float>(i) * 26;
      for (int s = 0; s <= i; ++s) star(p, {line + 124 + static_cast<float>(s) * 15, y - 5}, 6, true);
      p.text(words::percent(lines[static_cast<std::size_t>(i)]), {line + (p.typeScale() > 1 ? 216.0F : 210.0F), y},
             Face::Medium, theme::label, theme::ink, Align::Right);
    }
  }

  void drawWays(Painter& p, float x, float width) {
    const level::Level& l = levelAt(m_at);
    m_choices.add(
        kMeet, {x, 528}, {width, 48}, 24,
        {fill(tr("Meet {person}"), {{"person", l.person.name}}), "", tr("Listen first, then say what you expect.")});
    button(p, {x, 528}, {width, 48}, fill(tr("Meet {person}"), {{"person", l.person.name}}), true);
    // Whoever needs a doctor is not for relaxing on.
    std::vector<Link> links = {{kRelax, tr("Just relax")}, {kBoard, tr("Boards")}, {kAtlas, tr("Atlas")}};
    if (l.intake.refer) links.erase(links.begin());
    float all = 0;
    for (const auto& link : links) all += p.textWidth(link.second, Face::Medium, theme::body);
    constexpr float kLeastGap = 24;
    if (all + static_cast<float>(links.size()) * kLeastGap > width)
      return p.typeAtMost(p.typeScale() * .9F, [&] { drawLinks(p, x, width, links); });
    drawLinks(p, x, width, links);
  }

  using Link = std::pair<int, const char*>;
  void drawLinks(Painter& p, float x, float width, const std::vector<Link>& links) {
    float all = 0;
    for (const auto& link : links) all += p.textWidth(link.second, Face::Medium, theme::body);
    const float gap = (width - all) / static_cast<float>(links.size());
    float at = x + gap / 2;
    for (const auto& [id, word] : links) {
      const float w = p.textWidth(word, Face::Medium, theme::body);
      m_choices.add(id, {at - 8, 592}, {w + 16, 36}, 10,
                    {word, "",
                     id == kRelax   ? tr("Without time, meters and score.")
                     : id == kBoard ? tr("Your own runs on this machine. Each is a recording you can watch.")
                                    : tr("What helps which pain. Play to fill it in.")});
      p.text(word, {at, 615}, Face::Medium, theme::body, theme::ink2);
      at += w + gap;
    }
  }

  PathPicture m_picture;
  std::vector<std::string> m_chapters;
  Ground m_ground;
  Choices m_choices{0};
  int m_at = 0;
  float m_shift = 0;  // how far the path lies to the left of its beginning, reference pixels
};

}  // namespace
std::unique_ptr<Screen> makeLevelPath(Services& s) { return std::make_unique<LevelPath>(s); }
}  // namespace knead::app
