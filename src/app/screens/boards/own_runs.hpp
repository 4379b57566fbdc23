// The player's own best runs on a level, best first: watch one, or save a copy of it.
#pragma once

#include <vector>

#include "app/screens/screen.hpp"

namespace knead::app {

class OwnRuns {
 public:
  // Choices of the rows are kRow and on, of their save signs kSave and on.
  inline static constexpr int kRow = 0, kSave = 30, kMost = 10;

  explicit OwnRuns(Services& services) : m_services(&services) {}
  [[nodiscard]] std::vector<profile::Run> of(const level::Level& level) const;
  void watch(const level::Level& level, std::size_t run) const;
  void save(const level::Level& level, std::size_t run) const;
  void draw(Painter& painter, Choices& choices, const level::Level& level, float x, float width, bool narrow) const;

 private:
  Services* m_services;
};

}  // namespace knead::app
