#include "server/api/auth.hpp"

#include <charconv>

#include "board/request.hpp"

namespace knead::server::api {
namespace {

constexpr Ms kGoodForMs = 5 * 60 * 1000;

std::string_view wordOf(http::Method method) {
  switch (method) {
    case http::Method::Get: return "GET";
    case http::Method::Head: return "HEAD";
    case http::Method::Post: return "POST";
    case http::Method::Put: return "PUT";
    case http::Method::Delete: return "DELETE";
    case http::Method::Other: break;
  }
  return "";
}

}  // namespace

std::optional<board::PublicKey> signerOf(const http::Request& request, const Site& site) {
  const auto key = board::fromHex<32>(request.key);
  const auto signature = board::fromHex<64>(request.signature);
  std::int64_t time = 0;
  const char* end = request.time.data() + request.time.size();
  const auto [read, problem] = std::from_chars(request.time.data(), end, time);
  if (!key || !signature || problem != std::errc{} || read != end) return std::nullopt;
  const Ms now = site.clock();
  if (time < now - kGoodForMs || time > now + kGoodForMs) return std::nullopt;
  const std::string text =
      board::signedText(site.secrets.id, wordOf(request.method), request.target, time, request.body);
  if (!board::verifies(*key, board::kRequestPurpose, board::bytesOf(text), *signature)) return std::nullopt;
  return key;
}

}  // namespace knead::server::api
