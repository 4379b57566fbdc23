#include "server/pages/layout.hpp"

#include <cstdio>

#include "core/date.hpp"

namespace knead::server::pages {
namespace {

constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

std::string tenths(int hundredths) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%d.%d", hundredths / 100, hundredths % 100 / 10);
  return text.data();
}

}  // namespace

http::Response framed(const Site& site, const Frame& frame, const Html& body) {
  Html html;
  html.markup(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"dark\">\n");
  if (frame.screen) html.markup("<meta http-equiv=\"refresh\" content=\"10\">\n");
  html.markup("<title>").text(frame.title).markup(" · ").text(site.config.name).markup("</title>\n");
  html.markup("<link rel=\"stylesheet\" href=\"/static/site.css\">\n");
  if (frame.player)
    html.markup(
        "<link rel=\"stylesheet\" href=\"/static/style.css\">\n"
        "<script type=\"module\" src=\"/static/player.js\"></script>\n");
  html.markup("</head>\n");
  if (frame.screen)
    html.markup("<body class=\"screen\">\n");
  else
    html.markup("<body>\n");
  html.markup("<a class=\"skip\" href=\"#content\">To the content</a>\n<header>\n<a class=\"word\" href=\"/\">")
      .text(site.config.name)
      .markup("</a>\n<nav aria-label=\"Boards\"><a href=\"/days/")
      .path(dateOf(site.today()))
      .markup("\">Today’s back</a> <a href=\"/\">Levels</a> <a href=\"/about\">About</a></nav>\n</header>\n");
  html.add(body);
  html.markup(
      "<footer><p>Every run here was played again by the server; only what came out counts. Knead is a game and "
      "not medical advice.</p></footer>\n</body>\n</html>\n");
  http::Response out;
  out.status = frame.status;
  out.type = "text/html; charset=utf-8";
  out.body = html.take();
  out.cacheSeconds = frame.cacheSeconds;
  out.headers = {{"Content-Security-Policy", kPolicy}, {"Referrer-Policy", "no-referrer"}};
  return out;
}

std::string titleOf(const Site& site, const std::string& levelId, std::uint64_t levelHash) {
  if (const auto found = site.levels.find(levelId, levelHash)) return found->level->title;
  return levelId.empty() ? std::string("A level that is not here") : levelId;
}

std::string wayOf(const board::Key& key) {
  std::string out(replay::kInputModeIds[static_cast<std::size_t>(key.mode)]);
  if (key.assisted) out += ", assisted";
  return out;
}

std::string timeText(Ms time) {
  const int day = dayOfTime(time);
  const auto minutes = static_cast<int>((time - static_cast<Ms>(day) * kDayMs) / kMinuteMs);
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), " %02d:%02d", minutes / 60, minutes % 60);
  return dateOf(day) + text.data();
}

void writePlayer(Html& html, const PlayerRow& player) {
  html.markup("<a href=\"/players/").path(board::hexOf(player.key)).markup("\">");
  // The name keeps its own direction: it cannot turn the line around it.
  html.markup("<bdi>").text(player.name.empty() ? "a player" : player.name).markup("</bdi>");
  html.markup("</a> <small class=\"key\">").text(board::hexOf(std::span(player.key).first(3))).markup("</small>");
}

void writeStars(Html& html, int stars) {
  html.markup("<span class=\"stars\" role=\"img\" aria-label=\"").number(stars).markup(" of 3 stars\">");
  for (int i = 0; i < 3; ++i) {
    if (i < stars)
      html.markup("★");
    else
      html.markup("<span class=\"none\">☆</span>");
  }
  html.markup("</span>");
}

void writePain(Html& html, const RunRow& run) {
  html.text(tenths(run.painBefore)).markup(" → ").text(tenths(run.painAfter));
}

}  // namespace knead::server::pages
