// knead-server player ...: ban, unban, rename, show, delete.

#include "server/admin/admin.hpp"
#include "server/names.hpp"

namespace knead::server {
namespace {

struct PlayersOptions {
  std::string key, name, reason;
};

Result<Done> show(const Context& context, Store& store, const board::PublicKey& key) {
  const auto player = store.player(key);
  if (!player) return player.error();
  const auto runs = store.runsOf(key, 100);
  if (!runs) return runs.error();
  if (!player.value()) return Error{"player", board::hexOf(key), "was never here"};
  if (context.json) {
    api::Json out = api::jsonOf(*player.value());
    out["banned"] = player.value()->banned;
    for (const RunRow& run : runs.value()) out["runs"].push_back(api::jsonOf(run));
    context.print(out.dump(2) + "\n");
    return Done{};
  }
  context.print("name: " + player.value()->name + (player.value()->banned ? "  BANNED" : "") + "\n");
  for (const RunRow& run : runs.value()) context.print(admin::lineOf(run) + "\n");
  return Done{};
}

// A mistyped key is nobody: what is done to it would be written down and done to no one.
Result<Done> isHere(Store& store, const board::PublicKey& key) {
  const auto player = store.player(key);
  if (!player) return player.error();
  return player.value() ? Result<Done>(Done{}) : Error{"player", board::hexOf(key), "was never here"};
}

}  // namespace

void addPlayers(const arguments::Command& app, Context& context) {
  auto options = std::make_shared<PlayersOptions>();
  const arguments::Command group = app.add("player", "Look at players, ban, rename or delete them");
  group.commands(1, 1);
  using Work = std::function<Result<Done>(Store&, const board::PublicKey&)>;
  const auto add = [&](const char* name, const char* help, bool asksReason, const Work& work) {
    const arguments::Command command = group.add(name, help);
    command.value("key", options->key, "The player's public key, 64 digits").required();
    if (asksReason) command.value("--reason", options->reason, "For the audit log").required();
    command.does([&context, options, work] {
      context.command = [&context, options, work] {
        const auto key = admin::playerOf(options->key);
        if (!key) return context.fail(key.error(), kUsage);
        return admin::withStore(context, [&](Store& store) { return work(store, key.value()); });
      };
    });
    return command;
  };
  add("show", "Name and runs", false,
      [&context](Store& store, const board::PublicKey& key) { return show(context, store, key); });
  add("ban", "Take this key's runs off all boards and take no more", true,
      [options](Store& store, const board::PublicKey& key) {
        return store.ban(key, true, admin::lineOf("ban", options->reason));
      });
  add("unban", "Take a ban back", true, [options](Store& store, const board::PublicKey& key) {
    return store.ban(key, false, admin::lineOf("unban", options->reason));
  });
  const arguments::Command rename =
      add("rename", "Give a player another name", true,
          [options](Store& store, const board::PublicKey& key) -> Result<Done> {
            const auto name = readName(options->name);
            if (!name) return name.error();
            if (auto here = isHere(store, key); !here) return here;
            const auto done = store.rename(key, name.value().shown, name.value().skeleton, systemNow(),
                                           admin::lineOf("rename", options->reason));
            if (!done) return done.error();
            if (!done.value()) return Error{"name", options->name, "somebody else has it, or one that looks like it"};
            return Done{};
          });
  rename.value("name", options->name, "The new name").required();
  add("delete", "Take away the player, their runs and recordings for good", true,
      [options](Store& store, const board::PublicKey& key) -> Result<Done> {
        if (auto here = isHere(store, key); !here) return here;
        return store.forget(key, admin::lineOf("delete", options->reason));
      });
}

}  // namespace knead::server
