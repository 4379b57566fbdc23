// The reader of the quiz: each item by itself, then against the book, then the forms as wholes. The first thing that
// is wrong is told.
#include "learning/quiz.hpp"

#include <algorithm>
#include <map>

#include "core/file.hpp"
#include "core/random.hpp"
#include "level/level_json.hpp"

namespace knead::learning {
namespace {

using level::Fit;
using level::inQuotes;
using level::pointerStep;
using Json = nlohmann::json;

constexpr const char* kChoices = "; allowed: the id of a technique, or \"refer\"";

std::string shown(const Json& value) {
  if (value.is_string()) return inQuotes(value.get_ref<const std::string&>());
  return value.is_null() ? "nothing" : inQuotes(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

class QuizReader {
 public:
  QuizReader(std::string name, const level::TechniqueBook& book) : m_name(std::move(name)), m_book(book) {}

  [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

  QuizItem item(const Json& entry, const std::string& place) {
    QuizItem out;
    if (!entry.is_object()) {
      fail(place, "found " + shown(entry) + "; allowed: an item in braces");
      return out;
    }
    refuseUnknownKeys(entry, place);
    out.id = words(entry, place, "id");
    out.story = words(entry, place, "story");
    out.why = words(entry, place, "why");
    out.form = form(entry, place);
    out.pain = pain(entry, place);
    readOptions(entry, place, out);
    if (!m_problem && out.pain) checkFit(out, place);
    return out;
  }

  void checkForms(const QuizBank& bank) {
    std::map<std::string, std::size_t> ids;
    std::map<std::string, std::size_t> stories;
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
      const std::string place = pointerStep("/items", i);
      const auto [sameId, newId] = ids.emplace(bank.items[i].id, i);
      if (!newId) fail(place + "/id", twice(bank.items[i].id, sameId->second) + "; give each item an id of its own");
      const auto [sameStory, newStory] = stories.emplace(bank.items[i].story, i);
      if (!newStory) fail(place + "/story", twice(bank.items[i].story, sameStory->second) + "; tell a new story");
    }
    for (int f = 0; f < kFormCount; ++f) checkForm(bank, static_cast<Form>(f));
  }

 private:
  static std::string twice(const std::string& text, std::size_t at) {
    return "found " + inQuotes(text) + ", which " + pointerStep("/items", at) + " has already";
  }

  void fail(const std::string& place, std::string what) {
    if (!m_problem) m_problem = Error{m_name, place, std::move(what)};
  }

  void refuseUnknownKeys(const Json& entry, const std::string& place) {
    static constexpr std::array<std::string_view, 8> kKnown = {"id",    "form",    "pain",  "safety",
                                                               "story", "options", "right", "why"};
    for (const auto& [key, value] : entry.items()) {
      if (std::find(kKnown.begin(), kKnown.end(), key) != kKnown.end()) continue;
      fail(pointerStep(place, key), "is not a key of an item; remove it or correct its name");
    }
  }

  std::string words(const Json& entry, const std::string& place, const char* key) {
    const Json value = entry.value(key, Json());
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value.get<std::string>();
    fail(place + "/" + key, "found " + shown(value) + "; write a text that is not empty");
    return {};
  }

  Form form(const Json& entry, const std::string& place) {
    const std::string found = words(entry, place, "form");
    const auto at = std::find(kFormIds.begin(), kFormIds.end(), found);
    if (at != kFormIds.end()) return static_cast<Form>(at - kFormIds.begin());
    fail(place + "/form", "found " + inQuotes(found) + "; allowed: A, B, C, D");
    return Form::A;
  }

  std::optional<level::Pain> pain(const Json& entry, const std::string& place) {
    if (entry.contains("pain") == entry.contains("safety")) {
      fail(place, "wants one of \"pain\" and \"safety\", not both; keep one");
      return std::nullopt;
    }
    if (entry.contains("safety")) {
      if (entry["safety"] != true) fail(place + "/safety", "found " + shown(entry["safety"]) + "; allowed: true");
      return std::nullopt;
    }
    const auto found = painOf(words(entry, place, "pain"));
    if (!found) fail(place + "/pain", "found " + shown(entry["pain"]) + "; allowed: the id of one of the nine pains");
    return found;
  }

  Choice choice(const Json& value, const std::string& place) {
    const auto found =
        value.is_string() ? choiceOf(std::string_view(value.get_ref<const std::string&>())) : std::nullopt;
    if (found && *found != Choice::None) return *found;
    fail(place, "found " + shown(value) + kChoices);
    return Choice::None;
  }

  void readOptions(const Json& entry, const std::string& place, QuizItem& out) {
    const Json options = entry.value("options", Json());
    if (!options.is_array() || options.size() != kQuizOptions) {
      fail(place + "/options", "found " + shown(options) + "; give " + std::to_string(kQuizOptions) + " in brackets");
      return;
    }
    for (std::size_t i = 0; i < out.options.size(); ++i) {
      const std::string at = pointerStep(place + "/options", i);
      out.options[i] = choice(options[i], at);
      const auto end = out.options.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::find(out.options.begin(), end, out.options[i]) != end) {
        fail(at, "found " + shown(options[i]) + " a second time; options must differ");
      }
    }
    out.right = choice(entry.value("right", Json()), place + "/right");
    if (std::find(out.options.begin(), out.options.end(), out.right) == out.options.end()) {
      fail(place + "/right",
           "found " + shown(entry.value("right", Json())) + ", which is not among the options; add it");
    }
  }

  void checkFit(const QuizItem& item, const std::string& place) {
    const auto& fits = m_book.of(*item.pain).fit;
    // One pain, chronic low-back pain, has no technique that helps much: its best is Good.
    const Fit best = *std::max_element(fits.begin(), fits.end());
    const std::string painId = inQuotes(level::idOf(*item.pain));
    for (std::size_t i = 0; i < item.options.size(); ++i) {
      const auto technique = techniqueOf(item.options[i]);
      if (!technique || item.options[i] == item.right) continue;
      if (fits[static_cast<std::size_t>(*technique)] <= Fit::Little) continue;
      fail(pointerStep(place + "/options", i), inQuotes(level::idOf(*technique)) + " helps " + painId +
                                                   " too in the book; a wrong option must help little, not or harm");
    }
    const auto right = techniqueOf(item.right);
    if (right && fits[static_cast<std::size_t>(*right)] == best) return;
    fail(place + "/right", inQuotes(idOf(item.right)) + " is not what helps " + painId +
                               " most in the book; choose a technique with the best fit");
  }

  void checkForm(const QuizBank& bank, Form form) {
    std::array<int, kPainItems> pains{};
    int safety = 0;
    for (const std::size_t at : bank.of(form)) {
      const QuizItem& one = bank.items[at];
      if (one.pain) {
        ++pains[static_cast<std::size_t>(*one.pain)];
      } else {
        ++safety;
      }
    }
    const std::string name = "form " + std::string(idOf(form));
    for (std::size_t i = 0; i < pains.size(); ++i) {
      if (pains[i] == 1) continue;
      fail("/items", name + " has " + std::to_string(pains[i]) + " items for the pain " + inQuotes(level::kPainIds[i]) +
                         "; allowed: one each");
    }
    if (safety == kSafetyItems) return;
    fail("/items", name + " has " + std::to_string(safety) + " safety items; allowed: " + std::to_string(kSafetyItems));
  }

  std::string m_name;
  const level::TechniqueBook& m_book;
  std::optional<Error> m_problem;
};

// Fisher-Yates.
template <class List>
void shuffle(List& list, Random random) {
  for (std::size_t i = list.size(); i > 1; --i) {
    const std::uint32_t other = random.below(static_cast<std::uint32_t>(i));
    std::swap(list[i - 1], list[other]);
  }
}

}  // namespace

std::vector<std::size_t> QuizBank::of(Form form) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].form == form) out.push_back(i);
  }
  return out;
}

std::vector<std::size_t> QuizBank::order(Form form, std::uint64_t seed) const {
  std::vector<std::size_t> out = of(form);
  shuffle(out, Random(seed, static_cast<std::uint64_t>(form) + 1));
  return out;
}

std::array<Choice, kQuizOptions> QuizBank::options(std::size_t item, std::uint64_t seed) const {
  std::array<Choice, kQuizOptions> out = items[item].options;
  shuffle(out, Random(seed, kFormCount + 1 + item));
  return out;
}

Result<QuizBank> readQuiz(const std::string& path, const level::TechniqueBook& book) {
  const Result<std::string> text = readWholeFile(path, level::kMaxJsonBytes);
  if (!text) return text.error();
  return parseQuiz(text.value(), path, book);
}

Result<QuizBank> parseQuiz(std::string_view text, const std::string& name, const level::TechniqueBook& book) {
  const Result<Json> document = level::parseJson(text, name);
  if (!document) return document.error();
  const Json& root = document.value();
  if (!root.is_object() || !root.contains("items") || !root["items"].is_array()) {
    return Error{name, "/items", "found no list of items; add {\"items\": [..]}"};
  }
  QuizReader reader(name, book);
  QuizBank bank;
  for (std::size_t i = 0; i < root["items"].size(); ++i) {
    bank.items.push_back(reader.item(root["items"][i], pointerStep("/items", i)));
  }
  reader.checkForms(bank);
  if (reader.problem()) return *reader.problem();
  return bank;
}

}  // namespace knead::learning
