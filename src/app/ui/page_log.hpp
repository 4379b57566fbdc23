// What was written on a page and into which boxes, kept while somebody checks: does a text leave the window or its box,
// lie on another, get cut? Off in play.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/vec2.hpp"

namespace knead::app {

class PageLog {
 public:
  // Reference pixels; `at` is the upper left corner.
  struct Text {
    std::string words;
    Vec2 at, size;
  };
  void text(std::string words, Vec2 at, Vec2 size);
  void box(Vec2 at, Vec2 size) { m_boxes.push_back({{}, at, size}); }
  // A sign or a label over a picture: no other text and no other of them may touch it.
  void keepClear(Vec2 at, Vec2 size) { m_clear.push_back({{}, at, size}); }
  // What is written from here on is painted on a plate, which shows nothing beyond its edge.
  void beginPlate(Vec2 at, Vec2 size) { m_plate = Text{{}, at, size}; }
  void endPlate() { m_plate.reset(); }
  // A line that is wider than the width it was given, or words that were left out for want of lines.
  void tooWide(const std::string& line) { m_said.push_back("\"" + line + "\" is wider than its room"); }
  void cut(const std::string& words) { m_said.push_back("\"" + words + "\" is cut: its lines are too few"); }
  // What was written so far lies under a veil.
  void cover() { clear(); }
  void clear();
  // One sentence each; empty if the page is as it should be. The page is `width` x 720 reference pixels.
  [[nodiscard]] std::vector<std::string> problems(float width) const;
  [[nodiscard]] std::size_t texts() const { return m_texts.size(); }
  [[nodiscard]] const std::vector<Text>& all() const { return m_texts; }

 private:
  std::vector<Text> m_texts, m_boxes, m_clear;
  std::vector<std::string> m_said;
  std::optional<Text> m_plate;
};

}  // namespace knead::app
