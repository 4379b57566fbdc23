// The review: stories of the pains that are due, one question each, those that are mixed up easily one after the other.
// What is due, and what follows from an answer, is learning's.
#include "app/screens/question.hpp"
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/theme.hpp"
#include "app/words/words.hpp"
#include "daily/review_question.hpp"

namespace knead::app {
namespace {

using learning::Card;
using learning::Choice;
using words::fill;
using words::tr;
using words::trn;

class Review final : public StillPage {
 public:
  explicit Review(Services& s) : StillPage(s, 0, kMiddle) {
    for (const Card card : s.player.learning().dueCards(s.player.day())) {
      if (m_cards.size() < daily::kMostReviewCards) m_cards.push_back(card);
    }
    ask();
  }

  void chose(int choice) override {
    if (m_at >= m_cards.size()) {
      m_services.back = true;
    } else if (choice != kQuestionOn) {
      answer(choice);
    } else if (m_said) {
      ++m_at;
      ask();
    }
  }
  [[nodiscard]] std::string spoken() const override {
    if (m_at >= m_cards.size()) return told();
    return m_said ? m_question.why : m_question.story;
  }

  void drawPage(Painter& p, float W) override {
    const float width = std::min(820.0F, W - 120), left = (W - width) / 2;
    if (m_at >= m_cards.size())
      drawEnd(p, left, width);
    else
      drawQuestion(p, m_choices, m_question, m_said, left, width);
    hintChooseBack(p, left + width);
  }

 private:
  [[nodiscard]] const daily::Story& story() const { return m_services.shelf.daily.stories[m_story]; }

  void ask() {
    m_said.reset();
    m_services.anew = true;
    if (m_at >= m_cards.size()) return m_choices.focus(kQuestionOn);
    auto asked = daily::reviewQuestionOf(m_cards[m_at], m_services.player.day(), m_services.shelf.daily.stories,
                                         m_services.book);
    if (!asked) {
      m_cards.erase(m_cards.begin() + static_cast<std::ptrdiff_t>(m_at));
      return ask();
    }
    m_story = asked->story;
    m_question.head = fill(tr("Story {number} of {count}"),
                           {{"number", std::to_string(m_at + 1)}, {"count", std::to_string(m_cards.size())}});
    m_question.story = words::quoted(story().words);
    m_question.story += " " + std::string(tr("You notice")) + ": ";
    for (std::size_t i = 0; i < story().signs.size(); ++i)
      m_question.story += (i > 0 ? "; " : "") + std::string(tr(story().signs[i]));
    m_question.story += ".";
    m_question.why = story().refer ? tr(story().sign) : tr(m_services.book.of(story().pain).why);
    m_question.options = std::move(asked->options);
    m_question.right = asked->right;
    m_choices.focus(0);
  }

  void answer(int chosen) {
    if (m_said) return;
    m_said = answerAt(m_question, chosen);
    m_right += *m_said == m_question.right ? 1 : 0;
    level::Intake right;
    right.refer = story().refer;
    if (const auto technique = learning::techniqueOf(m_question.right)) right.first = {*technique};
    m_services.player.reviewed(story().id, story().pain, right, *m_said, static_cast<int>(m_question.options.size()),
                               m_services.book.of(story().pain));
    m_choices.focus(kQuestionOn);
    m_services.anew = true;
  }

  [[nodiscard]] std::string told() const {
    if (m_cards.empty())
      return tr("Nothing is due today. What you answered comes back after a day, then 3, 7, 15, 30.");
    return fill(tr("{right} of {count} right. What was wrong comes back tomorrow, what was right later and later."),
                {{"right", std::to_string(m_right)}, {"count", std::to_string(m_cards.size())}});
  }

  void drawEnd(Painter& p, float left, float width) {
    p.text(tr("Review"), {left, 160}, Face::Serif, theme::title, theme::ink);
    p.paragraph(told(), {left, 206}, width, 27, Face::Serif, 20, theme::ink);
    drawOn(p, m_choices, {left, 420}, tr("Go on"));
  }

  std::vector<Card> m_cards;
  std::size_t m_at = 0, m_story = 0;
  Question m_question;
  std::optional<Choice> m_said;
  int m_right = 0;
};

}  // namespace
std::unique_ptr<Screen> makeReview(Services& s) { return std::make_unique<Review>(s); }
}  // namespace knead::app
