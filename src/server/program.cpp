#include "server/program.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "arguments/command.hpp"
#include "core/guarded.hpp"
#include "level/catalogue.hpp"
#include "server/store/open.hpp"

namespace knead::server {

std::string usualStore(const Environment& environment, const std::string& ofService) {
  // systemd says where the state of a service belongs.
  if (const auto state = environment("STATE_DIRECTORY"); state && !state->empty()) return *state + "/board.db";
  if (access(ofService.c_str(), R_OK | W_OK) == 0) return ofService;
  if (const auto xdg = environment("XDG_DATA_HOME"); xdg && !xdg->empty() && xdg->front() == '/')
    return *xdg + "/knead-server/board.db";
  if (const auto home = environment("HOME"); home && !home->empty())
    return *home + "/.local/share/knead-server/board.db";
  return ofService;
}

Result<std::string> dataDirOf(const Config& config) {
  return level::findDataDir(config.dataDir, {KNEAD_INSTALL_DATA_DIR, KNEAD_SOURCE_DATA_DIR});
}

namespace {

std::optional<std::string> fromSystem(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

// What it means, the words it takes, what it is if nothing says otherwise, and its name in the environment.
std::string helpOf(const Setting& setting) {
  std::string out(setting.help);
  const char* before = ": ";
  for (const std::string_view word : setting.words) {
    out += before + std::string(word);
    before = ", ";
  }
  const std::string usual = get(Config(), setting);
  if (!usual.empty()) out += "; usually " + usual;
  return out + " (" + environmentName(setting.name) + ")";
}

std::string dashed(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = c == '_' ? '-' : c;
  return out;
}

}  // namespace

Result<Config> Context::config() const {
  auto read = readConfig(configFile, fromSystem, flags);
  if (read && read.value().store.empty()) read.value().store = usualStore(fromSystem);
  return read;
}

Result<std::unique_ptr<Store>> Context::openConfigured(const Config& config, bool create) const {
  OpenOptions options;
  options.create = create;
  options.connections = config.storeConnections;
  options.say = [this](const std::string& what) { note(what + "\n"); };
  if (!isPostgres(config.store)) {
    std::error_code problem;
    // A command on the wrong file would say yes to whatever it was asked.
    if (!create && !std::filesystem::exists(config.store, problem))
      return Error{config.store, "",
                   "is not there; name the store with --store or --config, or make one with knead-server init"};
    std::filesystem::create_directories(std::filesystem::path(config.store).parent_path(), problem);
  }
  return openStore(config.store, options);
}

int Context::fail(const Error& error, int code) const {
  note("knead-server: " + error.text() + "\n");
  return code;
}

namespace {

int run(int argc, const char* const* argv, std::FILE* out, std::FILE* err) {
  Context context;
  context.out = out;
  context.err = err;
  arguments::Program program("knead-server", KNEAD_VERSION,
                             "Boards for Knead: plays every run again and keeps what came out.");
  const arguments::Command top = program.top();
  top.commands(1, 1);
  top.value("--config", context.configFile, "File of settings (JSON); see print-config");
  top.flag("--json", context.json, "Answers as JSON where there are any");
  for (const Setting& setting : settings()) {
    const std::string name(setting.name);
    top.value(
           "--" + dashed(setting.name),
           [&context, name](const std::string& value) {
             context.flags.push_back({name, value});
           },
           helpOf(setting))
        .group("Settings");
  }
  program.footer(
      "Exit codes: 0 ok, 1 failed (of backup, restore and schema the store, too), 2 usage, 3 bad settings or a store "
      "that cannot be opened.");
  for (const auto add : {addServe, addSetup, addPlayers, addRuns, addUpkeep}) add(top, context);
  if (const auto code = program.ended(argc, argv, out, err, kUsage)) return *code;
  const int code = context.command ? context.command() : kUsage;
  return std::fflush(out) == 0 ? code : kFailed;
}

}  // namespace

int runProgram(int argc, const char* const* argv, std::FILE* out, std::FILE* err) {
  return guarded(
      kFailed, [err](const char* what) { std::fprintf(err, "knead-server: %s\n", what); },
      [&] { return run(argc, argv, out, err); });
}

}  // namespace knead::server
