// Sounds that tell something, and what a caption says of each. One table: a cue without words does not compile.
#pragma once

#include <cstdint>
#include <span>

namespace knead::sound {

enum class Cue : std::uint8_t {
  Tap,        // a finger comes down: a soft wooden tick
  KnotFreed,  // two glass notes, a rising fourth
  PointFilled,
  FellBack,
  Flinch,  // the person's breath goes in
  Bone,
  Guarding,
  TooHot,
  Laid,
  Lifted,
  Refused,
  Referred,
  Afterglow,
  LastSeconds,  // ten are left
  Ended,
  Confirm
};
inline constexpr int kCueCount = 16;

struct CueRow {
  Cue cue{};
  const char* caption = "";  // English, marked for translation; empty for what the eye has anyway
};
[[nodiscard]] std::span<const CueRow, kCueCount> cueTable();
[[nodiscard]] const char* captionOf(Cue cue);

}  // namespace knead::sound
