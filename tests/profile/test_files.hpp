// What the tests of the player's files share: folders of their own, files in them, and runs with recordings.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "profile/store.hpp"
#include "replay/write.hpp"
#include "support/fresh_folder.hpp"

namespace knead::testing {

inline void put(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

inline std::string contentOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline profile::Run runOf(const std::string& level, int score, std::uint64_t hash = 7) {
  profile::Run run;
  run.level = level;
  run.levelHash = hash;
  run.mode = replay::InputMode::Mouse;
  run.score = score;
  run.stars = 1;
  run.day = "2026-11-28";
  run.ending = sim::Ending::Time;
  return run;
}

// A well-formed recording of that run, of some kilobytes.
inline std::vector<std::uint8_t> recordingOf(const profile::Run& run) {
  replay::Replay replay;
  replay.header.levelId = run.level;
  replay.header.levelHash = run.levelHash;
  replay.header.mode = run.mode.value_or(replay::InputMode::Mouse);
  for (int i = 0; i < 1200; ++i) {
    sim::TickInput input;
    input.x = static_cast<std::int16_t>((i * 37 + run.score) % 900);
    input.y = static_cast<std::int16_t>((i * 91) % 3000);
    input.contact = i % 50 < 30;
    replay.inputs.push_back(input);
  }
  replay.hashes.resize(replay.inputs.size() / replay::kTicksPerHash);
  replay.claim = {run.score, run.stars, sim::Ending::Time, 4711};
  return replay::encode(replay);
}

// One finished session: the run, its recording, a document that counts.
inline Result<bool> finish(profile::Store& store, const profile::Run& run, const std::string& document = "") {
  return store.write([&](profile::Store::Writer& writer) {
    (void)writer.add(run, recordingOf(run));
    writer.tried(level::Pain::Stiffness, level::Technique::Stretch, 10, .5F);
    if (!document.empty()) writer.document(profile::kDiaryDocument, document);
  });
}

inline profile::Store opened(const std::string& path, std::string* notice = nullptr, int mostPages = 0) {
  std::string told;
  profile::Store store = profile::Store::open(path, told, mostPages);
  if (notice != nullptr) *notice = told;
  return store;
}

}  // namespace knead::testing
