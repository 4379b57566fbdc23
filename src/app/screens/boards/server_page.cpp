// The server of boards and the player: its address, the name there, what was sent and what it said, and what the player
// may take back from it.
#include "app/exports.hpp"
#include "app/online/online.hpp"
#include "app/screens/still_page.hpp"
#include "app/screens/text_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/scroll_list.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "core/date.hpp"
#include "core/file.hpp"
#include "daily/daily.hpp"

namespace knead::app {
namespace {

using words::fill;
using words::tr;

// Eight digits and a space, so that it can be read out and has lines to break into.
std::string inGroups(const std::string& digits) {
  constexpr std::size_t kGroup = 8;
  std::string out;
  for (std::size_t i = 0; i < digits.size(); i += kGroup) out += (i > 0 ? " " : "") + digits.substr(i, kGroup);
  return out;
}

class ServerPage final : public StillPage {
 public:
  explicit ServerPage(Services& s) : StillPage(s, kAddress) {}

  void handle(const platform::InputEvent& e) override {
    if (!m_list.handle(e)) StillPage::handle(e);
  }
  void focusMoved() override {
    if (m_choices.focused() < kAddress) m_list.show(m_choices.focused());
  }
  [[nodiscard]] std::string spoken() const override {
    return std::string(tr("The board and you")) + ". " + (m_asks ? std::string(question()) : connection().words());
  }

  void drawPage(Painter& p, float W) override {
    const bool narrow = isNarrow(W);
    const float left = marginOf(W), right = W - left;
    const float side = narrow ? 380 : 436, list = right - left - side - (narrow ? 32 : 68);
    if (!off()) m_services.online.connection.want();
    p.text(tr("The board and you"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.paragraph(connection().words(), {left, 122}, right - left, 20, Face::Regular, theme::body, theme::ink2, 1);
    drawLetters(p, left, list);
    drawSide(p, right - side, side);
    hintChooseBack(p, right);
  }

 private:
  // Choices below kAddress are letters.
  static constexpr int kAddress = 1000, kNone = 1001, kName = 1002, kTake = 1003, kForget = 1004, kKeep = 1005,
                       kForGood = 1006, kAddFriend = 1007;
  static constexpr float kTop = 152, kEnd = 652, kGap = 6;
  static constexpr int kMostShown = 60;

  [[nodiscard]] Connection& connection() const { return m_services.online.connection; }
  [[nodiscard]] bool off() const { return connection().state() == Connection::State::Off; }
  [[nodiscard]] static const char* question() {
    return tr(
        "The server will delete all it keeps of you: name, runs and recordings. What is on this machine stays. Nobody "
        "can bring it back.");
  }

  void chose(int what) override {
    Player& player = m_services.player;
    switch (what) {
      case kAddress:
        m_services.over = makeTextPage(m_services, TextPage::Address, tr("Address of a board"),
                                       player.server().empty() ? "http://" : player.server(),
                                       [this](const std::string& typed) { return setAddress(typed); });
        break;
      case kNone:
        player.setServer("");
        m_choices.focus(kAddress);
        break;
      case kName:
        m_services.over =
            makeTextPage(m_services, TextPage::Name, tr("Your name on the board"),
                         player.roster().members()[player.roster().chosen()].name, [this](const std::string& typed) {
                           rename(typed);
                           return std::string();
                         });
        break;
      case kAddFriend:
        m_services.over = makeTextPage(m_services, TextPage::Key, tr("Key of a friend"), "",
                                       [this](const std::string& typed) { return addFriend(typed); });
        break;
      case kTake: take(); break;
      case kForget:
        m_asks = true;
        m_choices.focus(kKeep);
        m_services.anew = true;
        break;
      case kKeep: m_asks = false; break;
      case kForGood: forget(); break;
      default: break;
    }
  }

  // What is wrong with it, or nothing.
  std::string setAddress(const std::string& typed) {
    const auto address = online::readAddress(typed);
    if (!address || address.value().size() > profile::kMostServerBytes)
      return tr(
          "That is no address of a board. One looks like https://boards.example.org or http://192.168.1.20:8375.");
    m_services.player.setServer(address.value());
    return {};
  }
  std::string addFriend(std::string typed) {
    std::erase_if(typed, [](char c) { return c == ' '; });
    const auto key = board::fromHex<32>(typed);
    if (!key) return tr("A key has 64 digits from 0 to 9 and a to f; it stands on the page of a player.");
    for (const Player::Friend& one : m_services.player.friends())
      if (one.key == *key) return tr("This player is a friend already.");
    if (!m_services.player.turnFriend({*key, ""})) return tr("The list of friends is full.");
    m_services.online.pages.forget();
    m_services.toast.say(tr("Added. Friends have a list of their own on each board."), 5);
    return {};
  }

  // Asks what needs the player's signature; says so where that cannot be now.
  template <class Question, class Then>
  void signedAsk(Question question, Then then) {
    Connection& way = m_services.online.connection;
    way.want();
    const auto server = way.server();
    const auto& me = way.me();
    if (!server || !me) return m_services.toast.say(way.words(), 5);
    Services& services = m_services;
    way.ask(
        [server = *server, me = *me, question](const online::Client& client) { return question(client, me, server); },
        [&services, then](auto answer) {
          if (answer)
            then(services, *answer.value);
          else
            services.toast.say(wordsOf(answer.problem), 8);
        });
  }
  void rename(const std::string& name) {
    signedAsk([name](const online::Client& client, const board::Identity& me,
                     const online::ServerInfo& server) { return client.rename(me, server, name); },
              [](Services& s, const std::string& taken) {
                s.toast.say(fill(tr("You are {name} on this board now."), {{"name", taken}}), 5);
                s.online.pages.forget();
              });
  }
  void take() {
    signedAsk([](const online::Client& client, const board::Identity& me,
                 const online::ServerInfo& server) { return client.exportMe(me, server); },
              [](Services& s, const std::string& all) {
                const std::string folder = recordingsFolder(s.options), file = freeName(folder, "knead-board", "json");
                const auto wrote = file.empty() ? Result<std::size_t>(Error{folder, "", "cannot be written"})
                                                : writeWholeFileSafely(file, board::bytesOf(all));
                s.toast.say(wrote ? fill(tr("Saved: {file}"), {{"file", shownFolder(file)}}) : wrote.error().text(), 8);
              });
  }
  void forget() {
    m_asks = false;
    m_choices.focus(kAddress);
    signedAsk([](const online::Client& client, const board::Identity& me,
                 const online::ServerInfo& server) { return client.forgetMe(me, server); },
              [](Services& s, bool) {
                s.toast.say(tr("The server has deleted all it kept of you."), 6);
                s.online.pages.forget();
              });
  }

  void drawLetters(Painter& p, float x, float width) {
    const auto letters = off() ? std::vector<profile::Letter>{} : m_services.player.letters(kMostShown);
    if (letters.empty()) {
      p.within(off()
                   ? tr("A board is a program on somebody's machine. It plays every run again and keeps the score that "
                        "comes out, so nobody can make one up. Your name and your runs go there only when you set its "
                        "address here.")
                   : tr("Nothing was sent yet. A run that is better than what the board has of you goes there by "
                        "itself."),
               {x, kTop + 30}, width, 300, 27, Face::Italic, 21, theme::ink);
      return;
    }
    // A verdict takes two lines, or three where there is little room.
    m_high = 38 + 18 * std::min(1.15F, p.typeScale()) * (width < 560 ? 3.0F : 2.0F);
    m_list.layOut({x, kTop}, {width + 20, kEnd - kTop}, m_high + kGap, static_cast<int>(letters.size()));
    for (std::size_t i = 0; i < letters.size(); ++i) drawLetter(p, static_cast<int>(i), letters[i], x, width);
    m_list.draw(p);
  }
  void drawLetter(Painter& p, int row, const profile::Letter& letter, float x, float width) {
    const level::LevelEntry* entry = m_services.levels.find(letter.level);
    const auto day = daily::dayOfId(letter.level);
    const std::string title =
        entry != nullptr ? std::string(tr(entry->level.title))
        : day            ? fill(tr("{number} · {level}"), {{"number", tr("Today's back")}, {"level", dateOf(*day)}})
                         : letter.level;
    const std::string words = app::wordsOf(letter);
    const Vec2 at{x, m_list.y(row)};
    const float high = m_high;
    m_choices.add(row, at, {width, high}, 14, {title, words::number(letter.score), words}, !m_list.seen(row));
    if (!m_list.seen(row)) return;
    p.roundRect(at, {width, high}, 14, theme::fade(theme::card, .5F), theme::fade(theme::line, .6F));
    const auto verdict = board::verdictOf(letter.verdict);
    p.disc(at + Vec2{20, 20}, 5, !verdict ? theme::ink3 : board::isAccepted(*verdict) ? theme::jade : theme::ember);
    p.typeAtMost(1.15F, [&] {
      p.text(title, at + Vec2{36, 24}, Face::Medium, theme::body, theme::ink);
      p.text(words::number(letter.score), at + Vec2{width - 20, 24}, Face::SemiBold, theme::body, theme::ink,
             Align::Right);
      p.within(words, at + Vec2{36, 46}, width - 56, high - 38, 18, Face::Regular, theme::small, theme::ink2);
    });
  }

  void drawSide(Painter& p, float x, float w) {
    widgets::card(p, {x, kTop - 16}, {w, 516});
    if (m_asks) return drawQuestion(p, x, w);
    float y = kTop + 6;
    const auto add = [&](int id, const char* word, const std::string& value, const char* hint, bool primary) {
      m_choices.add(id, {x + 28, y}, {w - 56, 46}, 23, {word, value, hint});
      button(p, {x + 28, y}, {w - 56, 46}, word, primary);
      y += 58;
    };
    const std::string& address = m_services.player.server();
    add(kAddress, off() ? tr("Set the address") : tr("Another address"), address,
        tr("Like https://boards.example.org, or that of a machine in your network."), off());
    if (!off()) {
      add(kName, tr("Your name on the board"), "", tr("Without one you are the first letters of your key there."),
          false);
      add(kAddFriend, tr("Add a friend by key"), "", tr("The key stands on the page of a player."), false);
      add(kTake, tr("Take what it keeps of you"), "", tr("Writes all of it into a file in your documents."), false);
      add(kForget, tr("Delete me there"), "", tr("Asks first."), false);
      add(kNone, tr("Leave this board"), "", tr("Nothing is sent any more; what it has stays there."), false);
    }
    p.typeAtMost(1.15F, [&] {
      if (!off()) {
        p.paragraph(address, {x + 28, kTop + 380}, w - 56, 20, Face::Medium, theme::body, theme::ink, 1);
        const auto& me = connection().me();
        p.within(me ? fill(tr("Your key: {key}"), {{"key", inGroups(board::hexOf(me->key()))}}) : std::string(),
                 {x + 28, kTop + 408}, w - 56, 84, 18, Face::Regular, theme::small, theme::ink2);
      } else {
        p.within(
            tr("Whoever runs a server sees your runs, your key, and a name if you choose one. Nothing else is sent."),
            {x + 28, kTop + 96}, w - 56, 160, 22, Face::Regular, theme::body, theme::ink2);
      }
    });
  }
  void drawQuestion(Painter& p, float x, float w) {
    p.within(question(), {x + 28, kTop + 40}, w - 56, 260, 26, Face::Italic, 20, theme::ink);
    m_choices.add(kKeep, {x + 28, kTop + 330}, {w - 56, 48}, 24, {tr("Keep"), "", tr("Changes nothing.")});
    button(p, {x + 28, kTop + 330}, {w - 56, 48}, tr("Keep"), true);
    m_choices.add(kForGood, {x + 28, kTop + 394}, {w - 56, 46}, 23, {tr("Delete for good"), "", question()});
    button(p, {x + 28, kTop + 394}, {w - 56, 46}, tr("Delete for good"), false);
  }

  ScrollList m_list;
  float m_high = 74;    // of a row
  bool m_asks = false;  // whether the server shall delete all
};

}  // namespace
std::unique_ptr<Screen> makeServerPage(Services& s) { return std::make_unique<ServerPage>(s); }
}  // namespace knead::app
