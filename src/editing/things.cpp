#include "editing/things.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/math.hpp"

namespace knead::editing {
namespace {

constexpr float kGridCm = 0.25F, kLeastRegionCm = 2, kNewRadiusCm = 3, kNewTightness = 0.9F;
constexpr int kWeightSum = 100000, kWeightStep = 1000;
constexpr std::array<const char*, 6> kWeights = {"circulation", "endorphins", "tension", "heat", "posture", "insight"};
constexpr std::array<const char*, 3> kRoles = {"first", "also", "avoid"};

std::string item(const std::string& list, std::size_t index) { return list + "/" + std::to_string(index); }

std::optional<Vec2> pointOf(const Json& value) {
  if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number()) return std::nullopt;
  return Vec2{value[0].get<float>(), value[1].get<float>()};
}
Json jsonOf(Vec2 at) { return Json::array({static_cast<double>(at.x), static_cast<double>(at.y)}); }

void addAll(std::vector<Thing>& out, const Draft& draft, const std::string& list, ThingKind kind, const char* key) {
  const Json* all = draft.find(list);
  if (all == nullptr || !all->is_array()) return;
  for (std::size_t i = 0; i < all->size(); ++i) {
    const Json& one = (*all)[i];
    if (*key != '\0' && (!one.is_object() || !one.contains(key))) continue;
    if (const auto at = pointOf(*key != '\0' ? one[key] : one)) out.push_back({kind, i, *at});
  }
}

// A text in an entry of a list; empty where there is none, whatever else is written there.
std::string textIn(const Json& entry, const char* key) {
  if (!entry.is_object() || !entry.contains(key) || !entry[key].is_string()) return {};
  return entry[key].get<std::string>();
}

// A list of ids that is not among those of the list.
std::string freshId(const Draft& draft, const std::string& list) {
  const Json* all = draft.find(list);
  for (int n = 1;; ++n) {
    std::string id = "knot-" + std::to_string(n);
    bool taken = false;
    for (std::size_t i = 0; all != nullptr && all->is_array() && i < all->size(); ++i)
      taken = taken || textIn((*all)[i], "id") == id;
    if (!taken) return id;
  }
}

}  // namespace

std::vector<Thing> thingsOf(const Draft& draft, const std::string& person) {
  std::vector<Thing> out;
  addAll(out, draft, person + "/knots", ThingKind::Knot, "at");
  addAll(out, draft, person + "/knots", ThingKind::Referral, "refers_to");
  addAll(out, draft, person + "/points", ThingKind::Point, "");
  addAll(out, draft, person + "/no_go", ThingKind::NoGo, "at");
  const Json* regions = draft.find(person + "/regions");
  for (std::size_t i = 0; regions != nullptr && regions->is_array() && i < regions->size(); ++i) {
    const Json& one = (*regions)[i];
    if (!one.is_object() || !one.contains("x") || !one.contains("y")) continue;
    const auto x = pointOf(one["x"]), y = pointOf(one["y"]);
    if (!x || !y) continue;
    out.push_back({ThingKind::RegionTop, i, {x->x, y->x}});
    out.push_back({ThingKind::RegionBottom, i, {x->y, y->y}});
  }
  return out;
}

std::optional<Thing> thingNear(const std::vector<Thing>& things, Vec2 at, float reach) {
  std::optional<Thing> best;
  float least = reach * reach;
  for (const Thing& thing : things) {
    const float d = lengthSquared(thing.at - at);
    if (d > least || (best && d == least)) continue;
    least = d;
    best = thing;
  }
  return best;
}

Vec2 snapped(Vec2 at) {
  const auto grid = [](float x) { return std::round(x / kGridCm) * kGridCm; };
  const float y = clamp(grid(at.y), level::kMinYCm, level::kMaxYCm);
  const float half = std::floor(level::halfWidthCm(y) / kGridCm) * kGridCm;
  return {clamp(grid(at.x), -half, half), y};
}

level::MuscleGroup muscleUnder(Vec2 at) {
  const level::Fibres& fibres = level::fibresAt(at);
  return fibres.count > 0 ? static_cast<level::MuscleGroup>(fibres.muscle[0] / 2) : level::MuscleGroup::ErectorSpinae;
}

void addKnot(Draft& draft, const std::string& person, Vec2 at) {
  const Vec2 here = snapped(at);
  draft.append(person + "/knots",
               {{"id", freshId(draft, person + "/knots")},
                {"at", jsonOf(here)},
                {"kind", "nodule"},
                {"tightness", std::round(kNewTightness * 100.0) / 100},
                {"muscle", std::string(level::kMuscleIds[static_cast<std::size_t>(muscleUnder(here))])}});
}

void addPoint(Draft& draft, const std::string& person, Vec2 at) {
  draft.append(person + "/points", jsonOf(snapped(at)));
}

void addNoGo(Draft& draft, const std::string& person, Vec2 at) {
  draft.append(person + "/no_go",
               {{"at", jsonOf(snapped(at))}, {"radius_cm", kNewRadiusCm}, {"why", "Leave this place alone."}});
}

void moveThing(Draft& draft, const std::string& person, const Thing& thing, Vec2 to, std::string_view mark) {
  const Vec2 at = snapped(to);
  const auto put = [&](const std::string& pointer) { draft.set(pointer, jsonOf(at), mark); };
  switch (thing.kind) {
    case ThingKind::Knot: return put(item(person + "/knots", thing.index) + "/at");
    case ThingKind::Referral: return put(item(person + "/knots", thing.index) + "/refers_to");
    case ThingKind::Point: return put(item(person + "/points", thing.index));
    case ThingKind::NoGo: return put(item(person + "/no_go", thing.index) + "/at");
    case ThingKind::RegionTop:
    case ThingKind::RegionBottom: break;
  }
  const std::string region = item(person + "/regions", thing.index);
  const Json* one = draft.find(region);
  if (one == nullptr) return;
  auto x = pointOf(one->at("x")).value_or(Vec2{}), y = pointOf(one->at("y")).value_or(Vec2{});
  if (thing.kind == ThingKind::RegionTop) {
    x.x = minOf(at.x, x.y - kLeastRegionCm);
    y.x = minOf(at.y, y.y - kLeastRegionCm);
  } else {
    x.y = maxOf(at.x, x.x + kLeastRegionCm);
    y.y = maxOf(at.y, y.x + kLeastRegionCm);
  }
  draft.set({{region + "/x", jsonOf(x)}, {region + "/y", jsonOf(y)}}, mark);
}

void removeThing(Draft& draft, const std::string& person, const Thing& thing) {
  switch (thing.kind) {
    case ThingKind::Knot: return draft.erase(item(person + "/knots", thing.index));
    case ThingKind::Referral: return draft.erase(item(person + "/knots", thing.index) + "/refers_to");
    case ThingKind::Point: return draft.erase(item(person + "/points", thing.index));
    case ThingKind::NoGo: return draft.erase(item(person + "/no_go", thing.index));
    case ThingKind::RegionTop:
    case ThingKind::RegionBottom: {
      const Json* regions = draft.find(person + "/regions");
      if (regions != nullptr && regions->size() > 1) draft.erase(item(person + "/regions", thing.index));
    }
  }
}

void setWeight(Draft& draft, const std::string& person, const std::string& name, int points) {
  std::array<int, kWeights.size()> now{};
  std::size_t mine = kWeights.size();
  const std::string all = person + "/score/weights/";
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    const Json* value = draft.find(all + kWeights[i]);
    now[i] = value != nullptr && value->is_number_integer() ? value->get<int>() : 0;
    if (name == kWeights[i]) mine = i;
  }
  if (mine == kWeights.size()) return;
  now[mine] = std::clamp(points, 0, kWeightSum);
  int over = -kWeightSum;
  for (const int weight : now) over += weight;
  while (over != 0) {
    // The largest of the others gives, and takes what is given back.
    std::size_t other = kWeights.size();
    for (std::size_t i = 0; i < now.size(); ++i)
      if (i != mine && (other == kWeights.size() || now[i] > now[other])) other = i;
    const int step = over > 0 ? std::min({over, kWeightStep, now[other]}) : std::max(over, -kWeightStep);
    if (step == 0) break;
    now[other] -= step;
    over -= step;
  }
  std::vector<std::pair<std::string, Json>> values;
  for (std::size_t i = 0; i < now.size(); ++i) values.emplace_back(all + kWeights[i], now[i]);
  draft.set(values, "weight-" + name);
}

bool isIn(const Draft& draft, const std::string& list, const std::string& name) {
  const Json* all = draft.find(list);
  return all != nullptr && all->is_array() && std::find(all->begin(), all->end(), name) != all->end();
}

void toggleIn(Draft& draft, const std::string& list, const std::string& name) {
  const Json* all = draft.find(list);
  Json next = all != nullptr && all->is_array() ? *all : Json::array();
  const auto at = std::find(next.begin(), next.end(), name);
  if (at == next.end())
    next.push_back(name);
  else
    next.erase(at);
  draft.set(list, std::move(next));
}

std::string roleOf(const Draft& draft, const std::string& person, const std::string& technique) {
  for (const char* role : kRoles)
    if (isIn(draft, person + "/intake/" + role, technique)) return role;
  return {};
}

std::string whyPointer(const Draft& draft, const std::string& person, const std::string& technique) {
  const std::string list = person + "/intake/why";
  const Json* all = draft.find(list);
  for (std::size_t i = 0; all != nullptr && all->is_array() && i < all->size(); ++i)
    if (textIn((*all)[i], "technique") == technique) return item(list, i) + "/text";
  return {};
}

void setRole(Draft& draft, const std::string& person, const std::string& technique, const std::string& role) {
  std::vector<std::pair<std::string, Json>> values;
  for (const char* each : kRoles) {
    const std::string list = person + "/intake/" + each;
    const Json* all = draft.find(list);
    Json next = all != nullptr && all->is_array() ? *all : Json::array();
    next.erase(std::remove(next.begin(), next.end(), Json(technique)), next.end());
    if (role == each) next.push_back(technique);
    values.emplace_back(list, std::move(next));
  }
  const std::string list = person + "/intake/why";
  const Json* all = draft.find(list);
  Json why = Json::array();
  bool told = false;
  for (std::size_t i = 0; all != nullptr && all->is_array() && i < all->size(); ++i) {
    const bool mine = textIn((*all)[i], "technique") == technique;
    told = told || mine;
    if (!mine || !role.empty()) why.push_back((*all)[i]);
  }
  if (!role.empty() && !told) why.push_back({{"technique", technique}, {"text", "Say why in one sentence."}});
  values.emplace_back(list, std::move(why));
  draft.set(values, "role-" + technique);
}

}  // namespace knead::editing
