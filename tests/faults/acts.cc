// What the game does to a player's files and a server to its store, one step at a time, as a program whose calls can be
// made to fail (preload.cc). `acts STEP FOLDER`: exit code 0 only where all is on the disk; else a line that says what
// is not. Faults begin when everything is at hand and the step is done.
#include <cstdio>
#include <filesystem>
#include <string>

#include "app/player.hpp"
#include "app/tour_stops.hpp"
#include "core/file.hpp"
#include "core/guarded.hpp"
#include "editing/draft.hpp"
#include "level/level_reader.hpp"
#include "profile/option_table.hpp"
#include "server/store/open.hpp"

extern "C" void kneadFaultsBegin() __attribute__((weak));

namespace {

using namespace knead;

int says(const std::string& what) {
  std::fprintf(stderr, "acts: %s\n", what.c_str());
  return 1;
}

void begin() {
  if (kneadFaultsBegin != nullptr) kneadFaultsBegin();
}

app::Options portable(const std::string& folder) {
  app::Options options;
  options.portable = folder;
  return options;
}

// A session that was played; the second one of a player is a better one.
int keepRun(const std::string& folder, const char* bot) {
  const auto level = level::readLevelFile(std::string(KNEAD_SOURCE_DATA_DIR) + "/levels/1-hands/first-touch.json");
  if (!level) return says(level.error().text());
  const app::Outcome played = app::playedBy(bot, level.value());
  begin();
  app::Player player(portable(folder), false, [] { return std::string("2026-11-29"); });
  (void)player.take(level.value(), played.card, played.replay);
  const std::string notice = player.takeNotice();
  return notice.empty() ? 0 : says(notice);
}

// What a player has kept.
int show(const std::string& folder) {
  app::Player player(portable(folder), false, [] { return std::string("2026-11-29"); });
  std::printf("runs %d, music %d\n", player.statistics().runs, player.settings().get(profile::Option::Music));
  const std::string notice = player.takeNotice();
  return notice.empty() ? 0 : says(notice);
}

int changeSetting(const std::string& folder, int value) {
  begin();
  app::Player player(portable(folder), false, [] { return std::string("2026-11-29"); });
  player.set(profile::Option::Music, value);
  const std::string notice = player.takeNotice();
  return notice.empty() ? 0 : says(notice);
}

int makeKey(const std::string& folder) {
  begin();
  const app::Player player(portable(folder), false, [] { return std::string("2026-11-29"); });
  const auto key = player.identity();
  return key ? 0 : says(key.error().text());
}

int saveDraft(const std::string& folder, const char* title) {
  const auto shape =
      readWholeFile(std::string(KNEAD_SOURCE_DATA_DIR) + "/assets/new-level.json", level::kMaxLevelBytes);
  if (!shape) return says(shape.error().text());
  begin();
  auto draft = editing::Draft::open(folder + "/my-knot.json", shape.value());
  if (!draft) return says(draft.error().text());
  draft.value().setWord("/title", title);
  const auto saved = draft.value().save();
  return saved ? 0 : says(saved.error().text());
}

int takeRun(const std::string& folder, std::uint8_t number) {
  begin();
  auto store = server::openStore(folder + "/board.db");
  if (!store) return says(store.error().text());
  board::Key key;
  key.levelHash = 7;
  server::NewRun run;
  run.row.id.fill(number);
  run.row.board = board::idOf(key);
  run.row.player.fill(number);
  run.row.received = number;
  run.row.score = 1000 + number;
  run.levelId = "first-touch";
  run.inputs.fill(number);
  run.packed.assign(3000, number);
  const auto taken = store.value()->take({&run, 1});
  return taken ? 0 : says(taken.error().text());
}

int act(const std::string& step, const std::string& folder) {
  if (step == "first-run") return keepRun(folder, "novice");
  if (step == "better-run") return keepRun(folder, "expert");
  if (step == "first-setting") return changeSetting(folder, 40);
  if (step == "other-setting") return changeSetting(folder, 70);
  if (step == "key") return makeKey(folder);
  if (step == "first-draft") return saveDraft(folder, "One knot");
  if (step == "other-draft") return saveDraft(folder, "One stubborn knot");
  if (step == "show") return show(folder);
  if (step == "first-taken") return takeRun(folder, 1);
  if (step == "second-taken") return takeRun(folder, 2);
  return says("there is no step " + step);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return says("acts STEP FOLDER");
  return knead::guarded(
      1, [](const char* what) { std::fprintf(stderr, "acts: %s\n", what); }, [&] { return act(argv[1], argv[2]); });
}
