// knead-server run ..., board ..., flagged, audit, stats.

#include "board/submission.hpp"
#include "core/file.hpp"
#include "server/admin/admin.hpp"
#include "server/pages/layout.hpp"
#include "server/runs/rejudge.hpp"

namespace knead::server {
namespace {

struct RunsOptions {
  std::string id, file, reason;
  int limit = 50;
};

Result<Done> saveRecording(Store& store, const board::Hash256& run, const std::string& file) {
  const auto packed = store.recording(run);
  if (!packed) return packed.error();
  if (!packed.value()) return Error{"run", board::hexOf(run), "is not here, or its recording was let go"};
  const auto bytes = board::unpacked(*packed.value());
  if (!bytes) return bytes.error();
  const auto wrote = writeWholeFileSafely(file, bytes.value());
  if (!wrote) return wrote.error();
  return Done{};
}

Result<Done> verifyRun(Context& context, Store& store, const board::Hash256& run) {
  const auto config = context.config();
  if (!config) return config.error();
  const auto data = dataDirOf(config.value());
  if (!data) return data.error();
  const auto levels = board::Levels::read(data.value(), config.value().packs);
  if (!levels) return levels.error();
  const auto row = store.run(run);
  if (!row) return row.error();
  const auto packed = store.recording(run);
  if (!packed) return packed.error();
  if (!row.value()) return Error{"run", board::hexOf(run), "is not here"};
  if (!packed.value())
    return Error{"run", board::hexOf(run), "cannot be played again: its recording was let go (keep_recordings_days)"};
  const board::Judgement seen = judgeKept({*row.value(), {}, *packed.value()}, *levels.value());
  if (seen.verdict == board::Verdict::OtherRules || seen.verdict == board::Verdict::UnknownLevel)
    return Error{"run", board::hexOf(run),
                 "cannot be judged by this program (" + std::string(board::idOf(seen.verdict)) +
                     "); the board keeps what another version of it has found"};
  context.print(std::string(board::idOf(seen.verdict)) + ": " + std::to_string(seen.score) + " points, " +
                std::to_string(seen.stars) + " stars; the board has " + std::to_string(row.value()->score) + " and " +
                std::to_string(row.value()->stars) + (seen.why.empty() ? "" : " (" + seen.why + ")") + "\n");
  if (!board::isAccepted(seen.verdict) || !board::sameOnBoards(seen, *row.value()))
    return Error{"run", board::hexOf(run), "does not give the board's result; see `knead-server reverify`"};
  return Done{};
}

Result<Done> listFlagged(const Context& context, Store& store, int limit) {
  const auto runs = store.flagged(limit);
  if (!runs) return runs.error();
  for (const RunRow& run : runs.value()) context.print(admin::lineOf(run) + "\n");
  return Done{};
}

Result<Done> listAudit(const Context& context, Store& store, int limit) {
  const auto lines = store.audit(limit);
  if (!lines) return lines.error();
  for (const AuditRow& line : lines.value())
    context.print(pages::timeText(line.at) + "  " + line.actor + "  " + line.action + "  " + line.target + "  " +
                  line.reason + "\n");
  return Done{};
}

Result<Done> stats(const Context& context, Store& store, int) {
  const auto counts = store.counts();
  if (!counts) return counts.error();
  const Counts& c = counts.value();
  const api::Json out = {{"players", c.players},      {"runs", c.runs},       {"boards", c.boards},
                         {"flagged", c.flagged},      {"drifted", c.drifted}, {"to_judge", c.toJudge},
                         {"recording_bytes", c.bytes}};
  if (context.json) {
    context.print(out.dump(2) + "\n");
    return Done{};
  }
  for (const auto& [name, value] : out.items()) context.print(name + ": " + value.dump() + "\n");
  return Done{};
}

Result<Done> listBoards(const Context& context, Store& store, int limit) {
  const auto boards = store.boards("", std::nullopt, limit);
  if (!boards) return boards.error();
  for (const BoardRow& row : boards.value())
    context.print(row.id + "  " + row.levelId + "  " + std::to_string(row.players) + " players" +
                  (row.frozen ? "  FROZEN" : "") + "\n");
  return Done{};
}

}  // namespace

void addRuns(const arguments::Command& app, Context& context) {
  auto options = std::make_shared<RunsOptions>();
  const arguments::Command runs = app.add("run", "Look at runs, hide, save or verify them");
  runs.commands(1, 1);
  using OnRun = std::function<Result<Done>(Store&, const board::Hash256&)>;
  const auto onRun = [&](const char* name, const char* help, bool asksReason, const OnRun& work) {
    const arguments::Command command = runs.add(name, help);
    command.value("run", options->id, "The run's name, 64 digits").required();
    if (asksReason) command.value("--reason", options->reason, "For the audit log").required();
    command.does([&context, options, work] {
      context.command = [&context, options, work] {
        const auto run = admin::runOf(options->id);
        if (!run) return context.fail(run.error(), kUsage);
        return admin::withStore(context, [&](Store& store) { return work(store, run.value()); });
      };
    });
    return command;
  };
  onRun("hide", "Take a run off its board", true, [options](Store& store, const board::Hash256& run) {
    return store.hide(run, true, admin::lineOf("hide", options->reason));
  });
  onRun("unhide", "Put it back", true, [options](Store& store, const board::Hash256& run) {
    return store.hide(run, false, admin::lineOf("unhide", options->reason));
  });
  onRun("clear", "Take the flag off a run that was looked at", true,
        [options](Store& store, const board::Hash256& run) {
          return store.flag(run, "", admin::lineOf("clear", options->reason));
        });
  onRun("verify", "Play it again now and compare", false,
        [&context](Store& store, const board::Hash256& run) { return verifyRun(context, store, run); });
  onRun("get", "Save its recording", false,
        [options](Store& store, const board::Hash256& run) { return saveRecording(store, run, options->file); })
      .value("file", options->file, "Where to")
      .required();

  const arguments::Command boards = app.add("board", "List boards, close or open them");
  boards.commands(1, 1);
  const auto onBoard = [&](const char* name, const char* help, bool on) {
    const arguments::Command command = boards.add(name, help);
    command.value("board", options->id, "The board's id").required();
    command.value("--reason", options->reason, "For the audit log").required();
    command.does([&context, options, on, name] {
      context.command = [&context, options, on, name = std::string(name)] {
        if (!board::keyOf(options->id)) return context.fail({"board", options->id, "is no board's id"}, kUsage);
        return admin::withStore(
            context, [&](Store& store) { return store.freeze(options->id, on, admin::lineOf(name, options->reason)); });
      };
    });
  };
  onBoard("freeze", "Take no more runs on a board; it can still be looked at", true);
  onBoard("unfreeze", "Take runs again", false);

  using List = Result<Done> (*)(const Context&, Store&, int);
  const auto list = [&](const arguments::Command& parent, const char* name, const char* help, List work) {
    const arguments::Command command = parent.add(name, help);
    command.value("--limit", options->limit, "At most so many (default 50)").within(1, 100000);
    command.does([&context, options, work] {
      context.command = [&context, options, work] {
        return admin::withStore(context, [&](Store& store) { return work(context, store, options->limit); });
      };
    });
  };
  list(boards, "list", "All boards, last played first", listBoards);
  list(app, "flagged", "Runs that somebody should look at", listFlagged);
  list(app, "audit", "What was done by whom, last first", listAudit);
  list(app, "stats", "How much is kept", stats);
}

}  // namespace knead::server
