#include "server/http/message.hpp"

#include "support/catch.hpp"

using namespace knead::server::http;

TEST_CASE("percent signs are read where two hexadecimal digits follow, and left where not", "[server]") {
  CHECK(percentDecoded("%41%4a%4A%7e", false) == "AJJ~");
  CHECK(percentDecoded("caf%C3%A9", false) == "caf\xC3\xA9");
  CHECK(percentDecoded("%2525", false) == "%25");  // once, not until nothing is left
  for (const char* broken : {"%", "%4", "a%", "%4g", "%g4", "%%", "% 1", "%:0", "%/0", "%@0", "%`0", "%G0"})
    CHECK(percentDecoded(broken, false) == broken);
  CHECK(percentDecoded("%%41", false) == "%A");
  CHECK(percentDecoded("a+b", false) == "a+b");
  CHECK(percentDecoded("a+b%2B", true) == "a b+");
  CHECK(percentDecoded("", true).empty());
}

TEST_CASE("a target is a path and a query, in any state they may come", "[server]") {
  const auto read = [](std::string_view target) {
    Request request;
    REQUIRE(readTarget(target, request));
    CHECK(request.target == target);
    return request;
  };
  for (const char* none : {"", "x", "http://host/", "*", "?a=b"}) {
    Request request;
    CHECK_FALSE(readTarget(none, request));
  }
  CHECK(read("/").path == "/");
  CHECK(read("/a%20b+c").path == "/a b+c");
  CHECK(read("/p").query.empty());
  CHECK(read("/p?").query.empty());
  CHECK(read("/p?&&").query.empty());
  const Request many = read("/p?a=1&b&=3&c=%26%3D&a=2&d=x+y&e=f=g&");
  CHECK(many.path == "/p");
  CHECK(many.queryOf("a") == "2");  // the last of several
  CHECK(many.query.count("b") == 1);
  CHECK(many.queryOf("b").empty());
  CHECK(many.queryOf("") == "3");
  CHECK(many.queryOf("c") == "&=");
  CHECK(many.queryOf("d") == "x y");
  CHECK(many.queryOf("e") == "f=g");
  CHECK(many.queryOf("none").empty());
  CHECK(many.query.size() == 6);
}

TEST_CASE("every status that is answered has its words", "[server]") {
  for (const int status : {200, 400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503}) {
    INFO(status);
    CHECK(reasonOf(status) != "Unknown");
  }
  CHECK(reasonOf(404) == "Not Found");
  CHECK(reasonOf(299) == "Unknown");
  const Response plain = plainResponse(413, "too large");
  CHECK(plain.status == 413);
  CHECK(plain.body == "too large\n");
}
