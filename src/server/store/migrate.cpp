#include "server/store/migrate.hpp"

#include <algorithm>
#include <charconv>

#include "server/store/schema.hpp"

namespace knead::server::sql {
namespace {

[[noreturn]] void refuse(const Database& database, std::string what) {
  throw Failure(Failure::Kind::Final, {database.describe(), "", std::move(what)});
}

int schemaWithin(const Database& database, Connection& connection) {
  if (!connection.hasTable("meta")) {
    if (connection.tables() == 0) return 0;
    refuse(database, "holds tables of another program; give Knead a file, a database or a schema of its own");
  }
  const Rows rows = connection.rows("SELECT value FROM meta WHERE name = 'schema_version'");
  int schema = 0;
  if (!rows.empty()) {
    const std::string& text = rows[0].text(0);
    (void)std::from_chars(text.data(), text.data() + text.size(), schema);
  }
  if (schema < 1) refuse(database, "holds a table \"meta\" that is not Knead's; it is a store of another program");
  if (schema > newestSchema())
    refuse(database, "found schema " + std::to_string(schema) + ", this program knows up to " +
                         std::to_string(newestSchema()) + "; use the program that wrote it, or a newer one");
  return schema;
}

void take(Connection& connection, int from, int to) {
  const Step& step = steps()[static_cast<std::size_t>(std::max(from, to) - 1)];
  if (to > from) {
    for (const std::string_view sql : step.up) connection.execute(sql);
  } else {
    for (const std::string_view sql : step.down) connection.execute(sql);
  }
  if (to == 0) return;
  (void)connection.change(
      "INSERT INTO meta (name, value) VALUES ('schema_version', ?1) ON CONFLICT (name) DO UPDATE SET value = "
      "excluded.value",
      {std::to_string(to)});
}

}  // namespace

Result<int> schemaOf(Database& database) {
  return database.read([&](Connection& connection) { return schemaWithin(database, connection); });
}

Result<Moved> migrate(Database& database, int to, const BeforeMoving& before) {
  if (to < 0 || to > newestSchema())
    return Error{database.describe(), "",
                 "found schema " + std::to_string(to) + ", allowed: 0 to " + std::to_string(newestSchema())};
  const Result<int> start = schemaOf(database);
  if (!start) return start.error();
  Moved moved{start.value(), start.value()};
  while (moved.to != to) {
    const bool first = moved.to == moved.from;
    // Others may have moved it since: what counts is what stands there now that nobody else can.
    const Result<int> now = database.alone([&](Connection& connection) {
      const int at = schemaWithin(database, connection);
      if (at == to) return at;
      if (to == 0 && !connection.rows("SELECT 1 FROM run LIMIT 1").empty())
        refuse(database, "still holds runs, which would be lost; move them elsewhere first");
      if (first && at > 0 && before) {
        const Result<std::string> kept = before(at, to);
        if (!kept) throw Failure(Failure::Kind::Final, kept.error());
      }
      const int next = at < to ? at + 1 : at - 1;
      take(connection, at, next);
      return next;
    });
    if (!now) return now.error();
    moved.to = now.value();
  }
  return moved;
}

}  // namespace knead::server::sql
