#include "app/rig/rig.hpp"

#include <box2d/box2d.h>

#include <cmath>

#include "app/rig/rig_tuning.hpp"
#include "core/math.hpp"

namespace knead::app {

using namespace rig_tuning;

namespace {

constexpr int kN = level::kVertebraCount;
constexpr float kHeadCm = 14.0F;

// Heights of the joints from the foot upwards: seen from behind they are the centres of the vertebrae.
std::vector<float> backLinks() {
  const auto bones = level::vertebrae();
  std::vector<float> lengths;
  float below = level::kSacrumYCm;
  for (int v = kN - 1; v >= 0; --v) {
    lengths.push_back((below - bones[static_cast<std::size_t>(v)].yCm) / kCmPerUnit);
    below = bones[static_cast<std::size_t>(v)].yCm;
  }
  lengths.push_back(kHeadCm / kCmPerUnit);
  return lengths;
}
// Seen from the side a link is a vertebra: half way to each neighbour.
std::vector<float> sideLinks() {
  const auto bones = level::vertebrae();
  std::vector<float> lengths;
  float below = level::kSacrumYCm;
  for (int v = kN - 1; v >= 0; --v) {
    const float y = bones[static_cast<std::size_t>(v)].yCm;
    const float top = v > 0 ? 0.5F * (y + bones[static_cast<std::size_t>(v - 1)].yCm) : y - 0.9F;
    lengths.push_back((below - top) / kCmPerUnit);
    below = top;
  }
  lengths.push_back(kHeadCm / kCmPerUnit);
  return lengths;
}

std::size_t linkOf(int vertebra) { return static_cast<std::size_t>(kN - 1 - vertebra); }

RigPose blend(const RigPose& a, const RigPose& b, float t) {
  RigPose p = b;
  for (std::size_t i = 0; i < p.shiftCm.size(); ++i) {
    p.shiftCm[i] = lerp(a.shiftCm[i], b.shiftCm[i], t);
    p.leanRad[i] = lerp(a.leanRad[i], b.leanRad[i], t);
    p.sideTiltRad[i] = lerp(a.sideTiltRad[i], b.sideTiltRad[i], t);
  }
  p.headLeanRad = lerp(a.headLeanRad, b.headLeanRad, t);
  p.breath = lerp(a.breath, b.breath, t);
  for (std::size_t i = 0; i < p.blades.size(); ++i) {
    p.blades[i].movedCm = a.blades[i].movedCm + (b.blades[i].movedCm - a.blades[i].movedCm) * t;
    p.blades[i].turn = lerp(a.blades[i].turn, b.blades[i].turn, t);
  }
  if (a.laid.size() == b.laid.size()) {
    for (std::size_t i = 0; i < p.laid.size(); ++i) {
      p.laid[i].atCm = a.laid[i].atCm + (b.laid[i].atCm - a.laid[i].atCm) * t;
      p.laid[i].turn = lerp(a.laid[i].turn, b.laid[i].turn, t);
      p.laid[i].heightCm = lerp(a.laid[i].heightCm, b.laid[i].heightCm, t);
      p.laid[i].roll = lerp(a.laid[i].roll, b.laid[i].roll, t);
    }
  }
  return p;
}

// 0 = out .. 1 = in, a soft wave with in : out = 2 : 3.
float breathAt(float phase) {
  const float in = kBreathInShare;
  const float t = phase < in ? phase / in : 1.0F - (phase - in) / (1.0F - in);
  return smoothStep(0.0F, 1.0F, t);
}

}  // namespace

// Two plates on soft joints in the plane of the back; places are relative to the column beside them.
struct Rig::Blades {
  b2World world{b2Vec2(0, 0)};
  b2Body* ground = nullptr;
  std::array<b2Body*, 2> plate{};
  std::array<b2MouseJoint*, 2> hold{};

  Blades() {
    const b2BodyDef still;
    ground = world.CreateBody(&still);
    for (std::size_t i = 0; i < plate.size(); ++i) {
      b2BodyDef def;
      def.type = b2_dynamicBody;
      def.allowSleep = false;
      def.position = {kBladeAtCm[i].x / kCmPerUnit, kBladeAtCm[i].y / kCmPerUnit};
      plate[i] = world.CreateBody(&def);
      b2MassData mass;
      mass.mass = 1.0F;
      mass.center.SetZero();
      mass.I = 0.2F;
      plate[i]->SetMassData(&mass);
      b2MouseJointDef joint;
      joint.bodyA = ground;
      joint.bodyB = plate[i];
      joint.target = def.position;
      joint.maxForce = 1000.0F;
      b2LinearStiffness(joint.stiffness, joint.damping, kBladeHertz, kBladeDamping, ground, plate[i]);
      hold[i] = static_cast<b2MouseJoint*>(world.CreateJoint(&joint));
    }
  }
};

Rig::Rig()
    : m_back({0, level::kSacrumYCm / kCmPerUnit}, backLinks()),
      m_side({0, level::kSacrumYCm / kCmPerUnit}, sideLinks()),
      m_blades(std::make_unique<Blades>()) {
  m_before = m_now = m_shown = read();
}

Rig::~Rig() = default;

void Rig::aim(const sim::Session& session) {
  const sim::PostureView& posture = session.posture();
  std::vector<float> back(m_back.links());
  std::vector<float> side(m_side.links());
  const std::vector<float> lengths = backLinks();
  // The hips stand where the line of the lowest vertebrae leads.
  const auto bones = level::vertebrae();
  const float slope = (posture.lateralCm[kN - 1] - posture.lateralCm[kN - 3]) / (bones[kN - 1].yCm - bones[kN - 3].yCm);
  const float hips = (posture.lateralCm[kN - 1] + slope * (level::kSacrumYCm - bones[kN - 1].yCm)) / kCmPerUnit;
  float below = hips;
  for (int v = kN - 1; v >= 0; --v) {
    const std::size_t link = linkOf(v);
    const float x = posture.lateralCm[static_cast<std::size_t>(v)] / kCmPerUnit;
    back[link] = std::asin(clamp((x - below) / lengths[link], -0.7F, 0.7F));
    below = x;
    side[link] = posture.tiltDeg[static_cast<std::size_t>(v)] * kRadiansPerDegree;
  }
  // The head evens out half of the neck's lean: the eyes look for the horizon.
  back.back() = 0.5F * back[back.size() - 2];
  side.back() = 0.5F * side[side.size() - 2];
  m_back.aim({hips, level::kSacrumYCm / kCmPerUnit}, back);
  m_side.aim({0, level::kSacrumYCm / kCmPerUnit}, side);
  // Braced muscles bring the column back quicker and let a push move it less.
  std::array<float, kN> tone{};
  std::array<float, kN> count{};
  const auto tones = session.muscleTone();
  for (const level::Muscle& muscle : level::muscles()) {
    const float mean = 0.5F * (tones[static_cast<std::size_t>(level::muscleIndex(muscle.group, false))] +
                               tones[static_cast<std::size_t>(level::muscleIndex(muscle.group, true))]);
    for (int v = muscle.firstVertebra; v <= muscle.lastVertebra; ++v) {
      tone[static_cast<std::size_t>(v)] += mean;
      count[static_cast<std::size_t>(v)] += 1;
    }
  }
  for (int v = 0; v < kN; ++v) {
    const auto i = static_cast<std::size_t>(v);
    const float mean = count[i] > 0 ? tone[i] / count[i] : kEaseTone;
    const float braced = clamp01((mean - kEaseTone) / (kBracedTone - kEaseTone));
    // A frightened body is stiff: it is thrown and back within a breath, then as slow as ever.
    const float omega = lerp(kEaseOmega, kBracedOmega, braced) + kStartledOmega * m_startled;
    m_back.hold(linkOf(v), omega);
    m_side.hold(linkOf(v), omega);
  }
}

void Rig::begin(const sim::Session& session) {
  m_things.follow({}, 0);
  aim(session);
  m_back.settle();
  m_side.settle();
  m_breathPhase = 0;
  m_startled = 0;
  m_leftOver = 0;
  m_wasDown = false;
  m_before = m_now = m_shown = read();
}

void Rig::flinch(Vec2 cm) {
  const float side = cm.x >= 0 ? -1.0F : 1.0F;  // away from the hand
  const float y = cm.y / kCmPerUnit;
  m_startled = 1;
  m_back.kick(y, {side * kFlinchKick, 0});
  m_side.kick(y, {kFlinchBack, 0});
  for (b2Body* plate : m_blades->plate) plate->SetLinearVelocity(plate->GetLinearVelocity() + b2Vec2(0, -kBladeFlinch));
}

void Rig::step(const sim::Session& session, const RigHand& hand, bool breathing) {
  if (breathing) {
    m_breathPhase += session.person().breathsPerMinute / 60.0F * kStepS;
    if (m_breathPhase >= 1.0F) m_breathPhase -= 1.0F;
  }
  const float breath = breathing ? breathAt(m_breathPhase) : 0.0F;
  m_startled *= 1 - kStepS / kStartledS;
  aim(session);
  Vec2 velocity{};
  if (hand.down && m_wasDown) velocity = (hand.cm - m_lastHand) * (1.0F / kStepS);
  m_lastHand = hand.cm;
  m_wasDown = hand.down;
  if (hand.down) {
    const float y = hand.cm.y / kCmPerUnit;
    const float drag = clamp(velocity.x * kDragPerCmPerS, -kMostDrag, kMostDrag);
    m_back.push(y, {drag * hand.pressure, 0});
    m_side.push(y, {kPressIn * hand.pressure, 0});
    m_things.nudge(hand.cm, velocity);
  }
  m_side.push(2.2F, {-kBreathPush * breath, 0});
  m_back.step();
  m_side.step();
  for (std::size_t i = 0; i < m_blades->plate.size(); ++i) {
    b2Body& plate = *m_blades->plate[i];
    const Vec2 rest = kBladeAtCm[i] * (1.0F / kCmPerUnit);
    m_blades->hold[i]->SetTarget({rest.x, rest.y - kBladeBreath * breath});
    if (hand.down) {
      const Vec2 to = hand.cm * (1.0F / kCmPerUnit) - rest;
      const float near = maxOf(0.0F, 1.0F - length(to) / kBladeReach);
      const Vec2 f = velocity * (near * hand.pressure * kDragPerCmPerS);
      plate.ApplyForceToCenter({clamp(f.x, -kMostDrag, kMostDrag), clamp(f.y, -kMostDrag, kMostDrag)}, true);
      plate.ApplyTorque(0.1F * (to.x * f.y - to.y * f.x), true);
    }
    plate.ApplyTorque(-plate.GetInertia() * (kBladeTurnOmega * kBladeTurnOmega * plate.GetAngle() +
                                             1.6F * kBladeTurnOmega * plate.GetAngularVelocity()),
                      true);
  }
  m_blades->world.Step(kStepS, kVelocityIterations, kPositionIterations);
  m_things.follow(session.tools(), breath);
  m_things.step();
}

void Rig::advance(const sim::Session& session, const RigHand& hand, float seconds, bool breathing) {
  m_leftOver += seconds;
  int steps = static_cast<int>(m_leftOver / kStepS);
  m_leftOver -= static_cast<float>(steps) * kStepS;
  if (steps > kMostStepsAtOnce) steps = kMostStepsAtOnce;
  for (int i = 0; i < steps; ++i) {
    step(session, hand, breathing);
    if (i + 2 >= steps) {
      m_before = m_now;
      m_now = read();
    }
  }
  m_shown = blend(m_before, m_now, m_leftOver / kStepS);
}

RigPose Rig::read() const {
  RigPose pose;
  for (int v = 0; v < kN; ++v) {
    const auto i = static_cast<std::size_t>(v);
    const std::size_t link = linkOf(v);
    pose.shiftCm[i] = m_back.jointAt(link + 1).x * kCmPerUnit;
    pose.leanRad[i] = 0.5F * (m_back.angleOf(link) + m_back.angleOf(link + 1));
    pose.sideTiltRad[i] = m_side.angleOf(link);
  }
  pose.headLeanRad = m_back.angleOf(m_back.links() - 1);
  pose.breath = breathAt(m_breathPhase);
  for (std::size_t i = 0; i < pose.blades.size(); ++i) {
    const b2Body& plate = *m_blades->plate[i];
    pose.blades[i] = {Vec2{plate.GetPosition().x, plate.GetPosition().y} * kCmPerUnit - kBladeAtCm[i],
                      plate.GetAngle()};
  }
  pose.laid = m_things.poses();
  return pose;
}

}  // namespace knead::app
