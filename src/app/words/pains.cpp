#include "app/words/pains.hpp"

#include <array>

#include "app/words/words.hpp"
#include "core/translatable.hpp"

namespace knead::app::words {

const char* painName(level::Pain pain) {
  static constexpr std::array<const char*, level::kPainIds.size()> kNames = {N_("Sore after effort"),
                                                                             N_("Sudden low back ache"),
                                                                             N_("Lasting low back ache"),
                                                                             N_("Stress"),
                                                                             N_("Trigger point"),
                                                                             N_("Stiffness"),
                                                                             N_("Cold and guarded"),
                                                                             N_("Poor circulation"),
                                                                             N_("Posture")};
  return tr(kNames[static_cast<std::size_t>(pain)]);
}

const char* painHint(level::Pain pain) {
  static constexpr std::array<const char*, level::kPainIds.size()> kHints = {N_("a day or two after work"),
                                                                             N_("came on at once, guards itself"),
                                                                             N_("for months, every touch is loud"),
                                                                             N_("shoulders up, breath high"),
                                                                             N_("one spot, felt elsewhere"),
                                                                             N_("short muscles, worst on waking"),
                                                                             N_("chilled, holds against the hand"),
                                                                             N_("tired and heavy"),
                                                                             N_("hours in one position")};
  return tr(kHints[static_cast<std::size_t>(pain)]);
}

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

const char* measureName(level::Pain pain) {
  return pain == level::Pain::Stiffness         ? tr("Stiffness")
         : pain == level::Pain::PoorCirculation ? tr("Heaviness")
                                                : tr("Pain");
}

const char* measureWord(level::Pain pain) {
  return pain == level::Pain::Stiffness         ? tr("stiffness")
         : pain == level::Pain::PoorCirculation ? tr("heaviness")
                                                : tr("pain");
}

}  // namespace knead::app::words
