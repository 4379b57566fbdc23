// Numbers and words as JSON, written by hand because there is little of it: no locale, no library, the same bytes on
// every system. Knows nothing of sessions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace knead::web {

// In double quotes, with everything escaped that JSON wants escaped.
[[nodiscard]] inline std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20U || c == '<') {  // '<' so that it can stand inside a page
      out += "\\u00";
      out += "0123456789abcdef"[byte >> 4U];
      out += "0123456789abcdef"[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + '"';
}

// A number with at most `places` (0..3) places behind the point, rounded half away from zero; 0 for what is no number.
[[nodiscard]] inline std::string decimal(float value, int places) {
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  if (!(value > -1e9F && value < 1e9F)) return "0";
  const double scaled = static_cast<double>(value) * static_cast<double>(scale);
  const auto whole = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
  const std::int64_t size = whole < 0 ? -whole : whole;
  std::string out = (whole < 0 ? "-" : "") + std::to_string(size / scale);
  if (size % scale == 0) return out;
  std::string behind = std::to_string(size % scale);
  behind.insert(0, static_cast<std::size_t>(places) - behind.size(), '0');
  while (behind.back() == '0') behind.pop_back();
  return out + "." + behind;
}

// `"name":` for the inside of an object.
[[nodiscard]] inline std::string key(std::string_view name) { return quoted(name) + ":"; }

}  // namespace knead::web
