// What there is to read and to ask beside the levels: the books of techniques, of evidence and of people, and the quiz.
#pragma once

#include "daily/daily.hpp"
#include "learning/evidence.hpp"
#include "learning/quiz.hpp"
#include "level/technique_book.hpp"
#include "story/people.hpp"

namespace knead::app {

struct Shelf {
  level::TechniqueBook book;
  learning::EvidenceBook evidence;
  learning::QuizBank quiz;
  story::People people;
  daily::Material daily;  // stories of today's back and of the review
};

// From `dataDir`/assets. The first error there is.
[[nodiscard]] Result<Shelf> readShelf(const std::string& dataDir);

}  // namespace knead::app
