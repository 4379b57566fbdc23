// The chapters as a player reads them.
#pragma once

#include <string>

namespace knead::app::words {

// The folder of a chapter as words; one that is not known is shown as its folder.
[[nodiscard]] std::string chapterWord(const std::string& chapter);

}  // namespace knead::app::words
