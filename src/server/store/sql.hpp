// What the two databases have in common, as narrow as the store needs it: statements with parameters in, rows out, and
// work that happens in one transaction or not at all. Knows nothing of boards.
//
// Statements are written once, in PostgreSQL's words with parameters ?1, ?2, ...; each driver spells them its own way.
// Inside this folder trouble travels as `Failure`, because a transaction that is given up must be left from any depth;
// `Database::read` and its like turn it into a `Result`, and nothing of it leaves the store.
#pragma once

#include <concepts>
#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "board/bytes.hpp"
#include "core/result.hpp"

namespace knead::server::sql {

class Failure : public std::exception {
 public:
  enum class Kind : std::uint8_t {
    Final,
    Again,  // somebody else's transaction was in the way: the same work may succeed now
    Lost    // the connection broke; a commit on its way may have happened
  };
  Failure(Kind kind, Error error) : m_kind(kind), m_error(std::move(error)), m_text(m_error.text()) {}
  [[nodiscard]] Kind kind() const { return m_kind; }
  [[nodiscard]] const Error& error() const { return m_error; }
  [[nodiscard]] const char* what() const noexcept override { return m_text.c_str(); }

 private:
  Kind m_kind;
  Error m_error;
  std::string m_text;
};

// A value on its way in. Looks at texts and bytes, does not keep them: they must outlive the call.
class Param {
 public:
  using Content = std::variant<std::monostate, std::int64_t, std::string_view, std::span<const std::uint8_t>>;

  Param(std::nullopt_t /*none*/) {}  // NOLINT: implicit on purpose, all of these
  template <std::integral T>
  Param(T number) : m_content(static_cast<std::int64_t>(number)) {}                      // NOLINT
  Param(const std::string& text) : m_content(std::string_view(text)) {}                  // NOLINT
  Param(std::string_view text) : m_content(text) {}                                      // NOLINT
  Param(const board::Bytes& bytes) : m_content(std::span<const std::uint8_t>(bytes)) {}  // NOLINT
  template <std::size_t N>
  Param(const std::array<std::uint8_t, N>& bytes) : m_content(std::span<const std::uint8_t>(bytes)) {}  // NOLINT
  template <std::integral T>
  Param(const std::optional<T>& number) {  // NOLINT
    if (number) m_content = static_cast<std::int64_t>(*number);
  }

  [[nodiscard]] const Content& content() const { return m_content; }

 private:
  Content m_content;
};
using Params = std::span<const Param>;

// A row on its way out. Asking a column for what it does not hold is a `Failure`: somebody else wrote in this store.
class Row {
 public:
  using Value = std::variant<std::monostate, std::int64_t, std::string, board::Bytes>;
  explicit Row(std::vector<Value> values) : m_values(std::move(values)) {}

  [[nodiscard]] std::int64_t number(std::size_t column) const { return need<std::int64_t>(column); }
  [[nodiscard]] const std::string& text(std::size_t column) const { return need<std::string>(column); }
  [[nodiscard]] const board::Bytes& bytes(std::size_t column) const { return need<board::Bytes>(column); }
  template <std::size_t N>
  [[nodiscard]] std::array<std::uint8_t, N> array(std::size_t column) const {
    const board::Bytes& all = bytes(column);
    if (all.size() != N) complain(column);
    std::array<std::uint8_t, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = all[i];
    return out;
  }

 private:
  template <class T>
  [[nodiscard]] const T* at(std::size_t column) const {
    return column < m_values.size() ? std::get_if<T>(&m_values[column]) : nullptr;
  }
  template <class T>
  [[nodiscard]] const T& need(std::size_t column) const {
    const T* value = at<T>(column);
    if (value == nullptr) complain(column);
    return *value;
  }
  [[noreturn]] static void complain(std::size_t column);

  std::vector<Value> m_values;
};
using Rows = std::vector<Row>;

class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  // A statement that is prepared once and kept. Its rows.
  Rows rows(std::string_view sql, std::initializer_list<Param> params = {}) {
    return run(sql, Params(params.begin(), params.size())).rows;
  }
  // The same, for how many rows it changed.
  std::int64_t change(std::string_view sql, std::initializer_list<Param> params = {}) {
    return run(sql, Params(params.begin(), params.size())).changed;
  }
  // For parameters that are counted while it runs.
  std::int64_t changeBy(std::string_view sql, Params params) { return run(sql, params).changed; }
  // A statement without parameters that is used once: of a transaction, or of the schema.
  virtual void execute(std::string_view sql) = 0;
  [[nodiscard]] virtual bool hasTable(const std::string& name) = 0;
  [[nodiscard]] virtual std::int64_t tables() = 0;

 protected:
  struct Answer {
    Rows rows;
    std::int64_t changed = 0;
  };
  virtual Answer run(std::string_view sql, Params params) = 0;
};

class Database {
 public:
  using Work = std::function<void(Connection&)>;

  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  // One transaction that sees one state and changes nothing.
  template <class F>
  [[nodiscard]] auto read(F&& work) {
    return inside(Mode::Read, std::forward<F>(work));
  }
  // One transaction, durable when this returns. `work` may be run several times and must change nothing but the
  // database.
  template <class F>
  [[nodiscard]] auto write(F&& work) {
    return inside(Mode::Write, std::forward<F>(work));
  }
  // The same while no other program changes the schema.
  template <class F>
  [[nodiscard]] auto alone(F&& work) {
    return inside(Mode::Alone, std::forward<F>(work));
  }
  [[nodiscard]] virtual std::string describe() const = 0;

 protected:
  enum class Mode : std::uint8_t { Read, Write, Alone };
  // Throws `Failure` when nothing came of it.
  virtual void transaction(Mode mode, const Work& work) = 0;

 private:
  template <class F, class T = std::invoke_result_t<F, Connection&>>
  Result<T> inside(Mode mode, F&& work) {
    std::optional<T> out;
    try {
      transaction(mode, [&](Connection& connection) { out.emplace(work(connection)); });
    } catch (const Failure& failure) {
      return failure.error();
    } catch (const std::exception& other) {  // no memory left
      return Error{describe(), "", other.what()};
    }
    return std::move(*out);
  }
};

// Every `from` in the text becomes `to`.
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace knead::server::sql
