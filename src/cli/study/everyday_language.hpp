// The little English that one of the simulated players brings along: which words mean nearly the same or belong to one
// thing, and what a "no" denies. It knows nothing of pains and of what helps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knead::cli {

// The stems of a text's words, each once, without the commonest ones: "kneading" and "kneaded" are one.
[[nodiscard]] std::vector<std::string> stemsOf(std::string_view text);

// The same with a little English, sorted: beside each stem the thing it belongs to ("=cold" for "chilly"), and both
// with a "!" in front where the sentence denies them ("no tender spot" gives "!tender", "!spot").
[[nodiscard]] std::vector<std::string> meaningsOf(std::string_view text);

}  // namespace knead::cli
