// Requests that only the player may make, signed with the player's key: over the server, the method, the address, the
// time by the server's own clock (told by /v1/server) and the body. Good for five minutes.
#pragma once

#include <optional>
#include <string>

#include "board/identity.hpp"
#include "server/http/message.hpp"
#include "server/site.hpp"

namespace knead::server::api {

// Whose it is; nothing if it is not signed, or not well, or at another time.
[[nodiscard]] std::optional<board::PublicKey> signerOf(const http::Request& request, const Site& site);

}  // namespace knead::server::api
