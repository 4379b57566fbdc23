// The stories that "Today's back" is told by (assets/stories.json): who comes, what they say and what can be seen. A
// story has no state of a back; that is drawn anew for each day. Reads and checks; decides nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "level/technique.hpp"

namespace knead::daily {

// Where on the back a story takes place.
enum class Place : std::uint8_t { Neck, Shoulders, UpperBack, MidBack, LowBack, Hip, WholeBack };
inline constexpr int kPlaceCount = 7;
inline constexpr std::array<std::string_view, kPlaceCount> kPlaceIds = {
    "neck", "shoulders", "upper_back", "mid_back", "low_back", "hip", "whole_back"};
[[nodiscard]] constexpr std::string_view idOf(Place p) { return kPlaceIds[static_cast<std::size_t>(p)]; }

// Texts are English, as the player's language is looked up by them.
struct Story {
  std::string id;  // lower-case letters, digits, single hyphens
  level::Pain pain = level::Pain::Doms;
  Place place = Place::LowBack;
  bool refer = false;  // the right move is to send this person to a doctor
  std::string sign;    // if so, why: one sentence
  std::string role, words;
  std::vector<std::string> signs;  // 1..4
  std::string better, worse;
};

// "piano-on-the-stairs" as "Piano on the stairs": what the day's level is called.
[[nodiscard]] std::string titleOf(const Story& story);

// In the file's order. Error, with its place: not readable, not JSON, fewer than two pains, an id told twice, a key
// that is missing, unknown or has a value the game does not know.
[[nodiscard]] Result<std::vector<Story>> readStories(const std::string& path);
// The same from text; `name` is what errors call it.
[[nodiscard]] Result<std::vector<Story>> parseStories(std::string_view text, const std::string& name);

}  // namespace knead::daily
