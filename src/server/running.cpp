#include "server/running.hpp"

#include <sstream>

#include "core/file.hpp"
#include "server/http/server.hpp"
#include "server/names.hpp"
#include "server/router.hpp"
#include "server/runs/old_recordings.hpp"
#include "server/runs/rejudge.hpp"

namespace knead::server {

struct Running::Parts {
  Config config;
  std::unique_ptr<Store> store;
  std::unique_ptr<board::Levels> levels;
  Secrets secrets;
  Metrics metrics;
  std::unique_ptr<RateLimit> newPlayers;
  std::unique_ptr<Site> site;
  std::unique_ptr<Submissions> submissions;
  std::unique_ptr<OldRecordings> oldRecordings;
  std::unique_ptr<Router> router;
  std::unique_ptr<http::Server> http;
  int port = 0;
  bool stopped = false;
};

namespace {

Result<std::vector<std::string>> readForbidden(const std::string& file) {
  std::vector<std::string> out;
  if (file.empty()) return out;
  constexpr std::size_t kLargest = 1024U * 1024U;
  const auto text = readWholeFile(file, kLargest);
  if (!text) return text.error();
  std::istringstream lines(text.value());
  for (std::string line; std::getline(lines, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.pop_back();
    if (!line.empty() && line.front() != '#') out.push_back(skeletonOf(line));
  }
  return out;
}

// The installed one holds everything; beside the sources the simulation for browsers is where it is built.
std::vector<std::string> staticDirsOf(const std::string& dataDir) {
  return {dataDir + "/assets/web", dataDir + "/build/web"};
}

}  // namespace

Running::Running() : m_parts(std::make_unique<Parts>()) {}
Running::~Running() { stop(); }

Result<std::unique_ptr<Running>> Running::start(const Config& config, const std::string& dataDir,
                                                std::unique_ptr<Store> store, Clock clock) {
  std::unique_ptr<Running> out(new Running());
  Parts& p = *out->m_parts;
  p.config = config;
  p.store = std::move(store);
  auto levels = board::Levels::read(dataDir, config.packs);
  if (!levels) return levels.error();
  p.levels = std::move(levels).value();
  const auto secrets = readSecrets(*p.store);
  if (!secrets) return secrets.error();
  p.secrets = secrets.value();
  auto forbidden = readForbidden(config.forbiddenNames);
  if (!forbidden) return forbidden.error();
  p.newPlayers = std::make_unique<RateLimit>(config.newPlayersPerDayPerAddress, kDayMs);
  p.site = std::make_unique<Site>(Site{*p.store, *p.levels, p.secrets, p.config, std::move(clock), p.metrics,
                                       *p.newPlayers, std::move(forbidden).value(), staticDirsOf(dataDir)});
  p.submissions = std::make_unique<Submissions>(*p.site);
  p.oldRecordings = std::make_unique<OldRecordings>(*p.store, p.metrics, config.keepRecordingsDays);
  p.router = std::make_unique<Router>(*p.site, *p.submissions);
  p.http = std::make_unique<http::Server>(
      p.config, p.metrics, board::kMaxSubmission,
      [&p](http::Request request, const http::Server::Reply& reply) { p.router->answer(std::move(request), reply); });
  const auto port = p.http->start();
  if (!port) return port.error();
  p.port = port.value();
  return out;
}

int Running::port() const { return m_parts->port; }
const Secrets& Running::secrets() const { return m_parts->secrets; }
Metrics& Running::metrics() { return m_parts->metrics; }
Store& Running::store() { return *m_parts->store; }
std::size_t Running::levels() const { return m_parts->levels->all().size(); }

int Running::judgeSome() {
  const auto done = rejudgeSome(*m_parts->store, *m_parts->levels, m_parts->site->clock());
  return done ? done.value().judged : 0;
}

Result<bool> Running::letSomeRecordingsGo() { return m_parts->oldRecordings->letSomeGo(m_parts->site->clock()); }

void Running::stop() {
  Parts& p = *m_parts;
  if (p.stopped) return;
  p.stopped = true;
  // First no more comes in and what is inside is answered, then those who answer go home.
  if (p.http) p.http->stop();
  if (p.submissions) p.submissions->stop();
  if (p.router) p.router->stop();
}

}  // namespace knead::server
