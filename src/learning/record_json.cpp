// A record as JSON and back. Strict about what is there, patient with what is missing: an older file has fewer keys.
// What no play can leave behind is refused with its place; the first such thing is told.
#include <charconv>
#include <string_view>

#include "learning/record.hpp"
#include "level/level_json.hpp"

namespace knead::learning {
namespace {

using level::inQuotes;
using level::pointerStep;
using nlohmann::json;

// The shortest decimal that gives this float again, as a double: 0.2 in the file, not 0.20000000298023224.
double shortest(float x) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), x).ptr;
  double value = 0.0;
  (void)std::from_chars(digits.data(), end, value);
  // Rounded twice, to double and to float, it might in a rare case end beside the float it came from.
  return static_cast<float>(value) == x ? value : static_cast<double>(x);
}

json written(const Skill& skill) {
  return {{"p", shortest(skill.p)},
          {"right", skill.right},
          {"wrong", skill.wrong},
          {"first_right_day", skill.firstRightDay},
          {"last_right_day", skill.lastRightDay}};
}

json written(const QuizResult& quiz) {
  json answers = json::array();
  for (const QuizAnswer& one : quiz.answers) {
    answers.push_back({{"item", one.item}, {"safety", one.safety}, {"choice", idOf(one.choice)}, {"right", one.right}});
  }
  return {{"form", idOf(quiz.form)}, {"kind", idOf(quiz.kind)}, {"day", quiz.day}, {"answers", std::move(answers)}};
}

json written(const LogEntry& one) {
  return {{"day", one.day},
          {"level", one.level},
          {"person", one.person},
          {"pain", idOf(one.pain)},
          {"question", idOf(one.question)},
          {"answer", idOf(one.answer)},
          {"right", one.right},
          {"hints", one.hints}};
}

// Takes values out of objects and remembers the first thing that is wrong.
class RecordReader {
 public:
  explicit RecordReader(std::string file) : m_file(std::move(file)) {}
  [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

  void fail(const std::string& place, const json& found, const std::string& allowed) {
    const std::string text = found.is_string() ? found.get_ref<const std::string&>()
                                               : found.dump(-1, ' ', false, json::error_handler_t::replace);
    if (!m_problem) m_problem = Error{m_file, place, "found " + inQuotes(text) + "; allowed: " + allowed};
  }

  // The object or list under a key, or null if it is not there.
  const json* part(const json& parent, const std::string& place, const char* key, json::value_t type) {
    const json* found = valueOf(parent, key);
    if (found == nullptr || found->type() == type) return found;
    fail(pointerStep(place, key), *found, type == json::value_t::array ? "a list" : "an object");
    return nullptr;
  }

  void whole(const json& parent, const std::string& place, const char* key, int low, int high, int& out) {
    const json* found = valueOf(parent, key);
    if (found == nullptr) return;
    const bool tooLarge = found->is_number_unsigned() && found->get<std::uint64_t>() > 0x7FFFFFFFU;
    if (found->is_number_integer() && !tooLarge) {
      const auto value = found->get<std::int64_t>();
      if (value >= low && value <= high) {
        out = static_cast<int>(value);
        return;
      }
    }
    fail(pointerStep(place, key), *found, "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }

  void share(const json& parent, const std::string& place, const char* key, float& out) {
    const json* found = valueOf(parent, key);
    if (found == nullptr) return;
    const double value = found->is_number() ? found->get<double>() : -1.0;
    if (value >= 0.0 && value <= 1.0) {
      out = static_cast<float>(value);
    } else {
      fail(pointerStep(place, key), *found, "a number from 0 to 1");
    }
  }

  void flag(const json& parent, const std::string& place, const char* key, bool& out) {
    const json* found = valueOf(parent, key);
    if (found == nullptr) return;
    if (found->is_boolean()) {
      out = found->get<bool>();
    } else {
      fail(pointerStep(place, key), *found, "true or false");
    }
  }

  void text(const json& parent, const std::string& place, const char* key, std::string& out) {
    const json* found = valueOf(parent, key);
    if (found == nullptr) return;
    if (found->is_string() && found->get_ref<const std::string&>().size() <= kMostNameBytes) {
      out = found->get<std::string>();
    } else {
      fail(pointerStep(place, key), *found, "a text of at most " + std::to_string(kMostNameBytes) + " bytes");
    }
  }

  // One of the ids that `find` knows; it must be there: without it the entry means nothing.
  template <class Value, class Find>
  void id(const json& parent, const std::string& place, const char* key, Find find, Value& out) {
    const json* found = valueOf(parent, key);
    if (found != nullptr && found->is_string()) {
      const std::optional<Value> value = find(std::string_view(found->get_ref<const std::string&>()));
      if (value) {
        out = *value;
        return;
      }
    }
    fail(pointerStep(place, key), found == nullptr ? json() : *found, "an id that the game knows");
  }

  bool isObject(const json& entry, const std::string& place) {
    if (!entry.is_object()) fail(place, entry, "an object");
    return entry.is_object();
  }

 private:
  static const json* valueOf(const json& parent, const char* key) {
    const auto found = parent.find(key);
    return found == parent.end() ? nullptr : &*found;
  }
  std::string m_file;
  std::optional<Error> m_problem;
};

// A finder for an enum whose ids stand in an array in its own order.
template <class Value, std::size_t Count>
auto among(const std::array<std::string_view, Count>& ids) {
  return [&ids](std::string_view id) -> std::optional<Value> {
    for (std::size_t i = 0; i < Count; ++i) {
      if (ids[i] == id) return static_cast<Value>(i);
    }
    return std::nullopt;
  };
}
const auto kAnyChoice = [](std::string_view id) { return choiceOf(id); };

Skill skillFrom(RecordReader& reader, const json& entry, const std::string& place) {
  Skill out;
  if (!reader.isObject(entry, place)) return out;
  reader.share(entry, place, "p", out.p);
  reader.whole(entry, place, "right", 0, kMostAnswers, out.right);
  reader.whole(entry, place, "wrong", 0, kMostAnswers, out.wrong);
  reader.whole(entry, place, "first_right_day", 0, kLastDay, out.firstRightDay);
  reader.whole(entry, place, "last_right_day", 0, kLastDay, out.lastRightDay);
  if (out.lastRightDay < out.firstRightDay) {
    reader.fail(place + "/last_right_day", out.lastRightDay, "not before first_right_day");
  }
  return out;
}

QuizResult quizFrom(RecordReader& reader, const json& entry, const std::string& place) {
  QuizResult out;
  if (!reader.isObject(entry, place)) return out;
  reader.id(entry, place, "form", among<Form>(kFormIds), out.form);
  reader.id(entry, place, "kind", among<QuizKind>(kQuizKindIds), out.kind);
  reader.whole(entry, place, "day", 0, kLastDay, out.day);
  const json* answers = reader.part(entry, place, "answers", json::value_t::array);
  if (answers == nullptr) return out;
  if (answers->size() > static_cast<std::size_t>(kFormItems)) {
    reader.fail(place + "/answers", answers->size(), "at most " + std::to_string(kFormItems) + " answers");
  }
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const std::string at = pointerStep(place + "/answers", i);
    QuizAnswer one;
    if (!reader.isObject((*answers)[i], at)) continue;
    reader.text((*answers)[i], at, "item", one.item);
    reader.flag((*answers)[i], at, "safety", one.safety);
    reader.id((*answers)[i], at, "choice", kAnyChoice, one.choice);
    reader.flag((*answers)[i], at, "right", one.right);
    out.answers.push_back(std::move(one));
  }
  return out;
}

LogEntry logFrom(RecordReader& reader, const json& entry, const std::string& place) {
  LogEntry out;
  if (!reader.isObject(entry, place)) return out;
  reader.whole(entry, place, "day", 0, kLastDay, out.day);
  reader.text(entry, place, "level", out.level);
  reader.text(entry, place, "person", out.person);
  reader.id(entry, place, "pain", among<level::Pain>(level::kPainIds), out.pain);
  reader.id(entry, place, "question", among<Question>(kQuestionIds), out.question);
  reader.id(entry, place, "answer", kAnyChoice, out.answer);
  reader.flag(entry, place, "right", out.right);
  reader.flag(entry, place, "hints", out.hints);
  return out;
}

void readSkills(RecordReader& reader, const json& skills, Mastery& out) {
  for (const auto& [name, entry] : skills.items()) {
    const std::string place = pointerStep("/skills", name);
    const Skill skill = skillFrom(reader, entry, place);
    if (name == "refer") {
      out.putRefer(skill);
      continue;
    }
    const std::size_t slash = name.find('/');
    const auto pain = painOf(std::string_view(name).substr(0, slash));
    const auto technique = slash == std::string::npos ? std::nullopt : level::techniqueOf(name.substr(slash + 1));
    if (pain && technique) {
      out.put(*pain, *technique, skill);
    } else {
      reader.fail(place, name, "\"pain/technique\", or \"refer\"");
    }
  }
}

void readReview(RecordReader& reader, const json& cards, ReviewQueue& out) {
  for (const auto& [name, entry] : cards.items()) {
    const std::string place = pointerStep("/review", name);
    const auto card = Card::of(std::string_view(name));
    if (!card) reader.fail(place, name, "the id of a pain, or \"refer\"");
    CardState state;
    if (!reader.isObject(entry, place) || !card) continue;
    reader.whole(entry, place, "box", 0, kBoxCount, state.box);
    reader.whole(entry, place, "day", 0, kLastDay, state.day);
    reader.whole(entry, place, "session", 0, kMostSessions, state.session);
    out.put(*card, state);
  }
}

void readConfusion(RecordReader& reader, const json& pains, Confusion& out) {
  for (const auto& [painName, row] : pains.items()) {
    const std::string rowPlace = pointerStep("/confusion", painName);
    const auto pain = painOf(painName);
    if (!pain) reader.fail(rowPlace, painName, "the id of a pain");
    if (!reader.isObject(row, rowPlace) || !pain) continue;
    for (const auto& [name, entry] : row.items()) {
      const std::string place = pointerStep(rowPlace, name);
      const auto choice = choiceOf(std::string_view(name));
      if (!choice) reader.fail(place, name, "the id of a technique, \"refer\" or \"none\"");
      Confusion::Cell cell;
      if (!reader.isObject(entry, place) || !choice) continue;
      reader.whole(entry, place, "count", 0, Confusion::kMostCount, cell.count);
      reader.whole(entry, place, "wrong", 0, cell.count, cell.wrong);
      out.put(*pain, *choice, cell);
    }
  }
}

}  // namespace

json Record::toJson() const {
  json skills = json::object();
  json confusion = json::object();
  for (int p = 0; p < level::kPainCount; ++p) {
    const auto pain = static_cast<level::Pain>(p);
    for (const std::string_view id : level::kTechniqueIds) {
      const Skill& skill = m_mastery.of(pain, *level::techniqueOf(id));
      if (skill != Skill()) skills[std::string(level::idOf(pain)) + "/" + std::string(id)] = written(skill);
    }
    for (int c = 0; c < kChoiceCount; ++c) {
      const auto choice = static_cast<Choice>(c);
      const Confusion::Cell& cell = m_confusion.of(pain, choice);
      if (cell == Confusion::Cell()) continue;
      confusion[std::string(level::idOf(pain))][std::string(idOf(choice))] = {{"count", cell.count},
                                                                              {"wrong", cell.wrong}};
    }
  }
  if (m_mastery.refer() != Skill()) skills["refer"] = written(m_mastery.refer());
  json review = json::object();
  for (int i = 0; i < kCardCount; ++i) {
    const CardState& state = m_review.of(Card::at(i));
    if (state == CardState()) continue;
    review[std::string(Card::at(i).id())] = {{"box", state.box}, {"day", state.day}, {"session", state.session}};
  }
  json quizzes = json::array();
  for (const QuizResult& one : m_quizzes) quizzes.push_back(written(one));
  json answers = json::array();
  for (const LogEntry& one : m_log) answers.push_back(written(one));
  json out = {{"sessions", m_sessions},        {"skills", std::move(skills)},
              {"review", std::move(review)},   {"confusion", std::move(confusion)},
              {"quizzes", std::move(quizzes)}, {"answers", std::move(answers)}};
  if (m_otherWayRound) out["quiz_other_way_round"] = *m_otherWayRound;
  return out;
}

Result<Record> Record::fromJson(const json& document, const std::string& file) {
  RecordReader reader(file);
  Record out;
  if (!reader.isObject(document, "")) return *reader.problem();
  reader.whole(document, "", "sessions", 0, kMostSessions, out.m_sessions);
  if (document.contains("quiz_other_way_round")) {
    reader.flag(document, "", "quiz_other_way_round", out.m_otherWayRound.emplace());
  }
  if (const json* part = reader.part(document, "", "skills", json::value_t::object)) {
    readSkills(reader, *part, out.m_mastery);
  }
  if (const json* part = reader.part(document, "", "review", json::value_t::object)) {
    readReview(reader, *part, out.m_review);
  }
  if (const json* part = reader.part(document, "", "confusion", json::value_t::object)) {
    readConfusion(reader, *part, out.m_confusion);
  }
  if (const json* part = reader.part(document, "", "quizzes", json::value_t::array)) {
    if (part->size() > kQuizzesKept) {
      reader.fail("/quizzes", part->size(), "at most " + std::to_string(kQuizzesKept) + " quizzes");
    }
    for (std::size_t i = 0; i < part->size(); ++i) {
      out.m_quizzes.push_back(quizFrom(reader, (*part)[i], pointerStep("/quizzes", i)));
    }
  }
  if (const json* part = reader.part(document, "", "answers", json::value_t::array)) {
    for (std::size_t i = 0; i < part->size(); ++i) {
      out.note(logFrom(reader, (*part)[i], pointerStep("/answers", i)));
    }
  }
  if (reader.problem()) return *reader.problem();
  return out;
}

}  // namespace knead::learning
