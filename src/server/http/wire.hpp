// Requests and answers as they stand on the wire, by Boost.Beast: what is read from a parsed message, and how an answer
// is written. No sockets, so that any bytes can be tried.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <string>

#include "server/http/message.hpp"
#include "server/http/proxies.hpp"

namespace knead::server::http {

using WireRequest = boost::beast::http::request<boost::beast::http::string_body>;
using WireParser = boost::beast::http::request_parser<boost::beast::http::string_body>;
using WireResponse = boost::beast::http::response<boost::beast::http::string_body>;

inline constexpr std::size_t kMostHeaderBytes = 8U * 1024U;

// Sets what a request may have at most: kMostHeaderBytes of header and `mostBody` bytes of body.
void limit(WireParser& parser, std::size_t mostBody);

// `peer`: the address at the other end of the connection. False: its target is not a path.
[[nodiscard]] bool readRequest(const WireRequest& from, const std::string& peer, const Proxies& proxies, Request& into);

// What the reader could not parse, as an answer; nothing where nobody is left to tell.
[[nodiscard]] std::optional<Response> complaintOf(boost::system::error_code problem);

// `version` 10 or 11, as asked. An answer to HEAD has the length of the body and no body.
[[nodiscard]] WireResponse wireOf(Response response, unsigned version, bool keepAlive, bool head);

}  // namespace knead::server::http
