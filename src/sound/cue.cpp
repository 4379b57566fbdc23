#include "sound/cue.hpp"

#include <array>

#include "core/translatable.hpp"

namespace knead::sound {
namespace {

// Own taps are the player's doing: whoever does not hear them misses nothing.
constexpr std::array<CueRow, kCueCount> kTable = {{
    {Cue::Tap, ""},
    {Cue::KnotFreed, N_("Two glass notes: a knot lets go")},
    {Cue::PointFilled, N_("A bell: this point has given what it can")},
    {Cue::FellBack, N_("A low note sinks: the knot tightens again")},
    {Cue::Flinch, N_("A sharp breath in: too hard")},
    {Cue::Bone, N_("A dull knock: not on this place")},
    {Cue::Guarding, N_("The breath is held: they brace")},
    {Cue::TooHot, N_("A hiss of air: too hot")},
    {Cue::Laid, N_("Something warm is laid down")},
    {Cue::Lifted, N_("It is lifted off")},
    {Cue::Refused, N_("An empty tap: it cannot lie there")},
    {Cue::Referred, N_("An echo: it is felt elsewhere")},
    {Cue::Afterglow, N_("A chord opens: the afterglow")},
    {Cue::LastSeconds, N_("The music thins: ten seconds left")},
    {Cue::Ended, N_("The music settles: it is over")},
    {Cue::Confirm, ""},
}};

constexpr bool inOrder() {
  for (int i = 0; i < kCueCount; ++i) {
    if (static_cast<int>(kTable[static_cast<std::size_t>(i)].cue) != i) return false;
  }
  return true;
}
static_assert(inOrder(), "a row stands at the place of its cue");

}  // namespace

std::span<const CueRow, kCueCount> cueTable() { return kTable; }
const char* captionOf(Cue cue) { return kTable[static_cast<std::size_t>(cue)].caption; }

}  // namespace knead::sound
