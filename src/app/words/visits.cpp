#include "app/words/visits.hpp"

#include "core/translatable.hpp"

namespace knead::app::words {

const std::array<NextVisit, 4>& nextVisits() {
  static constexpr std::array<NextVisit, 4> kAll = {{{24, N_("Tomorrow"), N_("A day after the last visit")},
                                                     {48, N_("In two days"), N_("Two days after the last visit")},
                                                     {168, N_("In a week"), N_("A week after the last visit")},
                                                     {720, N_("In a month"), N_("A month after the last visit")}}};
  return kAll;
}

}  // namespace knead::app::words
