// The words; see the header.
#include "web/told.hpp"

#include "core/math.hpp"

namespace knead::web {
namespace {

// Of the level or of the person who is here.
std::string knotPlace(const sim::Event& event, const sim::Session& session) {
  const auto knots = session.knots();
  const auto i = static_cast<std::size_t>(event.index);
  return placeOf(event.index >= 0 && i < knots.size() ? knots[i].at : event.at);
}

std::string toolName(const sim::Event& event, const sim::Session& session) {
  const auto tools = session.tools();
  const auto i = static_cast<std::size_t>(event.index);
  if (event.index < 0 || i >= tools.size()) return "warm thing";
  return spokenName(level::techniqueOf(tools[i].tool));
}

}  // namespace

std::string placeOf(Vec2 at) {
  constexpr float kMiddleCm = 1.5F, kBesideSpineCm = 6.0F;
  constexpr float kNeckCm = 11, kShoulderCm = 19, kBladeCm = 31, kMiddleBackCm = 42, kLowerBackCm = 57;
  const std::string side = at.x < -kMiddleCm ? "left " : at.x > kMiddleCm ? "right " : "";
  const bool outside = absOf(at.x) > kBesideSpineCm;
  if (at.y < kNeckCm && !outside) return side.empty() ? "neck" : side + "side of the neck";
  if (at.y < kShoulderCm) return outside ? side + "shoulder" : side.empty() ? "nape" : side + "side of the nape";
  if (at.y < kBladeCm && outside) return side + "shoulder blade";
  if (at.y < kBladeCm) return side + "upper back";
  if (at.y < kMiddleBackCm) return side.empty() ? "middle of the back" : side + "side of the back";
  if (at.y < kLowerBackCm) return side + "lower back";
  return side.empty() ? "sacrum" : side + "hip";
}

std::string spokenName(level::Technique technique) {
  std::string name = level::nameOf(technique);
  name.front() = static_cast<char>(name.front() - 'A' + 'a');
  return name;
}

std::string sentenceOf(const sim::Event& event, const sim::Session& session) {
  using sim::EventKind;
  switch (event.kind) {
    case EventKind::KnotReleased: return "Knot on the " + knotPlace(event, session) + " released.";
    case EventKind::KnotFellBack: return "Knot on the " + knotPlace(event, session) + " tightens again.";
    case EventKind::ReferralFelt:
      return "Pressing the knot on the " + knotPlace(event, session) + " is felt on the " + placeOf(event.at) + ".";
    case EventKind::PointFilled: return "An acupressure point has given what it can.";
    case EventKind::Flinch: return "Too deep too soon: a flinch.";
    case EventKind::Guarding: return "The person braces.";
    case EventKind::TooHot: return "It is getting too hot under the " + toolName(event, session) + ".";
    case EventKind::Burnt: return "Too hot: the person takes it off.";
    case EventKind::NoGoTouched: return event.value < 0.5F ? "A hand on the bone." : "A hand where none should be.";
    case EventKind::ToolLaid: return "A " + toolName(event, session) + " laid on the " + placeOf(event.at) + ".";
    case EventKind::ToolLifted: return "Lifted off the " + placeOf(event.at) + ".";
    case EventKind::Afterglow: return "A full dose of good touch: the afterglow.";
    case EventKind::OverReleased: return "A muscle is looser than it should be.";
    case EventKind::NextPerson: return "The next person: " + session.level().person.name + ".";
    case EventKind::MoveBegan:
    case EventKind::MoveCredited:
    case EventKind::ToolRefused:
    case EventKind::Ended: break;
  }
  return {};
}

}  // namespace knead::web
