// A database that many servers share (PostgreSQL, or what speaks its protocol): a few connections, made when they are
// needed and made again when they break. Knows nothing of boards.
#pragma once

#include <memory>

#include "server/store/sql.hpp"

namespace knead::server::sql {

struct PostgresOptions {
  int connections = 8;  // at most, of this process
};

// `where` is a connection URI, "postgresql://user@host/database". Throws `Failure` where no connection can be made.
[[nodiscard]] std::unique_ptr<Database> openPostgres(const std::string& where, const PostgresOptions& options);

}  // namespace knead::server::sql
