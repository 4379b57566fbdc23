#include <algorithm>
#include <map>

#include "core/date.hpp"
#include "server/after.hpp"
#include "server/pages/layout.hpp"
#include "server/pages/pages.hpp"

namespace knead::server::pages {
namespace {

constexpr int kLines = 50, kScreenLines = 12, kMostBoards = 5000;

void writeLines(Html& html, const std::vector<Standing>& lines) {
  html.markup(
      "<div class=\"wide\"><table class=\"lines\">\n<thead><tr><th scope=\"col\">Rank</th><th scope=\"col\">Player"
      "</th><th scope=\"col\">Points</th><th scope=\"col\">Stars</th><th scope=\"col\">Pain</th>"
      "<th scope=\"col\">When (UTC)</th><th scope=\"col\">Run</th></tr></thead>\n<tbody>\n");
  for (const Standing& line : lines) {
    html.markup("<tr><td class=\"number\">").number(line.rank).markup("</td><td>");
    writePlayer(html, line.player);
    html.markup("</td><td class=\"number strong\">").points(line.run.score).markup("</td><td>");
    writeStars(html, line.run.stars);
    html.markup("</td><td class=\"number\">");
    writePain(html, line.run);
    html.markup("</td><td>").text(timeText(line.run.received)).markup("</td><td><a href=\"/runs/");
    html.path(board::hexOf(line.run.id)).markup("\" aria-label=\"Watch the run of rank ").number(line.rank);
    html.markup("\">watch</a></td></tr>\n");
  }
  html.markup("</tbody></table></div>\n");
}

void writeBoardLinks(Html& html, const std::vector<BoardRow>& boards) {
  bool first = true;
  for (const BoardRow& row : boards) {
    if (!first) html.markup(" ");
    first = false;
    html.markup("<a class=\"chip\" href=\"/boards/").path(row.id).markup("\">").text(wayOf(row.key));
    html.markup(" <small>").number(row.players).markup("</small></a>");
  }
  if (first) html.markup("<span class=\"quiet\">nobody yet</span>");
}

}  // namespace

http::Response home(const Site& site) {
  const auto rows = site.store.boardsOfNoDay(kMostBoards);
  const auto todays = site.store.boards("", site.today(), kMostBoards);
  if (!rows || !todays) return storeDown(site);
  std::map<std::uint64_t, std::vector<BoardRow>> byLevel;
  for (const BoardRow& row : rows.value()) {
    if (row.key.rulesVersion == sim::kRulesVersion) byLevel[row.key.levelHash].push_back(row);
  }
  Html html;
  html.markup("<main id=\"content\">\n<h1>").text(site.config.name).markup("</h1>\n");
  if (const auto level = site.levels.ofDay(site.today())) {
    html.markup("<section class=\"card today\"><h2><a href=\"/days/").path(dateOf(site.today()));
    html.markup("\">Today’s back: ").text(level.value()->title).markup("</a></h2>\n<p class=\"quote\">“");
    html.text(level.value()->person.words).markup("”</p>\n<p>");
    writeBoardLinks(html, todays.value());
    html.markup("</p></section>\n");
  }
  html.markup(
      "<h2>Levels</h2>\n<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Number</th><th scope=\"col\">Level"
      "</th><th scope=\"col\">Boards, with the players on them</th></tr></thead>\n<tbody>\n");
  for (const auto& level : site.levels.all()) {
    html.markup("<tr><td class=\"number\">").number(level->number).markup("</td><td>").text(level->title);
    html.markup("</td><td>");
    writeBoardLinks(html, byLevel[level->hash]);
    html.markup("</td></tr>\n");
  }
  html.markup("</tbody></table></div>\n</main>\n");
  return framed(site, {"Boards"}, html);
}

http::Response board(const http::Request& request, const std::string& id, const Site& site) {
  const auto key = board::keyOf(id);
  if (!key) return notFound(site, 404, "Nobody has played on such a board.");
  const auto row = site.store.board(id);
  if (!row) return storeDown(site);
  if (!row.value()) return notFound(site, 404, "Nobody has played on such a board.");
  const bool screen = request.queryOf("screen") == "1";
  const int limit = screen ? kScreenLines : kLines;
  const auto lines = site.store.top(id, limit, afterOf(request.queryOf("after")));
  if (!lines) return storeDown(site);
  const std::string title = titleOf(site, row.value()->levelId, key->levelHash);
  Html html;
  html.markup("<main id=\"content\">\n<h1>").text(title).markup("</h1>\n<p class=\"about\">").text(wayOf(*key));
  if (key->day) {
    html.markup(" · <a href=\"/days/").path(dateOf(*key->day)).markup("\">back of ").text(dateOf(*key->day));
    html.markup("</a>");
  }
  html.markup(" · rules ").number(key->rulesVersion).markup(" · ").number(row.value()->players);
  if (row.value()->players == 1)
    html.markup(" player");
  else
    html.markup(" players");
  if (row.value()->frozen) html.markup(" · closed");
  html.markup("</p>\n");
  if (lines.value().empty())
    html.markup("<p class=\"quiet\">Nobody stands here any more.</p>\n");
  else
    writeLines(html, lines.value());
  if (static_cast<int>(lines.value().size()) == limit && !screen) {
    html.markup("<p><a class=\"chip\" rel=\"next\" href=\"/boards/").path(id).markup("?after=");
    html.text(afterText(lines.value().back())).markup("\">further down</a></p>\n");
  }
  html.markup("</main>\n");
  Frame frame{title};
  frame.screen = screen;
  return framed(site, frame, html);
}

http::Response day(const std::string& date, const Site& site) {
  const auto day = dayOf(date);
  if (!day || *day > site.today()) return notFound(site, 404, "That day has not come yet.");
  const auto level = site.levels.ofDay(*day);
  if (!level) return notFound(site, 500, "The level of that day cannot be made.");
  const auto boards = site.store.boards("", day, kMostBoards);
  if (!boards) return storeDown(site);
  Html html;
  html.markup("<main id=\"content\">\n<p class=\"about\"><time>").text(date).markup("</time> UTC</p>\n<h1>");
  html.text(level.value()->title).markup("</h1>\n<p class=\"quote\">“").text(level.value()->person.words);
  html.markup("”</p>\n<p class=\"about\">").text(level.value()->person.name).markup(", ");
  html.text(level.value()->person.role).markup("</p>\n<p>");
  writeBoardLinks(html, boards.value());
  html.markup("</p>\n");
  for (const BoardRow& row : boards.value()) {
    const auto lines = site.store.top(row.id, 10, std::nullopt);
    if (!lines) return storeDown(site);
    if (lines.value().empty()) continue;
    html.markup("<h2><a href=\"/boards/").path(row.id).markup("\">").text(wayOf(row.key)).markup("</a></h2>\n");
    writeLines(html, lines.value());
  }
  html.markup("<nav class=\"days\" aria-label=\"Days\">");
  if (*day > 0) html.markup("<a rel=\"prev\" href=\"/days/").path(dateOf(*day - 1)).markup("\">the day before</a> ");
  if (*day < site.today())
    html.markup("<a rel=\"next\" href=\"/days/").path(dateOf(*day + 1)).markup("\">the day after</a>");
  html.markup("</nav>\n</main>\n");
  return framed(site, {level.value()->title}, html);
}

}  // namespace knead::server::pages
