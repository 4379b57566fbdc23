// How they learn: each word met keeps a credit for each answer, raised and lowered by what the game told of the people
// in whose text it stood. A guess adds up the credits of the words at hand, rare words counting more. Who sorts keeps
// the credits by kind of pain instead. The sizes below are chosen, not fitted.
#include "cli/study/learner_model.hpp"

#include <algorithm>
#include <cmath>

#include "cli/study/everyday_language.hpp"

namespace knead::cli {
namespace {

using learning::Choice;

constexpr double kHelps = 1.0, kNotNow = -0.5;          // a line of the results about a technique
constexpr double kNamed = 1.0;                          // the first move that was missed
constexpr double kWasRight = 1.0, kWasWrong = -0.5;     // the verdict on what was said
constexpr double kReliefOf = 0.5;                       // a whole relief, for what was used
constexpr double kSentOn = 2.0;                         // that a doctor was wanted
constexpr double kReason = 0.7, kReasonAgainst = -0.3;  // the words of a line itself
constexpr double kPage = 1.0;                           // the words of an Atlas page
constexpr double kRule = 1.0;                           // a move that the page says helps most, each time it is read

std::size_t at(level::Technique t) { return static_cast<std::size_t>(t); }
constexpr auto kRefer = static_cast<std::size_t>(Choice::Refer);

// Makes up its mind: what helps a little in every kind is no answer for anybody.
Kinds decided(const Kinds& likely) {
  Kinds one{};
  one[static_cast<std::size_t>(std::max_element(likely.begin(), likely.end()) - likely.begin())] = 1.0;
  return one;
}

// The moves by the names and verbs that the game gives them on its tiles and cards.
constexpr auto kMoveNames = std::to_array<std::string_view>(
    {"stroking strokes", "kneading", "friction rubs rubbing", "vibration tremble", "tapping taps", "trigger press",
     "acupressure points", "stretch draw lengthen", "towel", "stone", "pack"});
static_assert(kMoveNames.size() == level::kTechniqueCount);

// Which moves a text speaks well of. What it denies ("no grinding") is not among them.
std::vector<level::Technique> movesIn(std::string_view text) {
  const std::vector<std::string> words = meaningsOf(text);
  std::vector<level::Technique> found;
  for (std::size_t t = 0; t < kMoveNames.size(); ++t) {
    const std::vector<std::string> names = stemsOf(kMoveNames[t]);
    const auto isNamed = [&words](const std::string& name) {
      return std::binary_search(words.begin(), words.end(), name);
    };
    if (std::any_of(names.begin(), names.end(), isNamed)) found.push_back(static_cast<level::Technique>(t));
  }
  return found;
}

}  // namespace

std::vector<std::string> Apprentice::wordsOf(const Seen& seen) const {
  if (m_mind == Mind::Habit) return {"everybody"};
  if (m_mind == Mind::Names) return {"name " + seen.name, "seconds " + std::to_string(seen.seconds)};
  return read(textOf(seen));
}

std::string Apprentice::textOf(const Seen& seen) const {
  std::string text = seen.words;
  for (const std::string& sign : seen.signs) text += ". " + sign;
  if (practises()) text += ". " + seen.role;
  return text;
}

std::vector<std::string> Apprentice::read(std::string_view text) const {
  return m_mind == Mind::Student ? meaningsOf(text) : stemsOf(text);
}

Apprentice::Scores Apprentice::scoresOf(const Seen& seen) const {
  if (m_mind == Mind::Sorter) return m_helped.scores(m_sorter.likely(wordsOf(seen)));
  if (practises()) return m_helped.scores(decided(m_practised.likely(wordsOf(seen))));
  Scores scores{};
  for (const std::string& word : wordsOf(seen)) {
    const auto known = m_words.find(word);
    if (known == m_words.end()) continue;
    double all = 1.0;
    for (const double credit : known->second.credit) all += std::abs(credit);
    const double rare = std::log(1.0 + (m_people + 1.0) / (1.0 + known->second.met));
    for (std::size_t a = 0; a < scores.size(); ++a) scores[a] += known->second.credit[a] / all * rare;
  }
  return scores;
}

learning::Choice Apprentice::guess(const Seen& seen, std::span<const learning::Choice> allowed) {
  const Scores scores = scoresOf(seen);
  std::vector<Choice> best;
  double most = 0.0;
  for (const Choice choice : allowed) {
    const double score = scores[static_cast<std::size_t>(choice)];
    if (!best.empty() && score < most - 1e-9) continue;
    if (best.empty() || score > most + 1e-9) best.clear();
    best.push_back(choice);
    most = score;
  }
  const std::uint32_t pick = m_random.below(static_cast<std::uint32_t>(best.size()));
  return best[pick];
}

level::Technique Apprentice::second(const Seen& seen, learning::Choice first) {
  std::vector<Choice> others;
  for (int t = 0; t < level::kTechniqueCount; ++t) {
    if (static_cast<Choice>(t) != first) others.push_back(static_cast<Choice>(t));
  }
  return *learning::techniqueOf(guess(seen, others));
}

void Apprentice::note(const std::vector<std::string>& words, const Scores& credit) {
  for (const std::string& word : words) {
    Word& known = m_words[word];
    known.met += 1.0;
    for (std::size_t a = 0; a < credit.size(); ++a) known.credit[a] += credit[a];
  }
}

void Apprentice::sort(const Seen& seen, const Told& told, const Scores& credit) {
  const std::size_t kind = told.refer ? kDoctor : static_cast<std::size_t>(told.pain);
  m_helped.told(kind, credit);
  const auto met = [this](std::size_t of, const std::vector<std::string>& words) {
    practises() ? m_practised.met(of, words) : m_sorter.met(of, words);
  };
  // Who practises what they remember has nothing more to remember of a story told twice.
  if (!practises() || isNews(textOf(seen))) met(kind, wordsOf(seen));
  if (!told.refer && isNews(told.looks)) met(kind, read(told.looks + " " + told.best));
  if (practises() && isNews(told.stopSign)) met(kDoctor, read(told.stopSign));
}

void Apprentice::learn(const Seen& seen, const Told& told) {
  if (m_mind == Mind::Unmoved) return;
  m_people += 1.0;
  Scores credit{};
  if (m_mind == Mind::Same) {
    credit[static_cast<std::size_t>(told.said)] = 1.0;
    note(wordsOf(seen), credit);
    return;
  }
  if (told.said != Choice::None) credit[static_cast<std::size_t>(told.said)] += told.right ? kWasRight : kWasWrong;
  if (told.refer) credit[kRefer] += kSentOn;
  for (const Told::Reason& reason : told.reasons) {
    if (!told.refer) credit[at(reason.technique)] += reason.helps ? kHelps : kNotNow;
  }
  if (told.named) credit[at(*told.named)] += kNamed;
  for (const level::Technique used : told.used)
    credit[at(used)] += kReliefOf * told.relief / static_cast<double>(told.used.size());
  if (practises() && !told.refer) {
    for (const level::Technique move : movesIn(told.best)) credit[at(move)] += kRule;
  }
  if (m_mind == Mind::Sorter || practises()) {
    sort(seen, told, credit);
    return;
  }
  note(wordsOf(seen), credit);
  if (m_mind == Mind::Names || m_mind == Mind::Habit) return;

  // The results speak of signs too; what was read once says nothing new.
  for (const Told::Reason& reason : told.reasons) {
    if (!isNews(reason.text)) continue;
    Scores one{};
    one[told.refer ? kRefer : at(reason.technique)] = told.refer || reason.helps ? kReason : kReasonAgainst;
    note(stemsOf(reason.text), one);
  }
  if (m_mind != Mind::Reader) return;
  if (!told.refer && isNews(told.looks)) {
    Scores page{};
    for (const Told::Reason& reason : told.reasons) page[at(reason.technique)] += reason.helps ? kPage : 0.0;
    note(stemsOf(told.looks + " " + told.best), page);
  }
  if (!isNews(told.stopSign)) return;
  Scores stop{};
  stop[kRefer] = kPage;
  note(stemsOf(told.stopSign), stop);
}

}  // namespace knead::cli
