// Fuzz target: any bytes as what a connection brings, read, answered and written as the server does it, from a store
// with some runs; where the first byte is odd, signed well by a player of that store, so that what lies behind the
// signature is reached. Nothing is answered with an error of the server, no answer can be made to hold more than one
// message or markup that is not ours, and what calls itself JSON is.
#include "server/http/wire.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/http/write.hpp>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>

#include "board/request.hpp"
#include "board/submission.hpp"
#include "core/file.hpp"
#include "server/routes.hpp"
#include "server/store/memory_store.hpp"

namespace {

using namespace knead;
using namespace knead::server;
namespace bhttp = boost::beast::http;

constexpr Ms kNow = 20785LL * kDayMs + kDayMs / 2;  // 2026-11-28, noon

void want(bool truth) {
  if (!truth) std::abort();
}

const board::Identity& player() {
  static const board::Identity me = board::Identity::fromSeed({1, 2, 3});
  return me;
}

// A golden run of the first level, and copies of it under other names on other boards. Requests change a store (a name,
// a player who leaves), so each input meets a new one.
void fill(testing::MemoryStore& store, const board::Levels& levels) {
  static const board::Bytes packed = [&levels] {
    const std::string folder = std::string(KNEAD_SOURCE_DATA_DIR) + "/tests/golden/";
    const auto file = readWholeFile(folder + levels.all().front()->id + ".knead", board::kMaxRecording);
    want(file.ok());
    return board::packed(board::bytesOf(file.value()));
  }();
  std::vector<NewRun> runs;
  for (int i = 0; i < 6; ++i) {
    const level::Level& level = *levels.all()[static_cast<std::size_t>(i % 2)];
    board::Key key;
    key.levelHash = level.hash;
    if (i % 3 == 2) key.day = dayOfTime(kNow) - i;
    NewRun run;
    run.row.id.fill(static_cast<std::uint8_t>(i));
    run.row.board = board::idOf(key);
    run.row.player = i % 2 == 0 ? player().key() : board::PublicKey{9};
    run.row.received = kNow - i * 1000;
    run.row.score = 50000 + i;
    run.levelId = level.id;
    run.inputs.fill(static_cast<std::uint8_t>(i));
    run.packed = packed;
    runs.push_back(run);
  }
  want(store.take(runs).ok());
  // No name that a server takes: whatever a store holds, a page shows it as text.
  want(store.rename(player().key(), "<img src=x onerror='f()'>&\"", "img", kNow).ok());
}

// Every opening angle of a page is one of ours: an element that it may have, an end, or the first line.
void checkMarkup(std::string_view page) {
  constexpr std::array<std::string_view, 32> kElements = {
      "!doctype", "a",      "bdi",   "body",  "code", "div", "em",       "footer", "h1",     "h2",      "head",
      "header",   "html",   "link",  "main",  "meta", "nav", "noscript", "p",      "script", "section", "small",
      "span",     "strong", "table", "tbody", "td",   "th",  "thead",    "time",   "title",  "tr"};
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    std::string_view rest = page.substr(at + 1);
    if (!rest.empty() && rest.front() == '/') rest.remove_prefix(1);
    const std::string_view name = rest.substr(0, rest.find_first_of(" >\n"));
    std::string small(name);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    want(std::find(kElements.begin(), kElements.end(), small) != kElements.end());
    if (small == "script")
      want(rest.rfind("script>", 0) == 0 || rest.rfind("script type=\"module\" src=\"/static/", 0) == 0);
  }
}

void check(const http::Response& response, bool head) {
  want(response.status < 500 && http::reasonOf(response.status) != "Unknown");
  if (response.type.rfind("text/html", 0) == 0) checkMarkup(response.body);
  if (response.type.rfind("application/json", 0) == 0) want(nlohmann::json::accept(response.body));
  std::ostringstream wire;
  wire << http::wireOf(response, 11, true, head);
  const std::string text = std::move(wire).str();
  bhttp::response_parser<bhttp::string_body> back;
  back.eager(true);
  back.skip(head);
  back.body_limit(boost::none);
  boost::system::error_code problem;
  const std::size_t read = back.put(boost::asio::buffer(text), problem);
  want(!problem && read == text.size() && back.is_done());
  want(back.get().result_int() == static_cast<unsigned>(response.status));
  if (!head) want(back.get().body() == response.body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto levels = board::Levels::read(KNEAD_SOURCE_DATA_DIR, "");
  want(levels.ok());
  static const Config config;
  static const Secrets secrets;
  static const http::Proxies proxies("10.0.0.1");
  if (size == 0) return 0;
  const bool isSigned = data[0] % 2 == 1;

  http::WireParser parser;
  parser.eager(true);
  http::limit(parser, board::kMaxSubmission);
  boost::system::error_code problem;
  const auto* bytes = reinterpret_cast<const char*>(data + 1);
  std::size_t done = 0;
  while (!problem && !parser.is_done() && done < size - 1) {
    const std::size_t taken = parser.put(boost::asio::buffer(bytes + done, size - 1 - done), problem);
    if (taken == 0) break;
    done += taken;
  }
  if (problem == bhttp::error::need_more) return 0;
  if (problem) {
    if (const auto complaint = http::complaintOf(problem)) check(*complaint, false);
    return 0;
  }
  if (!parser.is_done()) return 0;

  http::Request request;
  const bool head = parser.get().method() == bhttp::verb::head;
  if (!http::readRequest(parser.get(), "10.0.0.1", proxies, request)) return 0;
  if (isSigned) {
    const std::string text =
        board::signedText(secrets.id, std::string(parser.get().method_string()), request.target, kNow, request.body);
    request.key = board::hexOf(player().key());
    request.time = std::to_string(kNow);
    request.signature = board::hexOf(player().sign(board::kRequestPurpose, board::bytesOf(text)));
  }
  testing::MemoryStore store;
  fill(store, *levels.value());
  Metrics metrics;
  const Clock clock = [] { return kNow; };
  RateLimit newPlayers(config.newPlayersPerDayPerAddress, kDayMs);
  const Site site{store,      *levels.value(), secrets,
                  config,     clock,           metrics,
                  newPlayers, {"admin"},       {std::string(KNEAD_SOURCE_DATA_DIR) + "/assets/web"}};
  check(respond(request, site, 0), head);
  return 0;
}
