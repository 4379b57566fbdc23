// What the game makes of answers that no server of today gives.
#include "online/client.hpp"

#include "server/http/server.hpp"
#include "support/catch.hpp"

using namespace knead;
using namespace knead::server;

namespace {

// Gives every request the same answer.
class Parrot {
 public:
  Parrot(int status, std::string body)
      : m_server(m_config, m_metrics, 1U << 20U,
                 [status, body](const http::Request&, const http::Server::Reply& reply) {
                   http::Response out;
                   out.status = status;
                   out.type = "application/json";
                   out.body = body;
                   reply(out);
                 }) {
    m_config.listen = "127.0.0.1";
    m_config.port = 0;
    m_port = m_server.start().value();
  }
  ~Parrot() { m_server.stop(0); }
  Parrot(const Parrot&) = delete;
  Parrot& operator=(const Parrot&) = delete;
  [[nodiscard]] online::Client client() const { return online::Client("http://127.0.0.1:" + std::to_string(m_port)); }

 private:
  Config m_config;
  Metrics m_metrics;
  http::Server m_server;
  int m_port = 0;
};

online::Answer<online::Verdict> said(int status, const std::string& body) {
  const Parrot parrot(status, body);
  return parrot.client().submit({1, 2, 3});
}

}  // namespace

TEST_CASE("a newer server's reason that the game does not know stays said", "[server][client]") {
  const auto newer = said(422, R"({"verdict": "too_short", "words": "Less than 20 seconds of play."})");
  REQUIRE(newer);
  CHECK(newer.value->verdict == board::Verdict::Refused);
  CHECK_FALSE(board::isForNow(newer.value->verdict));
  CHECK_FALSE(board::isAccepted(newer.value->verdict));
}

TEST_CASE("a reason that is known counts whatever the status, and none is no verdict", "[server][client]") {
  CHECK(said(409, R"({"verdict": "copied"})").value->verdict == board::Verdict::Copied);
  // Not now, for a reason that the game does not know: it tries again.
  for (const int status : {429, 500, 503}) {
    INFO(status);
    const auto later = said(status, R"({"verdict": "resting"})");
    CHECK_FALSE(later);
    CHECK(later.problem.forNow);
  }
  const auto none = said(422, R"({"error": "no"})");
  CHECK_FALSE(none);
  CHECK(none.problem.what == "no");
  CHECK_FALSE(said(200, R"({"verdict": "splendid"})"));
}
