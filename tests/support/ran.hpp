// A program's command line, run inside the test; what it wrote is kept.
#pragma once

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

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

// `program`: its runProgram. `words`: the program's name first.
inline Ran ranProgram(int (*program)(int, const char* const*, std::FILE*, std::FILE*),
                      const std::vector<std::string>& words) {
  std::vector<const char*> argv;
  for (const std::string& word : words) argv.push_back(word.c_str());
  std::FILE* out = std::tmpfile();
  std::FILE* err = std::tmpfile();
  REQUIRE(out != nullptr);
  REQUIRE(err != nullptr);
  Ran ran;
  ran.code = program(static_cast<int>(argv.size()), argv.data(), out, err);
  ran.out = contentOf(out);
  ran.err = contentOf(err);
  return ran;
}

}  // namespace knead::testing
