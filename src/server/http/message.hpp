// One request and its answer, free of sockets, so that everything behind them can be tested without.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knead::server::http {

enum class Method : std::uint8_t { Get, Head, Post, Put, Delete, Other };

struct Request {
  Method method = Method::Get;
  std::string path;                          // decoded, without the query: "/boards/..."
  std::string target;                        // as it came, for signatures and caches
  std::map<std::string, std::string> query;  // decoded; the last of several counts
  std::string key, time, signature;          // the headers Knead-Key, Knead-Time, Knead-Signature
  std::string body;
  std::string address;  // of the client, behind proxies that are trusted

  [[nodiscard]] std::string queryOf(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
  }
};

struct Response {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  int cacheSeconds = 0;  // 0 = no-store
};

[[nodiscard]] std::string_view reasonOf(int status);
// One line of words, for answers that no handler gave.
[[nodiscard]] Response plainResponse(int status, std::string words);

// Percent signs and plus of a part of an address; a broken one is left as it is.
[[nodiscard]] std::string percentDecoded(std::string_view text, bool plusIsSpace);
// Splits a target into path and query. False: not a path.
[[nodiscard]] bool readTarget(std::string_view target, Request& into);

}  // namespace knead::server::http
