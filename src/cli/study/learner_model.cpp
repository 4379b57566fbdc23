// How they learn: each word met keeps a credit for each answer, raised and lowered by what the game told of the people
// in whose text it stood. A guess adds up the credits of the words at hand, rare words counting more. The sizes below
// are chosen, not fitted.
#include "cli/study/learner_model.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace knead::cli {
namespace {

using learning::Choice;

constexpr double kHelps = 1.0, kNotNow = -0.5;          // a line of the results about a technique
constexpr double kWasRight = 1.0, kWasWrong = -0.5;     // the verdict on what was said
constexpr double kReliefOf = 0.5;                       // a whole relief, for what was used
constexpr double kDoctor = 2.0;                         // that a doctor was wanted
constexpr double kReason = 0.7, kReasonAgainst = -0.3;  // the words of a line itself
constexpr double kPage = 1.0;                           // the words of an Atlas page

const std::set<std::string, std::less<>>& commonWords() {
  static const std::set<std::string, std::less<>> kCommon = {
      "the",  "and",  "but",   "for",   "with",   "from",  "are",   "was",   "were",  "been",  "has",   "have", "had",
      "she",  "they", "him",   "his",   "her",    "their", "you",   "your",  "this",  "that",  "there", "here", "not",
      "nor",  "than", "then",  "too",   "very",   "when",  "where", "what",  "who",   "which", "all",   "any",  "both",
      "each", "one",  "two",   "three", "does",   "did",   "can",   "could", "would", "will",  "into",  "over", "out",
      "down", "off",  "under", "after", "before", "again", "still", "only",  "also"};
  return kCommon;
}

std::string stem(std::string word) {
  for (const std::string_view end : {"ing", "ness", "ed", "ly", "es", "s", "y"}) {
    if (word.size() < end.size() + 3 || word.compare(word.size() - end.size(), end.size(), end) != 0) continue;
    word.resize(word.size() - end.size());
    break;
  }
  return word;
}

std::size_t at(level::Technique t) { return static_cast<std::size_t>(t); }
constexpr auto kRefer = static_cast<std::size_t>(Choice::Refer);

}  // namespace

std::vector<std::string> stemsOf(std::string_view text) {
  std::set<std::string> found;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (low >= 'a' && low <= 'z') {
      word += low;
      continue;
    }
    if (word.size() > 2 && commonWords().count(word) == 0) found.insert(stem(word));
    word.clear();
  }
  return {found.begin(), found.end()};
}

std::vector<std::string> Apprentice::wordsOf(const Seen& seen) const {
  if (m_mind == Mind::Habit) return {"everybody"};
  if (m_mind == Mind::Names) return {"name " + seen.name, "seconds " + std::to_string(seen.seconds)};
  std::string text = seen.words;
  for (const std::string& sign : seen.signs) text += " " + sign;
  return stemsOf(text);
}

Apprentice::Scores Apprentice::scoresOf(const Seen& seen) const {
  if (m_mind == Mind::Sorter) return m_sorter.scores(wordsOf(seen));
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
  const std::size_t kind = told.refer ? PainSorter::kDoctor : static_cast<std::size_t>(told.pain);
  m_sorter.met(kind, wordsOf(seen));
  m_sorter.told(kind, credit);
  if (!told.refer && m_read.insert(told.page).second) m_sorter.met(kind, stemsOf(told.page));
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
  if (told.refer) credit[kRefer] += kDoctor;
  for (const Told::Reason& reason : told.reasons) {
    if (!told.refer) credit[at(reason.technique)] += reason.helps ? kHelps : kNotNow;
  }
  for (const level::Technique used : told.used)
    credit[at(used)] += kReliefOf * told.relief / static_cast<double>(told.used.size());
  if (m_mind == Mind::Sorter) {
    sort(seen, told, credit);
    return;
  }
  note(wordsOf(seen), credit);
  if (m_mind == Mind::Names || m_mind == Mind::Habit) return;

  // The results speak of signs too; what was read once says nothing new.
  for (const Told::Reason& reason : told.reasons) {
    if (!m_read.insert(reason.text).second) continue;
    Scores one{};
    one[told.refer ? kRefer : at(reason.technique)] = told.refer || reason.helps ? kReason : kReasonAgainst;
    note(stemsOf(reason.text), one);
  }
  if (m_mind != Mind::Reader) return;
  if (!told.refer && m_read.insert(told.page).second) {
    Scores page{};
    for (const Told::Reason& reason : told.reasons) page[at(reason.technique)] += reason.helps ? kPage : 0.0;
    note(stemsOf(told.page), page);
  }
  if (!m_read.insert(told.stopSign).second) return;
  Scores stop{};
  stop[kRefer] = kPage;
  note(stemsOf(told.stopSign), stop);
}

}  // namespace knead::cli
