// Dates as whole days since 1970-01-01 and back: the calendar everybody uses (proleptic Gregorian), UTC, years 1970 to
// 9999. Whole numbers alone; knows no clock, no time zone and no locale.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace knead {

namespace calendar {

[[nodiscard]] constexpr bool isLeap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
// `month` 1..12.
[[nodiscard]] constexpr int daysOf(int year, int month) {
  constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && isLeap(year) ? 29 : kLengths[static_cast<std::size_t>(month - 1)];
}
// Days from the first of January of year 1 to that of `year`; `year` at least 1.
[[nodiscard]] constexpr int daysBefore(int year) {
  const int past = year - 1;
  return past * 365 + past / 4 - past / 100 + past / 400;
}
inline constexpr int kFirstYear = 1970, kLastYear = 9999;

}  // namespace calendar

inline constexpr int kLastDate =
    calendar::daysBefore(calendar::kLastYear + 1) - calendar::daysBefore(calendar::kFirstYear) - 1;  // 9999-12-31

// "2026-11-23" as days since 1970-01-01, 0..kLastDate. Nothing if it is not written exactly so or is no date.
[[nodiscard]] constexpr std::optional<int> dayOf(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const auto number = [date](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : date.substr(from, count)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < calendar::kFirstYear || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > calendar::daysOf(year, month)) return std::nullopt;
  int days = calendar::daysBefore(year) - calendar::daysBefore(calendar::kFirstYear) + day - 1;
  for (int m = 1; m < month; ++m) days += calendar::daysOf(year, m);
  return days;
}

// Days since 1970-01-01, 0..kLastDate (others are taken to the nearer end), as "2026-11-23".
[[nodiscard]] inline std::string dateOf(int day) {
  day = day < 0 ? 0 : (day > kLastDate ? kLastDate : day);
  int year = calendar::kFirstYear + day / 366;  // never too late
  const int start = calendar::daysBefore(calendar::kFirstYear);
  while (calendar::daysBefore(year + 1) - start <= day) ++year;
  int left = day - (calendar::daysBefore(year) - start);
  int month = 1;
  while (left >= calendar::daysOf(year, month)) left -= calendar::daysOf(year, month++);
  const auto twoDigits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(year) + "-" + twoDigits(month) + "-" + twoDigits(left + 1);
}

}  // namespace knead
