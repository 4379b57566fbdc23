// What should come back when: a Leitner queue (Leitner 1972, "So lernt man lernen") of one card for each pain, asking
// for its best technique, and one for the stop signs. Knows no clock: day and number of sessions come in.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "level/technique.hpp"

namespace knead::learning {

inline constexpr int kCardCount = level::kPainCount + 1;
inline constexpr int kBoxCount = 5;
// Game, after Dunlosky 2013 (spread practice) and Kang 2014 (growing gaps): days, and sessions, in each box.
inline constexpr std::array<int, kBoxCount> kBoxWait = {1, 3, 7, 15, 30};

class Card {
 public:
  [[nodiscard]] static constexpr Card of(level::Pain pain) { return Card(static_cast<int>(pain)); }
  [[nodiscard]] static constexpr Card refer() { return Card(level::kPainCount); }
  // 0..kCardCount - 1
  [[nodiscard]] static constexpr Card at(int index) { return Card(index); }
  [[nodiscard]] static std::optional<Card> of(std::string_view id);

  [[nodiscard]] constexpr int index() const { return m_index; }
  // Empty for the card of stop signs.
  [[nodiscard]] std::optional<level::Pain> pain() const;
  [[nodiscard]] std::string_view id() const;  // the pain's id, or "refer"
  friend constexpr bool operator==(Card, Card) = default;

 private:
  explicit constexpr Card(int index) : m_index(index) {}
  int m_index;
};

// Two that look alike and want different things (game's domain report 1.3).
[[nodiscard]] bool confusable(Card a, Card b);

struct CardState {
  int box = 0;      // 0: never asked, never due; else 1..kBoxCount
  int day = 0;      // of the answer that put it there, days since 1970-01-01
  int session = 0;  // number of the session of that answer
  friend bool operator==(const CardState&, const CardState&) = default;
};

class ReviewQueue {
 public:
  // Wrong: to box 1. Right: one box up if the card was due or new. A right answer before its time proves little about
  // next month, and ten in one evening must not carry a card to the last box: it changes nothing.
  void answered(Card card, bool right, int day, int session);

  [[nodiscard]] bool isDue(Card card, int day, int session) const;
  // Every due card once: the most overdue first, then those confusable with the one before, then the most overdue of
  // the rest. `last`, the card asked last in this sitting, is left out: never the same twice in a row.
  [[nodiscard]] std::vector<Card> due(int day, int session, std::optional<Card> last = std::nullopt) const;

  [[nodiscard]] const CardState& of(Card card) const { return m_cards[static_cast<std::size_t>(card.index())]; }
  // For the one who reads a kept record.
  void put(Card card, const CardState& state) { m_cards[static_cast<std::size_t>(card.index())] = state; }
  friend bool operator==(const ReviewQueue&, const ReviewQueue&) = default;

 private:
  // How far past its time, the lesser of days and sessions; below 0 not due.
  [[nodiscard]] int overdue(Card card, int day, int session) const;
  std::array<CardState, static_cast<std::size_t>(kCardCount)> m_cards{};
};

}  // namespace knead::learning
