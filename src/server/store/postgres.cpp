#include "server/store/postgres.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace knead::server::sql {
namespace {

// How often work is tried that was given up because of others, or because the connection broke. The waits between
// double from 5 ms on, so the last try is after about two and a half seconds; where a try itself takes long (nobody
// answers at the address), none begins after three.
constexpr int kTries = 10;
constexpr auto kTryFor = std::chrono::seconds(3);
constexpr int kFirstWaitMs = 5;
// Among the advisory locks of a database: "knead".
constexpr std::string_view kLockSchema = "SELECT pg_advisory_xact_lock(461229287780)";

// Types of columns, from PostgreSQL's catalogue; they never change.
constexpr Oid kBytea = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25, kVoid = 2278;

struct Closes {
  void operator()(PGconn* connection) const { PQfinish(connection); }
  void operator()(PGresult* result) const { PQclear(result); }
};
using Link = std::unique_ptr<PGconn, Closes>;
using Reply = std::unique_ptr<PGresult, Closes>;

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(const std::string& where) {
    // What stands in front of "dbname" is a default that the address may overrule. A server that went away without a
    // word is noticed within half a minute.
    constexpr std::array<const char*, 9> kKeys = {"application_name",
                                                  "client_encoding",
                                                  "connect_timeout",
                                                  "keepalives_idle",
                                                  "keepalives_interval",
                                                  "keepalives_count",
                                                  "tcp_user_timeout",
                                                  "dbname",
                                                  nullptr};
    const std::array<const char*, 9> values = {"knead-server", "UTF8",        "2",    "15", "5", "3",
                                               "30000",        where.c_str(), nullptr};
    m_link.reset(PQconnectdbParams(kKeys.data(), values.data(), 1));
    if (m_link == nullptr || PQstatus(m_link.get()) != CONNECTION_OK) {
      const std::string why = m_link == nullptr ? "no memory left" : trimmed(PQerrorMessage(m_link.get()));
      throw Failure(Failure::Kind::Lost,
                    {"PostgreSQL", "", "no connection (" + why + "); is it running, and is the address right?"});
    }
    PQsetNoticeProcessor(
        m_link.get(), [](void*, const char*) {}, nullptr);
    // What was answered must survive a power cut, whatever the database's own default is.
    if (rows("SHOW synchronous_commit")[0].text(0) == "off") execute("SET synchronous_commit = on");
    // Compiling a statement takes longer than any of ours; a database that does not know the word needs not hear it.
    try {
      execute("SET jit = off");
    } catch (const Failure&) {
      if (broken()) throw;
    }
  }

  void execute(std::string_view sql) override { (void)checked(Reply(PQexec(m_link.get(), std::string(sql).c_str()))); }
  bool hasTable(const std::string& name) override {
    return rows(
               "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND "
               "table_name = ?1",
               {name})[0]
               .number(0) != 0;
  }
  std::int64_t tables() override {
    return rows(
               "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND "
               "table_type = 'BASE TABLE'")[0]
        .number(0);
  }
  [[nodiscard]] bool broken() const { return m_broken || PQstatus(m_link.get()) != CONNECTION_OK; }
  // Without a password.
  [[nodiscard]] std::string describe() const {
    const char* version = PQparameterStatus(m_link.get(), "server_version");
    const auto text = [](const char* from) { return std::string(from == nullptr ? "" : from); };
    std::string number = text(version);
    number = number.substr(0, number.find(' '));
    return "PostgreSQL " + number + ", " + text(PQdb(m_link.get())) + " at " + text(PQhost(m_link.get()));
  }

 protected:
  Answer run(std::string_view sql, Params params) override {
    const std::string& name = prepared(sql);
    std::vector<std::string> numbers;  // kept until the call is over
    numbers.reserve(params.size());
    std::vector<const char*> values;
    std::vector<int> sizes, forms;
    for (const Param& param : params) {
      const Param::Content& content = param.content();
      if (const auto* number = std::get_if<std::int64_t>(&content)) {
        // As text: the database knows better than we how wide a number it wants there.
        numbers.push_back(std::to_string(*number));
        values.push_back(numbers.back().c_str());
        sizes.push_back(0);
        forms.push_back(0);
      } else if (const auto* text = std::get_if<std::string_view>(&content)) {
        values.push_back(text->empty() ? "" : text->data());
        sizes.push_back(static_cast<int>(text->size()));
        forms.push_back(1);
      } else if (const auto* bytes = std::get_if<std::span<const std::uint8_t>>(&content)) {
        values.push_back(bytes->empty() ? "" : reinterpret_cast<const char*>(bytes->data()));
        sizes.push_back(static_cast<int>(bytes->size()));
        forms.push_back(1);
      } else {
        values.push_back(nullptr);
        sizes.push_back(0);
        forms.push_back(0);
      }
    }
    const Reply reply = checked(Reply(PQexecPrepared(m_link.get(), name.c_str(), static_cast<int>(values.size()),
                                                     values.data(), sizes.data(), forms.data(), 1)));
    Answer out;
    const std::string_view changed = PQcmdTuples(reply.get());
    (void)std::from_chars(changed.data(), changed.data() + changed.size(), out.changed);
    for (int row = 0; row < PQntuples(reply.get()); ++row) out.rows.push_back(rowOf(reply.get(), row));
    return out;
  }

 private:
  const std::string& prepared(std::string_view sql) {
    const auto found = m_statements.find(sql);
    if (found != m_statements.end()) return found->second;
    const std::string name = "k" + std::to_string(m_statements.size());
    const std::string text = replaced(std::string(sql), "?", "$");
    (void)checked(Reply(PQprepare(m_link.get(), name.c_str(), text.c_str(), 0, nullptr)));
    return m_statements.emplace(sql, name).first->second;
  }

  Reply checked(Reply reply) {
    const ExecStatusType status = reply == nullptr ? PGRES_FATAL_ERROR : PQresultStatus(reply.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return reply;
    const char* code = reply == nullptr ? nullptr : PQresultErrorField(reply.get(), PG_DIAG_SQLSTATE);
    const std::string_view state = code == nullptr ? "" : code;
    const std::string said = trimmed(PQerrorMessage(m_link.get()));
    const auto fail = [](Failure::Kind kind, std::string what) {
      return Failure(kind, {"PostgreSQL", "", std::move(what)});
    };
    // Without a code of the database's the library speaks for itself: it came no further than the connection, though it
    // may notice only later that this is closed. 57P0x: the database is shutting down, or recovers from a crash.
    if (state.empty() || broken() || state.starts_with("08") || state.starts_with("57P0")) {
      m_broken = true;
      throw fail(Failure::Kind::Lost, "the connection broke (" + said + ")");
    }
    // Serialisation, deadlock, and a row that somebody else made between our look and our write.
    if (state == "40001" || state == "40P01" || state == "23505")
      throw fail(Failure::Kind::Again, "others were in the way too often (" + said + "); try again");
    if (state == "53100") throw fail(Failure::Kind::Final, "its disk is full; nothing was written");
    if (state == "25006")
      throw fail(Failure::Kind::Final, "this database only reads (is it a standby?); name the one that writes");
    if (state == "42501")
      throw fail(Failure::Kind::Final, "this user may not do that (" + said + "); grant it all on its schema");
    throw fail(Failure::Kind::Final, "it says: " + said);
  }

  static Row rowOf(const PGresult* reply, int row) {
    std::vector<Row::Value> values;
    for (int column = 0; column < PQnfields(reply); ++column) {
      if (PQgetisnull(reply, row, column) != 0) {
        values.emplace_back(std::monostate{});
        continue;
      }
      const auto* data = reinterpret_cast<const std::uint8_t*>(PQgetvalue(reply, row, column));
      const auto size = static_cast<std::size_t>(PQgetlength(reply, row, column));
      switch (PQftype(reply, column)) {
        case kInt2:
        case kInt4:
        case kInt8: {
          // Highest byte first, with the sign in front.
          std::uint64_t number = size != 0 && (data[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
          for (std::size_t i = 0; i < size; ++i) number = (number << 8U) | data[i];
          values.emplace_back(static_cast<std::int64_t>(number));
          break;
        }
        case kBytea: values.emplace_back(board::Bytes(data, data + size)); break;
        case kVoid: values.emplace_back(std::monostate{}); break;
        case kText:
        default: values.emplace_back(std::string(data, data + size)); break;
      }
    }
    return Row(std::move(values));
  }

  Link m_link;
  bool m_broken = false;
  std::map<std::string, std::string, std::less<>> m_statements;  // text -> name; of this connection
};

class PostgresDatabase final : public Database {
 public:
  PostgresDatabase(std::string where, const PostgresOptions& options)
      : m_where(std::move(where)), m_most(std::max(1, options.connections)) {
    m_free.push_back(std::make_unique<PostgresConnection>(m_where));
    m_made = 1;
    m_description = m_free.back()->describe();
  }
  std::string describe() const override { return m_description; }

 protected:
  void transaction(Mode mode, const Work& work) override {
    int waitMs = kFirstWaitMs;
    const auto until = std::chrono::steady_clock::now() + kTryFor;
    for (int left = kTries; left > 0; --left) {
      try {
        once(mode, work);
        return;
      } catch (const Failure& failure) {
        if (failure.kind() == Failure::Kind::Final || left == 1 || std::chrono::steady_clock::now() > until) throw;
        if (failure.kind() == Failure::Kind::Lost) forgetFree();
      }
      // Not all at the same moment again: connections lie at different addresses.
      const auto apart = static_cast<int>((reinterpret_cast<std::uintptr_t>(&waitMs) >> 12U) % 7U);
      std::this_thread::sleep_for(std::chrono::milliseconds(waitMs + apart));
      waitMs *= 2;
    }
  }

 private:
  using Held = std::unique_ptr<PostgresConnection>;

  // A connection for as long as this lives; one that broke is not handed on.
  class Borrowed {
   public:
    explicit Borrowed(PostgresDatabase& owner) : m_owner(owner) {
      std::unique_lock lock(owner.m_mutex);
      owner.m_returned.wait(lock, [&] { return !owner.m_free.empty() || owner.m_made < owner.m_most; });
      if (!owner.m_free.empty()) {
        m_connection = std::move(owner.m_free.back());
        owner.m_free.pop_back();
        return;
      }
      ++owner.m_made;
      lock.unlock();
      try {
        m_connection = std::make_unique<PostgresConnection>(owner.m_where);
      } catch (...) {
        giveBack();
        throw;
      }
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    ~Borrowed() { giveBack(); }
    PostgresConnection& operator*() const { return *m_connection; }
    void drop() { m_connection.reset(); }

   private:
    void giveBack() {
      {
        const std::lock_guard lock(m_owner.m_mutex);
        if (m_connection != nullptr && !m_connection->broken()) {
          m_owner.m_free.push_back(std::move(m_connection));
        } else {
          --m_owner.m_made;
        }
      }
      m_owner.m_returned.notify_one();
    }
    PostgresDatabase& m_owner;
    Held m_connection;
  };

  // Where one connection broke, the resting ones are most likely broken too.
  void forgetFree() {
    const std::lock_guard lock(m_mutex);
    m_made -= static_cast<int>(m_free.size());
    m_free.clear();
    m_returned.notify_all();
  }

  void once(Mode mode, const Work& work) {
    Borrowed borrowed(*this);
    PostgresConnection& connection = *borrowed;
    connection.execute(mode == Mode::Read ? "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
                                          : "BEGIN ISOLATION LEVEL READ COMMITTED");
    try {
      if (mode == Mode::Alone) (void)connection.rows(kLockSchema);
      work(connection);
      connection.execute("COMMIT");
    } catch (...) {
      try {
        connection.execute("ROLLBACK");
      } catch (const Failure&) {
        borrowed.drop();
      }
      throw;
    }
  }

  std::string m_where;
  std::string m_description;
  int m_most;
  std::mutex m_mutex;
  std::condition_variable m_returned;
  std::vector<Held> m_free;
  int m_made = 0;
};

}  // namespace

std::unique_ptr<Database> openPostgres(const std::string& where, const PostgresOptions& options) {
  return std::make_unique<PostgresDatabase>(where, options);
}

}  // namespace knead::server::sql
