// What happened to whom, in story time: the visits of each person, what the last one left when they come again, and
// what came of regular and of rare visits. Story time is not the clock's: it goes on when the player books a visit, so
// nobody is punished for not playing. Numbers are the game's unless a source is named. docs/story.md tells the reasons.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "sim/session.hpp"

namespace knead::story {

// How long the afterglow of a full dose lasts: two days as the article has it, or about an hour as research saw it.
enum class Lasts : std::uint8_t { Article, Evidence };
// Hours in which an afterglow falls to 37 %. 16: one part in twenty is left after the article's 48 hours. 0.75: a
// quarter is left after the hour that Kaada (1989) saw.
inline constexpr float kGlowArticleH = 16.0F, kGlowEvidenceH = 0.75F;
// Days in which the ease of earlier visits falls to 37 %, and how much of what is missing to full ease a visit that
// takes all pain away gives (game; that a dose wears off within weeks unless it is renewed follows Cherkin 2011).
inline constexpr float kEaseDays = 28.0F, kEasePerVisit = 0.5F;

struct Visit {
  std::string level;
  float hoursAfter = 0;    // the visit before; 0 of the first
  float painBefore = 0;    // 0..10
  float painAfter = 0;     // 0..10, after the rest
  bool afterglow = false;  // a full dose was given
  int stars = 0;           // 0..3
  friend bool operator==(const Visit&, const Visit&) = default;
};

// What is left, 0..1 each, when somebody comes again.
struct Left {
  float afterglow = 0, ease = 0;
  [[nodiscard]] sim::Carry carry() const;
};

using Course = std::vector<Visit>;
// Visits of one person that are kept; older ones go.
inline constexpr std::size_t kVisitsKept = 60;

// After the last visit of a course, so many hours later.
[[nodiscard]] Left leftOf(const Course& course, float hours, Lasts lasts);

class Diary {
 public:
  // Null if nobody of this id came yet.
  [[nodiscard]] const Course* of(const std::string& person) const;
  // A first visit begins the course; a later visit without `hoursAfter` (a fair start) changes nothing.
  void came(const std::string& person, const Visit& visit);
  [[nodiscard]] std::size_t people() const { return m_courses.size(); }

  [[nodiscard]] nlohmann::json toJson() const;
  // Refuses, with the place, what no play can leave behind. A missing key is an empty diary.
  [[nodiscard]] static Result<Diary> fromJson(const nlohmann::json& document, const std::string& file);
  friend bool operator==(const Diary&, const Diary&) = default;

 private:
  std::map<std::string, Course> m_courses;
};

}  // namespace knead::story
