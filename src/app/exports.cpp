#include "app/exports.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <filesystem>

#include "core/date.hpp"
#include "core/file.hpp"
#include "profile/dirs.hpp"

namespace knead::app {
namespace {

std::string variable(const char* name) { return profile::systemEnvironment()(name).value_or(""); }

// The desktop's own folder of this kind, else one of knead's.
std::string folderOf(const Options& options, const char* xdg, const char* usual, const char* ours) {
  if (!options.portable.empty()) return options.portable + "/" + ours;
  const std::string desktop = variable(xdg), home = variable("HOME"), data = variable("XDG_DATA_HOME");
  std::error_code ignored;
  if (!desktop.empty()) return desktop + "/Knead";
  if (!home.empty() && std::filesystem::is_directory(home + "/" + usual, ignored)) return home + "/" + usual + "/Knead";
  if (!data.empty()) return data + "/knead/" + ours;
  return home.empty() ? "." : home + "/.local/share/knead/" + ours;
}

}  // namespace

std::string picturesFolder(const Options& options) {
  return options.shots.empty() ? folderOf(options, "XDG_PICTURES_DIR", "Pictures", "screenshots") : options.shots;
}

std::string recordingsFolder(const Options& options) {
  return folderOf(options, "XDG_DOCUMENTS_DIR", "Documents", "recordings");
}

std::string shownFolder(const std::string& folder) {
  const std::string home = variable("HOME");
  return home.size() > 1 && folder.rfind(home + "/", 0) == 0 ? "~" + folder.substr(home.size()) : folder;
}

std::vector<FileHere> filesIn(const std::string& folder, const std::string& extension) {
  constexpr std::size_t kMost = 100;
  std::vector<std::pair<std::time_t, FileHere>> found;
  const auto names = namesIn(folder);
  if (!names) return {};
  for (const std::string& name : names.value()) {
    struct stat info {};
    const std::filesystem::path path = folder + "/" + name;
    if (path.extension() != "." + extension || ::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) continue;
    constexpr std::time_t kDayS = 86400;
    found.push_back(
        {info.st_mtime, {path.string(), path.stem().string(), dateOf(static_cast<int>(info.st_mtime / kDayS))}});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.name < b.second.name;
  });
  std::vector<FileHere> files;
  for (auto& [when, file] : found)
    if (files.size() < kMost) files.push_back(std::move(file));
  return files;
}

std::string freeName(const std::string& folder, const std::string& stem, const std::string& extension) {
  std::error_code bad;
  std::filesystem::create_directories(folder, bad);
  if (bad) return {};
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  if (localtime_r(&now, &parts) == nullptr) return {};
  char stamp[32];
  if (std::strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &parts) == 0) return {};
  for (int n = 1; n < 1000; ++n) {
    std::string name = folder + "/" + stem + "-" + stamp + (n == 1 ? "" : "-" + std::to_string(n)) + "." + extension;
    if (!std::filesystem::exists(name, bad)) return name;
  }
  return {};
}

}  // namespace knead::app
