#include "profile/database.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "profile/aside.hpp"
#include "profile/schema.hpp"

namespace knead::profile {

OpenedDatabase::OpenedDatabase() = default;
OpenedDatabase::OpenedDatabase(OpenedDatabase&&) noexcept = default;
OpenedDatabase& OpenedDatabase::operator=(OpenedDatabase&&) noexcept = default;
OpenedDatabase::~OpenedDatabase() = default;

namespace {

using Handle = std::unique_ptr<SQLite::Database>;

constexpr int kBusyMs = 5000;  // another program of the same player may be writing
constexpr int kTries = 50, kTryUs = 100000;

int numberOf(SQLite::Database& database, const char* pragma) { return database.execAndGet(pragma).getInt(); }

bool isDamage(int code) { return code == SQLITE_CORRUPT || code == SQLITE_NOTADB; }
bool isReadOnly(int code) { return code == SQLITE_READONLY || code == SQLITE_CANTOPEN || code == SQLITE_PERM; }
bool isBusy(int code) { return code == SQLITE_BUSY || code == SQLITE_LOCKED; }

// Changing a file to a write-ahead log wants it alone for a moment, and does not wait for that by itself.
void useLog(SQLite::Database& database) {
  for (int left = kTries;; --left) {
    try {
      database.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& problem) {
      if (!isBusy(problem.getErrorCode()) || left == 0) throw;
      ::usleep(kTryUs);
    }
  }
}

// Each step with its number in one transaction: a file is never between two. Another program that has just done the
// same is seen by the number, which is read again inside.
void migrate(SQLite::Database& database, int upTo = kSchemaVersion) {
  while (numberOf(database, "PRAGMA user_version") < upTo) {
    SQLite::Transaction step(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = numberOf(database, "PRAGMA user_version");
    if (version >= upTo) return;
    if (version == 0) database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    database.exec(kMigrations[static_cast<std::size_t>(version)]);
    database.exec("PRAGMA user_version = " + std::to_string(version + 1));
    step.commit();
  }
}

// What is wrong with the content; nothing if it is whole. A newer one is not wrong.
std::optional<std::string> damageOf(SQLite::Database& database) {
  // All of it of one moment: another program may be making the tables just now.
  SQLite::Transaction moment(database);
  const int version = numberOf(database, "PRAGMA user_version");
  const int owner = numberOf(database, "PRAGMA application_id");
  const bool empty = numberOf(database, "SELECT count(*) FROM sqlite_master") == 0;
  if (owner != kApplicationId && !(empty && version == 0)) return "is no profile of this game";
  if (version > kSchemaVersion) return std::nullopt;
  // The mark comes with the first number.
  if (owner == kApplicationId && version < 1) return "is damaged";
  const std::string check = database.execAndGet("PRAGMA quick_check(1)").getString();
  if (check != "ok") return "is damaged";
  return std::nullopt;
}

Handle inMemory() {
  auto database = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  return database;
}

// The content of a file that may not be written, in memory. A folder without any right to write cannot even hold the
// log's index: then the file is read as it lies there.
Handle copyInMemory(const std::string& path) {
  for (const bool asItLies : {false, true}) {
    try {
      std::string name = path;
      if (asItLies) {
        name = "file:";
        for (const char c : path) name += c == '?' ? "%3f" : c == '#' ? "%23" : c == '%' ? "%25" : std::string(1, c);
        name += "?immutable=1";
      }
      SQLite::Database from(name, SQLite::OPEN_READONLY | (asItLies ? SQLite::OPEN_URI : 0), kBusyMs);
      if (damageOf(from) || numberOf(from, "PRAGMA user_version") > kSchemaVersion) return nullptr;
      Handle to = inMemory();
      SQLite::Backup backup(*to, from);
      backup.executeStep(-1);
      return to;
    } catch (const SQLite::Exception&) {
      continue;
    }
  }
  return nullptr;
}

// The file and its log get another name; says so.
std::string setAside(const std::string& path, const std::string& why) {
  const std::string aside = asideName(path);
  if (::rename(path.c_str(), aside.c_str()) != 0)
    return path + ": " + why + "; it could not be set aside: " + std::strerror(errno) + ".";
  for (const char* part : {"-wal", "-shm"}) ::rename((path + part).c_str(), (aside + part).c_str());
  return path + ": " + why + "; it was set aside as " + aside + ".";
}

// Makes what was written to a file, or a name in a folder, stay on the disk.
bool flushed(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::fsync(file) == 0;
  ::close(file);
  return done;
}

// Whether there is no room for the log's index, which a file needs to be used at all.
bool diskIsFull(const std::string& path) {
  constexpr std::uintmax_t kIndexBytes = 32768;
  std::error_code bad;
  const auto room = std::filesystem::space(std::filesystem::path(path).parent_path(), bad);
  return !bad && room.available < kIndexBytes;
}

struct Attempt {
  Handle database;       // null: not to be used as a file
  std::string damage;    // why it is to be set aside
  std::string unusable;  // why it is left alone and not written
};

Attempt attempt(const std::string& path, int mostPages) {
  Attempt out;
  try {
    auto database = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMs);
    if (sqlite3_db_readonly(database->getHandle(), "main") == 1) {
      out.unusable = "cannot be written";
      return out;
    }
    if (const auto damage = damageOf(*database)) {
      out.damage = *damage;
      return out;
    }
    if (numberOf(*database, "PRAGMA user_version") > kSchemaVersion) {
      out.unusable = "was written by a newer version of the game, which can read it";
      return out;
    }
    useLog(*database);
    database->exec("PRAGMA synchronous = FULL");
    database->exec("PRAGMA foreign_keys = ON");
    database->exec("PRAGMA trusted_schema = OFF");
    if (mostPages > 0) database->exec("PRAGMA max_page_count = " + std::to_string(mostPages));
    migrate(*database);
    out.database = std::move(database);
  } catch (const SQLite::Exception& problem) {
    const int code = problem.getErrorCode();
    if (isDamage(code))
      out.damage = "is damaged";
    else if (isReadOnly(code))
      out.unusable = "cannot be written";
    else
      out.unusable = diskIsFull(path) ? "the disk is full; make room and start again"
                                      : std::string("cannot be used: ") + problem.what();
  }
  return out;
}

// The last copy in the place of what was set aside. False: there is none that is whole.
bool copyBack(const std::string& path) {
  const std::string copy = path + ".bak", fresh = path + ".new";
  try {
    SQLite::Database database(copy, SQLite::OPEN_READONLY, kBusyMs);
    if (damageOf(database) || numberOf(database, "PRAGMA user_version") > kSchemaVersion) return false;
  } catch (const SQLite::Exception&) {
    return false;
  }
  std::error_code bad;
  std::filesystem::copy_file(copy, fresh, std::filesystem::copy_options::overwrite_existing, bad);
  if (bad || !flushed(fresh, O_RDWR)) return false;
  return ::rename(fresh.c_str(), path.c_str()) == 0;
}

// Neither the file nor its log holds a byte.
bool holdsNothing(const std::string& path) {
  std::error_code bad;
  for (const std::string& file : {path, path + "-wal"}) {
    const auto size = std::filesystem::file_size(file, bad);
    if (!bad && size > 0) return false;
  }
  return true;
}

}  // namespace

OpenedDatabase openDatabase(const std::string& path, int mostPages) {
  OpenedDatabase out;
  const auto remember = [&](Handle database) {
    out.database = database ? std::move(database) : inMemory();
    out.database->exec("PRAGMA foreign_keys = ON");
    migrate(*out.database);
  };
  if (path.empty()) {
    remember(nullptr);
    return out;
  }
  // Gone, or nothing in it: a disk that filled or a power cut while the last copy was put back.
  if (holdsNothing(path) && copyBack(path)) out.notice = path + ": was empty or not there. Its last copy is used.";
  Attempt one = attempt(path, mostPages);
  if (!one.damage.empty()) {
    out.notice = setAside(path, one.damage);
    const bool back = copyBack(path);
    one = attempt(path, mostPages);
    if (!one.damage.empty()) one.unusable = one.damage;
    out.notice += one.database && back ? " Its last copy is used." : one.database ? " A new one is begun." : "";
  }
  if (one.database) {
    out.database = std::move(one.database);
    out.kept = true;
    return out;
  }
  if (!out.notice.empty()) out.notice += " ";
  out.notice += path + ": " + one.unusable + "; what you reach now is not kept.";
  remember(copyInMemory(path));
  return out;
}

std::optional<std::string> faultOf(const std::string& path) {
  // Tables, indices and whatever else there is, in words.
  const auto shapeOf = [](SQLite::Database& database) {
    std::string all;
    SQLite::Statement row(database, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name");
    while (row.executeStep())
      all +=
          row.getColumn(0).getString() + " " + row.getColumn(1).getString() + " " + row.getColumn(2).getString() + "\n";
    return all;
  };
  try {
    SQLite::Database database(path, SQLite::OPEN_READWRITE, kBusyMs);
    const int version = numberOf(database, "PRAGMA user_version");
    if (version > kSchemaVersion) return "was written by a newer version of the game";
    if (const auto damage = damageOf(database)) return *damage;
    if (version < 1) return "is empty";
    const Handle fresh = inMemory();
    migrate(*fresh, version);
    if (shapeOf(database) != shapeOf(*fresh)) return "holds something else than a profile";
  } catch (const SQLite::Exception&) {
    return "is damaged";
  }
  return std::nullopt;
}

bool copyDatabase(SQLite::Database& database, const std::string& path) {
  const std::string copy = path + ".bak", fresh = copy + ".new";
  ::unlink(fresh.c_str());
  try {
    SQLite::Statement into(database, "VACUUM INTO ?");
    into.bind(1, fresh);
    into.exec();
  } catch (const SQLite::Exception&) {
    ::unlink(fresh.c_str());
    return false;
  }
  if (!flushed(fresh, O_RDWR) || ::rename(fresh.c_str(), copy.c_str()) != 0) {
    ::unlink(fresh.c_str());
    return false;
  }
  (void)flushed(std::filesystem::path(path).parent_path().string(), O_RDONLY | O_DIRECTORY);
  return true;
}

}  // namespace knead::profile
