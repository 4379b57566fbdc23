#include "server/admin/admin.hpp"

#include <cstdlib>

#include "server/pages/layout.hpp"

namespace knead::server::admin {

int withStore(Context& context, const std::function<Result<Done>(Store&)>& work, bool create) {
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  const auto store = context.openConfigured(config.value(), create);
  if (!store) return context.fail(store.error());
  const auto done = work(*store.value());
  return done ? kOk : context.fail(done.error(), kFailed);
}

AuditRow lineOf(const std::string& action, const std::string& reason) {
  const char* user = std::getenv("SUDO_USER");
  if (user == nullptr) user = std::getenv("USER");
  return {systemNow(), user != nullptr ? user : "unknown", action, {}, reason};
}

Result<board::PublicKey> playerOf(const std::string& key) {
  const auto read = board::fromHex<32>(key);
  if (!read) return Error{"player", "", "\"" + key + "\" is not a key of 64 digits; the player's page shows it"};
  return *read;
}

Result<board::Hash256> runOf(const std::string& id) {
  const auto read = board::fromHex<32>(id);
  if (!read) return Error{"run", "", "\"" + id + "\" is not a name of 64 digits; the run's page shows it"};
  return *read;
}

std::string lineOf(const RunRow& run) {
  std::string out = board::hexOf(run.id) + "  " + std::to_string(run.score) + " points, " + std::to_string(run.stars) +
                    " stars  " + pages::timeText(run.received) + "  " + run.board + "  player " +
                    board::hexOf(run.player).substr(0, 12);
  if (run.hidden) out += "  HIDDEN";
  if (!run.flag.empty()) out += "  [" + run.flag + "]";
  return out;
}

}  // namespace knead::server::admin
