// Every option of the player, as one table: the settings screen, the settings file, --help and the accessibility page
// are all made from it. An option is a whole number; what it does is written where it is used. No option is readable
// from the simulation.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace knead::profile {

enum class Option : std::uint8_t {
  Language,
  CountIn,
  GuidingHand,
  Ghost,
  GhostLight,
  FullScreen,
  Quality,
  FrameRate,
  Volume,
  Music,
  Ambience,
  Effects,
  Loudness,
  Mono,
  MuteAway,
  HandBy,
  Pointing,
  ClickToHold,
  WheelStep,
  KeyPace,
  StickPace,
  StickDeadZone,
  ScanStep,
  DwellClick,
  RepeatDelay,
  TextSize,
  ReducedMotion,
  HighContrast,
  Captions,
  StayingText,
  Narration,
  SteadyHand,
  WiderTolerance,
  OwnTempo,
  GameSpeed,
  NoTimer,
  Afterglow
};
inline constexpr int kOptionCount = 37;

enum class Tab : std::uint8_t { Game, Display, Sound, Controls, Accessibility };
inline constexpr int kTabCount = 5;
// English, marked for translation.
[[nodiscard]] const char* tabLabel(Tab tab);

enum class OptionKind : std::uint8_t { Toggle, Choice, Range };

struct OptionRow {
  Option option{};
  const char* id = "";  // in the file
  Tab tab{};
  OptionKind kind{};
  const char* label = "";
  const char* hint = "";                   // one sentence: what it changes for the player
  std::span<const char* const> choices{};  // Choice: what is shown, value = index
  int low = 0, high = 1, step = 1;         // Range; Toggle is 0..1, Choice 0..n-1
  int usual = 0;                           // the default
  const char* unit = "";                   // Range: shown behind the number
  bool assist = false;                     // marks the run as assisted
};

// Values of GuidingHand.
inline constexpr int kGuideUntilWon = 0, kGuideAlways = 1, kGuideNever = 2;
// Values of Ghost.
inline constexpr int kGhostNone = 0, kGhostBest = 1, kGhostLast = 2, kGhostFile = 3, kGhostBoard = 4;
// Values of HandBy and of Pointing.
inline constexpr int kHandDirect = 0, kHandHelped = 1, kHandOneSwitch = 2;
inline constexpr int kPointMouse = 0, kPointFinger = 1;
// Values of Afterglow.
inline constexpr int kGlowArticle = 0, kGlowEvidence = 1;
// The first value of Quality; then low, medium and high.
inline constexpr int kQualityAuto = 0;

[[nodiscard]] std::span<const OptionRow, kOptionCount> optionTable();
[[nodiscard]] const OptionRow& rowOf(Option option);
[[nodiscard]] std::optional<Option> optionOf(std::string_view id);
// The nearest value that the row allows.
[[nodiscard]] int allowed(const OptionRow& row, long long value);

}  // namespace knead::profile
