#include "app/online/online.hpp"

namespace knead::app {

Online::Online(Player& player, const level::Catalogue& levels)
    : Online(player, levels, [](const std::string& address) { return std::make_shared<online::Client>(address); }) {}

bool Online::update() {
  const int before = outgoing.answers();
  const bool changed = connection.update();
  outgoing.update();
  // Where the player stands now is not what was shown.
  if (outgoing.answers() != before) pages.forget();
  return changed;
}

}  // namespace knead::app
