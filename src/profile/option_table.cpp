#include "profile/option_table.hpp"

#include "core/translatable.hpp"

namespace knead::profile {
namespace {

constexpr std::array<const char*, 4> kLanguages = {N_("Like the desktop"), "English", "Español", "[Pšéúdö]"};
constexpr std::array<const char*, 3> kGuides = {N_("Until won"), N_("Always"), N_("Never")};
constexpr std::array<const char*, 5> kGhosts = {N_("Nobody"), N_("My best"), N_("My last"), N_("A file"),
                                                N_("The next on the board")};
constexpr std::array<const char*, 2> kGlows = {N_("Article: two days"), N_("Evidence: about an hour")};
constexpr std::array<const char*, 4> kQualities = {N_("By itself"), N_("Low"), N_("Medium"), N_("High")};
constexpr std::array<const char*, 4> kTextSizes = {"100%", "140%", "170%", "200%"};
constexpr std::array<const char*, 3> kLoudness = {N_("Usual"), N_("Small speakers"), N_("Night")};
constexpr std::array<const char*, 3> kHands = {N_("Directly"), N_("Keyboard with help"), N_("One switch")};
constexpr std::array<const char*, 2> kPointers = {N_("Mouse or touchpad"), N_("Finger")};
constexpr std::array<const char*, 3> kRates = {"30", "60", "120"};

using enum OptionKind;

// clang-format off
constexpr std::array<OptionRow, kOptionCount> kOptions = {{
    {Option::Language, "language", Tab::Game, Choice, N_("Language"), N_("The language of menus, people and cards."), kLanguages, 0, 3, 1, 0, "", false},
    {Option::CountIn, "count_in", Tab::Game, Toggle, N_("Count in after a pause"), N_("Two seconds to find the place again before time goes on."), {}, 0, 1, 1, 1, "", false},
    {Option::GuidingHand, "guiding_hand", Tab::Game, Choice, N_("Guiding hand"), N_("A pale hand shows what would help."), kGuides, 0, 2, 1, kGuideUntilWon, "", false},
    {Option::Ghost, "ghost", Tab::Game, Choice, N_("You race"), N_("An earlier run works beside you as a pale second hand."), kGhosts, 0, 4, 1, kGhostNone, "", false},
    {Option::GhostLight, "ghost_light", Tab::Game, Range, N_("How much you see of it"), N_("At nought there is no second hand. It never changes a score."), {}, 0, 100, 10, 60, "%", false},
    {Option::FullScreen, "full_screen", Tab::Display, Toggle, N_("Full screen"), N_("F11 switches it at any time."), {}, 0, 1, 1, 0, "", false},
    {Option::Quality, "quality", Tab::Display, Choice, N_("Picture quality"), N_("How much is drawn. The score is the same."), kQualities, 0, 3, 1, kQualityAuto, "", false},
    {Option::FrameRate, "frame_rate", Tab::Display, Choice, N_("Pictures a second"), N_("Fewer save power. The score is the same."), kRates, 0, 2, 1, 1, "", false},
    {Option::Volume, "volume", Tab::Sound, Range, N_("Volume"), N_("Of everything."), {}, 0, 100, 5, 100, "%", false},
    {Option::Music, "music", Tab::Sound, Range, N_("Music"), N_("The chords that open as somebody lets go."), {}, 0, 100, 5, 100, "%", false},
    {Option::Ambience, "ambience", Tab::Sound, Range, N_("Room"), N_("The low tone, the breath, the heartbeat."), {}, 0, 100, 5, 100, "%", false},
    {Option::Effects, "effects", Tab::Sound, Range, N_("Hands and signs"), N_("The hand on the skin, bells and knocks."), {}, 0, 100, 5, 100, "%", false},
    {Option::Loudness, "loudness", Tab::Sound, Choice, N_("Loudness"), N_("Louder for small speakers, softer for the night."), kLoudness, 0, 2, 1, 0, "", false},
    {Option::Mono, "mono", Tab::Sound, Toggle, N_("Mono"), N_("The same on both sides."), {}, 0, 1, 1, 0, "", false},
    {Option::MuteAway, "mute_away", Tab::Sound, Toggle, N_("Silent in the background"), N_("No sound while another window has the focus."), {}, 0, 1, 1, 1, "", false},
    {Option::HandBy, "hand_by", Tab::Controls, Choice, N_("The hand is led"), N_("Directly, by choosing places and moves with a few keys, or by one switch that waits for its light."), kHands, 0, 2, 1, kHandDirect, "", false},
    {Option::Pointing, "pointing", Tab::Controls, Choice, N_("You point with"), N_("With a finger the hand lies above it."), kPointers, 0, 1, 1, kPointMouse, "", false},
    {Option::ClickToHold, "click_to_hold", Tab::Controls, Toggle, N_("Press once to hold"), N_("One press lays the hand on, the next lifts it. Nothing to hold down."), {}, 0, 1, 1, 0, "", false},
    {Option::WheelStep, "wheel_step", Tab::Controls, Range, N_("Wheel step"), N_("How much deeper one notch lets the hand sink."), {}, 2, 20, 1, 5, "%", false},
    {Option::KeyPace, "key_pace", Tab::Controls, Range, N_("Pace of the keys"), N_("How fast keys move the hand."), {}, 50, 150, 10, 100, "%", false},
    {Option::StickPace, "stick_pace", Tab::Controls, Range, N_("Pace of the stick"), N_("How fast the left stick moves the hand."), {}, 50, 150, 10, 100, "%", false},
    {Option::StickDeadZone, "stick_dead_zone", Tab::Controls, Range, N_("Resting zone of the sticks"), N_("So far from its middle a stick still says nothing."), {}, 5, 50, 5, 15, "%", false},
    {Option::ScanStep, "scan_step", Tab::Controls, Range, N_("Pace of the light"), N_("How long each thing is lit for the one switch."), {}, 400, 4000, 200, 1200, " ms", false},
    {Option::DwellClick, "dwell_click", Tab::Controls, Range, N_("Click by resting"), N_("A pointer that rests so long clicks by itself. 0: never."), {}, 0, 2000, 250, 0, " ms", false},
    {Option::RepeatDelay, "repeat_delay", Tab::Controls, Range, N_("Ignore repeated presses"), N_("The same key or button is not heard again for so long."), {}, 0, 1000, 100, 0, " ms", false},
    {Option::TextSize, "text_size", Tab::Accessibility, Choice, N_("Text size"), N_("What has no room is magnified."), kTextSizes, 0, 3, 1, 0, "", false},
    {Option::ReducedMotion, "reduced_motion", Tab::Accessibility, Toggle, N_("Reduced motion"), N_("No breathing, drifting or shaking. Muscles and posture still move."), {}, 0, 1, 1, 0, "", false},
    {Option::HighContrast, "high_contrast", Tab::Accessibility, Toggle, N_("High contrast"), N_("Black ground, white outlines, blue to amber instead of green to red."), {}, 0, 1, 1, 0, "", false},
    {Option::Captions, "captions", Tab::Accessibility, Toggle, N_("Captions"), N_("What is heard, in words, at the top."), {}, 0, 1, 1, 0, "", false},
    {Option::StayingText, "staying_text", Tab::Accessibility, Toggle, N_("Messages wait"), N_("They stay until the next press instead of some seconds."), {}, 0, 1, 1, 0, "", false},
    {Option::Narration, "narration", Tab::Accessibility, Toggle, N_("Narration"), N_("A voice reads menus, people and results, where the desktop has one."), {}, 0, 1, 1, 0, "", false},
    {Option::SteadyHand, "steady_hand", Tab::Accessibility, Toggle, N_("Steady hand"), N_("A trembling hand still presses and stretches. Marks the run as assisted."), {}, 0, 1, 1, 0, "", true},
    {Option::WiderTolerance, "wider_tolerance", Tab::Accessibility, Toggle, N_("Wider tolerance"), N_("Quality falls off more slowly. Marks the run as assisted."), {}, 0, 1, 1, 0, "", true},
    {Option::OwnTempo, "own_tempo", Tab::Accessibility, Toggle, N_("The hand keeps its own tempo"), N_("With help or one switch: no beat to press. Marks the run as assisted."), {}, 0, 1, 1, 0, "", true},
    {Option::GameSpeed, "game_speed", Tab::Accessibility, Range, N_("Speed of play"), N_("Slower gives more time. Below 100% marks the run as assisted."), {}, 50, 100, 10, 100, "%", true},
    {Option::NoTimer, "no_timer", Tab::Accessibility, Toggle, N_("No timer"), N_("A session ends when you say so, in the pause. Marks the run as assisted."), {}, 0, 1, 1, 0, "", true},
    {Option::Afterglow, "afterglow", Tab::Game, Choice, N_("The afterglow lasts"), N_("Between visits, in the story. Ranked runs begin without."), kGlows, 0, 1, 1, kGlowArticle, "", false},
}};
// clang-format on

constexpr bool optionsInOrder() {
  for (int i = 0; i < kOptionCount; ++i) {
    if (static_cast<int>(kOptions[static_cast<std::size_t>(i)].option) != i) return false;
  }
  return true;
}
static_assert(optionsInOrder(), "a row stands at the place of its option");

constexpr std::array<const char*, kTabCount> kTabs = {N_("Game"), N_("Display"), N_("Sound"), N_("Controls"),
                                                      N_("Accessibility")};

}  // namespace

const char* tabLabel(Tab tab) { return kTabs[static_cast<std::size_t>(tab)]; }

std::span<const OptionRow, kOptionCount> optionTable() { return kOptions; }

const OptionRow& rowOf(Option option) { return kOptions[static_cast<std::size_t>(option)]; }

std::optional<Option> optionOf(std::string_view id) {
  for (const OptionRow& row : kOptions) {
    if (id == row.id) return row.option;
  }
  return std::nullopt;
}

int allowed(const OptionRow& row, long long value) {
  if (value < row.low) return row.low;
  if (value > row.high) return row.high;
  const auto steps = static_cast<int>((value - row.low + row.step / 2) / row.step);
  return row.low + steps * row.step;
}

}  // namespace knead::profile
