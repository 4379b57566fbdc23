#include "app/words/chapters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app::words {

std::string chapterWord(const std::string& chapter) {
  constexpr std::array<std::pair<std::string_view, const char*>, 6> kChapters = {{{"1-hands", N_("Hands")},
                                                                                  {"2-order", N_("Order")},
                                                                                  {"3-contrast", N_("Contrast")},
                                                                                  {"4-people", N_("People")},
                                                                                  {"5-when-not", N_("When not to")},
                                                                                  {"6-mastery", N_("Mastery")}}};
  for (const auto& [id, word] : kChapters) {
    if (chapter == id) return tr(word);
  }
  // A pack of the player's own: its folder, as words.
  std::string word = chapter;
  std::replace(word.begin(), word.end(), '-', ' ');
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace knead::app::words
