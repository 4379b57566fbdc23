#include "app/rig/laid_things.hpp"

#include <box2d/box2d.h>

#include <cmath>

#include "app/rig/rig_tuning.hpp"
#include "core/math.hpp"

namespace knead::app {

using namespace rig_tuning;

namespace {

constexpr float kLaneWidth = 8.0F;

b2Vec2 unitsOf(Vec2 cm) { return {cm.x / kCmPerUnit, cm.y / kCmPerUnit}; }

// Half thickness of each thing, rig units, and how much it bounces: a towel hardly, a stone a little.
float halfThick(level::Tool tool) { return tool == level::Tool::Stone ? 0.16F : 0.07F; }
float bounce(level::Tool tool) { return tool == level::Tool::Stone ? 0.28F : 0.05F; }

}  // namespace

LaidThings::LaidThings()
    : m_flat(std::make_unique<b2World>(b2Vec2(0, 0))), m_section(std::make_unique<b2World>(b2Vec2(0, kGravity))) {
  const b2BodyDef still;
  m_ground = m_flat->CreateBody(&still);
  b2BodyDef skin;
  skin.type = b2_kinematicBody;
  m_skin = m_section->CreateBody(&skin);
}

LaidThings::~LaidThings() = default;

void LaidThings::drop(Thing& thing, const sim::LaidTool& tool) {
  thing.tool = tool.tool;
  b2BodyDef def;
  def.type = b2_dynamicBody;
  def.allowSleep = false;
  def.position = unitsOf(tool.at);
  def.angle = tool.tool == level::Tool::Stone ? 0.35F : 0.12F;
  thing.flat = m_flat->CreateBody(&def);
  b2MassData mass;
  mass.mass = 1.0F;
  mass.center.SetZero();
  mass.I = 0.1F;
  thing.flat->SetMassData(&mass);
  b2MouseJointDef hold;
  hold.bodyA = m_ground;
  hold.bodyB = thing.flat;
  hold.target = def.position;
  hold.maxForce = 1000.0F;
  b2LinearStiffness(hold.stiffness, hold.damping, kLaidHertz, kLaidDamping, m_ground, thing.flat);
  thing.hold = m_flat->CreateJoint(&hold);

  // In the section: a plate over its own piece of skin.
  const float x = kLaneWidth * static_cast<float>(m_lane++ % 1000);
  const float half = minOf(0.5F * kLaneWidth - 0.5F, tool.halfSizeCm.x / kCmPerUnit);
  b2BodyDef plate;
  plate.type = b2_dynamicBody;
  plate.position = {x, m_skin->GetPosition().y - halfThick(tool.tool) - kDropFrom};
  plate.angle = 0.16F;
  thing.section = m_section->CreateBody(&plate);
  b2PolygonShape shape;
  shape.SetAsBox(half, halfThick(tool.tool));
  b2FixtureDef fixture;
  fixture.shape = &shape;
  fixture.density = 1.0F;
  fixture.friction = 0.8F;
  fixture.restitution = bounce(tool.tool);
  thing.section->CreateFixture(&fixture);
  thing.section->SetAngularDamping(2.0F);
  thing.restHeight = halfThick(tool.tool) + 2.0F * b2_polygonRadius - b2_linearSlop;  // both have a rim
  b2EdgeShape edge;
  edge.SetTwoSided({x - 0.5F * kLaneWidth, 0}, {x + 0.5F * kLaneWidth, 0});
  m_skin->CreateFixture(&edge, 0.0F);
}

void LaidThings::remove(Thing& thing) {
  m_flat->DestroyBody(thing.flat);  // takes the soft joint along
  const float x = thing.section->GetPosition().x;
  m_section->DestroyBody(thing.section);
  for (b2Fixture* fixture = m_skin->GetFixtureList(); fixture != nullptr;) {
    b2Fixture* next = fixture->GetNext();
    const auto* edge = static_cast<const b2EdgeShape*>(fixture->GetShape());
    if (absOf(0.5F * (edge->m_vertex1.x + edge->m_vertex2.x) - x) < 0.5F * kLaneWidth) m_skin->DestroyFixture(fixture);
    fixture = next;
  }
}

void LaidThings::follow(std::span<const sim::LaidTool> tools, float breath) {
  // Tools are laid at the end and lifted anywhere; a thing keeps its body as long as its tool's clock goes on.
  std::vector<Thing> next;
  for (Thing& thing : m_things) thing.seen = false;
  for (const sim::LaidTool& tool : tools) {
    Thing* known = nullptr;
    for (Thing& thing : m_things) {
      if (!thing.seen && thing.tool == tool.tool && tool.laidForS >= thing.laidForS) {
        known = &thing;
        break;
      }
    }
    if (known != nullptr) {
      known->seen = true;
      next.push_back(*known);
    } else {
      Thing fresh;
      drop(fresh, tool);
      next.push_back(fresh);
    }
    next.back().laidForS = tool.laidForS;
    static_cast<b2MouseJoint*>(next.back().hold)->SetTarget(unitsOf(tool.at));
  }
  for (Thing& thing : m_things) {
    if (!thing.seen) remove(thing);
  }
  m_things = std::move(next);
  const float wanted = -kSkinBreath * breath;
  m_skin->SetLinearVelocity({0, (wanted - m_skin->GetPosition().y) / kStepS * 0.2F});
}

void LaidThings::nudge(Vec2 hand, Vec2 velocity) {
  for (const Thing& thing : m_things) {
    const b2Vec2 to = unitsOf(hand) - thing.flat->GetPosition();
    const float d = to.Length();
    if (d > 1.4F) continue;
    const float share = 1.0F - d / 1.4F;
    const b2Vec2 v = unitsOf(velocity);
    thing.flat->ApplyForceToCenter(share * v, true);
    thing.flat->ApplyTorque(kNudge * share * (to.x * v.y - to.y * v.x), true);
    thing.section->SetAngularVelocity(thing.section->GetAngularVelocity() + 0.02F * share * v.x);
  }
}

void LaidThings::step() {
  if (m_things.empty()) return;
  for (const Thing& thing : m_things) {
    const float inertia = thing.flat->GetInertia();
    thing.flat->ApplyTorque(-inertia * (kLaidTurnOmega * kLaidTurnOmega * thing.flat->GetAngle() +
                                        2.0F * kLaidTurnDamping * kLaidTurnOmega * thing.flat->GetAngularVelocity()),
                            true);
  }
  m_flat->Step(kStepS, kVelocityIterations, kPositionIterations);
  m_section->Step(kStepS, kVelocityIterations, kPositionIterations);
}

std::vector<LaidPose> LaidThings::poses() const {
  std::vector<LaidPose> poses;
  for (const Thing& thing : m_things) {
    LaidPose pose;
    pose.atCm = Vec2{thing.flat->GetPosition().x, thing.flat->GetPosition().y} * kCmPerUnit;
    pose.turn = thing.flat->GetAngle();
    pose.heightCm =
        maxOf(0.0F, (m_skin->GetPosition().y - thing.section->GetPosition().y - thing.restHeight) * kCmPerUnit);
    pose.roll = thing.section->GetAngle();
    poses.push_back(pose);
  }
  return poses;
}

}  // namespace knead::app
