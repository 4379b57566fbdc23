// How much one caller may ask in a time: a bucket that fills steadily and holds so much at most. Forgets whoever was
// not seen for longest, so that strangers cannot fill the memory.
#pragma once

#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/clock.hpp"

namespace knead::server {

class RateLimit {
 public:
  // So many in `period`; 0 = no limit. `remembered`: callers kept at most.
  explicit RateLimit(int most, Ms period = 60000, std::size_t remembered = 20000)
      : m_most(most), m_period(period), m_remembered(remembered) {}

  // Whether one more is allowed now. May be called from several threads.
  [[nodiscard]] bool allows(const std::string& caller, Ms now);
  // Whether it would be, without counting it.
  [[nodiscard]] bool wouldAllow(const std::string& caller, Ms now) const;
  // Whole seconds after which one more would be allowed.
  [[nodiscard]] int waitSeconds() const { return m_most > 0 ? static_cast<int>(m_period / 1000 / m_most) + 1 : 0; }
  [[nodiscard]] std::size_t remembers() const;

 private:
  struct Bucket {
    std::string caller;
    double level = 0;
    Ms seen = 0;
  };
  [[nodiscard]] double levelOf(const Bucket& bucket, Ms now) const;

  int m_most;
  Ms m_period;
  std::size_t m_remembered;
  mutable std::mutex m_mutex;
  std::list<Bucket> m_buckets;  // last seen first
  std::unordered_map<std::string, std::list<Bucket>::iterator> m_places;
};

// What counts as one caller: an IPv4 address, or the /64 of an IPv6 one, for a household has one of those.
[[nodiscard]] std::string callerOf(const std::string& address);

}  // namespace knead::server
