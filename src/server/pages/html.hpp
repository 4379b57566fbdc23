// HTML in the making: markup comes from string literals of the program alone, everything else is escaped. A name that
// holds "<script>" has no way to become one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace knead::server::pages {

class Html {
 public:
  // Only what the compiler has seen whole.
  class Markup {
   public:
    consteval Markup(const char* text) : m_text(text) {}  // NOLINT: implicit on purpose
    [[nodiscard]] constexpr std::string_view text() const { return m_text; }

   private:
    std::string_view m_text;
  };

  Html& markup(Markup markup) {
    m_text += markup.text();
    return *this;
  }
  // Text, or the value of an attribute in double quotes.
  Html& text(std::string_view text);
  Html& number(std::int64_t value) { return text(std::to_string(value)); }
  // With a thin space between thousands: "98 211".
  Html& points(std::int64_t value);
  // A part of an address: everything but letters, digits and - _ . ~ in percent signs.
  Html& path(std::string_view text);
  Html& add(const Html& other) {
    m_text += other.m_text;
    return *this;
  }
  [[nodiscard]] std::string take() { return std::move(m_text); }

 private:
  std::string m_text;
};

}  // namespace knead::server::pages
