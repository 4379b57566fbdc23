// knead-cli inside the test.
#pragma once

#include "cli/program.hpp"
#include "support/ran.hpp"

namespace knead::testing {

inline Ran cli(std::vector<std::string> words) {
  words.insert(words.begin(), "knead-cli");
  return ranProgram(knead::cli::runProgram, words);
}

}  // namespace knead::testing
