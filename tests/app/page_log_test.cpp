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
