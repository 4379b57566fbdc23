#include "daily/sentences.hpp"

#include <array>

#include "core/translatable.hpp"

namespace knead::daily {
namespace {

using P = level::Pain;
using T = level::Technique;

struct Sentence {
  P pain;
  T technique;
  const char* text;
};

constexpr std::array<Sentence, 37> kWhy = {{
    {P::Doms, T::Petrissage, N_("A wide soreness likes slow round kneading, spread over all of it.")},
    {P::Doms, T::Friction, N_("Rubbing hard over sore fibres makes them sorer.")},
    {P::Doms, T::TriggerPoint, N_("There is no single spot, so a deep thumb only finds more soreness.")},
    {P::Doms, T::Acupressure, N_("Holding one point leaves the rest of a wide soreness as it was.")},
    {P::AcuteLowBack, T::Pack, N_("Warmth that lasts is what a newly seized low back answers to best.")},
    {P::AcuteLowBack, T::Friction, N_("Rubbing a back in spasm gives it one more reason to hold on.")},
    {P::AcuteLowBack, T::Tapotement, N_("Tapping startles it, and the kidneys lie close by.")},
    {P::AcuteLowBack, T::TriggerPoint, N_("All of it is holding on; there is no one spot to press.")},
    {P::ChronicLowBack, T::Effleurage, N_("Slow strokes tell an overcareful back that this will be kind.")},
    {P::ChronicLowBack, T::Petrissage, N_("Slow kneading is a calm dose too, if it stays within what is welcome.")},
    {P::ChronicLowBack, T::Acupressure, N_("Quiet presses on many points calm a back that has been loud for years.")},
    {P::ChronicLowBack, T::Stretch, N_("A slow draw gives back some of the length that the years took.")},
    {P::ChronicLowBack, T::Pack, N_("Lasting warmth makes the calm easier to keep.")},
    {P::ChronicLowBack, T::Tapotement, N_("Tapping stirs up what wants to be quieted.")},
    {P::Stress, T::Effleurage, N_("Slow long strokes lower the guard on both sides at once.")},
    {P::Stress, T::Petrissage, N_("Slow kneading empties shoulders that are drawn up.")},
    {P::Stress, T::Tapotement, N_("Drumming on a back in alarm keeps it in alarm.")},
    {P::TriggerPoint, T::TriggerPoint,
     N_("One spot that sends its ache elsewhere asks for a still thumb until it melts.")},
    {P::TriggerPoint, T::Tapotement, N_("Taps around the place never reach one deep spot.")},
    {P::Stiffness, T::Stretch, N_("A firm, even stop is short muscle: draw slowly, and wait at the end.")},
    {P::Stiffness, T::Tapotement, N_("Tapping makes nothing longer.")},
    {P::Stiffness, T::TriggerPoint, N_("There is no knot to press; the whole muscle is short.")},
    {P::ColdGuarded, T::Stone, N_("A warm stone, kept moving, opens a cold back without any force.")},
    {P::ColdGuarded, T::Pack, N_("Lasting warmth, laid on and left, lets a cold back stop bracing.")},
    {P::ColdGuarded, T::Friction, N_("Quick rubbing on a cold, guarded back feels like an attack.")},
    {P::ColdGuarded, T::Tapotement, N_("Tapping wakes a guard that should fall asleep.")},
    {P::ColdGuarded, T::TriggerPoint, N_("Deep pressure on cold muscle only shuts the door.")},
    {P::ColdGuarded, T::Stretch, N_("A braced muscle pulls against every stretch.")},
    {P::PoorCirculation, T::Effleurage, N_("Long strokes toward the heart move what has been standing still.")},
    {P::PoorCirculation, T::Friction, N_("Rubbing one place warms a coin of skin; the rest stays heavy.")},
    {P::PoorCirculation, T::TriggerPoint, N_("There is no knot, and pressing one place moves nothing along.")},
    {P::PoorCirculation, T::Acupressure, N_("A still point does little where everything is slow.")},
    {P::Postural, T::Stretch, N_("What a posture keeps short asks for length, slowly and more than once.")},
    {P::Postural, T::Vibration, N_("A tremble is for nerves; this is a muscle that is held too short.")},
    {P::Postural, T::Tapotement, N_("Taps wake the surface and leave the pattern as it is.")},
    {P::ColdGuarded, T::Towel, N_("Broad warmth first; after that hands are welcome.")},
    {P::AcuteLowBack, T::Towel, N_("Gentle warmth is a good comfort for a new low-back ache.")},
}};

constexpr std::array<const char*, level::kPainCount> kLineReasons = {
    N_("Kneading alone goes a long way here; the third star asks for all of it."),
    N_("A back that seized does not let go of everything in one session."),
    N_("What took years does not go in one session; this is as light as it gets today."),
    N_("Calm comes easily to kind hands; the third star asks for the knots as well."),
    N_("One knot decides most of this back; the third star asks for what is around it as well."),
    N_("Length comes slowly; the third star asks for as much as one session can give."),
    N_("A cold back warms slowly, and more would ask for depth that it does not welcome."),
    N_("The third star asks for what steady strokes can do in this time."),
    N_("A habit of years keeps pulling; the third star asks for what one session can free."),
};

constexpr std::array<std::string_view, 72> kNames = {
    "Alex",    "Amal",   "Andrea",    "Ari",   "Ash",    "Bela",   "Billie", "Cam",   "Charlie", "Chris",  "Dana",
    "Daniele", "Deniz",  "Dominique", "Eden",  "Ellis",  "Emil",   "Eli",    "Farah", "Femi",    "Finley", "Francis",
    "Frida",   "Gabi",   "Gale",      "Greta", "Harper", "Hilmi",  "Ike",    "Ilya",  "Imani",   "Ira",    "Jamie",
    "Jo",      "Jules",  "Kai",       "Kamal", "Kerry",  "Kim",    "Lou",    "Luca",  "Maia",    "Manu",   "Maxime",
    "Mika",    "Morgan", "Nadia",     "Nico",  "Noel",   "Oluchi", "Pat",    "Paz",   "Quinn",   "Rafa",   "Remy",
    "Robin",   "Rowan",  "Sasha",     "Selma", "Shay",   "Simone", "Sol",    "Sunny", "Tamar",   "Terry",  "Toni",
    "Uli",     "Val",    "Vesa",      "Yael",  "Yuri",   "Zuri"};

}  // namespace

std::string_view whyOf(level::Pain pain, level::Technique technique) {
  for (const Sentence& one : kWhy) {
    if (one.pain == pain && one.technique == technique) return one.text;
  }
  return {};
}

std::string_view lineReasonOf(level::Pain pain) { return kLineReasons[static_cast<std::size_t>(pain)]; }

std::uint32_t nameCount() { return static_cast<std::uint32_t>(kNames.size()); }
std::string_view nameOf(std::uint32_t number) { return kNames[number % kNames.size()]; }

}  // namespace knead::daily
