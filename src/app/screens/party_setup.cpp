// Who sits at the machine, and whose back it is: before the first turn of a party.
#include "app/party.hpp"
#include "app/screens/still_page.hpp"
#include "app/screens/text_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/portrait.hpp"
#include "app/words/words.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

std::string guest(std::size_t number) { return fill(tr("Player {number}"), {{"number", std::to_string(number)}}); }

class PartySetup final : public StillPage {
 public:
  explicit PartySetup(Services& s) : StillPage(s, kBegin) {
    if (s.guests.empty()) {
      const auto& members = s.player.roster().members();
      for (std::size_t i = 0; i < members.size() && i < kMostGuests; ++i)
        if (members.size() > 1 || !members[i].name.empty()) s.guests.push_back(s.player.nameOf(i));
      while (s.guests.size() < kFewestGuests) s.guests.push_back(guest(s.guests.size() + 1));
    }
    if (auto today = daily::levelOf(s.player.day(), s.shelf.daily)) m_levels.push_back(std::move(today).value());
    for (const level::LevelEntry& entry : s.levels.levels) m_levels.push_back(entry.level);
  }

  void chose(int choice) override {
    auto& guests = m_services.guests;
    if (choice == kMore && guests.size() < kMostGuests) guests.push_back(guest(guests.size() + 1));
    if (choice == kFewer && guests.size() > kFewestGuests) guests.pop_back();
    if (choice == kBefore || choice == kAfter) turn(choice == kAfter ? 1 : -1);
    if (choice == kBegin) begin();
    if (choice < kMore) {
      const auto at = static_cast<std::size_t>(choice);
      m_services.over = makeNamePage(m_services, tr("Who is it?"), "",
                                     [this, at](const std::string& name) { m_services.guests[at] = name; });
    }
  }
  [[nodiscard]] std::string spoken() const override {
    return std::string(tr("Party")) + ". " + tr("Two to eight people take turns on the same back.");
  }

  void drawPage(Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    const float side = narrow ? 400 : 480, list = right - left - side - (narrow ? 32 : 68);
    p.text(tr("Party"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.paragraph(tr("Two to eight people take turns on the same back."), {left, 122}, list, 20, Face::Regular,
                theme::body, theme::ink2, 2);
    drawGuests(p, left, list);
    if (!m_levels.empty()) drawLevel(p, right - side, side);
    hintChooseBack(p, right);
  }

 private:
  // Choices 0 to 7 are guests.
  static constexpr int kMore = 20, kFewer = 21, kBefore = 22, kAfter = 23, kBegin = 24;
  static constexpr float kTop = 152, kPitch = 52, kHigh = 46;

  [[nodiscard]] const level::Level& level() const { return m_levels[m_at]; }
  void turn(int way) {
    const auto count = static_cast<int>(m_levels.size());
    if (count > 0) m_at = static_cast<std::size_t>((static_cast<int>(m_at) + way + count) % count);
  }
  void begin() {
    auto party = std::make_shared<Party>();
    party->level = level();
    party->names = m_services.guests;
    party->seed = m_services.options.seed;
    m_services.next = makeHandOver(m_services, std::move(party));
  }

  void drawGuests(Painter& p, float x, float width) {
    const auto& guests = m_services.guests;
    for (std::size_t i = 0; i < guests.size(); ++i) {
      const Vec2 at{x, kTop + kPitch * static_cast<float>(i)};
      m_choices.add(static_cast<int>(i), at, {width, kHigh}, 23, {guests[i], "", tr("Writes another name.")});
      p.roundRect(at, {width, kHigh}, 23, theme::fade(theme::card, .5F), theme::fade(theme::line, .6F), 1.2F);
      p.text(std::to_string(i + 1), at + Vec2{34, 29}, Face::SemiBold, theme::body, theme::gold, Align::Right);
      p.text(guests[i], at + Vec2{52, 29}, Face::Medium, theme::label, theme::ink);
    }
    const float half = (width - 14) / 2;
    const auto add = [&](int id, float at, const char* word, const char* hint) {
      m_choices.add(id, {at, 606}, {half, 46}, 23, {word, "", hint});
      button(p, {at, 606}, {half, 46}, word, false);
    };
    add(kMore, x, tr("One more"), tr("At most eight."));
    add(kFewer, x + half + 14, tr("One fewer"), tr("At least two."));
  }

  void drawLevel(Painter& p, float x, float w) {
    widgets::card(p, {x, kTop - 16}, {w, 516});
    p.text(tr("Whose back it is"), {x + 28, kTop + 24}, Face::SemiBold, theme::body, theme::ink2);
    const auto arrow = [&](int id, float at, float way) {
      m_choices.add(id, {at - 18, kTop + 42}, {36, 36}, 12,
                    {way < 0 ? tr("Level before") : tr("Next level"), tr(level().title), tr("Another person's back.")});
      p.polyline({{at - 4 * way, kTop + 53}, {at + 4 * way, kTop + 60}, {at - 4 * way, kTop + 67}}, 1.8F, theme::ink2);
    };
    arrow(kBefore, x + 42, -1);
    const bool today = daily::dayOfId(level().id).has_value();
    const std::string title = today ? std::string(tr("Today's back"))
                                    : fill(tr("{number} · {level}"),
                                           {{"number", std::to_string(level().number)}, {"level", tr(level().title)}});
    p.textIn(title, {x + w / 2, kTop + 66}, w - 140, Face::SemiBold, 17, theme::ink, Align::Centre);
    arrow(kAfter, x + w - 42, 1);
    drawPortrait(p, {x + 62, kTop + 138}, 32, m_services.shelf.people.who(level().person).hair);
    p.text(level().person.name, {x + 112, kTop + 132}, Face::SemiBold, 20, theme::ink);
    p.paragraph(tr(level().person.role), {x + 112, kTop + 156}, w - 140, 18, Face::Regular, theme::body, theme::ink2,
                2);
    p.fitting(kTop + 330, [&] {
      return p.paragraph(words::quoted(level().person.words), {x + 28, kTop + 216}, w - 56, 30, Face::Italic, 22,
                         theme::ink, 5);
    });
    p.paragraph(tr("Everybody begins with the same back. Nothing of it goes into anybody's progress."),
                {x + 28, kTop + 372}, w - 56, 20, Face::Regular, theme::body, theme::ink2, 3);
    m_choices.add(kBegin, {x + 28, kTop + 430}, {w - 56, 48}, 24, {tr("Begin"), tr(level().title), ""});
    button(p, {x + 28, kTop + 430}, {w - 56, 48}, tr("Begin"), true);
  }

  std::vector<level::Level> m_levels;  // today's back, then all others
  std::size_t m_at = 0;
};

}  // namespace
std::unique_ptr<Screen> makePartySetup(Services& s) { return std::make_unique<PartySetup>(s); }
}  // namespace knead::app
