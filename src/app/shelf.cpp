#include "app/shelf.hpp"

namespace knead::app {

Result<Shelf> readShelf(const std::string& dataDir) {
  Shelf shelf;
  auto book = level::readTechniqueBook(dataDir + "/assets/techniques.json");
  if (!book) return book.error();
  shelf.book = std::move(book).value();
  auto evidence = learning::readEvidence(dataDir + "/assets/evidence.json");
  if (!evidence) return evidence.error();
  shelf.evidence = std::move(evidence).value();
  auto quiz = learning::readQuiz(dataDir + "/assets/quiz.json", shelf.book);
  if (!quiz) return quiz.error();
  shelf.quiz = std::move(quiz).value();
  auto people = story::readPeople(dataDir + "/assets/people.json");
  if (!people) return people.error();
  shelf.people = std::move(people).value();
  auto material = daily::readMaterial(dataDir + "/assets");
  if (!material) return material.error();
  shelf.daily = std::move(material).value();
  return shelf;
}

}  // namespace knead::app
