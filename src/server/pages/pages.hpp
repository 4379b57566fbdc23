// The pages for people: boards, days, players and runs, made on the server, readable without scripts, by keyboard and
// on a phone. The run's page alone has a script, which plays the run again in the browser.
#pragma once

#include "server/http/message.hpp"
#include "server/site.hpp"

namespace knead::server::pages {

[[nodiscard]] http::Response home(const Site& site);
// ?after=... goes on; ?screen=1 is for a wall: large letters, renewed every ten seconds.
[[nodiscard]] http::Response board(const http::Request& request, const std::string& id, const Site& site);
[[nodiscard]] http::Response day(const std::string& date, const Site& site);
[[nodiscard]] http::Response player(const std::string& key, const Site& site);
[[nodiscard]] http::Response run(const std::string& id, const Site& site);
[[nodiscard]] http::Response about(const Site& site);
[[nodiscard]] http::Response notFound(const Site& site, int status, const std::string& words);
// 503, for a page whose rows the store does not give.
[[nodiscard]] http::Response storeDown(const Site& site);
// What a run's page shows where it cannot be played: its time line, as JSON (docs/web.md).
[[nodiscard]] http::Response timeline(const std::string& id, const Site& site);
// The level file of this content.
[[nodiscard]] http::Response levelFile(const std::string& hash, const Site& site);
// A file of the pages, by its plain name.
[[nodiscard]] http::Response staticFile(const std::string& name, const Site& site);

}  // namespace knead::server::pages
