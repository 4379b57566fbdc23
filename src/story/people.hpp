// The people who come to the table: who they are and how they look. What happened to them stands in the diary.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "level/level.hpp"

namespace knead::story {

enum class Hair : std::uint8_t { Bun, Cap, Long, Curls, Short, Scarf, Braid, Bald };
inline constexpr std::array<std::string_view, 8> kHairIds = {"bun",   "cap",   "long",  "curls",
                                                             "short", "scarf", "braid", "bald"};

// How wide a body is beside the drawn one, at three heights; 1 = as drawn. Of the picture alone: the simulation knows
// one frame for everybody.
struct Build {
  float shoulders = 1, waist = 1, hips = 1;
  friend bool operator==(const Build&, const Build&) = default;
};
inline constexpr float kLeastBuild = 0.85F, kMostBuild = 1.2F;

struct Someone {
  std::string id;  // empty: a stranger
  std::string name;
  int age = 0;  // years; 0 of a stranger
  std::string job, about;
  Hair hair = Hair::Short;
  Build build;
  float voice = 0.5F;  // 0 low .. 1 high: of the breath that is heard
};

class People {
 public:
  People() = default;
  explicit People(std::vector<Someone> all) : m_all(std::move(all)) {}
  [[nodiscard]] const std::vector<Someone>& all() const { return m_all; }
  // Null if the book does not know them.
  [[nodiscard]] const Someone* find(std::string_view id) const;
  // Whoever a level is about. A stranger gets hair that follows from the name, so that they look the same everywhere.
  [[nodiscard]] Someone who(const level::Person& person) const;

 private:
  std::vector<Someone> m_all;
};

// assets/people.json. An error names file and place.
[[nodiscard]] Result<People> readPeople(const std::string& path);

}  // namespace knead::story
