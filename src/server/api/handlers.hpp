// The interface for programs, version 1: what each address answers (docs/server.md). Plain functions of a request; all
// but `verdict` read the store and so belong on a thread that may wait.
#pragma once

#include "server/api/words.hpp"

namespace knead::server::api {

// GET /v1/server: who this is, what it plays by, and what time it has.
[[nodiscard]] http::Response server(const Site& site);
// GET /v1/boards?level=ID | ?day=2026-11-28
[[nodiscard]] http::Response boards(const http::Request& request, const Site& site);
// GET /v1/boards/ID: ?limit=50&after=SCORE.RECEIVED.PLAYER | ?around=PLAYER | ?players=PLAYER,PLAYER
[[nodiscard]] http::Response board(const http::Request& request, const std::string& id, const Site& site);
// GET /v1/runs/HASH
[[nodiscard]] http::Response run(const std::string& id, const Site& site);
// GET /v1/runs/HASH/recording: the replay file. Of a day that still takes runs: 403.
[[nodiscard]] http::Response recording(const std::string& id, const Site& site);
// GET /v1/players/KEY
[[nodiscard]] http::Response player(const std::string& key, const Site& site);
// POST /v1/starts, signed: {"day": "2026-11-28", "level": HASH}
[[nodiscard]] http::Response start(const http::Request& request, const Site& site);
// GET, PUT {"name": ...}, DELETE /v1/me, signed; GET /v1/me/export: all that is kept of the player
[[nodiscard]] http::Response me(const http::Request& request, const Site& site);
[[nodiscard]] http::Response exportOf(const http::Request& request, const Site& site);
// GET /readyz
[[nodiscard]] http::Response ready(const Site& site, double queueFullness);

// What POST /v1/runs is answered with.
[[nodiscard]] http::Response verdict(const Answer& answer);

}  // namespace knead::server::api
