#include "learning/review.hpp"

#include <algorithm>

#include "learning/choice.hpp"

namespace knead::learning {

std::optional<Card> Card::of(std::string_view id) {
  if (id == "refer") return refer();
  const auto pain = painOf(id);
  if (!pain) return std::nullopt;
  return of(*pain);
}

std::optional<level::Pain> Card::pain() const {
  if (m_index >= level::kPainCount) return std::nullopt;
  return static_cast<level::Pain>(m_index);
}

std::string_view Card::id() const {
  const auto found = pain();
  return found ? level::idOf(*found) : "refer";
}

bool confusable(Card a, Card b) {
  using level::Pain;
  static constexpr std::array<std::array<Card, 2>, 5> kPairs = {
      {{Card::of(Pain::Doms), Card::of(Pain::TriggerPoint)},
       {Card::of(Pain::Stiffness), Card::of(Pain::ColdGuarded)},
       {Card::of(Pain::AcuteLowBack), Card::of(Pain::Doms)},
       {Card::of(Pain::Stress), Card::of(Pain::Postural)},
       {Card::of(Pain::PoorCirculation), Card::refer()}}};
  return std::any_of(kPairs.begin(), kPairs.end(), [a, b](const auto& pair) {
    return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
  });
}

void ReviewQueue::answered(Card card, bool right, int day, int session) {
  CardState& state = m_cards[static_cast<std::size_t>(card.index())];
  if (!right) {
    state = {1, day, session};
  } else if (state.box == 0 || isDue(card, day, session)) {
    state = {std::min(state.box + 1, kBoxCount), day, session};
  }
}

int ReviewQueue::overdue(Card card, int day, int session) const {
  const CardState& state = of(card);
  if (state.box < 1) return -1;
  const int wait = kBoxWait[static_cast<std::size_t>(state.box - 1)];
  // A day that lies ahead was written by a wrong clock. Waiting for it could take years.
  const int days = state.day > day ? 0 : day - state.day - wait;
  return std::min(days, session - state.session - wait);
}

bool ReviewQueue::isDue(Card card, int day, int session) const { return overdue(card, day, session) >= 0; }

std::vector<Card> ReviewQueue::due(int day, int session, std::optional<Card> last) const {
  std::vector<Card> waiting;
  for (int i = 0; i < kCardCount; ++i) {
    if (isDue(Card::at(i), day, session) && last != Card::at(i)) waiting.push_back(Card::at(i));
  }
  std::stable_sort(waiting.begin(), waiting.end(),
                   [&](Card a, Card b) { return overdue(a, day, session) > overdue(b, day, session); });
  std::vector<Card> out;
  while (!waiting.empty()) {
    auto next = waiting.begin();
    if (!out.empty()) {
      const auto partner =
          std::find_if(waiting.begin(), waiting.end(), [&](Card c) { return confusable(c, out.back()); });
      if (partner != waiting.end()) next = partner;
    }
    out.push_back(*next);
    waiting.erase(next);
  }
  return out;
}

}  // namespace knead::learning
