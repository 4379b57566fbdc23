#include "daily/calendar.hpp"

#include <array>

#include "core/random.hpp"
#include "level/technique.hpp"

namespace knead::daily {
namespace {

constexpr std::uint64_t kOrderSeed = 20261123;  // game
constexpr std::uint64_t kAttempts = 200;        // game; a varied list needs a few

template <class List>
void shuffle(List& list, Random& random) {
  for (std::size_t i = list.size(); i > 1; --i) {
    const std::uint32_t other = random.below(static_cast<std::uint32_t>(i));
    std::swap(list[i - 1], list[other]);
  }
}

// Rounds of one story of each pain, pains and stories shuffled.
std::vector<std::size_t> shuffled(std::span<const Story> stories, Random random) {
  std::array<std::vector<std::size_t>, level::kPainCount> left;
  for (std::size_t i = 0; i < stories.size(); ++i) left[static_cast<std::size_t>(stories[i].pain)].push_back(i);
  for (std::vector<std::size_t>& ofPain : left) shuffle(ofPain, random);
  std::vector<std::size_t> order;
  while (order.size() < stories.size()) {
    std::vector<std::size_t> pains;
    for (std::size_t p = 0; p < left.size(); ++p) {
      if (!left[p].empty()) pains.push_back(p);
    }
    shuffle(pains, random);
    for (const std::size_t p : pains) {
      order.push_back(left[p].back());
      left[p].pop_back();
    }
  }
  return order;
}

// How many neighbours, around the circle, are too much alike.
int clashes(std::span<const Story> stories, const std::vector<std::size_t>& order) {
  int count = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Story& one = stories[order[i]];
    const Story& next = stories[order[(i + 1) % order.size()]];
    if (one.pain == next.pain || (one.refer && next.refer)) ++count;
  }
  return count;
}

}  // namespace

std::vector<std::size_t> orderOf(std::span<const Story> stories) {
  std::vector<std::size_t> best;
  int least = 0;
  for (std::uint64_t attempt = 0; attempt < kAttempts; ++attempt) {
    std::vector<std::size_t> order = shuffled(stories, Random(kOrderSeed, attempt));
    const int found = clashes(stories, order);
    if (best.empty() || found < least) {
      best = std::move(order);
      least = found;
    }
    if (least == 0) break;
  }
  return best;
}

Turn turnOf(int day, const std::vector<std::size_t>& order) {
  const std::size_t at = static_cast<std::size_t>(day < 0 ? 0 : day);
  return {order[at % order.size()], static_cast<int>((at / order.size()) % static_cast<std::size_t>(kForms))};
}

}  // namespace knead::daily
