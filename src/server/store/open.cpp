#include "server/store/open.hpp"

#include <filesystem>

#include "server/store/backup.hpp"
#include "server/store/migrate.hpp"
#include "server/store/postgres.hpp"
#include "server/store/schema.hpp"
#include "server/store/sql_store.hpp"
#include "server/store/sqlite.hpp"

namespace knead::server {
namespace {

Result<std::unique_ptr<sql::Database>> openDatabase(const std::string& where, const OpenOptions& options) {
  if (where.empty()) return Error{"store", "", "no place is named; name a file, or postgresql://..."};
  try {
    if (isPostgres(where)) return sql::openPostgres(where, {options.connections});
    return sql::openSqlite(where, {options.readers, options.mostBytes, options.create, options.waitMs});
  } catch (const sql::Failure& failure) {
    return failure.error();
  } catch (const std::exception& other) {
    return Error{isPostgres(where) ? "PostgreSQL" : where, "", other.what()};
  }
}

// A name beside the file that nobody uses yet: "board.db.schema-1", "board.db.schema-1.2", ...
std::string nameOfCopy(const std::string& path, int schema) {
  const std::string first = path + ".schema-" + std::to_string(schema);
  std::string name = first;
  std::error_code ignored;
  for (int i = 2; std::filesystem::exists(name, ignored); ++i) name = first + "." + std::to_string(i);
  return name;
}

Result<sql::Moved> moved(sql::Database& database, const std::string& where, int schema, const OpenOptions& options) {
  std::string copy;
  const auto keep = [&](int from, int /*to*/) -> Result<std::string> {
    if (isPostgres(where)) return std::string();
    copy = nameOfCopy(where, from);
    const Result<BackedUp> done = backUp(where, copy);
    if (!done) return done.error();
    return copy;
  };
  Result<sql::Moved> out = sql::migrate(database, schema, keep);
  if (out && options.say && out.value().from != 0 && out.value().from != out.value().to) {
    options.say("The store had schema " + std::to_string(out.value().from) + " and has " +
                std::to_string(out.value().to) + " now" +
                (copy.empty() ? "." : "; as it was before it is kept in " + copy + "."));
  }
  return out;
}

}  // namespace

bool isPostgres(const std::string& where) {
  return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

int schemaWanted() { return sql::newestSchema(); }

Result<std::unique_ptr<Store>> openStore(const std::string& where, const OpenOptions& options) {
  Result<std::unique_ptr<sql::Database>> database = openDatabase(where, options);
  if (!database) return database.error();
  const Result<sql::Moved> ready = moved(*database.value(), where, sql::newestSchema(), options);
  if (!ready) return ready.error();
  return std::unique_ptr<Store>(std::make_unique<SqlStore>(std::move(database).value()));
}

Result<int> moveStore(const std::string& where, int schema, const OpenOptions& options) {
  OpenOptions existing = options;
  existing.create = false;
  const Result<std::unique_ptr<sql::Database>> database = openDatabase(where, existing);
  if (!database) return database.error();
  const Result<sql::Moved> done = moved(*database.value(), where, schema, options);
  if (!done) return done.error();
  return done.value().from;
}

}  // namespace knead::server
