// The check of a page sees what an eye would: words under a ring, a label on a label.
#include "app/ui/page_log.hpp"

#include "support/catch.hpp"

using knead::app::PageLog;

TEST_CASE("a ring on the words of a label is told", "[app]") {
  PageLog log;
  log.keepClear({100, 100}, {120, 40});  // a label with its words
  log.text("Pain 7.1 of 10", {108, 106}, {100, 14});
  CHECK(log.problems(1280).empty());
  log.keepClear({200, 110}, {10, 10});  // a ring
  CHECK(log.problems(1280).size() == 2);
}

TEST_CASE("words that a plate would cut are told", "[app]") {
  PageLog log;
  log.beginPlate({36, 34}, {232, 200});
  log.text("The one spot", {102, 80}, {160, 20});
  CHECK(log.problems(1280).empty());
  log.text("Tension release", {102, 110}, {180, 20});  // 14 beyond it
  log.text("Comfort", {40, 230}, {80, 20});            // below it
  CHECK(log.problems(1280).size() == 2);
  log.endPlate();
  log.text("Posture", {400, 300}, {80, 20});
  CHECK(log.problems(1280).size() == 2);
}

TEST_CASE("a quote that runs into a label is told", "[app]") {
  PageLog log;
  log.text("and it shut like an oven", {10, 100}, {260, 20});
  log.keepClear({262, 90}, {120, 40});
  CHECK(log.problems(1280).size() == 1);
  log.clear();
  log.text("and it shut like an oven", {10, 100}, {240, 20});
  log.keepClear({262, 90}, {120, 40});
  CHECK(log.problems(1280).empty());
}
