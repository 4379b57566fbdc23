#include "server/router.hpp"

#include "server/api/handlers.hpp"
#include "server/pages/pages.hpp"

namespace knead::server {
namespace {

using http::Method;

constexpr int kReaders = 2;
constexpr std::size_t kMostWaiting = 512, kCached = 2000;
constexpr Ms kMinute = 60000;

// What stands behind `prefix`, where the path begins with it and has no further part.
std::optional<std::string> behind(const std::string& path, std::string_view prefix) {
  if (path.rfind(prefix, 0) != 0 || path.size() == prefix.size()) return std::nullopt;
  std::string rest = path.substr(prefix.size());
  if (rest.find('/') != std::string::npos) return std::nullopt;
  return rest;
}

std::optional<std::string> between(const std::string& path, std::string_view prefix, std::string_view ending) {
  if (path.size() <= ending.size() || path.compare(path.size() - ending.size(), ending.size(), ending) != 0)
    return std::nullopt;
  return behind(path.substr(0, path.size() - ending.size()), prefix);
}

bool isLoopback(const std::string& address) { return address.rfind("127.", 0) == 0 || address == "::1"; }

http::Response busy() {
  http::Response out = api::problem(503, board::wordsOf(board::Verdict::Busy));
  out.headers.emplace_back("Retry-After", "2");
  return out;
}

http::Response notAllowed(const std::string& what) {
  http::Response out = api::problem(405, "This address takes " + what + " only.");
  out.headers.emplace_back("Allow", what);
  return out;
}

}  // namespace

Router::Router(const Site& site, Submissions& submissions)
    : m_site(&site),
      m_submissions(&submissions),
      m_runs(site.config.runsPerMinutePerAddress, kMinute),
      m_reads(site.config.readsPerMinutePerAddress, kMinute),
      m_cache(site.config.pageCacheMs, kCached),
      m_readers(kReaders, kMostWaiting) {}

void Router::answer(http::Request request, http::Server::Reply reply) {
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
  if (reading && request.key.empty()) {
    if (auto kept = m_cache.find(request.target, now)) return reply(std::move(*kept));
  }
  if (!m_reads.allows(caller, now)) {
    http::Response out = api::problem(429, board::wordsOf(board::Verdict::TooMany));
    out.headers.emplace_back("Retry-After", std::to_string(m_reads.waitSeconds()));
    return reply(std::move(out));
  }
  auto work = [this, request = std::move(request), reply]() {
    http::Response response = read(request);
    const bool keep = response.status == 200 && response.cacheSeconds > 0 && request.method != Method::Other;
    if (keep && request.key.empty()) m_cache.keep(request.target, response, m_site->clock());
    reply(std::move(response));
  };
  if (!m_readers.post(std::move(work))) reply(busy());
}

http::Response Router::read(const http::Request& request) const {
  if (request.path == "/readyz") return api::ready(*m_site, m_submissions->fullness());
  constexpr std::string_view kApi = "/v1/";
  if (request.path.rfind(kApi, 0) == 0) return api(request, request.path.substr(kApi.size() - 1));
  if (request.method != Method::Get && request.method != Method::Head) return notAllowed("GET");
  return page(request);
}

http::Response Router::api(const http::Request& request, const std::string& path) const {
  const bool get = request.method == Method::Get || request.method == Method::Head;
  if (path == "/starts") return request.method == Method::Post ? api::start(request, *m_site) : notAllowed("POST");
  if (path == "/me") {
    const bool may = get || request.method == Method::Put || request.method == Method::Delete;
    return may ? api::me(request, *m_site) : notAllowed("GET, PUT, DELETE");
  }
  if (!get) return notAllowed("GET");
  if (path == "/me/export") return api::exportOf(request, *m_site);
  if (path == "/server") return api::server(*m_site);
  if (path == "/boards") return api::boards(request, *m_site);
  if (const auto id = behind(path, "/boards/")) return api::board(request, *id, *m_site);
  if (const auto id = behind(path, "/runs/")) return api::run(*id, *m_site);
  if (const auto key = behind(path, "/players/")) return api::player(*key, *m_site);
  if (const auto id = between(path, "/runs/", "/recording")) return api::recording(*id, *m_site);
  return api::problem(404, "There is nothing here; docs/server.md lists the addresses.");
}

http::Response Router::page(const http::Request& request) const {
  const std::string& path = request.path;
  if (path == "/") return pages::home(*m_site);
  if (path == "/about") return pages::about(*m_site);
  if (const auto id = behind(path, "/boards/")) return pages::board(request, *id, *m_site);
  if (const auto date = behind(path, "/days/")) return pages::day(*date, *m_site);
  if (const auto key = behind(path, "/players/")) return pages::player(*key, *m_site);
  if (const auto id = behind(path, "/runs/")) return pages::run(*id, *m_site);
  if (const auto id = between(path, "/runs/", "/recording")) return api::recording(*id, *m_site);
  if (const auto id = between(path, "/runs/", "/timeline.json")) return pages::timeline(*id, *m_site);
  if (const auto name = between(path, "/levels/", ".json")) return pages::levelFile(*name, *m_site);
  if (const auto name = behind(path, "/static/")) return pages::staticFile(*name, *m_site);
  return pages::notFound(*m_site, 404, "There is no such page.");
}

}  // namespace knead::server
