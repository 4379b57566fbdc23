#include "server/pages/html.hpp"

namespace knead::server::pages {

Html& Html::text(std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': m_text += "&amp;"; break;
      case '<': m_text += "&lt;"; break;
      case '>': m_text += "&gt;"; break;
      case '"': m_text += "&quot;"; break;
      case '\'': m_text += "&#39;"; break;
      default: m_text += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c;
    }
  }
  return *this;
}

Html& Html::points(std::int64_t value) {
  const std::string digits = std::to_string(value < 0 ? -value : value);
  if (value < 0) m_text += "\xE2\x88\x92";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) m_text += "\xE2\x80\xAF";
    m_text += digits[i];
  }
  return *this;
}

Html& Html::path(std::string_view text) {
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '.' || c == '~';
    if (plain) {
      m_text += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    m_text += '%';
    m_text += "0123456789ABCDEF"[byte >> 4U];
    m_text += "0123456789ABCDEF"[byte & 15U];
  }
  return *this;
}

}  // namespace knead::server::pages
