// The rows of the editor's pages: one line each with a name, what it holds now, and what the keys and the pointer do to
// it. Made anew from the draft whenever that is another; everything they change they change through the draft.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "editing/draft.hpp"
#include "editing/things.hpp"

namespace knead::app::editor {

enum class Page { Back, State, Score, Words, Guess, Plan };
inline constexpr int kPageCount = 6;
[[nodiscard]] const char* pageName(Page page);  // translated

// Of a mistake: its page and its JSON pointer, "Plan (/plan/2)"; translated.
[[nodiscard]] std::string placeName(const std::string& pointer);

struct Row {
  std::string name, value, hint;        // translated
  std::optional<float> share;           // of a slider, 0..1
  std::function<void(int)> step;        // left -1, right +1; null: nothing to step
  std::function<void(float)> setShare;  // of a slider
  std::function<void()> press;          // Enter, Space or a click; null: steps on
  std::string text;                     // JSON pointer of a text to type; empty if it is none
  std::size_t longest = 0;              // of the text, bytes
};

// What a click on the bare back adds.
enum class Brush { None, Knot, Point, NoGo };

struct Desk {
  editing::Draft& draft;
  std::string person;  // JSON pointer of the person, "" of the first
  Brush& brush;
  std::optional<editing::Thing>& chosen;
};
[[nodiscard]] std::vector<Row> rowsOf(Page page, const Desk& desk);

}  // namespace knead::app::editor
