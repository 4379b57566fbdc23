// knead-cli words: every sentence of levels, stories and cards that a player reads, as a gettext template.
// The program's own sentences are found by xgettext; scripts/update-words puts both together.
#include <map>

#include <vector>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "core/file.hpp"
#include "daily/story.hpp"
#include "learning/evidence.hpp"
#include "learning/quiz.hpp"
#include "level/catalogue.hpp"
#include "level/technique_book.hpp"
#include "story/people.hpp"

namespace knead::cli {
namespace {

// In the order of their first use; where they are used goes with them for the translator.
class Template {
 public:
  void add(const std::string& text, const std::string& place) {
    if (text.empty()) return;
    auto [at, fresh] = m_places.try_emplace(text);
    if (fresh) m_order.push_back(text);
    at->second.push_back(place);
  }
  [[nodiscard]] std::string text() const {
    std::string out = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n";
    for (const std::string& id : m_order) {
      out += "\n";
      for (const std::string& place : m_places.at(id)) out += "#: " + place + "\n";
      out += "msgid \"" + escaped(id) + "\"\nmsgstr \"\"\n";
    }
    return out;
  }

 private:
  static std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      if (c == '\n') {
        out += "\\n";
      } else {
        out += c;
      }
    }
    return out;
  }
  std::vector<std::string> m_order;
  std::map<std::string, std::vector<std::string>> m_places;
};

void addLevel(Template& words, const level::Level& level) {
  for (const level::Level& visit : level.visits) addLevel(words, visit);
  const std::string& place = level.id;
  words.add(level.title, place + "/title");
  words.add(level.lesson, place + "/lesson");
  words.add(level.person.role, place + "/person/role");
  words.add(level.person.words, place + "/person/words");
  for (const std::string& sign : level.person.signs) words.add(sign, place + "/person/signs");
  words.add(level.person.better, place + "/person/better");
  words.add(level.person.worse, place + "/person/worse");
  for (const level::Why& why : level.intake.why) words.add(why.text, place + "/intake/why");
  words.add(level.evidence.article, place + "/evidence/article");
  words.add(level.evidence.evidence, place + "/evidence/evidence");
  words.add(level.evidence.stopSign, place + "/evidence/stop_sign");
}

void addStory(Template& words, const daily::Story& story) {
  const std::string place = "stories/" + story.id;
  words.add(daily::titleOf(story), place + "/title");
  words.add(story.role, place + "/role");
  words.add(story.words, place + "/words");
  for (const std::string& sign : story.signs) words.add(sign, place + "/signs");
  words.add(story.better, place + "/better");
  words.add(story.worse, place + "/worse");
  words.add(story.sign, place + "/sign");
}

int listWords(const Context& context) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  const Result<std::vector<level::Level>> levels = levelsNamed({}, folder.value());
  if (!levels) return context.fail(levels.error());
  Template words;
  for (const level::Level& level : levels.value()) addLevel(words, level);
  const Result<level::TechniqueBook> book = level::readTechniqueBook(folder.value() + "/../assets/techniques.json");
  if (!book) return context.fail(book.error());
  for (std::size_t i = 0; i < book.value().techniques.size(); ++i)
    words.add(book.value().techniques[i].how, "techniques/" + std::string(level::kTechniqueIds[i]) + "/how");
  for (std::size_t i = 0; i < book.value().pains.size(); ++i)
    words.add(book.value().pains[i].why, "pains/" + std::string(level::kPainIds[i]) + "/why");
  const Result<learning::EvidenceBook> evidence = learning::readEvidence(folder.value() + "/../assets/evidence.json");
  if (!evidence) return context.fail(evidence.error());
  const auto addEvidence = [&words](const learning::Evidence& e, const std::string& place) {
    words.add(e.article, place + "/article");
    words.add(e.evidence, place + "/evidence");
    words.add(e.stopSign, place + "/stop_sign");
  };
  for (std::size_t i = 0; i < evidence.value().pains.size(); ++i) {
    const std::string place = "evidence/" + std::string(level::kPainIds[i]);
    const learning::PainPage& page = evidence.value().pains[i];
    words.add(page.looks, place + "/looks");
    words.add(page.best, place + "/best");
    words.add(page.also, place + "/also");
    addEvidence(page.evidence, place);
  }
  for (std::size_t i = 0; i < evidence.value().techniques.size(); ++i)
    addEvidence(evidence.value().techniques[i], "evidence/" + std::string(level::kTechniqueIds[i]));
  for (const learning::Simplified& one : evidence.value().simplified) {
    words.add(one.what, "evidence/simplified/what");
    words.add(one.value, "evidence/simplified/value");
    words.add(one.research, "evidence/simplified/research");
  }
  const Result<learning::QuizBank> quiz = learning::readQuiz(folder.value() + "/../assets/quiz.json", book.value());
  if (!quiz) return context.fail(quiz.error());
  for (const learning::QuizItem& item : quiz.value().items) {
    words.add(item.story, "quiz/" + item.id + "/story");
    words.add(item.why, "quiz/" + item.id + "/why");
  }
  const Result<story::People> people = story::readPeople(folder.value() + "/../assets/people.json");
  if (!people) return context.fail(people.error());
  for (const story::Someone& one : people.value().all()) {
    words.add(one.job, "people/" + one.id + "/job");
    words.add(one.about, "people/" + one.id + "/about");
  }
  const Result<std::vector<daily::Story>> stories = daily::readStories(folder.value() + "/../assets/stories.json");
  if (!stories) return context.fail(stories.error());
  for (const daily::Story& story : stories.value()) addStory(words, story);
  context.print(words.text());
  return kOk;
}

}  // namespace

void addWords(const arguments::Command& app, Context& context) {
  const arguments::Command command =
      app.add("words", "The sentences of levels, stories and cards, for translators (gettext)");
  command.does([&context] { context.command = [&context] { return listWords(context); }; });
}

}  // namespace knead::cli
