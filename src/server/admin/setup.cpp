// knead-server init, check-config, print-config, doctor: before a server runs, and when it does not.
#include <sys/resource.h>
#include <sys/statvfs.h>

#include <filesystem>

#include "board/levels.hpp"
#include "core/file.hpp"
#include "server/program.hpp"
#include "server/running.hpp"
#include "server/store/open.hpp"

namespace knead::server {
namespace {

int init(Context& context, const std::string& file) {
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  if (std::filesystem::exists(file))
    return context.fail({file, "", "is there already; it is not overwritten. Change it, or name another file"});
  std::error_code problem;
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, problem);
  const std::string text = asFile(config.value());
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  const auto wrote = writeWholeFileSafely(file, bytes);
  if (!wrote) return context.fail(wrote.error());
  auto store = context.openConfigured(config.value(), true);
  if (!store) return context.fail(store.error());
  const auto secrets = readSecrets(*store.value());
  if (!secrets) return context.fail(secrets.error());
  context.print("settings: " + file + "\nstore: " + store.value()->describe() + "\nboard: " +
                board::hexOf(secrets.value().id) + "\nrun it with: knead-server serve --config " + file + "\n");
  return kOk;
}

int checkConfig(Context& context) {
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  const auto data = dataDirOf(config.value());
  if (!data) return context.fail(data.error());
  context.print("the settings are right\n");
  return kOk;
}

int printConfig(Context& context) {
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  context.print(asFile(config.value()));
  return kOk;
}

struct Finding {
  bool ok = true;
  std::string what;
};

Finding diskOf(const std::string& store) {
  struct statvfs disk {};
  const std::string folder = std::filesystem::path(store).parent_path().string();
  if (statvfs(folder.empty() ? "." : folder.c_str(), &disk) != 0)
    return {false, "disk: " + folder + " cannot be looked at"};
  constexpr std::uint64_t kLeast = 256ULL << 20U;
  const std::uint64_t left = static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
  const std::string words = "disk: " + std::to_string(left >> 20U) + " MiB left for " + folder;
  return {left >= kLeast, left >= kLeast ? words : words + "; make room, a run takes about 15 kB"};
}

Finding handlesOf(const Config& config) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  const auto wanted = static_cast<rlim_t>(config.connections + config.storeConnections + 64);
  const std::string words = "file handles: " + std::to_string(limit.rlim_cur) + ", wanted for " +
                            std::to_string(config.connections) + " connections: " + std::to_string(wanted);
  return {limit.rlim_cur >= wanted, limit.rlim_cur >= wanted ? words : words + "; raise LimitNOFILE or ulimit -n"};
}

int doctor(Context& context) {
  std::vector<Finding> findings;
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  findings.push_back({true, "settings: right"});
  const auto data = dataDirOf(config.value());
  findings.push_back(data ? Finding{true, "data: " + data.value()} : Finding{false, "data: " + data.error().text()});
  if (data) {
    const auto levels = board::Levels::read(data.value(), config.value().packs);
    findings.push_back(levels ? Finding{true, "levels: " + std::to_string(levels.value()->all().size()) + " read"}
                              : Finding{false, "levels: " + levels.error().text()});
    const bool pages = std::filesystem::exists(data.value() + "/assets/web/site.css");
    findings.push_back(
        {pages, pages ? "pages: there"
                      : "pages: " + data.value() + "/assets/web/site.css is missing; install the data again"});
    const bool wasm = std::filesystem::exists(data.value() + "/assets/web/knead.wasm");
    findings.push_back({true, wasm ? "runs in the browser: played again there"
                                   : "runs in the browser: drawn as a time line (no knead.wasm)"});
  }
  const auto store = context.openConfigured(config.value(), false);
  findings.push_back(store ? Finding{true, "store: " + store.value()->describe()}
                           : Finding{false, "store: " + store.error().text()});
  if (store) {
    const auto probe = store.value()->probe();
    findings.push_back(probe ? Finding{true, "store: can be written"}
                             : Finding{false, "store: " + probe.error().text()});
  }
  if (!isPostgres(config.value().store)) findings.push_back(diskOf(config.value().store));
  findings.push_back(handlesOf(config.value()));
  bool ok = true;
  for (const Finding& finding : findings) {
    context.print(std::string(finding.ok ? "ok    " : "WRONG ") + finding.what + "\n");
    ok = ok && finding.ok;
  }
  return ok ? kOk : kFailed;
}

}  // namespace

void addSetup(const arguments::Command& app, Context& context) {
  auto file = std::make_shared<std::string>("knead-server.json");
  const arguments::Command first = app.add("init", "Write a file of settings and make the store");
  first.value("file", *file, "The file (default knead-server.json)");
  first.does([&context, file] { context.command = [&context, file] { return init(context, *file); }; });
  const auto add = [&app, &context](const char* name, const char* help, int (*run)(Context&)) {
    const arguments::Command command = app.add(name, help);
    command.does([&context, run] { context.command = [&context, run] { return run(context); }; });
  };
  add("check-config", "Say whether the settings are right", checkConfig);
  add("print-config", "Print all settings as they come out of file, environment and command line", printConfig);
  add("doctor", "Look at everything a server needs and say what is wrong", doctor);
}

}  // namespace knead::server
