// What the review asks: a story of the card, one right answer that helps this pain best, the same all day.
#include "daily/review_question.hpp"

#include <algorithm>
#include <set>

#include "daily/material.hpp"
#include "support/catch.hpp"

using namespace knead;
using learning::Card;
using learning::Choice;
using level::Fit;

TEST_CASE("every card asks a story of its own with one right answer", "[daily]") {
  const daily::Material& material = testing::shippedMaterial();
  for (int index = 0; index < learning::kCardCount; ++index) {
    const Card card = Card::at(index);
    std::set<std::size_t> told;
    for (int day = 20000; day < 20060; ++day) {
      const auto asked = daily::reviewQuestionOf(card, day, material.stories, material.book);
      REQUIRE(asked);
      const daily::Story& story = material.stories[asked->story];
      told.insert(asked->story);
      CHECK(story.refer == !card.pain().has_value());
      if (card.pain()) CHECK(story.pain == *card.pain());
      CHECK(asked->options.size() == daily::kReviewTechniques + 1);
      CHECK(std::set<Choice>(asked->options.begin(), asked->options.end()).size() == asked->options.size());
      CHECK(asked->options.back() == Choice::Refer);
      CHECK(std::count(asked->options.begin(), asked->options.end(), asked->right) == 1);
      // Nobody without a stop sign is sent on, whatever the book says of their pain.
      CHECK((asked->right == Choice::Refer) == story.refer);
      if (story.refer) continue;
      const auto& fit = material.book.of(story.pain).fit;
      const Fit best = *std::max_element(fit.begin(), fit.end());
      for (const Choice option : asked->options) {
        const auto technique = learning::techniqueOf(option);
        if (!technique) continue;
        const Fit one = fit[static_cast<std::size_t>(*technique)];
        CHECK((option == asked->right ? one == best : one <= Fit::Little));
      }
    }
    CHECK(told.size() > 3);
  }
}

TEST_CASE("the review asks the same all day, and nothing where no story fits", "[daily]") {
  const daily::Material& material = testing::shippedMaterial();
  const auto once = daily::reviewQuestionOf(Card::at(2), 20001, material.stories, material.book);
  const auto twice = daily::reviewQuestionOf(Card::at(2), 20001, material.stories, material.book);
  REQUIRE((once && twice));
  CHECK(once->story == twice->story);
  CHECK(once->options == twice->options);
  CHECK_FALSE(daily::reviewQuestionOf(Card::refer(), 20001, {}, material.book));
}
