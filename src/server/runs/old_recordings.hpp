// Lets recordings go that are older than whoever runs the server wants to keep them and that nothing needs (store.hpp
// says which): once a day through all that are old enough, a few at a time. Several servers on one store may do it at
// once; each recording goes once.
#pragma once

#include <optional>

#include "server/metrics.hpp"
#include "server/store/store.hpp"

namespace knead::server {

class OldRecordings {
 public:
  // `days` 0: all are kept.
  OldRecordings(Store& store, Metrics& metrics, int days) : m_store(&store), m_metrics(&metrics), m_days(days) {}
  // A little of the day's pass. True while there is more of it. An error ends the pass until the next day.
  [[nodiscard]] Result<bool> letSomeGo(Ms now);

 private:
  Store* m_store;
  Metrics* m_metrics;
  int m_days;
  std::optional<Ms> m_begun;  // the last pass
  bool m_underWay = false;
  std::optional<Store::At> m_after;
};

}  // namespace knead::server
