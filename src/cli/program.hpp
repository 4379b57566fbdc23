// The whole program but main(), so that tests can run it without a process.
#pragma once

#include <cstdio>

namespace knead::cli {

// Gives the exit code: 0 ok, 1 a check failed, 2 usage, 3 bad input or missing data.
[[nodiscard]] int runProgram(int argc, const char* const* argv, std::FILE* out, std::FILE* err);

}  // namespace knead::cli
