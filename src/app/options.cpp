// The words of --intake and --size are read here.
#include "app/options.hpp"

#include <algorithm>
#include <cstdio>
#include <sstream>

#include "arguments/command.hpp"

namespace knead::app {
namespace {

std::optional<sim::IntakeAnswer> readIntake(const std::string& text) {
  sim::IntakeAnswer answer;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, ',');) {
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos) return std::nullopt;
    const auto move = level::techniqueOf(part.substr(equals + 1));
    const std::string role = part.substr(0, equals);
    if (!move) return std::nullopt;
    if (role == "first")
      answer.first = move;
    else if (role == "also")
      answer.also = move;
    else if (role == "avoid")
      answer.avoid = move;
    else
      return std::nullopt;
  }
  return answer;
}

}  // namespace

std::optional<Options> readOptions(int argc, char** argv, int& exitCode) {
  Options o;
  std::string intake, size;
  bool refer = false;
  arguments::Program program(
      "knead", KNEAD_VERSION,
      "Knead, a calm game of massage. Without a word after it, it opens on the title.\n"
      "In play: hold the button to touch, the wheel sets the depth, 1 to 4 take a tool, Esc pauses, F11 fills the "
      "screen.");
  program.footer(
      "Examples:\n"
      "  knead                          play\n"
      "  knead play first-touch         straight into a level\n"
      "  knead replay run.knead         watch a recording\n"
      "  knead edit my-pack/knot.json   write a level\n"
      "  knead --portable ./mine        keep everything in one folder\n"
      "Knead is a game and not medical advice.");
  const arguments::Command cli = program.top();
  cli.value("--size", size, "Window size, e.g. 1280x720").group("Window");
  cli.flag("--fullscreen", o.fullscreen, "Use the whole screen").group("Window");
  cli.value("--quality", o.quality, "How much is drawn: low, medium or high; never changes a score")
      .among({"low", "medium", "high"})
      .group("Window");
  cli.flag("--mute", o.mute, "Open no sound device").group("Window");
  const arguments::Option portable =
      cli.value("--portable", o.portable, "Keep settings, progress and recordings in this folder").group("Your files");
  cli.flag("--safe-mode", o.safeMode, "Usual settings; nothing of yours is read or written")
      .excludes(portable)
      .group("Your files");
  cli.value("--save-replay", o.saveReplay, "Write the recording of the last session here").group("Your files");
  cli.value("--data-dir", o.dataDir, "Folder that holds levels/ and assets/").group("For makers and testers");
  cli.flag("--tell", o.tell, "Say on standard output what happens: depth, tools, pauses, the result")
      .group("For makers and testers");
  cli.value("--narrate", o.speech, "Switch the narration on and write what it says into this file")
      .group("For makers and testers");
  cli.value("--events", o.events, "Feed presses of keys, gamepads and pointers from this file to the window")
      .group("For makers and testers");
  cli.flag("--bench", o.bench, "Measure what the picture costs on this machine, about a minute")
      .group("For makers and testers");
  cli.value("--bench-part", o.benchPart).group("");
  cli.value("--bench-seconds", o.benchSeconds).group("");
  const arguments::Command play = cli.add("play", "Go straight into a level");
  play.value("level", o.level, "Level id or file").required();
  const arguments::Option trace = play.value("--trace", o.trace, "Pointer trace (CSV) as the hand");
  const arguments::Option bot = play.value("--bot", o.bot, "A bot as the hand").excludes(trace);
  const arguments::Option replay =
      play.value("--replay", o.replay, "Show a recorded session").excludes(trace).excludes(bot);
  play.value("--ghost", o.ghost, "Race this recording of the same level");
  play.value("--seed", o.seed, "Seed of the session").excludes(replay);
  const arguments::Option guess = play.value("--intake", intake, "first=MOVE,also=MOVE,avoid=MOVE").excludes(replay);
  play.flag("--refer", refer, "Send the person to a doctor").excludes(guess).excludes(replay);
  const arguments::Option shots = play.value("--shots", o.shots, "Folder for screenshots");
  play.value("--at", o.at, "Play seconds of the screenshots, e.g. 1,30,60").byCommas().needs(shots);
  play.value("--film", o.film, "From and to, play seconds: writes 60 pictures a second, e.g. 12,16")
      .byCommas()
      .times(2)
      .needs(shots);
  play.value("--speed", o.speed, "Play this many times faster").within(0.1, 100.0);
  play.flag("--quit", o.quit, "Leave when the session is over");
  play.value("--listen", o.listen, "No window: write what is heard into this file (.wav, .ogg, .flac)").excludes(shots);
  const arguments::Command watch = cli.add("replay", "Watch a recorded session");
  watch.value("file", o.watch, "The recording (.knead)").required();
  watch.value("--speed", o.speed, "Begin this many times faster").within(0.1, 100.0);
  watch.value("--shots", o.shots, "Folder for screenshots");
  watch.flag("--quit", o.quit, "Leave when the recording is over");
  const arguments::Command edit = cli.add("edit", "Write a level: place knots, set what counts, try it, save it");
  edit.value("level", o.edit, "A level file (made anew if it is not there), or the id of one of your own").required();
  const arguments::Command tour = cli.add("tour", "For makers: every screen in turn, as pictures or checked");
  const arguments::Option pictures = tour.value("--pictures", o.shots, "Folder for a picture of each screen");
  tour.value("--only", o.only, "Beginnings of the names of screens, separated by commas").byCommas();
  tour.flag("--check-text", o.checkText, "Say which texts leave their place, in every language").excludes(pictures);
  tour.does([&o] { o.tour = true; });
  cli.commands(0, 1);
  const auto parsed = program.parse(argc, argv);
  if (parsed.end == arguments::Program::End::Told) {
    std::fputs(parsed.out.c_str(), stdout);
    exitCode = 0;
    return std::nullopt;
  }
  if (parsed.end == arguments::Program::End::Wrong) {
    std::fprintf(stderr, "knead: %s; knead --help and knead play --help say what there is\n", parsed.problem.c_str());
    exitCode = 2;
    return std::nullopt;
  }
  std::sort(o.at.begin(), o.at.end());
  const auto refuse = [&exitCode](const std::string& what) {
    std::fprintf(stderr, "knead: %s\n", what.c_str());
    exitCode = 2;
    return std::nullopt;
  };
  if (!size.empty() && (std::sscanf(size.c_str(), "%ux%u", &o.width, &o.height) != 2 || o.width < 640 ||
                        o.height < 480 || o.width > 8192 || o.height > 8192)) {
    return refuse("--size: found \"" + size + "\"; give WIDTHxHEIGHT from 640x480 to 8192x8192, e.g. 1280x720");
  }
  if (refer) {
    o.intake = sim::IntakeAnswer{};
    o.intake->refer = true;
  } else if (!intake.empty()) {
    o.intake = readIntake(intake);
    if (!o.intake)
      return refuse("--intake: found \"" + intake +
                    "\"; give first=MOVE,also=MOVE,avoid=MOVE with technique ids such as effleurage");
  }
  return o;
}

}  // namespace knead::app
