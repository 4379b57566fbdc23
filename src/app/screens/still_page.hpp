// What most screens are: a page that stands still, with choices on the ground, left by Back.
#pragma once

#include "app/screens/screen.hpp"
#include "app/ui/choices.hpp"
#include "app/view/ground.hpp"

namespace knead::app {

class StillPage : public Screen {
 public:
  // Back leaves, whatever is chosen goes to `chose`. A page that hears more asks for that first.
  void handle(const platform::InputEvent& event) override;
  void update(float) override {}
  void draw(sf::RenderTarget& target, Painter& painter, float width) final;
  [[nodiscard]] bool still() const override { return true; }
  [[nodiscard]] Choices* choices() override { return &m_choices; }

 protected:
  // Where the light of the ground lies, a share of the width: behind the list on the left, or in the middle.
  static constexpr float kBehindList = .4F, kMiddle = .5F;
  explicit StillPage(Services& services, int focused = 0, float light = kBehindList)
      : Screen(services), m_choices(focused), m_ground(services.kit), m_light(light) {}

  virtual void chose(int /*choice*/) {}
  // What lies between the ground and the ring of the focus; adds every choice, anew with each picture.
  virtual void drawPage(Painter& painter, float width) = 0;

  Choices m_choices;

 private:
  Ground m_ground;
  float m_light;
};

}  // namespace knead::app
