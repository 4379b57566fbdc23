#include "server/api/words.hpp"

#include <sodium.h>

#include <set>

#include "core/date.hpp"
#include "core/hash.hpp"

namespace knead::server::api {
namespace {

constexpr int kMostDeep = 8, kMostValues = 500;

// Builds nothing by itself: says whether the text is modest enough to be built.
class Modest final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  bool number_float(number_float_t, const string_t&) override { return false; }
  bool string(string_t&) override { return value(); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override {
    m_keys.emplace_back();
    return value() && m_keys.size() <= kMostDeep;
  }
  bool key(string_t& key) override { return m_keys.back().insert(key).second; }
  bool end_object() override {
    m_keys.pop_back();
    return true;
  }
  bool start_array(std::size_t) override {
    m_keys.emplace_back();
    return value() && m_keys.size() <= kMostDeep;
  }
  bool end_array() override { return end_object(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

 private:
  bool value() { return ++m_values <= kMostValues; }
  std::vector<std::set<std::string>> m_keys;
  int m_values = 0;
};

}  // namespace

Json jsonOf(const PlayerRow& player) { return {{"key", board::hexOf(player.key)}, {"name", player.name}}; }

Json jsonOf(const RunRow& run) {
  Json out = {{"run", board::hexOf(run.id)},
              {"board", run.board},
              {"player", board::hexOf(run.player)},
              {"received", run.received},
              {"score", run.score},
              {"stars", run.stars},
              {"pain_before", static_cast<double>(run.painBefore) / 100.0},
              {"pain_after", static_cast<double>(run.painAfter) / 100.0},
              {"seconds", run.ticks / sim::kTicksPerSecond},
              {"state", knead::hexOf(run.stateHash).text}};
  if (run.hidden) out["hidden"] = true;
  if (!run.recorded) out["recorded"] = false;
  return out;
}

Json jsonOf(const Standing& standing) {
  Json out = {{"rank", standing.rank}, {"name", standing.player.name}};
  out.update(jsonOf(standing.run));
  return out;
}

Json jsonOf(const BoardRow& board, const Site& site) {
  Json out = {{"board", board.id},
              {"level", board.levelId},
              {"rules", board.key.rulesVersion},
              {"mode", replay::kInputModeIds[static_cast<std::size_t>(board.key.mode)]},
              {"assisted", board.key.assisted},
              {"players", board.players},
              {"last_run", board.lastRun},
              {"frozen", board.frozen}};
  if (board.key.day) {
    out["day"] = dateOf(*board.key.day);
    out["closes"] = site.closes(*board.key.day);
  }
  return out;
}

Json jsonOf(const Answer& answer) {
  Json out = {{"verdict", board::idOf(answer.verdict)}, {"words", board::wordsOf(answer.verdict)}};
  if (!answer.why.empty()) out["why"] = answer.why;
  if (answer.known) out["known"] = true;
  if (answer.run) {
    out.update(jsonOf(*answer.run));
    out["claimed"] = answer.run->claimedScore;
    if (answer.run->driftSecond != 0) out["drift_second"] = answer.run->driftSecond;
  }
  if (answer.place) {
    out["rank"] = answer.place->rank;
    out["best"] = board::hexOf(answer.place->run.id);
    out["best_score"] = answer.place->run.score;
  }
  if (answer.players > 0) out["players"] = answer.players;
  if (answer.waitSeconds > 0) out["wait_seconds"] = answer.waitSeconds;
  return out;
}

http::Response json(const Json& document, int status, int cacheSeconds) {
  http::Response out;
  out.status = status;
  out.type = "application/json; charset=utf-8";
  out.body = document.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  out.cacheSeconds = cacheSeconds;
  return out;
}

http::Response problem(int status, const std::string& what) { return json({{"error", what}}, status); }

http::Response storeDown() {
  http::Response out = problem(503, "The board cannot be read just now. Come again in a moment.");
  out.headers.emplace_back("Retry-After", "10");
  return out;
}

nlohmann::json readBody(const std::string& body) {
  Modest modest;
  if (!nlohmann::json::sax_parse(body, &modest)) return nullptr;
  return nlohmann::json::parse(body, nullptr, false);
}

std::string base64Of(const board::Bytes& bytes) {
  std::string out(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();  // the nought at its end
  return out;
}

}  // namespace knead::server::api
