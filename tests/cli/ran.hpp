// Runs the command line inside the test and keeps what it wrote.
#pragma once

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

namespace knead::testing {

struct Ran {
  int code = -1;
  std::string out, err;
  [[nodiscard]] nlohmann::json document() const { return nlohmann::json::parse(out, nullptr, false); }
};

inline std::string contentOf(std::FILE* file) {
  std::string text;
  std::rewind(file);
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
  std::fclose(file);
  return text;
}

inline Ran cli(std::vector<std::string> words) {
  words.insert(words.begin(), "knead-cli");
  std::vector<const char*> argv;
  for (const std::string& word : words) argv.push_back(word.c_str());
  std::FILE* out = std::tmpfile();
  std::FILE* err = std::tmpfile();
  REQUIRE(out != nullptr);
  REQUIRE(err != nullptr);
  Ran ran;
  ran.code = knead::cli::runProgram(static_cast<int>(argv.size()), argv.data(), out, err);
  ran.out = contentOf(out);
  ran.err = contentOf(err);
  return ran;
}

}  // namespace knead::testing
