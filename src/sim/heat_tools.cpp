// Heat tools: laying and lifting them, the heat they give to the skin below, and what too much of it does.
#include "core/math.hpp"
#include "sim/body.hpp"
#include "sim/cells.hpp"
#include "sim/tuning.hpp"

namespace knead::sim {

using namespace tuning;
using level::Technique;

bool Body::covered(Vec2 at) const {
  for (const LaidTool& tool : laid) {
    if (tool.glides) continue;  // it is the hand
    if (absOf(at.x - tool.at.x) < tool.halfSizeCm.x && absOf(at.y - tool.at.y) < tool.halfSizeCm.y) return true;
  }
  return false;
}

int Body::toolAt(level::Tool tool, Vec2 at) const {
  for (std::size_t i = 0; i < laid.size(); ++i) {
    if (laid[i].tool == tool && lengthSquared(laid[i].at - at) <= kLiftRadiusCm * kLiftRadiusCm)
      return static_cast<int>(i);
  }
  return -1;
}

int Body::layTool(level::Tool tool, Vec2 at, std::uint32_t tick, std::vector<Event>& events) {
  int& left = stock[static_cast<std::size_t>(tool)];
  const bool many = laid.size() >= kMaxLaid;
  if (left <= 0 || many || !level::onBody(at)) {
    const ToolRefusal why = left <= 0 ? ToolRefusal::NoneLeft : many ? ToolRefusal::ManyLie : ToolRefusal::OffTheBody;
    events.push_back({EventKind::ToolRefused, tick, static_cast<int>(tool), static_cast<float>(why), Move::None, at});
    return -1;
  }
  --left;
  const HeatTool& kind = kHeatTools[static_cast<std::size_t>(tool)];
  laid.push_back({tool, at, kind.sourceC, 0.0F, 0.0F, {kind.halfWidthCm, kind.halfHeightCm}});
  const int index = static_cast<int>(laid.size()) - 1;
  events.push_back({EventKind::ToolLaid, tick, index, 0.0F, Move::None, at});
  return index;
}

void Body::liftTool(int index, std::uint32_t tick, std::vector<Event>& events) {
  events.push_back({EventKind::ToolLifted, tick, index, 0.0F, Move::None, laid[static_cast<std::size_t>(index)].at});
  laid.erase(laid.begin() + index);
}

void Body::slideTool(int index, Vec2 at) {
  if (level::onBody(at)) laid[static_cast<std::size_t>(index)].at = at;
}

void Body::liftAllTools() { laid.clear(); }

void Body::stepTools(std::uint32_t tick, std::vector<Event>& events) {
  for (std::size_t i = 0; i < laid.size();) {
    LaidTool& tool = laid[i];
    const HeatTool& kind = kHeatTools[static_cast<std::size_t>(tool.tool)];
    tool.sourceC += (kToolRestC - tool.sourceC) * (kStepS / kind.coolingS);
    tool.laidForS += kStepS / kTherapyPerPlay;
    float hottest = 0.0F;
    const float film = 1.0F / (1.0F / kind.conductance + kSkinResistance);
    for (std::size_t row = 0; row < kRows; ++row) {
      if (absOf(kCentres.y[row] - tool.at.y) > tool.halfSizeCm.y) continue;
      for (int column = bodyRows()[row].first; column < bodyRows()[row].end; ++column) {
        if (absOf(kCentres.x[static_cast<std::size_t>(column)] - tool.at.x) > tool.halfSizeCm.x) continue;
        float& skin = tissue.skinC[static_cast<std::size_t>(cellIndex(column, static_cast<int>(row)))];
        skin += (film * (tool.sourceC - skin) - kAirConductance * (kAirC - skin)) * (kStepS / kSkinHeatCapacity);
        hottest = maxOf(hottest, skin);
      }
    }
    if (hottest > kComplaintC) {
      if (hottest - kComplaintC > kTooHotByC &&
          static_cast<int>(tool.laidForS) % kTooHotEveryPlayS == kTooHotEveryPlayS - 1) {
        events.push_back({EventKind::TooHot, tick, static_cast<int>(i), hottest, Move::None, tool.at});
      }
      person.comfort -= kComfortHot * minOf(kHotMostC, hottest - kComplaintC) * kStepS;
      tool.burn += kStepS / safeSeconds(hottest);
      harm.burn = maxOf(harm.burn, tool.burn);
    } else if (hottest > kPleasantC) {
      const Drive& drive = kDrives[static_cast<std::size_t>(level::techniqueOf(tool.tool))];
      person.arousal -= person.arousal * kArousalCalm * drive.calm * kStepS;
      person.worry = maxOf(kWorryLeast, person.worry - person.worry * drive.calm * kStepS / kWorryTauS);
      person.endorphins += drive.endorphin * (1.0F - person.endorphins) * kEndorphinRate * kStepS;
    }
    if (tool.burn >= 1.0F) {
      events.push_back({EventKind::Burnt, tick, static_cast<int>(i), 0.0F, Move::None, tool.at});
      person.comfort -= kComfortBurnt;
      laid.erase(laid.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace knead::sim
