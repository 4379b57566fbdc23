// Which parts of the window are drawn anew when the rest still shows the last picture: one column in the middle that
// always is, and whatever else changed beside it. The parts never overlap, so what is blended is blended once.
#pragma once

#include <vector>

#include "core/vec2.hpp"

namespace knead::app {

struct Region {
  Vec2 at, size;  // reference pixels
};

class Regions {
 public:
  // The column of full height from `left` to `right`, in a window `width` x `height`; `scale`: pixels to a reference
  // pixel, edges lie on whole pixels.
  Regions(float left, float right, float width, float height, float scale);
  // The part of this that lies beside the column.
  void add(const Region& region);
  [[nodiscard]] const std::vector<Region>& parts() const { return m_parts; }
  // Calls `draw` with each part's share of `region`.
  template <class Draw>
  void within(const Region& region, const Draw& draw) const {
    for (const Region& part : m_parts) {
      const Region share = meet(part, region);
      if (share.size.x > 0 && share.size.y > 0) draw(share);
    }
  }
  [[nodiscard]] static Region meet(const Region& a, const Region& b);
  [[nodiscard]] static Region hull(const Region& a, const Region& b);

 private:
  void merge(Region region);
  [[nodiscard]] Region snapped(const Region& region) const;
  float m_width, m_height, m_scale;
  std::vector<Region> m_parts;  // the column first
};

}  // namespace knead::app
