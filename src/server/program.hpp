// The command line of knead-server. Everything but main() is a library, so that tests can run it.
#pragma once

#include <cstdio>
#include <functional>
#include <string>

#include "arguments/command.hpp"
#include "server/config.hpp"
#include "server/store/store.hpp"

namespace knead::server {

inline constexpr int kOk = 0, kFailed = 1, kUsage = 2, kBadInput = 3;

// What every command shares.
struct Context {
  std::FILE* out = stdout;
  std::FILE* err = stderr;
  std::string configFile;
  std::vector<Flag> flags;  // settings of the command line
  bool json = false;
  std::function<int()> command;  // of the subcommand that was named

  [[nodiscard]] Result<Config> config() const;
  // The configured one; brings it to this program's schema. `create`: makes it where it is not there.
  [[nodiscard]] Result<std::unique_ptr<Store>> openConfigured(const Config& config, bool create) const;
  void print(const std::string& text) const { std::fwrite(text.data(), 1, text.size(), out); }
  void note(const std::string& text) const { std::fwrite(text.data(), 1, text.size(), err); }
  int fail(const Error& error, int code = kBadInput) const;
};

// Where the store of the installed service is (packaging/systemd).
inline constexpr const char* kStoreOfService = "/var/lib/knead/board.db";
// Where the store is when nothing says otherwise: in the folder of the service that asks; that of the service for
// whoever may write it (root, and the service's user), so that commands see what is served; else in the user's data
// folder.
[[nodiscard]] std::string usualStore(const Environment& environment, const std::string& ofService = kStoreOfService);
// levels/ and assets/.
[[nodiscard]] Result<std::string> dataDirOf(const Config& config);

void addServe(const arguments::Command& app, Context& context);    // serve
void addSetup(const arguments::Command& app, Context& context);    // init, check-config, print-config, doctor
void addPlayers(const arguments::Command& app, Context& context);  // player ...
void addRuns(const arguments::Command& app, Context& context);     // run ..., board ..., flagged, audit, stats
void addUpkeep(const arguments::Command& app, Context& context);   // backup, restore, export, import, reverify

int runProgram(int argc, const char* const* argv, std::FILE* out, std::FILE* err);

}  // namespace knead::server
