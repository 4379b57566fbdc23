#include "story/diary.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/math.hpp"
#include "level/level_json.hpp"

namespace knead::story {
namespace {

using nlohmann::json;
constexpr float kMostHours = 24 * 400, kMostPain = 10, kByte = 255;
constexpr std::size_t kMostPeople = 1000, kLongestName = 100;

// The share of the pain that a visit took, 0..1.
float dropOf(const Visit& visit) {
  return visit.painBefore > 0 ? clamp01(1 - visit.painAfter / visit.painBefore) : 0.0F;
}
float faded(float value, float by, float in) { return value * std::exp(-by / in); }

std::optional<float> numberIn(const json& entry, const char* key, float most) {
  if (!entry.contains(key) || !entry[key].is_number()) return std::nullopt;
  const auto value = entry[key].get<float>();
  return value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<Visit> visitOf(const json& entry) {
  if (!entry.is_object() || !entry.contains("level") || !entry["level"].is_string()) return std::nullopt;
  const auto hours = numberIn(entry, "hours_after", kMostHours), before = numberIn(entry, "pain_before", kMostPain),
             after = numberIn(entry, "pain_after", kMostPain), stars = numberIn(entry, "stars", 3);
  if (!hours || !before || !after || !stars || !entry.contains("afterglow") || !entry["afterglow"].is_boolean())
    return std::nullopt;
  return Visit{entry["level"].get<std::string>(),    *hours, *before, *after, entry["afterglow"].get<bool>(),
               static_cast<int>(std::lround(*stars))};
}

}  // namespace

sim::Carry Left::carry() const {
  return {static_cast<std::uint8_t>(std::lround(clamp01(afterglow) * kByte)),
          static_cast<std::uint8_t>(std::lround(clamp01(ease) * kByte))};
}

Left leftOf(const Course& course, float hours, Lasts lasts) {
  Left left;
  for (const Visit& visit : course) {
    left.ease = faded(left.ease, visit.hoursAfter / 24, kEaseDays);
    left.ease += (1 - left.ease) * kEasePerVisit * dropOf(visit);
  }
  left.ease = faded(left.ease, hours / 24, kEaseDays);
  if (!course.empty() && course.back().afterglow)
    left.afterglow = faded(1, hours, lasts == Lasts::Article ? kGlowArticleH : kGlowEvidenceH);
  return left;
}

const Course* Diary::of(const std::string& person) const {
  const auto found = m_courses.find(person);
  return found == m_courses.end() ? nullptr : &found->second;
}

void Diary::came(const std::string& person, const Visit& visit) {
  if (person.empty()) return;
  Course& course = m_courses[person];
  if (!course.empty() && visit.hoursAfter <= 0) return;
  course.push_back(visit);
  if (course.size() > kVisitsKept) course.erase(course.begin());
}

json Diary::toJson() const {
  json people = json::object();
  for (const auto& [person, course] : m_courses) {
    json visits = json::array();
    for (const Visit& visit : course) {
      visits.push_back({{"level", visit.level},
                        {"hours_after", visit.hoursAfter},
                        {"pain_before", visit.painBefore},
                        {"pain_after", visit.painAfter},
                        {"afterglow", visit.afterglow},
                        {"stars", visit.stars}});
    }
    people[person] = std::move(visits);
  }
  return {{"people", std::move(people)}};
}

Result<Diary> Diary::fromJson(const json& document, const std::string& file) {
  Diary diary;
  if (!document.is_object()) return Error{file, "", "wants an object"};
  if (!document.contains("people")) return diary;
  const json& people = document["people"];
  if (!people.is_object() || people.size() > kMostPeople)
    return Error{file, "/people", "wants an object of people with their visits"};
  for (const auto& [person, visits] : people.items()) {
    const std::string place = level::pointerStep("/people", person);
    if (person.empty() || person.size() > kLongestName || !visits.is_array() || visits.size() > kVisitsKept)
      return Error{file, place, "wants a list of at most " + std::to_string(kVisitsKept) + " visits"};
    for (std::size_t i = 0; i < visits.size(); ++i) {
      const auto visit = visitOf(visits[i]);
      if (!visit)
        return Error{file, place + "/" + std::to_string(i),
                     "wants level, hours_after, pain_before and pain_after 0..10, afterglow, stars 0..3"};
      diary.m_courses[person].push_back(*visit);
    }
  }
  return diary;
}

}  // namespace knead::story
