#include "app/words/visits.hpp"

#include "app/words/words.hpp"
#include "core/translatable.hpp"
#include "sim/tuning.hpp"

namespace knead::app::words {

const std::array<NextVisit, 4>& nextVisits() {
  static constexpr std::array<NextVisit, 4> kAll = {{{24, N_("Tomorrow"), N_("A day after the last visit")},
                                                     {48, N_("In two days"), N_("Two days after the last visit")},
                                                     {168, N_("In a week"), N_("A week after the last visit")},
                                                     {720, N_("In a month"), N_("A month after the last visit")}}};
  return kAll;
}

std::string glowLeft(float share) { return fill(tr("{share} afterglow"), {{"share", percent(share)}}); }

// Full ease is so much less tension and soreness to begin with: that is what can be felt, not the share of it.
std::string easeLeft(float share) {
  return fill(tr("{share} less tension"), {{"share", percent(share * sim::tuning::kCarryEase)}});
}

const char* wordsAgain(float hours) {
  constexpr float kDaysH = 72, kWeeksH = 336;
  return hours < kDaysH ? N_("Here I am again already. It is the same place, and I can still feel that you were there.")
         : hours < kWeeksH ? N_("A week. It was better for a while, and then it came back, the same place as ever.")
                           : N_("A month already. It crept back so slowly that I only noticed when it was all there.");
}

}  // namespace knead::app::words
