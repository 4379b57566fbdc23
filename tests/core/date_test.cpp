// Dates there and back, leap years and the ends, and what is no date.
#include "core/date.hpp"
#include "support/catch.hpp"

using namespace knead;

TEST_CASE("days become dates", "[core]") {
  CHECK(dateOf(0) == "1970-01-01");
  CHECK(dateOf(364) == "1970-12-31");
  CHECK(dateOf(365) == "1971-01-01");
  CHECK(dateOf(789) == "1972-02-29");
  CHECK(dateOf(790) == "1972-03-01");
  CHECK(dateOf(11016) == "2000-02-29");
  CHECK(dateOf(20779) == "2026-11-22");
  CHECK(dateOf(47540) == "2100-02-28");
  CHECK(dateOf(47541) == "2100-03-01");
  CHECK(dateOf(kLastDate) == "9999-12-31");
  CHECK(dateOf(-1) == "1970-01-01");
  CHECK(dateOf(kLastDate + 1) == "9999-12-31");
}

TEST_CASE("dates become the days they came from", "[core]") {
  for (int day = 0; day < 60000; day += 7) REQUIRE(dayOf(dateOf(day)) == day);
  CHECK(dayOf("2026-11-23") == 20780);
  CHECK(dayOf("9999-12-31") == kLastDate);
}

TEST_CASE("what is no date has no day", "[core]") {
  for (const char* text : {"", "2026-11-2", "2026-11-233", "2026/11/23", "2026-13-01", "2026-00-10", "2026-02-29",
                           "2100-02-29", "2026-04-31", "2026-11-00", "1969-12-31", "-026-11-23", "2026-1a-23"}) {
    INFO(text);
    CHECK_FALSE(dayOf(text).has_value());
  }
}
