#include "app/screens/editor/rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "app/ui/glyphs.hpp"
#include "app/words/pains.hpp"
#include "app/words/words.hpp"
#include "core/translatable.hpp"
#include "level/technique.hpp"

namespace knead::app::editor {
namespace {

using editing::Draft;
using editing::Json;
using editing::Thing;
using editing::ThingKind;
using words::fill;
using words::tr;

// A number of the level: its place, its range and its step. Ranges are the schema's.
struct Number {
  const char *pointer, *name, *hint;
  float low, high, step, usual;
};
constexpr std::array<Number, 19> kState = {{
    {"/seconds", N_("Seconds"), N_("Of play; one is ten of therapy."), 20, 180, 5, 90},
    {"/tissue/tone", N_("Tone"), N_("How much the muscles hold. .27 to .45 is healthy."), 0, 1, .01F, .42F},
    {"/tissue/soreness", N_("Soreness"), N_("Of yesterday's effort."), 0, 1, .01F, 0},
    {"/tissue/narrowing", N_("Narrow vessels"), N_("Poor circulation."), 0, 1, .01F, 0},
    {"/tissue/spasm", N_("Spasm"), N_("A back that has seized up."), 0, 1, .01F, 0},
    {"/tissue/shortness", N_("Shortness"), N_("Of the muscles named below."), 0, 1, .01F, 0},
    {"/tissue/deep_temperature_c", N_("Deep warmth"), N_("Of the muscle, degrees C."), 33, 38.5F, .1F, 36.84F},
    {"/tissue/cold_skin_c", N_("Cold skin"), N_("So many degrees colder than usual."), 0, 10, .5F, 0},
    {"/tissue/acceptance", N_("Acceptance"), N_("How much touch it takes already."), 0, 1, .01F, 0},
    {"/state/arousal", N_("Wound up"), N_("How much the person guards."), 0, 1, .01F, .3F},
    {"/state/sensitisation", N_("Old pain"), N_("How easily things hurt."), 0, 1, .01F, 0},
    {"/posture/lateral", N_("Leaning"), N_("Below 0 to the left, above to the right."), -1, 1, .02F, 0},
    {"/posture/forward_head", N_("Head forward"), "", -1, 1, .02F, 0},
    {"/posture/kyphosis", N_("Round back"), "", -1, 1, .02F, 0},
    {"/posture/lordosis", N_("Hollow back"), "", -1, 1, .02F, 0},
    {"/posture/pelvic_tilt", N_("Tilted pelvis"), "", -1, 1, .02F, 0},
    {"/tools/towel", N_("Hot towels"), "", 0, 6, 1, 0},
    {"/tools/stone", N_("Warm stones"), "", 0, 6, 1, 0},
    {"/tools/pack", N_("Heat packs"), "", 0, 6, 1, 0},
}};
constexpr std::array<Number, 9> kScore = {{
    {"/score/goals/circulation", N_("Goal: circulation"), N_("The relief that earns all its points."), 0, 1, .01F, 1},
    {"/score/goals/endorphins", N_("Goal: endorphins"), "", 0, 1, .01F, 1},
    {"/score/goals/tension", N_("Goal: tension"), "", 0, 1, .01F, 1},
    {"/score/goals/heat", N_("Goal: heat"), "", 0, 1, .01F, 1},
    {"/score/goals/posture", N_("Goal: posture"), "", 0, 1, .01F, 1},
    {"/score/lead_goal", N_("Lead goal"), N_("Of the lead mechanism, for two stars."), .5F, 1, .01F, .6F},
    {"/score/stars/one", N_("One star"), N_("So much less pain after the rest."), .2F, .95F, .01F, .35F},
    {"/score/stars/two", N_("Two stars"), "", .2F, .95F, .01F, .6F},
    {"/score/stars/three", N_("Three stars"), "", .2F, .95F, .01F, .8F},
}};
constexpr std::array<std::pair<const char*, const char*>, 6> kWeights = {{{"circulation", N_("Points: circulation")},
                                                                          {"endorphins", N_("Points: endorphins")},
                                                                          {"tension", N_("Points: tension")},
                                                                          {"heat", N_("Points: heat")},
                                                                          {"posture", N_("Points: posture")},
                                                                          {"insight", N_("Points: insight")}}};
struct Text {
  const char *pointer, *name;
  std::size_t longest;  // bytes
  bool whole;           // of the level, not of a person
};
constexpr std::array<Text, 16> kTexts = {{
    {"/title", N_("Title"), 60, true},
    {"/lesson", N_("Lesson"), 200, true},
    {"/person/name", N_("Name"), 40, false},
    {"/person/role", N_("Who they are"), 60, false},
    {"/person/words", N_("Their words"), 300, false},
    {"/person/signs/0", N_("First sign"), 120, false},
    {"/person/signs/1", N_("Second sign"), 120, false},
    {"/person/signs/2", N_("Third sign"), 120, false},
    {"/person/better", N_("When it is better"), 200, false},
    {"/person/worse", N_("When it is not"), 200, false},
    {"/evidence/article", N_("The article says"), 400, true},
    {"/evidence/evidence", N_("The evidence says"), 400, true},
    {"/evidence/grade", N_("Grade, A to D"), 1, true},
    {"/evidence/source", N_("Source"), 400, true},
    {"/evidence/stop_sign", N_("Stop sign"), 400, true},
    {"/score/stars/reason", N_("Why other stars"), 300, false},
}};

std::string shortNumber(double value) {
  std::string text = std::to_string(std::round(value * 100) / 100);
  text.erase(text.find_last_not_of('0') + 1);
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

double numberAt(const Draft& draft, const std::string& pointer, double usual) {
  const Json* value = draft.find(pointer);
  return value != nullptr && value->is_number() ? value->get<double>() : usual;
}

Row slider(const Desk& desk, const std::string& pointer, const Number& n) {
  Draft& draft = desk.draft;
  const double now = numberAt(draft, pointer, static_cast<double>(n.usual));
  const bool wholes = n.step >= 1;
  const auto put = [&draft, pointer, n, wholes](double value) {
    const double steps = std::round((value - static_cast<double>(n.low)) / static_cast<double>(n.step));
    const double kept = std::clamp(static_cast<double>(n.low) + steps * static_cast<double>(n.step),
                                   static_cast<double>(n.low), static_cast<double>(n.high));
    if (wholes)
      draft.set(pointer, std::lround(kept), pointer);
    else
      draft.set(pointer, kept, pointer);
  };
  Row row;
  row.name = tr(n.name);
  row.hint = *n.hint != '\0' ? tr(n.hint) : tr("Left and right change it.");
  row.value = shortNumber(now);
  row.share = static_cast<float>((now - static_cast<double>(n.low)) / static_cast<double>(n.high - n.low));
  row.step = [put, now, n](int way) { put(now + way * static_cast<double>(n.step)); };
  row.setShare = [put, n](float share) {
    put(static_cast<double>(n.low) + static_cast<double>(share) * static_cast<double>(n.high - n.low));
  };
  return row;
}

// One of a list of values, gone through by stepping.
Row choice(std::string name, const std::vector<std::pair<std::string, std::string>>& values, const std::string& now,
           std::function<void(const std::string&)> put) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i].first == now) at = i;
  Row row;
  row.name = std::move(name);
  row.value = values.empty() ? std::string() : values[at].second;
  row.hint = tr("Left and right change it.");
  row.step = [values, at, put = std::move(put)](int way) {
    const auto n = static_cast<int>(values.size());
    if (n > 0) put(values[static_cast<std::size_t>((static_cast<int>(at) + way + n) % n)].first);
  };
  return row;
}

Row toggle(std::string name, bool on, std::function<void()> flip) {
  Row row;
  row.name = std::move(name);
  row.value = on ? tr("yes") : tr("no");
  row.hint = tr("Yes or no.");
  row.press = flip;
  row.step = [flip = std::move(flip)](int) { flip(); };
  return row;
}

Row text(const Desk& desk, std::string name, std::string pointer, std::size_t longest) {
  const Json* value = desk.draft.find(pointer);
  Row row;
  row.name = std::move(name);
  row.value = value != nullptr && value->is_string() ? value->get<std::string>() : "–";
  row.hint = tr("Enter to write it.");
  row.text = std::move(pointer);
  row.longest = longest;
  return row;
}

Row action(std::string name, std::string hint, std::function<void()> act) {
  Row row;
  row.name = std::move(name);
  row.hint = std::move(hint);
  row.press = std::move(act);
  return row;
}

std::vector<std::pair<std::string, std::string>> techniques() {
  std::vector<std::pair<std::string, std::string>> all;
  for (int i = 0; i < level::kTechniqueCount; ++i) {
    const auto t = static_cast<level::Technique>(i);
    all.emplace_back(std::string(level::idOf(t)), std::string(labelOf(t)));
  }
  return all;
}

template <class Ids>
std::vector<std::pair<std::string, std::string>> asTheyAre(const Ids& ids) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const std::string_view id : ids) {
    std::string word(id);
    std::replace(word.begin(), word.end(), '_', ' ');
    all.emplace_back(std::string(id), word);
  }
  return all;
}

Row idChoice(const Desk& desk, std::string name, const std::string& pointer,
             const std::vector<std::pair<std::string, std::string>>& values) {
  const Json* now = desk.draft.find(pointer);
  Draft& draft = desk.draft;
  return choice(std::move(name), values, now != nullptr && now->is_string() ? now->get<std::string>() : std::string(),
                [&draft, pointer](const std::string& id) { draft.set(pointer, id); });
}

const char* thingName(ThingKind kind) {
  switch (kind) {
    case ThingKind::Knot: return tr("knot");
    case ThingKind::Referral: return tr("where it is felt");
    case ThingKind::Point: return tr("named point");
    case ThingKind::NoGo: return tr("place to leave alone");
    case ThingKind::RegionTop: return tr("upper corner of the region");
    case ThingKind::RegionBottom: return tr("lower corner of the region");
  }
  return "";
}

void addPlaces(std::vector<Row>& rows, const Desk& desk, const Thing& thing) {
  Draft& draft = desk.draft;
  const std::string person = desk.person;
  const auto place = [&](const char* name, bool across) {
    const float low = across ? level::kMinXCm : level::kMinYCm, high = across ? level::kMaxXCm : level::kMaxYCm;
    const float now = across ? thing.at.x : thing.at.y;
    const auto put = [&draft, person, thing, across](float value) {
      Vec2 to = thing.at;
      (across ? to.x : to.y) = value;
      editing::moveThing(draft, person, thing, to, across ? "across" : "down");
    };
    Row row;
    row.name = name;
    row.value = fill(tr("{length} cm"), {{"length", shortNumber(static_cast<double>(now))}});
    row.hint = tr("Left and right change it.");
    row.share = (now - low) / (high - low);
    row.step = [put, now](int way) { put(now + .25F * static_cast<float>(way)); };
    row.setShare = [put, low, high](float share) { put(low + share * (high - low)); };
    rows.push_back(std::move(row));
  };
  place(tr("Across, right of the spine"), true);
  place(tr("Down from the skull"), false);
}

void addKnotRows(std::vector<Row>& rows, const Desk& desk, const Thing& thing) {
  const std::string knot = desk.person + "/knots/" + std::to_string(thing.index);
  rows.push_back(
      idChoice(desk, tr("Kind"), knot + "/kind",
               {{"nodule", tr("nodule: press")}, {"rope", tr("rope: friction")}, {"soft", tr("soft: flow")}}));
  rows.push_back(slider(desk, knot + "/tightness", {"", N_("Tightness"), N_("At the start."), 0, 1, .01F, .9F}));
  rows.push_back(idChoice(desk, tr("Muscle"), knot + "/muscle", asTheyAre(level::kMuscleIds)));
  Draft& draft = desk.draft;
  const Json* linked = draft.find(knot + "/linked");
  const bool fed = linked != nullptr && linked->is_boolean() && linked->get<bool>();
  rows.push_back(toggle(tr("Fed by a short muscle"), fed, [&draft, knot, fed] { draft.set(knot + "/linked", !fed); }));
  const bool refers = draft.find(knot + "/refers_to") != nullptr;
  rows.push_back(toggle(tr("Felt elsewhere"), refers, [&draft, knot, refers, at = thing.at] {
    constexpr float kAwayCm = 8;
    const Vec2 there = editing::snapped({at.x, at.y - kAwayCm});
    if (refers)
      draft.erase(knot + "/refers_to");
    else
      draft.set(knot + "/refers_to", Json::array({static_cast<double>(there.x), static_cast<double>(there.y)}));
  }));
}

std::vector<Row> backRows(const Desk& desk) {
  std::vector<Row> rows;
  constexpr std::array<Brush, 4> kBrushes = {Brush::None, Brush::Knot, Brush::Point, Brush::NoGo};
  const std::vector<std::pair<std::string, std::string>> brushes = {
      {"0", tr("nothing")}, {"1", tr("a knot")}, {"2", tr("a named point")}, {"3", tr("a place to leave alone")}};
  Brush& brush = desk.brush;
  rows.push_back(
      choice(tr("A click on the back adds"), brushes, std::to_string(static_cast<int>(brush)),
             [&brush, kBrushes](const std::string& id) { brush = kBrushes[static_cast<std::size_t>(id[0] - '0')]; }));
  const std::vector<Thing> things = editing::thingsOf(desk.draft, desk.person);
  auto& chosen = desk.chosen;
  std::size_t at = things.size();
  for (std::size_t i = 0; i < things.size(); ++i)
    if (chosen && things[i] == *chosen) at = i;
  Row pick;
  pick.name = tr("Chosen");
  pick.value = at < things.size() ? fill(tr("{thing}, {number} of {count}"), {{"thing", thingName(things[at].kind)},
                                                                              {"number", std::to_string(at + 1)},
                                                                              {"count", std::to_string(things.size())}})
                                  : std::string(tr("nothing"));
  pick.hint = tr("Left and right go through all that lies on the back.");
  pick.step = [&chosen, things, at](int way) {
    const auto n = static_cast<int>(things.size());
    if (n == 0) return;
    const int from = at < things.size() ? static_cast<int>(at) : (way > 0 ? -1 : n);
    chosen = things[static_cast<std::size_t>((from + way + n) % n)];
  };
  rows.push_back(std::move(pick));
  if (at >= things.size()) return rows;
  const Thing thing = things[at];
  addPlaces(rows, desk, thing);
  if (thing.kind == ThingKind::Knot) addKnotRows(rows, desk, thing);
  if (thing.kind == ThingKind::NoGo) {
    const std::string zone = desk.person + "/no_go/" + std::to_string(thing.index);
    rows.push_back(slider(desk, zone + "/radius_cm", {"", N_("Radius"), N_("In centimetres."), .5F, 15, .5F, 3}));
    rows.push_back(text(desk, tr("Why"), zone + "/why", 160));
  }
  Draft& draft = desk.draft;
  rows.push_back(
      action(tr("Take it away"), tr("The Delete key does the same."), [&draft, &chosen, person = desk.person, thing] {
        editing::removeThing(draft, person, thing);
        chosen.reset();
      }));
  return rows;
}

std::vector<Row> stateRows(const Desk& desk) {
  std::vector<Row> rows;
  std::vector<std::pair<std::string, std::string>> pains;
  pains.reserve(level::kPainCount);
  for (int i = 0; i < level::kPainCount; ++i)
    pains.emplace_back(std::string(level::kPainIds[static_cast<std::size_t>(i)]),
                       words::painName(static_cast<level::Pain>(i)));
  rows.push_back(idChoice(desk, tr("Pain"), desk.person + "/pain", pains));
  for (const Number& n : kState) rows.push_back(slider(desk, desk.person + n.pointer, n));
  rows.push_back(idChoice(desk, tr("Short side"), desk.person + "/tissue/short_side",
                          {{"both", tr("both")}, {"left", tr("left")}, {"right", tr("right")}}));
  Draft& draft = desk.draft;
  const std::string list = desk.person + "/tissue/short_muscles";
  for (const auto& [id, word] : asTheyAre(level::kMuscleIds))
    rows.push_back(toggle(fill(tr("Short: {muscle}"), {{"muscle", word}}), editing::isIn(draft, list, id),
                          [&draft, list, id = id] { editing::toggleIn(draft, list, id); }));
  return rows;
}

std::vector<Row> scoreRows(const Desk& desk) {
  std::vector<Row> rows;
  Draft& draft = desk.draft;
  constexpr float kAll = 100000;
  for (const auto& [id, label] : kWeights) {
    const auto now = static_cast<int>(numberAt(draft, desk.person + "/score/weights/" + id, 0));
    const auto put = [&draft, person = desk.person, name = std::string(id)](int points) {
      editing::setWeight(draft, person, name, points);
    };
    Row row;
    row.name = tr(label);
    row.hint = tr("All six together are 100,000.");
    row.value = words::number(now);
    row.share = static_cast<float>(now) / kAll;
    row.step = [put, now](int way) { put(now + way * 1000); };
    row.setShare = [put](float share) { put(static_cast<int>(std::lround(share * 100)) * 1000); };
    rows.push_back(std::move(row));
  }
  rows.push_back(idChoice(desk, tr("Lead mechanism"), desk.person + "/score/lead",
                          {{"circulation", tr("circulation")},
                           {"endorphins", tr("endorphins")},
                           {"tension", tr("tension")},
                           {"heat", tr("heat")}}));
  for (const Number& n : kScore) rows.push_back(slider(desk, desk.person + n.pointer, n));
  return rows;
}

std::vector<Row> guessRows(const Desk& desk) {
  std::vector<Row> rows;
  Draft& draft = desk.draft;
  const std::string pointer = desk.person + "/intake/refer";
  const Json* refer = draft.find(pointer);
  const bool refers = refer != nullptr && refer->is_boolean() && refer->get<bool>();
  rows.push_back(
      toggle(tr("Must see a doctor first"), refers, [&draft, pointer, refers] { draft.set(pointer, !refers); }));
  const std::vector<std::pair<std::string, std::string>> roles = {
      {"", "–"}, {"first", tr("first")}, {"also", tr("also")}, {"avoid", tr("avoid")}};
  for (const auto& [id, label] : techniques()) {
    rows.push_back(choice(label, roles, editing::roleOf(draft, desk.person, id),
                          [&draft, person = desk.person, id = id](const std::string& role) {
                            editing::setRole(draft, person, id, role);
                          }));
    const std::string why = editing::whyPointer(draft, desk.person, id);
    if (!why.empty()) rows.push_back(text(desk, fill(tr("{technique}: why"), {{"technique", label}}), why, 240));
  }
  return rows;
}

std::vector<Row> planRows(const Desk& desk) {
  std::vector<Row> rows;
  Draft& draft = desk.draft;
  const std::string list = desk.person + "/plan";
  const Json* plan = draft.find(list);
  const std::size_t steps = plan != nullptr && plan->is_array() ? plan->size() : 0;
  double all = 0;
  for (std::size_t i = 0; i < steps; ++i) all += numberAt(draft, list + "/" + std::to_string(i) + "/seconds", 0);
  Row sum;
  sum.name = tr("Seconds of all steps");
  sum.value = fill(tr("{steps} of the level's {all}"),
                   {{"steps", shortNumber(all)}, {"all", shortNumber(numberAt(draft, desk.person + "/seconds", 0))}});
  sum.hint = tr("The plan must not last longer than the session. Its seconds are on the page State.");
  rows.push_back(std::move(sum));
  for (std::size_t i = 0; i < steps; ++i) {
    const std::string step = list + "/" + std::to_string(i);
    rows.push_back(idChoice(desk, fill(tr("Step {number}"), {{"number", std::to_string(i + 1)}}), step + "/technique",
                            techniques()));
    rows.push_back(slider(desk, step + "/seconds", {"", N_("for seconds"), "", .5F, 180, .5F, 20}));
  }
  rows.push_back(action(tr("One step more"), tr("The expert bot follows this plan."), [&draft, list] {
    draft.append(list, {{"technique", "effleurage"}, {"seconds", 20}});
  }));
  if (steps > 1)
    rows.push_back(action(tr("Without the last step"), tr("The plan ends one step sooner."),
                          [&draft, list, steps] { draft.erase(list + "/" + std::to_string(steps - 1)); }));
  const std::string tempting = desk.person + "/tempting";
  for (const auto& [id, label] : techniques())
    rows.push_back(toggle(fill(tr("Tempting: {technique}"), {{"technique", label}}), editing::isIn(draft, tempting, id),
                          [&draft, tempting, id = id] { editing::toggleIn(draft, tempting, id); }));
  return rows;
}

std::vector<Row> wordRows(const Desk& desk) {
  std::vector<Row> rows;
  rows.reserve(kTexts.size());
  for (const Text& one : kTexts)
    rows.push_back(text(desk, tr(one.name), (one.whole ? std::string() : desk.person) + one.pointer, one.longest));
  return rows;
}

}  // namespace

const char* pageName(Page page) {
  constexpr std::array<const char*, kPageCount> kNames = {N_("On the back"), N_("State"), N_("Score"),
                                                          N_("Words"),       N_("Guess"), N_("Plan")};
  return tr(kNames[static_cast<std::size_t>(page)]);
}

std::string placeName(const std::string& pointer) {
  constexpr std::array<std::pair<std::string_view, Page>, 19> kPages = {{{"/plan", Page::Plan},
                                                                         {"/tempting", Page::Plan},
                                                                         {"/intake", Page::Guess},
                                                                         {"/score/stars/reason", Page::Words},
                                                                         {"/score", Page::Score},
                                                                         {"/person", Page::Words},
                                                                         {"/evidence", Page::Words},
                                                                         {"/title", Page::Words},
                                                                         {"/lesson", Page::Words},
                                                                         {"/tissue", Page::State},
                                                                         {"/state", Page::State},
                                                                         {"/posture", Page::State},
                                                                         {"/tools", Page::State},
                                                                         {"/seconds", Page::State},
                                                                         {"/pain", Page::State},
                                                                         {"/regions", Page::Back},
                                                                         {"/knots", Page::Back},
                                                                         {"/points", Page::Back},
                                                                         {"/no_go", Page::Back}}};
  // Of a further person the pointer begins with their place in the list.
  std::string_view own = pointer;
  if (own.rfind("/visits/", 0) == 0) own.remove_prefix(std::min(own.size(), own.find('/', 8)));
  for (const auto& [begin, page] : kPages)
    if (own.rfind(begin, 0) == 0) return fill(tr("{page} ({place})"), {{"page", pageName(page)}, {"place", pointer}});
  return pointer;
}

std::vector<Row> rowsOf(Page page, const Desk& desk) {
  switch (page) {
    case Page::Back: return backRows(desk);
    case Page::State: return stateRows(desk);
    case Page::Score: return scoreRows(desk);
    case Page::Words: return wordRows(desk);
    case Page::Guess: return guessRows(desk);
    case Page::Plan: return planRows(desk);
  }
  return {};
}

}  // namespace knead::app::editor
