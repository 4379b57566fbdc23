// Reads the command line and hands over to one command. Holds no command's own code.
#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <sstream>

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
  CLI::App app("Knead without a window: play, check and prove sessions of massage.", "knead-cli");
  app.set_version_flag("--version", std::string("knead-cli ") + KNEAD_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--data-dir", context.dataDir, "Folder that holds levels/ (default: beside the program)");
  app.footer("Exit codes: 0 ok, 1 a check failed, 2 usage, 3 bad input or missing data.");
  for (const auto add : {addLevels, addLint, addRun, addClassify, addVerify, addReplayInfo, addBalance, addStudy,
                         addDaily, addBench, addWords}) {
    add(app, context);
  }
#ifdef KNEAD_HAVE_BOARDS
  addBoard(app, context);
#endif
  try {
    app.parse(argc, argv);
    const int code = context.command ? context.command() : static_cast<int>(kUsage);
    return std::fflush(out) == 0 ? code : static_cast<int>(kBadInput);
  } catch (const CLI::ParseError& problem) {
    std::ostringstream text;
    std::ostringstream message;
    const int code = app.exit(problem, text, message);
    context.print(text.str());
    context.note(message.str());
    std::fflush(out);
    return code == 0 ? kOk : kUsage;
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
