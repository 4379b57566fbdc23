// The quiz: twelve short stories that no level tells, four answers each and "not sure". Says why after each, and what
// came of it at the end. Judges by the quiz's own key; what follows from it is learning's.
#include "app/screens/question.hpp"
#include "app/screens/still_page.hpp"
#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app {
namespace {

using learning::Choice;
using learning::QuizKind;
using words::fill;
using words::tr;

class Quiz final : public StillPage {
 public:
  Quiz(Services& s, QuizKind kind) : StillPage(s, kQuestionOn, kMiddle) {
    s.player.beginsQuiz();
    m_result.kind = kind;
    m_result.form = s.player.learning().formOf(kind);
    m_seed = static_cast<std::uint64_t>(s.player.day()) * 8 + static_cast<std::uint64_t>(kind);
    m_order = s.shelf.quiz.order(m_result.form, m_seed);
  }

  void chose(int choice) override {
    if (choice == kLeave || (choice == kQuestionOn && m_step == Step::End)) {
      m_services.back = true;
    } else if (choice == kQuestionOn) {
      next();
    } else {
      answer(choice);
    }
  }
  [[nodiscard]] std::string spoken() const override {
    if (m_step == Step::Begin) return std::string(tr("Twelve short stories")) + ". " + tr(kAbout);
    if (m_step == Step::End) return told();
    return m_step == Step::Why ? tr(item().why) : tr(item().story);
  }

  void drawPage(Painter& p, float W) override {
    const float width = std::min(820.0F, W - 120), left = (W - width) / 2;
    if (m_step == Step::Begin)
      drawBegin(p, left, width);
    else if (m_step == Step::End)
      drawEnd(p, left, width);
    else
      drawQuestion(p, m_choices, question(), m_step == Step::Why ? std::optional(m_said) : std::nullopt, left, width);
    hintChooseBack(p, left + width);
  }

 private:
  enum class Step { Begin, Ask, Why, End };
  static constexpr int kLeave = 11;
  static constexpr const char* kAbout =
      N_("Which move first? Your answers before, after and a week after the levels show whether something was learnt. "
         "They stay on this machine, and you may leave at any time.");

  [[nodiscard]] const learning::QuizItem& item() const { return m_services.shelf.quiz.items[m_order[m_at]]; }
  [[nodiscard]] std::array<Choice, learning::kQuizOptions> options() const {
    return m_services.shelf.quiz.options(m_order[m_at], m_seed);
  }

  void answer(int which) {
    if (m_step != Step::Ask) return;
    m_said = answerAt(question(), which);
    m_result.answers.push_back(learning::answerOf(item(), m_said));
    m_step = Step::Why;
    m_services.anew = true;
    m_choices.focus(kQuestionOn);
  }
  void next() {
    if (m_step == Step::Why) ++m_at;
    m_step = m_at < m_order.size() ? Step::Ask : Step::End;
    m_choices.focus(m_step == Step::Ask ? 0 : kQuestionOn);
    if (m_step == Step::End) m_services.player.took(m_result);
    m_services.anew = true;
  }

  void drawBegin(Painter& p, float left, float width) {
    p.text(tr("Twelve short stories"), {left, 160}, Face::Serif, theme::title, theme::ink);
    p.paragraph(tr(kAbout), {left, 206}, width, 27, Face::Serif, 20, theme::ink);
    p.text(tr("It takes about three minutes."), {left, 350}, Face::Regular, theme::body, theme::ink2);
    drawOn(p, m_choices, {left, 420}, tr("Begin"));
    m_choices.add(kLeave, {left + 240, 420}, {180, 46}, 23,
                  {tr("Not now"), "", tr("Without the stories; they are offered again.")});
    button(p, {left + 240, 420}, {180, 46}, tr("Not now"), false);
  }

  // The item as it is shown.
  [[nodiscard]] Question question() const {
    const auto all = options();
    return {fill(tr("Story {number} of {count}"),
                 {{"number", std::to_string(m_at + 1)}, {"count", std::to_string(m_order.size())}}),
            tr(item().story),
            tr(item().why),
            {all.begin(), all.end()},
            item().right};
  }

  [[nodiscard]] std::string told() const {
    return fill(tr("{pains} of {of} pains, {signs} of {all} stop signs."),
                {{"pains", std::to_string(m_result.painsRight())},
                 {"of", std::to_string(learning::kPainItems)},
                 {"signs", std::to_string(m_result.safetyRight())},
                 {"all", std::to_string(learning::kSafetyItems)}});
  }

  void drawEnd(Painter& p, float left, float width) {
    p.text(tr("Thank you"), {left, 160}, Face::Serif, theme::title, theme::ink);
    p.text(told(), {left, 212}, Face::Serif, 24, theme::gold);
    const char* what = m_result.kind == QuizKind::Before
                           ? tr("Now play. The same question comes back later, with other stories.")
                       : m_result.kind == QuizKind::After
                           ? tr("What is left after a week counts most. Other stories wait for you then.")
                           : tr("This is what stayed. The page about what you know says what may be claimed from it.");
    p.paragraph(what, {left, 254}, width, 27, Face::Serif, 20, theme::ink);
    drawOn(p, m_choices, {left, 420}, tr("Go on"));
  }

  learning::QuizResult m_result;
  std::vector<std::size_t> m_order;
  std::uint64_t m_seed = 0;
  std::size_t m_at = 0;
  Step m_step = Step::Begin;
  Choice m_said = Choice::None;
};

}  // namespace
std::unique_ptr<Screen> makeQuiz(Services& s, QuizKind kind) { return std::make_unique<Quiz>(s, kind); }
}  // namespace knead::app
