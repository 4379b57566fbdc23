// Between the turns of a party, and after the last: whose turn it is, and how everybody did. Nothing moves and nothing
// hurries.
#include "app/exports.hpp"
#include "app/party.hpp"
#include "app/screens/screen.hpp"
#include "app/screens/still_page.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/view/furniture.hpp"
#include "app/view/ground.hpp"
#include "app/words/medals.hpp"
#include "app/words/words.hpp"
#include "replay/write.hpp"

namespace knead::app {
namespace {

using platform::Action;
using words::fill;
using words::tr;

class HandOver final : public Screen {
 public:
  HandOver(Services& s, std::shared_ptr<Party> party, bool leaving)
      : Screen(s), m_party(std::move(party)), m_ground(s.kit), m_asks(leaving), m_inTurn(leaving) {
    if (leaving) m_choices.focus(kStay);
  }

  void handle(const platform::InputEvent& e) override {
    const auto chosen = m_choices.handle(e);
    // Leaving throws everybody's turn away: it is asked first.
    if ((chosen == kLeave || e.asks(Action::Back)) && !m_asks) {
      m_asks = true;
      m_choices.focus(kStay);
      m_services.anew = true;
    } else if (chosen == kLeave) {
      m_services.next = makeTitle(m_services);
    } else if (chosen == kStay || e.asks(Action::Back)) {
      // Out of the middle of a turn, and back into it: nobody begins theirs again.
      if (m_inTurn) {
        m_services.back = true;
        return;
      }
      m_asks = false;
      m_choices.focus(kReady);
    } else if (chosen == kReady) {
      m_services.next = makePartyIntake(m_services, m_party);
    }
  }
  void update(float) override {}
  [[nodiscard]] bool still() const override { return true; }
  [[nodiscard]] Choices* choices() override { return &m_choices; }
  [[nodiscard]] std::string spoken() const override {
    return m_asks ? std::string(tr("Everybody's turns are thrown away.")) : last() + " " + turn();
  }

  void draw(sf::RenderTarget& target, Painter& p, float W) override {
    const Vec2 o{W / 2, 330};
    m_ground.keep(p, W, o, {}, [&](Painter& q) {
      drawHalo(q, o, kHalo, .3F);
      drawHaloRim(q, o, kHalo, .3F);
    });
    m_ground.draw(target);
    p.text(fill(tr("{number} of {all}"), {{"number", std::to_string(m_party->turns.size() + 1)},
                                          {"all", std::to_string(m_party->names.size())}}),
           {o.x, 170}, Face::Regular, theme::body, theme::ink2, Align::Centre);
    const float size = std::min(64.0F, 64 * 620 / p.textWidth(m_party->now(), Face::Serif, 64));
    p.text(m_party->now(), {o.x, 262}, Face::Serif, size, theme::ink, Align::Centre);
    p.centred(m_asks ? tr("Everybody's turns are thrown away.") : tr("it is your turn. Take your time."), {o.x, 306},
              700, 30, Face::Italic, 24, theme::ink2);
    drawLast(p, o.x);
    m_choices.clear();
    constexpr Vec2 kSize{280, 50};
    const auto add = [&](int id, float y, const char* word, const char* hint, bool primary) {
      m_choices.add(id, {o.x - kSize.x / 2, y}, kSize, kSize.y / 2, {word, "", hint});
      button(p, {o.x - kSize.x / 2, y}, kSize, word, primary);
    };
    if (m_asks) {
      add(kStay, 440, tr("Stay"), tr("The party goes on."), true);
      add(kLeave, 504, tr("Leave"), tr("Everybody's turns are thrown away."), false);
    } else {
      add(kReady, 440, tr("Ready"), tr("Listen first, then say what you expect."), true);
      add(kLeave, 504, tr("End the party"), tr("Asks first."), false);
    }
    m_choices.drawRing(p);
    p.flush(target);
  }

 private:
  static constexpr int kReady = 100, kLeave = 101, kStay = 102;
  static constexpr float kHalo = 288;

  [[nodiscard]] std::string turn() const {
    return fill(tr("{person}, it is your turn. Take your time."), {{"person", m_party->now()}});
  }
  // How the one before did; empty before the first.
  [[nodiscard]] std::string last() const {
    if (m_party->turns.empty()) return {};
    const sim::ScoreCard& card = m_party->turns.back().card;
    return fill(words::trn("{person}: {score} points, {count} star.", "{person}: {score} points, {count} stars.",
                           static_cast<std::size_t>(card.stars)),
                {{"person", m_party->names[m_party->turns.size() - 1]},
                 {"score", words::number(card.score)},
                 {"count", std::to_string(card.stars)}});
  }
  void drawLast(Painter& p, float x) const {
    if (m_party->turns.empty()) return;
    p.text(last(), {x, 376}, Face::Medium, theme::label, theme::ink, Align::Centre);
    for (int i = 0; i < 3; ++i)
      star(p, {x + 26 * static_cast<float>(i - 1), 404}, 9, i < m_party->turns.back().card.stars);
  }

  std::shared_ptr<Party> m_party;
  Ground m_ground;
  Choices m_choices{kReady};
  bool m_asks;    // whether everybody's turns are to be thrown away
  bool m_inTurn;  // laid over a session that waits
};

class PartyTable final : public StillPage {
 public:
  PartyTable(Services& s, std::shared_ptr<Party> party)
      : StillPage(s, kDone, kMiddle), m_party(std::move(party)), m_ranked(m_party->ranked()) {}

  void handle(const platform::InputEvent& e) override {
    // What lies beneath is over.
    if (e.asks(Action::Back)) return chose(kDone);
    StillPage::handle(e);
  }
  void chose(int choice) override {
    if (choice == kDone) {
      m_services.next = makeTitle(m_services);
    } else if (choice == kOnceMore) {
      // Whoever began comes last.
      auto again = std::make_shared<Party>(*m_party);
      again->turns.clear();
      std::rotate(again->names.begin(), again->names.begin() + 1, again->names.end());
      m_services.next = makeHandOver(m_services, std::move(again));
    } else if (choice >= kSave) {
      save(m_ranked[static_cast<std::size_t>(choice - kSave)]);
    } else {
      m_services.over = makeReplayViewer(m_services, m_party->level,
                                         m_party->turns[m_ranked[static_cast<std::size_t>(choice)]].replay);
    }
  }
  [[nodiscard]] std::string spoken() const override {
    std::string all = std::string(tr("How it went")) + ".";
    for (const std::size_t at : m_ranked)
      all += " " + m_party->names[at] + ": " + words::number(m_party->turns[at].card.score) + ".";
    return all;
  }

  void drawPage(Painter& p, float W) override {
    const float width = std::min(980.0F, W - 80), left = (W - width) / 2;
    p.text(tr("How it went"), {left, 92}, Face::Serif, theme::title, theme::ink);
    p.text(
        fill(tr("{person} · {level}"), {{"person", m_party->level.person.name}, {"level", tr(m_party->level.title)}}),
        {left, 124}, Face::Regular, theme::body, theme::ink2);
    for (std::size_t i = 0; i < m_ranked.size(); ++i)
      drawRow(p, {left, kTop + kPitch * static_cast<float>(i)}, width, i);
    const auto add = [&](int id, float x, const char* word, const char* hint, bool primary) {
      m_choices.add(id, {x, 622}, {200, 48}, 24, {word, "", hint});
      button(p, {x, 622}, {200, 48}, word, primary);
    };
    add(kOnceMore, left, tr("Once more"), tr("The same back; whoever began comes last."), false);
    add(kDone, left + 216, tr("Done"), tr("Nothing of it is kept."), true);
    keyHints(p, {left + width, 694},
             {{m_services.controls.label(Action::Confirm), tr("watch"), Action::Confirm},
              {m_services.controls.label(Action::Back), tr("back"), Action::Back}},
             Align::Right);
  }

 private:
  // Choices 0 to 7 are rows: a press watches; from kSave on they are saved.
  static constexpr int kOnceMore = 100, kDone = 101, kSave = 20;
  static constexpr float kTop = 158, kPitch = 54, kHigh = 48;

  void drawRow(Painter& p, Vec2 at, float width, std::size_t place) {
    const std::size_t who = m_ranked[place];
    const sim::ScoreCard& card = m_party->turns[who].card;
    const std::string pain = fill(tr("Pain {before} → {after}"), {{"before", words::oneDecimal(card.painBefore)},
                                                                  {"after", words::oneDecimal(card.painAfter)}});
    const bool first = place == 0;
    m_choices.add(static_cast<int>(place), at, {width - 54, kHigh}, 24,
                  {m_party->names[who], words::number(card.score), tr("Shows this session as it was played.")});
    p.roundRect(at, {width - 54, kHigh}, 24, first ? theme::fade(theme::gold, .10F) : theme::fade(theme::card, .5F),
                first ? theme::gold : theme::fade(theme::line, .6F), 1.2F);
    p.text(std::to_string(place + 1), at + Vec2{38, 30}, Face::SemiBold, theme::body, first ? theme::gold : theme::ink2,
           Align::Right);
    const float end = at.x + width - 54 - 24;
    p.typeAtMost(1.2F, [&] {
      p.text(m_party->names[who], at + Vec2{58, 30}, Face::Medium, theme::label, theme::ink);
      p.text(words::number(card.score), {end, at.y + 30}, Face::SemiBold, theme::label, theme::ink, Align::Right);
      if (width > 900) p.text(pain, {end - 190, at.y + 30}, Face::Regular, theme::small, theme::ink2, Align::Right);
    });
    for (int s = 0; s < 3; ++s) star(p, {end - 160 + 22 * static_cast<float>(s), at.y + kHigh / 2}, 7, s < card.stars);
    const auto medals = words::medalsIn(sim::medalsOf(card));
    for (std::size_t m = 0; m < medals.size(); ++m)
      glyph(p, words::medalSign(medals[m]), {at.x + width * .44F + 22 * static_cast<float>(m), at.y + kHigh / 2}, 16,
            theme::gold, 1.4F);
    const Vec2 o{at.x + width - 22, at.y + kHigh / 2};
    m_choices.add(kSave + static_cast<int>(place), o - Vec2{20, 20}, {40, 40}, 20,
                  {tr("Save"), m_party->names[who], tr("Puts a copy of the recording into your documents.")});
    saveSign(p, o, theme::ink2);
  }

  void save(std::size_t who) {
    const std::string folder = recordingsFolder(m_services.options);
    const std::string name = freeName(folder, m_party->level.id, "knead");
    const auto wrote = replay::writeReplayFile(name.empty() ? folder + "/" + m_party->level.id + ".knead" : name,
                                               m_party->turns[who].replay);
    m_services.toast.say(
        wrote ? fill(tr("Recording saved in {folder}."), {{"folder", shownFolder(folder)}}) : wrote.error().text(), 5);
  }

  std::shared_ptr<Party> m_party;
  std::vector<std::size_t> m_ranked;
};

}  // namespace

std::unique_ptr<Screen> makeHandOver(Services& s, std::shared_ptr<Party> party, bool leaving) {
  if (party->over()) return std::make_unique<PartyTable>(s, std::move(party));
  return std::make_unique<HandOver>(s, std::move(party), leaving);
}

}  // namespace knead::app
