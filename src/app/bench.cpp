#include "app/bench.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <thread>

#include "app/frame_log.hpp"
#include "app/platform/sfml_adapter.hpp"
#include "app/ui/painter.hpp"

namespace knead::app {
namespace {

using Figures = std::map<std::string, double>;

constexpr int kStarts = 9, kRate = 60;
constexpr auto kFrame = std::chrono::microseconds(16667);
constexpr const char* kBusyLevel = "the-one-spot";

// Runs this program with `arguments` and reads the lines it prints; none if it failed.
Figures figuresOf(const std::string& program, const std::vector<std::string>& arguments) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const auto born = std::chrono::duration_cast<std::chrono::nanoseconds>(FrameLog::Clock::now().time_since_epoch());
  setenv(kBorn, std::to_string(born.count()).c_str(), 1);
  std::vector<char*> argv;
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  argv.reserve(words.size() + 1);
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execv(program.c_str(), argv.data());
    _exit(127);
  }
  close(ends[1]);
  Figures out;
  if (FILE* in = fdopen(ends[0], "r")) {
    char name[64];
    double value = 0;
    while (std::fscanf(in, "%lf %63[^\n]", &value, name) == 2) out[name] = value;
    std::fclose(in);
  }
  int status = 1;
  if (child > 0) waitpid(child, &status, 0);
  return status == 0 ? out : Figures{};
}

double least(std::vector<Figures>& runs, const char* name) {
  double best = 1e9;
  for (Figures& run : runs) best = std::min(best, run[name]);
  return best;
}

void row(const char* what, double median, double p95, double bare) {
  std::printf("  %-34s %8.1f %8.1f %8.1f\n", what, median, p95, bare > 0 ? p95 / bare : 1.0);
}

}  // namespace

int runBareWindow(const Options& options) {
  sf::RenderWindow window;
  platform::openWindow(window, options.width, options.height, false, 0);
  if (!window.isOpen()) return 4;
  window.clear();
  window.display();
  const double first = sinceBornMs();
  sf::Font font;
  DrawKit::Place place = DrawKit::fontPlace(Face::Regular);
  if (place.path.empty() || !platform::loadFont(font, place.path)) return 3;
  std::vector<float> ms;
  auto due = FrameLog::Clock::now();
  const int frames = static_cast<int>(options.benchSeconds * kRate) / 2 + 1;
  for (int i = 0; i < frames; ++i) {
    while (platform::poll(window)) continue;
    const auto began = FrameLog::Clock::now();
    window.clear();
    window.display();
    ms.push_back(std::chrono::duration<float, std::milli>(FrameLog::Clock::now() - began).count());
    due += kFrame;
    std::this_thread::sleep_until(due);
  }
  const Spread spread = spreadOf(ms);
  std::printf("%.3f first\n%.3f median\n%.3f p95\n%.3f resident\n", first, spread.median, spread.p95, residentMb());
  return 0;
}

int runBench(const Options& options, const std::string& program) {
  std::vector<std::string> usual = {"--safe-mode", "--size",
                                    std::to_string(options.width) + "x" + std::to_string(options.height)};
  if (!options.dataDir.empty()) usual.insert(usual.end(), {"--data-dir", options.dataDir});
  if (!options.quality.empty()) usual.insert(usual.end(), {"--quality", options.quality});
  const auto part = [&](const char* name, const std::vector<std::string>& more = {}) {
    std::vector<std::string> all = usual;
    all.insert(all.end(), {"--bench-part", name});
    all.insert(all.end(), more.begin(), more.end());
    return figuresOf(program, all);
  };
  std::vector<Figures> bare, title;
  for (int i = 0; i < kStarts; ++i) {
    // The last one is watched as long as the others.
    const std::string seconds = i + 1 < kStarts ? "0.2" : std::to_string(options.benchSeconds);
    bare.push_back(part("bare", {"--bench-seconds", seconds}));
    title.push_back(part("title"));
    if (bare.back().empty() || title.back().empty()) {
      std::fprintf(stderr, "knead: --bench: a window did not open\n");
      return 4;
    }
  }
  usual.insert(usual.end(), {"--bench-seconds", std::to_string(options.benchSeconds)});
  const std::vector<std::string> busy = {"play", kBusyLevel, "--bot", "expert"};
  Figures play = part("play", busy), layers = part("layers", busy), still = part("still");
  Figures& empty = bare.back();
  std::printf("Knead at %ux%u, %u threads\n\n", options.width, options.height, std::thread::hardware_concurrency());
  std::printf("  %-34s %8s %8s %8s\n", "a frame, ms", "median", "p95", "to bare");
  row("bare loop, cleared and shown", empty["median"], empty["p95"], 0);
  row(kBusyLevel, play["median"], play["p95"], empty["p95"]);
  std::printf("\n  %-34s %8s %8s\n", "a layer, ms (waits after each)", "mean", "p95");
  for (const auto& [name, value] : layers) {
    if (name.rfind("layer:", 0) != 0) continue;
    const std::string layer = name.substr(6);
    std::printf("  %-34s %8.2f %8.2f\n", layer.c_str(), value, layers["slow:" + layer]);
  }
  const double bareFirst = least(bare, "first"), first = least(title, "first");
  std::printf("\n  %-34s %8s %8s %8s\n", "", "knead", "bare", "to bare");
  std::printf("  %-34s %8.0f %8.0f %8.2f\n", "start to first frame, ms, best of 9", first, bareFirst,
              first / bareFirst);
  std::printf("  %-34s %8.0f %8.0f %8.2f\n", "memory, MB (playing; bare, a font)", play["resident"], empty["resident"],
              play["resident"] / empty["resident"]);
  std::printf("  %-34s %8.1f\n", "a still menu, % of a core", still["processor"]);
  std::printf("  %-34s %8.1f\n", "pointer moved to picture, ms", play["input"]);
  std::printf("  %-34s %4.0f of %.0f\n", "seen and drawn in the same frame", play["same"], play["moves"]);
  return 0;
}

}  // namespace knead::app
