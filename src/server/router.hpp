// Where every request arrives: how much each caller may ask, what may be a moment old, and on which thread it is done.
// Who answers it in the end stands in routes.hpp.
#pragma once

#include "server/http/cache.hpp"
#include "server/http/server.hpp"
#include "server/limits.hpp"
#include "server/runs/submissions.hpp"
#include "server/site.hpp"
#include "server/workers.hpp"

namespace knead::server {

class Router {
 public:
  // Both must outlive it.
  Router(const Site& site, Submissions& submissions);
  void answer(http::Request request, const http::Server::Reply& reply);
  // Answers what was taken, and nothing more.
  void stop() { m_readers.stop(); }

 private:
  const Site* m_site;
  Submissions* m_submissions;
  RateLimit m_runs, m_reads;
  http::Cache m_cache;
  Workers m_readers;
};

}  // namespace knead::server
