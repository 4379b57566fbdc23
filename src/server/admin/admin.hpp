// What the commands of whoever runs the server share: a store to work on, who says so, and lists as lines or JSON.
#pragma once

#include "server/api/words.hpp"
#include "server/clock.hpp"
#include "server/program.hpp"

namespace knead::server::admin {

// Runs `work` on the configured store, which has to be there unless it is to be made; tells what goes wrong.
[[nodiscard]] int withStore(Context& context, const std::function<Result<Done>(Store&)>& work, bool create = false);
// A line for the audit log, by the user who runs the command.
[[nodiscard]] AuditRow lineOf(const std::string& action, const std::string& reason);
[[nodiscard]] Result<board::PublicKey> playerOf(const std::string& key);
[[nodiscard]] Result<board::Hash256> runOf(const std::string& id);
// One line for a person.
[[nodiscard]] std::string lineOf(const RunRow& run);

}  // namespace knead::server::admin
