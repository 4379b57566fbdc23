// What every command shares: where the data is, where output goes, the exit codes, and how a failure is told.
// Must not know any command.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "level/level.hpp"

namespace knead::cli {

using Json = nlohmann::ordered_json;

using Exit = int;
inline constexpr Exit kOk = 0, kFailedCheck = 1, kUsage = 2, kBadInput = 3;

// A command line that cannot be meant; the message goes to stderr with exit code 2.
struct UsageError {
  std::string what;
};

struct Context {
  std::FILE* out = stdout;
  std::FILE* err = stderr;
  std::string dataDir;  // --data-dir, empty if not given
  bool json = false;
  std::function<int()> command;  // set by the subcommand that was named

  // The folder that holds levels/: --data-dir, else beside the program, else the source tree.
  [[nodiscard]] Result<std::string> levelsDir() const;

  void print(std::string_view text) const;     // stdout
  void note(std::string_view text) const;      // stderr
  void printJson(const Json& document) const;  // the one document of --json
  // Tells what is wrong on stderr, and with --json as {"error": ...} on stdout; gives the exit code.
  int fail(const Error& error, Exit code = kBadInput) const;
};

[[nodiscard]] Json errorJson(const Error& error);

// The levels with these ids or paths; without one, all of the game's. A level that cannot be read is an error: a table
// over the others would look like one over all.
[[nodiscard]] Result<std::vector<level::Level>> levelsNamed(const std::vector<std::string>& idsOrPaths,
                                                            const std::string& levelsDir);

// Says on stderr how far something is, at most once a second and only after two seconds.
class Progress {
 public:
  Progress(const Context& context, std::string what, std::size_t total);
  void done(std::size_t count);

 private:
  const Context& m_context;
  std::string m_what;
  std::size_t m_total;
  std::chrono::steady_clock::time_point m_last;
};

// Rounded to four decimals, so that documents do not show the noise of floats; null if not finite.
[[nodiscard]] Json rounded(double value);
[[nodiscard]] std::string hexText(std::uint64_t value);

}  // namespace knead::cli
