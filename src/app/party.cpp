#include "app/party.hpp"

#include <algorithm>
#include <numeric>

namespace knead::app {

std::vector<std::size_t> Party::ranked() const {
  std::vector<std::size_t> places(turns.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(),
                   [this](std::size_t a, std::size_t b) { return turns[a].card.score > turns[b].card.score; });
  return places;
}

}  // namespace knead::app
