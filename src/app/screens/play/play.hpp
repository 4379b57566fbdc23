// The session as it is played: fixed ticks from a source, the picture, the display around it, pause. Asks the session
// everything and tells it nothing but the quantised input of each tick. Life is in play.cpp, devices in input.cpp.
#pragma once

#include "app/drivers/player_hand.hpp"
#include "app/file_watch.hpp"
#include "app/party.hpp"
#include "app/screens/play/ghost_hand.hpp"
#include "app/screens/play/guide.hpp"
#include "app/screens/play/pause_menu.hpp"
#include "app/screens/play/session_scene.hpp"
#include "app/screens/screen.hpp"
#include "replay/record.hpp"

namespace knead::app {

class Play final : public Screen {
 public:
  enum class Mode { Scored, Relaxed, Trial, Party };
  Play(Services& services, const level::Level& level, const sim::SessionSetup& setup, Mode mode, float hoursAfter = 0,
       std::shared_ptr<app::Party> party = nullptr, const std::optional<board::StartToken>& start = {});
  void handle(const platform::InputEvent& event) override;
  void update(float seconds) override;
  void draw(sf::RenderTarget& target, Painter& painter, float width) override;
  [[nodiscard]] Choices* choices() override { return m_pause.isOpen() ? &m_pause.choices() : nullptr; }
  [[nodiscard]] Spoken focus() override;
  [[nodiscard]] std::string spoken() const override;
  [[nodiscard]] float largestType() const override { return 2; }
  [[nodiscard]] bool onTable() const override { return !m_pause.isOpen(); }
  [[nodiscard]] sound::Scene heard() const override {
    sound::Scene scene = m_listener.scene(*m_session, m_pause.isOpen() || m_countIn > 0);
    scene.voice = m_scene.who().voice;
    return scene;
  }

 private:
  void restart();
  void reload(float seconds);                    // the level's file was saved elsewhere
  void meet();                                   // whoever is here now
  void expect(const sim::IntakeAnswer& answer);  // of the next person
  void receive();                                // whoever has come since
  void finish();
  void guide();
  void summon();
  [[nodiscard]] float ghostLight() const;
  [[nodiscard]] std::string pauseNote() const;
  // What the first lesson says now; nothing after it, or while a message stands in its place.
  [[nodiscard]] Toast lessonPill() const;
  void report(const sim::ScoreCard& card) const;
  void tell(const std::string& what) const;
  void tellBeat();
  void tellChanges(const sim::TickInput& before) const;
  void tick();
  void nameFence();
  [[nodiscard]] float filmed(float playedS, float seconds) const;
  // Input
  void pause(PauseMenu::Way focused);
  void take(PauseMenu::Way way);
  bool press(Vec2 at);               // false: not on the back but on a control
  [[nodiscard]] double now() const;  // of play, seconds
  [[nodiscard]] const profile::Settings& settings() const { return m_services.player.settings(); }
  static constexpr float kCountInS = 2;

  Mode m_mode;
  std::shared_ptr<app::Party> m_party;  // or null
  level::Level m_level;
  FileWatch m_watch;  // of a level that is not one of the game's
  sim::SessionSetup m_setup;
  float m_hoursAfter;                        // the last visit of this person, in story time; 0: a fair start
  std::optional<board::StartToken> m_start;  // with which a run of a day was begun
  std::unique_ptr<sim::Session> m_session;
  std::unique_ptr<Source> m_source;
  PlayerHand* m_player = nullptr;  // null when something else drives
  std::unique_ptr<replay::Recorder> m_recorder;
  sim::TickInput m_input;
  std::size_t m_visit = 0;  // whom the hand and the picture know
  sim::ScoreCard m_now;
  float m_carry = 0, m_scoreIn = 0;  // seconds not yet ticked; until the score is asked again
  std::size_t m_nextShot = 0;
  int m_filmed = 0;  // pictures of --film so far
  bool m_over = false, m_scored = false, m_beat = false;

  PauseMenu m_pause;
  std::unique_ptr<GuidingHand> m_guide;   // null: not wanted
  std::unique_ptr<FirstLesson> m_lesson;  // null: not the first session
  std::unique_ptr<GhostHand> m_ghost;     // null: nobody is raced
  Vec2 m_mouse{900, 400};

  SessionScene m_scene;
  sound::Listener m_listener;
  std::vector<sound::Heard> m_heard;  // of the last tick
  std::vector<std::string> m_named;   // the fenced places the hand came into, by their reason
  float m_countIn = 0;                // seconds until time goes on after a pause
};

}  // namespace knead::app
