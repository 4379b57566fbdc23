// The replay format, as a document and as structs: what a finished session needs to be lived through again, and
// what it claims came of it. All numbers little-endian; "varint" is LEB128, "svarint" its zigzag form
// (core/bytes.hpp). docs/replay-format.md says the same in prose. This file holds no code that reads or writes.
//
//   8 bytes   magic "KNEADRPL"
//   u16       format version (3; 2 had no lie, 1 neither further people nor a carry)
//   u32       rules version of the simulation that was played
//   text      level id: varint length 1..64, bytes
//   u64       level content hash
//   u64       seed
//   u8        input mode (InputMode)
//   u8        assists: bit 0 steady hand, bit 1 wider tolerance, bit 2 no timer, bit 3 slower time,
//             bit 4 the hand led itself; other bits 0
//   u8        intake: bit 0 refer, bit 1 first, bit 2 also, bit 3 avoid; other bits 0
//   u8 ...    one technique for each of first, also, avoid that is there
//   u8        how many further people, at most kMaxFurther; then the intake of each, as above
//   u8 u8     carry: afterglow, ease
//   svarint x2 lie: x, y (1/100 cm), at most kMostLieX and kMostLieY
//   varint    ticks, at most kMaxTicks
//   runs      until `ticks` samples are out; the sample before the first is a default TickInput. Positions are those on
//             the table: `lie` is added to what TickInput says, which is on the back:
//             varint  4 * count + kind, count 1..ticks left
//             kind 0  the sample before, `count` times
//             kind 1  `count` times: svarint dx, svarint dy (1/100 cm), everything else as before
//             kind 2  `count` is 1: svarint dx, svarint dy, u8 flags (bit 0 contact, bits 1-2 tool,
//                     bit 3 finish), u8 ceiling
//   u64 ...   state hash after every kTicksPerHash ticks: ticks / kTicksPerHash of them
//   u32       claimed score, at most 100,000
//   u8        claimed stars, at most 3
//   u8        claimed ending (sim::Ending)
//   u64       claimed state hash at the end
//   u64       Hash64 of all bytes before it
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session.hpp"
#include "sim/tick_input.hpp"

namespace knead::replay {

inline constexpr std::string_view kMagic = "KNEADRPL";
inline constexpr std::uint16_t kFormatVersion = 3, kOldestFormatVersion = 1;
inline constexpr std::uint32_t kMaxTicks = 120U * 600U;
static_assert(kMaxTicks == sim::kUntimedSeconds * sim::kTicksPerSecond, "the longest session can be recorded");
inline constexpr std::uint32_t kTicksPerHash = 120U;
inline constexpr std::size_t kMaxBytes = 1024U * 1024U;
inline constexpr std::size_t kMaxIdBytes = 64U;
inline constexpr std::size_t kChecksumBytes = 8U;
inline constexpr int kMaxScore = 100000;
inline constexpr std::uint8_t kMaxFurther = 4;

enum class InputMode : std::uint8_t { Mouse, Touch, Keyboard, Gamepad, Switch, Trace, Bot };
inline constexpr std::array<std::string_view, 7> kInputModeIds = {"mouse",  "touch", "keyboard", "gamepad",
                                                                  "switch", "trace", "bot"};

enum class RunKind : std::uint8_t { Repeat = 0, Move = 1, Full = 2 };

// What helped and the simulation does not see: it marks the run as assisted all the same.
struct Help {
  bool slowerTime = false;  // play ran slower than the clock
  bool ledHand = false;     // the hand made the moves by itself; the player chose them
  friend bool operator==(const Help&, const Help&) = default;
};

// Where on the table the person lies, 1/100 cm. A recording holds what the hand did over the table, the session feels
// it on the back; whoever plays sees no difference. A board of a day draws one for each run, so that somebody else's
// recording does not fit (docs/competition.md).
struct Lie {
  std::int16_t x = 0, y = 0;
  friend bool operator==(const Lie&, const Lie&) = default;
};
inline constexpr int kMostLieX = 1000, kMostLieY = 1500;

struct Header {
  std::uint16_t formatVersion = kFormatVersion;
  std::uint32_t rulesVersion = sim::kRulesVersion;
  std::string levelId;
  std::uint64_t levelHash = 0;
  InputMode mode = InputMode::Mouse;
  Help help;
  Lie lie;
  sim::SessionSetup setup;

  [[nodiscard]] bool assisted() const { return setup.assists != sim::Assists{} || help != Help{}; }
  friend bool operator==(const Header& a, const Header& b) {
    return a.formatVersion == b.formatVersion && a.rulesVersion == b.rulesVersion && a.levelId == b.levelId &&
           a.levelHash == b.levelHash && a.mode == b.mode && a.help == b.help && a.lie == b.lie &&
           a.setup.seed == b.setup.seed && a.setup.intake == b.setup.intake && a.setup.further == b.setup.further &&
           a.setup.carry == b.setup.carry && a.setup.assists == b.setup.assists;
  }
};

// What the recording says came of it. Never trusted: verify.hpp finds out.
struct Claim {
  int score = 0;
  int stars = 0;
  sim::Ending ending = sim::Ending::Running;
  std::uint64_t stateHash = 0;
  friend bool operator==(const Claim&, const Claim&) = default;
};

struct Replay {
  Header header;
  std::vector<sim::TickInput> inputs;  // one a tick
  std::vector<std::uint64_t> hashes;   // after tick 120, 240, ...
  Claim claim;
  friend bool operator==(const Replay&, const Replay&) = default;
};

}  // namespace knead::replay
