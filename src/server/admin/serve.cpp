// knead-server serve: runs until it is asked to stop, and says in one line each what whoever runs it wants to know.
#include <csignal>

#include <atomic>
#include <thread>

#include "server/program.hpp"
#include "server/running.hpp"

namespace knead::server {
namespace {

std::atomic<bool> askedToStop{false};
void onSignal(int) { askedToStop = true; }

int serve(Context& context) {
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  const auto data = dataDirOf(config.value());
  if (!data) return context.fail(data.error());
  auto store = context.openConfigured(config.value(), true);
  if (!store) return context.fail(store.error());
  const std::string where = store.value()->describe();
  auto running = Running::start(config.value(), data.value(), std::move(store).value());
  if (!running) return context.fail(running.error());
  Running& server = *running.value();
  std::signal(SIGTERM, onSignal);
  std::signal(SIGINT, onSignal);
  std::signal(SIGPIPE, SIG_IGN);
  const std::string address =
      config.value().listen.find(':') == std::string::npos ? config.value().listen : "[" + config.value().listen + "]";
  context.print("Knead board \"" + config.value().name + "\" " + board::hexOf(server.secrets().id) + "\n");
  context.print("levels: " + std::to_string(server.levels()) + ", rules " + std::to_string(sim::kRulesVersion) +
                ", store: " + where + "\n");
  context.print("listening on http://" + address + ":" + std::to_string(server.port()) + "/\n");
  std::fflush(context.out);
  constexpr Ms kTokensFor = 2 * kDayMs;
  constexpr auto kPause = std::chrono::milliseconds(200);
  Ms tidied = 0;
  while (!askedToStop) {
    // Judging again goes on only as long as nothing else does.
    const bool quiet = server.metrics().queued.load() == 0;
    if (!quiet || server.judgeSome() == 0) std::this_thread::sleep_for(kPause);
    // A few of them between two pauses, however busy it is: a full disk would stop everything.
    if (const auto done = server.letSomeRecordingsGo(); !done)
      context.note("knead-server: old recordings: " + done.error().text() + "\n");
    const Ms now = systemNow();
    if (now - tidied < kDayMs / 24) continue;
    tidied = now;
    if (const auto done = server.store().forgetTokensBefore(now - kTokensFor); !done)
      context.note("knead-server: " + done.error().text() + "\n");
  }
  context.print("stopping: no more comes in, what is inside is answered\n");
  std::fflush(context.out);
  server.stop();
  context.print("stopped\n");
  return kOk;
}

}  // namespace

void addServe(const arguments::Command& app, Context& context) {
  const arguments::Command command = app.add("serve", "Run the board until SIGTERM or Ctrl+C");
  command.does([&context] { context.command = [&context] { return serve(context); }; });
}

}  // namespace knead::server
