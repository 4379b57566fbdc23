// Reads the command line and hands over to one command. Holds no command's own code.
#include "cli/program.hpp"

#include "arguments/command.hpp"
#include "cli/commands.hpp"
#include "core/guarded.hpp"

#ifndef KNEAD_VERSION
#define KNEAD_VERSION "0.0.0"
#endif

namespace knead::cli {
namespace {

int run(int argc, const char* const* argv, std::FILE* out, std::FILE* err) {
  Context context;
  context.out = out;
  context.err = err;
  arguments::Program program("knead-cli", KNEAD_VERSION,
                             "Knead without a window: play, check and prove sessions of massage.");
  const arguments::Command top = program.top();
  top.commands(1, 1);
  top.value("--data-dir", context.dataDir, "Folder that holds levels/ (default: beside the program)");
  program.footer("Exit codes: 0 ok, 1 a check failed, 2 usage, 3 bad input or missing data.");
  for (const auto add : {addLevels, addLint, addRun, addClassify, addVerify, addReplayInfo, addBalance, addStudy,
                         addDaily, addBench, addWords}) {
    add(top, context);
  }
#ifdef KNEAD_HAVE_BOARDS
  addBoard(top, context);
#endif
  if (const auto code = program.ended(argc, argv, out, err, kUsage))
    return *code != kOk || std::ferror(out) == 0 ? *code : static_cast<int>(kBadInput);
  try {
    const int code = context.command ? context.command() : static_cast<int>(kUsage);
    // A large answer is written before it is flushed: what went wrong then is only remembered.
    return std::fflush(out) == 0 && std::ferror(out) == 0 ? code : static_cast<int>(kBadInput);
  } catch (const UsageError& problem) {
    context.note("knead-cli: " + problem.what + "\nRun with --help for more information.\n");
    return kUsage;
  }
}

}  // namespace

int runProgram(int argc, const char* const* argv, std::FILE* out, std::FILE* err) {
  return guarded(
      kBadInput, [err](const char* what) { std::fprintf(err, "knead-cli: %s\n", what); },
      [&] { return run(argc, argv, out, err); });
}

}  // namespace knead::cli
