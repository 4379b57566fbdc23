// knead-server backup, restore, export, import, schema, reverify: taking boards along, and proving them anew.
#include <sodium.h>
#include <fstream>
#include <nlohmann/json.hpp>

#include "board/submission.hpp"
#include "core/file.hpp"
#include "server/admin/admin.hpp"
#include "server/runs/examine.hpp"
#include "server/runs/rejudge.hpp"
#include "server/store/backup.hpp"
#include "server/store/open.hpp"

namespace knead::server {
namespace {

struct UpkeepOptions {
  std::string file, board;
  bool overwrite = false, dryRun = false;
  int schema = 0;
};

Result<std::unique_ptr<board::Levels>> levelsOf(const Config& config) {
  const auto data = dataDirOf(config);
  if (!data) return data.error();
  return board::Levels::read(data.value(), config.packs);
}

int backup(Context& context, const UpkeepOptions& options) {
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  const auto done = backUp(config.value().store, options.file);
  if (!done) return context.fail(done.error(), kFailed);
  context.print("saved and checked: " + std::to_string(done.value().runs) + " runs of " +
                std::to_string(done.value().players) + " players in " + options.file + "\n");
  return kOk;
}

int putBack(Context& context, const UpkeepOptions& options) {
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  const auto done = restore(options.file, config.value().store, options.overwrite);
  if (!done) return context.fail(done.error(), kFailed);
  const BackedUp& what = done.value().what;
  context.print("restored: " + std::to_string(what.runs) + " runs of " + std::to_string(what.players) + " players in " +
                config.value().store + "\n");
  if (!done.value().kept.empty()) context.print("the store of before is " + done.value().kept + "\n");
  return kOk;
}

int moveTo(Context& context, const UpkeepOptions& options) {
  const auto config = context.config();
  if (!config) return context.fail(config.error());
  OpenOptions open;
  open.say = [&context](const std::string& what) { context.print(what + "\n"); };
  const auto from = moveStore(config.value().store, options.schema, open);
  if (!from) return context.fail(from.error(), kFailed);
  context.print("schema " + std::to_string(options.schema) + ", before " + std::to_string(from.value()) + "\n");
  return kOk;
}

// A line in the audit log of what concerns many runs.
Result<Done> noted(Store& store, const std::string& action, const std::string& target, const std::string& what) {
  AuditRow line = admin::lineOf(action, what);
  line.target = target;
  return store.note(line);
}

// One JSON document a line: a run with its recording. What a board is follows from these alone.
Result<Done> exportAll(const Context& context, Store& store, const std::string& file) {
  SafeWriter out(file);
  std::optional<board::Hash256> after;
  std::int64_t count = 0;
  for (;;) {
    const auto some = store.every(after, 200);
    if (!some) return some.error();
    if (some.value().empty()) break;
    for (const Store::ToJudge& one : some.value()) {
      nlohmann::ordered_json line = api::jsonOf(one.row);
      const auto player = store.player(one.row.player);
      if (player && player.value()) line["name"] = player.value()->name;
      line["recording_zstd_base64"] = api::base64Of(one.packed);
      out.add(board::bytesOf(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n"));
      ++count;
    }
    after = some.value().back().row.id;
  }
  const auto wrote = out.finish();
  if (!wrote) return wrote.error();
  const std::string what = std::to_string(count) + " runs in " + file;
  context.print(what + "\n");
  return noted(store, "export", "all", what);
}

std::string whyRefused(Taken taken) {
  switch (taken) {
    case Taken::Copied: return "somebody else's run has the same inputs";
    case Taken::UsedToken: return "its start was used for another run";
    case Taken::Banned: return "its player is banned here";
    case Taken::Frozen: return "its board is frozen here";
    default: break;
  }
  return {};
}

struct Imported {
  int taken = 0, known = 0, refused = 0;
};

// A line of an export, judged by this program: the recording counts, its result is found anew.
Result<NewRun> importedRun(const nlohmann::json& line, const board::Levels& levels) {
  const auto text = [&line](const char* name) {
    return line.contains(name) && line[name].is_string() ? line[name].get<std::string>() : std::string();
  };
  const std::string packed = text("recording_zstd_base64");
  board::Bytes frame(packed.size());
  std::size_t size = 0;
  if (packed.empty() || sodium_base642bin(frame.data(), frame.size(), packed.data(), packed.size(), nullptr, &size,
                                          nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    return Error{"", "recording_zstd_base64", "is missing or no base64"};
  frame.resize(size);
  auto recording = board::unpacked(frame);
  if (!recording) return recording.error();
  const auto player = board::fromHex<32>(text("player"));
  if (!player || !line.contains("received") || !line["received"].is_number_integer())
    return Error{"", "player", "is missing, or the time it was received"};
  board::Submission submission;
  submission.player = *player;
  submission.recording = std::move(recording).value();
  const Examined seen = examineKept(submission, levels, line["received"].get<Ms>());
  if (!seen.run) return Error{"", "", std::string(board::wordsOf(seen.judgement.verdict))};
  return *seen.run;
}

Result<Done> importAll(const Context& context, Store& store, const Config& config, const std::string& file) {
  const auto levels = levelsOf(config);
  if (!levels) return levels.error();
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{file, "", "cannot be read"};
  Imported sum;
  int number = 0;
  std::vector<NewRun> batch;
  const auto write = [&]() -> Result<Done> {
    const auto taken = store.take(batch);
    if (!taken) return taken.error();
    for (std::size_t i = 0; i < taken.value().size(); ++i) {
      const Taken how = taken.value()[i].taken;
      sum.taken += how == Taken::New ? 1 : 0;
      sum.known += how == Taken::Known ? 1 : 0;
      if (how == Taken::New || how == Taken::Known) continue;
      ++sum.refused;
      context.note(admin::lineOf(batch[i].row) + "  refused: " + whyRefused(how) + "\n");
    }
    batch.clear();
    return Done{};
  };
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (text.empty()) continue;
    const auto line = nlohmann::json::parse(text, nullptr, false);
    auto run =
        line.is_object() ? importedRun(line, *levels.value()) : Result<NewRun>(Error{"", "", "is no JSON object"});
    if (!run) {
      ++sum.refused;
      context.note(file + ": line " + std::to_string(number) + ": " + run.error().text() + "\n");
      continue;
    }
    batch.push_back(std::move(run).value());
    if (batch.size() < 64) continue;
    if (const auto done = write(); !done) return done.error();
  }
  if (const auto done = write(); !done) return done.error();
  const std::string what = std::to_string(sum.taken) + " taken, " + std::to_string(sum.known) + " known, " +
                           std::to_string(sum.refused) + " refused";
  context.print(what + "\n");
  if (const auto done = noted(store, "import", "all", what + ", of " + file); !done) return done.error();
  return sum.refused == 0 ? Result<Done>(Done{})
                          : Error{file, "", "holds runs that were refused; they are named above"};
}

// Without --dry-run a running server would do it as well, and takes its part of the work; here it is done at once.
Result<Done> reverify(const Context& context, Store& store, const Config& config, const UpkeepOptions& options) {
  if (!options.board.empty() && !board::keyOf(options.board)) return Error{"board", options.board, "is no board's id"};
  const auto levels = levelsOf(config);
  if (!levels) return levels.error();
  Rejudged sum;
  if (options.dryRun) {
    std::optional<board::Hash256> after;
    for (;;) {
      const auto some = store.every(after, 100);
      if (!some) return some.error();
      if (some.value().empty()) break;
      for (const Store::ToJudge& one : some.value()) {
        if (!options.board.empty() && one.row.board != options.board) continue;
        const board::Judgement seen = judgeKept(one, *levels.value());
        ++sum.judged;
        if (seen.verdict == board::Verdict::OtherRules || seen.verdict == board::Verdict::UnknownLevel) continue;
        if (!board::isAccepted(seen.verdict)) {
          ++sum.refused;
          context.print(admin::lineOf(one.row) + "  would be refused: " + std::string(board::idOf(seen.verdict)) +
                        "\n");
        } else if (!board::sameOnBoards(seen, one.row)) {
          ++sum.changed;
          context.print(admin::lineOf(one.row) + "  would have " + std::to_string(seen.score) + " points\n");
        }
      }
      after = some.value().back().row.id;
    }
  } else {
    const auto marked = store.markToJudge(options.board);
    if (!marked) return marked.error();
    for (;;) {
      const auto some = rejudgeSome(store, *levels.value(), systemNow());
      if (!some) return some.error();
      if (some.value().judged == 0) break;
      sum.judged += some.value().judged;
      sum.changed += some.value().changed;
      sum.refused += some.value().refused;
    }
    const auto done =
        noted(store, "reverify", options.board.empty() ? "all" : options.board,
              std::to_string(sum.changed) + " changed and " + std::to_string(sum.refused) + " refused by this command");
    if (!done) return done.error();
  }
  context.print(std::to_string(sum.judged) + " judged, " + std::to_string(sum.changed) + " changed, " +
                std::to_string(sum.refused) + " refused\n");
  return Done{};
}

}  // namespace

void addUpkeep(const arguments::Command& app, Context& context) {
  auto options = std::make_shared<UpkeepOptions>();
  const arguments::Command save =
      app.add("backup", "Copy the store into a file, while the server runs, and check the copy");
  save.value("file", options->file, "Where to").required();
  save.does([&context, options] { context.command = [&context, options] { return backup(context, *options); }; });
  const arguments::Command back = app.add("restore", "Make the store from a backup");
  back.value("file", options->file, "The backup").required();
  back.flag("--overwrite", options->overwrite, "Even where the store has runs");
  back.does([&context, options] { context.command = [&context, options] { return putBack(context, *options); }; });
  const arguments::Command move = app.add("schema",
                                          "Take the store to another schema, for an earlier knead-server; stop "
                                          "every server before");
  move.value("number", options->schema, "This program works with " + std::to_string(schemaWanted())).required();
  move.does([&context, options] { context.command = [&context, options] { return moveTo(context, *options); }; });
  const auto onStore = [&context](const arguments::Command& command, const std::function<Result<Done>(Store&)>& work,
                                  bool create = false) {
    command.does([&context, work, create] {
      context.command = [&context, work, create] { return admin::withStore(context, work, create); };
    });
  };
  const arguments::Command out = app.add("export", "Write every run with its recording, a JSON document a line");
  out.value("file", options->file, "Where to").required();
  onStore(out, [&context, options](Store& store) { return exportAll(context, store, options->file); });
  const arguments::Command in = app.add("import", "Judge the runs of an export and take them");
  in.value("file", options->file, "The export").required();
  onStore(
      in,
      [&context, options](Store& store) -> Result<Done> {
        const auto config = context.config();
        return config ? importAll(context, store, config.value(), options->file) : Result<Done>(config.error());
      },
      true);
  const arguments::Command again = app.add("reverify", "Play all kept runs again and put the boards right");
  again.value("--board", options->board, "Of one board only");
  again.flag("--dry-run", options->dryRun, "Only say what would change");
  onStore(again, [&context, options](Store& store) -> Result<Done> {
    const auto config = context.config();
    return config ? reverify(context, store, config.value(), *options) : Result<Done>(config.error());
  });
}

}  // namespace knead::server
