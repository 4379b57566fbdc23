// The parts of a frame, in order; see the header. A part is named once, here, and the script asks for the table.
#include "web/frame.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "web/text.hpp"

namespace knead::web {
namespace {

using Block = std::vector<float>;

constexpr std::size_t kMostKnots = 12, kKnotFloats = 5, kMostLaid = 8, kLaidFloats = 9;

void append(Block& out, std::initializer_list<float> values) { out.insert(out.end(), values); }
template <class Values>
void appendAll(Block& out, const Values& values) {
  out.insert(out.end(), values.begin(), values.end());
}
float yes(bool value) { return value ? 1.0F : 0.0F; }

void clock(const Player& player, Block& out) {
  const sim::Session& s = player.session();
  append(out, {static_cast<float>(s.tickCount()), s.secondsLeft(), static_cast<float>(s.visit()), yes(player.done()),
               static_cast<float>(s.level().seconds), yes(s.setup().assists.noTimer)});
}
void person(const Player& player, Block& out) {
  const sim::PersonView& p = player.session().person();
  append(out, {p.pain, p.painAtStart, p.comfort, p.guarding, p.arousal, p.endorphins, p.touchLimit, p.breathsPerMinute,
               yes(p.afterglow)});
}
void meters(const Player& player, Block& out) {
  const sim::Meters& m = player.session().meters();
  append(out, {m.circulation, m.endorphins, m.tension, m.heat, m.meanTone, m.heatLow, m.heatHigh, m.heatC,
               yes(m.tooLoose), yes(m.tooHot)});
}
// The live technique is -1 where there is none.
void hand(const Player& player, Block& out) {
  const sim::Session& s = player.session();
  const sim::TickInput input = player.input();
  const sim::LiveTouch& t = s.touch();
  const Vec2 at = input.positionCm();
  const auto live = input.contact ? s.liveTechnique() : std::nullopt;
  append(out, {at.x, at.y, yes(input.contact), static_cast<float>(input.tool), static_cast<float>(input.ceiling) / 255,
               t.pressure, t.quality, live ? static_cast<float>(*live) : -1.0F});
}
void posture(const Player& player, Block& out) {
  const sim::PostureView& p = player.session().posture();
  append(out, {p.lateralShiftCm, p.cobbDeg, p.forwardHeadDeg, p.kyphosisDeg, p.lordosisDeg, p.pelvicTiltDeg, p.sag,
               p.deviation});
}
void spine(const Player& player, Block& out) { appendAll(out, player.session().posture().lateralCm); }
void tilt(const Player& player, Block& out) { appendAll(out, player.session().posture().tiltDeg); }
void muscles(const Player& player, Block& out) { appendAll(out, player.session().muscleTone()); }
void knots(const Player& player, Block& out) {
  const auto all = player.session().knots();
  const std::size_t count = std::min(all.size(), kMostKnots), from = out.size();
  append(out, {static_cast<float>(count)});
  for (const sim::KnotView& k : all.first(count))
    append(out, {k.at.x, k.at.y, k.tightness, k.startTightness, yes(k.released)});
  out.resize(from + 1 + kMostKnots * kKnotFloats, 0.0F);
}
void laid(const Player& player, Block& out) {
  const auto all = player.session().tools();
  const std::size_t count = std::min(all.size(), kMostLaid), from = out.size();
  append(out, {static_cast<float>(count)});
  for (const sim::LaidTool& t : all.first(count)) {
    append(out, {static_cast<float>(t.tool), t.at.x, t.at.y, t.sourceC, t.burn, t.laidForS, t.halfSizeCm.x,
                 t.halfSizeCm.y, yes(t.glides)});
  }
  out.resize(from + 1 + kMostLaid * kLaidFloats, 0.0F);
}
void tone(const Player& player, Block& out) { appendAll(out, player.session().tissue().tone); }
void flow(const Player& player, Block& out) { appendAll(out, player.session().tissue().perfusion); }
void skin(const Player& player, Block& out) { appendAll(out, player.session().tissue().skinC); }
void warmth(const Player& player, Block& out) { appendAll(out, player.session().tissue().muscleC); }

struct Part {
  std::string_view name;
  std::size_t count;
  void (*write)(const Player& player, Block& out);
};
constexpr std::size_t kGrid = static_cast<std::size_t>(sim::kCells);
constexpr std::array<Part, 14> kParts = {{{"clock", 6, clock},
                                          {"person", 9, person},
                                          {"meters", 10, meters},
                                          {"hand", 8, hand},
                                          {"posture", 8, posture},
                                          {"spine", level::kVertebraCount, spine},
                                          {"tilt", level::kVertebraCount, tilt},
                                          {"muscles", level::kMuscleCount, muscles},
                                          {"knots", 1 + kMostKnots* kKnotFloats, knots},
                                          {"laid", 1 + kMostLaid* kLaidFloats, laid},
                                          {"tone", kGrid, tone},
                                          {"flow", kGrid, flow},
                                          {"skin", kGrid, skin},
                                          {"warmth", kGrid, warmth}}};

std::string pair(float a, float b) { return "[" + decimal(a, 3) + "," + decimal(b, 3) + "]"; }

std::string muscleText(const level::Muscle& muscle) {
  std::string out = "{" + key("id") + quoted(level::kMuscleIds[static_cast<std::size_t>(muscle.group)]) + "," +
                    key("group") + std::to_string(static_cast<int>(muscle.group)) + "," + key("low") +
                    decimal(muscle.bandLow, 3) + "," + key("stations") + "[";
  for (std::size_t i = 0; i < muscle.stations.size(); ++i) {
    const level::Station& station = muscle.stations[i];
    out += i > 0 ? ",[" : "[";
    for (std::size_t k = 0; k < static_cast<std::size_t>(station.count); ++k)
      out += (k > 0 ? "," : "") + pair(station.points[k].x, station.points[k].y);
    out += "]";
  }
  return out + "]}";
}

}  // namespace

std::string bodyText() {
  std::string out = "{" + key("grid") + "{" + key("columns") + std::to_string(sim::kColumns) + "," + key("rows") +
                    std::to_string(sim::kRows) + "," + key("x") + pair(level::kMinXCm, level::kMaxXCm) + "," +
                    key("y") + pair(level::kMinYCm, level::kMaxYCm) + "}," + key("vertebrae") + "[";
  bool first = true;
  for (const level::Vertebra& vertebra : level::vertebrae()) {
    out += (first ? "" : ",") + decimal(vertebra.yCm, 3);
    first = false;
  }
  out += "]," + key("muscles") + "[";
  first = true;
  for (const level::Muscle& muscle : level::muscles()) {
    out += (first ? "" : ",") + muscleText(muscle);
    first = false;
  }
  out += "]," + key("parts") + "{";
  std::size_t at = 0;
  for (const Part& part : kParts) {
    out += (at > 0 ? "," : "") + key(part.name) + "[" + std::to_string(at) + "," + std::to_string(part.count) + "]";
    at += part.count;
  }
  return out + "}}";
}

void writeFrame(const Player& player, std::vector<float>& frame) {
  frame.clear();
  for (const Part& part : kParts) part.write(player, frame);
}

}  // namespace knead::web
