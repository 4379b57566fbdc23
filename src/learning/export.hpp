// What the player takes away: a record as JSON that says what its keys mean, and the log of answers as a table for any
// spreadsheet. Gives texts; the program writes them where the player says.
#pragma once

#include <string>
#include <string_view>

#include "learning/record.hpp"

namespace knead::learning {

// {"about": what the keys mean, "summary": what follows from the record, "record": the record}, indented, in UTF-8.
[[nodiscard]] std::string exportJson(const Record& record);

// The log of answers by RFC 4180: a header, one answer a line, lines end with CR LF. A cell that a spreadsheet would
// take for a formula gets an apostrophe in front.
[[nodiscard]] std::string exportCsv(const Record& record);

// One cell of such a table, in quotes where it needs them.
[[nodiscard]] std::string csvCell(std::string_view text);

}  // namespace knead::learning
