#include "server/routes.hpp"

#include "server/api/handlers.hpp"
#include "server/pages/pages.hpp"

namespace knead::server {
namespace {

using http::Method;

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

http::Response program(const http::Request& request, const std::string& path, const Site& site) {
  const bool get = request.method == Method::Get || request.method == Method::Head;
  if (path == "/starts") return request.method == Method::Post ? api::start(request, site) : notAllowed("POST");
  if (path == "/me") {
    const bool may = get || request.method == Method::Put || request.method == Method::Delete;
    return may ? api::me(request, site) : notAllowed("GET, PUT, DELETE");
  }
  if (!get) return notAllowed("GET");
  if (path == "/me/export") return api::exportOf(request, site);
  if (path == "/server") return api::server(site);
  if (path == "/boards") return api::boards(request, site);
  if (const auto id = behind(path, "/boards/")) return api::board(request, *id, site);
  if (const auto id = behind(path, "/runs/")) return api::run(*id, site);
  if (const auto key = behind(path, "/players/")) return api::player(*key, site);
  if (const auto id = between(path, "/runs/", "/recording")) return api::recording(*id, site);
  return api::problem(404, "There is nothing here; docs/server.md lists the addresses.");
}

http::Response page(const http::Request& request, const Site& site) {
  const std::string& path = request.path;
  if (path == "/") return pages::home(site);
  if (path == "/about") return pages::about(site);
  if (const auto id = behind(path, "/boards/")) return pages::board(request, *id, site);
  if (const auto date = behind(path, "/days/")) return pages::day(*date, site);
  if (const auto key = behind(path, "/players/")) return pages::player(*key, site);
  if (const auto id = behind(path, "/runs/")) return pages::run(*id, site);
  if (const auto id = between(path, "/runs/", "/recording")) return api::recording(*id, site);
  if (const auto id = between(path, "/runs/", "/timeline.json")) return pages::timeline(*id, site);
  if (const auto name = between(path, "/levels/", ".json")) return pages::levelFile(*name, site);
  if (const auto name = behind(path, "/static/")) return pages::staticFile(*name, site);
  return pages::notFound(site, 404, "There is no such page.");
}

}  // namespace

http::Response notAllowed(const std::string& what) {
  http::Response out = api::problem(405, "This address takes " + what + " only.");
  out.headers.emplace_back("Allow", what);
  return out;
}

bool readsQuery(const std::string& path) {
  constexpr std::string_view kBoards = "/v1/boards", kBoardPages = "/boards/";
  return path.rfind(kBoards, 0) == 0 || path.rfind(kBoardPages, 0) == 0;
}

http::Response respond(const http::Request& request, const Site& site, double queueFullness) {
  if (request.path == "/readyz") return api::ready(site, queueFullness);
  constexpr std::string_view kApi = "/v1/";
  if (request.path.rfind(kApi, 0) == 0) return program(request, request.path.substr(kApi.size() - 1), site);
  if (request.method != Method::Get && request.method != Method::Head) return notAllowed("GET");
  return page(request, site);
}

}  // namespace knead::server
