// Which address is answered by whom: the one list of all addresses that read the store or the pages' files.
#pragma once

#include "server/http/message.hpp"
#include "server/site.hpp"

namespace knead::server {

// On the calling thread, which may have to wait for the store. `queueFullness`: Submissions::fullness().
[[nodiscard]] http::Response respond(const http::Request& request, const Site& site, double queueFullness);

// Whether what stands behind the path's question mark makes another answer of it.
[[nodiscard]] bool readsQuery(const std::string& path);

// `what`: the methods that the address takes, "GET, PUT".
[[nodiscard]] http::Response notAllowed(const std::string& what);

}  // namespace knead::server
