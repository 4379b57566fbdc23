// Answers that may be a moment old: the same page for everybody who asks within that moment. Holds so many bytes, no
// answer that is a large part of them, and nothing for long that is too old to be given again.
#pragma once

#include <iterator>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/clock.hpp"
#include "server/http/message.hpp"

namespace knead::server::http {

class Cache {
 public:
  Cache(Ms age, std::size_t mostBytes) : m_age(age), m_most(mostBytes) {}

  [[nodiscard]] std::optional<Response> find(const std::string& key, Ms now) {
    const std::scoped_lock lock(m_mutex);
    const auto place = m_places.find(key);
    if (place == m_places.end() || isOld(*place->second, now)) return std::nullopt;
    m_kept.splice(m_kept.begin(), m_kept, place->second);
    return place->second->response;
  }
  void keep(const std::string& key, const Response& response, Ms now) {
    constexpr std::size_t kLargePart = 16;
    const std::size_t bytes = bytesOf(key, response);
    if (m_age <= 0 || bytes > m_most / kLargePart) return;
    const std::scoped_lock lock(m_mutex);
    const auto place = m_places.find(key);
    if (place != m_places.end()) forget(place->second);
    // The last is the one asked for longest ago.
    while (!m_kept.empty() && (m_bytes + bytes > m_most || isOld(m_kept.back(), now))) forget(std::prev(m_kept.end()));
    m_kept.push_front({key, response, now});
    m_places[key] = m_kept.begin();
    m_bytes += bytes;
  }
  [[nodiscard]] std::size_t bytes() const {
    const std::scoped_lock lock(m_mutex);
    return m_bytes;
  }

 private:
  struct Kept {
    std::string key;
    Response response;
    Ms made = 0;
  };
  // Too old, or of later than now: the clock was set back.
  [[nodiscard]] bool isOld(const Kept& one, Ms now) const { return now < one.made || now - one.made >= m_age; }
  static std::size_t bytesOf(const std::string& key, const Response& response) {
    constexpr std::size_t kBeside = 512;  // nodes, headers
    return 2 * key.size() + response.body.size() + kBeside;
  }
  void forget(std::list<Kept>::iterator one) {
    m_bytes -= bytesOf(one->key, one->response);
    m_places.erase(one->key);
    m_kept.erase(one);
  }

  Ms m_age;
  std::size_t m_most, m_bytes = 0;
  mutable std::mutex m_mutex;
  std::list<Kept> m_kept;  // last asked for first
  std::unordered_map<std::string, std::list<Kept>::iterator> m_places;
};

}  // namespace knead::server::http
