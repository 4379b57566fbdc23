#include "app/words/chapters.hpp"

#include <array>
#include <string_view>

#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app::words {

std::string chapterWord(const std::string& chapter) {
  constexpr std::array<std::pair<std::string_view, const char*>, 6> kChapters = {
      {{"1-hands", N_("Hands")},
       {"2-order", N_("Order")},
       {"3-contrast", N_("Contrast")},
       {"4-people", N_("People")},
       {"5-know-when-not-to", N_("Know when not to")},
       {"6-mastery", N_("Mastery")}}};
  for (const auto& [id, word] : kChapters) {
    if (chapter == id) return tr(word);
  }
  return chapter;
}

}  // namespace knead::app::words
