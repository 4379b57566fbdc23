#include "core/date.hpp"
#include "core/hash.hpp"
#include "server/api/auth.hpp"
#include "server/api/handlers.hpp"
#include "server/limits.hpp"
#include "server/names.hpp"

namespace knead::server::api {
namespace {

constexpr int kRunsShown = 50, kRunsExported = 100000;
constexpr std::size_t kExportedAtOnce = 256U * 1024U;  // bytes of recordings: a slow line takes a part in ten seconds

http::Response unsignedRequest() {
  return problem(401, "The request is not signed by its player, or not now. /v1/server tells the time.");
}

http::Response rename(const board::PublicKey& key, const http::Request& request, const Site& site) {
  const nlohmann::json body = readBody(request.body);
  if (!body.is_object() || body.size() != 1 || !body.contains("name") || !body["name"].is_string())
    return problem(400, "the body is not {\"name\": \"...\"}");
  const auto name = readName(body["name"].get<std::string>(), site.forbiddenNames);
  if (!name) return problem(422, "This name " + name.error().what + ".");
  const auto row = site.store.player(key);
  if (!row) return storeDown();
  const std::string caller = callerOf(request.address);
  if (!row.value() && !site.newPlayers.wouldAllow(caller, site.clock()))
    return problem(403, "Many new players came from this address today; a name can be taken tomorrow.");
  const auto done = site.store.rename(key, name.value().shown, name.value().skeleton, site.clock());
  if (!done) return storeDown();
  if (!done.value()) return problem(409, "Somebody else has this name, or one that looks like it.");
  if (!row.value()) (void)site.newPlayers.allows(caller, site.clock());  // a name that was refused counts for nothing
  return json({{"key", board::hexOf(key)}, {"name", name.value().shown}});
}

// All that is kept of a run.
Json wholeJsonOf(const RunRow& run) {
  Json out = jsonOf(run);
  out["claimed_score"] = run.claimedScore;
  if (!run.flag.empty()) out["flag"] = run.flag;
  if (run.driftSecond != 0) out["drift_second"] = run.driftSecond;
  return out;
}

}  // namespace

http::Response player(const std::string& key, const Site& site) {
  const auto bytes = board::fromHex<32>(key);
  if (!bytes) return problem(404, "There is no such player.");
  const auto row = site.store.player(*bytes);
  const auto runs = site.store.runsOf(*bytes, kRunsShown);
  if (!row || !runs) return storeDown();
  if (!row.value() || row.value()->banned) return problem(404, "There is no such player.");
  Json out = jsonOf(*row.value());
  Json list = Json::array();
  for (const RunRow& run : runs.value()) {
    if (!run.hidden) list.push_back(jsonOf(run));
  }
  out["runs"] = list;
  return json(out, 200, 1);
}

http::Response start(const http::Request& request, const Site& site) {
  const auto key = signerOf(request, site);
  if (!key) return unsignedRequest();
  const nlohmann::json body = readBody(request.body);
  if (!body.is_object() || !body.contains("day") || !body["day"].is_string() || !body.contains("level") ||
      !body["level"].is_string())
    return problem(400, "the body is not {\"day\": \"2026-11-28\", \"level\": \"...\"}");
  const auto day = dayOf(body["day"].get<std::string>());
  if (!day || *day != site.today())
    return problem(409, "On this server it is " + dateOf(site.today()) + " (UTC); only today's back can be begun.");
  const auto level = site.levels.ofDay(*day);
  if (!level) return problem(500, "The level of this day cannot be made.");
  if (knead::hexOf(level.value()->hash).text != body["level"].get<std::string>())
    return problem(409, board::wordsOf(board::Verdict::UnknownLevel));
  board::StartToken token;
  token.server = site.secrets.id;
  token.player = *key;
  token.levelHash = level.value()->hash;
  token.day = *day;
  token.issuedMs = site.clock();
  token = board::issue(token, site.secrets.seal);
  return json(
      {{"token", board::hexOf(board::encode(token))}, {"issued", token.issuedMs}, {"closes", site.closes(*day)}});
}

http::Response me(const http::Request& request, const Site& site) {
  const auto key = signerOf(request, site);
  if (!key) return unsignedRequest();
  if (request.method == http::Method::Put) return rename(*key, request, site);
  if (request.method == http::Method::Delete) {
    const auto done = site.store.forget(*key);
    if (!done) return storeDown();
    return json({{"forgotten", true}});
  }
  const auto row = site.store.player(*key);
  if (!row) return storeDown();
  Json out = jsonOf(row.value().value_or(PlayerRow{*key, {}, 0, false}));
  out["known"] = row.value().has_value();
  return json(out);
}

http::Response exportOf(const http::Request& request, const Site& site) {
  const auto key = signerOf(request, site);
  if (!key) return unsignedRequest();
  const auto row = site.store.player(*key);
  const auto runs = site.store.runsOf(*key, kRunsExported);
  if (!row || !runs) return storeDown();
  Json out = jsonOf(row.value().value_or(PlayerRow{*key, {}, 0, false}));
  if (row.value() && row.value()->created != 0) out["first_seen"] = row.value()->created;
  // As much as the memory of a small server bears; `after` is where the next part begins.
  const std::string after = request.queryOf("after");
  Json list = Json::array();
  std::size_t bytesOfAll = 0;
  bool on = after.empty();
  for (const RunRow& run : runs.value()) {
    if (!on) {
      on = board::hexOf(run.id) == after;
      continue;
    }
    if (bytesOfAll > kExportedAtOnce) {
      out["after"] = list.back()["run"];
      break;
    }
    list.push_back(wholeJsonOf(run));
    const auto packed = site.store.recording(run.id);
    if (!packed) return storeDown();
    const auto bytes = packed.value() ? board::unpacked(*packed.value()) : Result<board::Bytes>(Error{});
    if (!bytes) continue;
    list.back()["recording_base64"] = base64Of(bytes.value());
    bytesOfAll += bytes.value().size();
  }
  if (!on) return problem(404, "There is no such run of this player to go on after.");
  out["runs"] = std::move(list);
  http::Response response = json(out);
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"knead-export.json\"");
  return response;
}

}  // namespace knead::server::api
