// Connections in, requests out, answers back. Knows sockets, time and sizes, and nothing of boards: one thread carries
// all connections, and each has one deadline for the whole of a request, so that a slow client costs memory and not a
// thread. Whatever takes longer than a look into memory must be answered from another thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/result.hpp"
#include "server/clock.hpp"
#include "server/config.hpp"
#include "server/http/message.hpp"
#include "server/metrics.hpp"

namespace knead::server::http {

class Server {
 public:
  // Answers once, from any thread, now or later.
  using Reply = std::function<void(Response)>;
  using Handler = std::function<void(Request, Reply)>;
  // `config` and `metrics` must outlive it.
  Server(const Config& config, Metrics& metrics, std::size_t mostBodyBytes, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Listens and returns the port. Error: the address cannot be had.
  [[nodiscard]] Result<int> start();
  // Takes no more connections, lets running requests end (at most `seconds`), and returns.
  void stop(int seconds = 10);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace knead::server::http
