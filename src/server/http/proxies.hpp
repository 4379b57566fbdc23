// Who is really asking: behind proxies that are trusted, the last address in X-Forwarded-For that is not one of them.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace knead::server::http {

class Proxies {
 public:
  // Addresses, separated by commas.
  explicit Proxies(std::string_view list);
  // What in such a list is no address; empty if all are.
  [[nodiscard]] static std::string mistakeIn(std::string_view list);
  // `forwardedFor`: all such lines of the request in their order, joined by commas.
  [[nodiscard]] std::string client(const std::string& peer, std::string_view forwardedFor) const;
  [[nodiscard]] bool trusts(const std::string& peer) const;

 private:
  std::set<std::string> m_trusted;
};

}  // namespace knead::server::http
