#include "board/submission.hpp"
#include "core/date.hpp"
#include "core/file.hpp"
#include "core/hash.hpp"
#include "daily/daily.hpp"
#include "replay/read.hpp"
#include "server/pages/layout.hpp"
#include "server/pages/pages.hpp"
#include "web/timeline.hpp"

namespace knead::server::pages {
namespace {

constexpr int kRunsShown = 50;

// Of its file on this server.
std::string levelName(const board::Key& key) {
  std::string name = knead::hexOf(key.levelHash).text;
  if (key.day) name += "." + dateOf(*key.day);
  return name;
}

}  // namespace

http::Response player(const std::string& key, const Site& site) {
  const auto bytes = board::fromHex<32>(key);
  if (!bytes) return notFound(site, 404, "There is no such player.");
  const auto row = site.store.player(*bytes);
  const auto runs = site.store.runsOf(*bytes, kRunsShown);
  if (!row || !runs) return storeDown(site);
  if (!row.value() || row.value()->banned) return notFound(site, 404, "There is no such player.");
  Html html;
  html.markup("<main id=\"content\">\n<h1><bdi>").text(row.value()->name.empty() ? "A player" : row.value()->name);
  html.markup("</bdi></h1>\n<p class=\"about\">key <code>").text(key.substr(0, 12)).markup("…</code>");
  if (row.value()->created != 0) html.markup(" · here since ").text(timeText(row.value()->created).substr(0, 10));
  html.markup("</p>\n");
  html.markup(
      "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Level</th><th scope=\"col\">Way</th>"
      "<th scope=\"col\">Points</th><th scope=\"col\">Stars</th><th scope=\"col\">When (UTC)</th>"
      "<th scope=\"col\">Run</th></tr></thead>\n<tbody>\n");
  for (const RunRow& run : runs.value()) {
    const auto board = board::keyOf(run.board);
    if (run.hidden || !board) continue;
    std::string title = "A level that is not here";
    if (const auto found = site.levels.byHash(board->levelHash)) title = found->level->title;
    if (board->day) title = "Back of " + dateOf(*board->day);
    html.markup("<tr><td><a href=\"/boards/").path(run.board).markup("\">").text(title).markup("</a></td><td>");
    html.text(wayOf(*board)).markup("</td><td class=\"number strong\">").points(run.score).markup("</td><td>");
    writeStars(html, run.stars);
    html.markup("</td><td>").text(timeText(run.received)).markup("</td><td><a href=\"/runs/");
    html.path(board::hexOf(run.id)).markup("\">watch</a></td></tr>\n");
  }
  html.markup("</tbody></table></div>\n</main>\n");
  return framed(site, {row.value()->name.empty() ? "A player" : row.value()->name}, html);
}

http::Response run(const std::string& id, const Site& site) {
  const auto hash = board::fromHex<32>(id);
  if (!hash) return notFound(site, 404, "There is no such run.");
  const auto shown = site.shown(*hash);
  if (!shown) return storeDown(site);
  if (!shown.value()) return notFound(site, 404, "There is no such run.");
  const auto& [run, player] = *shown.value();
  const auto key = board::keyOf(run.board);
  const auto board = site.store.board(run.board);
  if (!board) return storeDown(site);
  if (!key) return notFound(site, 404, "There is no such run.");
  const std::string title = titleOf(site, board.value() ? board.value()->levelId : "", key->levelHash);
  const bool open = site.isOpen(run);
  Html html;
  const std::string state = knead::hexOf(run.stateHash).text, level = levelName(*key);
  const bool plays = open && run.recorded;
  if (plays) {
    html.markup("<main id=\"content\" data-run=\"").text(id).markup("\" data-level=\"").text(level);
    html.markup("\" data-hash=\"").text(state).markup("\">\n");
  } else {
    html.markup("<main id=\"content\">\n");
  }
  html.markup("<h1>").text(title).markup("</h1>\n<p class=\"about\">");
  writePlayer(html, player);
  html.markup(" · <a href=\"/boards/").path(run.board).markup("\">").text(wayOf(*key)).markup("</a> · ");
  html.text(timeText(run.received)).markup(" UTC</p>\n<p class=\"result\"><strong>").points(run.score);
  html.markup("</strong> points ");
  writeStars(html, run.stars);
  html.markup(" <span class=\"quiet\">pain ");
  writePain(html, run);
  html.markup("</span></p>\n");
  if (plays) {
    html.markup("<div id=\"player\" class=\"kp-root\"></div>\n<p><a class=\"chip\" href=\"/runs/").path(id);
    html.markup("/recording\" download>the recording</a></p>\n");
  } else if (open) {
    html.markup("<p class=\"quiet\">The recording of this run is not kept any more: it was old, and another was its ")
        .markup("player’s best.</p>\n");
  } else {
    html.markup("<p class=\"quiet\">Runs of a day can be watched when the day is over, from ");
    html.text(timeText(site.closes(key->day.value_or(0)))).markup(" UTC on.</p>\n");
  }
  html.markup("<p class=\"quiet\">State at the end, by the server: <code>")
      .text(state)
      .markup("</code></p>\n</main>\n");
  Frame frame{title};
  frame.player = plays;
  return framed(site, frame, html);
}

http::Response about(const Site& site) {
  Html html;
  html.markup(
      "<main id=\"content\" class=\"text\">\n<h1>About this board</h1>\n"
      "<p>A run is what the hand did, 120 times a second, in whole numbers. The server plays it again and keeps "
      "only the score that comes out. What a game says of its own score is not believed, and nobody is punished "
      "for a difference.</p>\n<p>Today’s back is begun with the server and played once: each run has a start of "
      "its own, and can be watched by others when the day is over.</p>\n<h2>What is kept</h2>\n<p>Of each player: "
      "a public key that the game made, the name they chose, their runs and when they came. No address, no "
      "password, no cookie; nothing is fetched from anywhere else. In the game, <em>Boards</em> takes all of it "
      "away again, or saves it into a file.</p>\n<h2>What is not promised</h2>\n<p>That the hand was a person’s. "
      "A program that plays in real time cannot be told from one with certainty, nor can two people who share "
      "a key.</p>\n<p class=\"quiet\">Board <code>");
  html.text(board::hexOf(site.secrets.id)).markup("</code> · Knead ").text(KNEAD_VERSION).markup(" · rules ");
  html.number(sim::kRulesVersion).markup("</p>\n</main>\n");
  return framed(site, {"About"}, html);
}

http::Response storeDown(const Site& site) {
  http::Response out = notFound(site, 503, "The boards cannot be read just now. Come again in a moment.");
  out.headers.emplace_back("Retry-After", "10");
  return out;
}

http::Response notFound(const Site& site, int status, const std::string& words) {
  Html html;
  html.markup("<main id=\"content\" class=\"text\">\n<h1>")
      .text(words)
      .markup(
          "</h1>\n<p><a href=\"/\">To the boards</a>"
          "</p>\n</main>\n");
  Frame frame{"Not here"};
  frame.status = status;
  frame.cacheSeconds = 0;
  return framed(site, frame, html);
}

http::Response timeline(const std::string& id, const Site& site) {
  const auto hash = board::fromHex<32>(id);
  const auto shown = hash ? site.shown(*hash) : Result<std::optional<Site::Shown>>(std::optional<Site::Shown>());
  if (!shown) return storeDown(site);
  if (!shown.value() || !site.isOpen(shown.value()->run)) return notFound(site, 404, "There is no such run.");
  const auto packed = site.store.recording(*hash);
  if (!packed) return storeDown(site);
  const auto bytes = packed.value() ? board::unpacked(*packed.value()) : Result<board::Bytes>(Error{});
  const auto replay = bytes ? replay::decode(bytes.value(), "recording") : Result<replay::Replay>(Error{});
  if (!replay) return notFound(site, 404, "This recording is not kept any more.");
  const auto level = site.levels.find(replay.value().header.levelId, replay.value().header.levelHash);
  if (!level) return notFound(site, 404, "The level of this run is not here any more.");
  http::Response out;
  out.type = "application/json; charset=utf-8";
  out.body = web::runTimeline(*level->level, replay.value());
  out.cacheSeconds = 1;
  return out;
}

http::Response levelFile(const std::string& hash, const Site& site) {
  // "9f3c0a11d2e4b567", or "9f3c0a11d2e4b567.2026-11-28" of a day.
  const auto number = board::numberFromHex(hash.substr(0, hash.find('.')));
  const std::size_t dot = hash.find('.');
  const auto day = dot == std::string::npos ? std::nullopt : dayOf(std::string_view(hash).substr(dot + 1));
  const auto found = number ? site.levels.textOf(*number, day) : std::nullopt;
  if (!found) return notFound(site, 404, "There is no such level.");
  http::Response out;
  out.type = "application/json; charset=utf-8";
  out.body = *found;
  out.cacheSeconds = 3600;
  return out;
}

http::Response staticFile(const std::string& name, const Site& site) {
  constexpr std::size_t kLargest = 16U * 1024U * 1024U;
  static const std::vector<std::pair<std::string_view, std::string_view>> kTypes = {
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".wasm", "application/wasm"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"}};
  const bool plain = !name.empty() &&
                     name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos &&
                     name.front() != '.';
  for (const auto& [ending, type] : kTypes) {
    if (!plain || name.size() <= ending.size() || name.compare(name.size() - ending.size(), ending.size(), ending) != 0)
      continue;
    for (const std::string& folder : site.staticDirs) {
      auto text = readWholeFile(folder + "/" + name, kLargest);
      if (!text) continue;
      http::Response out;
      out.type = std::string(type);
      out.body = std::move(text).value();
      out.cacheSeconds = 600;
      return out;
    }
  }
  return notFound(site, 404, "There is no such file.");
}

}  // namespace knead::server::pages
