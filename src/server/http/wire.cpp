#include "server/http/wire.hpp"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/error.hpp>

namespace knead::server::http {
namespace {

namespace bhttp = boost::beast::http;

Method methodOf(bhttp::verb verb) {
  switch (verb) {
    case bhttp::verb::get: return Method::Get;
    case bhttp::verb::head: return Method::Head;
    case bhttp::verb::post: return Method::Post;
    case bhttp::verb::put: return Method::Put;
    case bhttp::verb::delete_: return Method::Delete;
    default: return Method::Other;
  }
}

std::string textOf(boost::beast::string_view text) { return {text.data(), text.size()}; }

std::string headerOf(const WireRequest& from, const char* name) {
  const auto found = from.find(name);
  return found == from.end() ? std::string() : textOf(found->value());
}

// A proxy may add a line of its own instead of adding to the one that is there.
std::string allHeadersOf(const WireRequest& from, const char* name) {
  std::string out;
  const auto [begin, end] = from.equal_range(name);
  for (auto line = begin; line != end; ++line) out += (out.empty() ? "" : ",") + textOf(line->value());
  return out;
}

}  // namespace

void limit(WireParser& parser, std::size_t mostBody) {
  parser.header_limit(static_cast<std::uint32_t>(kMostHeaderBytes));
  parser.body_limit(mostBody);
}

bool readRequest(const WireRequest& from, const std::string& peer, const Proxies& proxies, Request& into) {
  into.method = methodOf(from.method());
  into.key = headerOf(from, "Knead-Key");
  into.time = headerOf(from, "Knead-Time");
  into.signature = headerOf(from, "Knead-Signature");
  into.address = proxies.client(peer, allHeadersOf(from, "X-Forwarded-For"));
  into.body = from.body();
  return readTarget(textOf(from.target()), into);
}

std::optional<Response> complaintOf(boost::system::error_code problem) {
  if (problem == bhttp::error::body_limit || problem == bhttp::error::header_limit ||
      problem == bhttp::error::buffer_overflow)
    return plainResponse(413, "The request is larger than this server takes.");
  if (problem.category() != bhttp::make_error_code(bhttp::error::bad_method).category()) return std::nullopt;
  return plainResponse(400, "The request is not HTTP: " + problem.message() + ".");
}

WireResponse wireOf(Response response, unsigned version, bool keepAlive, bool head) {
  WireResponse wire;
  wire.version(version);
  wire.result(static_cast<unsigned>(response.status));
  wire.reason(std::string(reasonOf(response.status)));
  wire.set(bhttp::field::content_type, response.type);
  wire.set("X-Content-Type-Options", "nosniff");
  wire.set(bhttp::field::cache_control,
           response.cacheSeconds > 0 ? "public, max-age=" + std::to_string(response.cacheSeconds) : "no-store");
  for (const auto& [name, value] : response.headers) wire.set(name, value);
  wire.keep_alive(keepAlive);
  if (head)
    wire.content_length(response.body.size());
  else
    wire.body() = std::move(response.body);
  if (!head) wire.prepare_payload();
  return wire;
}

}  // namespace knead::server::http
