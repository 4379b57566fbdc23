#include "server/router.hpp"

#include "server/api/handlers.hpp"
#include "server/clock.hpp"
#include "server/routes.hpp"

namespace knead::server {
namespace {

using http::Method;

constexpr int kReaders = 2;
constexpr std::size_t kMostWaiting = 512, kCachedBytes = 32U * 1024U * 1024U;

bool isLoopback(const std::string& address) { return address.rfind("127.", 0) == 0 || address == "::1"; }

http::Response busy() {
  http::Response out = api::problem(503, board::wordsOf(board::Verdict::Busy));
  out.headers.emplace_back("Retry-After", "2");
  return out;
}

}  // namespace

Router::Router(const Site& site, Submissions& submissions)
    : m_site(&site),
      m_submissions(&submissions),
      m_runs(site.config.runsPerMinutePerAddress, kMinuteMs),
      m_reads(site.config.readsPerMinutePerAddress, kMinuteMs),
      m_cache(site.config.pageCacheMs, kCachedBytes),
      m_readers(kReaders, kMostWaiting) {}

void Router::answer(http::Request request, const http::Server::Reply& reply) {
  const Ms now = m_site->clock();
  const bool reading = request.method == Method::Get || request.method == Method::Head;
  if (request.path == "/healthz") return reply(api::json({{"alive", true}}));
  if (request.path == "/metrics") {
    const bool may =
        m_site->config.metrics == "all" || (m_site->config.metrics == "local" && isLoopback(request.address));
    if (!may) return reply(api::problem(404, "There is nothing here."));
    http::Response out;
    out.type = "text/plain; version=0.0.4; charset=utf-8";
    out.body = m_site->metrics.page();
    return reply(std::move(out));
  }
  const std::string caller = callerOf(request.address);
  if (request.path == "/v1/runs") {
    if (request.method != Method::Post) return reply(notAllowed("POST"));
    if (!m_runs.allows(caller, now)) {
      m_site->metrics.count(board::Verdict::TooMany);
      Answer answer;
      answer.verdict = board::Verdict::TooMany;
      answer.waitSeconds = m_runs.waitSeconds();
      return reply(api::verdict(answer));
    }
    board::Bytes body(request.body.begin(), request.body.end());
    return m_submissions->hand(std::move(body), caller, [reply](const Answer& answer) { reply(api::verdict(answer)); });
  }
  if (request.path == "/readyz" && !reading) return reply(notAllowed("GET"));
  // Another query is another page only where one is read.
  const std::string kept = readsQuery(request.path) ? request.target : request.path;
  if (reading && request.key.empty()) {
    if (auto found = m_cache.find(kept, now)) return reply(std::move(*found));
  }
  if (!m_reads.allows(caller, now)) {
    http::Response out = api::problem(429, board::wordsOf(board::Verdict::TooMany));
    out.headers.emplace_back("Retry-After", std::to_string(m_reads.waitSeconds()));
    return reply(std::move(out));
  }
  auto work = [this, request = std::move(request), reply, kept]() {
    http::Response response = respond(request, *m_site, m_submissions->fullness());
    const bool keep = response.status == 200 && response.cacheSeconds > 0 && request.method != Method::Other;
    if (keep && request.key.empty()) m_cache.keep(kept, response, m_site->clock());
    reply(std::move(response));
  };
  if (!m_readers.post(std::move(work))) reply(busy());
}

}  // namespace knead::server
