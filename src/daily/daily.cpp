// Draws a day's level and writes it as a level file. Every number is a whole number of hundredths until it is written,
// and every draw is a statement of its own. The order of the draws is part of the rules: a new one goes to the end.
#include "daily/daily.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/date.hpp"
#include "core/hash.hpp"
#include "core/random.hpp"
#include "daily/ground.hpp"
#include "daily/recipe.hpp"
#include "daily/sentences.hpp"
#include "level/level_reader.hpp"

namespace knead::daily {
namespace {

using Json = nlohmann::ordered_json;
using level::Fit;
using level::Technique;

constexpr std::string_view kIdStart = "today-";
constexpr int kFirstNumber = 100, kNumbers = 900;  // behind the campaign; unique for 900 days
constexpr int kLongerS = 10;                       // what each length adds (game)
constexpr int kSeedWord = 1;                       // of the rules; another gives other days

int hundredths(float value) { return static_cast<int>(value * 100.0F + 0.5F); }
Json shareOf(int value) {
  if (value % 100 == 0) return value / 100;
  return static_cast<double>(value) / 100.0;
}
Json cmOf(int tenths) {
  if (tenths % 10 == 0) return tenths / 10;
  return static_cast<double>(tenths) / 10.0;
}
Json pointOf(int xTenths, int yTenths) { return Json::array({cmOf(xTenths), cmOf(yTenths)}); }

// Adds what is not the default of a level.
void put(Json& into, const char* key, int valueHundredths) {
  if (valueHundredths != 0) into[key] = shareOf(valueHundredths);
}

class Day {
 public:
  Day(int day, const Material& material)
      : m_material(material),
        m_day(day),
        m_turn(turnOf(day, material.order)),
        m_story(material.stories[m_turn.story]),
        m_ground(groundOf(m_story.place)),
        m_recipe(recipeOf(m_story.pain)),
        m_page(material.evidence.of(m_story.pain)),
        m_random(seedOf(day)) {}

  Json file() {
    const std::uint32_t name = m_random.below(nameCount());
    const std::uint32_t way = m_random.below(static_cast<std::uint32_t>(m_recipe.ways.size()));
    const int ropes = draw({0, 2});
    m_ropes = m_recipe.ropes != nullptr && ropes == 0;
    m_way = m_ropes ? m_recipe.ropes : &m_recipe.ways[m_ground.moreSeconds > 0 ? 0 : way];
    drawStock();
    m_top = m_ground.top * 10 + 10 * draw({-1, 1});
    m_bottom = m_ground.bottom * 10 + 10 * draw({-1, 1});
    m_edge = m_ground.halfWidth * 10 + 10 * draw({-1, 1});
    Json out;
    out["id"] = idOf(m_day);
    out["number"] = kFirstNumber + m_day % kNumbers;
    out["title"] = titleOf(m_story);
    out["chapter"] = kChapter;
    out["lesson"] = lesson();
    out["pain"] = level::idOf(m_story.pain);
    out["seconds"] = seconds();
    out["person"] = {{"name", nameOf(name)},   {"role", m_story.role},     {"words", m_story.words},
                     {"signs", m_story.signs}, {"better", m_story.better}, {"worse", m_story.worse}};
    out["intake"] = m_story.refer ? referIntake() : intake();
    out["tissue"] = tissue();
    out["state"] = state();
    out["posture"] = posture();
    out["regions"] = Json::array({region()});
    out["knots"] = knots();
    out["points"] = points();
    out["tools"] = {{"towel", m_stock[1]}, {"stone", m_stock[2]}, {"pack", m_stock[3]}};
    out["score"] = score();
    out["evidence"] = {{"article", m_page.evidence.article},
                       {"evidence", m_page.evidence.evidence},
                       {"grade", std::string(1, m_page.evidence.grade)},
                       {"source", m_page.evidence.source},
                       {"stop_sign", m_story.refer ? m_story.sign : m_page.evidence.stopSign}};
    out["plan"] = m_story.refer ? Json::array() : plan();
    out["tempting"] = tempting();
    return out;
  }

 private:
  static std::uint64_t seedOf(int day) {
    Hash64 hash;
    hash.addText(kChapter);
    hash.addWord(kSeedWord);
    hash.addWord(static_cast<std::uint64_t>(day));
    return hash.value();
  }

  // Both ends are possible.
  int draw(Span span) {
    const std::uint32_t above = m_random.below(static_cast<std::uint32_t>(span.high - span.low + 1));
    return span.low + static_cast<int>(above);
  }
  [[nodiscard]] int side() const { return m_turn.right() ? 1 : -1; }
  [[nodiscard]] int seconds() const { return m_recipe.seconds + m_ground.moreSeconds + kLongerS * m_turn.length(); }

  // What the plan needs, and sometimes another warm thing beside it.
  void drawStock() {
    for (std::size_t i = 1; i < m_stock.size(); ++i) {
      const int spare = draw({0, 1});
      m_stock[i] = std::max(m_way->stock[i], spare);
    }
  }
  [[nodiscard]] bool atHand(Technique t) const {
    return !level::isTool(t) || m_stock[static_cast<std::size_t>(level::toolOf(t))] > 0;
  }
  // The techniques of a fit that can be used today, in the table's order.
  [[nodiscard]] std::vector<Technique> fitting(Fit fit) const {
    std::vector<Technique> out;
    for (int i = 0; i < level::kTechniqueCount; ++i) {
      const auto t = static_cast<Technique>(i);
      if (m_material.book.of(m_story.pain).fit[static_cast<std::size_t>(i)] == fit && atHand(t)) out.push_back(t);
    }
    return out;
  }
  static Json idsOf(const std::vector<Technique>& list) {
    Json out = Json::array();
    for (const Technique t : list) out.push_back(level::idOf(t));
    return out;
  }
  void addWhy(Json& list, const std::vector<Technique>& techniques) const {
    for (const Technique t : techniques) {
      const std::string_view text = whyOf(m_story.pain, t);
      if (!text.empty()) list.push_back({{"technique", level::idOf(t)}, {"text", text}});
    }
  }

  // What looks like the day's teaching: how to tell this pain, what helps, what else helps.
  [[nodiscard]] std::string lesson() const {
    if (m_story.refer) return m_story.sign;
    const std::array<const std::string*, kLengths> texts = {&m_page.looks, &m_page.best, &m_page.also};
    return *texts[static_cast<std::size_t>(m_turn.length())];
  }

  // From the taught table: what helps much comes first, what helps comes too, what harms or does nothing is to be left.
  // A pain that nothing helps much begins with whatever helps.
  [[nodiscard]] Json intake() const {
    std::vector<Technique> first = fitting(Fit::Much);
    std::vector<Technique> also = fitting(Fit::Good);
    if (first.empty()) {
      first = also;
    } else if (first.size() > 1) {
      also.insert(also.begin(), first.begin(), first.end());
    }
    std::vector<Technique> avoid = fitting(Fit::Harm);
    const std::vector<Technique> nothing = fitting(Fit::None);
    avoid.insert(avoid.end(), nothing.begin(), nothing.end());
    Json why = Json::array();
    addWhy(why, first);
    addWhy(why, avoid);
    return {{"refer", false}, {"first", idsOf(first)}, {"also", idsOf(also)}, {"avoid", idsOf(avoid)}, {"why", why}};
  }
  // What would help if it were what it looks like is what must not be done today.
  [[nodiscard]] Json referIntake() const {
    std::vector<Technique> avoid = fitting(Fit::Much);
    const std::vector<Technique> good = fitting(Fit::Good);
    avoid.insert(avoid.end(), good.begin(), good.end());
    Json why = Json::array();
    why.push_back({{"technique", level::idOf(avoid.front())}, {"text", m_story.sign}});
    return {{"refer", true}, {"first", Json::array()}, {"also", Json::array()}, {"avoid", idsOf(avoid)}, {"why", why}};
  }
  [[nodiscard]] Json tempting() const {
    if (m_story.refer) return referIntake()["avoid"];
    return idsOf({m_recipe.tempting.begin(), m_recipe.tempting.end()});
  }

  Json tissue() {
    Json out = Json::object();
    out["tone"] = shareOf(draw(m_recipe.tone));
    put(out, "soreness", draw(m_recipe.soreness));
    put(out, "narrowing", draw(m_recipe.narrowing));
    put(out, "spasm", draw(m_recipe.spasm));
    const int shortness = draw(m_recipe.shortness);
    put(out, "shortness", shortness);
    if (shortness > 0) {
      Json muscles = Json::array();
      // One spot hangs on one muscle, its own.
      for (const level::MuscleGroup muscle : m_ground.shortMuscles) {
        if (m_recipe.oneSided && muscle != m_ground.sites.front().muscle) continue;
        muscles.push_back(level::kMuscleIds[static_cast<std::size_t>(muscle)]);
      }
      out["short_muscles"] = muscles;
      out["short_side"] = !m_recipe.oneSided ? "both" : (side() > 0 ? "right" : "left");
    }
    out["deep_temperature_c"] = shareOf(draw(m_recipe.deepTemperature));
    put(out, "cold_skin_c", draw(m_recipe.coldSkin));
    put(out, "acceptance", draw(m_recipe.acceptance));
    return out;
  }

  Json state() {
    Json out = Json::object();
    out["arousal"] = shareOf(draw(m_recipe.arousal));
    put(out, "sensitisation", draw(m_recipe.sensitisation));
    return out;
  }

  Json posture() {
    Json out = Json::object();
    out["lateral"] = shareOf(draw(m_recipe.lateral) * side());
    const auto fault = [&](const char* key, int share) {
      const int more = draw({-5, 5});
      if (share > 0) put(out, key, m_recipe.fault * share / 100 + more);
    };
    fault("forward_head", m_ground.forwardHead);
    fault("kyphosis", m_ground.kyphosis);
    fault("lordosis", m_ground.lordosis);
    fault("pelvic_tilt", m_ground.pelvicTilt);
    return out;
  }

  [[nodiscard]] Json region() const {
    const int inner = 15;  // beside the spine, tenths of a cm
    const int left = m_recipe.oneSided && side() > 0 ? inner : -m_edge;
    const int right = m_recipe.oneSided && side() < 0 ? -inner : m_edge;
    return {{"x", pointOf(left, right)}, {"y", pointOf(m_top, m_bottom)}};
  }

  // A little beside its site, if the muscle lies there too.
  Json knot(const Site& site, int to, level::KnotKind kind, bool first) {
    const int besideX = draw({-4, 4});
    const int besideY = draw({-4, 4});
    const int tightness = draw(m_recipe.knots.tightness);
    int x = site.x + besideX;
    int y = site.y + besideY;
    if (!liesIn(site.muscle, x * to, y)) {
      x = site.x;
      y = site.y;
    }
    Json out = {
        {"id", std::string(to > 0 ? "right-" : "left-") + std::to_string(site.x) + "-" + std::to_string(site.y)},
        {"at", pointOf(x * to, y)},
        {"kind", level::kKnotKindIds[static_cast<std::size_t>(kind)]},
        {"tightness", shareOf(tightness)},
        {"muscle", level::kMuscleIds[static_cast<std::size_t>(site.muscle)]}};
    if (m_recipe.knots.refers && first) {
      out["linked"] = true;
      out["refers_to"] = pointOf(m_ground.refersX * to, m_ground.refersY);
    }
    return out;
  }
  static bool liesIn(level::MuscleGroup muscle, int xTenths, int yTenths) {
    const level::Fibres& fibres =
        level::fibresAt({static_cast<float>(xTenths) / 10.0F, static_cast<float>(yTenths) / 10.0F});
    for (int i = 0; i < fibres.count; ++i) {
      if (fibres.muscle[static_cast<std::size_t>(i)] == level::muscleIndex(muscle, xTenths > 0)) return true;
    }
    return false;
  }
  Json knots() {
    Json out = Json::array();
    const int drawn = draw({m_recipe.knots.least, m_recipe.knots.most});
    const int count = m_ropes ? 2 : drawn;
    const int from = draw({0, static_cast<int>(m_ground.sites.size()) - 1});
    for (int i = 0; i < count; ++i) {
      // A spot that hurts elsewhere has its own site.
      const int at = m_recipe.knots.refers ? i : from + i;
      const Site& site = m_ground.sites[static_cast<std::size_t>(at) % m_ground.sites.size()];
      const level::KnotKind kind = m_ropes && i > 0 ? level::KnotKind::Rope : m_recipe.knots.kind;
      out.push_back(knot(site, side(), kind, i == 0));
      if (m_recipe.knots.bothSides) out.push_back(knot(site, -side(), kind, false));
    }
    return m_story.refer ? Json::array() : out;
  }

  // The named points of the region, on both sides.
  [[nodiscard]] Json points() const {
    constexpr std::size_t kMost = 12;  // what a level may hold
    Json out = Json::array();
    if (!m_recipe.points || m_story.refer) return out;
    for (const level::NamedPoint& point : level::acupressurePoints()) {
      const int x = hundredths(-point.at.x) / 10;
      const int y = hundredths(point.at.y) / 10;
      if (y < m_top || y > m_bottom || x > m_edge) continue;
      if (out.size() + 2 > kMost) break;
      out.push_back(pointOf(-x, y));
      out.push_back(pointOf(x, y));
    }
    return out;
  }

  [[nodiscard]] Json score() const {
    const level::Weights& w = m_recipe.weights;
    const level::Goals& g = m_recipe.goals;
    const auto share = [](float value) { return shareOf(hundredths(value)); };
    Json out;
    if (m_story.refer) {
      out["weights"] = {{"circulation", 0}, {"endorphins", 0}, {"tension", 0},
                        {"heat", 0},        {"posture", 0},    {"insight", 100000}};
    } else {
      out["weights"] = {{"circulation", w.circulation}, {"endorphins", w.endorphins},
                        {"tension", w.tension},         {"heat", w.heat},
                        {"posture", w.posture},         {"insight", w.insight}};
    }
    out["goals"] = {{"circulation", share(g.circulation)},
                    {"endorphins", share(g.endorphins)},
                    {"tension", share(g.tension)},
                    {"heat", share(g.heat)},
                    {"posture", share(g.posture)}};
    const bool own = m_way->leadGoal > 0;
    const int three = own ? m_way->three : m_recipe.three;
    out["lead"] = level::kMechanismIds[static_cast<std::size_t>(own ? m_way->lead : m_recipe.lead)];
    out["lead_goal"] = shareOf(own ? m_way->leadGoal : m_recipe.leadGoal);
    const level::StarLines usual;
    if (!m_story.refer && three != hundredths(usual.three)) {
      out["stars"] = {{"one", share(usual.one)},
                      {"two", share(usual.two)},
                      {"three", shareOf(three)},
                      {"reason", lineReasonOf(m_story.pain)}};
    }
    return out;
  }

  [[nodiscard]] Json plan() const {
    Json out = Json::array();
    for (const Step& step : m_way->steps) {
      if (step.percent == 0) continue;
      out.push_back({{"technique", level::idOf(step.technique)}, {"seconds", cmOf(seconds() * step.percent / 10)}});
    }
    return out;
  }

  const Material& m_material;
  int m_day;
  Turn m_turn;
  const Story& m_story;
  const Ground& m_ground;
  const Recipe& m_recipe;
  const learning::PainPage& m_page;
  Random m_random;
  const Way* m_way = nullptr;
  std::array<int, level::kToolCount> m_stock{};
  bool m_ropes = false;
  int m_top = 0, m_bottom = 0, m_edge = 0;  // of the region, tenths of a cm
};

}  // namespace

Result<Material> readMaterial(const std::string& assetsDir) {
  Result<std::vector<Story>> stories = readStories(assetsDir + "/stories.json");
  if (!stories) return stories.error();
  Result<level::TechniqueBook> book = level::readTechniqueBook(assetsDir + "/techniques.json");
  if (!book) return book.error();
  Result<learning::EvidenceBook> evidence = learning::readEvidence(assetsDir + "/evidence.json");
  if (!evidence) return evidence.error();
  Material material{std::move(stories).value(), std::move(book).value(), std::move(evidence).value(), {}};
  material.order = orderOf(material.stories);
  return material;
}

std::string idOf(int day) { return std::string(kIdStart) + dateOf(day); }

std::optional<int> dayOfId(std::string_view id) {
  if (id.substr(0, kIdStart.size()) != kIdStart) return std::nullopt;
  return dayOf(id.substr(kIdStart.size()));
}

const Story& storyOf(int day, const Material& material) { return material.stories[turnOf(day, material.order).story]; }

std::string levelText(int day, const Material& material) { return Day(day, material).file().dump(1) + "\n"; }

Result<level::Level> levelOf(int day, const Material& material) {
  return level::readLevel(levelText(day, material), idOf(day) + ".json");
}

}  // namespace knead::daily
