#include "app/words/pains.hpp"

#include <array>

#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app::words {

const char* painWord(level::Pain pain) {
  static constexpr std::array<const char*, level::kPainIds.size()> kWords = {N_("sore after effort"),
                                                                             N_("sudden low back ache"),
                                                                             N_("long-lasting low back ache"),
                                                                             N_("stress"),
                                                                             N_("trigger point"),
                                                                             N_("stiffness"),
                                                                             N_("cold and guarded"),
                                                                             N_("poor circulation"),
                                                                             N_("posture")};
  return tr(kWords[static_cast<std::size_t>(pain)]);
}

}  // namespace knead::app::words
