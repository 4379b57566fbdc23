// Who is treated now: the people of a level one after the other, and what comes of all of them together. What happens
// to one person is in visit.cpp.
#include "sim/session.hpp"

#include "core/hash.hpp"
#include "core/translatable.hpp"
#include "sim/tuning.hpp"
#include "sim/visit.hpp"

namespace knead::sim {

using namespace tuning;

struct Session::State {
  State(const level::Level& given, const SessionSetup& how)
      : level(std::make_shared<const level::Level>(given)),
        setup(how),
        visit(std::in_place, level->visit(0), how.intake, how.assists, how.carry, 0U) {
    goOn();
  }

  // Whoever has ended makes room for the next, as soon as it is known what the player expects of them.
  void goOn() {
    while (visit->ending != Ending::Running && cards.size() < level->visits.size() &&
           cards.size() < setup.further.size()) {
      ticksBefore += visit->tick;
      cards.push_back(visit->score());
      const std::size_t next = cards.size();
      // Who looks at events looks at the person who is here: of the one who has gone only that they have is told.
      std::vector<Event> told = {{EventKind::Ended, ticksBefore, 0, static_cast<float>(visit->ending), Move::None, {}}};
      visit.emplace(level->visit(next), setup.further[next - 1], setup.assists, Carry{}, ticksBefore);
      told.push_back({EventKind::NextPerson, ticksBefore, static_cast<int>(next), 0.0F, Move::None, {}});
      for (const Event& event : visit->events) told.push_back(event);
      visit->events = std::move(told);
    }
  }

  std::shared_ptr<const level::Level> level;
  SessionSetup setup;
  std::optional<Visit> visit;     // always there; an optional because a visit can be made, not assigned
  std::vector<ScoreCard> cards;   // of those before
  std::uint32_t ticksBefore = 0;  // of their visits
};

Session::Session(const level::Level& level, const SessionSetup& setup)
    : m_state(std::make_unique<State>(level, setup)) {}
Session::Session(const Session& other) : m_state(std::make_unique<State>(*other.m_state)) {}
Session::~Session() = default;

void Session::tick(const TickInput& input) {
  State& s = *m_state;
  s.visit->advance(input);
  s.goOn();
}

void Session::expect(const IntakeAnswer& answer) {
  State& s = *m_state;
  if (s.setup.further.size() >= s.level->visits.size()) return;
  s.setup.further.push_back(answer);
  s.goOn();
}

bool Session::ended() const {
  return m_state->visit->ending != Ending::Running && m_state->cards.size() == m_state->level->visits.size();
}
bool Session::waits() const { return m_state->visit->ending != Ending::Running && !ended(); }
Ending Session::ending() const { return ended() ? m_state->visit->ending : Ending::Running; }
std::size_t Session::visit() const { return m_state->cards.size(); }

namespace {

// Several people count alike: the score is the mean of theirs, the stars the mean rounded down.
ScoreCard together(std::vector<ScoreCard> cards, bool ended) {
  const int people = static_cast<int>(cards.size());
  const float share = 1.0F / static_cast<float>(people);
  ScoreCard all;
  all.ending = ended ? cards.back().ending : Ending::Running;
  all.knotsStayed = true;
  all.leadMet = true;
  all.comfort = 0.0F;
  int stars = 0;
  for (const ScoreCard& card : cards) {
    const int points = card.score / people;
    all.score += points;
    stars += card.stars;
    all.circulation += card.circulation * share;
    all.endorphins += card.endorphins * share;
    all.tension += card.tension * share;
    all.heat += card.heat * share;
    all.posture += card.posture * share;
    all.insight += card.insight * share;
    all.comfort += card.comfort * share;
    all.painBefore += card.painBefore * share;
    all.painAfter += card.painAfter * share;
    all.harm += card.harm / people;
    all.afterglow = all.afterglow || card.afterglow;
    all.leadMet = all.leadMet && card.leadMet;
    all.knotsStayed = all.knotsStayed && card.knotsStayed;
    all.terms.push_back({"person", points, kFullScore / people,
                         card.stars == 3 && card.ending == Ending::Referred
                             ? N_("You saw the sign and sent them to be checked first.")
                         : card.stars == 3 ? N_("Well met, from the first look to the last touch.")
                         : card.stars >= 1 ? N_("Better than they came; there was more to give.")
                                           : N_("Not what they needed.")});
    for (const MoveTime& move : card.moves) all.moves.push_back(move);
    all.knots.insert(all.knots.end(), card.knots.begin(), card.knots.end());
  }
  all.stars = stars / people;
  all.postureBefore = cards.back().postureBefore;
  all.postureAfter = cards.back().postureAfter;
  all.visits = std::move(cards);
  return all;
}

}  // namespace

ScoreCard Session::score() const {
  const State& s = *m_state;
  ScoreCard now = s.visit->score();
  if (s.level->visits.empty()) return now;
  std::vector<ScoreCard> cards = s.cards;
  cards.push_back(std::move(now));
  // Whoever was not seen yet has nothing.
  cards.resize(s.level->people());
  ScoreCard all = together(std::move(cards), ended());
  all.stateHash = stateHash();
  return all;
}

std::uint32_t Session::tickCount() const { return m_state->ticksBefore + m_state->visit->tick; }
std::uint32_t Session::visitTicks() const { return m_state->visit->tick; }
float Session::secondsLeft() const {
  const Visit& v = *m_state->visit;
  const float left = static_cast<float>(v.lastTick() / kTicksPerSecond) - static_cast<float>(v.tick) * kSecondsPerTick;
  return left > 0.0F ? left : 0.0F;
}
const level::Level& Session::level() const { return *m_state->visit->level; }
const SessionSetup& Session::setup() const { return m_state->setup; }
std::span<const Event> Session::events() const { return m_state->visit->events; }
const LiveTouch& Session::touch() const { return m_state->visit->recogniser.live(); }
std::optional<level::Technique> Session::liveTechnique() const {
  const LiveTouch& live = touch();
  if (live.move == Move::None) return std::nullopt;
  return m_state->visit->body.techniqueOf(live.move, live.at);
}
TissueView Session::tissue() const {
  const Tissue& t = m_state->visit->body.tissue;
  return {t.skinC, m_state->visit->look().playC, t.perfusion, t.tone, t.soreness, t.acceptance};
}
std::span<const KnotView> Session::knots() const { return m_state->visit->look().knots; }
float Session::painAt(Vec2 at) const { return m_state->visit->body.painAt(at); }
std::span<const LaidTool> Session::tools() const { return m_state->visit->body.laid; }
int Session::stock(level::Tool tool) const { return m_state->visit->body.stock[static_cast<std::size_t>(tool)]; }
const PersonView& Session::person() const { return m_state->visit->person; }
const Meters& Session::meters() const { return m_state->visit->look().meters; }
const PostureView& Session::posture() const { return m_state->visit->look().posture; }
std::span<const float, level::kMuscleCount> Session::muscleTone() const { return m_state->visit->look().muscleTone; }
float Session::pointDose(int point) const {
  return point >= 0 && point < kMaxPoints ? m_state->visit->body.pointDose[static_cast<std::size_t>(point)] : 0.0F;
}
std::uint64_t Session::stateHash() const {
  const State& s = *m_state;
  const std::uint64_t now = s.visit->stateHash();
  if (s.cards.empty()) return now;
  Hash64 hash;
  for (const ScoreCard& card : s.cards) hash.addWord(card.stateHash);
  hash.addWord(now);
  return hash.value();
}

}  // namespace knead::sim
