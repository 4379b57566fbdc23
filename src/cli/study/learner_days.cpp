#include "cli/study/learner_days.hpp"

#include <utility>

namespace knead::cli {

using learning::Choice;

Days::Days(const World& world, std::function<bool(std::size_t)> isKept, bool todaysBack, ExpertHands& hands)
    : m_world(world), m_isKept(std::move(isKept)), m_todaysBack(todaysBack), m_hands(hands) {
  for (std::size_t i = 0; i < world.material.stories.size(); ++i) {
    if (!m_isKept(i)) m_told.push_back(world.material.stories[i]);
  }
}

void Days::play(Apprentice& player, int firstDay) {
  m_day = firstDay;
  const std::vector<level::Level>& people = m_world.people;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (i == 0 || people[i].id != people[i - 1].id) {
      if (i > 0) ++m_day;
      review(player);
      if (m_todaysBack) today(player);
    }
    session(people[i], player);
  }
  ++m_day;
  review(player);
}

void Days::session(const level::Level& one, Apprentice& player) {
  m_record.sessionBegun();
  const Choice said = meet(m_world, one, player, m_hands);
  note(one.id, one.pain, said, one.intake, kAnswers);
}

void Days::today(Apprentice& player) {
  const std::size_t story = daily::turnOf(m_day, m_world.material.order).story;
  if (!m_isKept(story)) session(m_world.others[story], player);
}

void Days::review(Apprentice& player) {
  std::size_t asked = 0;
  for (const learning::Card card : m_record.dueCards(m_day)) {
    if (++asked > daily::kMostReviewCards) break;
    const auto question = daily::reviewQuestionOf(card, m_day, m_told, m_world.material.book);
    if (!question) continue;
    const daily::Story& story = m_told[question->story];
    const Seen seen{"", "", story.words, story.signs, 0};  // a review tells neither name nor role
    const Choice said = player.guess(seen, question->options);
    player.learn(seen, toldBy(m_world, story, *question, said));
    level::Intake right;
    right.refer = story.refer;
    if (const auto technique = learning::techniqueOf(question->right)) right.first = {*technique};
    note("review-" + story.id, story.pain, said, right, static_cast<int>(question->options.size()));
    ++m_answers;
  }
}

void Days::note(const std::string& level, level::Pain pain, Choice said, const level::Intake& right, int options) {
  learning::AnsweredIntake one;
  one.day = m_day;
  one.level = level;
  one.pain = pain;
  one.said.refer = said == Choice::Refer;
  one.said.first = learning::techniqueOf(said);
  one.options = options;
  m_record.answered(one, right, m_world.material.book.of(pain));
}

}  // namespace knead::cli
