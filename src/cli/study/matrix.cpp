// knead-cli study matrix: one technique alone on the typical back of each pain, by expert hands, beside the taught
// table. What is taught has to come out of the model, not be written into it.
#include <algorithm>
#include <array>
#include <memory>

#include "cli/report.hpp"
#include "cli/study/studies.hpp"
#include "cli/study/trials.hpp"
#include "level/catalogue.hpp"
#include "level/technique_book.hpp"

namespace knead::cli {
namespace {

struct MatrixOptions {
  std::string seeds = "1..5";
  unsigned jobs = 1;
};

int matrix(const Context& context, const MatrixOptions& options) {
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  const Result<level::TechniqueBook> book = level::readTechniqueBook(folder.value() + "/../assets/techniques.json");
  if (!book) return context.fail(book.error());
  const level::Catalogue cases = level::readCatalogue(folder.value() + "/../assets/backs");
  for (const Error& error : cases.errors) return context.fail(error);
  std::vector<const level::Level*> backs;
  for (const level::LevelEntry& entry : cases.levels)
    if (entry.level.chapter == "typical") backs.push_back(&entry.level);

  std::vector<Trial> trials;
  for (const level::Level* back : backs) {
    for (int t = 0; t < level::kTechniqueCount; ++t) {
      const auto technique = static_cast<level::Technique>(t);
      const auto plan = [technique](const level::Level& level) {
        const auto whole = static_cast<float>(level.seconds);
        // Warm things are laid twice, as a person would.
        if (level::isTool(technique)) return bots::Plan{{technique, whole / 2}, {technique, whole / 2}};
        return bots::Plan{{technique, whole}};
      };
      trials.push_back({back,
                        [plan](const level::Level& level, std::uint64_t seed) {
                          return bots::makeFollower(level, plan, bots::Hands::Expert, seed);
                        },
                        {}});
    }
  }
  playTrials(context, trials, seedsFrom(options.seeds), options.jobs);

  Json rows = Json::array();
  std::string text = "pain drop (share of the pain at the start, after the rest) / taught\n                ";
  for (const std::string_view id : level::kTechniqueIds)
    text += formatted(" %-8s", std::string(id.substr(0, 7)).c_str());
  text += "  rank correlation\n";
  double sum = 0;
  double least = 1;
  for (std::size_t b = 0; b < backs.size(); ++b) {
    std::vector<double> relief;
    std::vector<double> taught;
    text += formatted("%-16s", std::string(level::idOf(backs[b]->pain)).c_str());
    Json cells = Json::object();
    for (std::size_t t = 0; t < level::kTechniqueCount; ++t) {
      double drop = 0;
      const Trial& trial = trials[b * level::kTechniqueCount + t];
      for (const Outcome& outcome : trial.outcomes)
        drop += outcome.painDrop / static_cast<double>(trial.outcomes.size());
      const int fit = static_cast<int>(book.value().of(backs[b]->pain).fit[t]);
      relief.push_back(drop);
      taught.push_back(fit);
      text += formatted(" %5.2f/%-2s", drop, fit < 0 ? "x" : std::to_string(fit).c_str());
      cells[std::string(level::kTechniqueIds[t])] = {{"relief", rounded(drop)}, {"taught", fit}};
    }
    const double rank = rankCorrelation(relief, taught);
    sum += rank / static_cast<double>(backs.size());
    least = std::min(least, rank);
    text += formatted(" %5.2f\n", rank);
    rows.push_back({{"pain", level::idOf(backs[b]->pain)}, {"rank_correlation", rounded(rank)}, {"techniques", cells}});
  }
  text += formatted("mean %.2f, least %.2f\n", sum, least);
  if (context.json)
    context.printJson(
        {{"rules", sim::kRulesVersion}, {"mean", rounded(sum)}, {"least", rounded(least)}, {"pains", rows}});
  else
    context.print(text);
  return kOk;
}

}  // namespace

void addMatrix(const arguments::Command& study, Context& context) {
  auto options = std::make_shared<MatrixOptions>();
  const arguments::Command command = study.add("matrix", "Each technique alone on the typical back of each pain");
  command.value("--seeds", options->seeds, "FROM..TO (default 1..5)");
  command.value("--jobs", options->jobs, "Sessions side by side (default 1)");
  command.flag("--json", context.json, "One JSON document");
  command.does([&context, options] { context.command = [&context, options] { return matrix(context, *options); }; });
}

}  // namespace knead::cli
