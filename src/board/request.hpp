// What a signed request signs. Both sides write it the same way.
#pragma once

#include <string>
#include <string_view>

#include "board/bytes.hpp"

namespace knead::board {

inline constexpr std::string_view kRequestPurpose = "knead/request/v1";

// `method` "PUT", `target` "/v1/me", `timeMs` by the server's clock.
[[nodiscard]] inline std::string signedText(const ServerId& server, std::string_view method, std::string_view target,
                                            std::int64_t timeMs, std::string_view body) {
  std::string out = hexOf(server);
  out += "\n";
  out += method;
  out += "\n";
  out += target;
  out += "\n" + std::to_string(timeMs) + "\n" + hexOf(hash256(bytesOf(body)));
  return out;
}

}  // namespace knead::board
