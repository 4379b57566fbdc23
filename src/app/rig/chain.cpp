#include "app/rig/chain.hpp"

#include <box2d/box2d.h>

#include <cmath>

#include "app/rig/rig_tuning.hpp"
#include "core/math.hpp"

namespace knead::app {

using namespace rig_tuning;

namespace {

Vec2 way(float angle) { return {std::sin(angle), -std::cos(angle)}; }
b2Vec2 vec(Vec2 v) { return {v.x, v.y}; }

}  // namespace

Chain::Chain(Vec2 foot, const std::vector<float>& lengths)
    : m_world(std::make_unique<b2World>(b2Vec2(0, 0))),
      m_foot(foot),
      m_lengths(lengths),
      m_omega(lengths.size(), kEaseOmega),
      m_aim(lengths.size()) {
  // Nothing holds the foot but the pull of the lowest link: the hips may shift.
  b2Body* below = nullptr;
  Vec2 joint = foot;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    const bool head = i + 1 == lengths.size();
    b2BodyDef def;
    def.type = b2_dynamicBody;
    def.allowSleep = false;
    def.position = vec(joint + Vec2{0, -0.5F * lengths[i]});
    b2Body* body = m_world->CreateBody(&def);
    b2MassData mass;
    mass.mass = head ? kHeadMass : kLinkMass;
    mass.center.SetZero();
    mass.I = mass.mass * kLinkInertia;
    body->SetMassData(&mass);
    if (below != nullptr) {
      b2RevoluteJointDef hinge;
      hinge.Initialize(below, body, vec(joint));
      const float limit = (head ? kHeadJointLimitDeg : kJointLimitDeg) * kRadiansPerDegree;
      hinge.enableLimit = true;
      hinge.lowerAngle = -limit;
      hinge.upperAngle = limit;
      m_world->CreateJoint(&hinge);
    }
    m_bodies.push_back(body);
    below = body;
    joint = joint + Vec2{0, -lengths[i]};
  }
  aim(foot, std::vector<float>(lengths.size(), 0.0F));
  settle();
}

Chain::~Chain() = default;

void Chain::aim(Vec2 foot, const std::vector<float>& angles) {
  m_foot = foot;
  Vec2 joint = m_foot;
  for (std::size_t i = 0; i < m_bodies.size(); ++i) {
    const float angle = angles[i];
    m_aim[i] = {joint + way(angle) * (0.5F * m_lengths[i]), angle};
    joint = joint + way(angle) * m_lengths[i];
  }
}

void Chain::settle() {
  for (std::size_t i = 0; i < m_bodies.size(); ++i) {
    m_bodies[i]->SetTransform(vec(m_aim[i].centre), m_aim[i].angle);
    m_bodies[i]->SetLinearVelocity({0, 0});
    m_bodies[i]->SetAngularVelocity(0);
  }
}

void Chain::push(float y, Vec2 force) {
  for (b2Body* body : m_bodies) {
    const float d = (body->GetPosition().y - y) / kPushReach;
    if (absOf(d) < 2.5F) body->ApplyForceToCenter(vec(force * std::exp(-d * d)), true);
  }
}

void Chain::kick(float y, Vec2 speed) {
  for (b2Body* body : m_bodies) {
    const float d = (body->GetPosition().y - y) / kPushReach;
    if (absOf(d) < 2.5F) body->SetLinearVelocity(body->GetLinearVelocity() + vec(speed * std::exp(-d * d)));
  }
}

void Chain::step() {
  for (std::size_t i = 0; i < m_bodies.size(); ++i) {
    b2Body& body = *m_bodies[i];
    const float w = m_omega[i];
    const float mass = body.GetMass();
    const float inertia = body.GetInertia();
    const b2Vec2 off = vec(m_aim[i].centre) - body.GetPosition();
    body.ApplyForceToCenter(mass * (w * w * off - 2.0F * w * body.GetLinearVelocity()), true);
    body.ApplyTorque(inertia * (w * w * (m_aim[i].angle - body.GetAngle()) - 2.0F * w * body.GetAngularVelocity()),
                     true);
    // Neighbours resist a kink: discs and ligaments.
    if (i == 0) continue;
    b2Body& lower = *m_bodies[i - 1];
    const float bend = (body.GetAngle() - lower.GetAngle()) - (m_aim[i].angle - m_aim[i - 1].angle);
    const float rate = body.GetAngularVelocity() - lower.GetAngularVelocity();
    const float torque = kLinkInertia * kLinkMass * (kBendStiffness * bend + kBendDamping * rate);
    body.ApplyTorque(-torque, true);
    lower.ApplyTorque(torque, true);
  }
  m_world->Step(kStepS, kVelocityIterations, kPositionIterations);
  m_world->ClearForces();
}

Vec2 Chain::jointAt(std::size_t i) const {
  if (i == 0) return m_foot;
  const b2Body& body = *m_bodies[i - 1];
  const b2Vec2 top = body.GetWorldPoint({0, -0.5F * m_lengths[i - 1]});
  return {top.x, top.y};
}

float Chain::angleOf(std::size_t link) const { return m_bodies[link]->GetAngle(); }

}  // namespace knead::app
