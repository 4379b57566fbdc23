// The title: a back, half of it tense and half let go, and the ways into the game. Decides nothing about play.
#include "app/screens/screen.hpp"
#include "app/screens/title_back.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/strand_ribbon.hpp"
#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app {
namespace {

using Kind = platform::InputEvent::Kind;
using words::tr;

class Title final : public Screen {
 public:
  explicit Title(Services& s) : Screen(s), m_back(s.kit) {
    m_entries = {{Way::Continue, N_("Continue")}, {Way::Today, N_("Today's back")}, {Way::Clients, N_("Clients")},
                 {Way::People, N_("People")},     {Way::Party, N_("Party")},        {Way::Atlas, N_("Atlas")},
                 {Way::Boards, N_("Boards")},     {Way::Settings, N_("Settings")},  {Way::About, N_("About")},
                 {Way::Quit, N_("Quit")}};
    // The first level without a star; when there is none, the first that still has one to give.
    for (const int enough : {1, 3}) {
      for (std::size_t i = 0; i < s.levels.levels.size() && m_next == nullptr; ++i) {
        const level::Level& level = s.levels.levels[i].level;
        const profile::LevelProgress* progress = s.player.progress().of(level.id);
        if (s.levels.levels[i].own) continue;
        if (progress != nullptr && progress->bestStars >= enough) continue;
        m_next = &level;
        m_nextRow = static_cast<int>(i);
      }
    }
    if (m_next == nullptr) m_entries.erase(m_entries.begin());
    m_choices.focus(0);
  }

  void handle(const platform::InputEvent& e) override {
    m_back.stir();
    if (e.asks(platform::Action::Back)) m_services.quit = true;
    const auto chosen = m_choices.handle(e);
    if (chosen == kWho)
      m_services.over = makeProfiles(m_services);
    else if (chosen)
      go(m_entries[static_cast<std::size_t>(*chosen)].way);
  }

  void update(float seconds) override {
    m_back.update(seconds, m_services.player.settings().on(profile::Option::ReducedMotion));
  }
  [[nodiscard]] bool still() const override { return m_back.still(); }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override {
    return std::string("Knead. ") + tr("a quiet game about letting go");
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = narrow ? 56 : std::max(84.0F, W / 2 - 556);
    m_back.draw(target, p, W);
    drawWords(p, W, left, narrow);
    p.flush(target);
  }

 private:
  static constexpr int kWho = 50;                  // who plays: beside the menu
  static constexpr float kTop = 382, kPitch = 32;  // the first line of the menu, and from one to the next

  enum class Way { Continue, Today, Clients, People, Party, Atlas, Boards, Settings, About, Quit };
  struct Entry {
    Way way;
    const char* word;
  };
  static const char* hintOf(Way way) {
    switch (way) {
      case Way::Continue: return tr("The next person who needs you.");
      case Way::Today: return tr("One person a day, the same for everybody.");
      case Way::Clients: return tr("All people, one after the other.");
      case Way::People: return tr("Whom you know, and when they come again.");
      case Way::Party: return tr("Two to eight people take turns on the same back.");
      case Way::Atlas: return tr("What helps which pain. Play to fill it in.");
      case Way::Boards: return tr("Your own runs on this machine. Each is a recording you can watch.");
      case Way::Settings: return tr("Hands, eyes, ears and language.");
      case Way::About: return tr("What Knead is, and what it is not.");
      case Way::Quit: break;
    }
    return tr("Everything is kept.");
  }

  void drawWords(Painter& p, float W, float left, bool narrow) {
    p.text("Knead", {left - 8, 196}, Face::Serif, narrow ? 116 : 138, theme::ink);
    drawStrandRibbon(p, left + 360, {left + 42, 262}, 66, 1);
    p.text(tr("a quiet game about letting go"), {left, 334}, Face::Italic, 25, theme::ink2);
    m_choices.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
      const Vec2 at{left, kTop + kPitch * static_cast<float>(i)};
      const bool focused = m_choices.shown() && m_choices.focused() == static_cast<int>(i);
      std::string note;
      if (m_entries[i].way == Way::Continue)
        note = words::fill(tr("{person} · {level}"), {{"person", m_next->person.name}, {"level", tr(m_next->title)}});
      if (m_entries[i].way == Way::Today) note = todayNote();
      const std::string hint = hintOf(m_entries[i].way);
      // What it is, beside the line that is looked at; where the figure leaves room.
      const std::string seen = note.empty() && focused && !narrow && p.typeScale() == 1 ? hint : note;
      widgets::menuLine(p, at, tr(m_entries[i].word), seen, focused);
      m_choices.add(static_cast<int>(i), at - Vec2{12, 22}, {narrow ? 330.0F : 380.0F, kPitch}, 12,
                    {tr(m_entries[i].word), note, hint});
    }
    drawWho(p, W);
    if (m_choices.focused() == kWho) m_choices.drawRing(p);
    p.text(words::fill(tr("Free and open source · Version {version}"), {{"version", KNEAD_VERSION}}), {W - 40, 704},
           Face::Regular, theme::small, theme::ink2, Align::Right);
  }

  // Only where there is somebody to be told apart, or a name to be seen.
  void drawWho(Painter& p, float W) {
    const auto& members = m_services.player.roster().members();
    if (members.size() < 2 && members.front().name.empty()) return;
    const std::string name = m_services.player.name();
    const float width = p.textWidth(name, Face::Medium, theme::body) + 62;
    const Vec2 at{W - 40 - width, 32}, size{width, 40};
    m_choices.add(kWho, at, size, 20, {tr("Who plays"), name, tr("Choose who plays.")});
    p.roundRect(at, size, 20, theme::fade(theme::card, .6F), theme::fade(theme::line, .7F));
    p.disc(at + Vec2{22, 20}, 5, theme::gold);
    p.text(name, at + Vec2{38, 25}, Face::Medium, theme::body, theme::ink);
  }

  void meetToday() {
    const auto level = daily::levelOf(m_services.player.day(), m_services.shelf.daily);
    if (level)
      m_services.next = makeIntake(m_services, level.value());
    else
      m_services.toast.say(level.error().text(), 8);
  }
  // How well it went already, or nothing.
  [[nodiscard]] std::string todayNote() const {
    const auto* progress = m_services.player.progress().of(daily::idOf(m_services.player.day()));
    return progress != nullptr ? words::fill(tr("Best {score}"), {{"score", words::number(progress->bestScore())}})
                               : std::string();
  }

  void go(Way way) {
    switch (way) {
      case Way::Continue:
        m_services.row = m_nextRow;
        m_services.next = makeIntake(m_services, *m_next);
        break;
      case Way::Today: meetToday(); break;
      case Way::Clients: m_services.next = makeLevelPath(m_services); break;
      case Way::People: m_services.over = makePeople(m_services); break;
      case Way::Party: m_services.over = makePartySetup(m_services); break;
      case Way::Atlas: m_services.over = makeAtlas(m_services, level::Pain::Doms); break;
      case Way::Boards: m_services.over = makeBoards(m_services); break;
      case Way::Settings: m_services.over = makeSettings(m_services); break;
      case Way::About: m_services.over = makeAbout(m_services); break;
      case Way::Quit: m_services.quit = true; break;
    }
  }

  TitleBack m_back;
  Choices m_choices{0};
  std::vector<Entry> m_entries;
  const level::Level* m_next = nullptr;
  int m_nextRow = 0;
};

}  // namespace
std::unique_ptr<Screen> makeTitle(Services& s) { return std::make_unique<Title>(s); }
}  // namespace knead::app
