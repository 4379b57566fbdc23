// knead-cli board: a key, a run handed in, today's back begun and handed in, and what a board says; for clubs' scripts
// and for tests. The game itself does all of it in its window.
#include <sys/stat.h>
#include <algorithm>

#include <memory>

#include "board/submission.hpp"
#include "bots/bot_input.hpp"
#include "cli/commands.hpp"
#include "cli/play.hpp"
#include "cli/report.hpp"
#include "core/date.hpp"
#include "core/file.hpp"
#include "daily/daily.hpp"
#include "online/client.hpp"
#include "replay/read.hpp"
#include "replay/record.hpp"
#include "replay/write.hpp"

namespace knead::cli {
namespace {

struct BoardOptions {
  std::string server, key, bot = "expert", board;
  std::vector<std::string> files;
  std::uint64_t seed = 1;
  bool around = false;
};

Result<board::Identity> readKey(const std::string& file) {
  constexpr std::size_t kLargest = 4096;
  const auto text = readWholeFile(file, kLargest);
  if (!text) return text.error();
  auto key = board::Identity::importText(text.value());
  if (!key) return Error{file, "", key.error().what};
  return key;
}

int makeKey(const Context& context, const BoardOptions& options) {
  const std::string& file = options.key;
  struct stat there {};
  if (stat(file.c_str(), &there) == 0)
    return context.fail({file, "", "is there already; a key is never overwritten. Name another file"}, kFailedCheck);
  const board::Identity me = board::Identity::make();
  const std::string text = me.exportText();
  const mode_t before = umask(077);  // for its owner's eyes alone
  const auto wrote = writeWholeFileSafely(file, board::bytesOf(text));
  umask(before);
  if (!wrote) return context.fail(wrote.error());
  if (context.json)
    context.printJson({{"key", board::hexOf(me.key())}, {"file", file}});
  else
    context.print(board::hexOf(me.key()) + "\n");
  return kOk;
}

int fail(const Context& context, const online::Problem& problem) {
  return context.fail({"", "", problem.what}, problem.forNow ? kFailedCheck : kBadInput);
}

// What cannot be handed in: told, and one of the list.
int miss(const Context& context, const std::string& what, const Error& error, Exit code, Json& list) {
  context.note("knead-cli: " + error.text() + "\n");
  list.push_back({{"file", what}, {"error", errorJson(error)}});
  return code;
}

// One line a verdict; exit code 1 where a run was not taken.
int tell(const Context& context, const std::string& what, const online::Answer<online::Verdict>& answer, Json& list) {
  if (!answer)
    return miss(context, what, {"", "", answer.problem.what}, answer.problem.forNow ? kFailedCheck : kBadInput, list);
  const online::Verdict& verdict = *answer.value;
  Json one = {{"file", what}, {"verdict", board::idOf(verdict.verdict)}, {"words", board::wordsOf(verdict.verdict)}};
  if (board::isAccepted(verdict.verdict)) {
    one["run"] = verdict.run;
    one["score"] = verdict.score;
    one["stars"] = verdict.stars;
    one["rank"] = verdict.rank;
    one["players"] = verdict.players;
    one["known"] = verdict.known;
  }
  list.push_back(one);
  if (!context.json) {
    std::string line = what + ": " + board::wordsOf(verdict.verdict);
    if (board::isAccepted(verdict.verdict))
      line += " " + grouped(verdict.score) + " points, rank " + std::to_string(verdict.rank) + " of " +
              std::to_string(verdict.players) + ", run " + verdict.run;
    context.print(line + "\n");
  }
  return board::isAccepted(verdict.verdict) ? kOk : kFailedCheck;
}

int submit(const Context& context, const BoardOptions& options) {
  const auto me = readKey(options.key);
  if (!me) return context.fail(me.error());
  const online::Client client(options.server);
  const auto server = client.server();
  if (!server) return fail(context, server.problem);
  int code = kOk;
  Json list = Json::array();
  for (const std::string& file : options.files) {
    const auto recording = readWholeFile(file, replay::kMaxBytes);
    if (!recording) {
      code = std::max(code, miss(context, file, recording.error(), kBadInput, list));
      continue;
    }
    board::Submission submission;
    submission.server = server.value->id;
    submission.recording.assign(recording.value().begin(), recording.value().end());
    const auto bytes = board::encode(submission, me.value());
    if (!bytes) {
      code = std::max(code, miss(context, file, bytes.error(), kBadInput, list));
      continue;
    }
    code = std::max(code, tell(context, file, client.submit(bytes.value()), list));
  }
  if (context.json) context.printJson({{"ok", code == kOk}, {"runs", list}});
  return code;
}

// A bot at the table, as a session of a day begins: seed and lie are the token's. Real time is not waited for, so a
// server that looks at the time says that it came too soon; that is what its test is.
replay::Replay playedDay(const level::Level& level, const BoardOptions& options, const board::Start& start) {
  const auto bot = bots::makeBot(options.bot, level, options.seed);
  sim::SessionSetup setup = bots::setupOf(*bot, start.seed);
  sim::Session session(level, setup);
  replay::Recorder recorder(level, setup, replay::InputMode::Bot);
  recorder.lies(start.lie);
  bots::BotInput input(*bot);
  while (!session.ended()) {
    const sim::TickInput now = input.next(session);
    session.tick(now);
    recorder.note(now, session);
  }
  return recorder.finish(session.score());
}

int playDay(const Context& context, const BoardOptions& options) {
  const auto names = bots::botNames();
  if (std::find(names.begin(), names.end(), options.bot) == names.end()) throw UsageError{noBot(options.bot).text()};
  const auto me = readKey(options.key);
  if (!me) return context.fail(me.error());
  const Result<std::string> folder = context.levelsDir();
  if (!folder) return context.fail(folder.error());
  const online::Client client(options.server);
  const auto server = client.server();
  if (!server) return fail(context, server.problem);
  const auto material = daily::readMaterial(folder.value() + "/../assets");
  if (!material) return context.fail(material.error());
  const auto day = dayOf(server.value->day);
  if (!day) return context.fail({options.server, "", "names no day"});
  const auto level = daily::levelOf(*day, material.value());
  if (!level) return context.fail(level.error());
  const auto token = client.start(me.value(), *server.value, server.value->day, level.value().hash);
  if (!token) return fail(context, token.problem);
  const board::Start start = board::startOf(token.value->nonce, me.value().key());
  board::Submission submission;
  submission.server = server.value->id;
  submission.token = *token.value;
  submission.recording = replay::encode(playedDay(level.value(), options, start));
  const auto bytes = board::encode(submission, me.value());
  if (!bytes) return context.fail(bytes.error());
  Json list = Json::array();
  const int code = tell(context, level.value().id, client.submit(bytes.value()), list);
  if (context.json) context.printJson({{"ok", code == kOk}, {"runs", list}});
  return code;
}

int show(const Context& context, const BoardOptions& options) {
  const online::Client client(options.server);
  online::Answer<online::Board> board;
  if (options.around) {
    const auto me = readKey(options.key);
    if (!me) return context.fail(me.error());
    board = client.around(options.board, me.value().key());
  } else {
    board = client.top(options.board);
  }
  if (!board) return fail(context, board.problem);
  if (context.json) {
    Json lines = Json::array();
    for (const online::Line& line : board.value->lines)
      lines.push_back({{"rank", line.rank},
                       {"name", line.name},
                       {"player", board::hexOf(line.player)},
                       {"run", board::hexOf(line.run)},
                       {"score", line.score},
                       {"stars", line.stars},
                       {"received", line.receivedMs}});
    context.printJson({{"board", options.board}, {"players", board.value->players}, {"lines", lines}});
    return kOk;
  }
  for (const online::Line& line : board.value->lines)
    context.print(formatted("%5lld  %-24s %s  %s points, %d stars\n", static_cast<long long>(line.rank),
                            line.name.empty() ? "a player" : line.name.c_str(), board::shortOf(line.player).c_str(),
                            grouped(line.score).c_str(), line.stars));
  return kOk;
}

}  // namespace

void addBoard(const arguments::Command& app, Context& context) {
  auto options = std::make_shared<BoardOptions>();
  const arguments::Command group = app.add("board", "Hand runs in to a server of boards, and look at them");
  group.commands(1, 1);
  const auto add = [&](const char* name, const char* help, bool server,
                       int (*run)(const Context&, const BoardOptions&)) {
    const arguments::Command command = group.add(name, help);
    if (server) command.value("--server", options->server, "Address of the server").required();
    command.flag("--json", context.json, "One JSON document");
    command.does(
        [&context, options, run] { context.command = [&context, options, run] { return run(context, *options); }; });
    return command;
  };
  add("key", "Make a key: who has it is that player", false, makeKey)
      .value("FILE", options->key, "Where to write it")
      .required();
  const arguments::Command hand = add("submit", "Hand recordings in", true, submit);
  hand.value("REPLAY", options->files, "Replay files").required();
  hand.value("--key", options->key, "The player's key file").required();
  const arguments::Command day = add("day", "Let a bot begin and hand in today's back", true, playDay);
  day.value("--key", options->key, "The player's key file").required();
  day.value("--bot", options->bot, "Which (default expert)");
  day.value("--seed", options->seed, "Of its hands (default 1)");
  const arguments::Command top = add("top", "Print a board", true, show);
  top.value("BOARD", options->board, "Its id").required();
  const auto key = top.value("--key", options->key, "With --around: the player's key file");
  top.flag("--around", options->around, "The lines around the player").needs(key);
}

}  // namespace knead::cli
