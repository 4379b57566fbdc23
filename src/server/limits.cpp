#include "server/limits.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace knead::server {

double RateLimit::levelOf(const Bucket& bucket, Ms now) const {
  const double passed = static_cast<double>(std::max<Ms>(0, now - bucket.seen)) / static_cast<double>(m_period);
  return std::min(static_cast<double>(m_most), bucket.level + passed * m_most);
}

bool RateLimit::wouldAllow(const std::string& caller, Ms now) const {
  if (m_most <= 0) return true;
  const std::scoped_lock lock(m_mutex);
  const auto place = m_places.find(caller);
  return place == m_places.end() || levelOf(*place->second, now) >= 1.0;
}

bool RateLimit::allows(const std::string& caller, Ms now) {
  if (m_most <= 0) return true;
  const std::scoped_lock lock(m_mutex);
  auto place = m_places.find(caller);
  if (place == m_places.end()) {
    m_buckets.push_front({caller, static_cast<double>(m_most), now});
    place = m_places.emplace(caller, m_buckets.begin()).first;
    if (m_buckets.size() > m_remembered) {
      m_places.erase(m_buckets.back().caller);
      m_buckets.pop_back();
    }
  } else {
    m_buckets.splice(m_buckets.begin(), m_buckets, place->second);
  }
  Bucket& bucket = m_buckets.front();
  bucket.level = levelOf(bucket, now);
  bucket.seen = now;
  if (bucket.level < 1.0) return false;
  bucket.level -= 1.0;
  return true;
}

std::size_t RateLimit::remembers() const {
  const std::scoped_lock lock(m_mutex);
  return m_buckets.size();
}

std::string callerOf(const std::string& address) {
  in6_addr six{};
  if (inet_pton(AF_INET6, address.c_str(), &six) != 1) return address;
  if (IN6_IS_ADDR_V4MAPPED(&six)) {
    std::array<char, INET_ADDRSTRLEN> text{};
    inet_ntop(AF_INET, &six.s6_addr[12], text.data(), text.size());
    return text.data();
  }
  std::memset(&six.s6_addr[8], 0, 8);
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(AF_INET6, &six, text.data(), text.size());
  return std::string(text.data()) + "/64";
}

}  // namespace knead::server
