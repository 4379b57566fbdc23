// Answers that may be a moment old: the same page for everybody who asks within that moment. Holds so many and forgets
// the ones not asked for.
#pragma once

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
  Cache(Ms age, std::size_t most) : m_age(age), m_most(most) {}

  [[nodiscard]] std::optional<Response> find(const std::string& key, Ms now) {
    const std::scoped_lock lock(m_mutex);
    const auto place = m_places.find(key);
    if (place == m_places.end() || now - place->second->made >= m_age) return std::nullopt;
    m_kept.splice(m_kept.begin(), m_kept, place->second);
    return place->second->response;
  }
  void keep(const std::string& key, const Response& response, Ms now) {
    if (m_age <= 0) return;
    const std::scoped_lock lock(m_mutex);
    const auto place = m_places.find(key);
    if (place != m_places.end()) {
      m_kept.erase(place->second);
      m_places.erase(place);
    }
    m_kept.push_front({key, response, now});
    m_places[key] = m_kept.begin();
    if (m_kept.size() > m_most) {
      m_places.erase(m_kept.back().key);
      m_kept.pop_back();
    }
  }

 private:
  struct Kept {
    std::string key;
    Response response;
    Ms made = 0;
  };
  Ms m_age;
  std::size_t m_most;
  std::mutex m_mutex;
  std::list<Kept> m_kept;  // last asked for first
  std::unordered_map<std::string, std::list<Kept>::iterator> m_places;
};

}  // namespace knead::server::http
