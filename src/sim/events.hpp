// What happened in a tick, for the picture, the sound, captions and tests. Events go out; nothing comes back.
#pragma once

#include <cstdint>

#include "core/vec2.hpp"
#include "level/technique.hpp"
#include "sim/touch/recogniser.hpp"

namespace knead::sim {

enum class EventKind : std::uint8_t {
  MoveBegan,     // a live label began: `move`
  MoveCredited,  // the ledger took ticks: `move`, value = quality
  KnotReleased,  // index = knot
  KnotFellBack,  // index = knot: it had begun to soften and tightened again
  // index = knot: pressing it brings on the pain that it refers. `at` = where that is felt, value = how much, 0..10.
  // Once in six seconds of play for each knot.
  ReferralFelt,
  PointFilled,  // index = point: an acupressure point has given what it can
  Flinch,       // too deep, too sudden; value = how far over the limit
  Guarding,     // the person braces: pressing on makes it worse
  TooHot,       // skin over 43 C under a tool; index = laid tool
  Burnt,        // the burn dose is full: the tool is taken off by the person
  NoGoTouched,  // spinous process, kidney or a place the level forbids; value = 0 bone, 1 kidney, 2 level
  ToolLaid,     // index = laid tool, also for
  ToolLifted,
  ToolRefused,   // index = kind of tool; value = ToolRefusal
  Afterglow,     // twelve therapy minutes of good touch
  OverReleased,  // a muscle fell below its postural band: index = muscle
  Ended,         // one person is done: value = Ending
  NextPerson     // the next of a level's people is here: index = which, from 1
};

enum class ToolRefusal { NoneLeft, ManyLie, OffTheBody };

struct Event {
  EventKind kind{};
  std::uint32_t tick = 0;
  int index = 0;
  float value = 0.0F;
  Move move = Move::None;
  Vec2 at;
};

}  // namespace knead::sim
