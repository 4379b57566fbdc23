#include "level/level_warnings.hpp"

#include <algorithm>

namespace knead::level {
namespace {

struct Text {
  std::string place, words;
};

// The texts of one person, and of the level itself where `whole`.
std::vector<Text> textsOf(const Level& level, const std::string& within, bool whole) {
  std::vector<Text> all;
  if (whole) {
    all = {{"/title", level.title},
           {"/lesson", level.lesson},
           {"/evidence/article", level.evidence.article},
           {"/evidence/evidence", level.evidence.evidence},
           {"/evidence/source", level.evidence.source},
           {"/evidence/stop_sign", level.evidence.stopSign}};
  }
  const Person& who = level.person;
  for (const auto& [key, words] : {std::pair<const char*, const std::string&>{"name", who.name},
                                   {"role", who.role},
                                   {"words", who.words},
                                   {"better", who.better},
                                   {"worse", who.worse}})
    all.push_back({within + "/person/" + key, words});
  for (std::size_t i = 0; i < who.signs.size(); ++i)
    all.push_back({within + "/person/signs/" + std::to_string(i), who.signs[i]});
  for (std::size_t i = 0; i < level.intake.why.size(); ++i)
    all.push_back({within + "/intake/why/" + std::to_string(i) + "/text", level.intake.why[i].text});
  return all;
}

}  // namespace

std::vector<Error> leftFromTemplate(const Level& level, const Level& shape, const std::string& file) {
  std::vector<std::string> known;
  for (const Text& text : textsOf(shape, "", true)) known.push_back(text.words);
  std::vector<Error> out;
  for (std::size_t i = 0; i < level.people(); ++i) {
    const std::string within = i == 0 ? std::string() : "/visits/" + std::to_string(i - 1);
    for (const Text& text : textsOf(level.visit(i), within, i == 0))
      if (std::find(known.begin(), known.end(), text.words) != known.end())
        out.push_back({file, text.place, "still says \"" + text.words + "\", as a new level does; write your own"});
  }
  return out;
}

}  // namespace knead::level
