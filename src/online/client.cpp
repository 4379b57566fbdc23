// libcurl and JSON, here alone.
#include "online/client.hpp"

#include <curl/curl.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>

#include "board/request.hpp"
#include "core/hash.hpp"
#include "core/translatable.hpp"
#include "level/level_json.hpp"

namespace knead::online {
namespace {

using nlohmann::json;

constexpr std::size_t kMostAnswer = 32U * 1024U * 1024U;   // a part of an export
constexpr std::size_t kMostExport = 512U * 1024U * 1024U;  // of all parts
constexpr long kConnectSeconds = 5;

struct Taking {
  std::string body;
  bool tooMuch = false;
};

std::size_t take(char* from, std::size_t size, std::size_t count, void* into) {
  auto& taking = *static_cast<Taking*>(into);
  if (taking.body.size() + size * count > kMostAnswer) {
    taking.tooMuch = true;
    return 0;
  }
  taking.body.append(from, size * count);
  return size * count;
}

int giveUp(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(stop)->load() ? 1 : 0;
}

void prepareOnce() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

// What is reached without a proxy: this machine, and what the environment names.
std::string withoutProxy() {
  std::string all = "localhost,127.0.0.1,::1";
  for (const char* name : {"no_proxy", "NO_PROXY"}) {
    const char* more = std::getenv(name);
    if (more == nullptr || *more == 0) continue;
    return std::string(more) == "*" ? "*" : all + "," + more;
  }
  return all;
}

std::string textOf(const json& from, const char* name) {
  const auto found = from.find(name);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}
std::int64_t numberOf(const json& from, const char* name) {
  const auto found = from.find(name);
  return found != from.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

Problem notOurs() {
  return {N_("What answers at this address is no board of Knead, or one of another version."), false};
}

bool isForGood(int status) { return status >= 400 && status < 500 && status != 429; }

// What the server said was wrong.
Problem saidBy(int status, const std::string& body) {
  if (status >= 300 && status < 400)
    return {N_("This address sends elsewhere; perhaps it begins with https:// there. Give the address it sends to."),
            false};
  const json document = level::parseDocument(body);
  const std::string said = document.is_object() ? textOf(document, "error") : std::string();
  return {said.empty() ? "The server answered " + std::to_string(status) + "." : said, status == 429 || status >= 500};
}

}  // namespace

Client::Client(std::string address, int timeoutSeconds)
    : m_address(std::move(address)), m_timeoutSeconds(timeoutSeconds) {
  while (!m_address.empty() && m_address.back() == '/') m_address.pop_back();
}

Client::Reply Client::request(const std::string& method, const std::string& target, const std::string& body,
                              const std::vector<std::string>& headers) const {
  prepareOnce();
  Reply reply;
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl) {
    reply.problem = {"The network cannot be used.", true};
    return reply;
  }
  curl_slist* list = nullptr;
  for (const std::string& header : headers) list = curl_slist_append(list, header.c_str());
  list = curl_slist_append(list, "Expect:");
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> kept(list, &curl_slist_free_all);
  Taking taking;
  const std::string url = m_address + target;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, static_cast<long>(m_timeoutSeconds));
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  // Nothing but the web, and never from one server to another.
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS, static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  const std::string direct = withoutProxy();
  curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, direct.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &taking);
  if (m_stop != nullptr) {
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, giveUp);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, m_stop);
  }
  if (!body.empty() || method == "POST" || method == "PUT") {
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.data());
  }
  const CURLcode code = curl_easy_perform(curl.get());
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (code != CURLE_OK) {
    reply.problem = taking.tooMuch
                        ? notOurs()
                        : Problem{"The server " + m_address + " does not answer: " + curl_easy_strerror(code) + ".",
                                  code != CURLE_URL_MALFORMAT && code != CURLE_UNSUPPORTED_PROTOCOL};
    return reply;
  }
  reply.status = static_cast<int>(status);
  reply.body = std::move(taking.body);
  return reply;
}

Client::Reply Client::signedRequest(const board::Identity& me, const ServerInfo& server, const std::string& method,
                                    const std::string& target, const std::string& body) const {
  const std::string text = board::signedText(server.id, method, target, server.timeMs, body);
  const board::Signature signature = me.sign(board::kRequestPurpose, board::bytesOf(text));
  return request(method, target, body,
                 {"Knead-Key: " + board::hexOf(me.key()), "Knead-Time: " + std::to_string(server.timeMs),
                  "Knead-Signature: " + board::hexOf(signature), "Content-Type: application/json"});
}

Answer<ServerInfo> Client::server() const {
  const Reply reply = request("GET", "/v1/server", "");
  if (reply.status == 0) return {std::nullopt, reply.problem};
  if (reply.status != 200) return {std::nullopt, saidBy(reply.status, reply.body)};
  const json document = level::parseDocument(reply.body);
  const auto id = document.is_object() ? board::fromHex<16>(textOf(document, "id")) : std::nullopt;
  if (!id) return {std::nullopt, notOurs()};
  ServerInfo out;
  out.name = textOf(document, "name");
  out.id = *id;
  out.rules = static_cast<std::uint32_t>(numberOf(document, "rules"));
  out.timeMs = numberOf(document, "time");
  out.day = textOf(document, "day");
  out.dayLevel = board::numberFromHex(textOf(document, "day_level")).value_or(0);
  return {out, {}};
}

Answer<board::StartToken> Client::start(const board::Identity& me, const ServerInfo& server, const std::string& day,
                                        std::uint64_t levelHash) const {
  const json body = {{"day", day}, {"level", knead::hexOf(levelHash).text}};
  const Reply reply = signedRequest(me, server, "POST", "/v1/starts", body.dump());
  if (reply.status == 0) return {std::nullopt, reply.problem};
  if (reply.status != 200) return {std::nullopt, saidBy(reply.status, reply.body)};
  const json document = level::parseDocument(reply.body);
  const auto bytes =
      document.is_object() ? board::fromHex<board::kTokenBytes>(textOf(document, "token")) : std::nullopt;
  if (!bytes) return {std::nullopt, notOurs()};
  const auto token = board::decodeToken(*bytes);
  if (!token) return {std::nullopt, notOurs()};
  return {token.value(), {}};
}

Answer<Verdict> Client::submit(const board::Bytes& submission) const {
  const Reply reply = request("POST", "/v1/runs", std::string(submission.begin(), submission.end()),
                              {"Content-Type: application/x-knead-run"});
  if (reply.status == 0) return {std::nullopt, reply.problem};
  const json document = level::parseDocument(reply.body);
  const std::string said = document.is_object() ? textOf(document, "verdict") : std::string();
  auto verdict = board::verdictOf(said);
  // A newer server may have reasons that this game does not know. It stays said: else the run would be sent for ever.
  if (!verdict && !said.empty() && isForGood(reply.status)) verdict = board::Verdict::Refused;
  if (!verdict) return {std::nullopt, reply.status == 200 ? notOurs() : saidBy(reply.status, reply.body)};
  Verdict out;
  out.verdict = *verdict;
  out.known = document.contains("known") && document["known"] == true;
  out.score = static_cast<int>(numberOf(document, "score"));
  out.stars = static_cast<int>(numberOf(document, "stars"));
  out.rank = numberOf(document, "rank");
  out.players = numberOf(document, "players");
  out.bestScore = static_cast<int>(numberOf(document, "best_score"));
  out.waitSeconds = static_cast<int>(numberOf(document, "wait_seconds"));
  out.run = textOf(document, "run");
  return {out, {}};
}

Answer<Board> Client::readBoard(const std::string& target) const {
  const Reply reply = request("GET", target, "");
  if (reply.status == 0) return {std::nullopt, reply.problem};
  if (reply.status != 200) return {std::nullopt, saidBy(reply.status, reply.body)};
  const json document = level::parseDocument(reply.body);
  if (!document.is_object() || !document.contains("lines") || !document["lines"].is_array())
    return {std::nullopt, notOurs()};
  Board out;
  out.id = textOf(document, "board");
  out.level = textOf(document, "level");
  out.players = numberOf(document, "players");
  out.after = textOf(document, "after");
  for (const json& one : document["lines"]) {
    if (!one.is_object()) return {std::nullopt, notOurs()};
    const auto player = board::fromHex<32>(textOf(one, "player"));
    const auto run = board::fromHex<32>(textOf(one, "run"));
    if (!player || !run) return {std::nullopt, notOurs()};
    out.lines.push_back({numberOf(one, "rank"), textOf(one, "name"), *player, *run,
                         static_cast<int>(numberOf(one, "score")), static_cast<int>(numberOf(one, "stars")),
                         numberOf(one, "received")});
  }
  return {out, {}};
}

Answer<Board> Client::top(const std::string& board, const std::string& after, int limit) const {
  std::string target = "/v1/boards/" + board + "?limit=" + std::to_string(limit);
  if (!after.empty()) target += "&after=" + after;
  return readBoard(target);
}

Answer<Board> Client::around(const std::string& board, const board::PublicKey& player) const {
  return readBoard("/v1/boards/" + board + "?around=" + board::hexOf(player));
}

Answer<Board> Client::among(const std::string& board, const std::vector<board::PublicKey>& players) const {
  std::string list;
  for (const board::PublicKey& player : players) list += (list.empty() ? "" : ",") + board::hexOf(player);
  return readBoard("/v1/boards/" + board + "?players=" + list);
}

Answer<board::Bytes> Client::recording(const board::Hash256& run) const {
  const Reply reply = request("GET", "/v1/runs/" + board::hexOf(run) + "/recording", "");
  if (reply.status == 0) return {std::nullopt, reply.problem};
  if (reply.status != 200) return {std::nullopt, saidBy(reply.status, reply.body)};
  board::Bytes bytes(reply.body.begin(), reply.body.end());
  // A name is the hash of what it names: nobody between can have changed it.
  if (board::hash256(bytes) != run) return {std::nullopt, notOurs()};
  return {std::move(bytes), {}};
}

Answer<std::string> Client::rename(const board::Identity& me, const ServerInfo& server, const std::string& name) const {
  const json body = {{"name", name}};
  const Reply reply =
      signedRequest(me, server, "PUT", "/v1/me", body.dump(-1, ' ', false, json::error_handler_t::replace));
  if (reply.status == 0) return {std::nullopt, reply.problem};
  if (reply.status != 200) return {std::nullopt, saidBy(reply.status, reply.body)};
  const json document = level::parseDocument(reply.body);
  if (!document.is_object()) return {std::nullopt, notOurs()};
  return {textOf(document, "name"), {}};
}

Answer<bool> Client::forgetMe(const board::Identity& me, const ServerInfo& server) const {
  const Reply reply = signedRequest(me, server, "DELETE", "/v1/me", "");
  if (reply.status == 0) return {std::nullopt, reply.problem};
  if (reply.status != 200) return {std::nullopt, saidBy(reply.status, reply.body)};
  return {true, {}};
}

Answer<std::string> Client::exportMe(const board::Identity& me, const ServerInfo& server) const {
  json all;
  std::size_t bytes = 0;
  const auto begun = std::chrono::steady_clock::now();
  for (std::string target = "/v1/me/export"; !target.empty();) {
    // The last part may be asked for minutes after the first.
    ServerInfo then = server;
    then.timeMs +=
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun).count();
    const Reply reply = signedRequest(me, then, "GET", target, "");
    if (reply.status == 0) return {std::nullopt, reply.problem};
    if (reply.status != 200) return {std::nullopt, saidBy(reply.status, reply.body)};
    bytes += reply.body.size();
    if (bytes > kMostExport) return {std::nullopt, notOurs()};
    json part = level::parseDocument(reply.body);
    if (!part.is_object() || !part.contains("runs") || !part["runs"].is_array()) return {std::nullopt, notOurs()};
    const std::string after = textOf(part, "after");
    // A part without a run would go on for ever.
    target = after.empty() || part["runs"].empty() ? "" : "/v1/me/export?after=" + after;
    part.erase("after");
    if (all.is_null()) {
      all = std::move(part);
      continue;
    }
    for (json& run : part["runs"]) all["runs"].push_back(std::move(run));
  }
  return {all.dump(1, ' ', false, json::error_handler_t::replace) + "\n", {}};
}

Result<std::string> readAddress(const std::string& typed) {
  std::string address = typed;
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!address.empty() && space(address.front())) address.erase(address.begin());
  while (!address.empty() && space(address.back())) address.pop_back();
  std::size_t host = address.find("://");
  if (host == std::string::npos) {
    address = "http://" + address;
    host = 4;
  }
  host += 3;
  while (address.size() > host && address.back() == '/') address.pop_back();
  const bool web = address.rfind("http://", 0) == 0 || address.rfind("https://", 0) == 0;
  if (!web || host >= address.size() || address.find_first_of(" \t\"<>\\^`{|}") != std::string::npos)
    return Error{"address", typed,
                 "is no address of a board; one looks like https://boards.example.org or "
                 "http://192.168.1.20:8375"};
  return address;
}

}  // namespace knead::online
