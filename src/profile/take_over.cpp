#include "profile/take_over.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "core/date.hpp"
#include "core/file.hpp"
#include "profile/kept_file.hpp"
#include "replay/read.hpp"

namespace knead::profile {
namespace {

using nlohmann::json;

constexpr int kFileSchema = 1;  // of all three files
constexpr std::size_t kLearningLimit = 4U << 20U;
constexpr const char* kTakenOver = "taken-over";  // the document that says it was done

// --- progress.json ------------------------------------------------------------------------------------------

// A run as the file has it: with the name of its recording.
struct FileRun {
  Run run;
  std::string file;
};

// A whole number within bounds, or false.
bool take(const json& j, const char* key, std::int64_t most, std::int64_t& value) {
  if (!j.contains(key) || !j[key].is_number_integer()) return false;
  if (j[key].is_number_unsigned() && j[key].get<std::uint64_t>() > static_cast<std::uint64_t>(most)) return false;
  value = j[key].get<std::int64_t>();
  return value >= 0 && value <= most;
}

bool fromHex(const std::string& text, std::uint64_t& value) {
  if (text.size() != 16) return false;
  value = 0;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return false;
    value = value << 4U | static_cast<std::uint64_t>(digit);
  }
  return true;
}

std::string textIn(const json& j, const char* key, std::size_t most) {
  if (!j.contains(key) || !j[key].is_string()) return {};
  auto text = j[key].get<std::string>();
  return text.size() <= most ? text : std::string();
}

bool read(const json& j, FileRun& out) {
  std::int64_t score = 0;
  std::int64_t stars = 0;
  if (!j.is_object() || !take(j, "score", replay::kMaxScore, score) || !take(j, "stars", 3, stars)) return false;
  out.run.score = static_cast<int>(score);
  out.run.stars = static_cast<int>(stars);
  out.run.day = textIn(j, "day", 10);
  out.run.assisted = j.contains("assisted") && j["assisted"].is_boolean() && j["assisted"].get<bool>();
  out.file = textIn(j, "replay", 200);
  // A file name, never a way out of the folder.
  if (out.file.find('/') != std::string::npos) out.file.clear();
  return true;
}

bool read(const json& j, LevelProgress& progress, std::vector<FileRun>& runs) {
  std::int64_t stars = 0;
  std::int64_t plays = 0;
  if (!j.is_object() || !take(j, "best_stars", 3, stars) || !take(j, "plays", kMostPlays, plays) ||
      !fromHex(textIn(j, "level_hash", 16), progress.levelHash) || !j.contains("runs") || !j["runs"].is_array()) {
    return false;
  }
  progress.bestStars = static_cast<int>(stars);
  progress.plays = static_cast<int>(plays);
  for (const json& entry : j["runs"]) {
    FileRun one;
    if (!read(entry, one)) return false;
    runs.push_back(std::move(one));
  }
  return true;
}

std::optional<level::Pain> painOf(std::string_view id) {
  const auto at = std::find(level::kPainIds.begin(), level::kPainIds.end(), id);
  if (at == level::kPainIds.end()) return std::nullopt;
  return static_cast<level::Pain>(at - level::kPainIds.begin());
}

std::optional<float> shareIn(const json& j, const char* key, float most) {
  if (!j.contains(key) || !j[key].is_number()) return std::nullopt;
  const auto value = j[key].get<float>();
  if (!(value >= 0.0F && value <= most)) return std::nullopt;
  return value;
}

// All that the files say, before any of it is written.
struct Found {
  std::map<std::string, LevelProgress> levels;
  std::vector<FileRun> runs;
  std::vector<std::pair<std::pair<level::Pain, level::Technique>, Tried>> tried;
  std::vector<std::pair<std::string, std::string>> documents;
  std::string notice;

  void tell(const std::string& what) {
    if (what.empty()) return;
    notice += (notice.empty() ? "" : "\n") + what;
  }
};

void readProgress(const std::string& path, Found& out) {
  const Kept kept = KeptFile(path, kFileSchema).load();
  out.tell(kept.notice);
  const json& document = kept.document;
  if (document.contains("levels") && document["levels"].is_object()) {
    for (const auto& [level, entry] : document["levels"].items()) {
      LevelProgress progress;
      std::vector<FileRun> runs;
      if (!read(entry, progress, runs)) {
        out.tell(path + ": /levels/" + level + ": cannot be understood; this level starts anew");
        continue;
      }
      for (FileRun& one : runs) {
        one.run.level = level;
        one.run.levelHash = progress.levelHash;
        out.runs.push_back(std::move(one));
      }
      out.levels[level] = std::move(progress);
    }
  }
  if (!document.contains("tried") || !document["tried"].is_object()) return;
  for (const auto& [name, entry] : document["tried"].items()) {
    const std::size_t slash = name.find('/');
    const auto pain = painOf(name.substr(0, slash));
    const auto technique = slash == std::string::npos ? std::nullopt : level::techniqueOf(name.substr(slash + 1));
    const auto seconds = shareIn(entry, "seconds", kMostTriedS);
    const auto quality = shareIn(entry, "quality", 1.0F);
    if (pain && technique && seconds && quality)
      out.tried.push_back({{*pain, *technique}, {*seconds, *quality}});
    else
      out.tell(path + ": /tried/" + name + ": cannot be understood; it is left out");
  }
}

void readDocument(const std::string& path, std::size_t limit, const char* name, Found& out) {
  Kept kept = KeptFile(path, kFileSchema, limit).load();
  out.tell(kept.notice);
  kept.document.erase("schema");
  if (!kept.document.empty()) out.documents.emplace_back(name, kept.document.dump());
}

// --- recordings ---------------------------------------------------------------------------------------------

// When a recording was made, as its name says: LEVEL-20261122-214500.knead. "20261122-214500" or nothing.
std::string stampIn(const std::string& file) {
  constexpr std::size_t kStamp = 15;
  for (std::size_t at = file.size() < kStamp ? std::string::npos : file.size() - kStamp; at != std::string::npos;
       at = at == 0 ? std::string::npos : at - 1) {
    std::string stamp = file.substr(at, kStamp);
    const bool fits = stamp[8] == '-' && stamp.find_first_not_of("0123456789-") == std::string::npos &&
                      std::count(stamp.begin(), stamp.end(), '-') == 1 && at > 0 && file[at - 1] == '-';
    if (fits) return stamp;
  }
  return {};
}

std::string dayIn(const std::string& stamp) {
  if (stamp.empty()) return {};
  const std::string day = stamp.substr(0, 4) + "-" + stamp.substr(4, 2) + "-" + stamp.substr(6, 2);
  return dayOf(day) ? day : std::string();
}

struct Recording {
  replay::Replay replay;
  std::string bytes;
};

std::optional<Recording> readRecording(const std::string& path, std::string& why) {
  auto text = readWholeFile(path, replay::kMaxBytes);
  if (!text) {
    why = text.error().text();
    return std::nullopt;
  }
  const auto* first = reinterpret_cast<const std::uint8_t*>(text.value().data());
  auto replay = replay::decode({first, text.value().size()}, path);
  if (!replay) {
    why = replay.error().text();
    return std::nullopt;
  }
  return Recording{std::move(replay).value(), std::move(text).value()};
}

void describe(Run& run, const replay::Replay& replay) {
  run.rules = replay.header.rulesVersion;
  run.mode = replay.header.mode;
  run.ticks = static_cast<std::uint32_t>(replay.inputs.size());
  run.ending = replay.claim.ending;
  run.stateHash = replay.claim.stateHash;
}

// Recordings that progress does not name: runs that fell off their board, and all where progress was lost. One that
// would stand on the board was never this player's and stays a file.
void findOthers(const std::string& folder, Found& out) {
  std::set<std::string> named;
  for (const FileRun& one : out.runs) named.insert(one.file);
  const auto names = namesIn(folder);
  for (const std::string& file : names ? names.value() : std::vector<std::string>()) {
    if (std::filesystem::path(file).extension() != ".knead" || named.count(file) != 0) continue;
    std::string why;
    const auto recording = readRecording(folder + "/" + file, why);
    if (!recording || recording->replay.header.setup.carry != sim::Carry{}) continue;
    FileRun one;
    one.file = file;
    one.run.level = recording->replay.header.levelId;
    one.run.levelHash = recording->replay.header.levelHash;
    one.run.score = recording->replay.claim.score;
    one.run.stars = recording->replay.claim.stars;
    one.run.assisted = recording->replay.header.assisted();
    one.run.day = dayIn(stampIn(file));
    if (const auto level = out.levels.find(one.run.level); level != out.levels.end()) {
      std::size_t better = 0;
      for (const FileRun& other : out.runs)
        better += !other.file.empty() && other.run.level == one.run.level && other.run.score >= one.run.score ? 1U : 0U;
      if (level->second.levelHash == one.run.levelHash && better < kRunsKept) continue;
    }
    out.runs.push_back(std::move(one));
  }
}

// --- into the store -----------------------------------------------------------------------------------------

void write(Store::Writer& writer, const std::string& replays, Found& found) {
  // The older first, as they would have come.
  std::stable_sort(found.runs.begin(), found.runs.end(), [](const FileRun& a, const FileRun& b) {
    return std::pair(a.run.day, stampIn(a.file)) < std::pair(b.run.day, stampIn(b.file));
  });
  for (FileRun& one : found.runs) {
    std::string why;
    std::optional<Recording> recording;
    if (!one.file.empty()) recording = readRecording(replays + "/" + one.file, why);
    if (!why.empty()) found.tell(why);
    if (!recording) {
      (void)writer.add(one.run, {});
      continue;
    }
    describe(one.run, recording->replay);
    (void)writer.add(one.run,
                     {reinterpret_cast<const std::uint8_t*>(recording->bytes.data()), recording->bytes.size()});
  }
  for (const auto& [level, progress] : found.levels) writer.put(level, progress);
  for (const auto& [pair, tried] : found.tried) writer.tried(pair.first, pair.second, tried.seconds, tried.quality);
  for (const auto& [name, text] : found.documents) writer.document(name, text);
  writer.document(kTakenOver, "{}");
}

// Whether the store holds it now.
bool takeOver(Store& store, const std::string& folder, std::string& notice) {
  const auto done = store.document(kTakenOver);
  if (done && done.value()) return true;
  Found found;
  readProgress(folder + "/progress.json", found);
  readDocument(folder + "/learning.json", kLearningLimit, kLearningDocument, found);
  readDocument(folder + "/diary.json", 1U << 20U, kDiaryDocument, found);
  findOthers(folder + "/replays", found);
  const auto wrote = store.write([&](Store::Writer& writer) {
    // Another program may have been quicker.
    if (!writer.document(kTakenOver)) write(writer, folder + "/replays", found);
  });
  if (!wrote) found.tell(wrote.error().text());
  if (!found.notice.empty()) notice += (notice.empty() ? "" : "\n") + found.notice;
  return wrote.ok();
}

}  // namespace

Store openPlayersStore(const std::string& folder, std::string& notice) {
  if (folder.empty()) return Store::open("", notice);
  Store store = Store::open(folder + "/" + kStoreFile, notice);
  if (takeOver(store, folder, notice)) return store;
  std::string nothing;
  Store memory = Store::open("", nothing);
  (void)takeOver(memory, folder, nothing);
  notice += "\nWhat you reach now is not kept.";
  return memory;
}

}  // namespace knead::profile
