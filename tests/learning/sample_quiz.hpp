// A whole quiz made from the book of techniques, for tests to use and to break: 4 forms, each 9 pains and 3 stop signs.
// Item n of form f stands at f * 12 + n; its right option is the first.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "learning/quiz.hpp"
#include "support/shipped.hpp"

namespace knead::testing {

inline nlohmann::json sampleQuiz(const level::TechniqueBook& book) {
  nlohmann::json items = nlohmann::json::array();
  for (const std::string_view formId : learning::kFormIds) {
    const std::string form(formId);
    for (std::size_t p = 0; p < level::kPainIds.size(); ++p) {
      const auto& fits = book.pains[p].fit;
      const auto best = static_cast<std::size_t>(std::max_element(fits.begin(), fits.end()) - fits.begin());
      nlohmann::json options = {level::kTechniqueIds[best]};
      for (std::size_t t = 0; t < fits.size() && options.size() < 4; ++t) {
        if (fits[t] <= level::Fit::Little) options.push_back(level::kTechniqueIds[t]);
      }
      const std::string pain(level::kPainIds[p]);
      items.push_back({{"id", form + "-" + pain},
                       {"form", form},
                       {"pain", pain},
                       {"story", "Somebody new, " + form + ", with " + pain + "."},
                       {"options", options},
                       {"right", options[0]},
                       {"why", "Because the book says so."}});
    }
    for (int i = 0; i < learning::kSafetyItems; ++i) {
      const std::string name = form + "-stop-" + std::to_string(i);
      items.push_back({{"id", name},
                       {"form", form},
                       {"safety", true},
                       {"story", "A sign that needs a doctor, " + name + "."},
                       {"options", {"refer", "petrissage", "pack", "stretch"}},
                       {"right", "refer"},
                       {"why", "Hands must wait."}});
    }
  }
  return {{"items", items}};
}

inline learning::QuizBank sampleBank() {
  const level::TechniqueBook book = shippedBook();
  return learning::parseQuiz(sampleQuiz(book).dump(), "sample-quiz.json", book).value();
}

}  // namespace knead::testing
