// Which move is the hand making? A streaming recogniser: one call per tick, labels while the move happens,
// and a ledger of who owns each tick, written once and in arrears.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "core/vec2.hpp"
#include "sim/tick_input.hpp"

namespace knead::sim {

enum class Move : std::uint8_t { None, Effleurage, Petrissage, Friction, Vibration, Tapotement, Compression, Stretch };
inline constexpr int kMoveCount = 8;
inline constexpr std::array<std::string_view, kMoveCount> kMoveIds = {
    "none", "effleurage", "petrissage", "friction", "vibration", "tapotement", "compression", "stretch"};

// Part of the input header: settings that change what is judged mark the run as assisted.
struct Assists {
  bool steadyHand = false;      // a trembling hand still presses and stretches
  bool widerTolerance = false;  // quality falls off more slowly
  bool noTimer = false;         // the session ends when the hand says so, at the latest after kUntimedSeconds
  friend bool operator==(const Assists&, const Assists&) = default;
};

// Why the quality is not higher: the smallest factor. One word for the coach.
enum class Coach : std::uint8_t { None, Tempo, Path, Steadiness, Place };

// One entry of the ledger: ticks [from, to) belong to `move`. A later entry with topUp = true adds quality
// to ticks that were credited before their bout had matured; it never changes the owner.
struct Credit {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Move move = Move::None;
  float quality = 0.0F;  // 0..1; for a top-up, the amount added
  bool topUp = false;
};

// What the hand does right now, for the picture and the sound.
struct LiveTouch {
  Move move = Move::None;
  float quality = 0.0F;
  float pressure = 0.0F;  // 0..1, sinks in with time
  Coach coach = Coach::None;
  bool contact = false;
  bool tooFast = false;  // of a tempo problem: faster than the move likes
  bool holding = false;  // a stretch that has reached its barrier and stands still there
  Vec2 at;               // cm
  Vec2 velocityCmPerS;
  std::uint32_t decidedTick = 0;  // when the present label began
};

class Recogniser {
 public:
  explicit Recogniser(Assists assists = {});
  Recogniser(const Recogniser&);
  Recogniser& operator=(const Recogniser&) = delete;
  ~Recogniser();

  // Advances by one tick. The hand tool only: the caller passes contact = false while a heat tool is held.
  void tick(const TickInput& input);
  // Ends the stream: what is still undecided goes to `none`.
  void finish();

  [[nodiscard]] const LiveTouch& live() const;
  // Ledger entries written by the last call of tick() or finish().
  [[nodiscard]] std::span<const Credit> credits() const;
  // A hash of the whole state, for replays.
  [[nodiscard]] std::uint64_t stateHash() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace knead::sim
