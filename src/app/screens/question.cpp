#include "app/screens/question.hpp"

#include "app/ui/controls.hpp"
#include "app/ui/glyphs.hpp"
#include "app/ui/theme.hpp"
#include "app/ui/widgets.hpp"
#include "app/words/words.hpp"

namespace knead::app {

using learning::Choice;
using words::tr;

std::string nameOf(Choice choice) {
  if (choice == Choice::Refer) return tr("Send them to a doctor");
  const auto technique = learning::techniqueOf(choice);
  return technique ? std::string(labelOf(*technique)) : tr("Not sure");
}

Choice answerAt(const Question& question, int chosen) {
  const auto at = static_cast<std::size_t>(chosen);
  return at < question.options.size() ? question.options[at] : Choice::None;
}

void drawOn(Painter& p, Choices& choices, Vec2 at, const char* word) {
  choices.add(kQuestionOn, at, {220, 46}, 23, {word, "", tr("On to what comes next.")});
  button(p, at, {220, 46}, word, true);
}

void drawQuestion(Painter& p, Choices& choices, const Question& question, std::optional<Choice> said, float left,
                  float width) {
  p.text(question.head, {left, 92}, Face::Medium, theme::body, theme::ink2);
  p.within(question.story, {left, 140}, width, 168, 32, Face::Serif, 24, theme::ink);
  p.text(tr("What would you do first?"), {left, 336}, Face::Medium, theme::label, theme::gold);
  constexpr float kHigh = 52, kGap = 12, kLowHigh = 42;
  const float half = (width - kGap) / 2;
  const auto count = static_cast<int>(question.options.size());
  const bool alone = count % 2 == 0;  // "not sure" has a line for itself
  for (int i = 0; i <= count; ++i) {
    const bool last = i == count && alone;
    const Choice choice = answerAt(question, i);
    const Vec2 at{left + static_cast<float>(i % 2) * (half + kGap), 356 + static_cast<float>(i / 2) * (kHigh + kGap)};
    const Vec2 size{last ? width : half, last ? kLowHigh : kHigh};
    const bool right = choice == question.right, mine = said && choice == *said;
    const sf::Color c = !said ? theme::line : right ? theme::jade : mine ? theme::ember : theme::line;
    p.roundRect(at, size, 14, theme::fade(theme::card, .55F), theme::fade(c, said ? 1.0F : .7F),
                said && (right || mine) ? 1.8F : 1.0F);
    const auto technique = learning::techniqueOf(choice);
    if (technique) glyph(p, glyphOf(*technique), at + Vec2{30, size.y / 2}, 24, theme::ink, 1.6F);
    p.text(nameOf(choice), at + Vec2{technique ? 56.0F : 20.0F, size.y / 2 + 6}, Face::Medium, theme::label,
           theme::ink);
    if (said && (right || mine)) widgets::verdict(p, at + Vec2{size.x - 26, size.y / 2}, right);
    if (!said) choices.add(i, at, size, 14, {nameOf(choice), "", tr("What would you do first?")});
  }
  if (!said) return;
  p.within(question.why, {left, 574}, width - 250, 72, 24, Face::Serif, 19, theme::ink);
  drawOn(p, choices, {left + width - 220, 566}, tr("Go on"));
}

}  // namespace knead::app
