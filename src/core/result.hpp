// A value, or a message that a person can act on. No exceptions cross a module border.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace knead {

// Where something is wrong, what was found, and what to do about it.
struct Error {
  std::string file;   // path or id; empty if there is none
  std::string place;  // JSON pointer, "line 12", "byte 40"; empty if it is the whole file
  std::string what;   // what was found and what is allowed, one sentence

  [[nodiscard]] std::string text() const {
    std::string out = file;
    if (!place.empty()) out += (out.empty() ? "" : ": ") + place;
    return out.empty() ? what : out + ": " + what;
  }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose

  [[nodiscard]] bool ok() const { return m_content.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const T& value() const& { return *std::get_if<0>(&m_content); }
  [[nodiscard]] T& value() & { return *std::get_if<0>(&m_content); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&m_content)); }
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&m_content); }

 private:
  std::variant<T, Error> m_content;
};

}  // namespace knead
