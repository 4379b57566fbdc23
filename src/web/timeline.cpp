// Sampling and writing; see the header. Bands of moves are cut as the game's own curve cuts them.
#include "web/timeline.hpp"

#include <algorithm>

#include "core/hash.hpp"
#include "web/player.hpp"
#include "web/text.hpp"
#include "web/told.hpp"

namespace knead::web {
namespace {

constexpr float kLeastBandS = 1.0F;  // shorter ones are slips of recognition
constexpr float kJoinS = 1.0F;       // a hand in the air for less does not end a move
constexpr float kAgainS = 4.0F;      // the same sentence sooner is the same thing going on
constexpr std::size_t kMostMoments = 200;

float secondsOf(const sim::Session& session) {
  return static_cast<float>(session.tickCount()) / static_cast<float>(sim::kTicksPerSecond);
}

std::string numbers(const std::vector<float>& values, int places) {
  std::string out = "[";
  for (const float value : values) out += (out.size() > 1 ? "," : "") + decimal(value, places);
  return out + "]";
}

}  // namespace

void Timeline::sample(const sim::Session& session) {
  m_pain.push_back(session.person().pain);
  const sim::Meters& m = session.meters();
  const std::array<float, kMeters> now = {m.circulation, m.endorphins, m.tension, m.heat};
  for (std::size_t i = 0; i < kMeters; ++i) m_meters[i].push_back(now[i]);
}

void Timeline::begin(const sim::Session& session) {
  m_people.emplace_back(0.0F, session.level().person.name);
  sample(session);
}

void Timeline::note(const sim::Session& session) {
  m_ticks = session.tickCount();
  const float now = secondsOf(session);
  if (m_ticks % static_cast<std::uint32_t>(sim::kTicksPerSecond) == 0) sample(session);
  for (const sim::Event& event : session.events()) {
    if (event.kind == sim::EventKind::NextPerson) m_people.emplace_back(now, session.level().person.name);
    std::string says = sentenceOf(event, session);
    if (says.empty() || m_moments.size() >= kMostMoments) continue;
    const bool again = std::any_of(m_moments.begin(), m_moments.end(), [&](const Moment& moment) {
      return now - moment.second < kAgainS && moment.says == says;
    });
    if (!again) m_moments.push_back({now, event.kind == sim::EventKind::KnotReleased, event.at, std::move(says)});
  }
  // A move owns the moment from when it was heard until another is, or the hand rests in the air for a second.
  const auto live = session.touch().contact ? session.liveTechnique() : std::nullopt;
  if (!live) return;
  if (!m_bands.empty() && m_bands.back().technique == *live && now - m_bands.back().to < kJoinS)
    m_bands.back().to = now;
  else
    m_bands.push_back({*live, now - sim::kSecondsPerTick, now});
}

void Timeline::finish(const sim::Session& session) {
  if (m_ticks % static_cast<std::uint32_t>(sim::kTicksPerSecond) != 0) sample(session);
}

std::vector<Timeline::Band> Timeline::tidyBands() const {
  std::vector<Band> kept;
  for (const Band& band : m_bands) {
    if (!kept.empty() && kept.back().technique == band.technique && band.from - kept.back().to < kLeastBandS)
      kept.back().to = band.to;
    else if (band.to - band.from >= kLeastBandS)
      kept.push_back(band);
  }
  return kept;
}

std::string Timeline::json(const replay::Replay& replay, const level::Level& level, std::uint32_t secondsEqual,
                           bool endEqual, std::uint64_t stateHash) const {
  const replay::Claim& claim = replay.claim;
  std::string out =
      "{" + key("format") + "1," + key("level") + "{" + key("id") + quoted(level.id) + "," + key("title") +
      quoted(level.title) + "," + key("hash") + quoted(hexOf(level.hash).text) + "}," + key("seconds") +
      decimal(static_cast<float>(m_ticks) / static_cast<float>(sim::kTicksPerSecond), 3) + "," + key("people") + "[";
  for (std::size_t i = 0; i < m_people.size(); ++i) {
    out += (i > 0 ? ",{" : "{") + key("from") + decimal(m_people[i].first, 2) + "," + key("name") +
           quoted(m_people[i].second) + "}";
  }
  out += "]," + key("claim") + "{" + key("score") + std::to_string(claim.score) + "," + key("stars") +
         std::to_string(claim.stars) + "," + key("ending") +
         quoted(sim::kEndingIds[static_cast<std::size_t>(claim.ending)]) + "," + key("state") +
         quoted(hexOf(claim.stateHash).text) + "},";
  out += key("found") + "{" + key("seconds") + std::to_string(replay.hashes.size()) + "," + key("equal") +
         std::to_string(secondsEqual) + "," + key("end_equal") + (endEqual ? "true" : "false") + "," + key("state") +
         quoted(hexOf(stateHash).text) + "},";
  out += key("pain") + numbers(m_pain, 2) + "," + key("meters") + "{";
  for (std::size_t i = 0; i < kMeters; ++i)
    out += (i > 0 ? "," : "") + key(level::kMechanismIds[i]) + numbers(m_meters[i], 2);
  out += "}," + key("moves") + "[";
  bool first = true;
  for (const Band& band : tidyBands()) {
    out += (first ? "{" : ",{") + key("technique") + quoted(level::idOf(band.technique)) + "," + key("name") +
           quoted(spokenName(band.technique)) + "," + key("family") +
           quoted(level::kFamilyIds[static_cast<std::size_t>(level::familyOf(band.technique))]) + "," + key("from") +
           decimal(band.from, 2) + "," + key("to") + decimal(band.to, 2) + "}";
    first = false;
  }
  out += "]," + key("moments") + "[";
  for (std::size_t i = 0; i < m_moments.size(); ++i) {
    const Moment& moment = m_moments[i];
    out += (i > 0 ? ",{" : "{") + key("second") + decimal(moment.second, 2) + "," + key("release") +
           (moment.release ? "true" : "false") + "," + key("x") + decimal(moment.at.x, 1) + "," + key("y") +
           decimal(moment.at.y, 1) + "," + key("says") + quoted(moment.says) + "}";
  }
  return out + "]}";
}

std::string runTimeline(const level::Level& level, const replay::Replay& replay) {
  Player player(level, replay);
  player.step(player.end());
  const Proof& proof = player.proof();
  return player.timeline().json(replay, level, proof.equal, proof.endEqual, proof.stateHash);
}

}  // namespace knead::web
