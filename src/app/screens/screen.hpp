// What every screen is, and what the program lends to all of them. A screen asks for the next one; it never
// opens windows or files of its own.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/devices/controls.hpp"
#include "app/drivers/drive.hpp"
#include "app/options.hpp"
#include "app/player.hpp"
#include "app/shelf.hpp"
#include "app/speaker.hpp"
#include "app/ui/choices.hpp"
#include "app/ui/painter.hpp"
#include "app/ui/toast.hpp"
#include "learning/quiz_plan.hpp"
#include "level/catalogue.hpp"
#include "level/technique_book.hpp"

namespace knead::editing {
class Draft;
}

namespace knead::app {

class Screen;
struct Party;
struct Online;
struct Services {
  DrawKit& kit;
  const Options& options;
  const Drive& drive;
  const level::Catalogue& levels;
  const level::TechniqueBook& book;
  const Shelf& shelf;
  Player& player;
  Speaker& speaker;
  Controls& controls;
  Online& online;
  // Set by a screen to leave: `next` takes the place of this one and of all beneath it, `over` is laid over it, `back`
  // uncovers what lies beneath, or the title.
  std::unique_ptr<Screen> next = {}, over = {};
  bool back = false;
  bool quit = false;
  bool anew = false;                               // the present screen turned a page: a voice speaks of it again
  std::string error = {};                          // ends the program with exit code 1
  std::vector<std::string> shots = {};             // names of screenshots to take after this frame, into --shots
  Toast toast = {};                                // drawn over every screen
  std::optional<sim::IntakeAnswer> expected = {};  // of the next person of a session that waits; taken by the session
  int row = 0;                                     // of the levels: where the player is
  std::string lastPerson = {};                     // whom the player looked at last among the people
  std::vector<std::string> guests = {};            // of the last party
  bool toldOfLevels = false;                       // that some cannot be read
  // Asks every page that is open whether it may go, one under another too (Screen::mayClose).
  std::function<bool()> mayCloseAll = [] { return true; };
  [[nodiscard]] bool leaving() const { return next || over || back; }
};

// What is left of a session when it is over.
struct Outcome {
  level::Level level;
  sim::ScoreCard card;
  replay::Replay replay;
  Player::Taken taken;
  float hoursAfter = 0;  // the last visit, of somebody who came again
};

// How the page lies in a window of so many pixels: always 720 reference pixels high and at least 960 wide, so that a
// narrower window has a bar above and below.
struct PageSize {
  float scale = 1;     // pixels to a reference pixel
  float bar = 0;       // pixels above the page
  float width = 1280;  // of the page, reference pixels
};
[[nodiscard]] PageSize pageOf(float widthPx, float heightPx);
// A page of width W, reference pixels, as in a 4:3 window; and where its text begins, left, and as far from the right.
[[nodiscard]] constexpr bool isNarrow(float W) { return W < 1180; }
[[nodiscard]] constexpr float marginOf(float W) {
  constexpr float kNarrow = 40, kLeast = 64, kHalf = 576;  // beyond 1280 the columns stay as wide as they are there
  return isNarrow(W) ? kNarrow : W / 2 - kHalf > kLeast ? W / 2 - kHalf : kLeast;
}

class Screen {
 public:
  explicit Screen(Services& services) : m_services(services) {}
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  virtual ~Screen() = default;
  // Positions are reference pixels.
  virtual void handle(const platform::InputEvent& event) = 0;
  virtual void update(float seconds) = 0;
  // Covers the whole window, `width` x 720 reference pixels; `width` is at least 960.
  virtual void draw(sf::RenderTarget& target, Painter& painter, float width) = 0;
  // Nothing on it moves by itself: it is drawn when something happens, and every two seconds.
  [[nodiscard]] virtual bool still() const { return false; }
  // What can be chosen on it now, for pads, the one switch and the voice; null where there is nothing to choose.
  [[nodiscard]] virtual Choices* choices() { return nullptr; }
  // Another one of them has the focus now, by a key, the pointer or the light of the one switch: a list shows its row.
  virtual void focusMoved() {}
  // What a voice says of what is chosen now.
  [[nodiscard]] virtual Spoken focus() {
    const Choices* all = choices();
    const Choices::Box* box = all != nullptr ? all->focusedBox() : nullptr;
    return box != nullptr ? box->spoken : Spoken{};
  }
  // What a voice says when it opens.
  [[nodiscard]] virtual std::string spoken() const { return {}; }
  // So large the type on it may be; what the player wishes beyond that, the whole page is magnified.
  [[nodiscard]] virtual float largestType() const { return 1.4F; }
  // Every press is taken as it is, whatever it means.
  [[nodiscard]] virtual bool listens() const { return false; }
  // The window is to be closed, or somebody else plays. False: something would be lost, and that was said; the second
  // time it may.
  [[nodiscard]] virtual bool mayClose() { return true; }
  // Presses mean what they mean on the table, not in menus.
  [[nodiscard]] virtual bool onTable() const { return false; }
  // What there is to hear behind it; menus share one quiet scene.
  [[nodiscard]] virtual sound::Scene heard() const { return {}; }

 protected:
  // At the foot of a page, up to `right`: which keys choose and lead back.
  void hintChooseBack(Painter& painter, float right) const;

  Services& m_services;
};

std::unique_ptr<Screen> makeTitle(Services& services);
std::unique_ptr<Screen> makeFirstStart(Services& services);
std::unique_ptr<Screen> makeLevelPath(Services& services);
// `pain`: the row that is looked at first.
std::unique_ptr<Screen> makeAtlas(Services& services, level::Pain pain);
// Twelve short stories: which move first? Tells why at once, and at the end what came of it.
std::unique_ptr<Screen> makeQuiz(Services& services, learning::QuizKind kind);
// Stories of what is due today, one question each.
std::unique_ptr<Screen> makeReview(Services& services);
// What the player knows, mixes up, and can take away.
std::unique_ptr<Screen> makeKnowledge(Services& services);
// Which numbers are the game's and not research.
std::unique_ptr<Screen> makeSimplified(Services& services);
// `tab`: 0 own runs, 1 near me, 2 the top, 3 friends.
std::unique_ptr<Screen> makeBoards(Services& services, int tab = 0);
// The server of boards: address, name, what was sent.
std::unique_ptr<Screen> makeServerPage(Services& services);
std::unique_ptr<Screen> makeSettings(Services& services);
std::unique_ptr<Screen> makeBindings(Services& services);
std::unique_ptr<Screen> makePadTeacher(Services& services);
std::unique_ptr<Screen> makeAbout(Services& services);
// Who plays on this machine, and what each may take along.
std::unique_ptr<Screen> makeProfiles(Services& services);
// What whoever plays has done so far.
std::unique_ptr<Screen> makeStatistics(Services& services);
// What each medal takes, and how often whoever plays has earned it.
std::unique_ptr<Screen> makeMedals(Services& services);
// Plays a recording with the clock in the viewer's hand.
std::unique_ptr<Screen> makeReplayViewer(Services& services, const level::Level& level, const replay::Replay& replay);
// Who they are, what their visits did, and when they come again.
std::unique_ptr<Screen> makePeople(Services& services);
// `hoursAfter` the last visit in story time: the person comes again, with what that visit left.
std::unique_ptr<Screen> makeIntake(Services& services, const level::Level& level, float hoursAfter = 0);
// Of the next person of a session that waits: leaves its answer in Services::expected. `party`: or null.
std::unique_ptr<Screen> makeNextIntake(Services& services, const level::Level& person,
                                       std::shared_ptr<Party> party = nullptr);
// Who sits at the machine, and whose back it is.
std::unique_ptr<Screen> makePartySetup(Services& services);
// Whose turn it is now; or, after the last, how everybody did. `leaving`: laid over a turn, asks whether the
// party is over.
std::unique_ptr<Screen> makeHandOver(Services& services, std::shared_ptr<Party> party, bool leaving = false);
// The guess of whoever's turn it is; nothing of it is kept.
std::unique_ptr<Screen> makePartyIntake(Services& services, std::shared_ptr<Party> party);
std::unique_ptr<Screen> makePartyPlay(Services& services, std::shared_ptr<Party> party, const sim::SessionSetup& setup);
// `start`: leave of a server of boards to begin today's back; `setup` has its seed.
std::unique_ptr<Screen> makePlay(Services& services, const level::Level& level, const sim::SessionSetup& setup,
                                 float hoursAfter = 0, const std::optional<board::StartToken>& start = {});
// Plays a level that is being written: nothing is counted, and it leads back to where it was begun.
std::unique_ptr<Screen> makeTrial(Services& services, const level::Level& level);
std::unique_ptr<Screen> makeEditor(Services& services, editing::Draft draft);
// The same back without time, meters and score; nothing is counted and nothing is recorded.
std::unique_ptr<Screen> makeRelax(Services& services, const level::Level& level);
std::unique_ptr<Screen> makeResults(Services& services, Outcome outcome);

}  // namespace knead::app
