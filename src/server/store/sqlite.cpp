#include "server/store/sqlite.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

#include "server/store/private_file.hpp"

namespace knead::server::sql {
namespace {

// PostgreSQL's words in SQLite's. Rows need no locks of their own: there is one writer.
std::string spelled(std::string_view sql) {
  std::string out(sql);
  out = replaced(std::move(out), " FOR UPDATE SKIP LOCKED", "");
  out = replaced(std::move(out), " FOR UPDATE", "");
  out = replaced(std::move(out), "BYTEA", "BLOB");
  out = replaced(std::move(out), "BIGINT", "INTEGER");
  if (out.starts_with("CREATE TABLE")) out += " STRICT";
  return out;
}

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(std::string path, int flags, int waitMs) : m_path(std::move(path)), m_db(m_path, flags, waitMs) {}

  void execute(std::string_view sql) override {
    guarded([&] { m_db.exec(spelled(sql)); });
  }
  bool hasTable(const std::string& name) override {
    return rows("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = ?1", {name})[0].number(0) != 0;
  }
  std::int64_t tables() override {
    return rows("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'")[0].number(0);
  }
  // The first column of the first row.
  std::string pragma(const std::string& what) {
    std::string out;
    guarded([&] { out = m_db.execAndGet(what).getString(); });
    return out;
  }
  [[nodiscard]] bool isReadOnly() { return sqlite3_db_readonly(m_db.getHandle(), "main") == 1; }

  template <class F>
  void guarded(F&& work) {
    try {
      work();
    } catch (const SQLite::Exception& trouble) {
      throw sqliteFailure(m_path, trouble.getErrorCode(), trouble.what());
    }
  }

 protected:
  Answer run(std::string_view sql, Params params) override {
    Answer out;
    guarded([&] {
      SQLite::Statement& statement = prepared(sql);
      // A statement that stays open would keep its transaction open.
      const struct Closer {
        SQLite::Statement& of;
        ~Closer() { (void)of.tryReset(); }
      } closer{statement};
      int at = 0;
      for (const Param& param : params) bind(statement, ++at, param);
      while (statement.executeStep()) out.rows.push_back(rowOf(statement));
      out.changed = statement.getChanges();
    });
    return out;
  }

 private:
  SQLite::Statement& prepared(std::string_view sql) {
    const auto found = m_statements.find(sql);
    if (found != m_statements.end()) return found->second;
    return m_statements.emplace(std::string(sql), SQLite::Statement(m_db, spelled(sql))).first->second;
  }
  static void bind(SQLite::Statement& statement, int at, const Param& param) {
    const Param::Content& content = param.content();
    if (const auto* number = std::get_if<std::int64_t>(&content)) {
      statement.bind(at, *number);
    } else if (const auto* text = std::get_if<std::string_view>(&content)) {
      statement.bind(at, std::string(*text));
    } else if (const auto* bytes = std::get_if<std::span<const std::uint8_t>>(&content)) {
      // No bytes are not nothing: a null pointer would bind NULL.
      const void* data = bytes->empty() ? static_cast<const void*>("") : bytes->data();
      statement.bindNoCopy(at, data, static_cast<int>(bytes->size()));
    } else {
      statement.bind(at);
    }
  }
  static Row rowOf(SQLite::Statement& statement) {
    std::vector<Row::Value> values;
    for (int i = 0; i < statement.getColumnCount(); ++i) {
      const SQLite::Column column = statement.getColumn(i);
      if (column.isInteger()) {
        values.emplace_back(column.getInt64());
      } else if (column.isText()) {
        values.emplace_back(column.getString());
      } else if (column.isBlob()) {
        const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
        values.emplace_back(data == nullptr ? board::Bytes{} : board::Bytes(data, data + column.getBytes()));
      } else {
        values.emplace_back(std::monostate{});
      }
    }
    return Row(std::move(values));
  }

  std::string m_path;
  SQLite::Database m_db;
  std::map<std::string, SQLite::Statement, std::less<>> m_statements;
};

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(std::string path, const SqliteOptions& options)
      : m_path(std::move(path)),
        m_waitMs(options.waitMs),
        m_writer(opened(SQLite::OPEN_READWRITE | (options.create ? SQLite::OPEN_CREATE : 0))) {
    if (m_writer->isReadOnly()) throw sqliteFailure(m_path, SQLITE_READONLY, "");
    // Only where somebody asks for it does reading the first page tell a database from any other file.
    if (beginLog() != "wal")
      throw Failure(Failure::Kind::Final,
                    {m_path, "",
                     "SQLite cannot keep its log beside this file; it must lie on a disk of this machine, not on the "
                     "network"});
    m_writer->execute("PRAGMA synchronous = FULL");
    // What the log has once grown to is given back to the disk.
    (void)m_writer->pragma("PRAGMA journal_size_limit = 67108864");
    if (options.mostBytes > 0) {
      const std::int64_t pages = options.mostBytes / std::max(1LL, std::stoll(m_writer->pragma("PRAGMA page_size")));
      (void)m_writer->pragma("PRAGMA max_page_count = " + std::to_string(std::max<std::int64_t>(1, pages)));
    }
    for (int i = 0; i < std::max(1, options.readers); ++i) {
      m_free.push_back(opened(SQLite::OPEN_READWRITE));
      m_free.back()->execute("PRAGMA query_only = ON");
    }
  }

  std::string describe() const override { return "SQLite " + std::string(SQLite::getLibVersion()) + ", " + m_path; }

 protected:
  void transaction(Mode mode, const Work& work) override {
    if (mode == Mode::Read) {
      const Borrowed reader(*this);
      within(*reader.connection, "BEGIN", work);
      return;
    }
    const std::lock_guard lock(m_writing);
    within(*m_writer, mode == Mode::Alone ? "BEGIN EXCLUSIVE" : "BEGIN IMMEDIATE", work);
  }

 private:
  // Where several make a file theirs at the same moment, each may read it while it wants it alone, and SQLite gives one
  // of them up without waiting.
  std::string beginLog() {
    constexpr auto kPause = std::chrono::milliseconds(5);
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(m_waitMs);
    for (;;) {
      try {
        return m_writer->pragma("PRAGMA journal_mode = WAL");
      } catch (const Failure& failure) {
        if (failure.kind() != Failure::Kind::Again || std::chrono::steady_clock::now() > until) throw;
      }
      std::this_thread::sleep_for(kPause);
    }
  }

  using Held = std::unique_ptr<SqliteConnection>;

  struct Borrowed {
    explicit Borrowed(SqliteDatabase& from) : owner(from) {
      std::unique_lock lock(owner.m_reading);
      owner.m_returned.wait(lock, [this] { return !owner.m_free.empty(); });
      connection = std::move(owner.m_free.back());
      owner.m_free.pop_back();
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    ~Borrowed() {
      {
        const std::lock_guard lock(owner.m_reading);
        owner.m_free.push_back(std::move(connection));
      }
      owner.m_returned.notify_one();
    }
    SqliteDatabase& owner;
    Held connection;
  };

  Held opened(int flags) const {
    // Where it is there already, or cannot be made, SQLite says what it says.
    if ((flags & SQLite::OPEN_CREATE) != 0) (void)makePrivate(m_path);
    try {
      auto out = std::make_unique<SqliteConnection>(m_path, flags, m_waitMs);
      out->execute("PRAGMA foreign_keys = ON");
      out->execute("PRAGMA trusted_schema = OFF");
      return out;
    } catch (const SQLite::Exception& trouble) {
      throw sqliteFailure(m_path, trouble.getErrorCode(), trouble.what());
    }
  }
  static void within(SqliteConnection& connection, std::string_view begin, const Work& work) {
    (void)connection.rows(begin);
    try {
      work(connection);
      (void)connection.rows("COMMIT");
    } catch (...) {
      try {
        (void)connection.rows("ROLLBACK");
      } catch (const Failure&) {  // SQLite has rolled back by itself
      }
      throw;
    }
  }

  std::string m_path;
  int m_waitMs;
  Held m_writer;
  std::mutex m_writing;
  std::vector<Held> m_free;
  std::mutex m_reading;
  std::condition_variable m_returned;
};

std::string folderOf(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

Failure sqliteFailure(const std::string& path, int code, const std::string& message) {
  const auto say = [&path](std::string what) { return Failure(Failure::Kind::Final, {path, "", std::move(what)}); };
  std::error_code ignored;
  switch (code & 0xFF) {
    case SQLITE_NOTADB: return say("is not an SQLite database, so it is no store; nothing in it was changed");
    case SQLITE_CORRUPT:
      return say("is damaged (" + message + "); stop the server, keep the file, and restore the last backup");
    case SQLITE_FULL: return say("the disk is full, or the store has reached its limit; nothing was written");
    case SQLITE_READONLY:
    case SQLITE_PERM: return say("cannot be written; check who owns the file and its folder (" + folderOf(path) + ")");
    case SQLITE_CANTOPEN:
      if (std::filesystem::is_directory(path, ignored)) return say("is a folder; name a file in it");
      if (!std::filesystem::is_directory(folderOf(path), ignored))
        return say("the folder " + folderOf(path) + " is not there; make it first");
      if (!std::filesystem::exists(path, ignored))
        return say("cannot be made; check who owns the folder " + folderOf(path));
      return say("cannot be opened; check who owns the file and its folder (" + folderOf(path) + ")");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Failure::Kind::Again,
              {path, "", "another program has been writing in it for too long; end it, or try again"}};
    case SQLITE_IOERR: return say("the disk reports an error (" + message + "); nothing was written");
    default: return say("SQLite says: " + message);
  }
}

std::unique_ptr<Database> openSqlite(const std::string& path, const SqliteOptions& options) {
  return std::make_unique<SqliteDatabase>(path, options);
}

}  // namespace knead::server::sql
