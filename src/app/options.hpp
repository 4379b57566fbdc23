// What the command line asks for. Only reads it; opens no files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/session.hpp"

namespace knead::app {

struct Options {
  std::string data;  // the folder of levels and assets that was found
  std::string dataDir, portable, level, trace, bot, replay, shots, saveReplay;
  std::string quality;      // low, medium, high; empty: as the settings say
  float benchSeconds = 15;  // each part of the bench
  std::string benchPart;    // what of the bench this program measures
  std::string speech;       // where the narration is written instead of spoken
  std::string events;       // presses of devices that are fed to the window
  std::string listen;       // where the sound of a session is written
  std::string watch;        // a recording to look at
  std::string ghost;        // a recording that works beside the player
  std::string edit;         // a level to write: an id or a file, which need not be there yet
  std::vector<float> at;
  std::vector<float> film;  // from and to, play seconds; or empty
  std::uint64_t seed = 1;
  std::optional<sim::IntakeAnswer> intake;
  float speed = 1;
  bool tour = false, checkText = false;  // every screen in turn
  std::vector<std::string> only;         // beginnings of the names of screens; empty: all of them
  bool mute = false;
  bool bench = false, quit = false, fullscreen = false, safeMode = false, tell = false;
  unsigned width = 1280, height = 720;
};

// Empty result: the program is to end now with `exitCode`.
std::optional<Options> readOptions(int argc, char** argv, int& exitCode);

}  // namespace knead::app
