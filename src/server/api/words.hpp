// Rows and answers as JSON, the same everywhere in the interface (docs/server.md lists every field).
#pragma once

#include <nlohmann/json.hpp>

#include "server/http/message.hpp"
#include "server/runs/submissions.hpp"
#include "server/site.hpp"

namespace knead::server::api {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json jsonOf(const PlayerRow& player);
[[nodiscard]] Json jsonOf(const RunRow& run);
[[nodiscard]] Json jsonOf(const Standing& standing);
[[nodiscard]] Json jsonOf(const BoardRow& board, const Site& site);
[[nodiscard]] Json jsonOf(const Answer& answer);

[[nodiscard]] http::Response json(const Json& document, int status = 200, int cacheSeconds = 0);
// {"error": what}, with the status.
[[nodiscard]] http::Response problem(int status, const std::string& what);
// The store did not answer: 503, come again.
[[nodiscard]] http::Response storeDown();

// As recordings stand in exports.
[[nodiscard]] std::string base64Of(const board::Bytes& bytes);

// Text from outside to JSON: at most so deep and so many values, no duplicate keys, no numbers but whole ones. Null if
// it is anything else.
[[nodiscard]] nlohmann::json readBody(const std::string& body);

}  // namespace knead::server::api
