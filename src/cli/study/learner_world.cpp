#include "cli/study/learner_world.hpp"

#include <algorithm>
#include <memory>

#include "cli/study/trials.hpp"
#include "learning/answers.hpp"
#include "level/catalogue.hpp"

namespace knead::cli {
namespace {

using learning::Choice;
using level::Technique;

// The first choice gets the larger part of the session, the next best the rest.
constexpr float kFirstPart = 0.6F;

Told feedbackOn(const World& world, const level::Level& one, Choice said) {
  Told told;
  told.said = said;
  told.right = isRight(one, said);
  told.refer = one.intake.refer;
  const std::vector<Technique>& first = one.intake.first;
  if (!told.right && !told.refer && said != Choice::Refer && !first.empty()) told.named = first.front();
  for (const level::Why& why : one.intake.why) {
    const std::vector<Technique>& avoid = one.intake.avoid;
    const bool helps = std::find(avoid.begin(), avoid.end(), why.technique) == avoid.end();
    told.reasons.push_back({why.technique, helps, why.text});
  }
  told.pain = one.pain;
  const learning::PainPage& page = world.material.evidence.of(one.pain);
  told.looks = page.looks;
  told.best = page.best;
  told.stopSign = told.refer ? one.evidence.stopSign : page.evidence.stopSign;
  return told;
}

}  // namespace

Seen seenOf(const level::Level& one) {
  return {one.person.name, one.person.role, one.person.words, one.person.signs, one.seconds};
}

std::vector<Choice> everyAnswer() {
  std::vector<Choice> all;
  all.reserve(kAnswers);
  for (int a = 0; a < kAnswers; ++a) all.push_back(static_cast<Choice>(a));
  return all;
}

bool isRight(const level::Level& one, Choice said) {
  learning::Prediction prediction;
  prediction.refer = said == Choice::Refer;
  prediction.first = learning::techniqueOf(said);
  if (one.intake.refer || prediction.refer) return learning::isRight(one.intake, prediction, learning::Question::Refer);
  return learning::isRight(one.intake, prediction, learning::Question::First);
}

double ExpertHands::reliefBy(const level::Level& one, const std::vector<Technique>& used) {
  const auto [known, isNew] = m_known.try_emplace({&one, used}, 0.0);
  if (!isNew) return known->second;
  const auto plan = [&used](const level::Level& level) {
    const auto whole = static_cast<float>(level.seconds);
    return bots::Plan{{used[0], whole * kFirstPart}, {used[1], whole * (1.0F - kFirstPart)}};
  };
  const std::unique_ptr<bots::Bot> hand = bots::makeFollower(one, plan, bots::Hands::Expert, m_seed);
  return known->second = std::clamp(outcomeOf(one, *hand, m_seed).painDrop, -1.0, 1.0);
}

Choice meet(const World& world, const level::Level& one, Apprentice& player, ExpertHands& hands) {
  const Seen seen = seenOf(one);
  const Choice said = player.guess(seen, everyAnswer());
  Told told = feedbackOn(world, one, said);
  if (const auto first = learning::techniqueOf(said); first && !one.intake.refer) {
    told.used = {*first, player.second(seen, said)};
    told.relief = hands.reliefBy(one, told.used);
  }
  player.learn(seen, told);
  return said;
}

Told toldBy(const World& world, const daily::Story& story, const daily::ReviewQuestion& question, Choice said) {
  Told told;
  told.said = said;
  told.right = said == question.right;
  told.refer = story.refer;
  told.pain = story.pain;
  if (story.refer) told.stopSign = story.sign;
  if (const auto right = learning::techniqueOf(question.right))
    told.reasons.push_back({*right, true, world.material.book.of(story.pain).why});
  return told;
}

Result<World> readWorld(const std::string& folder) {
  World world;
  const level::Catalogue catalogue = level::readCatalogue(folder);
  for (const Error& error : catalogue.errors) return error;
  for (const level::LevelEntry& entry : catalogue.levels) {
    for (std::size_t i = 0; i < entry.level.people(); ++i) {
      world.people.push_back(entry.level.visit(i));
      world.people.back().visits.clear();
    }
  }
  const std::string assets = folder + "/../assets";
  Result<daily::Material> material = daily::readMaterial(assets);
  if (!material) return material.error();
  world.material = std::move(material).value();
  const std::size_t stories = world.material.stories.size();
  world.others.resize(stories);
  // All are told once before the first comes back.
  for (int day = 0; day < static_cast<int>(stories); ++day) {
    Result<level::Level> one = daily::levelOf(day, world.material);
    if (!one) return one.error();
    world.others[daily::turnOf(day, world.material.order).story] = std::move(one).value();
  }
  Result<learning::QuizBank> quiz = learning::readQuiz(assets + "/quiz.json", world.material.book);
  if (!quiz) return quiz.error();
  world.quiz = std::move(quiz).value();
  return world;
}

}  // namespace knead::cli
