// Boost.Asio, here alone.
#include "server/http/server.hpp"

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <list>
#include <map>
#include <thread>

#include "server/http/wire.hpp"
#include "server/limits.hpp"

namespace knead::server::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using asio::ip::tcp;

constexpr int kBacklog = 512;

}  // namespace

struct Server::State {
  State(const Config& given, Metrics& counted, std::size_t most, Handler handle)
      : config(given), metrics(counted), mostBody(most), handler(std::move(handle)), proxies(given.trustedProxies) {}

  const Config& config;
  Metrics& metrics;
  std::size_t mostBody;
  Handler handler;
  Proxies proxies;

  asio::io_context io{1};
  // The thread waits for work as long as the server lives, connections or not.
  asio::executor_work_guard<asio::io_context::executor_type> stays{io.get_executor()};
  tcp::acceptor acceptor{io};
  std::thread thread;
  // Touched by the one thread alone:
  std::map<std::string, int> perAddress;  // open connections, by callerOf()
  std::list<beast::tcp_stream*> idle;     // that wait for a request
  int open = 0;
  bool stopping = false;

  asio::awaitable<void> accept();
  asio::awaitable<void> serve(tcp::socket socket, std::string peer);
  asio::awaitable<Response> answer(Request request);
};

asio::awaitable<void> Server::State::accept() {
  while (!stopping) {
    boost::system::error_code problem;
    tcp::socket socket(io);
    co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, problem));
    if (problem == asio::error::operation_aborted || stopping) co_return;
    if (problem) {
      // No handles left, for example: what runs goes on, and new ones are taken when there are some again.
      asio::steady_timer pause(io, std::chrono::milliseconds(50));
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, problem));
      continue;
    }
    const tcp::endpoint peer = socket.remote_endpoint(problem);
    if (problem) continue;
    std::string address = peer.address().to_string();
    // Everybody behind a proxy comes from it; a household has one /64.
    const std::string household = callerOf(address);
    const bool many = perAddress[household] >= config.connectionsPerAddress && !proxies.trusts(address);
    if (open >= config.connections || many) {
      ++metrics.refusedConnections;
      static const std::string words =
          "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      socket.non_blocking(true, problem);
      socket.write_some(asio::buffer(words), problem);
      if (perAddress[household] == 0) perAddress.erase(household);
      continue;
    }
    socket.set_option(tcp::no_delay(true), problem);
    ++open;
    ++perAddress[household];
    metrics.connections = open;
    asio::co_spawn(io, serve(std::move(socket), std::move(address)), asio::detached);
  }
}

// The handler may answer from any thread; the timer is what this connection sleeps on until it does.
asio::awaitable<Response> Server::State::answer(Request request) {
  struct Box {
    explicit Box(asio::io_context& io) : timer(io, asio::steady_timer::time_point::max()) {}
    asio::steady_timer timer;
    std::optional<Response> response;
  };
  const auto from = std::chrono::steady_clock::now();
  auto box = std::make_shared<Box>(io);
  handler(std::move(request), [this, box](Response response) {
    asio::post(io, [box, response = std::move(response)]() mutable {
      box->response = std::move(response);
      box->timer.cancel();
    });
  });
  boost::system::error_code ignored;
  while (!box->response) co_await box->timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  metrics.answering.add(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
  if (box->response->status >= 500 && box->response->status != 503) ++metrics.serverErrors;
  co_return std::move(*box->response);
}

asio::awaitable<void> Server::State::serve(tcp::socket socket, std::string peer) {
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer(kMostHeaderBytes + mostBody + 1024);
  const auto deadline = std::chrono::seconds(config.deadlineSeconds);
  boost::system::error_code problem;
  for (bool again = true; again && !stopping;) {
    WireParser parser;
    limit(parser, mostBody);
    stream.expires_after(deadline);
    const auto place = idle.insert(idle.end(), &stream);
    co_await bhttp::async_read(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, problem));
    idle.erase(place);
    if (problem == bhttp::error::end_of_stream || problem == asio::error::operation_aborted) break;
    if (problem == beast::error::timeout) {
      if (parser.got_some()) ++metrics.deadlines;
      break;
    }
    Response response;
    again = false;
    bool head = false;
    unsigned version = 11;
    if (problem) {
      ++metrics.badRequests;
      const auto complaint = complaintOf(problem);
      if (!complaint) break;
      response = *complaint;
    } else {
      const auto& from = parser.get();
      Request request;
      version = from.version();
      head = from.method() == bhttp::verb::head;
      if (!readRequest(from, peer, proxies, request)) {
        ++metrics.badRequests;
        response = plainResponse(400, "The address of the request is not a path.");
      } else {
        ++metrics.requests;
        again = from.keep_alive();
        response = co_await answer(std::move(request));
      }
    }
    WireResponse wire = wireOf(std::move(response), version, again && !stopping, head);
    again = again && !stopping;
    stream.expires_after(deadline);
    bhttp::response_serializer<bhttp::string_body> serializer(wire);
    if (head)
      co_await bhttp::async_write_header(stream, serializer, asio::redirect_error(asio::use_awaitable, problem));
    else
      co_await bhttp::async_write(stream, serializer, asio::redirect_error(asio::use_awaitable, problem));
    if (problem) break;
  }
  stream.socket().shutdown(tcp::socket::shutdown_both, problem);
  --open;
  const std::string household = callerOf(peer);
  if (--perAddress[household] <= 0) perAddress.erase(household);
  metrics.connections = open;
}

Server::Server(const Config& config, Metrics& metrics, std::size_t mostBodyBytes, Handler handler)
    : m_state(std::make_unique<State>(config, metrics, mostBodyBytes, std::move(handler))) {}

Server::~Server() { stop(0); }

Result<int> Server::start() {
  State& s = *m_state;
  boost::system::error_code problem;
  const auto refuse = [&s](const std::string& what) {
    return Error{"listen " + s.config.listen + ":" + std::to_string(s.config.port), "", what};
  };
  const auto address = asio::ip::make_address(s.config.listen, problem);
  if (problem) return refuse("is not an address; 127.0.0.1, 0.0.0.0 and :: are usual ones");
  const tcp::endpoint endpoint(address, static_cast<std::uint16_t>(s.config.port));
  s.acceptor.open(endpoint.protocol(), problem);
  if (!problem) s.acceptor.set_option(asio::socket_base::reuse_address(true), problem);
  if (!problem) s.acceptor.bind(endpoint, problem);
  if (!problem) s.acceptor.listen(kBacklog, problem);
  if (problem) return refuse("cannot be listened on: " + problem.message() + "; choose another port with --port");
  const int port = s.acceptor.local_endpoint().port();
  asio::co_spawn(s.io, s.accept(), asio::detached);
  s.thread = std::thread([&s] { s.io.run(); });
  return port;
}

void Server::stop(int seconds) {
  State& s = *m_state;
  if (!s.thread.joinable()) return;
  asio::post(s.io, [&s] {
    s.stopping = true;
    boost::system::error_code ignored;
    s.acceptor.close(ignored);
    for (beast::tcp_stream* stream : s.idle) stream->cancel();
  });
  // What runs is answered first.
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  std::atomic<bool> empty{false};
  while (!empty && std::chrono::steady_clock::now() < until) {
    std::atomic<bool> asked{false};
    asio::post(s.io, [&] {
      empty = s.open == 0;
      asked = true;
    });
    while (!asked) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (!empty) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  s.io.stop();
  s.thread.join();
}

}  // namespace knead::server::http
