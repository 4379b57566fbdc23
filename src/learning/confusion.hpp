// What the player reaches for first: how often each first choice was made for each pain, and how often it was wrong.
// Header only; a table and its sums.
#pragma once

#include <array>
#include <optional>

#include "learning/choice.hpp"

namespace knead::learning {

class Confusion {
 public:
  inline static constexpr int kMostCount = 1000000;  // counters stop here
  struct Cell {
    int count = 0;
    int wrong = 0;  // of these; <= count. A choice can be right on one level and wrong on another of the same pain
    friend bool operator==(const Cell&, const Cell&) = default;
  };

  void add(level::Pain pain, Choice first, bool right) {
    Cell& cell = at(pain, first);
    if (cell.count >= kMostCount) return;
    ++cell.count;
    if (!right) ++cell.wrong;
  }

  [[nodiscard]] const Cell& of(level::Pain pain, Choice first) const {
    return m_cells[static_cast<std::size_t>(pain)][static_cast<std::size_t>(first)];
  }
  // Sum over all choices, None among them.
  [[nodiscard]] Cell total(level::Pain pain) const {
    Cell sum;
    for (const Cell& cell : m_cells[static_cast<std::size_t>(pain)]) {
      sum.count += cell.count;
      sum.wrong += cell.wrong;
    }
    return sum;
  }
  // The wrong choice made most often, the first in the list of choices among equals; nothing if there was none. No
  // answer is no confusion.
  [[nodiscard]] std::optional<Choice> mostFrequent(level::Pain pain) const {
    std::optional<Choice> worst;
    for (int i = 0; i < static_cast<int>(Choice::None); ++i) {
      const auto choice = static_cast<Choice>(i);
      const int least = worst ? of(pain, *worst).wrong : 0;
      if (of(pain, choice).wrong > least) worst = choice;
    }
    return worst;
  }

  // For the one who reads a kept record.
  void put(level::Pain pain, Choice first, const Cell& cell) { at(pain, first) = cell; }
  friend bool operator==(const Confusion&, const Confusion&) = default;

 private:
  Cell& at(level::Pain pain, Choice first) {
    return m_cells[static_cast<std::size_t>(pain)][static_cast<std::size_t>(first)];
  }
  std::array<std::array<Cell, static_cast<std::size_t>(kChoiceCount)>, static_cast<std::size_t>(level::kPainCount)>
      m_cells{};
};

}  // namespace knead::learning
