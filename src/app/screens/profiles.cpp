// Who plays on this machine: choose, name, bring in, take along, remove. The rules of it are profile's.
#include "app/apply_settings.hpp"
#include "app/exports.hpp"
#include "app/screens/file_list.hpp"
#include "app/screens/still_page.hpp"
#include "app/screens/text_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/scroll_list.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "profile/archive.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

class Profiles final : public StillPage {
 public:
  explicit Profiles(Services& s) : StillPage(s), m_at(s.player.roster().chosen()) {
    m_choices.focus(static_cast<int>(m_at));
  }

  void handle(const platform::InputEvent& e) override {
    if (!m_list.handle(e)) StillPage::handle(e);
  }
  void focusMoved() override {
    if (m_choices.focused() < kNew) m_list.show(m_choices.focused());
  }
  [[nodiscard]] std::string spoken() const override {
    return std::string(tr("Who plays")) + ". " +
           (m_asks ? question() : std::string(tr("Everybody has progress, settings and a key of their own.")));
  }

  void drawPage(Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    const float side = narrow ? 380 : 436, list = right - left - side - (narrow ? 32 : 68);
    p.text(tr("Who plays"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.paragraph(tr("Everybody has progress, settings and a key of their own."), {left, 122}, list, 20, Face::Regular,
                theme::body, theme::ink2, 2);
    drawPeople(p, left, list);
    drawSide(p, right - side, side);
    hintChooseBack(p, right);
  }

 private:
  // Choices below kNew are people.
  static constexpr int kNew = 100, kBring = 101, kPlay = 102, kRename = 103, kKey = 104, kTake = 105, kRemove = 106,
                       kStatistics = 107, kKeep = 108, kForGood = 109;
  static constexpr float kTop = 152, kEnd = 580, kPitch = 52, kHigh = 46;

  [[nodiscard]] const profile::Roster& roster() const { return m_services.player.roster(); }
  [[nodiscard]] bool mine() const { return m_at == roster().chosen(); }
  [[nodiscard]] std::string name() const { return m_services.player.nameOf(m_at); }
  [[nodiscard]] std::string question() const {
    return fill(
        tr("All that is kept of {person} will be deleted: progress, recordings, and the key. Nobody can bring it "
           "back."),
        {{"person", name()}});
  }

  void chose(int what) override {
    if (what < kNew) {
      m_at = static_cast<std::size_t>(what);
      m_asks = false;
      return;
    }
    Player& player = m_services.player;
    switch (what) {
      case kNew:
        m_services.over =
            makeNamePage(m_services, tr("A new profile"), "", [this](const std::string& given) { add(given); });
        break;
      case kBring:
        m_services.over = makeFileList(m_services, tr("Bring a profile in"), profile::kArchiveExtension,
                                       [this](const std::string& file) { bring(file); });
        break;
      case kPlay: play(); break;
      case kRename:
        m_services.over =
            makeNamePage(m_services, tr("Another name"), roster().members()[m_at].name,
                         [this](const std::string& given) { look(m_services.player.rename(m_at, given)); });
        break;
      case kKey: tell(player.exportKey(recordingsFolder(m_services.options))); break;
      case kTake: tell(player.exportProfile(recordingsFolder(m_services.options))); break;
      case kStatistics: m_services.over = makeStatistics(m_services); break;
      case kRemove:
        m_asks = true;
        m_choices.focus(kKeep);
        m_services.anew = true;
        break;
      case kKeep: m_asks = false; break;
      case kForGood: remove(); break;
      default: break;
    }
  }

  // At whom a change was made, wherever the list has them now; at whoever plays, where it could not be made.
  bool look(const Result<std::size_t>& changed) {
    m_at = changed ? changed.value() : roster().chosen();
    m_asks = false;
    if (!changed) m_services.toast.say(changed.error().text(), 8);
    return changed.ok();
  }
  void tell(const Result<std::string>& file) {
    m_services.toast.say(file ? fill(tr("Saved: {file}"), {{"file", shownFolder(file.value())}}) : file.error().text(),
                         8);
  }
  void add(const std::string& given) {
    if (look(m_services.player.addMember(given))) m_choices.focus(kPlay);
  }
  void bring(const std::string& file) {
    if (!look(m_services.player.importProfile(file))) return;
    m_choices.focus(kPlay);
    m_services.toast.say(fill(tr("{person} is here now, as a further profile."), {{"person", name()}}), 6);
  }
  void remove() {
    const std::string gone = name();
    const bool removed = look(m_services.player.removeMember(m_at));
    m_choices.focus(static_cast<int>(m_at));
    if (removed) m_services.toast.say(fill(tr("{person} was removed."), {{"person", gone}}), 4);
  }
  void play() {
    // This page may lie over a level that is being written, and takes everybody to the title.
    if (!m_services.mayCloseAll()) return;
    if (!look(m_services.player.choose(m_at))) return;
    applySettings(m_services.player.settings());
    ++m_services.kit.epoch;
    m_services.toast.say(fill(tr("{person} plays now."), {{"person", name()}}), 4);
    m_services.next = m_services.player.settings().welcomed() ? makeTitle(m_services) : makeFirstStart(m_services);
  }

  void drawPeople(Painter& p, float x, float width) {
    const auto& members = roster().members();
    const float pitch = kPitch * std::max(1.0F, .85F * p.typeScale());
    m_list.layOut({x, kTop}, {width + 20, kEnd - kTop}, pitch, static_cast<int>(members.size()));
    for (std::size_t i = 0; i < members.size(); ++i) {
      const int row = static_cast<int>(i);
      const Vec2 at{x, m_list.y(row)};
      const bool plays = i == roster().chosen(), looked = i == m_at;
      const std::string word = m_services.player.nameOf(i);
      m_choices.add(row, at, {width, kHigh}, 23, {word, plays ? tr("plays now") : "", tr("A profile on this machine.")},
                    !m_list.seen(row));
      if (!m_list.seen(row)) continue;
      p.roundRect(at, {width, kHigh}, 23, looked ? theme::fade(theme::gold, .10F) : theme::fade(theme::card, .5F),
                  looked ? theme::gold : theme::fade(theme::line, .6F), 1.2F);
      p.disc(at + Vec2{26, kHigh / 2}, 5, plays ? theme::gold : theme::fade(theme::ink3, .6F));
      p.text(word, at + Vec2{46, 29}, Face::Medium, theme::label, theme::ink);
      if (plays)
        p.text(tr("plays now"), at + Vec2{width - 20, 29}, Face::Regular, theme::small, theme::gold, Align::Right);
    }
    m_list.draw(p);
    const float half = (width - 14) / 2;
    const auto add = [&](int id, float at, const char* word, const char* hint) {
      m_choices.add(id, {at, 606}, {half, 46}, 23, {word, "", hint});
      button(p, {at, 606}, {half, 46}, word, false);
    };
    add(kNew, x, tr("A new profile"), tr("For somebody else at this machine."));
    add(kBring, x + half + 14, tr("Bring one in"), tr("From a file that another machine wrote."));
  }

  void drawSide(Painter& p, float x, float w) {
    widgets::card(p, {x, kTop - 16}, {w, 516});
    p.typeAtMost(1.2F, [&] {
      p.fitting(kTop + 46, [&] {
        return p.paragraph(name(), {x + 28, kTop + 30}, w - 56, 34, Face::Serif, 30, theme::ink, 1);
      });
    });
    if (m_asks) return drawQuestion(p, x, w);
    const char* what = mine()
                           ? tr("Plays now. What you take along is written into your documents; the key and the whole "
                                "profile are secrets, like a key to a house.")
                           : tr("Choose this profile, and its progress, settings and key are used.");
    p.within(what, {x + 28, kTop + 70}, w - 56, mine() ? 92 : 60, 20, Face::Regular, theme::body, theme::ink2);
    float y = kTop + (mine() ? 174 : 140);
    const auto add = [&](int id, const char* word, const char* hint, bool primary) {
      m_choices.add(id, {x + 28, y}, {w - 56, 46}, 23, {word, "", hint});
      button(p, {x + 28, y}, {w - 56, 46}, word, primary);
      y += 58;
    };
    if (!mine()) add(kPlay, tr("Play as this one"), tr("Everything of this profile is used from now on."), true);
    if (mine()) add(kStatistics, tr("What you have done so far"), tr("Hours, people, moves and medals."), true);
    add(kRename, tr("Another name"), tr("How this profile is called."), false);
    if (mine()) add(kTake, tr("Take the profile along"), tr("Writes all of it into one file."), false);
    if (mine()) add(kKey, tr("Take the key along"), tr("Writes the key as text: whoever has it plays as you."), false);
    if (!mine() && m_at != 0) add(kRemove, tr("Remove"), tr("Asks first."), false);
  }

  void drawQuestion(Painter& p, float x, float w) {
    p.paragraph(question(), {x + 28, kTop + 78}, w - 56, 26, Face::Italic, 20, theme::ink);
    m_choices.add(kKeep, {x + 28, kTop + 330}, {w - 56, 48}, 24, {tr("Keep"), "", tr("Changes nothing.")});
    button(p, {x + 28, kTop + 330}, {w - 56, 48}, tr("Keep"), true);
    m_choices.add(kForGood, {x + 28, kTop + 394}, {w - 56, 46}, 23, {tr("Remove for good"), "", question()});
    button(p, {x + 28, kTop + 394}, {w - 56, 46}, tr("Remove for good"), false);
  }

  ScrollList m_list;
  std::size_t m_at;     // who is looked at
  bool m_asks = false;  // whether to remove them
};

}  // namespace
std::unique_ptr<Screen> makeProfiles(Services& s) { return std::make_unique<Profiles>(s); }
}  // namespace knead::app
