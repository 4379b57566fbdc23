#include "app/screens/still_page.hpp"

namespace knead::app {

void StillPage::handle(const platform::InputEvent& e) {
  if (e.asks(platform::Action::Back)) {
    m_services.back = true;
    return;
  }
  if (const auto chosen = m_choices.handle(e)) chose(*chosen);
}

void StillPage::draw(sf::RenderTarget& target, Painter& p, float W) {
  constexpr float kLightY = 330;
  m_ground.draw(target, p, W, {W * m_light, kLightY});
  m_choices.clear();
  drawPage(p, W);
  m_choices.drawRing(p);
  p.flush(target);
}

}  // namespace knead::app
