#include "server/store/backup.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "core/file.hpp"
#include "server/store/open.hpp"
#include "server/store/private_file.hpp"
#include "server/store/sqlite.hpp"

namespace knead::server {
namespace {

namespace fs = std::filesystem;

constexpr int kBusyMs = 5000;
constexpr const char* kPartSuffix = ".part";

Error wrong(const std::string& path, std::string what) { return {path, "", std::move(what)}; }

template <class F>
auto guarded(const std::string& path, F&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& trouble) {
    return sql::sqliteFailure(path, trouble.getErrorCode(), trouble.what()).error();
  } catch (const std::exception& other) {
    return wrong(path, other.what());
  }
}

std::int64_t numberOf(SQLite::Database& database, const char* query) { return database.execAndGet(query).getInt64(); }

// Within a transaction of the caller's, where it matters.
BackedUp countsOf(SQLite::Database& database) {
  BackedUp out;
  out.players = numberOf(database, "SELECT COUNT(*) FROM player");
  out.runs = numberOf(database, "SELECT COUNT(*) FROM run");
  out.recordings = numberOf(database, "SELECT COUNT(*) FROM recording");
  out.audit = numberOf(database, "SELECT COUNT(*) FROM audit");
  out.schema =
      static_cast<int>(numberOf(database, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'schema_version'"));
  return out;
}

bool isStore(SQLite::Database& database) {
  return database.tableExists("meta") && database.tableExists("run") &&
         numberOf(database, "SELECT COUNT(*) FROM meta WHERE name = 'schema_version'") == 1;
}

// Makes a rename last through a power cut.
void flushFolderOf(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  (void)::fsync(file);
  (void)::close(file);
}

// A store that root puts back belongs to whoever had the one before, else to whoever has the folder.
void belongAs(const std::string& path, const std::string& before) {
  struct stat like {};
  const std::string folder = fs::path(path).parent_path().string();
  if (::stat(before.c_str(), &like) == 0) {
    (void)::chmod(path.c_str(), like.st_mode & 07777U);
  } else if (::stat(folder.empty() ? "." : folder.c_str(), &like) != 0) {
    return;
  }
  if (::geteuid() == 0) (void)!::chown(path.c_str(), like.st_uid, like.st_gid);
}

void removeWithLogs(const std::string& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(path + suffix, ignored);
}

struct Belonging {
  const char* query;  // how many lines are not as they should be
  const char* what;
  int fromSchema, toSchema = 1000;
};
constexpr Belonging kBelongings[] = {
    {"SELECT COUNT(*) FROM pragma_foreign_key_check", "lines point at lines that are not there", 1},
    {"SELECT COUNT(*) FROM run WHERE id NOT IN (SELECT run FROM recording)", "runs have lost their recordings", 1, 2},
    {"SELECT COUNT(*) FROM run WHERE recorded <> (id IN (SELECT run FROM recording))",
     "runs have lost their recordings, or have one that was let go", 3},
    {"SELECT COUNT(*) FROM best b LEFT JOIN run r ON r.id = b.run AND r.board = b.board AND r.player = b.player AND "
     "r.score = - b.minus_score AND r.received = b.received AND r.hidden = 0 WHERE r.id IS NULL",
     "lines of boards show no run", 1},
    {"SELECT COUNT(*) FROM board WHERE players <> (SELECT COUNT(*) FROM best WHERE best.board = board.id) OR "
     "runs <> (SELECT COUNT(*) FROM run WHERE run.board = board.id)",
     "boards have counted wrongly", 1},
    {"SELECT COUNT(*) FROM (SELECT board, bucket, players FROM tally EXCEPT SELECT board, (- minus_score) / 64, "
     "COUNT(*) FROM best GROUP BY 1, 2)",
     "buckets of scores have counted wrongly", 2},
    {"SELECT COUNT(*) FROM (SELECT board, (- minus_score) / 64 AS bucket FROM best EXCEPT SELECT board, bucket FROM "
     "tally)",
     "buckets of scores are missing", 2},
};

}  // namespace

Result<BackedUp> checkStoreFile(const std::string& path) {
  if (isPostgres(path))
    return wrong("PostgreSQL", "checks its own pages: see pg_amcheck, and data checksums (initdb --data-checksums)");
  if (!isThere(path)) return wrong(path, "is not there");
  return guarded(path, [&]() -> Result<BackedUp> {
    SQLite::Database database(path, SQLite::OPEN_READWRITE, kBusyMs);
    if (!isStore(database)) return wrong(path, "is a database, but not a store of Knead");
    database.exec("BEGIN");
    const std::string found = database.execAndGet("PRAGMA integrity_check(1)").getString();
    if (found != "ok") return wrong(path, "is damaged (" + found + "); keep it, and restore the last backup");
    BackedUp out = countsOf(database);
    if (out.schema > schemaWanted())
      return wrong(path, "found schema " + std::to_string(out.schema) + ", this program knows up to " +
                             std::to_string(schemaWanted()) + "; use the program that wrote it, or a newer one");
    for (const Belonging& one : kBelongings) {
      if (out.schema < one.fromSchema || out.schema > one.toSchema) continue;
      const std::int64_t count = numberOf(database, one.query);
      if (count != 0) return wrong(path, std::to_string(count) + " " + one.what + "; restore the last backup");
    }
    database.exec("COMMIT");
    out.bytes = static_cast<std::int64_t>(fs::file_size(path));
    return out;
  });
}

Result<BackedUp> backUp(const std::string& store, const std::string& to) {
  if (isPostgres(store))
    return wrong("PostgreSQL",
                 "is backed up by its own tools: pg_dump --format=custom --file=FILE ADDRESS, and back with pg_restore "
                 "--clean --dbname=ADDRESS FILE");
  if (!isThere(store)) return wrong(store, "is not there");
  if (isThere(to)) return wrong(to, "is there already; name a new file");
  const std::string part = to + kPartSuffix;
  removeWithLogs(part);
  Result<BackedUp> copied = guarded(store, [&]() -> Result<BackedUp> {
    SQLite::Database source(store, SQLite::OPEN_READWRITE, kBusyMs);
    if (!isStore(source)) return wrong(store, "is a database, but not a store of Knead");
    // What is counted and what is copied are one state: the copy is made inside the transaction that counts.
    source.exec("BEGIN");
    BackedUp counts = countsOf(source);
    return guarded(part, [&]() -> Result<BackedUp> {
      if (!makePrivate(part)) return wrong(part, std::string("cannot be written: ") + std::strerror(errno));
      SQLite::Database copy(part, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMs);
      {
        SQLite::Backup backup(copy, source);
        while (backup.executeStep(-1) != SQLITE_DONE) ::usleep(10'000);
      }
      // One file, without a log beside it.
      (void)copy.execAndGet("PRAGMA journal_mode = DELETE");
      return counts;
    });
  });
  if (!copied) {
    removeWithLogs(part);
    return copied;
  }
  Result<BackedUp> checked = checkStoreFile(part);
  if (checked) {
    BackedUp expected = copied.value();
    expected.bytes = checked.value().bytes;
    if (expected != checked.value()) checked = wrong(part, "the copy holds other numbers of lines than the store did");
  }
  std::error_code problem;
  if (checked) fs::rename(part, to, problem);
  if (checked && problem) checked = wrong(to, "cannot be made: " + problem.message());
  if (!checked) {
    removeWithLogs(part);
    return checked;
  }
  flushFolderOf(to);
  return checked;
}

Result<Restored> restore(const std::string& from, const std::string& to, bool replace) {
  if (isPostgres(to) || isPostgres(from))
    return wrong("PostgreSQL", "is restored by its own tool: pg_restore --clean --dbname=ADDRESS FILE");
  const Result<BackedUp> whole = checkStoreFile(from);
  if (!whole) return whole.error();
  Restored out;
  if (isThere(to)) {
    // Leaving the log is refused by SQLite while anybody else has the file open; and a file without a log can be moved.
    const Result<std::int64_t> runs = guarded(to, [&]() -> Result<std::int64_t> {
      SQLite::Database old(to, SQLite::OPEN_READWRITE, 200);
      const std::int64_t count = isStore(old) ? numberOf(old, "SELECT COUNT(*) FROM run") : 1;
      if (count > 0 && !replace) return count;
      if (old.execAndGet("PRAGMA journal_mode = DELETE").getString() != "delete") return std::int64_t{-1};
      return count;
    });
    const bool busy = runs ? runs.value() < 0 : runs.error().what.find("another program") != std::string::npos;
    if (busy) return wrong(to, "a server has this store open; stop it first");
    if (!replace && !runs)
      return wrong(to, "is there and cannot be read as a store (" + runs.error().what +
                           "); say that it is to be replaced, and it is kept beside the new one");
    if (!replace && runs.value() > 0)
      return wrong(to, "holds runs or something else already (" + std::to_string(runs.value()) +
                           "); say that it is to be replaced, and it is kept beside the new one");
    const std::string first = to + ".replaced";
    out.kept = first;
    for (int i = 2; isThere(out.kept); ++i) out.kept = first + "." + std::to_string(i);
    std::error_code problem;
    fs::rename(to, out.kept, problem);
    if (problem) return wrong(to, "cannot be moved: " + problem.message());
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
      if (isThere(to + suffix)) fs::rename(to + suffix, out.kept + suffix, problem);
    }
  }
  Result<BackedUp> done = backUp(from, to);
  if (!done) {
    std::error_code ignored;
    if (!out.kept.empty()) {
      for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        if (isThere(out.kept + suffix)) fs::rename(out.kept + suffix, to + suffix, ignored);
      }
    }
    return done.error();
  }
  belongAs(to, out.kept);
  out.what = done.value();
  return out;
}

}  // namespace knead::server
