// A whole server in one object: store, levels, judges, pages and sockets, in the order in which they need each other.
#pragma once

#include <memory>

#include "core/result.hpp"
#include "server/clock.hpp"
#include "server/config.hpp"
#include "server/metrics.hpp"
#include "server/secrets.hpp"

namespace knead::server {

class Running {
 public:
  // Starts to listen. Error: the data, the store or the address.
  [[nodiscard]] static Result<std::unique_ptr<Running>> start(const Config& config, const std::string& dataDir,
                                                              std::unique_ptr<class Store> store,
                                                              Clock clock = systemNow);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  [[nodiscard]] int port() const;
  [[nodiscard]] const Secrets& secrets() const;
  [[nodiscard]] Metrics& metrics();
  [[nodiscard]] Store& store();
  [[nodiscard]] std::size_t levels() const;
  // Does what was left to be judged again, a few at a time; called by `serve` between its sleeps. Gives how many.
  int judgeSome();
  // A little of the day's pass over old recordings; called like that too. Error: the store's.
  [[nodiscard]] Result<bool> letSomeRecordingsGo();
  // Answers what was taken and returns.
  void stop();

 private:
  Running();
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace knead::server
