// What a player may be called. Names are shown beside others on a public page: they must be readable, must not steer
// the text around them, and must not look like somebody else's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace knead::server {

struct Name {
  std::string shown;     // normal form C, single spaces
  std::string skeleton;  // the same for all names that look alike
};

// 1 to 24 characters: letters, marks, digits, single spaces, and - _ . '. `forbidden`: words, as skeletons, that must
// not stand in it. Error: what is wrong with it, for the player to read.
[[nodiscard]] Result<Name> readName(std::string_view text, const std::vector<std::string>& forbidden = {});

// The skeleton of a word; empty for what is no text.
[[nodiscard]] std::string skeletonOf(std::string_view text);

}  // namespace knead::server
