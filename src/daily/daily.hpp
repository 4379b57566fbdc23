// Today's back: the one level of a day, the same for everybody, drawn from the day by rules (docs/daily.md). The same
// day and data give the same level to the last bit on every platform. Knows no clock: the day comes in (core/date.hpp
// turns "2026-11-23" into it and back).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "daily/calendar.hpp"
#include "daily/story.hpp"
#include "learning/evidence.hpp"
#include "level/level.hpp"
#include "level/technique_book.hpp"

namespace knead::daily {

inline constexpr std::string_view kChapter = "daily";

// What the rules draw from.
struct Material {
  std::vector<Story> stories;
  level::TechniqueBook book;
  learning::EvidenceBook evidence;
  std::vector<std::size_t> order;  // of the stories, one a day: orderOf(stories)
};

// Reads stories.json, techniques.json and evidence.json of a folder. Error: the first of them that is not right.
[[nodiscard]] Result<Material> readMaterial(const std::string& assetsDir);

// Of a day: "today-2026-11-23". `day`: days since 1970-01-01, 0..kLastDate.
[[nodiscard]] std::string idOf(int day);
// The day of such an id; nothing for any other text.
[[nodiscard]] std::optional<int> dayOfId(std::string_view id);

// Who comes on a day.
[[nodiscard]] const Story& storyOf(int day, const Material& material);

// The day's level as a level file: JSON that the level reader takes.
[[nodiscard]] std::string levelText(int day, const Material& material);
// The day's level, read from that text, so it has passed every check and has the hash of the file. Error: a story that
// no level can be told of, for example a text that is too long; the shipped ones give none.
[[nodiscard]] Result<level::Level> levelOf(int day, const Material& material);

}  // namespace knead::daily
