#include <algorithm>
#include <charconv>

#include "core/date.hpp"
#include "core/hash.hpp"
#include "server/after.hpp"
#include "server/api/handlers.hpp"

namespace knead::server::api {
namespace {

constexpr int kMostLines = 100, kUsualLines = 50, kEach = 5, kMostBoards = 200;
constexpr std::size_t kMostFriends = 100;

template <class T>
std::optional<T> numberOf(std::string_view text) {
  T value{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Json linesOf(const std::vector<Standing>& lines) {
  Json out = Json::array();
  for (const Standing& line : lines) out.push_back(jsonOf(line));
  return out;
}

}  // namespace

http::Response server(const Site& site) {
  const auto today = site.levels.ofDay(site.today());
  Json out = {{"name", site.config.name},
              {"id", board::hexOf(site.secrets.id)},
              {"version", KNEAD_VERSION},
              {"rules", sim::kRulesVersion},
              {"time", site.clock()},
              {"day", dateOf(site.today())},
              {"levels", site.levels.all().size()}};
  if (today) out["day_level"] = knead::hexOf(today.value()->hash).text;
  return json(out);
}

http::Response boards(const http::Request& request, const Site& site) {
  const std::string level = request.queryOf("level"), date = request.queryOf("day");
  const bool id = std::all_of(level.begin(), level.end(),
                              [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!id) return problem(400, "level is not the id of a level, such as first-touch");
  std::optional<int> day;
  if (!date.empty() && !(day = dayOf(date))) return problem(400, "day is not a date such as 2026-11-28");
  const auto rows = site.store.boards(level, day, kMostBoards);
  if (!rows) return storeDown();
  Json list = Json::array();
  for (const BoardRow& row : rows.value()) list.push_back(jsonOf(row, site));
  return json({{"boards", list}}, 200, 1);
}

http::Response board(const http::Request& request, const std::string& id, const Site& site) {
  const auto key = board::keyOf(id);
  if (!key) return problem(404, "There is no such board.");
  const auto row = site.store.board(id);
  if (!row) return storeDown();
  // A board on which nobody was yet is an empty board.
  BoardRow shown = row.value().value_or(BoardRow{});
  if (!row.value()) {
    shown.id = id;
    shown.key = *key;
  }
  Json out = jsonOf(shown, site);
  const std::string around = request.queryOf("around"), players = request.queryOf("players");
  Result<std::vector<Standing>> lines = std::vector<Standing>{};
  if (!around.empty()) {
    const auto player = board::fromHex<32>(around);
    if (!player) return problem(400, "around is not a key of 64 digits");
    lines = site.store.around(id, *player, kEach);
  } else if (!players.empty()) {
    std::vector<board::PublicKey> keys;
    for (std::string_view rest = players; !rest.empty() && keys.size() <= kMostFriends;) {
      const auto one = board::fromHex<32>(rest.substr(0, rest.find(',')));
      if (!one) return problem(400, "players is not a list of keys of 64 digits");
      keys.push_back(*one);
      rest.remove_prefix(std::min(rest.size(), std::size_t{65}));
    }
    if (keys.size() > kMostFriends) return problem(400, "players names more than 100 keys");
    lines = site.store.among(id, keys);
  } else {
    const std::string limitText = request.queryOf("limit"), afterWord = request.queryOf("after");
    const auto limit = limitText.empty() ? std::optional<int>(kUsualLines) : numberOf<int>(limitText);
    if (!limit || *limit < 1 || *limit > kMostLines) return problem(400, "limit is not a number from 1 to 100");
    std::optional<After> after;
    if (!afterWord.empty() && !(after = afterOf(afterWord)))
      return problem(400, "after is not what an earlier page gave");
    lines = site.store.top(id, *limit, after);
    if (lines && static_cast<int>(lines.value().size()) == *limit) out["after"] = afterText(lines.value().back());
  }
  if (!lines) return storeDown();
  out["lines"] = linesOf(lines.value());
  return json(out, 200, 1);
}

http::Response run(const std::string& id, const Site& site) {
  const auto hash = board::fromHex<32>(id);
  if (!hash) return problem(404, "There is no such run.");
  const auto shown = site.shown(*hash);
  if (!shown) return storeDown();
  if (!shown.value()) return problem(404, "There is no such run.");
  Json out = jsonOf(shown.value()->run);
  out["open"] = site.isOpen(shown.value()->run);
  return json(out, 200, 1);
}

http::Response recording(const std::string& id, const Site& site) {
  const auto hash = board::fromHex<32>(id);
  if (!hash) return problem(404, "There is no such run.");
  const auto shown = site.shown(*hash);
  if (!shown) return storeDown();
  if (!shown.value()) return problem(404, "There is no such run.");
  if (!site.isOpen(shown.value()->run)) return problem(403, "Runs of a day can be watched when the day is over.");
  const auto packed = site.store.recording(*hash);
  if (!packed) return storeDown();
  if (!packed.value()) return problem(404, "This recording is not kept any more.");
  const auto bytes = board::unpacked(*packed.value());
  if (!bytes) return problem(500, "The recording is damaged.");
  http::Response out;
  out.type = "application/x-knead-replay";
  out.body.assign(bytes.value().begin(), bytes.value().end());
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + id.substr(0, 12) + ".knead\"");
  out.cacheSeconds = 1;  // it may be taken away at any time
  return out;
}

http::Response ready(const Site& site, double queueFullness) {
  constexpr double kFull = 0.9;
  // Why not, and where the store is, is for whoever runs the server: `knead-server doctor`.
  if (!site.store.probe()) return problem(503, "the store cannot be written");
  if (queueFullness > kFull) return problem(503, "the queue is nearly full");
  return json({{"ready", true}}, 200, 1);  // a probe is two writes: not for everybody who asks
}

http::Response verdict(const Answer& answer) {
  using board::Verdict;
  int status = 200;
  switch (answer.verdict) {
    case Verdict::Accepted:
    case Verdict::ScoreDiffers: break;
    case Verdict::Malformed: status = 400; break;
    case Verdict::TooLarge: status = 413; break;
    case Verdict::BadSignature: status = 401; break;
    case Verdict::Banned: status = 403; break;
    case Verdict::Copied:
    case Verdict::UsedToken: status = 409; break;
    case Verdict::Busy:
    case Verdict::StoreDown: status = 503; break;
    case Verdict::TooMany: status = 429; break;
    default: status = 422; break;
  }
  http::Response out = json(jsonOf(answer), status);
  if (answer.waitSeconds > 0) out.headers.emplace_back("Retry-After", std::to_string(answer.waitSeconds));
  return out;
}

}  // namespace knead::server::api
